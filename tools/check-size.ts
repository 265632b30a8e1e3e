/**
 * How much JavaScript a first visit loads: the entry, what it imports at once, and the
 * Polish words every start waits for, gzipped. Fails above the budget.
 */
import * as fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }

const dist = path.join(import.meta.dirname, '../web/dist')
const manifest = JSON.parse(fs.readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>
const pages = [
  { page: 'index.html', words: '../words/all.pl.ts', budgetKb: 260 },
  { page: 'panel.html', words: '../words/panel-set.pl.ts', budgetKb: 180 },
]

const firstLoad = (name: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return seen
  seen.add(name)
  for (const next of chunk.imports ?? []) firstLoad(next, seen)
  return seen
}
const gzipped = (file: string): number =>
  gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length
const kb = (bytes: number): string => (bytes / 1024).toFixed(1)

let failed = false
for (const { page, words, budgetKb } of pages) {
  if (!manifest[page]) throw new Error(`${page} is not in the build; run the build of the web first`)
  const names = firstLoad(page)
  firstLoad(words, names)
  const chunks = [...names].map((name) => manifest[name]).filter((chunk) => chunk !== undefined)
  const script = chunks.reduce((sum, chunk) => sum + gzipped(chunk.file), 0)
  const styles = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].reduce(
    (sum, file) => sum + gzipped(file),
    0,
  )
  const over = script > budgetKb * 1024
  failed ||= over
  console.log(
    `${page}: ${kb(script)} KB of JavaScript in ${chunks.length} files (budget ${budgetKb}), ${kb(styles)} KB of styles${over ? '  TOO MUCH' : ''}`,
  )
}
if (failed) process.exit(1)
