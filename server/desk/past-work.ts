/** What finished tickets took and open ones have taken so far: the ground of every estimate. */
import type { PastWork } from '#engines/forecast/estimate.ts'
import type { Context } from '#server/plumbing/context.ts'
import { sql } from 'kysely'

const daysBack = 180
const casesMost = 5000

/** Minutes of finished tickets of the last half year; those without any entry say nothing. */
export async function pastWork(ctx: Context): Promise<PastWork[]> {
  const since = ctx.now.subtract({ hours: 24 * daysBack }).toString()
  const { rows } = await sql<PastWork>`
    select t.category, t.priority,
      ceil(sum(extract(epoch from e.ended_at - e.started_at)) / 60)::int as minutes
    from tickets t
    join time_entries e on e.tenant_id = t.tenant_id and e.ticket_id = t.id
    where t.tenant_id = ${ctx.tenantId} and t.state in ('resolved', 'closed') and t.reported_at >= ${since}
      and e.ended_at is not null and e.removed_at is null
    group by t.id, t.category, t.priority, t.reported_at
    order by t.reported_at desc limit ${casesMost}`.execute(ctx.tx)
  return rows.filter((row) => row.minutes > 0)
}

/** So far, a running stopwatch included. */
export async function workedMinutes(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; minutes: number }>`
    select ticket_id as id,
      floor(sum(extract(epoch from coalesce(ended_at, ${ctx.now.toString()}) - started_at)) / 60)::int as minutes
    from time_entries
    where tenant_id = ${ctx.tenantId} and removed_at is null and ticket_id = any(${[...ids]}::uuid[])
    group by ticket_id`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row.minutes]))
}
