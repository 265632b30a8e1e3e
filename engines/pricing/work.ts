/**
 * Work that is to be priced: tickets, time, trips, materials, and the number of
 * units (devices, users) that a client has. Facts only; what they cost is decided
 * by the price list in force when the work was done.
 */
import { must } from '../base/must.ts'

/** Said of a piece of work by a person, with the reason; both keep it from the price. */
type Judged = { waived?: { reason: string }; outOfScope?: { clause?: string; reason?: string } }

export type Ticket = Judged & {
  kind: 'ticket'
  id: string
  /** As people call it: "Z-2431". Tickets reported at one moment count in the order of their numbers. */
  number: string
  reportedAt: string
  /** The first time it was resolved. */
  resolvedAt?: string
  priority?: string
  cancelled?: boolean
  mergedInto?: string
  ourFault?: boolean
  warranty?: boolean
}

export type Place = 'remote' | 'onSite'

export type TimeEntry = Judged & {
  kind: 'time'
  id: string
  ticketId?: string
  startedAt: string
  /** Either the minutes worked or the end of the work. */
  minutes?: number
  endedAt?: string
  place: Place
  role?: string
  /** Entries of one visit are rounded together; without it, those of one ticket on one day. */
  visitId?: string
}

export type Trip = Judged & {
  kind: 'trip'
  id: string
  ticketId?: string
  at: string
  km?: string
  zone?: string
}

export type MaterialUse = Judged & {
  kind: 'material'
  id: string
  ticketId?: string
  usedAt: string
  name: string
  quantity: string
  unit: string
  /** Agreed for this use; stands above the list and the margin. */
  unitPrice?: string
  cost?: string
}

/** How many units there were, as counted on a day of the period. */
export type UnitCount = Judged & {
  kind: 'units'
  id: string
  unit: string
  quantity: string
  countedAt: string
}

export type WorkItem = Ticket | TimeEntry | Trip | MaterialUse | UnitCount
export type WorkKind = WorkItem['kind']

/** What is not a ticket is done at a moment; a ticket has several, and its price item chooses. */
export function momentOf(work: Exclude<WorkItem, Ticket>): string {
  if (work.kind === 'time') return work.startedAt
  if (work.kind === 'trip') return work.at
  return work.kind === 'material' ? work.usedAt : work.countedAt
}

export function localDate(instant: string, timezone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate().toString()
}

/** Whole minutes; seconds of a stopped timer count to the nearest minute. */
export function minutesOf(entry: TimeEntry): number {
  if (entry.minutes !== undefined) {
    must(Number.isInteger(entry.minutes) && entry.minutes >= 0, 'a time entry has whole minutes')
    return entry.minutes
  }
  must(entry.endedAt, 'a time entry has minutes or an end')
  const seconds = Temporal.Instant.from(entry.startedAt).until(entry.endedAt).total('seconds')
  must(seconds >= 0, 'a time entry ends after it started')
  return Math.round(seconds / 60)
}

/** Oldest first; at one moment by number or id, shorter ones first ("Z-99" before "Z-100"). */
export function inOrder<T>(works: T[], moment: (work: T) => string, name: (work: T) => string): T[] {
  const compareNames = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
  return [...works].sort(
    (a, b) => Temporal.Instant.compare(moment(a), moment(b)) || compareNames(name(a), name(b)),
  )
}
