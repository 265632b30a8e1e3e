/**
 * Per ticket: so many tickets are in the fee, each further one costs its price.
 * Tickets use the allowance in the order of their reports (where agreed, of their
 * first resolve), then of their numbers, then the pools and blocks that the item names.
 * One that was opened again is still one, unless the contract counts it again.
 * The allowance is one for the period, though the price may change within it: a
 * ticket above it costs the price of its own day.
 */
import { micro, microOne, microText } from '../../base/micro.ts'
import type { BinName, BinPart } from '../bins.ts'
import { drawSummary } from '../draws.ts'
import type { NotCounted, TicketsExplained, WorkShare } from '../explanation.ts'
import type { Answer, Demand } from '../ledger.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import { tierLines } from '../tier-lines.ts'
import type { PerTicket } from '../price-list.ts'
import type { Offer } from '../segments.ts'
import { inOrder, localDate, msOf, type Ticket } from '../work.ts'
import { allowanceOf, wholeLeft, type Claimed, type Days, type Prepared, type Priced } from './item.ts'

type Counted = Claimed<'perTicket', Ticket>
/** A ticket, or the part of its count that lies in one bin; the ticket itself is in the first. */
type Drawn = Counted & { bin: BinName; counted: number; raw: number }

export function preparePerTicket(input: {
  offers: Offer<'perTicket'>[]
  claimed: Counted[]
  notCounted: NotCounted[]
  days: Days
  drawnBefore: string
  pricedBefore: string
  timezone: string
}): Prepared {
  const { offers, days, drawnBefore } = input
  const prorate = lastOf(offers).item.prorateIncluded
  const allowance = allowanceOf(offers, days, { included: (item) => item.included, prorate, drawnBefore })
  const drawn = draw(input.claimed, wholeLeft(allowance))
  const asking = drawn.filter(({ bin, item }) => bin === 'overage' && item.draw !== undefined)
  const place = new Map(asking.map((one, i) => [one, i]))

  const finish = (answers: Answer[]): Priced => {
    const settled =
      answers.length === 0 ? drawn : drawn.flatMap((one) => answered(one, answers[place.get(one) ?? -1]))
    const count = (bin: BinName) =>
      settled.reduce((sum, one) => (one.bin === bin ? sum + one.counted : sum), 0)
    const common: Common = {
      model: 'perTicket',
      counted: settled.reduce((sum, one) => sum + one.counted, 0),
      included: count('included') + count('block'),
      overage: count('overage'),
      allowance,
      notCounted: input.notCounted,
      ...drawSummary(answers),
    }
    return { lines: linesOf(offers, settled, common, input.pricedBefore), parts: settled.flatMap(binOf) }
  }
  return { demands: asking.map((one) => demandOf(one, input.timezone)), finish }
}

type Common = Omit<TicketsExplained, 'unitPrice' | 'works'>

function draw(claimed: Counted[], left: number): Drawn[] {
  const moments = new Map(claimed.map((one) => [one.work.id, countingMoment(one.work, one.item)]))
  const ordered = inOrder(
    claimed,
    (one) => moments.get(one.work.id) ?? one.work.reportedAt,
    (one) => one.work.number,
  )
  return ordered.flatMap((one) => {
    const counted = timesCounted(one.work, one.item)
    const inside = Math.min(left, counted)
    left -= inside
    return split(one, [
      ['included', inside],
      ['overage', counted - inside],
    ])
  })
}

function split(one: Counted, shares: [BinName, number][]): Drawn[] {
  let raw = 1
  return shares.flatMap(([bin, counted]) => {
    if (counted === 0) return []
    const part = { ...one, bin, counted, raw }
    raw = 0
    return [part]
  })
}

/** Opened again late enough after its resolve, it is another ticket of work. */
function timesCounted(ticket: Ticket, { countsAgainAfterDays }: PerTicket): number {
  if (countsAgainAfterDays === undefined) return 1
  const late = (ticket.reopened ?? []).filter(
    ({ resolvedAt, at }) => msOf(at) - msOf(resolvedAt) > countsAgainAfterDays * 86_400_000,
  )
  return 1 + late.length
}

function countingMoment(ticket: Ticket, item: PerTicket): string {
  return item.countedBy === 'resolvedAt' ? (ticket.resolvedAt ?? ticket.reportedAt) : ticket.reportedAt
}

function demandOf(one: Drawn, timezone: string): Demand {
  const at = countingMoment(one.work, one.item)
  return {
    itemId: one.item.id,
    workId: one.work.number,
    atMs: msOf(at),
    date: localDate(at, timezone),
    quantity: one.counted * microOne,
    draw: one.item.draw ?? [],
    site: one.work.site,
    device: one.work.device,
  }
}

/** Tickets are drawn whole: pools of tickets hold whole ones. */
function answered(one: Drawn, answer: Answer | undefined): Drawn[] {
  if (!answer || one.bin !== 'overage') return [one]
  const from = (kind: 'pool' | 'block') =>
    answer.drawn.reduce((sum, each) => (each.kind === kind ? sum + each.quantity : sum), 0) / microOne
  const shares = split(one, [
    ['included', from('pool')],
    ['block', from('block')],
    ['overage', answer.rest / microOne],
  ])
  return shares.map((share) => ({ ...share, raw: share.raw * one.raw }))
}

/** One line for each price; the included tickets stand behind the first, or behind a line of zero. */
function linesOf(offers: Offer<'perTicket'>[], drawn: Drawn[], common: Common, pricedBefore: string): Line[] {
  const included = drawn.filter(({ bin }) => bin !== 'overage')
  const overage = drawn.filter(({ bin }) => bin === 'overage')
  const [first] = included
  if (overage.length === 0 && first) {
    const explanation = { ...common, unitPrice: first.item.unitPrice, works: drawn.map(share) }
    const quantity = { of: String(common.included), unit: 'ticket', unitPrice: '0' } as const
    const shape = { item: first.item, vat: offerVat(first), period: spanOf(offers), explanation, quantity }
    return [lineOf({ ...shape, currency: offerCurrency(first), informative: true })]
  }
  return grouped(overage, priceKey).flatMap((tickets, i) => {
    const behind = i === 0 ? included : []
    const { item } = lastOf(tickets)
    if (item.tiers) return tieredLines(offers, tickets, behind, common, pricedBefore)
    return [overageLine(offers, tickets, behind, common)]
  })
}

function overageLine(
  offers: Offer<'perTicket'>[],
  tickets: Drawn[],
  included: Drawn[],
  common: Common,
): Line {
  const one = lastOf(tickets)
  const { unitPrice } = one.item
  const count = tickets.reduce((sum, ticket) => sum + ticket.counted, 0)
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    currency: offerCurrency(one),
    period: spanOf(offers.filter((offer) => priceKey(offer) === priceKey(one))),
    explanation: { ...common, unitPrice, works: [...included, ...tickets].map(share) },
    quantity: { of: String(count), unit: 'ticket', unitPrice },
  })
}

function tieredLines(
  offers: Offer<'perTicket'>[],
  tickets: Drawn[],
  included: Drawn[],
  common: Common,
  pricedBefore: string,
): Line[] {
  const one = lastOf(tickets)
  const count = tickets.reduce((sum, ticket) => sum + ticket.counted, 0)
  return tierLines({
    offer: one,
    tiers: one.item.tiers!,
    period: spanOf(offers),
    unit: 'ticket',
    of: 'ticket',
    quantity: microText(micro(count)),
    quantityBefore: pricedBefore,
    works: [...included, ...tickets].map(share),
    included: String(common.included),
    draws: common.draws,
  })
}

function priceKey(offer: Offer<'perTicket'>): string {
  return `${offer.item.unitPrice} ${offerVat(offer)} ${offerCurrency(offer)} ${JSON.stringify(offer.item.tiers ?? '')}`
}

function share({ work, bin, counted, raw }: Drawn): WorkShare {
  return { id: work.id, bin, raw: String(raw), counted: String(counted) }
}

function binOf({ work, bin, item, counted, raw }: Drawn): BinPart[] {
  const surplus = counted > raw ? String(counted - raw) : undefined
  const part: BinPart = {
    workId: work.id,
    workKind: 'ticket',
    bin,
    itemId: item.id,
    unit: 'ticket',
    quantity: String(raw),
  }
  return [surplus === undefined ? part : { ...part, surplus }]
}
