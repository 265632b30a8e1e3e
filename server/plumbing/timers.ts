/**
 * Alarms: one table of moments. A deed arms a timer in its transaction; the sweep fires what
 * is due, each company's in their order, also after the program was off. Firing deletes the
 * row and does the deed in one transaction, so a kill in the middle neither loses nor doubles
 * it. Companies with a sandbox clock are left to whoever moves that clock.
 */
import { asSystem, type Context } from './context.ts'
import type { App } from './app.ts'

export type Timer = {
  id: string
  at: string
  what: string
  subjectId: string
  key: string
  facts: Record<string, unknown>
}
export type TimerHandler = (ctx: Context, timer: Timer) => Promise<void>
/**
 * `lock` takes the row that the deed is about before the timer is taken: people's deeds take it in that
 * order too (the ticket, then its timers), so the two never wait for each other.
 */
export type TimerHandlers = Record<
  string,
  TimerHandler | { lock: (ctx: Context, subjectId: string) => Promise<unknown>; handle: TimerHandler }
>

export type TimerToArm = {
  what: string
  subjectId: string
  key?: string
  at: Temporal.Instant | string
  facts?: Record<string, unknown>
}

export function arm(ctx: Context, timer: TimerToArm): Promise<void> {
  return armAll(ctx, [timer])
}

/** Several at once; one that is armed already under its key is moved. */
export async function armAll(ctx: Context, timers: TimerToArm[]): Promise<void> {
  if (timers.length === 0) return
  const rows = timers.map(({ what, subjectId, key = '', at, facts = {} }) => ({
    tenantId: ctx.tenantId,
    id: ctx.newId(),
    what,
    subjectId,
    key,
    at: at.toString(),
    facts: JSON.stringify(facts),
  }))
  await ctx.tx
    .insertInto('timers')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['tenantId', 'what', 'subjectId', 'key'])
        .doUpdateSet((e) => ({ at: e.ref('excluded.at'), facts: e.ref('excluded.facts') })),
    )
    .execute()
}

export async function disarm(ctx: Context, what: string, subjectId: string, key?: string): Promise<void> {
  let query = ctx.tx
    .deleteFrom('timers')
    .where('tenantId', '=', ctx.tenantId)
    .where('what', '=', what)
    .where('subjectId', '=', subjectId)
  if (key !== undefined) query = query.where('key', '=', key)
  await query.execute()
}

/** Fires one timer: deletes it and does its deed, together. Answers whether it was still there. */
export function fire(app: App, handlers: TimerHandlers, tenantId: string, timerId: string): Promise<boolean> {
  return asSystem(app, tenantId, 'timer', (ctx) => fireWithin(ctx, handlers, timerId))
}

/** The same inside a transaction that is open already, at its moment. */
export async function fireWithin(ctx: Context, handlers: TimerHandlers, timerId: string): Promise<boolean> {
  const seen = await ctx.tx
    .selectFrom('timers')
    .select(['what', 'subjectId', 'at'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', timerId)
    .executeTakeFirst()
  if (!seen) return false
  const handler = handlers[seen.what]
  if (!handler) throw new Error(`No deed for the timer ${seen.what}`)
  if (typeof handler !== 'function') await handler.lock(ctx, seen.subjectId)
  // Taken only as it was seen: a deed in between may have moved or removed it.
  const row = await ctx.tx
    .deleteFrom('timers')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', timerId)
    .where('at', '=', seen.at)
    .returning(['id', 'at', 'what', 'subjectId', 'key', 'facts'])
    .executeTakeFirst()
  if (!row) return false
  const deed = typeof handler === 'function' ? handler : handler.handle
  await deed({ ...ctx, actor: { kind: 'system', what: row.what } }, row as Timer)
  return true
}

/** The earliest timer of one company up to a moment. */
export async function nextTimer(
  ctx: Context,
  upTo: Temporal.Instant,
  except: readonly string[] = [],
): Promise<{ id: string; at: string } | undefined> {
  let query = ctx.tx
    .selectFrom('timers')
    .select(['id', 'at'])
    .where('tenantId', '=', ctx.tenantId)
    .where('at', '<=', upTo.toString())
  if (except.length > 0) query = query.where('id', 'not in', except)
  return query.orderBy('at').orderBy('id').limit(1).executeTakeFirst()
}

/** How long a timer rests whose deed failed; the others go on. */
const restMs = 60_000
/** A company with more due than this lets others have its turn in between. */
const turnMost = 100
const lanes = 4
const longestWaitMs = 500

/**
 * Fires what is due, each company in the order of its timers, some companies beside each
 * other. It wakes exactly at the next timer, and twice a second for those that others arm.
 */
export function startSweep(app: App, handlers: TimerHandlers): { stop: () => Promise<void> } {
  const sweep: Sweep = { app, handlers, resting: new Map(), isStopped: false }
  let handle: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    if (!sweep.isStopped)
      running = sweepOnce(sweep)
        .catch((error: unknown) => {
          app.log.error({ error }, 'sweep failed')
          return longestWaitMs
        })
        .then((waitMs) => {
          if (!sweep.isStopped) handle = setTimeout(tick, waitMs)
        })
  }
  handle = setTimeout(tick, 0)
  return {
    async stop() {
      sweep.isStopped = true
      clearTimeout(handle)
      await running
    },
  }
}

type Sweep = { app: App; handlers: TimerHandlers; resting: Map<string, number>; isStopped: boolean }

/** Answers in how many milliseconds there is something to do again. */
async function sweepOnce(sweep: Sweep): Promise<number> {
  const waiting = await companiesWithDue(sweep.app)
  const lane = async (): Promise<void> => {
    for (let tenantId = waiting.shift(); tenantId && !sweep.isStopped; tenantId = waiting.shift())
      if (await turnOf(sweep, tenantId)) waiting.push(tenantId)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return untilNext(sweep.app)
}

async function companiesWithDue(app: App): Promise<string[]> {
  const { rows } = await app.db.pool.query<{ tenant_id: string }>(
    `select tenant_id from tenants c where clock_now is null
     and exists (select 1 from timers t where t.tenant_id = c.tenant_id and t.at <= $1)`,
    [app.clock().toString()],
  )
  return rows.map((row) => row.tenant_id)
}

/** Answers whether there is more. */
async function turnOf(sweep: Sweep, tenantId: string): Promise<boolean> {
  for (let fired = 0; fired < turnMost && !sweep.isStopped; fired += 1)
    if (!(await fireNext(sweep, tenantId))) return false
  return true
}

/** The earliest due timer of a company; one that fails stays in the table and rests. */
async function fireNext(sweep: Sweep, tenantId: string): Promise<boolean> {
  const { app, handlers, resting } = sweep
  const nowMs = app.clock().epochMilliseconds
  for (const [id, until] of resting) if (until <= nowMs) resting.delete(id)
  let id: string | undefined
  try {
    return await asSystem(app, tenantId, 'timer', async (ctx) => {
      id = (await nextTimer(ctx, ctx.now, [...resting.keys()]))?.id
      if (id !== undefined) await fireWithin(ctx, handlers, id)
      return id !== undefined
    })
  } catch (error) {
    app.log.error({ error, timer: id, tenant: tenantId }, 'a timer failed')
    if (id === undefined) return false
    resting.set(id, nowMs + restMs)
    return true
  }
}

async function untilNext(app: App): Promise<number> {
  const { rows } = await app.db.pool.query<{ at: string | null }>(
    `select min(at) as at from (select t.at from timers t join tenants c using (tenant_id)
     where c.clock_now is null and t.at > $1 order by t.at limit 1) next`,
    [app.clock().toString()],
  )
  const at = rows[0]?.at
  if (!at) return longestWaitMs
  const waitMs = Temporal.Instant.from(at).epochMilliseconds - app.clock().epochMilliseconds
  return Math.min(longestWaitMs, Math.max(1, Math.ceil(waitMs)))
}
