/**
 * The ledger of a contract: what issued bills have drawn from its allowances, what they charged
 * for each month, and how its pools stood afterwards. Billing writes it down here, so that the
 * desk and the panel can say what is left without asking billing.
 */
import type { Context } from '#server/plumbing/context.ts'
import { contractsOf, lastDayOf, type Contract } from './contract-store.ts'

export type LedgerEntry = {
  contractId: string
  invoiceId: string
  /** First day of the month of which it speaks. */
  periodFrom: string
  isLate: boolean
  /** By price item: what issued work took from the allowance of that month. */
  drawn: Record<string, string>
  /** By price item: net in grosze, minimum, cap and discount under their own ids. */
  billed: Record<string, number>
  /** Pools, blocks and meters after it, as the engine left them. */
  closing: unknown
}

export async function ledgerOf(ctx: Context, contractId: string): Promise<LedgerEntry[]> {
  return (await ledgersOf(ctx, [contractId])).get(contractId) ?? []
}

/** In the order of the months, for each the order of issuing. */
export async function ledgersOf(
  ctx: Context,
  contractIds: readonly string[],
): Promise<Map<string, LedgerEntry[]>> {
  if (contractIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('contractLedger')
    .select(['contractId', 'invoiceId', 'periodFrom', 'isLate', 'drawn', 'billed', 'closing'])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', 'in', [...contractIds])
    .orderBy('periodFrom')
    .orderBy('notedAt')
    .execute()
  return Map.groupBy(rows as LedgerEntry[], ({ contractId }) => contractId)
}

export async function noteLedger(ctx: Context, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ drawn, billed, closing, ...entry }) => ({
    tenantId: ctx.tenantId,
    ...entry,
    drawn: JSON.stringify(drawn),
    billed: JSON.stringify(billed),
    closing: closing ? JSON.stringify(closing) : null,
    notedAt: ctx.now.toString(),
  }))
  await ctx.tx.insertInto('contractLedger').values(rows).execute()
}

/** Contracts that ended before a day but were billed: work on them may still have been entered since. */
export async function contractsEndedBefore(ctx: Context, date: string): Promise<Contract[]> {
  return (await contractsOf(ctx)).filter((one) => {
    const last = lastDayOf(one)
    return one.activatedAt !== null && one.settledTo !== null && last !== null && last < date
  })
}
