/**
 * `npm test`: one embedded PostgreSQL for the whole run with a migrated template that
 * every test file copies, the built web for the journeys, then Node's own test runner.
 * `npm test -- server/desk` runs what lies there.
 */
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#server/plumbing/db/embedded.ts'
import { migrate } from '#server/plumbing/db/migrate.ts'
import { buildWeb } from './build-web.ts'

const root = path.join(import.meta.dirname, '..')
const rooms = ['engines', 'words', 'server', 'demo', 'tools', 'web', 'house', 'e2e']
const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'))

function testFiles(place: string): string[] {
  const full = path.join(root, place)
  if (fs.statSync(full).isFile()) return [place]
  return fs
    .readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.test.ts') && !f.includes('node_modules') && !f.startsWith('dist'))
    .map((f) => path.join(place, f))
    .sort()
}

async function template(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create database opiekun_template')
  await client.end()
  const templateUrl = new URL(url)
  templateUrl.pathname = '/opiekun_template'
  await migrate(templateUrl.toString())
}

/** A whole run takes minutes; one that has not ended by now hangs, and hanging is failing. */
const wholeRunMs = 45 * 60_000

function runTests(files: string[], url: string): Promise<number> {
  // Tests wait for the database, the browser and the mail servers: one more than there are cores keeps them busy.
  const concurrency = String(Math.max(3, Math.min(4, os.availableParallelism() + 1)))
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      'temporal-polyfill/global',
      '--import',
      path.join(root, 'tools', 'test-limit.ts'),
      '--test',
      `--test-concurrency=${concurrency}`,
      '--test-timeout=240000',
      ...flags,
      ...files,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, OPIEKUN_TEST_DATABASE: url } },
  )
  const late = setTimeout(() => {
    console.error(`The tests did not end within ${wholeRunMs / 60_000} minutes; they are stopped.`)
    // The runner names the files that were still running, then leaves.
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  }, wholeRunMs)
  return new Promise((done) =>
    child.on('exit', (code) => {
      clearTimeout(late)
      done(code ?? 1)
    }),
  )
}

const files = (wanted.length > 0 ? wanted : rooms).flatMap(testFiles)
if (files.length === 0) {
  console.error('No test was found.')
  process.exit(1)
}
if (files.some((f) => f.startsWith('e2e'))) await buildWeb()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opiekun-tests-'))
fs.chmodSync(folder, 0o755)
const database = await startEmbedded(folder, () => {})
let code = 1
try {
  await template(database.url)
  code = await runTests(files, database.url)
} finally {
  await database.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
process.exit(code)
