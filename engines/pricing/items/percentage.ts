/**
 * Percentage: a share of the value of each event, with a fixed sum, a least and a most
 * for each; or rates by the sum of the values. Events without a value wait for a person.
 */
import { wholeInto } from '../bins.ts'
import { lastOf, lineOf, offerCurrency, offerVat, spanOf } from '../line.ts'
import type { Offer } from '../segments.ts'
import { inOrder, type EventWork } from '../work.ts'
import type { Claimed, Priced } from './item.ts'

export function pricePercentage(
  offers: Offer<'percentage'>[],
  claimed: Claimed<'percentage', EventWork>[],
): Priced {
  const offer = lastOf(offers)
  const ordered = inOrder(
    claimed,
    ({ work }) => work.at,
    ({ work }) => work.id,
  )
  const valued = ordered.filter(({ work }) => work.value !== undefined)
  const parts = ordered.flatMap(({ work, item }) =>
    wholeInto(
      work,
      work.value === undefined
        ? { bin: 'pending', reason: 'valueMissing', itemId: item.id }
        : { bin: 'overage', itemId: item.id },
    ),
  )
  if (valued.length === 0) return { lines: [], parts }
  const {
    ratePercent,
    steps,
    fixedPerEventPrice,
    minimumPerEventPrice,
    maximumPerEventPrice,
    freeEvents,
    freeUnits,
  } = offer.item
  const line = lineOf({
    item: offer.item,
    vat: offerVat(offer),
    currency: offerCurrency(offer),
    period: spanOf(offers),
    explanation: {
      model: 'percentage',
      ratePercent,
      ...(steps && { steps }),
      ...(fixedPerEventPrice !== undefined && { fixedPerEventPrice }),
      ...(minimumPerEventPrice !== undefined && { minimumPerEventPrice }),
      ...(maximumPerEventPrice !== undefined && { maximumPerEventPrice }),
      ...(freeEvents !== undefined && { freeEvents }),
      ...(freeUnits !== undefined && { freeUnits }),
      values: valued.map(({ work }) => work.value!),
      works: valued.map(({ work }) => ({
        id: work.id,
        bin: 'overage',
        raw: work.quantity ?? '1',
        counted: work.quantity ?? '1',
      })),
    },
  })
  return { lines: [line], parts }
}
