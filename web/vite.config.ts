/** Builds the web: the staff app (`/`) and the clients' panel (`/panel/`), each with its own first load. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { fonts } from './fonts.ts'
import { tokensCss } from './kit/tokens.ts'

const root = import.meta.dirname
const page = (name: string) => path.join(root, `${name}.html`)

/** `import 'virtual:tokens.css'`: the colours, in the first style sheet of every page. */
function tokens(): Plugin {
  const id = '\0tokens.css'
  return {
    name: 'opiekun-tokens',
    resolveId: (asked) => (asked === 'virtual:tokens.css' ? id : undefined),
    load: (asked) => (asked === id ? tokensCss() : undefined),
  }
}

export default defineConfig({
  root,
  base: '/',
  publicDir: path.join(root, 'public'),
  plugins: [react(), fonts(), tokens()],
  build: {
    outDir: path.join(root, 'dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Nothing inside data: addresses, the security policy does not allow fonts from there.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      // Otherwise what only some screens need is merged into what every page loads first.
      experimental: { chunkOptimization: { mergeCommonChunks: false } },
      input: {
        staff: page('index'),
        panel: page('panel'),
        ...(process.env['GALLERY'] ? { gallery: page('gallery') } : {}),
      },
    },
  },
})
