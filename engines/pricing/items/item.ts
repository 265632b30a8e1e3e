/**
 * What every price item is given and what it answers: the claimed work with the
 * item in force for each piece, and back lines and bins. An item may have changed
 * inside the period, so it comes as offers, one for each version of the terms.
 */
import { compare, dec, sub, toText, zero } from '../../base/decimal.ts'
import type { BinPart } from '../bins.ts'
import type { Allowance } from '../explanation.ts'
import type { Answer, Demand } from '../ledger.ts'
import type { Line } from '../line.ts'
import type { AllowanceProration, ItemKind, ItemOf } from '../price-list.ts'
import { windowsOf } from '../grants.ts'
import { daysIn, weighed, type DaysPart, type Offer, type Segment } from '../segments.ts'
import type { WorkItem } from '../work.ts'

export type Claimed<K extends ItemKind, W extends WorkItem> = { work: W; item: ItemOf<K>; segment: Segment }

export type Days = { fullDays: number; coveredDays: number }

export type Priced = { lines: Line[]; parts: BinPart[] }

/** An item that draws from pools says first what it needs; the ledger answers for all items at once. */
export type Prepared = { demands: Demand[]; finish: (answers: Answer[]) => Priced }

export function withoutDemands(priced: Priced): Prepared {
  return { demands: [], finish: () => priced }
}

/** An allowance by the days of each version: of the full period, or of the days that there are. */
export function allowanceOf<K extends ItemKind>(
  offers: Offer<K>[],
  days: Days,
  terms: { included: (item: ItemOf<K>) => number; prorate: AllowanceProration; drawnBefore: string },
): Allowance {
  const ofDays = terms.prorate === 'full' ? days.coveredDays : days.fullDays
  const parts = daysParts(offers, ofDays, (item) => String(terms.included(item)))
  const rounding = terms.prorate === 'halfUp' ? 'half-away' : 'up'
  return { parts, granted: toText(weighed(parts, 0, rounding)), drawnBefore: terms.drawnBefore }
}

/** Whole tickets or minutes that may still come without being charged. */
export function wholeLeft(allowance: { granted: string; drawnBefore: string }): number {
  const left = sub(dec(allowance.granted), dec(allowance.drawnBefore))
  return compare(left, zero) > 0 ? Math.floor(Number(toText(left))) : 0
}

/** The parts of an amount that is named for a month: each month owes its own days of its own length. */
export function monthParts<I>(
  offers: { item: I; segment: Segment }[],
  value: (item: I) => string,
): DaysPart[] {
  return offers.flatMap(({ item, segment }) =>
    windowsOf('month', { period: segment, fullPeriod: segment }).map((month) => {
      const from = month.from > segment.from ? month.from : segment.from
      const to = month.to < segment.to ? month.to : segment.to
      return { value: value(item), days: daysIn({ from, to }), ofDays: daysIn(month), from, to }
    }),
  )
}

export function daysParts<I>(
  offers: { item: I; segment: Segment }[],
  ofDays: number,
  value: (item: I) => string,
): DaysPart[] {
  return offers.map(({ item, segment }) => ({
    value: value(item),
    days: segment.days,
    ofDays,
    from: segment.from,
    to: segment.to,
  }))
}

/** Are all days of the full period there? Then the amount is due as it stands in the terms. */
export function isWhole(parts: DaysPart[]): boolean {
  const ofDays = parts[0]?.ofDays ?? 0
  if (parts.some((part) => part.ofDays !== ofDays)) return false
  return parts.reduce((sum, part) => sum + part.days, 0) === ofDays
}
