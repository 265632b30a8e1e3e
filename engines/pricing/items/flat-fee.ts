/**
 * Flat fee: owed for the period whatever is done in it. A part of a period owes
 * its calendar days' share of the full period; a fee that changed inside the
 * period is owed for the days of each amount.
 */
import { grouped, lastOf, lineOf, offerVat, spanOf, type Line } from '../line.ts'
import type { Offer } from '../segments.ts'
import { daysParts, isWhole, type Days } from './item.ts'

export function priceFlatFee(offers: Offer<'flatFee'>[], days: Days): Line[] {
  return grouped(offers, (offer) => `${offer.item.feePrice} ${offerVat(offer)}`).map((same) => {
    const offer = lastOf(same)
    const { feePrice } = offer.item
    const parts = daysParts(same, days.fullDays, () => feePrice)
    return lineOf({
      item: offer.item,
      vat: offerVat(offer),
      period: spanOf(same),
      explanation: { model: 'flatFee', feePrice, parts },
      quantity: isWhole(parts) ? { of: '1', unit: 'period', unitPrice: feePrice } : undefined,
    })
  })
}
