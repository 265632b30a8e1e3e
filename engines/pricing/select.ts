/**
 * Select: which price item, of the terms in force when the work was done, prices
 * a piece of work. The first item that fits takes it. What no item takes is in the
 * price of its ticket or of a fee where the terms say so; otherwise a person
 * decides: nothing becomes a silent zero.
 */
import type { BinReason, Verdict } from './bins.ts'
import { factsOf, fits } from './facts.ts'
import { itemsOf } from './price-list.ts'
import type { Covered, Credit, PerTicket, PriceItem, PriceList, TicketExclusion } from './price-list.ts'
import { holds, segmentOn, type Segment, type Span } from './segments.ts'
import { workProblem } from './work-problems.ts'
import { localDate, mergeTarget, momentOf, type Miss, type Ticket, type WorkItem } from './work.ts'

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
  const segment = segmentOn(by.segments, date)
  const item = segment && itemFor(work, segment, by)
  const judged = judgement(work)
  if (judged && !pricesOutOfScope(judged, item)) return settled(work, judged)
  if (!segment) return settled(work, { bin: 'pending', reason: 'noTermsInForce' })
  const problem = workProblem(work)
  if (problem) return settled(work, { bin: 'pending', reason: problem, itemId: item?.id })

  if (!item) return withoutItem(work, segment, by)
  const excluded = excludedByTicket(item, work, by)
  if (excluded) return settled(work, { bin: 'notCounted', reason: excluded, itemId: item.id })
  return { work, fate: 'claimed', item, segment }
}

/** The first item that fits; one for whatever others leave comes after them. */
function itemFor(work: Exclude<WorkItem, Ticket>, segment: Segment, by: Selecting): PriceItem | undefined {
  const { items } = segment.priceList
  const outside = work.outOfScope && items.find((one) => isOutside(one) && claims(one, work, by))
  return (
    outside ??
    items.find((one) => !isOtherwise(one) && claims(one, work, by)) ??
    items.find((one) => isOtherwise(one) && claims(one, work, by))
  )
}

function isOutside(item: PriceItem): boolean {
  return 'where' in item && item.where?.outOfScope === true
}

function isOtherwise(item: PriceItem): boolean {
  return 'where' in item && item.where?.otherwise === true
}

/** Work that a person put outside the contract may have a price of its own there. */
function pricesOutOfScope(judged: Verdict, item: PriceItem | undefined): boolean {
  return judged.bin === 'outOfScope' && item !== undefined && isOutside(item)
}

/** A ticket counts where the moment that its item counts by lies in the days of that item. */
function selectTicket(ticket: Ticket, by: Selecting): Selected {
  for (const segment of by.segments) {
    const item = ticketItems(segment, ticket).find(
      (one) => holdsFor(one, ticket, segment, by) && isFor(one, ticket, by),
    )
    if (!item) continue
    const excluded = excludedTicket(item.excludes, item.exceptPriorities ?? [], ticket)
    if (excluded) return settled(ticket, { bin: 'notCounted', reason: excluded, itemId: item.id })
    const judged = judgement(ticket)
    return judged && !pricesOutOfScope(judged, item)
      ? settled(ticket, { ...judged, itemId: item.id })
      : { work: ticket, fate: 'claimed', item, segment }
  }
  return settled(ticket, ticketWithoutItem(ticket, by))
}

/** Nearly every item takes any ticket that is not outside the contract. */
function isFor({ where }: PerTicket, ticket: Ticket, by: Selecting): boolean {
  return where === undefined || fits(where, factsOf(ticket, by.tickets))
}

function ticketItems(segment: Segment, ticket: Ticket): PerTicket[] {
  const items = perTicketOf(segment)
  if (items.length < 2) return items
  if (ticket.outOfScope) return [...items.filter(isOutside), ...items.filter((one) => !isOutside(one))]
  return [...items.filter((one) => !isOtherwise(one)), ...items.filter(isOtherwise)]
}

const ticketItemsOf = new WeakMap<PriceList, PerTicket[]>()

/** Asked for every ticket of a period: found once for a list. */
function perTicketOf({ priceList }: Segment): PerTicket[] {
  let items = ticketItemsOf.get(priceList)
  if (!items) ticketItemsOf.set(priceList, (items = itemsOf(priceList, 'perTicket')))
  return items
}

function holdsFor(item: PerTicket, ticket: Ticket, segment: Segment, by: Selecting): boolean {
  const moment = item.countedBy === 'resolvedAt' ? ticket.resolvedAt : ticket.reportedAt
  return moment !== undefined && holds(segment, localDate(moment, by.timezone))
}

function ticketWithoutItem(ticket: Ticket, by: Selecting): Verdict {
  const byResolve = by.segments.some((one) =>
    perTicketOf(one).some(({ countedBy }) => countedBy === 'resolvedAt'),
  )
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
    ['perTime', 'travel', 'material', 'points', 'perEvent'].includes(one.kind),
  )
  return pricesWork
    ? { bin: 'notCounted', reason: 'ticketsNotPriced' }
    : { bin: 'pending', reason: 'noItemPricesIt' }
}

function claims(item: PriceItem, work: Exclude<WorkItem, Ticket>, by: Selecting): boolean {
  if (!isForKind(item, work)) return false
  if (!('where' in item) || !item.where) return true
  return fits(item.where, factsOf(work, by.tickets))
}

function isForKind(item: PriceItem, work: Exclude<WorkItem, Ticket>): boolean {
  switch (work.kind) {
    case 'time': {
      if (item.kind !== 'perTime' && item.kind !== 'points') return false
      return !item.place || item.place === 'any' || item.place === work.place
    }
    case 'trip':
      return item.kind === 'travel'
    case 'material':
      return item.kind === 'material'
    case 'units':
      return item.kind === 'perUnit' && item.unit === work.unit
    case 'event':
      return (item.kind === 'perEvent' || item.kind === 'percentage') && item.events.includes(work.event)
    case 'reading':
      return item.kind === 'perMeter' && item.meters.some(({ meter }) => meter === work.meter)
    case 'purchase':
      return item.kind === 'block' && item.id === work.itemId
    case 'miss':
      return item.kind === 'credit' && isMissOf(item, work)
  }
}

function isMissOf({ measure, priorities, targets }: Credit, miss: Miss): boolean {
  if ((measure === 'pointsBelow') !== (miss.kept !== undefined)) return false
  if (priorities && !priorities.includes(miss.priority ?? '')) return false
  return !targets || targets.includes(miss.target ?? '')
}

function withoutItem(work: Exclude<WorkItem, Ticket>, segment: Segment, by: Selecting): Selected {
  const kind = coveredKind(work)
  const [perTicket] = perTicketOf(segment)
  const ticketCovers = kind && perTicket && (perTicket.covers ?? ['time']).some((one) => one === kind)
  if (ticketCovers && 'ticketId' in work && work.ticketId) {
    return withTicket(work, work.ticketId, segment, by)
  }
  const fee = kind && feeCovering(segment, kind)
  if (fee) return settled(work, { bin: 'included', reason: 'coveredByFee', itemId: fee })
  if (work.kind === 'reading') return settled(work, { bin: 'notCounted', reason: 'metersNotPriced' })
  if (work.kind === 'miss') return settled(work, { bin: 'notCounted', reason: 'noCreditAgreed' })
  return settled(work, { bin: 'pending', reason: 'noItemPricesIt' })
}

function withTicket(work: WorkItem, ticketId: string, segment: Segment, by: Selecting): Selected {
  const ticket = mergeTarget(ticketId, by.tickets)
  if (!ticket) return settled(work, { bin: 'pending', reason: 'ticketUnknown' })
  if (by.otherTickets.has(ticket.id))
    return settled(work, { bin: 'notCounted', reason: 'ticketOfOtherPeriod' })
  return { work, fate: 'withTicket', ticketId: ticket.id, segment }
}

const notOurs: TicketExclusion[] = ['ourFault', 'warranty']
const chargesWork = new Set<PriceItem['kind']>(['perTime', 'points', 'travel', 'material'])

/** Work on our own fault or under warranty is not charged, unless the item says otherwise. */
function excludedByTicket(item: PriceItem, work: WorkItem, by: Selecting): BinReason | undefined {
  if (!('ticketId' in work) || !work.ticketId) return undefined
  if (!('excludes' in item) && !chargesWork.has(item.kind)) return undefined
  const excludes = ('excludes' in item ? item.excludes : undefined) ?? notOurs
  const own = by.tickets.get(work.ticketId)
  const target = mergeTarget(work.ticketId, by.tickets)
  return (own && excludedTicket(excludes, [], own)) ?? (target && excludedTicket(excludes, [], target))
}

function excludedTicket(excludes: TicketExclusion[], exceptPriorities: string[], ticket: Ticket) {
  const found = excludes.find((exclusion) => isExcluded(ticket, exclusion))
  if (found) return found
  return ticket.priority !== undefined && exceptPriorities.includes(ticket.priority) ? 'priority' : undefined
}

function isExcluded(ticket: Ticket, exclusion: TicketExclusion): boolean {
  return exclusion === 'merged' ? ticket.mergedInto !== undefined : (ticket[exclusion] ?? false)
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
