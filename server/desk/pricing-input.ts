/**
 * What the price engine is given for one contract and one month: its terms, the work, what
 * issued bills have drawn and charged. Billing, the ticket page, the panel and every "what if"
 * build their question here, so their answers cannot differ.
 */
import { add, dec, toText } from '#engines/base/decimal.ts'
import type { PeriodInput } from '#engines/pricing/price-period.ts'
import type { TermsVersion } from '#engines/pricing/segments.ts'
import { localDate, momentOf, type Ticket, type WorkItem } from '#engines/pricing/work.ts'
import {
  contractOf,
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
    if (versions.length > 0) found.push({ contract, versions, ledger, timezone: ctx.tenant.timezone })
  }
  return found
}

export type WorkOfMonth = { own: WorkItem[]; others: Ticket[] }

export function periodInput(
  pricing: Pick<Pricing, 'contract' | 'versions' | 'ledger' | 'timezone'>,
  month: Month,
  work: WorkOfMonth,
  isLate: boolean,
): PeriodInput {
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
    drawnBefore: isLate ? drawnIn(before) : {},
    billedBefore: isLate ? billedIn(before) : {},
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

function drawnIn(entries: readonly LedgerEntry[]): Record<string, string> {
  const sums: Record<string, string> = {}
  for (const { drawn } of entries)
    for (const [id, quantity] of Object.entries(drawn))
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
