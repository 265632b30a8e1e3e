/** Which pieces of work already stand on an invoice: they are changed by a correction only. */
import { sql } from 'kysely'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type WorkKind = 'ticket' | 'time' | 'trip' | 'material'

export async function settledAmong(
  ctx: Context,
  workKind: WorkKind,
  workIds: readonly string[],
): Promise<Set<string>> {
  if (workIds.length === 0) return new Set()
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select('workId')
    .where('tenantId', '=', ctx.tenantId)
    .where('workKind', '=', workKind)
    .where('workId', 'in', [...workIds])
    .execute()
  return new Set(rows.map((row) => row.workId))
}

export async function refuseIfSettled(ctx: Context, workKind: WorkKind, workId: string): Promise<void> {
  if ((await settledAmong(ctx, workKind, [workId])).has(workId)) refuse('entry_settled', { workKind })
}

/** The ticket itself, or anything done on it. */
export async function isTicketSettled(ctx: Context, ticketId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('settledWork as s')
    .select('s.workId')
    .where('s.tenantId', '=', ctx.tenantId)
    .where(
      sql<boolean>`(s.work_kind = 'ticket' and s.work_id = ${ticketId} or s.work_id in (
        select id::text from time_entries e where e.tenant_id = ${ctx.tenantId} and e.ticket_id = ${ticketId}
        union all select id::text from trips e where e.tenant_id = ${ctx.tenantId} and e.ticket_id = ${ticketId}
        union all select id::text from materials e where e.tenant_id = ${ctx.tenantId} and e.ticket_id = ${ticketId}))`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** As the invoice settled them, bin by bin. */
export async function settledParts(ctx: Context, workIds: readonly string[]): Promise<BinPart[]> {
  if (workIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select(['workKind', 'workId', 'facts'])
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<boolean>`work_id = any(${[...workIds]}::text[])`)
    .execute()
  return rows.flatMap(({ workKind, workId, facts }) =>
    ((facts as { parts?: Omit<BinPart, 'workId' | 'workKind'>[] }).parts ?? []).map((part) => ({
      ...part,
      workId,
      workKind: workKind as BinPart['workKind'],
    })),
  )
}
