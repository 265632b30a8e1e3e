/**
 * One contract settled for one month: late work of earlier months first, each against its own
 * month, then the month itself. Pure: terms, work and the ledger come in, priced months and the
 * ledger's next entries come out, so that the past can be run again with other terms.
 */
import { add, dec, toText, type Decimal } from '#engines/base/decimal.ts'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Line } from '#engines/pricing/line.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import type { Lot, Notice, PricingState } from '#engines/pricing/state.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import type { Contract, LedgerEntry } from '#server/contracts/public.ts'
import { periodInput, sharedAmong, type Pricing, type WorkOfMonth } from '#server/desk/public.ts'
import { monthOfDate, type Period } from './periods.ts'

export type PricedContract = {
  contract: Contract
  period: Period
  isLate: boolean
  lines: Line[]
  bins: BinPart[]
  needsDecision: BinPart[]
  /** Pools, blocks, meters and numbers of units after it. */
  closing: PricingState | null
  notices: Notice[]
  paymentDays: number
  isUnsigned: boolean
  /** The engine could not price it at all: its work is kept and a person decides. */
  cannotBePriced?: string
}

export type MonthToSettle = { period: Period; isLate: boolean; work: WorkOfMonth }

/** `notedAt` orders the entries among those of the ledger; bills that are only tried may leave it empty. */
export function settleContract(
  pricing: Pricing,
  months: readonly MonthToSettle[],
  bill: { invoiceId: string; notedAt: string },
): { priced: PricedContract[]; entries: LedgerEntry[]; shared: Lot[] } {
  const priced: PricedContract[] = []
  const entries: LedgerEntry[] = []
  let { shared } = pricing
  for (const month of months) {
    const one = settleMonth({ ...pricing, shared, ledger: [...pricing.ledger, ...entries] }, month)
    if (month.isLate && one.bins.every(belongsElsewhere)) continue
    priced.push(one)
    entries.push(...entriesOf({ ...one, contractId: one.contract.id }, bill, one.lines))
    shared = sharedAmong(pricing, one.closing?.lots) ?? shared
  }
  return { priced, entries, shared }
}

function settleMonth(pricing: Pricing, { period, isLate, work }: MonthToSettle): PricedContract {
  const { versions, contract } = pricing
  const inForce = versions.filter((one) => one.validFrom <= period.to).at(-1) ?? versions.at(-1)!
  return {
    contract,
    period,
    isLate,
    ...pricedOrKept(pricing, period, work, isLate),
    paymentDays: inForce.terms.billing.paymentDays,
    isUnsigned: !inForce.signedOn,
  }
}

/** What the engine refuses to touch stays as work that a person decides about, never a silent zero. */
function pricedOrKept(pricing: Pricing, period: Period, work: WorkOfMonth, isLate: boolean) {
  try {
    const result = priceOfPeriod(periodInput(pricing, period, work, isLate))
    const { lines, bins, needsDecision, closing, notices, currency } = result
    // Bills are in złoty: another currency waits for a person rather than being taken for it.
    const cannotBePriced = currency === 'PLN' ? undefined : `currency ${currency}`
    return { lines, bins, needsDecision, closing, notices, ...(cannotBePriced && { cannotBePriced }) }
  } catch (problem) {
    const bins = work.own.map(undecided)
    const nothing = { lines: [], closing: null, notices: [] }
    return { ...nothing, bins, needsDecision: bins, cannotBePriced: String(problem) }
  }
}

const undecided = (work: WorkItem): BinPart => ({
  workId: work.id,
  workKind: work.kind,
  bin: 'pending',
  reason: 'noItemPricesIt',
  unit: work.kind === 'ticket' ? 'ticket' : 'piece',
  quantity: '1',
})

/** A ticket of this period that counts in another one: nothing is settled here by it. */
export const belongsElsewhere = ({ reason }: BinPart): boolean =>
  reason === 'otherPeriod' || reason === 'notResolvedYet'

type ChargedLine = Pick<Line, 'itemId' | 'netGrosze' | 'period' | 'informative'>
type Settled = {
  contractId: string
  period: Period
  isLate: boolean
  bins: BinPart[]
  closing?: PricingState | null
}

/** What a bill leaves in the ledger: for its own month, and for the months that its fees in advance pay. */
export function entriesOf(
  { contractId, period, isLate, bins, closing }: Settled,
  { invoiceId, notedAt }: { invoiceId: string; notedAt: string },
  lines: readonly ChargedLine[],
): LedgerEntry[] {
  const billed = new Map<string, Record<string, number>>([[period.from, {}]])
  for (const line of lines.filter(({ informative }) => !informative)) {
    const from = line.period.from > period.to ? `${monthOfDate(line.period.from)}-01` : period.from
    const sums = billed.get(from) ?? {}
    billed.set(from, { ...sums, [line.itemId]: (sums[line.itemId] ?? 0) + line.netGrosze })
  }
  return [...billed].map(([periodFrom, sums]) => {
    const own = periodFrom === period.from
    return {
      contractId,
      invoiceId,
      periodFrom,
      isLate: own && isLate,
      isOpening: false,
      ...(own ? takenBy(bins) : { drawn: {}, above: {} }),
      billed: sums,
      closing: own ? (closing ?? null) : null,
      notedAt,
    }
  })
}

/** Tickets count whether inside the package or above it; of time only what the package gave. */
function takenBy(bins: readonly BinPart[]): Pick<LedgerEntry, 'drawn' | 'above'> {
  const [drawn, above]: [Record<string, string>, Record<string, string>] = [{}, {}]
  for (const { bin, itemId, reason, unit, quantity, surplus = '0' } of bins) {
    if (!itemId || reason === 'pricedByTicket' || reason === 'coveredByFee') continue
    const counted = add(dec(quantity), dec(surplus))
    if (bin === 'included' || (bin === 'overage' && unit === 'ticket')) put(drawn, itemId, counted)
    if (bin === 'overage') put(above, itemId, counted)
  }
  return { drawn, above }
}

function put(sums: Record<string, string>, itemId: string, quantity: Decimal): void {
  sums[itemId] = toText(add(dec(sums[itemId] ?? '0'), quantity))
}
