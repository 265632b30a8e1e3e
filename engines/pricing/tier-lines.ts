/** The lines of a tiered price: one for each step, so that quantity times price is what stands there. */
import { dec, isZero, round, toText } from '../base/decimal.ts'
import type { DrawShare, TierExplained, WorkShare } from './explanation.ts'
import { lineOf, offerCurrency, offerVat, type Line, type LineUnit } from './line.ts'
import type { PriceItem, PriceTiers } from './price-list.ts'
import type { Segment, Span } from './segments.ts'
import { newCharge } from './tiered.ts'

export function tierLines(input: {
  offer: { item: PriceItem; segment: Segment }
  tiers: PriceTiers
  period: Span
  unit: LineUnit
  of: TierExplained['of']
  quantity: string
  quantityBefore: string
  works: WorkShare[]
  included?: string
  draws?: DrawShare[]
  name?: string
}): Line[] {
  const { offer, tiers, quantity, quantityBefore, works, included, draws } = input
  const { parts } = newCharge(quantity, quantityBefore, tiers)
  return parts.flatMap((part, step) => {
    if (isZero(dec(part.amount)) && parts.length > 1 && step > 0) return []
    const hasOwnPrice =
      part.unitPrice !== undefined && (part.flatFee === undefined || isZero(dec(part.flatFee)))
    return [
      lineOf({
        item: offer.item,
        vat: offerVat(offer),
        currency: offerCurrency(offer),
        period: input.period,
        name: input.name,
        explanation: {
          model: 'tier',
          of: input.of,
          tiers,
          quantity,
          quantityBefore,
          step,
          works: step === 0 ? works : [],
          ...(included !== undefined && { included }),
          ...(draws && { draws }),
        },
        quantity: hasOwnPrice
          ? { of: toText(round(dec(part.quantity), 6)), unit: input.unit, unitPrice: part.unitPrice! }
          : undefined,
      }),
    ]
  })
}
