/**
 * Segments: the stretches of a billing period in which one version of the terms
 * was in force. A later version ends the earlier one; of two that begin on one
 * day the later recorded stands. Days outside the contract belong to no segment.
 */
import { dec, divide, mul, sum, type Decimal } from '../base/decimal.ts'
import { itemsOf, type ItemKind, type ItemOf, type PriceList } from './price-list.ts'

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
    return from <= to ? [{ from, to, days: daysIn({ from, to }), priceList: version.priceList }] : []
  })
}

export function segmentOn(segments: Segment[], date: string): Segment | undefined {
  return segments.find((segment) => holds(segment, date))
}

/** An item as it was in a segment. */
export type Offer<K extends ItemKind> = { item: ItemOf<K>; segment: Segment }

/** The items of a kind, by id, each with all the segments in which it was offered. */
export function offersOf<K extends ItemKind>(segments: Segment[], kind: K): Map<string, Offer<K>[]> {
  const offers = new Map<string, Offer<K>[]>()
  for (const segment of segments) {
    for (const item of itemsOf(segment.priceList, kind)) {
      offers.set(item.id, [...(offers.get(item.id) ?? []), { item, segment }])
    }
  }
  return offers
}

/** A value that holds for some days of so many: the parts of an allowance, a fee, a minimum. */
export type DaysPart = { value: string; days: number; ofDays: number; from: string; to: string }

export function weighed(parts: DaysPart[], decimals: number, rounding: 'up' | 'half-away'): Decimal {
  const ofDays = parts[0]?.ofDays ?? 1
  const total = sum(parts.map((part) => mul(dec(part.value), dec(part.days))))
  return divide(total, dec(ofDays), decimals, rounding)
}

export function daysIn(span: Span): number {
  return Temporal.PlainDate.from(span.from).until(span.to, { largestUnit: 'days' }).days + 1
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
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
}
