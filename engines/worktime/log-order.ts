/**
 * The events of a log in one order, however they were handed over: by time, within an instant
 * by their numbers, and without numbers by a fixed order of kinds. An event that was handed
 * over twice is named and left out; so is, as a doubt, a number that contradicts the times.
 */
import { readInstant } from './instants.ts'
import type { EventKind, LogProblem, TicketEvent } from './ticket-log.ts'

export type Timed = { ms: number; event: TicketEvent }

const order: readonly EventKind[] = [
  'reported',
  'held',
  'admitted',
  'refused',
  'priority_changed',
  'reclassified',
  'taken_over',
  'public_reply',
  'work_started',
  'arrived',
  'worked_around',
  'client_message',
  'paused',
  'resumed',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
  'merged',
]

export function inOrderOfTime(log: readonly TicketEvent[], problems: LogProblem[]): Timed[] {
  const events: Timed[] = []
  let isNumbered = true
  for (const event of log) {
    const ms = readInstant(event.at)
    if (ms === undefined) problems.push({ code: 'time_unreadable', at: event.at, kind: event.kind })
    else events.push({ ms, event })
    isNumbered &&= event.seq !== undefined
  }
  if (problems.length > 1) problems.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  const compare = (a: Timed, b: Timed): number =>
    a.ms - b.ms || (isNumbered ? a.event.seq! - b.event.seq! : 0) || fixed(a.event, b.event)
  if (events.some((event, i) => i > 0 && compare(events[i - 1]!, event) > 0)) events.sort(compare)
  if (isNumbered) tellDisorder(events, problems)
  return withoutDoubles(events, problems)
}

function fixed(a: TicketEvent, b: TicketEvent): number {
  const apart = order.indexOf(a.kind) - order.indexOf(b.kind)
  if (apart !== 0) return apart
  const [one, other] = [textOf(a), textOf(b)]
  return one < other ? -1 : Number(one > other)
}

const textOf = (fields: object): string => JSON.stringify(fields, Object.keys(fields).toSorted())

function withoutDoubles(events: readonly Timed[], problems: LogProblem[]): Timed[] {
  return events.filter(({ ms, event }, i) => {
    const before = events[i - 1]
    const isDouble =
      before?.ms === ms && before.event.kind === event.kind && textOf(before.event) === textOf(event)
    if (isDouble) problems.push({ code: 'doubled', at: event.at, kind: event.kind })
    return !isDouble
  })
}

/** Work and what arrives by mail is recorded after it happened; everything else when it happens. */
const recordedLater: ReadonlySet<EventKind> = new Set<EventKind>([
  'work_started',
  'arrived',
  'client_message',
])

function tellDisorder(events: readonly Timed[], problems: LogProblem[]): void {
  let last = -Infinity
  for (const { event } of events) {
    const { seq, at, kind } = event
    if (recordedLater.has(kind)) continue
    if (seq! < last) problems.push({ code: 'out_of_order', at, kind })
    last = Math.max(last, seq!)
  }
}
