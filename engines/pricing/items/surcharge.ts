/**
 * Surcharge: for express or out-of-hours work, a share of what the selected pieces of
 * work cost on the lines it names, exact until the end; or an amount for each visit,
 * entry or ticket of them. Work that cost nothing carries no share.
 */
import { toText } from '../../base/decimal.ts'
import { fits, factsOf } from '../facts.ts'
import { lineOf, offerCurrency, offerVat, lastOf, spanOf, type Line } from '../line.ts'
import type { Surcharge } from '../price-list.ts'
import type { Offer } from '../segments.ts'
import type { Ticket, WorkItem } from '../work.ts'
import { costOfShares } from './share-cost.ts'

export function priceSurcharge(
  offers: Offer<'surcharge'>[],
  lines: Line[],
  works: Map<string, WorkItem>,
  tickets: ReadonlyMap<string, Ticket>,
): Line[] {
  const offer = lastOf(offers)
  const { item } = offer
  const base = lines
    .filter((line) => item.of.includes(line.itemId) && !line.informative)
    .flatMap((line) =>
      costOfShares(line.explanation)
        .filter(({ id }) => isSelected(works.get(id), item, tickets))
        .map(({ id, amount }) => ({ itemId: line.itemId, workId: id, amount: toText(amount) })),
    )
  if (base.length === 0) return []
  const { percentBp, amountPrice, per = 'visit' } = item
  const times =
    amountPrice === undefined
      ? undefined
      : timesOf(
          base.map(({ workId }) => works.get(workId)!),
          per,
        )
  return [
    lineOf({
      item,
      vat: offerVat(offer),
      currency: offerCurrency(offer),
      period: spanOf(offers),
      explanation: {
        model: 'surcharge',
        ...(percentBp !== undefined && { percentBp }),
        ...(amountPrice !== undefined && { amountPrice, per, times }),
        base,
      },
    }),
  ]
}

function isSelected(
  work: WorkItem | undefined,
  { where }: Surcharge,
  tickets: ReadonlyMap<string, Ticket>,
): boolean {
  return work !== undefined && fits(where, factsOf(work, tickets))
}

function timesOf(works: WorkItem[], per: NonNullable<Surcharge['per']>): number {
  const keys = works.map((work) => {
    if (per === 'visit' && 'visitId' in work && work.visitId) return `visit ${work.visitId}`
    if (per === 'ticket' && 'ticketId' in work && work.ticketId) return `ticket ${work.ticketId}`
    return `work ${work.id}`
  })
  return new Set(keys).size
}
