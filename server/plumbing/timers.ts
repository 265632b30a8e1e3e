/**
 * Alarms: one table of moments. A deed arms a timer in its transaction; twice a second the
 * sweep fires what is due. Firing deletes the row and does the deed in one transaction, so a
 * kill in the middle neither loses nor doubles it. Companies with a sandbox clock are
 * left to whoever moves that clock.
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

export function startSweep(app: App, handlers: TimerHandlers): { stop: () => Promise<void> } {
  const resting = new Map<string, number>()
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    if (!stopped)
      running = sweepOnce(app, handlers, resting)
        .catch((error) => app.log.error({ error }, 'sweep failed'))
        .then(schedule)
  }
  const schedule = () => {
    if (!stopped) handle = setTimeout(tick, 500)
  }
  let handle = setTimeout(tick, 0)
  return {
    async stop() {
      stopped = true
      clearTimeout(handle)
      await running
    },
  }
}

async function sweepOnce(app: App, handlers: TimerHandlers, resting: Map<string, number>): Promise<void> {
  const now = app.clock()
  const { rows } = await app.db.pool.query(
    `select t.tenant_id, t.id from timers t join tenants c using (tenant_id)
     where t.at <= $1 and c.clock_now is null order by t.at limit 500`,
    [now.toString()],
  )
  for (const { tenant_id: tenantId, id } of rows as { tenant_id: string; id: string }[]) {
    if ((resting.get(id) ?? 0) > now.epochMilliseconds) continue
    try {
      await fire(app, handlers, tenantId, id)
      resting.delete(id)
    } catch (error) {
      // It stays in the table; the others go on, this one rests a minute.
      app.log.error({ error, timer: id, tenant: tenantId }, 'a timer failed')
      resting.set(id, now.epochMilliseconds + 60_000)
    }
  }
}
