/**
 * What is paid once: a one-off fee in the period with its day, and prepaid blocks,
 * bought by a person or, where agreed, by themselves when nothing was left.
 */
import { wholeInto } from '../bins.ts'
import { blockUntil } from '../grants.ts'
import { grouped, lineOf, offerCurrency, offerVat, type Line } from '../line.ts'
import type { BlockItem } from '../price-list.ts'
import { holds, segmentOn, type Offer, type Segment } from '../segments.ts'
import { inOrder, localDate, type Purchase } from '../work.ts'
import type { Claimed, Priced } from './item.ts'

export function priceOneOffs(segments: Segment[]): Line[] {
  return segments.flatMap((segment) =>
    segment.priceList.items.flatMap((item) => {
      if (item.kind !== 'oneOff' || !holds(segment, item.on)) return []
      const { amountPrice, on } = item
      const offer = { item, segment }
      return [
        lineOf({
          item,
          vat: offerVat(offer),
          currency: offerCurrency(offer),
          period: { from: on, to: on },
          explanation: { model: 'oneOff', amountPrice, on },
        }),
      ]
    }),
  )
}

type ClaimedPurchase = Claimed<'block', Purchase>

export function priceBlocks(offers: Offer<'block'>[], claimed: ClaimedPurchase[], timezone: string): Priced {
  const ordered = inOrder(
    claimed,
    ({ work }) => work.boughtAt,
    ({ work }) => work.id,
  )
  const lines = grouped(
    ordered,
    ({ work, item }) => `${localDate(work.boughtAt, timezone)} ${item.blockPrice}`,
  )
  return {
    lines: lines.map((same) => purchaseLine(same, timezone)),
    parts: claimed.flatMap(({ work, item }) => wholeInto(work, { bin: 'overage', itemId: item.id })),
  }
}

function purchaseLine(same: ClaimedPurchase[], timezone: string): Line {
  const one = same[0]!
  const on = localDate(one.work.boughtAt, timezone)
  const works = same.map(({ work }) => {
    const counted = String(work.blocks ?? 1)
    return { id: work.id, bin: 'overage' as const, raw: counted, counted }
  })
  const blocks = works.reduce((sum, { counted }) => sum + Number(counted), 0)
  return blocksLine(one, on, blocks, { works })
}

/** Blocks that were bought by themselves, by day. */
export function topUpLines(toppedUp: { block: BlockItem; on: string }[], segments: Segment[]): Line[] {
  return grouped(toppedUp, ({ block, on }) => `${block.id} ${on}`).flatMap((same) => {
    const { block, on } = same[0]!
    const segment = segmentOn(segments, on)
    return segment
      ? [blocksLine({ item: block, segment }, on, same.length, { works: [], isTopUp: true })]
      : []
  })
}

function blocksLine(
  offer: { item: BlockItem; segment: Segment },
  on: string,
  blocks: number,
  more: { works: { id: string; bin: 'overage'; raw: string; counted: string }[]; isTopUp?: true },
): Line {
  const { size, unit, blockPrice, validMonths } = offer.item
  return lineOf({
    item: offer.item,
    vat: offerVat(offer),
    currency: offerCurrency(offer),
    period: { from: on, to: on },
    explanation: {
      model: 'blocks',
      blocks,
      size,
      unit,
      blockPrice,
      ...(validMonths !== undefined && { until: blockUntil(on, validMonths) }),
      ...more,
    },
    quantity: { of: String(blocks), unit: 'package', unitPrice: blockPrice },
  })
}
