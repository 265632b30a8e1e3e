/**
 * What changes the sum of a period, in this order: money in the fee, prices for several
 * items together, minimum, cap, discounts, credits. A minimum tops up to its amount, a
 * cap takes what lies above it (from work above the fee, when nothing else is named),
 * discounts follow in their declared order, each from what the earlier ones left.
 * Each reduction is one line for each VAT rate.
 */
import { add, toText, zero, type Decimal } from '../base/decimal.ts'
import { creditLines, type ClaimedMiss } from './adjust-credits.ts'
import { bundleLines, moneyLines } from './adjust-together.ts'
import { rates, take, wholeLine, type Running } from './adjust-running.ts'
import type { CapExplained, DiscountExplained } from './explanation.ts'
import { daysParts } from './items/item.ts'
import { costOfShares } from './items/share-cost.ts'
import type { Ledger } from './ledger.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from './line.ts'
import type { Bundle, Cap, Minimum, Prorate } from './price-list.ts'
import { capShares, discountShares } from './recompute-shares.ts'
import { commonDays, daysIn, offersOf, type Offer, type Segment, type Span } from './segments.ts'

export type Adjusting = {
  /** Those of the period; a minimum and a cap are weighed by their days. */
  segments: Segment[]
  /** Also those of fees in advance; discounts reach them too. */
  allSegments: Segment[]
  days: { fullDays: number; coveredDays: number }
  /** What was issued before for this period, by item; minimum, cap and discount under their own ids. */
  billedBefore: Record<string, number>
  /** Late work: sums of money that were taken off once are not taken off again. */
  onlyWork: boolean
  ledger: Ledger
  misses: ClaimedMiss[]
  period: Span
}

export function adjustments(lines: Line[], by: Adjusting): Line[] {
  const running = lines.filter((line) => !line.informative).map((line) => ({ line, left: line.netGrosze }))
  const added: Line[] = []
  const put = (line: Line) => {
    added.push(line)
    return line
  }
  const minima = (compared: Minimum['compared']) => {
    for (const offers of offersOf(by.segments, 'minimum').values()) {
      if ((lastOf(offers).item.compared ?? 'beforeDiscounts') !== compared) continue
      const line = put(minimumLine(offers, running, by))
      running.push({ line, left: line.netGrosze })
    }
  }
  moneyLines(running, by).forEach(put)
  for (const offers of offersOf(by.segments, 'bundle').values()) {
    bundleLines(offers, running, partsOf(offers, by, 'calendarDays')).forEach(put)
  }
  minima('beforeDiscounts')
  for (const offers of offersOf(by.segments, 'cap').values()) capLines(offers, running, by).forEach(put)
  for (const offers of discountsInOrder(by)) discountLines(offers, running, by).forEach(put)
  minima('afterDiscounts')
  for (const offers of offersOf(by.segments, 'credit').values()) creditLines(offers, running, by).forEach(put)
  return added.filter((line) => line.netGrosze !== 0)
}

function minimumLine(offers: Offer<'minimum'>[], running: Running[], by: Adjusting): Line {
  const offer = lastOf(offers)
  const over = coveredBy(offer, running)
  const { per = 'contract' } = offer.item
  return lineOf({
    item: offer.item,
    vat: offerVat(offer),
    currency: offerCurrency(offer),
    period: spanOf(offers),
    explanation: {
      model: 'minimum',
      parts: partsOf(offers, by, 'calendarDays'),
      base: over.map(wholeLine),
      billedBeforeGrosze: billedBefore(offer.item.over, by),
      chargedBeforeGrosze: by.billedBefore[offer.item.id] ?? 0,
      ...(per !== 'contract' && { each: netsOfEach(over) }),
    },
  })
}

/** What each device or site costs on these lines, exact. */
function netsOfEach(over: Running[]): { of: string; amount: string }[] {
  const sums = new Map<string, Decimal>()
  for (const { line } of over) {
    for (const { of, amount } of costOfShares(line.explanation))
      sums.set(of, add(sums.get(of) ?? zero, amount))
  }
  return [...sums].map(([of, amount]) => ({ of, amount: toText(amount) }))
}

function capLines(offers: Offer<'cap'>[], running: Running[], by: Adjusting): Line[] {
  const offer = lastOf(offers)
  const over = coveredBy(offer, running)
  const explained: Omit<CapExplained, 'vat'> = {
    model: 'cap',
    parts: partsOf(offers, by, 'none'),
    base: over.map(wholeLine),
    billedBeforeGrosze: billedBefore(offer.item.over, by),
    takenBeforeGrosze: -(by.billedBefore[offer.item.id] ?? 0),
  }
  const lines = rates(over).map((vat) =>
    lineOf({ ...common(offers), vat, explanation: { ...explained, vat } }),
  )
  take(over, capShares({ ...explained, vat: offerVat(offer) }))
  return lines
}

function discountLines(offers: Offer<'discount'>[], running: Running[], by: Adjusting): Line[] {
  const offer = lastOf(offers)
  const { item } = offer
  const windows = offers.map((one) => windowOf(one)).filter((window) => window !== undefined)
  const over = running
    .filter(({ line, left }) => left > 0 && (item.on === 'all' || item.on.includes(line.itemId)))
    .filter(({ line }) => daysInside(line.period, windows) > 0 && isOf(line, offer))
  if (over.length === 0 || (by.onlyWork && item.amountPrice !== undefined)) return []
  const explained = discountExplained(offers, over, windows, by)
  const lines = rates(over).map((vat) =>
    lineOf({ ...common(offers), vat, explanation: { ...explained, vat } }),
  )
  take(over, discountShares({ ...explained, vat: offerVat(offer) }))
  return lines
}

function common<K extends 'cap' | 'discount'>(offers: Offer<K>[]) {
  const offer = lastOf(offers)
  return { item: offer.item, currency: offerCurrency(offer), period: spanOf(offers) }
}

function discountExplained(
  offers: Offer<'discount'>[],
  over: Running[],
  windows: Span[],
  by: Adjusting,
): Omit<DiscountExplained, 'vat'> {
  const { item } = lastOf(offers)
  const base = over.map((one) => ({
    ...wholeLine(one),
    days: daysInside(one.line.period, windows),
    ofDays: daysIn(one.line.period),
  }))
  const here = windows.filter((window) => by.segments.some((segment) => commonDays(segment, window) > 0))
  const amountParts = here.map((window) => ({
    value: item.amountPrice ?? '0',
    days: daysIn(window),
    ofDays: by.days.fullDays,
    ...window,
  }))
  return {
    model: 'discount',
    order: item.order,
    until: item.until,
    percentBp: item.percentBp,
    amountParts: item.amountPrice === undefined ? undefined : amountParts,
    base,
  }
}

/** A discount of another size under the same id is another discount. */
function discountsInOrder(by: Adjusting): Offer<'discount'>[][] {
  const size = ({ item }: Offer<'discount'>) =>
    `${item.percentBp} ${item.amountPrice} ${String(item.on)} ${item.until}`
  return [...offersOf(by.allSegments, 'discount').values()]
    .flatMap((offers) => grouped(offers, size))
    .sort((a, b) => lastOf(a).item.order - lastOf(b).item.order)
}

function windowOf({ item, segment }: Offer<'discount'>): Span | undefined {
  const to = item.until !== undefined && item.until < segment.to ? item.until : segment.to
  const from = item.from !== undefined && item.from > segment.from ? item.from : segment.from
  return from <= to ? { from, to } : undefined
}

function daysInside(span: Span, windows: Span[]): number {
  return windows.reduce((sum, window) => sum + commonDays(span, window), 0)
}

/** A minimum looks at everything, a cap at the work above the fee, unless they name items. */
function coveredBy(offer: { item: Minimum | Cap; segment: Segment }, running: Running[]): Running[] {
  const { item } = offer
  return running.filter(({ line }) => {
    if (!isOf(line, offer)) return false
    if (item.over) return item.over.includes(line.itemId)
    return item.kind === 'minimum' || line.group === 'overFee'
  })
}

function billedBefore(over: string[] | undefined, by: Adjusting): number {
  const adjusting = by.segments
    .flatMap((segment) => segment.priceList.items)
    .filter((item) => isAdjustment(item.kind))
  const ids = new Set(adjusting.map((item) => item.id))
  return Object.entries(by.billedBefore)
    .filter(([id]) => (over ? over.includes(id) : !ids.has(id)))
    .reduce((sum, [, grosze]) => sum + grosze, 0)
}

/** Amounts of another currency are no part of it. */
function isOf(line: Line, offer: { segment: Segment }): boolean {
  return (line.currency ?? 'PLN') === offerCurrency(offer)
}

function isAdjustment(kind: string): boolean {
  return ['minimum', 'cap', 'discount', 'bundle', 'credit', 'pool'].includes(kind)
}

function partsOf(
  offers: { item: Minimum | Cap | Bundle; segment: Segment }[],
  by: Adjusting,
  unlessSaid: Prorate,
) {
  const prorate = lastOf(offers).item.prorate ?? unlessSaid
  const ofDays = prorate === 'none' ? by.days.coveredDays : by.days.fullDays
  return daysParts(offers, ofDays, (item) => item.amountPrice)
}
