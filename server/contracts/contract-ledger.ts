/**
 * The ledger of a contract: what issued bills have drawn from its allowances, what they charged
 * for each month, and how its pools stood afterwards. Billing writes it down here, so that the
 * desk and the panel can say what is left without asking billing.
 */
import type { PricingState } from '#engines/pricing/state.ts'
import type { Context } from '#server/plumbing/context.ts'
import { contractsOf, lastDayOf, type Contract } from './contract-store.ts'

export type LedgerEntry = {
  contractId: string
  invoiceId: string
  /** First day of the month of which it speaks. */
  periodFrom: string
  isLate: boolean
  /** Brought along when the contract was entered, not billed by us. */
  isOpening: boolean
  /** By price item: what issued work took from the allowance of that month. */
  drawn: Record<string, string>
  /** By price item with tiers: what was priced above the allowance. */
  above: Record<string, string>
  /** By price item: net in grosze, minimum, cap and discount under their own ids. */
  billed: Record<string, number>
  /** Pools, blocks, meters and numbers of units after it, as the engine left them. */
  closing: PricingState | null
  /** In the order of issuing; the last closing is how a contract stands. */
  notedAt: string
}

/** Above an allowance stands beside what is drawn from it, marked. */
const aboveMark = 'above '

export async function ledgerOf(ctx: Context, contractId: string): Promise<LedgerEntry[]> {
  return (await ledgersOf(ctx, [contractId])).get(contractId) ?? []
}

/** In the order of issuing; of one bill late work comes before its own month. */
export async function ledgersOf(
  ctx: Context,
  contractIds: readonly string[],
): Promise<Map<string, LedgerEntry[]>> {
  if (contractIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('contractLedger')
    .select([
      'contractId',
      'invoiceId',
      'periodFrom',
      'isLate',
      'isOpening',
      'drawn',
      'billed',
      'closing',
      'notedAt',
    ])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', 'in', [...contractIds])
    .orderBy('notedAt')
    .orderBy('periodFrom')
    .execute()
  const entries = rows.map(
    (row) => ({ ...row, ...apart(row.drawn as Record<string, string>) }) as LedgerEntry,
  )
  return Map.groupBy(entries, ({ contractId }) => contractId)
}

function apart(stored: Record<string, string>): Pick<LedgerEntry, 'drawn' | 'above'> {
  const [above, drawn] = [true, false].map((isAbove) =>
    Object.entries(stored).filter(([id]) => id.startsWith(aboveMark) === isAbove),
  )
  return {
    drawn: Object.fromEntries(drawn!),
    above: Object.fromEntries(above!.map(([id, quantity]) => [id.slice(aboveMark.length), quantity])),
  }
}

export async function noteLedger(ctx: Context, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ drawn, above, billed, closing, ...entry }) => ({
    tenantId: ctx.tenantId,
    ...entry,
    drawn: JSON.stringify({
      ...drawn,
      ...Object.fromEntries(Object.entries(above).map(([id, quantity]) => [`${aboveMark}${id}`, quantity])),
    }),
    billed: JSON.stringify(billed),
    closing: closing ? JSON.stringify(closing) : null,
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
