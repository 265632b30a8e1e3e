/**
 * Per ticket: so many tickets are in the fee, each further one costs its price.
 * Tickets use the allowance in the order of their reports (where agreed, of their
 * first resolve), then of their numbers; one that was opened again is still one.
 * The allowance is one for the period, though the price may change within it: a
 * ticket above it costs the price of its own day.
 */
import { wholeInto, type BinPart } from '../bins.ts'
import type { NotCounted, TicketsExplained, WorkShare } from '../explanation.ts'
import { grouped, lastOf, lineOf, offerVat, spanOf, type Line } from '../line.ts'
import type { PerTicket } from '../price-list.ts'
import type { Offer } from '../segments.ts'
import { inOrder, type Ticket } from '../work.ts'
import { allowanceOf, wholeLeft, type Claimed, type Days, type Priced } from './item.ts'

type Counted = Claimed<'perTicket', Ticket>
type Drawn = Counted & { bin: 'included' | 'overage' }

export function pricePerTicket(input: {
  offers: Offer<'perTicket'>[]
  claimed: Counted[]
  notCounted: NotCounted[]
  days: Days
  drawnBefore: string
}): Priced {
  const { offers, days, drawnBefore } = input
  const full = offers.at(-1)?.item.prorateIncluded === 'full'
  const allowance = allowanceOf(offers, days, { included: (item) => item.included, full, drawnBefore })
  const drawn = draw(input.claimed, wholeLeft(allowance))
  const included = drawn.filter(({ bin }) => bin === 'included')
  const common: Omit<TicketsExplained, 'unitPrice' | 'works'> = {
    model: 'perTicket',
    counted: drawn.length,
    included: included.length,
    overage: drawn.length - included.length,
    allowance,
    notCounted: input.notCounted,
  }
  return { lines: linesOf(offers, drawn, common), parts: drawn.flatMap(binOf) }
}

function draw(claimed: Counted[], left: number): Drawn[] {
  const moments = new Map(claimed.map((one) => [one.work.id, countingMoment(one.work, one.item)]))
  const ordered = inOrder(
    claimed,
    (one) => moments.get(one.work.id) ?? one.work.reportedAt,
    (one) => one.work.number,
  )
  return ordered.map((one, i) => ({ ...one, bin: i < left ? 'included' : 'overage' }))
}

function countingMoment(ticket: Ticket, item: PerTicket): string {
  return item.countedBy === 'resolvedAt' ? (ticket.resolvedAt ?? ticket.reportedAt) : ticket.reportedAt
}

/** One line for each price; the included tickets stand behind the first, or behind a line of zero. */
function linesOf(
  offers: Offer<'perTicket'>[],
  drawn: Drawn[],
  common: Omit<TicketsExplained, 'unitPrice' | 'works'>,
): Line[] {
  const included = drawn.filter(({ bin }) => bin === 'included')
  const above = grouped(
    drawn.filter(({ bin }) => bin === 'overage'),
    priceKey,
  )
  const [first] = included
  if (above.length === 0 && first) {
    const explanation = { ...common, unitPrice: first.item.unitPrice, works: drawn.map(share) }
    const quantity = { of: String(included.length), unit: 'ticket', unitPrice: '0' } as const
    const shape = { item: first.item, vat: offerVat(first), period: spanOf(offers), explanation, quantity }
    return [lineOf({ ...shape, informative: true })]
  }
  return above.map((tickets, i) => overageLine(offers, tickets, i === 0 ? included : [], common))
}

function overageLine(
  offers: Offer<'perTicket'>[],
  tickets: Drawn[],
  included: Drawn[],
  common: Omit<TicketsExplained, 'unitPrice' | 'works'>,
): Line {
  const one = lastOf(tickets)
  const { unitPrice } = one.item
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    period: spanOf(offers.filter((offer) => priceKey(offer) === priceKey(one))),
    explanation: { ...common, unitPrice, works: [...included, ...tickets].map(share) },
    quantity: { of: String(tickets.length), unit: 'ticket', unitPrice },
  })
}

function priceKey(offer: Offer<'perTicket'>): string {
  return `${offer.item.unitPrice} ${offerVat(offer)}`
}

function share({ work, bin }: Drawn): WorkShare {
  return { id: work.id, bin, raw: '1', counted: '1' }
}

function binOf({ work, bin, item }: Drawn): BinPart[] {
  return wholeInto(work, { bin, itemId: item.id })
}
