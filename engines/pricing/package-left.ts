/**
 * What is left of the packages of a period, and what the next ticket or hour will
 * cost: the answer before anybody reports or works. The same pipeline that will
 * price the period is asked, so the answer cannot differ from the invoice.
 */
import { dec, sum, toGrosze, toText } from '../base/decimal.ts'
import type { BinPart } from './bins.ts'
import { allowanceOf, wholeLeft, type Days } from './items/item.ts'
import { lastOf, offerVat } from './line.ts'
import type { PerTime, VatCode } from './price-list.ts'
import { priceOfPeriod, type PeriodInput } from './price-period.ts'
import { offersOf, segmentsOf, type Offer } from './segments.ts'

export type TicketsLeft = {
  kind: 'tickets'
  itemId: string
  name?: string
  included: number
  used: number
  left: number
  next: { ordinal: number; priceGrosze: number; vat: VatCode }
}

export type MinutesLeft = {
  kind: 'minutes'
  itemId: string
  name?: string
  place: NonNullable<PerTime['place']>
  includedMinutes: number
  usedMinutes: number
  leftMinutes: number
  next: { hourPrice: string; vat: VatCode }
}

export type PackageLeft = TicketsLeft | MinutesLeft

export function packageLeft(input: PeriodInput): PackageLeft[] {
  const segments = segmentsOf(input)
  const { bins, coverage } = priceOfPeriod(input)
  const drawnBefore = (id: string) => input.drawnBefore?.[id] ?? '0'
  return [
    ...[...offersOf(segments, 'perTicket')].map(([id, offers]) =>
      ticketsLeft(offers, drawn(bins, id, 'ticket'), coverage, drawnBefore(id)),
    ),
    ...[...offersOf(segments, 'perTime')].map(([id, offers]) =>
      minutesLeft(offers, drawn(bins, id, 'minute'), coverage, drawnBefore(id)),
    ),
  ]
}

function ticketsLeft(
  offers: Offer<'perTicket'>[],
  drawnNow: number,
  days: Days,
  drawnBefore: string,
): TicketsLeft {
  const offer = lastOf(offers)
  const prorate = offer.item.prorateIncluded ?? 'up'
  const allowance = allowanceOf(offers, days, { included: (item) => item.included, prorate, drawnBefore })
  const used = drawnNow + Number(drawnBefore)
  const left = Math.max(wholeLeft(allowance) - drawnNow, 0)
  const priceGrosze = left > 0 ? 0 : toGrosze(dec(offer.item.unitPrice))
  return {
    kind: 'tickets',
    itemId: offer.item.id,
    name: offer.item.name,
    included: Number(allowance.granted),
    used,
    left,
    next: { ordinal: used + 1, priceGrosze, vat: offerVat(offer) },
  }
}

function minutesLeft(
  offers: Offer<'perTime'>[],
  drawnNow: number,
  days: Days,
  drawnBefore: string,
): MinutesLeft {
  const offer = lastOf(offers)
  const prorate = offer.item.prorateIncluded ?? 'up'
  const allowance = allowanceOf(offers, days, {
    included: (item) => item.includedMinutes,
    prorate,
    drawnBefore,
  })
  return {
    kind: 'minutes',
    itemId: offer.item.id,
    name: offer.item.name,
    place: offer.item.place ?? 'any',
    includedMinutes: Number(allowance.granted),
    usedMinutes: drawnNow + Number(drawnBefore),
    leftMinutes: Math.max(wholeLeft(allowance) - drawnNow, 0),
    next: { hourPrice: offer.item.hourPrice, vat: offerVat(offer) },
  }
}

/** Counted units, the surplus of rounding with them, whether inside the package or above it. */
function drawn(bins: BinPart[], itemId: string, unit: BinPart['unit']): number {
  const mine = bins.filter((part) => part.itemId === itemId && part.unit === unit && isDrawn(part))
  return Number(toText(sum(mine.flatMap((part) => [dec(part.quantity), dec(part.surplus ?? '0')]))))
}

function isDrawn({ bin, reason }: BinPart): boolean {
  return (bin === 'included' || bin === 'overage') && reason !== 'pricedByTicket'
}
