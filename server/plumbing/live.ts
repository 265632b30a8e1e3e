/**
 * Live updates across processes: a deed announces what changed inside its transaction,
 * PostgreSQL delivers it after the commit, and every process passes it on to the browsers
 * of that company. An announcement names things, it carries none: the browser refetches.
 */
import pg from 'pg'
import type { Context } from './context.ts'
import type { Logger } from './log.ts'

export type Announcement = {
  tenantId: string
  topic: string
  id?: string
  clientId?: string
  staffOnly?: boolean
}
type Listener = (announcement: Announcement) => void

export type Live = {
  /** With `missedMs`, what was announced within that time comes first: the page was read before it could listen. */
  subscribe: (tenantId: string, listener: Listener, missedMs?: number) => () => void
  close: () => Promise<void>
  gaps: () => number
  /** Streams that are open now. */
  listeners: () => number
}

const channel = 'opiekun_live'
const keptAnnouncements = 2_000

/** `clientId` lets the people of that client hear it too; without one it is for staff. */
export async function announce(
  ctx: Context,
  topic: string,
  what: { id?: string; clientId?: string | null; staffOnly?: boolean } = {},
): Promise<void> {
  const announcement = {
    tenantId: ctx.tenantId,
    topic,
    id: what.id,
    clientId: what.clientId ?? undefined,
    staffOnly: what.staffOnly,
  }
  const text = JSON.stringify(announcement)
  const collected = collecting.get(ctx.client)
  if (collected) collected.add(text)
  else await ctx.client.query('select pg_notify($1, $2)', [channel, text])
}

/** Announcements of a transaction are sent together at its end, the same one once. */
const collecting = new WeakMap<object, Set<string>>()

export async function announcingTogether<T>(client: Context['client'], work: () => Promise<T>): Promise<T> {
  if (collecting.has(client)) return work()
  const collected = new Set<string>()
  collecting.set(client, collected)
  try {
    const result = await work()
    if (collected.size > 0)
      await client.query('select pg_notify($1, one) from unnest($2::text[]) one', [channel, [...collected]])
    return result
  } finally {
    collecting.delete(client)
  }
}

export async function openLive(url: string, log: Logger): Promise<Live> {
  const listeners = new Map<string, Set<Listener>>()
  let closed = false
  let gaps = 0
  let client: pg.Client | undefined

  const recent: { atMs: number; announcement: Announcement }[] = []
  const tellAll = (announcement: Announcement) => {
    recent.push({ atMs: performance.now(), announcement })
    if (recent.length > keptAnnouncements) recent.shift()
    for (const listener of listeners.get(announcement.tenantId) ?? []) listener(announcement)
  }
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('notification', ({ payload }) => payload && tellAll(JSON.parse(payload) as Announcement))
    client.on('error', () => reconnect())
    await client.connect()
    await client.query(`listen ${channel}`)
  }
  const reconnect = () => {
    if (closed) return
    gaps++
    log.warn({ gaps }, 'live updates lost their connection')
    setTimeout(() => connect().then(tellOfGap, reconnect), 500).unref()
  }
  // After a gap nobody knows what was missed: everybody refetches.
  const tellOfGap = () => {
    for (const tenantId of listeners.keys()) tellAll({ tenantId, topic: 'gap' })
  }
  await connect()
  return {
    subscribe(tenantId, listener, missedMs = 0) {
      const set = listeners.get(tenantId) ?? new Set()
      listeners.set(tenantId, set.add(listener))
      const since = performance.now() - missedMs
      // Where the memory does not reach back so far, nobody knows what was missed.
      if (recent.length === keptAnnouncements && recent[0]!.atMs > since) listener({ tenantId, topic: 'gap' })
      for (const one of recent)
        if (one.atMs >= since && one.announcement.tenantId === tenantId) listener(one.announcement)
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(tenantId)
      }
    },
    async close() {
      closed = true
      await client?.end().catch(() => {})
    },
    gaps: () => gaps,
    listeners: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
  }
}
