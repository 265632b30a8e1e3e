/**
 * `npm run backup -- --data DIR --to FILE`: everything of an installation in one archive:
 * the database (copied while it runs, between pg_backup_start and pg_backup_stop, with
 * the log it needs to be consistent), the files, and the keys of the data folder.
 */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { placeFor, startEmbedded, urlOfRunning } from '../db/embedded.ts'
import { FolderInUse, lockFolder } from '../db/lock.ts'
import { readSettings } from '../settings.ts'

const args = process.argv.slice(2)
const toAt = args.indexOf('--to')
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
const target = path.resolve(toAt >= 0 ? (args[toAt + 1] ?? '') : `opiekun-backup-${stamp}.tar`)
const settings = readSettings(toAt >= 0 ? args.toSpliced(toAt, 2) : args, process.env)

async function main(): Promise<void> {
  if (settings.databaseUrl) {
    return end('Your PostgreSQL is outside: back it up with pg_dump. Files lie in ' + settings.files + '.', 2)
  }
  if (!fs.existsSync(path.join(placeFor(settings.data).cluster, 'PG_VERSION')))
    return end(`There is no data in ${settings.data}.`, 2)
  if (fs.existsSync(target)) return end(`${target} exists already; it was left alone.`, 2)
  const cold = await lockFolder(settings.data).catch((error: Error) => {
    if (error instanceof FolderInUse) return undefined
    throw error
  })
  // Nobody runs it: start it for the time of the copy, so that there is one way of copying.
  const own = cold ? await startEmbedded(settings.data, () => {}) : undefined
  try {
    await copy(own?.url ?? urlOfRunning(settings.data)!)
  } finally {
    await own?.stop()
    cold?.()
  }
  console.log(`Backup: ${target} (${(fs.statSync(target).size / 1e6).toFixed(1)} MB)`)
}

async function copy(url: string): Promise<void> {
  const work = fs.mkdtempSync(`${target}.part-`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("select pg_backup_start('opiekun', true)")
    // The database first, the files after: whatever a row names was stored before the row.
    const cluster = path.join(work, 'postgres')
    copyFolder(placeFor(settings.data).cluster, cluster, ['postmaster.pid', 'postmaster.opts', 'pg_wal'])
    const { rows } = await client.query('select labelfile, spcmapfile from pg_backup_stop(false)')
    fs.writeFileSync(path.join(cluster, 'backup_label'), rows[0].labelfile)
    copyFolder(path.join(placeFor(settings.data).cluster, 'pg_wal'), path.join(cluster, 'pg_wal'), [])
    if (fs.existsSync(settings.files)) copyFolder(settings.files, path.join(work, 'files'), [])
    for (const key of ['secret-key', 'database-password']) copyKey(key, work)
    const packed = spawnSync('tar', ['-cf', target, '-C', work, '.'], { stdio: 'inherit' })
    if (packed.status !== 0) throw new Error('tar failed')
    fs.chmodSync(target, 0o600)
  } finally {
    await client.end()
    fs.rmSync(work, { recursive: true, force: true })
  }
}

function copyKey(name: string, work: string): void {
  const file = path.join(settings.data, name)
  if (fs.existsSync(file)) fs.copyFileSync(file, path.join(work, name))
}

/** Files may vanish while a running server is copied; PostgreSQL's log brings them back. */
function copyFolder(from: string, to: string, without: string[]): void {
  fs.mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (without.includes(entry.name)) {
      if (entry.isDirectory()) fs.mkdirSync(path.join(to, entry.name), { recursive: true })
      continue
    }
    try {
      if (entry.isDirectory()) copyFolder(path.join(from, entry.name), path.join(to, entry.name), [])
      else if (entry.isFile()) fs.copyFileSync(path.join(from, entry.name), path.join(to, entry.name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

function end(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}

await main()
