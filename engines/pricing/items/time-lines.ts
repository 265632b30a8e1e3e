/**
 * The lines of an item of time: one for each price of an hour, one for short contacts,
 * one for each step of tiers; included work stands behind the first of them.
 */
import { dec, divide, toText } from '../../base/decimal.ts'
import { micro, microText, microTimes, type Micro } from '../../base/micro.ts'
import type { BinName, BinPart, BinReason } from '../bins.ts'
import type { ContactsExplained, TimeExplained, WorkShare } from '../explanation.ts'
import { grouped, hoursOf, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import type { PerTime } from '../price-list.ts'
import type { Offer, Segment } from '../segments.ts'
import type { Deferred } from '../state.ts'
import { tierLines } from '../tier-lines.ts'
import type { TimePiece } from '../time-pieces.ts'

/** A piece of time, or the part of it that lies in one bin; `counted` in millionths of weighed minutes. */
export type Share = {
  piece: TimePiece
  bin: BinName
  reason?: BinReason
  raw: Micro
  counted: Micro
  isFlat: boolean
}

export type TimeLines = {
  offers: Offer<'perTime'>[]
  shares: Share[]
  common: Omit<TimeExplained, 'model' | 'hourPrice' | 'works'>
  pricedBefore: string
  deferred: { waits: boolean; before: Deferred[] }
}

type Priced = { item: PerTime; segment: Segment; share: Share }

export function timeLines({ offers, shares, common, pricedBefore, deferred }: TimeLines): Line[] {
  const all = shares.map((share): Priced => ({ ...share.piece.entry, share }))
  const included = all.filter(({ share }) => share.bin === 'included' || share.bin === 'block')
  const above = all.filter(({ share }) => share.bin === 'overage')
  const byHour = grouped(
    above.filter(({ share }) => !share.isFlat),
    hourKey,
  )
  const contacts = grouped(
    above.filter(({ share }) => share.isFlat),
    contactKey,
  )
  const waiting = new Map(deferred.before.map((one) => [one.unitPrice, one.quantity]))
  const byPrice = byHour.flatMap((some, i) => {
    const behind = i === 0 ? included : []
    const before = deferred.waits ? undefined : waiting.get(lastOf(some).share.piece.hourPrice)
    waiting.delete(lastOf(some).share.piece.hourPrice)
    if (lastOf(some).item.tiers) return tieredLines(offers, some, behind, common, pricedBefore)
    return [hoursLine(offers, some, behind, common, { before, waits: deferred.waits })]
  })
  const earlier = deferred.waits
    ? []
    : [...waiting].map(([price, minutes]) => deferredLine(offers, price, minutes, common))
  return [
    ...(byHour.length === 0 && included[0] ? [includedLine(offers, included, common)] : []),
    ...byPrice,
    ...earlier,
    ...contacts.map((some) => contactsLine(offers, some)),
  ]
}

type Common = TimeLines['common']

function includedLine(offers: Offer<'perTime'>[], included: Priced[], common: Common): Line {
  const first = included[0]!
  return lineOf({
    item: first.item,
    vat: offerVat(first),
    currency: offerCurrency(first),
    period: spanOf(offers),
    explanation: { model: 'perTime', ...common, hourPrice: first.item.hourPrice, works: worksOf(included) },
    quantity: { of: hoursOf(String(common.includedMinutes), '0'), unit: 'hour', unitPrice: '0' },
    informative: true,
  })
}

function hoursLine(
  offers: Offer<'perTime'>[],
  above: Priced[],
  included: Priced[],
  common: Common,
  deferred: { before?: string; waits: boolean },
): Line {
  const one = lastOf(above)
  const { hourPrice } = one.share.piece
  const factor = theSame(above.map(({ share }) => share.piece.factor))
  const isOvertime = theSame(above.map(({ share }) => share.piece.isOvertime))
  const minutes = countedOf(above) + micro(deferred.before ?? '0')
  const price = deferred.waits ? '0' : hourPrice
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers.filter((offer) => offer.item.hourPrice === one.item.hourPrice)),
    explanation: {
      model: 'perTime',
      ...common,
      hourPrice,
      works: worksOf([...included, ...above]),
      ...(factor !== undefined && { factor }),
      ...(isOvertime && { isOvertime }),
      ...(deferred.before !== undefined && { deferredBefore: deferred.before }),
      ...(deferred.waits && { isDeferred: true as const }),
    },
    quantity: { of: hoursOf(microText(minutes), price), unit: 'hour', unitPrice: price },
    ...(deferred.waits && { informative: true }),
  })
}

/** What waited for the end of its pool, where nothing of this period costs the same. */
function deferredLine(offers: Offer<'perTime'>[], hourPrice: string, minutes: string, common: Common): Line {
  const offer = lastOf(offers)
  return lineOf({
    item: offer.item,
    vat: offerVat(offer),
    currency: offerCurrency(offer),
    period: spanOf(offers),
    explanation: { model: 'perTime', ...common, hourPrice, works: [], deferredBefore: minutes },
    quantity: { of: hoursOf(minutes, hourPrice), unit: 'hour', unitPrice: hourPrice },
  })
}

function tieredLines(
  offers: Offer<'perTime'>[],
  above: Priced[],
  included: Priced[],
  common: Common,
  pricedBefore: string,
): Line[] {
  const one = lastOf(above)
  const inHours = (minutes: string) => toText(divide(dec(minutes), dec('60'), 12, 'half-away'))
  return tierLines({
    offer: one,
    tiers: one.item.tiers!,
    period: spanOf(offers),
    unit: 'hour',
    of: 'hour',
    quantity: inHours(microText(countedOf(above))),
    quantityBefore: inHours(pricedBefore),
    works: worksOf([...included, ...above]),
    included: String(common.includedMinutes),
    draws: common.draws,
  })
}

function contactsLine(offers: Offer<'perTime'>[], some: Priced[]): Line {
  const one = lastOf(some)
  const { price, minutes: upToMinutes } = one.item.flatUpTo ?? { price: '0', minutes: 0 }
  const contacts = new Set(some.map(({ share }) => share.piece.group)).size
  const explanation: ContactsExplained = {
    model: 'flatContact',
    upToMinutes,
    contacts,
    unitPrice: price,
    works: worksOf(some),
  }
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers.filter((offer) => contactKey(offer) === contactKey(one))),
    explanation,
    quantity: { of: String(contacts), unit: 'contact', unitPrice: price },
  })
}

/** One line for each price of the item: whether a band names it or multiplies to it makes no second line. */
function hourKey({ item, segment, share }: Priced): string {
  return `${micro(share.piece.hourPrice)} ${item.hourPrice} ${offerVat({ item, segment })} ${offerCurrency({ segment })}`
}

/** What all of them say, and nothing where they differ. */
function theSame<T>([first, ...others]: T[]): T | undefined {
  return others.every((one) => one === first) ? first : undefined
}

function contactKey(offer: Offer<'perTime'>): string {
  return `${offer.item.flatUpTo?.price} ${offer.item.flatUpTo?.minutes} ${offerVat(offer)} ${offerCurrency(offer)}`
}

function countedOf(some: Priced[]): Micro {
  return some.reduce((sum, { share }) => sum + share.counted, 0)
}

/** Pieces of one entry that lie in one bin are told together. */
function worksOf(some: Priced[]): WorkShare[] {
  const known = new Map<string, { share: Share; raw: Micro; counted: Micro }>()
  for (const { share } of some) {
    const key = `${share.bin} ${share.piece.entry.work.id}`
    const found = known.get(key)
    if (found) {
      found.raw += share.raw
      found.counted += share.counted
    } else known.set(key, { share, raw: share.raw, counted: share.counted })
  }
  return [...known.values()].map(({ share, raw, counted }) => {
    const { work } = share.piece.entry
    const of = work.device ?? work.site
    return {
      id: work.id,
      bin: share.bin,
      raw: microText(raw),
      counted: microText(counted),
      ...(of && { of }),
    }
  })
}

export function binOf({ piece, bin, reason, raw, counted, isFlat }: Share, isDeferred: boolean): BinPart {
  const surplus = counted - microTimes(raw, piece.weight)
  const waits = isDeferred && bin === 'overage' && !isFlat
  return {
    workId: piece.entry.work.id,
    workKind: 'time',
    bin,
    itemId: piece.entry.item.id,
    reason: waits ? 'settledWithPool' : reason,
    unit: 'minute',
    quantity: microText(raw),
    surplus: surplus > 0 ? microText(surplus) : undefined,
  }
}
