/**
 * The price of a period: from the terms in force and the registered work to lines
 * with their explanations. Work is priced by the terms in force when it was done;
 * fees and allowances that changed inside the period are weighed by their days.
 * Every unit of work ends in exactly one bin, and the proof shows it.
 */
import { must } from '../base/must.ts'
import { adjustments } from './adjust.ts'
import { proofOf, wholeInto, type BinPart, type BinReason, type Proof, type Verdict } from './bins.ts'
import type { NotCounted } from './explanation.ts'
import { priceFlatFee } from './items/flat-fee.ts'
import type { Claimed, Days, Priced } from './items/item.ts'
import { priceMaterial } from './items/material.ts'
import { pricePerTicket } from './items/per-ticket.ts'
import { pricePerTime } from './items/per-time.ts'
import { pricePerUnit } from './items/per-unit.ts'
import { priceTravel } from './items/travel.ts'
import type { Line } from './line.ts'
import {
  daysIn,
  offersOf,
  segmentsOf,
  type Offer,
  type Segment,
  type Span,
  type TermsVersion,
} from './segments.ts'
import { select, type Selected } from './select.ts'
import type { MaterialUse, Ticket, TimeEntry, Trip, UnitCount, WorkItem } from './work.ts'

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
  /** By item: net that was issued for this period before; minimum, cap and discount under their ids. */
  billedBefore?: Record<string, number>
}

export type PricedPeriod = {
  lines: Line[]
  netGrosze: number
  bins: BinPart[]
  proof: Proof[]
  /** What a person must decide about: pending work, and work out of scope, which nothing prices. */
  needsDecision: BinPart[]
  coverage: { fullDays: number; periodDays: number; coveredDays: number }
}

export function priceOfPeriod(input: PeriodInput): PricedPeriod {
  must(
    new Set(input.work.map((one) => `${one.kind} ${one.id}`)).size === input.work.length,
    'work comes once',
  )
  const segments = segmentsOf(input)
  const days = daysOf(input, segments)
  const selected = input.work.map((work) => select(work, selecting(input, segments)))
  const fees = input.onlyWork ? { lines: [], segments: [] } : flatFees(input, segments)
  const priced = priceWork(input, segments, selected, days)

  const settled = selected.flatMap((one) => (one.fate === 'settled' ? wholeInto(one.work, one.verdict) : []))
  const own = [...settled, ...priced.flatMap(({ parts }) => parts)]
  const bins = inOrderOf(input.work, [...own, ...withTheirTickets(selected, own)])
  const lines = [...fees.lines, ...priced.flatMap((one) => one.lines)]
  const adjusted = adjustments(lines, {
    segments,
    allSegments: [...segments, ...fees.segments],
    days,
    billedBefore: input.billedBefore ?? {},
    onlyWork: input.onlyWork ?? false,
  })
  return result(input, [...inListOrder(lines, [...segments, ...fees.segments]), ...adjusted], bins, days)
}

function result(input: PeriodInput, lines: Line[], bins: BinPart[], days: Days): PricedPeriod {
  const proof = proofOf(input.work, bins)
  must(
    proof.every(({ complete }) => complete),
    'every unit of work ends in exactly one bin',
  )
  return {
    lines,
    netGrosze: lines.reduce((sum, line) => sum + line.netGrosze, 0),
    bins,
    proof,
    needsDecision: bins.filter((part) => part.bin === 'pending' || part.bin === 'outOfScope'),
    coverage: { ...days, periodDays: daysIn(input.period) },
  }
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
      ...ofTiming(segments, daysOf(input, segments), 'arrears'),
      ...ahead.flatMap(({ own, days }) => ofTiming(own, days, 'advance')),
    ],
    segments: ahead.flatMap(({ own, isHere }) => (isHere ? [] : own)),
  }
}

/** The kind of work that each kind of item prices; `select` keeps to it. */
type WorkOf = {
  perTicket: Ticket
  perTime: TimeEntry
  travel: Trip
  material: MaterialUse
  perUnit: UnitCount
}

function priceWork(input: PeriodInput, segments: Segment[], selected: Selected[], days: Days): Priced[] {
  const { timezone } = input
  const drawnBefore = (id: string) => input.drawnBefore?.[id] ?? '0'
  const each = <K extends keyof WorkOf>(kind: K, price: PriceItemOf<K>) =>
    [...offersOf(segments, kind)].map(([id, offers]) => price(offers, claimedBy(selected, kind, id), id))
  return [
    ...each('perTicket', (offers, claimed, id) =>
      pricePerTicket({
        offers,
        claimed,
        notCounted: notCountedBy(selected, id),
        days,
        drawnBefore: drawnBefore(id),
      }),
    ),
    ...each('perTime', (offers, claimed, id) =>
      pricePerTime({ offers, claimed, days, timezone, drawnBefore: drawnBefore(id) }),
    ),
    ...each('travel', priceTravel),
    ...each('material', priceMaterial),
    ...each('perUnit', (offers, claimed) => pricePerUnit(offers, claimed, days)),
  ]
}

type PriceItemOf<K extends keyof WorkOf> = (
  offers: Offer<K>[],
  claimed: Claimed<K, WorkOf[K]>[],
  id: string,
) => Priced

function claimedBy<K extends keyof WorkOf>(selected: Selected[], kind: K, id: string) {
  const mine = selected.filter(
    (one) => one.fate === 'claimed' && one.item.kind === kind && one.item.id === id,
  )
  return mine as unknown as Claimed<K, WorkOf[K]>[]
}

/** Tickets that an item looked at and did not count, by reason. */
function notCountedBy(selected: Selected[], id: string): NotCounted[] {
  const reasons = new Map<BinReason, string[]>()
  for (const one of selected) {
    if (one.fate !== 'settled' || one.work.kind !== 'ticket' || one.verdict.itemId !== id) continue
    const { reason } = one.verdict
    if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), one.work.id])
  }
  return [...reasons].map(([reason, workIds]) => ({ reason, workIds }))
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

function inOrderOf(work: WorkItem[], parts: BinPart[]): BinPart[] {
  const place = new Map(work.map((one, i) => [`${one.kind} ${one.id}`, i]))
  const placeOf = (part: BinPart) => place.get(`${part.workKind} ${part.workId}`) ?? 0
  return [...parts].sort((a, b) => placeOf(a) - placeOf(b))
}

/** As the lists have it; a rule that a later version added comes after the others. */
function inListOrder(lines: Line[], segments: Segment[]): Line[] {
  const ids = [...new Set(segments.flatMap((segment) => segment.priceList.items.map((item) => item.id)))]
  return [...lines].sort((a, b) => ids.indexOf(a.itemId) - ids.indexOf(b.itemId))
}
