/**
 * The price of a period: from the terms in force and the registered work to lines
 * with their explanations. Work is priced by the terms in force when it was done;
 * fees and allowances that changed inside the period are weighed by their days.
 * Every unit of work ends in exactly one bin, and the proof shows it. What goes on
 * beyond the period (pools, blocks, meters) comes in and goes out as data.
 */
import { must } from '../base/must.ts'
import { binsOfMisses } from './adjust-credits.ts'
import { adjustments } from './adjust.ts'
import { proofOf, wholeInto, type BinPart, type Proof, type Verdict } from './bins.ts'
import { priceOneOffs, topUpLines } from './items/bought.ts'
import { priceFlatFee } from './items/flat-fee.ts'
import type { Days } from './items/item.ts'
import type { Line } from './line.ts'
import { closing, ledgerOf, openingOf } from './period-state.ts'
import { claimedMisses, priceWork } from './price-work.ts'
import type { Currency } from './price-list.ts'
import { daysIn, offersOf, segmentsOf, type Segment, type Span, type TermsVersion } from './segments.ts'
import { select, type Selected } from './select.ts'
import type { Notice, PricingState } from './state.ts'
import type { Ticket, WorkItem } from './work.ts'

export type PeriodInput = {
  /** What is settled now, both days in it, and the full period that it belongs to. */
  period: Span
  fullPeriod: Span
  contract: { from: string; to?: string }
  versions: TermsVersion[]
  work: WorkItem[]
  timezone: string
  /** Tickets of other periods to which this work belongs: known, not priced. */
  otherTickets?: Ticket[]
  /** The periods whose fees in advance are due now; this period, when not said. */
  feesInAdvanceFor?: { period: Span; fullPeriod: Span }[]
  /** Late work: only work is priced, fees of the period were issued before. */
  onlyWork?: boolean
  /** By item: tickets or minutes that issued work has drawn from the allowance of this period. */
  drawnBefore?: Record<string, string>
  /** By item with tiers: minutes, tickets or events above the allowance that were priced before. */
  pricedBefore?: Record<string, string>
  /** By item: net that was issued for this period before; minimum, cap and discount under their ids. */
  billedBefore?: Record<string, number>
  /** What the periods before left: pools, blocks, meters, numbers of units. */
  opening?: Partial<PricingState>
}

export type PricedPeriod = {
  lines: Line[]
  currency: Currency
  /** Of the lines in this currency. */
  netGrosze: number
  bins: BinPart[]
  proof: Proof[]
  /** What a person must decide about: pending work, and work out of scope, which nothing prices. */
  needsDecision: BinPart[]
  coverage: { fullDays: number; periodDays: number; coveredDays: number }
  /** What the next period begins with. */
  closing: PricingState
  notices: Notice[]
}

export function priceOfPeriod(input: PeriodInput): PricedPeriod {
  const places = placesOf(input.work)
  const segments = segmentsOf(input)
  const days = daysOf(input, segments)
  const by = selecting(input, segments)
  const selected = input.work.map((work) => select(work, by))
  const ledger = ledgerOf(input, segments, selected)
  const fees = input.onlyWork ? { lines: [], segments: [] } : flatFees(input, segments)
  const work = priceWork({ input, segments, selected, days, ledger, tickets: by.tickets })
  const misses = claimedMisses(selected)

  const settled = selected.flatMap((one) => (one.fate === 'settled' ? wholeInto(one.work, one.verdict) : []))
  const own = [...settled, ...work.parts, ...binsOfMisses(misses)]
  const bins = inOrderOf(places, [...own, ...withTheirTickets(selected, own)])
  const lines = [...fees.lines, ...work.lines, ...topUpLines(ledger.toppedUp, segments)]
  const adjusted = adjustments(lines, {
    segments,
    allSegments: [...segments, ...fees.segments],
    days,
    billedBefore: input.billedBefore ?? {},
    onlyWork: input.onlyWork ?? false,
    ledger,
    misses,
    period: input.period,
  })
  const all = [...inListOrder(lines, [...segments, ...fees.segments]), ...adjusted]
  const state = closing(openingOf(input), ledger, work.kept, input.onlyWork ?? false)
  const currency = currencyOf(segments)
  return { ...result(input, all, bins, { ...days, currency, measured: work.measured }), ...state, currency }
}

type Result = Omit<PricedPeriod, 'closing' | 'notices' | 'currency'>

function result(
  input: PeriodInput,
  lines: Line[],
  bins: BinPart[],
  by: Days & { currency: Currency; measured: ReadonlyMap<string, string> },
): Result {
  const { currency, measured, ...days } = by
  const proof = proofOf(input.work, bins, measured)
  must(
    proof.every(({ complete }) => complete),
    'every unit of work ends in exactly one bin',
  )
  return {
    lines,
    netGrosze: lines.reduce(
      (sum, line) => ((line.currency ?? 'PLN') === currency ? sum + line.netGrosze : sum),
      0,
    ),
    bins,
    proof,
    needsDecision: bins.filter((part) => part.bin === 'pending' || part.bin === 'outOfScope'),
    coverage: { ...days, periodDays: daysIn(input.period) },
  }
}

/** The one that holds at the end; a change of currency belongs between two periods. */
function currencyOf(segments: Segment[]): Currency {
  return segments.at(-1)?.priceList.currency ?? 'PLN'
}

function selecting(input: PeriodInput, segments: Segment[]) {
  const others = input.otherTickets ?? []
  const here = input.work.filter((one) => one.kind === 'ticket')
  return {
    period: input.period,
    segments,
    timezone: input.timezone,
    tickets: new Map([...others, ...here].map((ticket) => [ticket.id, ticket])),
    otherTickets: new Set(others.map((ticket) => ticket.id)),
  }
}

function daysOf(input: PeriodInput, segments: Segment[]): Days {
  return { fullDays: daysIn(input.fullPeriod), coveredDays: segments.reduce((sum, one) => sum + one.days, 0) }
}

/** Fees in arrears for this period, fees in advance for the periods that are due now. */
function flatFees(input: PeriodInput, segments: Segment[]): { lines: Line[]; segments: Segment[] } {
  const here = { period: input.period, fullPeriod: input.fullPeriod }
  const ahead = (input.feesInAdvanceFor ?? [here]).map((span) => {
    const own = segmentsOf({ ...input, period: span.period })
    return { own, days: daysOf({ ...input, ...span }, own), isHere: span.period.from === input.period.from }
  })
  const ofTiming = (own: Segment[], days: Days, timing: string) =>
    [...offersOf(own, 'flatFee').values()].flatMap((offers) =>
      priceFlatFee(
        offers.filter(({ item }) => item.timing === timing),
        days,
      ),
    )
  return {
    lines: [
      ...priceOneOffs(segments),
      ...ofTiming(segments, daysOf(input, segments), 'arrears'),
      ...ahead.flatMap(({ own, days }) => ofTiming(own, days, 'advance')),
    ],
    segments: ahead.flatMap(({ own, isHere }) => (isHere ? [] : own)),
  }
}

/** Work that is in the price of its ticket goes where the ticket went. */
function withTheirTickets(selected: Selected[], own: BinPart[]): BinPart[] {
  const tickets = new Map(own.filter((part) => part.workKind === 'ticket').map((part) => [part.workId, part]))
  return selected.flatMap((one) => {
    if (one.fate !== 'withTicket') return []
    const ticket = tickets.get(one.ticketId)
    must(ticket, 'a ticket of this period has a bin')
    return wholeInto(one.work, verdictLike(ticket))
  })
}

function verdictLike({ bin, itemId, reason, note }: BinPart): Verdict {
  const elsewhere = reason === 'otherPeriod' || reason === 'notResolvedYet'
  if (elsewhere) return { bin, itemId, reason: 'ticketOfOtherPeriod' }
  return { bin, itemId, reason: reason ?? 'pricedByTicket', note }
}

type Places = Map<string, Map<string, number>>

/** Where each piece of work stands in the input, by its kind and id. */
function placesOf(work: WorkItem[]): Places {
  const places: Places = new Map()
  work.forEach(({ kind, id }, i) => {
    let ofKind = places.get(kind)
    if (!ofKind) places.set(kind, (ofKind = new Map()))
    must(!ofKind.has(id), 'work comes once')
    ofKind.set(id, i)
  })
  return places
}

function inOrderOf(places: Places, parts: BinPart[]): BinPart[] {
  const at = parts.map((part, i) => ({ part, i, place: places.get(part.workKind)?.get(part.workId) ?? 0 }))
  return at.sort((a, b) => a.place - b.place || a.i - b.i).map(({ part }) => part)
}

/** As the lists have it; a rule that a later version added comes after the others. */
function inListOrder(lines: Line[], segments: Segment[]): Line[] {
  const ids = [...new Set(segments.flatMap((segment) => segment.priceList.items.map((item) => item.id)))]
  return [...lines].sort((a, b) => ids.indexOf(a.itemId) - ids.indexOf(b.itemId))
}
