/**
 * Real mail servers on loopback for tests: an SMTP server that keeps what it gets and can
 * refuse or cut its answers, and a dovecot with one mailbox, run by whoever runs the tests.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { temporaryFolder } from './scene.ts'

/** What the server does with the next messages, one after another; afterwards it accepts. */
export type Manner =
  | 'accept'
  | 'refuseRecipient'
  | 'refuseText'
  | 'busy'
  | 'cutBeforeText'
  | 'cutInsideText'
  | 'cutAfterText'
export type Caught = {
  from: string
  to: string[]
  raw: string
  messageId: string
  wasAnswered: boolean
  /** The port that the sending side spoke from: one for each connection. */
  connection: number
}
export type SmtpSink = {
  url: string
  port: number
  received: Caught[]
  /** The first message that is looked for, those to come included. */
  caught: (isWanted: (message: Caught) => boolean) => Promise<Caught>
  connections: () => number
  next: (...manners: Manner[]) => void
  close: () => Promise<void>
}

export async function openSmtpSink(): Promise<SmtpSink> {
  const received: Caught[] = []
  const waiting = new Set<() => void>()
  const manners: Manner[] = []
  const sockets = new Map<number, net.Socket>()
  let connections = 0
  const cut = (session: { remotePort: number }) => sockets.get(session.remotePort)?.destroy()
  const sayNo = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, session, done) {
      if (manners[0] !== 'refuseRecipient' && manners[0] !== 'cutBeforeText') return done()
      if (manners.shift() === 'cutBeforeText') return cut(session)
      done(sayNo(550, 'no such person here'))
    },
    onData(stream, session, done) {
      const manner = manners.shift() ?? 'accept'
      if (manner === 'cutInsideText') return cut(session)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (manner === 'refuseText') return done(sayNo(554, 'this text is not welcome'))
        if (manner === 'busy') return done(sayNo(451, 'come back later'))
        const raw = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((r) => r.address),
          raw,
          messageId,
          wasAnswered: manner === 'accept',
          connection: session.remotePort,
        })
        for (const look of waiting) look()
        if (manner === 'cutAfterText') return cut(session)
        done()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: net.Socket) => {
    connections++
    const port = socket.remotePort!
    sockets.set(
      port,
      socket.once('close', () => sockets.delete(port)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as net.AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    caught: (isWanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find(isWanted)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    connections: () => connections,
    next: (...given) => void manners.splice(0, manners.length, ...given),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of sockets.values()) socket.destroy()
      }),
  }
}

/** A port where nobody listens: taken for a moment and given back. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export type Dovecot = {
  host: string
  port: number
  username: string
  password: string
  deliver: (raw: string | Buffer) => void
  restart: () => Promise<void>
  close: () => Promise<void>
}

const dovecotProgram = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((file) => fs.existsSync(file))

/** Why the tests with a real IMAP server cannot run here; undefined when they can. */
export function dovecotMissing(): string | undefined {
  if (!dovecotProgram) return 'dovecot is not installed (Debian: apt install dovecot-imapd)'
  const version = execFileSync(dovecotProgram, ['--version'], { encoding: 'utf8' })
  return version.startsWith('2.3.')
    ? undefined
    : `dovecot ${version.trim()} is configured in another way than 2.3`
}

export async function openDovecot(): Promise<Dovecot> {
  const folder = temporaryFolder('dovecot')
  const port = await freePort()
  const mailbox = path.join(folder, 'mail')
  const config = path.join(folder, 'dovecot.conf')
  const asRoot = process.getuid?.() === 0
  fs.writeFileSync(config, dovecotConfig(folder, port, asRoot))
  makeMaildir(mailbox, asRoot)
  let server = await startDovecot(config, port)
  let delivered = 0
  return {
    host: '127.0.0.1',
    port,
    username: 'serwis@zuraw.example',
    password: 'zurawie-lataja',
    deliver(raw) {
      const name = `${1700000000 + ++delivered}.M${process.pid}P${delivered}.loopback`
      const bytes = Buffer.from(Buffer.isBuffer(raw) ? raw : raw.replaceAll(/\r?\n/g, '\n'))
      fs.writeFileSync(path.join(mailbox, 'tmp', name), bytes)
      if (asRoot) fs.chownSync(path.join(mailbox, 'tmp', name), ...mailUser())
      fs.renameSync(path.join(mailbox, 'tmp', name), path.join(mailbox, 'new', name))
    },
    async restart() {
      await stopDovecot(server)
      server = await startDovecot(config, port)
    },
    async close() {
      await stopDovecot(server)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function dovecotConfig(folder: string, port: number, asRoot: boolean): string {
  const me = os.userInfo().username
  const [uid, gid] = asRoot ? mailUser() : [process.getuid!(), process.getgid!()]
  const rootless = asRoot
    ? ''
    : `default_internal_user = ${me}\ndefault_login_user = ${me}\ndefault_internal_group = ${primaryGroup()}\n`
  const chroot = asRoot ? '' : '  chroot =\n'
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 1
${rootless}mail_location = maildir:${folder}/mail
service imap-login {
${chroot}  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${asRoot ? '' : 'service anvil {\n  chroot =\n}\n'}passdb {
  driver = static
  args = password=zurawie-lataja
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
`
}

const primaryGroup = (): string => execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
const mailUser = (): [number, number] => [
  Number(execFileSync('id', ['-u', 'mail'])),
  Number(execFileSync('id', ['-g', 'mail'])),
]

function makeMaildir(mailbox: string, asRoot: boolean): void {
  for (const part of ['', 'cur', 'new', 'tmp']) {
    fs.mkdirSync(path.join(mailbox, part), { recursive: true })
    if (asRoot) fs.chownSync(path.join(mailbox, part), ...mailUser())
  }
}

async function startDovecot(config: string, port: number): Promise<ChildProcess> {
  const server = spawn(dovecotProgram!, ['-F', '-c', config], { stdio: 'ignore' })
  let ended = false
  server.once('exit', () => (ended = true))
  while (!(await answers(port))) {
    if (ended) throw new Error(`dovecot did not start; see ${path.dirname(config)}/log`)
  }
  return server
}

async function stopDovecot(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}

/** Whether somebody listens and greets. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    const end = (result: boolean) => {
      socket.destroy()
      setTimeout(() => resolve(result), result ? 0 : 20)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
