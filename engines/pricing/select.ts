/**
 * Select: which price item, of the terms in force when the work was done, prices
 * a piece of work. The first item that fits takes it. What no item takes is in the
 * price of its ticket or of a fee where the terms say so; otherwise a person
 * decides: nothing becomes a silent zero.
 */
import type { BinReason, Verdict } from './bins.ts'
import type { Covered, PriceItem, TicketExclusion } from './price-list.ts'
import { holds, segmentOn, type Segment, type Span } from './segments.ts'
import { localDate, momentOf, type Ticket, type WorkItem } from './work.ts'

export type Selecting = {
  period: Span
  segments: Segment[]
  timezone: string
  /** Every ticket that the work may belong to, of this period or another. */
  tickets: Map<string, Ticket>
  /** Tickets that are only known, not priced, here. */
  otherTickets: Set<string>
}

export type Selected<W extends WorkItem = WorkItem> = { work: W } & (
  | { fate: 'claimed'; item: PriceItem; segment: Segment }
  | { fate: 'settled'; verdict: Verdict }
  /** Its bin will be that of its ticket. */
  | { fate: 'withTicket'; ticketId: string; segment: Segment }
)

export function select(work: WorkItem, by: Selecting): Selected {
  if (work.kind === 'ticket') return selectTicket(work, by)
  const date = localDate(momentOf(work), by.timezone)
  if (!holds(by.period, date)) return settled(work, { bin: 'notCounted', reason: 'otherPeriod' })
  const judged = judgement(work)
  if (judged) return settled(work, judged)
  const segment = segmentOn(by.segments, date)
  if (!segment) return settled(work, { bin: 'pending', reason: 'noTermsInForce' })

  const item = segment.priceList.items.find((one) => claims(one, work))
  if (!item) return withoutItem(work, segment, by)
  const excluded = excludedByTicket(item, work, by)
  if (excluded) return settled(work, { bin: 'notCounted', reason: excluded, itemId: item.id })
  return { work, fate: 'claimed', item, segment }
}

/** A ticket counts where the moment that its item counts by lies in the days of that item. */
function selectTicket(ticket: Ticket, by: Selecting): Selected {
  for (const segment of by.segments) {
    const item = segment.priceList.items.find((one) => one.kind === 'perTicket')
    const moment = item?.countedBy === 'resolvedAt' ? ticket.resolvedAt : ticket.reportedAt
    if (!item || !moment || !holds(segment, localDate(moment, by.timezone))) continue
    const excluded = excludedTicket(item.excludes, item.exceptPriorities ?? [], ticket)
    if (excluded) return settled(ticket, { bin: 'notCounted', reason: excluded, itemId: item.id })
    const judged = judgement(ticket)
    return judged
      ? settled(ticket, { ...judged, itemId: item.id })
      : { work: ticket, fate: 'claimed', item, segment }
  }
  return settled(ticket, ticketWithoutItem(ticket, by))
}

function ticketWithoutItem(ticket: Ticket, by: Selecting): Verdict {
  const counting = by.segments.flatMap((one) => one.priceList.items).filter((one) => one.kind === 'perTicket')
  const byResolve = counting.some((one) => one.countedBy === 'resolvedAt')
  const moment = byResolve ? ticket.resolvedAt : ticket.reportedAt
  if (!moment) return { bin: 'notCounted', reason: 'notResolvedYet' }
  const date = localDate(moment, by.timezone)
  if (!holds(by.period, date)) return { bin: 'notCounted', reason: 'otherPeriod' }
  const judged = judgement(ticket)
  if (judged) return judged
  const segment = segmentOn(by.segments, date)
  if (!segment) return { bin: 'pending', reason: 'noTermsInForce' }
  const excluded = excludedTicket(['cancelled', 'merged', 'ourFault', 'warranty'], [], ticket)
  if (excluded) return { bin: 'notCounted', reason: excluded }
  const fee = feeCovering(segment, 'tickets')
  if (fee) return { bin: 'included', reason: 'coveredByFee', itemId: fee }
  const pricesWork = segment.priceList.items.some((one) =>
    ['perTime', 'travel', 'material'].includes(one.kind),
  )
  return pricesWork
    ? { bin: 'notCounted', reason: 'ticketsNotPriced' }
    : { bin: 'pending', reason: 'noItemPricesIt' }
}

function claims(item: PriceItem, work: Exclude<WorkItem, Ticket>): boolean {
  switch (work.kind) {
    case 'time':
      return item.kind === 'perTime' && (!item.place || item.place === 'any' || item.place === work.place)
    case 'trip':
      return item.kind === 'travel'
    case 'material':
      return item.kind === 'material'
    case 'units':
      return item.kind === 'perUnit' && item.unit === work.unit
  }
}

function withoutItem(work: Exclude<WorkItem, Ticket>, segment: Segment, by: Selecting): Selected {
  const kind = coveredKind(work)
  const perTicket = segment.priceList.items.find((one) => one.kind === 'perTicket')
  const ticketCovers = kind && perTicket && (perTicket.covers ?? ['time']).some((one) => one === kind)
  if (ticketCovers && work.kind !== 'units' && work.ticketId) {
    return withTicket(work, work.ticketId, segment, by)
  }
  const fee = kind && feeCovering(segment, kind)
  if (fee) return settled(work, { bin: 'included', reason: 'coveredByFee', itemId: fee })
  return settled(work, { bin: 'pending', reason: 'noItemPricesIt' })
}

function withTicket(work: WorkItem, ticketId: string, segment: Segment, by: Selecting): Selected {
  const ticket = mergeTarget(ticketId, by.tickets)
  if (!ticket) return settled(work, { bin: 'pending', reason: 'ticketUnknown' })
  if (by.otherTickets.has(ticket.id))
    return settled(work, { bin: 'notCounted', reason: 'ticketOfOtherPeriod' })
  return { work, fate: 'withTicket', ticketId: ticket.id, segment }
}

/** The ticket into which it was merged in the end; a merge that leads back to itself stays where it is. */
function mergeTarget(ticketId: string, tickets: Map<string, Ticket>): Ticket | undefined {
  const seen = new Set<string>()
  let ticket = tickets.get(ticketId)
  while (ticket?.mergedInto && tickets.has(ticket.mergedInto) && !seen.has(ticket.id)) {
    seen.add(ticket.id)
    ticket = tickets.get(ticket.mergedInto)
  }
  return ticket
}

/** Work on our own fault or under warranty is not charged, unless the item says otherwise. */
function excludedByTicket(item: PriceItem, work: WorkItem, by: Selecting): BinReason | undefined {
  if (!('ticketId' in work) || !work.ticketId) return undefined
  if (item.kind !== 'perTime' && item.kind !== 'travel' && item.kind !== 'material') return undefined
  const excludes = item.excludes ?? ['ourFault', 'warranty']
  const tickets = [by.tickets.get(work.ticketId), mergeTarget(work.ticketId, by.tickets)]
  return tickets.map((ticket) => ticket && excludedTicket(excludes, [], ticket)).find((reason) => reason)
}

function excludedTicket(excludes: TicketExclusion[], exceptPriorities: string[], ticket: Ticket) {
  const facts: Record<TicketExclusion, boolean> = {
    cancelled: ticket.cancelled ?? false,
    merged: ticket.mergedInto !== undefined,
    ourFault: ticket.ourFault ?? false,
    warranty: ticket.warranty ?? false,
  }
  const found = excludes.find((exclusion) => facts[exclusion])
  if (found) return found
  return ticket.priority !== undefined && exceptPriorities.includes(ticket.priority) ? 'priority' : undefined
}

/** What a person said of this work stands before any price. */
function judgement(work: WorkItem): Verdict | undefined {
  if (work.waived) return { bin: 'waived', note: work.waived.reason }
  if (work.outOfScope) return { bin: 'outOfScope', note: work.outOfScope.clause ?? work.outOfScope.reason }
  return undefined
}

function coveredKind(work: WorkItem): Covered | undefined {
  if (work.kind === 'time') return 'time'
  if (work.kind === 'trip') return 'travel'
  return work.kind === 'material' ? 'material' : undefined
}

function feeCovering(segment: Segment, what: Covered): string | undefined {
  return segment.priceList.items.find((one) => one.kind === 'flatFee' && one.covers?.includes(what))?.id
}

function settled(work: WorkItem, verdict: Verdict): Selected {
  return { work, fate: 'settled', verdict }
}
