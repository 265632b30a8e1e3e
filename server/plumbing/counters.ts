/**
 * Numbers without gaps: a counter row locked inside the transaction that uses the number.
 * A number taken by a transaction that fails is given back with it.
 */
import { sql } from 'kysely'
import type { Context } from './context.ts'

export async function takeNumber(ctx: Context, series: string, period: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into counters (tenant_id, series, period, last) values (${ctx.tenantId}, ${series}, ${period}, 1)
    on conflict (tenant_id, series, period) do update set last = counters.last + 1
    returning last`.execute(ctx.tx)
  return rows[0]!.last
}
