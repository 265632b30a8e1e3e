/**
 * The built-in SMTP receiver. A company is addressed as <name>@ or <name>+anything@; nobody
 * else's mail is taken. "250 OK" is said only after the transaction has committed: what we could
 * not keep is answered with 451 and comes again.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { App } from '#server/plumbing/app.ts'
import { asSystem } from '#server/plumbing/context.ts'
import { receiveMail } from './mail-receive.ts'

export const mailBytesMax = 35 * 1024 * 1024

export type SmtpIn = { port: number; stop: () => Promise<void> }

export async function startSmtpIn(app: App): Promise<SmtpIn> {
  const server = new SMTPServer({
    name: app.settings.mailDomain,
    banner: 'Opiekun',
    size: mailBytesMax,
    rejectOversized: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: 50,
    socketTimeout: 120_000,
    closeTimeout: 5_000,
    logger: false,
    onRcptTo: ({ address }, _session, done) => answer(done, checkRecipient(app, address)),
    onData: (stream, session, done) => answer(done, takeIn(app, stream, session)),
  })
  server.on('error', (error) => app.log.warn({ error: error.message }, 'SMTP receiver'))
  server.listen(app.settings.smtpIn, app.settings.host)
  await Promise.race([
    once(server.server, 'listening'),
    once(server.server, 'error').then(([error]) => Promise.reject(error as Error)),
  ])
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A number and a sentence for the sending server. */
class SmtpNo extends Error {
  readonly responseCode: number
  constructor(responseCode: number, text: string) {
    super(text)
    this.responseCode = responseCode
  }
}

function answer(done: (error?: Error | null, text?: string) => void, work: Promise<string | void>): void {
  work.then(
    (text) => done(null, text ?? undefined),
    (error: Error) => done(error),
  )
}

async function checkRecipient(app: App, address: string): Promise<void> {
  const tenantId = await orLater(app, tenantOfAddress(app, address))
  if (!tenantId) throw new SmtpNo(550, '5.1.1 no such address here')
}

/** zuraw-serwis+zgloszenia@any.domain → the company called zuraw-serwis. */
export async function tenantOfAddress(app: App, address: string): Promise<string | undefined> {
  const [slug] = address.slice(0, address.lastIndexOf('@')).toLowerCase().split('+')
  if (!slug) return undefined
  const { rows } = await app.db.pool.query<{ tenant_id: string }>(
    'select tenant_id from tenant_slugs where slug = $1',
    [slug],
  )
  return rows[0]?.tenant_id
}

async function takeIn(app: App, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const raw = await readAll(stream)
  if (!raw) throw new SmtpNo(552, '5.3.4 the message is larger than 35 MB')
  const { mailFrom, rcptTo } = session.envelope
  const tenants = new Set<string>()
  for (const { address } of rcptTo) {
    const tenantId = await orLater(app, tenantOfAddress(app, address))
    if (tenantId) tenants.add(tenantId)
  }
  const envelopeFrom = mailFrom ? mailFrom.address : undefined
  for (const tenantId of tenants)
    await orLater(
      app,
      asSystem(app, tenantId, 'mail', (ctx) => receiveMail(ctx, { raw, source: 'smtp', envelopeFrom })),
    )
  return '2.0.0 kept'
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Read to the end even when it is too large: the answer comes after the text.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= mailBytesMax) chunks.push(chunk)
  }
  return bytes > mailBytesMax || stream.sizeExceeded ? undefined : Buffer.concat(chunks)
}

/** Our own failure: the sender keeps the message and comes again. */
async function orLater<T>(app: App, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    app.log.error({ error }, 'a mail could not be received and will come again')
    throw new SmtpNo(451, '4.3.0 not kept, please come again')
  }
}
