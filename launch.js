// Picks a Node that is new enough (the running one, else the one that came with the
// dependencies) and starts a program of ours with it: `node launch.js start --port 3000`.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname)
const programs = {
  start: ['server/main.ts'],
  backup: ['server/plumbing/backup/backup.ts'],
  restore: ['server/plumbing/backup/restore.ts'],
  test: ['tools/test.ts'],
  check: ['tools/check.ts'],
  vectors: ['tools/vectors.ts'],
  trials: ['tools/trials.ts'],
  bench: ['tools/bench.ts'],
  generate: ['tools/generate.ts'],
  'build:web': ['tools/build-web.ts'],
}

function newEnough(version) {
  return Number(version.replace(/^v/, '').split('.')[0]) >= 24
}

function bundledNode() {
  const require = createRequire(path.join(here, 'package.json'))
  try {
    const manifest = require.resolve(`node-linux-${process.arch}/package.json`)
    const file = path.join(path.dirname(manifest), 'bin', 'node')
    if (readdirSync(path.dirname(file)).includes('node')) return file
  } catch {}
  process.stderr.write(
    'Opiekun needs Node 24 and found none: run `npm ci` without --omit=optional, or install Node 24.\n',
  )
  process.exit(1)
}

const [name, ...rest] = process.argv.slice(2)
const program = programs[name]
if (!program) {
  process.stderr.write(`Unknown program ${name ?? ''}. Known: ${Object.keys(programs).join(', ')}.\n`)
  process.exit(2)
}
const node = newEnough(process.version) ? process.execPath : bundledNode()
// A server that waits keeps no room for many young objects: 50 MB less, and no slower.
const small = name === 'start' ? ['--max-semi-space-size=8'] : []
const polyfill = ['--import', import.meta.resolve('temporal-polyfill/global')]
const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    ...small,
    ...polyfill,
    ...program.map((file) => path.join(here, file)),
    ...rest,
  ],
  {
    // Files named on the command line are meant from where the person stands.
    cwd: name === 'vectors' ? (process.env.INIT_CWD ?? here) : here,
    stdio: 'inherit',
    env: {
      // Types are stripped and code is compiled once, not at every start; a folder that cannot be written is no harm.
      NODE_COMPILE_CACHE: path.join(here, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      PATH: `${path.dirname(node)}:${process.env.PATH}`,
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
