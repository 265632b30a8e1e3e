/**
 * What the price engine is given for one contract and one month: its terms, the work, what
 * issued bills have drawn and charged. Billing, the ticket page, the panel and every "what if"
 * build their question here, so their answers cannot differ.
 */
import { add, dec, toText } from '#engines/base/decimal.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { Lot, PricingState } from '#engines/pricing/state.ts'
import type { TermsVersion } from '#engines/pricing/segments.ts'
import { localDate, momentOf, type Ticket, type WorkItem } from '#engines/pricing/work.ts'
import {
  contractOf,
  contractsOfClient,
  lastDayOf,
  ledgersOf,
  versionsOfContract,
  type Contract,
  type LedgerEntry,
  type VersionRow,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ticketsAsWork } from './work-of-contract.ts'

export type Month = { from: string; to: string }

/** A contract with all that its prices depend on besides work. */
export type Pricing = {
  contract: Contract
  /** Recorded and standing, in the order in which they take effect. */
  versions: VersionRow[]
  ledger: LedgerEntry[]
  /** What is left of the pools and blocks that contracts of one client use together. */
  shared: Lot[]
  timezone: string
}

export async function pricingOf(ctx: Context, contractId: string): Promise<Pricing | undefined> {
  const contract = await contractOf(ctx, contractId)
  return contract && (await pricingsOf(ctx, [contract]))[0]
}

/** Contracts without terms in force have no price. */
export async function pricingsOf(ctx: Context, contracts: readonly Contract[]): Promise<Pricing[]> {
  const ledgers = await ledgersOf(
    ctx,
    contracts.map(({ id }) => id),
  )
  const found: Pricing[] = []
  for (const contract of contracts) {
    const versions = await versionsOfContract(ctx, contract.id)
    const ledger = ledgers.get(contract.id) ?? []
    const pricing = { contract, versions, ledger, shared: [], timezone: ctx.tenant.timezone }
    if (versions.length > 0) found.push({ ...pricing, shared: await sharedLots(ctx, pricing) })
  }
  return found
}

/** Pools that several contracts of the client use stand as the last bill of any of them left them. */
async function sharedLots(ctx: Context, pricing: Pricing): Promise<Lot[]> {
  if (sharedNames(pricing).length === 0) return []
  const siblings = await contractsOfClient(ctx, pricing.contract.clientId)
  const ledgers = await ledgersOf(
    ctx,
    siblings.map(({ id }) => id),
  )
  return asBilled(siblings, ledgers).reduce<Lot[]>(
    (lots, { closing }) => sharedAmong(pricing, closing?.lots) ?? lots,
    [],
  )
}

/**
 * In the order in which bills took them: by the moment, and on one bill by the number of the
 * contract, those that ended (they have late work alone) after the others.
 */
function asBilled(
  contracts: readonly Contract[],
  ledgers: ReadonlyMap<string, readonly LedgerEntry[]>,
): LedgerEntry[] {
  const byNumber = [...contracts].sort((a, b) => (a.number < b.number ? -1 : 1))
  const ranked = byNumber.flatMap(({ id }, place) => {
    const own = ledgers.get(id) ?? []
    const running = new Set(own.filter(({ isLate }) => !isLate).map(({ invoiceId }) => invoiceId))
    return own.map((entry) => ({
      entry,
      place: place + (running.has(entry.invoiceId) ? 0 : byNumber.length),
    }))
  })
  const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return ranked
    .sort((a, b) => inOrder(a.entry.notedAt, b.entry.notedAt) || a.place - b.place)
    .map(({ entry }) => entry)
}

/** Of the pools and blocks that it uses together with other contracts. */
export const sharedNames = ({ versions }: Pick<Pricing, 'versions'>): string[] => [
  ...new Set(
    versions
      .flatMap(({ terms }) => terms.priceList.items)
      .flatMap((item) => ((item.kind === 'pool' || item.kind === 'block') && item.sharedAs) || []),
  ),
]

/** Those of some lots that belong to pools which this contract shares; undefined where there is none. */
export function sharedAmong(
  pricing: Pick<Pricing, 'versions'>,
  lots: readonly Lot[] = [],
): Lot[] | undefined {
  const names = sharedNames(pricing)
  const shared = lots.filter(({ pool }) => names.some((name) => pool === name || pool.startsWith(`${name}/`)))
  return shared.length > 0 ? shared : undefined
}

/** The same with what another contract of the client has just left of the pools they share. */
export const withShared = (pricing: Pricing, lots: readonly Lot[] | undefined): Pricing => ({
  ...pricing,
  shared: sharedAmong(pricing, lots) ?? pricing.shared,
})

export type WorkOfMonth = { own: WorkItem[]; others: Ticket[] }

export function periodInput(pricing: Pricing, month: Month, work: WorkOfMonth, isLate: boolean): PeriodInput {
  const { contract, versions, ledger, timezone } = pricing
  const span = { from: month.from, to: month.to }
  const before = ledger.filter((entry) => entry.periodFrom === month.from)
  return {
    period: span,
    fullPeriod: span,
    contract: { from: contract.validFrom, to: lastDayOf(contract) ?? undefined },
    versions: versions.map(asEngineReads),
    work: work.own,
    otherTickets: work.others,
    timezone,
    onlyWork: isLate,
    drawnBefore: drawnIn(isLate ? before : before.filter(({ isOpening }) => isOpening)),
    pricedBefore: isLate ? aboveIn(before) : {},
    billedBefore: isLate ? billedIn(before) : {},
    opening: openingOf(pricing, month, isLate),
    feesInAdvanceFor: isLate ? [] : feesDue(pricing, month),
  }
}

export const asEngineReads = ({ validFrom, validTo, terms }: VersionRow): TermsVersion => ({
  validFrom,
  validTo: validTo ?? undefined,
  priceList: terms.priceList,
})

/**
 * A fee in advance for the next month stands on this month's bill; its first month has only
 * its own bill to stand on. What a bill has charged is not due again.
 */
function feesDue(pricing: Pick<Pricing, 'versions' | 'ledger'>, month: Month) {
  const inAdvance = new Set(
    pricing.versions
      .flatMap(({ terms }) => terms.priceList.items)
      .flatMap((item) => (item.kind === 'flatFee' && item.timing === 'advance' ? [item.id] : [])),
  )
  const isPaid = ({ from }: Month) =>
    pricing.ledger.some(
      (entry) => entry.periodFrom === from && Object.keys(entry.billed).some((id) => inAdvance.has(id)),
    )
  return [month, monthAfter(month)]
    .filter((one) => !isPaid(one))
    .map((one) => ({ period: one, fullPeriod: one }))
}

export function monthAfter({ from }: Month): Month {
  const first = Temporal.PlainDate.from(from).add({ months: 1 })
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }
}

export function monthOf(day: Temporal.PlainDate): Month {
  return { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() }
}

/**
 * How the contract stands: as its last bill left it, late work too. Months in between that had
 * nothing to bill still grant what their pools grant, and let it expire.
 */
function openingOf(pricing: Pricing, month: Month, isLate: boolean): Partial<PricingState> {
  // What the contract brought along is there from its own month on.
  const ledger = pricing.ledger.filter((one) => !one.isOpening || one.periodFrom <= month.from)
  const last = ledger.findLast(({ closing }) => closing !== null)
  let state: Partial<PricingState> = last?.closing ?? {}
  const settled = ledger.filter((one) => one.closing !== null && !one.isLate)
  const latest = settled.reduce((to, { periodFrom }) => (periodFrom > to ? periodFrom : to), '')
  if (latest === '' || isLate) return withoutOwn(pricing, state)
  const { contract, versions, timezone } = pricing
  for (let gap = monthAfter({ from: latest, to: latest }); gap.from < month.from; gap = monthAfter(gap))
    state = priceOfPeriod({
      period: gap,
      fullPeriod: gap,
      contract: { from: contract.validFrom, to: lastDayOf(contract) ?? undefined },
      versions: versions.map(asEngineReads),
      work: [],
      timezone,
      feesInAdvanceFor: [],
      opening: withoutOwn(pricing, state),
    }).closing
  return withoutOwn(pricing, state)
}

/** Of a shared pool what is left together, not what one contract saw last. */
function withoutOwn(pricing: Pricing, state: Partial<PricingState>): Partial<PricingState> {
  if (pricing.shared.length === 0) return state
  const seen = new Set((sharedAmong(pricing, state.lots) ?? []).map(({ id }) => id))
  return { ...state, lots: [...(state.lots ?? []).filter(({ id }) => !seen.has(id)), ...pricing.shared] }
}

const drawnIn = (entries: readonly LedgerEntry[]) => summed(entries.map(({ drawn }) => drawn))
const aboveIn = (entries: readonly LedgerEntry[]) => summed(entries.map(({ above }) => above))

function summed(all: readonly Record<string, string>[]): Record<string, string> {
  const sums: Record<string, string> = {}
  for (const one of all)
    for (const [id, quantity] of Object.entries(one))
      sums[id] = toText(add(dec(sums[id] ?? '0'), dec(quantity)))
  return sums
}

function billedIn(entries: readonly LedgerEntry[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { billed } of entries)
    for (const [id, grosze] of Object.entries(billed)) sums[id] = (sums[id] ?? 0) + grosze
  return sums
}

/** Tickets of other months to which this work belongs: the engine must know them, and does not price them. */
export async function otherTicketsOf(ctx: Context, own: readonly WorkItem[]): Promise<Ticket[]> {
  const here = new Set(own.flatMap((one) => (one.kind === 'ticket' ? [one.id] : [])))
  const named = own.flatMap((one) => ('ticketId' in one && one.ticketId ? [one.ticketId] : []))
  return ticketsAsWork(
    ctx,
    [...new Set(named)].filter((id) => !here.has(id)),
  )
}

/** The dates by which a piece of work may count; a ticket has two. */
export function datesOf(work: WorkItem, timezone: string): string[] {
  const moments =
    work.kind === 'ticket'
      ? [work.reportedAt, ...(work.resolvedAt ? [work.resolvedAt] : [])]
      : [momentOf(work)]
  return moments.map((moment) => localDate(moment, timezone))
}
