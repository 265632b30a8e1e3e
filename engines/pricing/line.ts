/**
 * A priced line: what will stand on an invoice, with its explanation. A line that
 * only tells what was included is informative: it is shown and costs nothing.
 */
import { dec, divide, fromGrosze, mul, toGrosze, toText } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import type { Explanation } from './explanation.ts'
import { vatOf, type Currency, type ItemKind, type PriceItem, type VatCode } from './price-list.ts'
import { recompute } from './recompute.ts'
import type { Segment, Span } from './segments.ts'

/** `amount`: one of the sum itself, as for a fee, a minimum, a cap or a discount. */
export type LineUnit =
  | 'period'
  | 'ticket'
  | 'hour'
  | 'contact'
  | 'trip'
  | 'kilometre'
  | 'amount'
  | 'event'
  | 'point'
  | 'package'
  | { named: string }

/** `fee`: owed for the period. `overFee`: owed for work. `adjustment`: minimum, cap, discount. */
export type LineGroup = 'fee' | 'overFee' | 'adjustment'

export type Line = {
  itemId: string
  kind: ItemKind
  group: LineGroup
  name?: string
  clause?: string
  quantity: string
  unit: LineUnit
  unitPrice: string
  /** Hundredths of the currency; of PLN, where none is named. */
  netGrosze: number
  currency?: Currency
  vat: VatCode
  period: Span
  informative: boolean
  explanation: Explanation
  workIds: string[]
}

export const groupOf: Record<ItemKind, LineGroup> = {
  flatFee: 'fee',
  oneOff: 'fee',
  perUnit: 'fee',
  block: 'fee',
  pool: 'fee',
  perTicket: 'overFee',
  perTime: 'overFee',
  travel: 'overFee',
  material: 'overFee',
  perMeter: 'overFee',
  perEvent: 'overFee',
  points: 'overFee',
  surcharge: 'overFee',
  percentage: 'overFee',
  minimum: 'adjustment',
  cap: 'adjustment',
  bundle: 'adjustment',
  discount: 'adjustment',
  credit: 'adjustment',
}

type Shape = {
  item: PriceItem
  vat: VatCode
  currency?: Currency
  period: Span
  explanation: Explanation
  /** Left out: once the amount itself. */
  quantity?: { of: string; unit: LineUnit; unitPrice: string }
  name?: string
  informative?: boolean
}

export function lineOf(shape: Shape): Line {
  const netGrosze = shape.informative ? 0 : recompute(shape.explanation)
  const quantity = shape.quantity ?? { of: '1', unit: 'amount', unitPrice: toText(fromGrosze(netGrosze), 2) }
  return {
    itemId: shape.item.id,
    kind: shape.item.kind,
    group: groupOf[shape.item.kind],
    name: shape.name ?? shape.item.name,
    clause: shape.item.clause,
    quantity: quantity.of,
    unit: quantity.unit,
    unitPrice: quantity.unitPrice,
    netGrosze,
    ...(shape.currency !== undefined && shape.currency !== 'PLN' && { currency: shape.currency }),
    vat: shape.vat,
    period: shape.period,
    informative: shape.informative ?? false,
    explanation: shape.explanation,
    workIds: workIdsOf(shape.explanation),
  }
}

function workIdsOf(explanation: Explanation): string[] {
  if ('works' in explanation) return [...new Set(explanation.works.map((work) => work.id))]
  return explanation.model === 'credit' ? explanation.missed.map((one) => one.id) : []
}

/**
 * Six decimals, as many as an electronic invoice may carry. Fifty minutes at 136,05 zł are
 * 113,375 zł, and 0,833333 of them a little less: of the nearest quantities the one is taken
 * whose price is the amount of the line.
 */
export function hoursOf(minutes: string, hourPrice: string): string {
  const amount = toGrosze(divide(mul(dec(minutes), dec(hourPrice)), dec('60'), 2, 'half-away'))
  const nearest = (['half-away', 'up', 'down'] as const).map((mode) =>
    divide(dec(minutes), dec('60'), 6, mode),
  )
  const exact = nearest.find((hours) => toGrosze(mul(hours, dec(hourPrice))) === amount)
  return toText(exact ?? divide(dec(minutes), dec('60'), 6, 'half-away'))
}

export function offerVat(offer: { item: PriceItem; segment: Segment }): VatCode {
  return vatOf(offer.segment.priceList, offer.item)
}

export function offerCurrency(offer: { segment: Segment }): Currency {
  return offer.segment.priceList.currency
}

/** The days from the first to the last on which these offers held. */
export function spanOf(offers: { segment: Span }[]): Span {
  const from = offers.map((offer) => offer.segment.from).reduce((a, b) => (a < b ? a : b))
  const to = offers.map((offer) => offer.segment.to).reduce((a, b) => (a > b ? a : b))
  return { from, to }
}

/** Things that share a key, in the order in which the keys first came. */
export function grouped<T>(things: T[], key: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const name = key(thing)
    const group = groups.get(name)
    if (group) group.push(thing)
    else groups.set(name, [thing])
  }
  return [...groups.values()]
}

export function lastOf<T>(things: T[]): T {
  const last = things.at(-1)
  must(last !== undefined, 'a group has something in it')
  return last
}
