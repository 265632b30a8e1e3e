/**
 * Alarms: one table of moments. A deed arms a timer in its transaction; the sweep fires what
 * is due, each company's in their order, also after the program was off. Firing deletes the
 * row and does the deed in one transaction, so a kill in the middle neither loses nor doubles
 * it. Companies with a sandbox clock are left to whoever moves that clock.
 */
import { asSystem, type Context } from './context.ts'
import type { App } from './app.ts'
import { announcingTogether } from './live.ts'

export type Timer = {
  id: string
  at: string
  what: string
  subjectId: string
  key: string
  facts: Record<string, unknown>
}
/** What it answers is the instant of a timer that it armed, where that may be one that is due already. */
export type TimerHandler = (ctx: Context, timer: Timer) => Promise<string | void>
/**
 * `lock` takes the rows that the deeds are about before the timers are taken: people's deeds take them in
 * that order too (the ticket, then its timers), so the two never wait for each other.
 */
export type TimerHandlers = Record<
  string,
  | TimerHandler
  | { lock: (ctx: Context, subjectIds: readonly string[]) => Promise<unknown>; handle: TimerHandler }
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
    .select(timerColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', timerId)
    .executeTakeFirst()
  if (!seen) return false
  await lockFor(ctx, handlers, [seen as Timer])
  return (await fireLocked(ctx, handlers, seen as Timer)).isFired
}

const timerColumns = ['id', 'at', 'what', 'subjectId', 'key', 'facts'] as const

function handlerOf(handlers: TimerHandlers, { what }: Timer): TimerHandlers[string] {
  const handler = handlers[what]
  if (!handler) throw new Error(`No deed for the timer ${what}`)
  return handler
}

async function lockFor(ctx: Context, handlers: TimerHandlers, timers: readonly Timer[]): Promise<void> {
  const handler = handlerOf(handlers, timers[0]!)
  if (typeof handler !== 'function')
    await handler.lock(
      ctx,
      timers.map((timer) => timer.subjectId),
    )
}

async function fireLocked(
  ctx: Context,
  handlers: TimerHandlers,
  seen: Timer,
): Promise<{ isFired: boolean; armedAt?: string | undefined }> {
  // Taken only as it was seen: a deed in between may have moved or removed it.
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('timers')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', seen.id)
    .where('at', '=', seen.at)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return { isFired: false }
  const handler = handlerOf(handlers, seen)
  const deed = typeof handler === 'function' ? handler : handler.handle
  const armedAt = await deed({ ...ctx, actor: { kind: 'system', what: seen.what } }, seen)
  return { isFired: true, armedAt: armedAt ?? undefined }
}

/** The earliest timer of one company up to a moment. */
export async function nextTimer(
  ctx: Context,
  upTo: Temporal.Instant,
): Promise<{ id: string; at: string } | undefined> {
  return ctx.tx
    .selectFrom('timers')
    .select(['id', 'at'])
    .where('tenantId', '=', ctx.tenantId)
    .where('at', '<=', upTo.toString())
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
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
  for (let fired = 0; fired < turnMost && !sweep.isStopped;) {
    const count = await fireDue(sweep, tenantId)
    if (count === 0) return false
    fired += count
  }
  return true
}

/** So many in one transaction at most, when so many are due: what is done together costs less. */
const togetherMost = 25

/** Fires the earliest due timers of a company; if one of several fails, they are tried one by one, and it rests. */
async function fireDue(sweep: Sweep, tenantId: string): Promise<number> {
  const nowMs = sweep.app.clock().epochMilliseconds
  for (const [id, until] of sweep.resting) if (until <= nowMs) sweep.resting.delete(id)
  const together = await fireTogether(sweep, tenantId, togetherMost)
  if (!together.failed) return together.fired
  const single = together.tried > 1 ? await fireTogether(sweep, tenantId, 1) : together
  if (!single.failed) return single.fired
  if (single.firstId === undefined) return 0
  sweep.app.log.error({ error: single.failed, timer: single.firstId, tenant: tenantId }, 'a timer failed')
  sweep.resting.set(single.firstId, nowMs + restMs)
  return 1
}

type Fired = { fired: number; tried: number; firstId?: string | undefined; failed?: unknown }

async function fireTogether(
  { app, handlers, resting }: Sweep,
  tenantId: string,
  most: number,
): Promise<Fired> {
  const told: Fired = { fired: 0, tried: 0 }
  try {
    await asSystem(app, tenantId, 'timer', (ctx) =>
      announcingTogether(ctx.client, async () => {
        const due = await dueTimers(ctx, { most, except: [...resting.keys()] })
        told.tried = due.length
        told.firstId = due[0]?.id
        if (due.length > 0) await lockFor(ctx, handlers, due)
        for (const [i, timer] of due.entries()) {
          const { armedAt } = await fireLocked(ctx, handlers, timer)
          told.fired += 1
          const next = due[i + 1]
          // It armed one that comes before the next of these: first that one.
          if (armedAt !== undefined && next && Date.parse(armedAt) < Date.parse(next.at)) return
        }
      }),
    )
    return told
  } catch (error) {
    return { ...told, fired: 0, failed: error }
  }
}

/** The earliest due ones, as far as they are of one kind and about different things. */
async function dueTimers(
  ctx: Context,
  { most, except }: { most: number; except: readonly string[] },
): Promise<Timer[]> {
  let query = ctx.tx
    .selectFrom('timers')
    .select(timerColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('at', '<=', ctx.now.toString())
  if (except.length > 0) query = query.where('id', 'not in', except)
  const due = (await query.orderBy('at').orderBy('id').limit(most).execute()) as Timer[]
  const end = due.findIndex(
    (timer, i) =>
      timer.what !== due[0]!.what || due.slice(0, i).some((one) => one.subjectId === timer.subjectId),
  )
  return end === -1 ? due : due.slice(0, end)
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
