/**
 * Travel: a price for each trip, a price for each kilometre with a least price of
 * a trip, or both. A trip into a named zone costs the price of that zone alone. The
 * first trips of a period may cost nothing. A trip whose kilometres or zone are not known waits for a person.
 */
import { compare, dec, isZero, mul, sum, toText } from '../../base/decimal.ts'
import { wholeInto, type BinReason } from '../bins.ts'
import type { Explanation, WorkShare } from '../explanation.ts'
import {
  grouped,
  lastOf,
  lineOf,
  offerCurrency,
  offerVat,
  spanOf,
  type Line,
  type LineUnit,
} from '../line.ts'
import type { Offer } from '../segments.ts'
import { inOrder, type Trip } from '../work.ts'
import type { Claimed, Priced } from './item.ts'

type ClaimedTrip = Claimed<'travel', Trip>

/** One thing that a trip owes. */
type Due = ClaimedTrip & { by: 'trip' | 'zone' | 'minimum' | 'km'; unitPrice: string; counted: string }

export function priceTravel(offers: Offer<'travel'>[], claimed: ClaimedTrip[], drawnBefore = '0'): Priced {
  const ordered = inOrder(
    claimed,
    (one) => one.work.at,
    (one) => one.work.id,
  )
  const dues: Due[] = []
  let free = Math.max(0, (lastOf(offers).item.includedTrips ?? 0) - Number(drawnBefore))
  const parts = ordered.flatMap((one) => {
    const owed = free > 0 ? [freeTrip(one)] : duesOf(one)
    free -= 1
    if (typeof owed === 'string')
      return wholeInto(one.work, { bin: 'pending', itemId: one.item.id, reason: owed })
    dues.push(...owed)
    return wholeInto(one.work, { bin: owed.some(costs) ? 'overage' : 'included', itemId: one.item.id })
  })
  const lines = grouped(dues, dueKey).map((same) => lineOfDues(offers, same))
  return { lines, parts }
}

/** The first trips of a period may be in the fee, whatever they would cost. */
function freeTrip(one: ClaimedTrip): Due {
  return { ...one, by: 'trip', unitPrice: '0', counted: '1' }
}

function duesOf(one: ClaimedTrip): Due[] | BinReason {
  const { item, work } = one
  if (item.zones && work.zone !== undefined) {
    const zone = item.zones.find((some) => some.zone === work.zone)
    return zone ? [{ ...one, by: 'zone', unitPrice: zone.perTripPrice, counted: '1' }] : 'zoneUnknown'
  }
  if (item.zones && !item.perTripPrice && !item.perKmPrice) return 'zoneUnknown'
  const perTrip: Due[] = item.perTripPrice
    ? [{ ...one, by: 'trip', unitPrice: item.perTripPrice, counted: '1' }]
    : []
  if (!item.perKmPrice) return perTrip
  if (work.km === undefined) return 'kmMissing'
  return [...perTrip, kilometresOf(one, item.perKmPrice, work.km)]
}

function kilometresOf(one: ClaimedTrip, perKmPrice: string, km: string): Due {
  const least = one.item.minimumPerTripPrice
  const exact = mul(dec(km), dec(perKmPrice))
  if (least !== undefined && compare(exact, dec(least)) < 0) {
    return { ...one, by: 'minimum', unitPrice: least, counted: '1' }
  }
  return { ...one, by: 'km', unitPrice: perKmPrice, counted: km }
}

function lineOfDues(offers: Offer<'travel'>[], dues: Due[]): Line {
  const one = lastOf(dues)
  const quantity = toText(sum(dues.map((due) => dec(due.counted))))
  const unit: LineUnit = one.by === 'km' ? 'kilometre' : 'trip'
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers),
    explanation: explanationOf(dues, one),
    quantity: { of: quantity, unit, unitPrice: one.unitPrice },
    informative: !costs(one),
  })
}

function explanationOf(dues: Due[], { by, unitPrice, work }: Due): Explanation {
  const works: WorkShare[] = dues.map((due) => ({
    id: due.work.id,
    bin: costs(due) ? 'overage' : 'included',
    raw: due.by === 'km' ? due.counted : '1',
    counted: due.counted,
  }))
  if (by === 'km') return { model: 'kilometres', unitPrice, works }
  return { model: 'trips', by, zone: by === 'zone' ? work.zone : undefined, unitPrice, works }
}

/** A trip into a zone of price zero is in the fee. */
function costs(due: Due): boolean {
  return !isZero(dec(due.unitPrice))
}

function dueKey(due: Due): string {
  return `${due.item.id} ${due.by} ${due.by === 'zone' ? due.work.zone : ''} ${due.unitPrice} ${offerVat(due)}`
}
