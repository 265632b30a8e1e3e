/**
 * Flat fee: owed for the period whatever is done in it. A part of a period owes
 * its calendar days' share of the full period, unless the whole is owed; a fee that
 * changed inside the period is owed for the days of each amount. A fee named for a
 * month is owed for each month of a longer period.
 */
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import type { Offer } from '../segments.ts'
import { daysParts, isWhole, monthParts, type Days } from './item.ts'

export function priceFlatFee(offers: Offer<'flatFee'>[], days: Days): Line[] {
  const kind = ({ item, segment }: Offer<'flatFee'>) =>
    `${item.feePrice} ${item.every ?? ''} ${item.prorate ?? ''} ${offerVat({ item, segment })} ${offerCurrency({ segment })}`
  return grouped(offers, kind).map((same) => {
    const offer = lastOf(same)
    const { feePrice, every, prorate } = offer.item
    const ofDays = prorate === 'none' ? days.coveredDays : days.fullDays
    const parts =
      every === 'month' ? monthParts(same, () => feePrice) : daysParts(same, ofDays, () => feePrice)
    return lineOf({
      item: offer.item,
      vat: offerVat(offer),
      currency: offerCurrency(offer),
      period: spanOf(same),
      explanation: { model: 'flatFee', feePrice, parts },
      quantity: isWhole(parts) ? { of: '1', unit: 'period', unitPrice: feePrice } : undefined,
    })
  })
}
