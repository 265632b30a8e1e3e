/**
 * Per unit: a price for every device or user in a period, by their number as
 * counted once. It is owed for the period like a fee, so a part of a period owes
 * its days' share, unless the item asks for the whole.
 */
import { dec, mul, sum, toText } from '../../base/decimal.ts'
import { wholeInto } from '../bins.ts'
import type { WorkShare } from '../explanation.ts'
import { grouped, lastOf, lineOf, offerVat, spanOf, type Line } from '../line.ts'
import type { Offer } from '../segments.ts'
import type { UnitCount } from '../work.ts'
import { daysParts, isWhole, type Claimed, type Days, type Priced } from './item.ts'

export function pricePerUnit(
  offers: Offer<'perUnit'>[],
  claimed: Claimed<'perUnit', UnitCount>[],
  days: Days,
): Priced {
  if (claimed.length === 0) return { lines: [], parts: [] }
  const same = grouped(offers, (offer) => `${offer.item.unitPrice} ${offer.item.unit} ${offerVat(offer)}`)
  return {
    lines: same.map((offersOfPrice) => unitsLine(offersOfPrice, claimed, days)),
    parts: claimed.flatMap(({ work, item }) => wholeInto(work, { bin: 'included', itemId: item.id })),
  }
}

function unitsLine(offers: Offer<'perUnit'>[], claimed: Claimed<'perUnit', UnitCount>[], days: Days): Line {
  const offer = lastOf(offers)
  const { unitPrice, unit, prorate } = offer.item
  const quantity = toText(sum(claimed.map(({ work }) => dec(work.quantity))))
  const priceOfAll = toText(mul(dec(quantity), dec(unitPrice)))
  const ofDays = prorate === 'none' ? days.coveredDays : days.fullDays
  const parts = daysParts(offers, ofDays, () => priceOfAll)
  return lineOf({
    item: offer.item,
    vat: offerVat(offer),
    period: spanOf(offers),
    explanation: { model: 'perUnit', unit, quantity, unitPrice, parts, works: claimed.map(share) },
    quantity: isWhole(parts) ? { of: quantity, unit: { named: unit }, unitPrice } : undefined,
  })
}

function share({ work }: { work: UnitCount }): WorkShare {
  return { id: work.id, bin: 'included', raw: work.quantity, counted: work.quantity }
}
