/** Builds the web when its sources changed since the last build; the start and the journeys call it. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const stampFile = path.join(root, 'web', 'dist', '.built-from')

export async function buildWeb(say: (line: string) => void = () => {}): Promise<boolean> {
  const stamp = stampOfSources()
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return false
  say('Building the web…')
  await vite()
  fs.writeFileSync(stampFile, stamp)
  return true
}

function stampOfSources(): string {
  const hash = createHash('sha256')
  for (const place of ['web', 'words', 'engines', 'package-lock.json']) {
    for (const file of filesOf(place))
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  const full = path.join(root, place)
  if (fs.statSync(full).isFile()) return [place]
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => path.relative(root, path.join(f.parentPath, f.name)))
    .filter((f) => !f.startsWith(path.join('web', 'dist')) && !f.includes('.test.'))
    .sort()
}

function vite(): Promise<void> {
  const program = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(
    process.execPath,
    [program, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
  )
  let output = ''
  child.stdout.on('data', (d) => (output += d))
  child.stderr.on('data', (d) => (output += d))
  return new Promise((done, fail) =>
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The web could not be built:\n${output}`)),
    ),
  )
}

if (import.meta.main) console.log((await buildWeb(console.log)) ? 'built' : 'up to date')
