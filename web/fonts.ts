/**
 * The fonts we send: Inter and Source Serif 4, cut down to ASCII, Polish and the signs we
 * use (about 100 kB instead of 300), made at build time from the npm files and kept in a
 * cache folder, so that building needs no network and a second build is quick.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const modules = path.join(import.meta.dirname, '../node_modules')
const cache = path.join(modules, '.cache/opiekun-fonts')

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')
const letters = `${ascii}ąćęłńóśźżĄĆĘŁŃÓŚŹŻäöüßÄÖÜéèáíčřšžý\u00a0§©°±²³·×÷–—−‑„”“’‘«»…•→←↑↓↗↘€½¼¾≈≠≥≤ ‰№`

// Two files a family, as they come: Latin, and Latin Extended with most Polish letters.
const latin = 'U+0000-00FF,U+2000-206F,U+20AC,U+2116,U+2190-2193,U+2196-2199,U+2212,U+2248,U+2260,U+2264-2265'
const extended = 'U+0100-02BA'
const faces = [
  {
    family: 'Inter Variable',
    file: 'inter/files/inter-latin-opsz-normal.woff2',
    weight: '100 900',
    range: latin,
    name: 'inter',
  },
  {
    family: 'Inter Variable',
    file: 'inter/files/inter-latin-ext-opsz-normal.woff2',
    weight: '100 900',
    range: extended,
    name: 'inter-pl',
  },
  {
    family: 'Source Serif 4 Variable',
    file: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    weight: '200 900',
    range: latin,
    name: 'serif',
  },
  {
    family: 'Source Serif 4 Variable',
    file: 'source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
    weight: '200 900',
    range: extended,
    name: 'serif-pl',
  },
] as const

type Subset = { name: string; file: string; css: string }

async function subset(face: (typeof faces)[number]): Promise<Subset> {
  const whole = readFileSync(path.join(modules, '@fontsource-variable', face.file))
  const mark = createHash('sha256').update(whole).update(letters).digest('hex').slice(0, 12)
  const file = path.join(cache, `${face.name}-${mark}.woff2`)
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, await subsetFont(whole, letters, { targetFormat: 'woff2' }))
  }
  const css = `@font-face{font-family:'${face.family}';font-style:normal;font-display:swap;font-weight:${face.weight};src:url('./${path.basename(file)}') format('woff2');unicode-range:${face.range}}`
  return { name: face.name, file, css }
}

/** `import 'virtual:fonts.css'` gives the faces; the two Inter files are preloaded by every page. */
export function fonts(): Plugin {
  const css = path.join(cache, 'fonts.css')
  return {
    name: 'opiekun-fonts',
    async buildStart() {
      const made = await Promise.all(faces.map(subset))
      writeFileSync(css, made.map((m) => m.css).join('\n'))
    },
    resolveId: (id) => (id === 'virtual:fonts.css' ? css : undefined),
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {})
          .map((b) => b.fileName)
          .filter((f) => /\/inter(-pl)?-[^/]*\.woff2$/.test(f))
        return files.map((f) => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'preload', href: `/${f}`, as: 'font', type: 'font/woff2', crossorigin: true },
        }))
      },
    },
  }
}
