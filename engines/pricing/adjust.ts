/**
 * Minimum, cap and discounts, in this order, over the lines of a period. A minimum
 * tops up to its amount, a cap takes what lies above it (from work above the fee,
 * when nothing else is named), discounts follow in their declared order, each from
 * what the earlier ones left. Each reduction is one line for each VAT rate.
 */
import type { BaseLine, CapExplained, DiscountExplained } from './explanation.ts'
import { daysParts } from './items/item.ts'
import { grouped, lastOf, lineOf, offerVat, spanOf, type Line } from './line.ts'
import type { Cap, Minimum, Prorate, VatCode } from './price-list.ts'
import { capShares, discountShares } from './recompute.ts'
import { commonDays, daysIn, offersOf, type Offer, type Segment, type Span } from './segments.ts'

/** A line with what minimum, cap and earlier discounts left of it. */
type Running = { line: Line; left: number }

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
}

export function adjustments(lines: Line[], by: Adjusting): Line[] {
  const running = lines.filter((line) => !line.informative).map((line) => ({ line, left: line.netGrosze }))
  const added: Line[] = []
  const add = (line: Line) => {
    added.push(line)
    return line
  }
  for (const offers of offersOf(by.segments, 'minimum').values()) {
    const line = add(minimumLine(offers, running, by))
    running.push({ line, left: line.netGrosze })
  }
  for (const offers of offersOf(by.segments, 'cap').values()) capLines(offers, running, by).forEach(add)
  for (const offers of discountsInOrder(by)) discountLines(offers, running, by).forEach(add)
  return added.filter((line) => line.netGrosze !== 0)
}

function minimumLine(offers: Offer<'minimum'>[], running: Running[], by: Adjusting): Line {
  const offer = lastOf(offers)
  const over = coveredBy(offer.item, running)
  return lineOf({
    item: offer.item,
    vat: offerVat(offer),
    period: spanOf(offers),
    explanation: {
      model: 'minimum',
      parts: partsOf(offers, by, 'calendarDays'),
      base: over.map(wholeLine),
      billedBeforeGrosze: billedBefore(offer.item.over, by),
      chargedBeforeGrosze: by.billedBefore[offer.item.id] ?? 0,
    },
  })
}

function capLines(offers: Offer<'cap'>[], running: Running[], by: Adjusting): Line[] {
  const offer = lastOf(offers)
  const over = coveredBy(offer.item, running)
  const explained: Omit<CapExplained, 'vat'> = {
    model: 'cap',
    parts: partsOf(offers, by, 'none'),
    base: over.map(wholeLine),
    billedBeforeGrosze: billedBefore(offer.item.over, by),
    takenBeforeGrosze: -(by.billedBefore[offer.item.id] ?? 0),
  }
  const lines = rates(over).map((vat) =>
    lineOf({ item: offer.item, vat, period: spanOf(offers), explanation: { ...explained, vat } }),
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
    .filter(({ line }) => daysInside(line.period, windows) > 0)
  if (over.length === 0 || (by.onlyWork && item.amountPrice !== undefined)) return []
  const explained = discountExplained(offers, over, windows, by)
  const lines = rates(over).map((vat) =>
    lineOf({ item, vat, period: spanOf(offers), explanation: { ...explained, vat } }),
  )
  take(over, discountShares({ ...explained, vat: offerVat(offer) }))
  return lines
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
  return segment.from <= to ? { from: segment.from, to } : undefined
}

function daysInside(span: Span, windows: Span[]): number {
  return windows.reduce((sum, window) => sum + commonDays(span, window), 0)
}

/** A minimum looks at everything, a cap at the work above the fee, unless they name items. */
function coveredBy(item: Minimum | Cap, running: Running[]): Running[] {
  return running.filter(({ line }) => {
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

function isAdjustment(kind: string): boolean {
  return kind === 'minimum' || kind === 'cap' || kind === 'discount'
}

function partsOf(offers: { item: Minimum | Cap; segment: Segment }[], by: Adjusting, unlessSaid: Prorate) {
  const prorate = lastOf(offers).item.prorate ?? unlessSaid
  const ofDays = prorate === 'none' ? by.days.coveredDays : by.days.fullDays
  return daysParts(offers, ofDays, (item) => item.amountPrice)
}

function wholeLine({ line, left }: Running): BaseLine {
  return { itemId: line.itemId, vat: line.vat, netGrosze: left, days: 1, ofDays: 1 }
}

function rates(over: Running[]): VatCode[] {
  return [...new Set(over.map(({ line }) => line.vat))]
}

function take(over: Running[], shares: number[]): void {
  over.forEach((one, i) => {
    one.left -= shares[i] ?? 0
  })
}
