/**
 * Per event: a call-out, an intervention, an inspection, each at its price or at the
 * price of its class. The first ones may be in the fee, counted for the contract or for
 * each site or device, in the order in which they came; then pools and blocks. An event
 * may cover the first minutes of its visit: that is told to the items of time.
 */
import { micro, microOne, microText, type Micro } from '../../base/micro.ts'
import type { BinName, BinPart } from '../bins.ts'
import { wholeInto } from '../bins.ts'
import { drawSummary } from '../draws.ts'
import type { EventsExplained, WorkShare } from '../explanation.ts'
import { factsOf } from '../facts.ts'
import type { Answer, Demand } from '../ledger.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import type { PerEvent } from '../price-list.ts'
import type { Offer } from '../segments.ts'
import { tierLines } from '../tier-lines.ts'
import { compareNames, localDate, msOf, type EventWork, type Ticket } from '../work.ts'
import { allowanceOf, wholeLeft, type Claimed, type Days, type Prepared } from './item.ts'

type ClaimedEvent = Claimed<'perEvent', EventWork>
type Piece = ClaimedEvent & { unitPrice: string; atMs: number; site?: string; device?: string }
type Share = Piece & { bin: BinName; counted: Micro }

export type EventInput = {
  offers: Offer<'perEvent'>[]
  claimed: ClaimedEvent[]
  days: Days
  drawnBefore: string
  pricedBefore: string
  timezone: string
  tickets: ReadonlyMap<string, Ticket>
  /** Told for each visit whose event was priced: how many first minutes of it are covered. */
  cover: (visitId: string, minutes: number) => void
}

export function preparePerEvent(input: EventInput): Prepared {
  const { offers, days, drawnBefore } = input
  const prorate = lastOf(offers).item.prorateIncluded ?? 'up'
  const allowance = allowanceOf(offers, days, {
    included: (item) => item.included ?? 0,
    prorate,
    drawnBefore,
  })
  const { pieces, unpriced } = piecesOf(input)
  const shares = draw(pieces, wholeLeft(allowance) * microOne)
  const asking = shares.filter(({ bin, item }) => bin === 'overage' && item.draw !== undefined)
  const place = new Map(asking.map((share, i) => [share, i]))
  return {
    demands: asking.map((share) => demandOf(share, input.timezone)),
    finish(answers) {
      const settled = shares.flatMap((share) => answered(share, answers[place.get(share) ?? -1]))
      for (const share of settled) tellCover(share, input.cover)
      const common: Common = {
        model: 'events',
        counted: countedOf(settled),
        included: countedOf(settled.filter(({ bin }) => bin !== 'overage')),
        overage: countedOf(settled.filter(({ bin }) => bin === 'overage')),
        ...(offers.some(({ item }) => item.included !== undefined) && { allowance }),
        ...drawSummary(answers),
      }
      return { lines: linesOf(input, settled, common), parts: [...unpriced, ...settled.map(binOf)] }
    },
  }
}

type Common = Omit<EventsExplained, 'unitPrice' | 'works'>

function piecesOf({ claimed, tickets }: EventInput): { pieces: Piece[]; unpriced: BinPart[] } {
  const unpriced: BinPart[] = []
  const pieces = claimed.flatMap((one): Piece[] => {
    const unitPrice = priceOf(one.item, one.work.class)
    if (unitPrice === undefined) {
      unpriced.push(...wholeInto(one.work, { bin: 'pending', reason: 'classUnknown', itemId: one.item.id }))
      return []
    }
    const { site, device } = factsOf(one.work, tickets)
    return [{ ...one, unitPrice, atMs: msOf(one.work.at), site, device }]
  })
  pieces.sort((a, b) => a.atMs - b.atMs || compareNames(a.work.id, b.work.id))
  return { pieces, unpriced }
}

function priceOf(item: PerEvent, name: string | undefined): string | undefined {
  if (!item.classes || name === undefined) return item.unitPrice
  return item.classes.find((one) => one.name === name)?.unitPrice
}

function draw(pieces: Piece[], allowance: Micro): Share[] {
  const left = new Map<string, Micro>()
  const inside = new Map<Piece, Micro>()
  for (const piece of inDrawOrder(pieces)) {
    const scope = scopeOf(piece)
    const quantity = Math.min(left.get(scope) ?? allowance, quantityOf(piece))
    left.set(scope, (left.get(scope) ?? allowance) - quantity)
    inside.set(piece, quantity)
  }
  return pieces.flatMap((piece) => {
    const included = inside.get(piece) ?? 0
    return split(piece, [
      ['included', included],
      ['overage', quantityOf(piece) - included],
    ])
  })
}

function inDrawOrder(pieces: Piece[]): Piece[] {
  if (!pieces.some(({ item }) => item.drawOrder === 'dearest')) return pieces
  return [...pieces].sort((a, b) => micro(b.unitPrice) - micro(a.unitPrice))
}

function quantityOf({ work }: Piece): Micro {
  return micro(work.quantity ?? '1')
}

function scopeOf({ item, site, device }: Piece): string {
  if (item.includedPer === 'site') return site ?? ''
  return item.includedPer === 'device' ? (device ?? '') : ''
}

/** An event of no quantity is still one that happened. */
function split(piece: Piece, bins: [BinName, Micro][]): Share[] {
  const shares = bins.flatMap(([bin, counted]): Share[] =>
    counted === 0 ? [] : [{ ...piece, bin, counted }],
  )
  return shares.length > 0 ? shares : [{ ...piece, bin: 'included', counted: 0 }]
}

function demandOf({ work, item, atMs, site, device, counted, unitPrice }: Share, timezone: string): Demand {
  return {
    itemId: item.id,
    workId: work.id,
    atMs,
    date: localDate(work.at, timezone),
    quantity: counted,
    draw: item.draw ?? [],
    site,
    device,
    ...(item.drawOrder === 'dearest' && { price: micro(unitPrice) }),
  }
}

function answered(share: Share, answer: Answer | undefined): Share[] {
  if (!answer || share.bin !== 'overage') return [share]
  const from = (kind: 'pool' | 'block') =>
    answer.drawn.reduce((sum, one) => (one.kind === kind ? sum + one.quantity : sum), 0)
  return split(share, [
    ['included', from('pool')],
    ['block', from('block')],
    ['overage', answer.rest],
  ])
}

function tellCover({ item, work, bin }: Share, cover: EventInput['cover']): void {
  const { coversMinutes } = item
  if (!coversMinutes || work.visitId === undefined) return
  cover(work.visitId, (bin === 'overage' ? coversMinutes.charged : coversMinutes.included) ?? 0)
}

/** One line for each price; what was included stands behind the first, or behind a line of zero. */
function linesOf({ offers, pricedBefore }: EventInput, shares: Share[], common: Common): Line[] {
  const included = shares.filter(({ bin }) => bin !== 'overage')
  const above = grouped(
    shares.filter(({ bin }) => bin === 'overage'),
    priceKey,
  )
  if (above.length === 0) return included[0] ? [includedLine(offers, included, common)] : []
  return above.flatMap((some, i) => {
    const behind = i === 0 ? included : []
    const one = lastOf(some)
    if (one.item.tiers) {
      return tierLines({
        offer: one,
        tiers: one.item.tiers,
        period: spanOf(offers),
        unit: 'event',
        of: 'event',
        quantity: countedOf(some),
        quantityBefore: pricedBefore,
        works: [...behind, ...some].map(workShare),
        included: common.included,
        draws: common.draws,
      })
    }
    return [chargedLine(offers, some, behind, common)]
  })
}

function includedLine(offers: Offer<'perEvent'>[], included: Share[], common: Common): Line {
  const one = included[0]!
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers),
    explanation: { ...common, unitPrice: one.unitPrice, works: included.map(workShare) },
    quantity: { of: common.included, unit: 'event', unitPrice: '0' },
    informative: true,
  })
}

function chargedLine(offers: Offer<'perEvent'>[], some: Share[], included: Share[], common: Common): Line {
  const one = lastOf(some)
  const { unitPrice, work } = one
  return lineOf({
    item: one.item,
    name: work.class ?? undefined,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers),
    explanation: {
      ...common,
      unitPrice,
      ...(work.class !== undefined && { class: work.class }),
      works: [...included, ...some].map(workShare),
    },
    quantity: { of: countedOf(some), unit: 'event', unitPrice },
  })
}

function priceKey(share: Share): string {
  return `${share.unitPrice} ${share.work.class ?? ''} ${offerVat(share)} ${offerCurrency(share)}`
}

function countedOf(shares: Share[]): string {
  return microText(shares.reduce((sum, { counted }) => sum + counted, 0))
}

function workShare({ work, bin, counted, device, site }: Share): WorkShare {
  const of = device ?? site
  return { id: work.id, bin, raw: microText(counted), counted: microText(counted), ...(of && { of }) }
}

function binOf({ work, bin, item, counted }: Share): BinPart {
  return {
    workId: work.id,
    workKind: 'event',
    bin,
    itemId: item.id,
    unit: 'event',
    quantity: microText(counted),
  }
}
