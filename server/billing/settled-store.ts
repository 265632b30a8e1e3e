/**
 * What issued invoices have settled. The key of `settled_work` is the piece of work, so a
 * second invoice for it cannot exist; late work asks here what earlier work has drawn.
 */
import { sql } from 'kysely'
import { add, dec, toText } from '#engines/base/decimal.ts'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Context } from '#server/plumbing/context.ts'

export type SettledPart = { bin: string; itemId?: string; unit: string; quantity: string; counted?: string }

export async function settledIds(ctx: Context, workIds: string[]): Promise<Set<string>> {
  if (workIds.length === 0) return new Set()
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select('workId')
    .where('tenantId', '=', ctx.tenantId)
    .where('workId', 'in', workIds)
    .execute()
  return new Set(rows.map((row) => row.workId))
}

export async function settleWork(
  ctx: Context,
  invoiceId: string,
  contractId: string,
  periodFrom: string,
  parts: BinPart[],
  counted: Map<string, string>,
): Promise<void> {
  const works = Map.groupBy(parts, (part) => `${part.workKind} ${part.workId}`)
  const rows = [...works.values()].map((own) => {
    const [first] = own
    const facts = own.map(({ bin, itemId, unit, quantity }) => ({
      bin,
      itemId,
      unit,
      quantity,
      counted: itemId && counted.get(`${itemId} ${first!.workId}`),
    }))
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

/** By price item: the tickets or minutes that issued work has drawn from the allowance of a period. */
export async function drawnFrom(
  ctx: Context,
  contractId: string,
  periodFrom: string,
): Promise<Record<string, string>> {
  const rows = await ctx.tx
    .selectFrom('settledWork')
    .select('facts')
    .where('tenantId', '=', ctx.tenantId)
    .where(sql`facts ->> 'contractId'`, '=', contractId)
    .where(sql`facts ->> 'periodFrom'`, '=', periodFrom)
    .execute()
  const drawn: Record<string, string> = {}
  for (const { facts } of rows) {
    for (const part of (facts as { parts: SettledPart[] }).parts) {
      if (!part.itemId || !part.counted) continue
      drawn[part.itemId] = toText(add(dec(drawn[part.itemId] ?? '0'), dec(part.counted)))
    }
  }
  return drawn
}
