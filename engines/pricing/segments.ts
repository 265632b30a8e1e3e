/**
 * Segments: the stretches of a billing period in which one version of the terms
 * was in force. A later version ends the earlier one; of two that begin on one
 * day the later recorded stands. Days outside the contract belong to no segment.
 * A list whose rules change on a day, or hold for some days only, is cut there too.
 */
import { dec, divide, mul, sum, type Decimal } from '../base/decimal.ts'
import { datedLists } from './dated-lists.ts'
import type { ItemKind, ItemOf, PriceItem, PriceList } from './price-list.ts'
import { dateOfDay, dayOfDate } from './work.ts'

/** Calendar dates, both ends belong to it. */
export type Span = { from: string; to: string }

export type TermsVersion = { validFrom: string; validTo?: string; priceList: PriceList }

export type Segment = Span & { days: number; priceList: PriceList }

export function segmentsOf(input: {
  period: Span
  contract: { from: string; to?: string }
  versions: TermsVersion[]
}): Segment[] {
  const ordered = input.versions
    .map((version, recorded) => ({ version, recorded }))
    .sort((a, b) => compareDates(a.version.validFrom, b.version.validFrom) || a.recorded - b.recorded)
    .map(({ version }) => version)
  return ordered.flatMap((version, i) => {
    const next = ordered[i + 1]
    const ends = [input.period.to, input.contract.to, version.validTo, next && dayBefore(next.validFrom)]
    const from = latest([input.period.from, input.contract.from, version.validFrom])
    const to = earliest(ends.filter((end) => end !== undefined))
    return from <= to ? datedLists(version.priceList, { from, to }).map(withDays) : []
  })
}

function withDays(part: Span & { priceList: PriceList }): Segment {
  return { ...part, days: daysIn(part) }
}

export function segmentOn(segments: Segment[], date: string): Segment | undefined {
  return segments.find((segment) => holds(segment, date))
}

/** An item as it was in a segment. */
export type Offer<K extends ItemKind> = { item: ItemOf<K>; segment: Segment }

/** The items of a kind, by id, each with all the segments in which it was offered. */
export function offersOf<K extends ItemKind>(segments: Segment[], kind: K): Map<string, Offer<K>[]> {
  let byKind = offered.get(segments)
  if (!byKind) offered.set(segments, (byKind = offersByKind(segments)))
  return (byKind.get(kind) ?? new Map()) as Map<string, Offer<K>[]>
}

type AnyOffer = { item: PriceItem; segment: Segment }
const offered = new WeakMap<Segment[], Map<ItemKind, Map<string, AnyOffer[]>>>()

/** Asked for every kind of items of the same period: laid out once. */
function offersByKind(segments: Segment[]): Map<ItemKind, Map<string, AnyOffer[]>> {
  const byKind = new Map<ItemKind, Map<string, AnyOffer[]>>()
  for (const segment of segments) {
    for (const item of segment.priceList.items) {
      let byId = byKind.get(item.kind)
      if (!byId) byKind.set(item.kind, (byId = new Map()))
      const offers = byId.get(item.id)
      if (offers) offers.push({ item, segment })
      else byId.set(item.id, [{ item, segment }])
    }
  }
  return byKind
}

/** A value that holds for some days of so many: the parts of an allowance, a fee, a minimum. */
export type DaysPart = { value: string; days: number; ofDays: number; from: string; to: string }

export function weighed(parts: DaysPart[], decimals: number, rounding: 'up' | 'half-away'): Decimal {
  const ofDays = [...new Set(parts.map((part) => part.ofDays))].reduce(leastCommonMultiple, 1)
  const total = sum(parts.map((part) => mul(dec(part.value), dec((part.days * ofDays) / part.ofDays))))
  return divide(total, dec(ofDays), decimals, rounding)
}

/** Months of one period differ in their days; their shares are added before anything is rounded. */
function leastCommonMultiple(a: number, b: number): number {
  const gcd = (x: number, y: number): number => (y === 0 ? x : gcd(y, x % y))
  return (a / gcd(a, b)) * b
}

export function daysIn(span: Span): number {
  return dayOfDate(span.to) - dayOfDate(span.from) + 1
}

export function holds(span: Span, date: string): boolean {
  return span.from <= date && date <= span.to
}

/** The days two spans have in common. */
export function commonDays(a: Span, b: Span): number {
  const from = latest([a.from, b.from])
  const to = earliest([a.to, b.to])
  return from <= to ? daysIn({ from, to }) : 0
}

/** Dates of four-digit years stand in the order of their text. */
function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function latest(dates: string[]): string {
  return dates.reduce((a, b) => (a > b ? a : b))
}

function earliest(dates: string[]): string {
  return dates.reduce((a, b) => (a < b ? a : b))
}

function dayBefore(date: string): string {
  return dateOfDay(dayOfDate(date) - 1)
}
