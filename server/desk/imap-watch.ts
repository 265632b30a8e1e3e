/**
 * Watches the companies' IMAP mailboxes: one connection each, told by the server of new mail,
 * sweeping by UID after every (re)connection and once a minute besides, for pushes get lost.
 * The list of mailboxes is looked at every second; a broken connection is tried again ever
 * more slowly, and people see why.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow, ImapFlowError } from 'imapflow'
import type { App } from '#server/plumbing/app.ts'
import { asSystem } from '#server/plumbing/context.ts'
import { announce } from '#server/plumbing/live.ts'
import { connectionTo, problemOf, type MailboxLogin } from './mail-boxes.ts'
import { sweepMailbox, type WatchedMailbox } from './imap-sweep.ts'

export type ImapWatch = { stop: () => Promise<void> }
type Watcher = { version: number; stop: () => Promise<void> }

const lookMs = 1_000
const sweepMs = 60_000
const restMs = (failures: number): number => Math.min(300_000, 1_000 * 2 ** Math.min(failures, 9))

export function startImapWatch(app: App): ImapWatch {
  const watchers = new Map<string, Watcher>()
  const ending = new AbortController()
  const running = lookAgain()
  return {
    async stop() {
      ending.abort()
      await running
      await Promise.all([...watchers.values()].map((watcher) => watcher.stop()))
    },
  }

  async function lookAgain(): Promise<void> {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) =>
        app.log.error({ error }, 'the list of mailboxes could not be read'),
      )
      await pause(lookMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  async function look(): Promise<void> {
    const wanted = new Map((await watchedMailboxes(app)).map((box) => [box.id, box]))
    for (const [id, watcher] of watchers) {
      if (wanted.get(id)?.version === watcher.version) continue
      watchers.delete(id)
      await watcher.stop()
    }
    for (const [id, box] of wanted)
      if (!watchers.has(id) && !ending.signal.aborted) watchers.set(id, watchOne(app, box))
  }
}

type BoxRow = WatchedMailbox & Omit<MailboxLogin, 'password'> & { secret: string; version: number }

async function watchedMailboxes(app: App): Promise<BoxRow[]> {
  const { rows } = await app.db.pool.query<BoxRow>(
    `select tenant_id as "tenantId", id, host, port, is_secure as "isSecure", username, secret, folder, version from mailboxes where not is_paused`,
  )
  return rows
}

function watchOne(app: App, box: BoxRow): Watcher {
  const ending = new AbortController()
  const running = stayConnected(app, box, ending.signal)
  return {
    version: box.version,
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function stayConnected(app: App, box: BoxRow, signal: AbortSignal): Promise<void> {
  let failures = 0
  const seen = () => (failures = 0)
  while (!signal.aborted) {
    try {
      await session(app, box, signal, seen)
    } catch (error) {
      if (signal.aborted) return
      app.log.warn({ mailbox: box.id, error: (error as Error).message }, 'a mailbox could not be read')
      await note(app, box, problemOf(error as ImapFlowError)).catch(() => {})
    }
    await pause(restMs(failures++), undefined, { signal }).catch(() => {})
  }
}

/** One connection, from its beginning to its end. */
async function session(app: App, box: BoxRow, signal: AbortSignal, seen: () => void): Promise<void> {
  const client = connectionTo({ ...box, password: app.secrets.open(box.secret) })
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  let broken: Error | undefined
  client.on('error', (error: Error) => (broken = error))
  const close = () => client.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    await client.connect()
    await client.mailboxOpen(box.folder, { readOnly: true })
    await note(app, box, null)
    seen()
    await sweepUntilClosed(app, client, box, closed)
  } finally {
    signal.removeEventListener('abort', close)
    client.close()
  }
  if (broken) throw broken
}

async function sweepUntilClosed(
  app: App,
  client: ImapFlow,
  box: BoxRow,
  closed: Promise<void>,
): Promise<void> {
  let failed: Error | undefined
  let work: Promise<void> = Promise.resolve()
  const sweep = () => {
    work = work.then(async () => {
      if (!client.usable || failed) return
      await sweepMailbox(app, client, box)
      // Not awaited: it lasts until the next sweep interrupts it.
      client.idle().catch(() => {})
    })
    work = work.catch((error: Error) => {
      failed = error
      client.close()
    })
  }
  client.on('exists', sweep)
  const regularly = setInterval(sweep, sweepMs)
  sweep()
  await closed
  clearInterval(regularly)
  await work
  if (failed) throw failed
}

async function note(app: App, box: BoxRow, problem: string | null): Promise<void> {
  await asSystem(app, box.tenantId, 'mail', async (ctx) => {
    const values = { lastError: problem, ...(problem === null && { lastSeenAt: ctx.now.toString() }) }
    await ctx.tx
      .updateTable('mailboxes')
      .set(values)
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', box.id)
      .execute()
    await announce(ctx, 'mailboxes', { id: box.id, staffOnly: true })
  })
}
