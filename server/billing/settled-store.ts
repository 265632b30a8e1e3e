/**
 * What issued invoices have settled. The key of `settled_work` is the piece of work, so a
 * second invoice for it cannot exist; late work asks here what earlier work has drawn.
 */
import { sql } from 'kysely'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Context } from '#server/plumbing/context.ts'

export async function settledIds(ctx: Context, workIds: string[]): Promise<Set<string>> {
  if (workIds.length === 0) return new Set()
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select('workId')
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<boolean>`work_id = any(${workIds}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.workId))
}

export async function settleWork(
  ctx: Context,
  invoiceId: string,
  contractId: string,
  periodFrom: string,
  parts: BinPart[],
): Promise<void> {
  const works = Map.groupBy(parts, (part) => `${part.workKind} ${part.workId}`)
  const rows = [...works.values()].map((own) => {
    const [first] = own
    const facts = own.map(({ workId: _id, workKind: _kind, ...part }) => part)
    return {
      tenantId: ctx.tenantId,
      workKind: first!.workKind,
      workId: first!.workId,
      invoiceId,
      bin: first!.bin,
      units: first!.quantity,
      facts: JSON.stringify({ contractId, periodFrom, parts: facts }),
    }
  })
  if (rows.length > 0) await ctx.tx.insertInto('settledWork').values(rows).execute()
}

/** On which bill a piece of work stands, and to which month of its contract it was settled. */
export type SettledHome = { invoiceId: string; contractId: string; periodFrom: string }

export async function settledHomes(
  ctx: Context,
  workIds: readonly string[],
): Promise<Map<string, SettledHome>> {
  if (workIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select(['workId', 'invoiceId', 'facts'])
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<boolean>`work_id = any(${[...workIds]}::text[])`)
    .execute()
  return new Map(
    rows.map(({ workId, invoiceId, facts }) => {
      const { contractId, periodFrom } = facts as { contractId: string; periodFrom: string }
      return [workId, { invoiceId, contractId, periodFrom }]
    }),
  )
}
