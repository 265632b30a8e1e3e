/**
 * Work that is to be priced: tickets, time, trips, materials, events, readings of
 * meters, blocks that were bought, promises that were missed, and the number of
 * units (devices, users) that a client has. Facts only; what they cost is decided
 * by the price list in force when the work was done.
 */
import { dayMs, dayOf, isoDate } from '../worktime/days.ts'
import { wallAt } from '../worktime/zone.ts'
import { must } from '../base/must.ts'

/** Said of a piece of work by a person, with the reason; both keep it from the price. */
type Judged = { waived?: { reason: string }; outOfScope?: { clause?: string; reason?: string } }

/** What an item may ask about; a piece of work that does not know it takes it from its ticket. */
export type Facts = {
  category?: string
  service?: string
  site?: string
  device?: string
  deviceClass?: string
  /** Marks such as "express". */
  flags?: string[]
}

export type Ticket = Judged &
  Facts & {
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
    /** Each time it was opened again, with the resolve before it. */
    reopened?: { resolvedAt: string; at: string }[]
  }

export type Place = 'remote' | 'onSite'

export type TimeEntry = Judged &
  Facts & {
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

export type Trip = Judged &
  Facts & {
    kind: 'trip'
    id: string
    ticketId?: string
    at: string
    km?: string
    zone?: string
  }

export type MaterialUse = Judged &
  Facts & {
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

/** How many units there were, as counted on a day of the period; where changes count, from that day on. */
export type UnitCount = Judged & {
  kind: 'units'
  id: string
  unit: string
  quantity: string
  countedAt: string
  class?: string
  /** Of each of them: the stops of a lift. */
  size?: string
  /** Counts of one group replace each other: a site, a device. */
  group?: string
}

/** A thing that happened and is charged as one, or whose value is. */
export type EventWork = Judged &
  Facts & {
    kind: 'event'
    id: string
    event: string
    at: string
    ticketId?: string
    /** The time entries of the same visit belong to it. */
    visitId?: string
    quantity?: string
    class?: string
    /** What was bought, sold or paid: a percentage is taken of it. */
    value?: string
    priority?: string
  }

/** A meter as it was read. Swapped or set back: what it showed at the end, and where it goes on from. */
export type Reading = Judged & {
  kind: 'reading'
  id: string
  meter: string
  device: string
  readAt: string
  value: string
  goesOnFrom?: string
}

export type Purchase = Judged & {
  kind: 'purchase'
  id: string
  /** The block of the price list. */
  itemId: string
  boughtAt: string
  blocks?: number
}

/** A promise that was missed, or how many of how many were kept. */
export type Miss = Judged & {
  kind: 'miss'
  id: string
  at: string
  ticketId?: string
  priority?: string
  target?: string
  device?: string
  /** How long it was late, or how long a device stood still. */
  lateMinutes?: number
  kept?: { met: number; of: number }
  confirmed?: boolean
}

export type WorkItem =
  | Ticket
  | TimeEntry
  | Trip
  | MaterialUse
  | UnitCount
  | EventWork
  | Reading
  | Purchase
  | Miss
export type WorkKind = WorkItem['kind']

/** What is not a ticket is done at a moment; a ticket has several, and its price item chooses. */
export function momentOf(work: Exclude<WorkItem, Ticket>): string {
  switch (work.kind) {
    case 'time':
      return work.startedAt
    case 'material':
      return work.usedAt
    case 'units':
      return work.countedAt
    case 'reading':
      return work.readAt
    case 'purchase':
      return work.boughtAt
    default:
      return work.at
  }
}

export function msOf(instant: string): number {
  const ms = plainMs(instant) ?? Date.parse(instant)
  must(!Number.isNaN(ms), `"${instant}" is a moment`)
  return ms
}

/** As instants are nearly always written: "2026-11-20T15:40:00Z", with milliseconds or without. */
function plainMs(instant: string): number | undefined {
  const { length } = instant
  if ((length !== 20 && length !== 24) || instant.charCodeAt(length - 1) !== 90) return undefined
  const two = (at: number) => instant.charCodeAt(at) * 10 + instant.charCodeAt(at + 1) - 528
  const [month, day, hour, minute, second] = [two(5), two(8), two(11), two(14), two(17)]
  if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59)
    return undefined
  const monthMs = startOfMonth(two(0) * 100 + two(2), month)
  const ms = length === 24 ? two(20) * 10 + instant.charCodeAt(22) - 48 : 0
  return monthMs + (day - 1) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + ms
}

const months = new Map<number, number>()

function startOfMonth(year: number, month: number): number {
  const key = year * 12 + month
  let start = months.get(key)
  if (start === undefined) months.set(key, (start = Date.UTC(year, month - 1, 1)))
  return start
}

const dates = new Map<number, string>()

export function localDate(instant: string, timezone: string): string {
  return dateOfDay(Math.floor(wallAt(timezone, msOf(instant)) / dayMs))
}

const days = new Map<string, number>()

/** The number of a date, and dates by their numbers, are asked for again and again: each is made once. */
export function dayOfDate(date: string): number {
  let day = days.get(date)
  if (day === undefined) {
    if (days.size > 20_000) days.clear()
    days.set(date, (day = dayOf(date)))
  }
  return day
}

export function dateOfDay(day: number): string {
  let date = dates.get(day)
  if (date === undefined) {
    if (dates.size > 20_000) dates.clear()
    dates.set(day, (date = isoDate(day)))
  }
  return date
}

/** The ticket into which it was merged in the end; a merge that leads back to itself stays where it is. */
export function mergeTarget(ticketId: string, tickets: ReadonlyMap<string, Ticket>): Ticket | undefined {
  let ticket = tickets.get(ticketId)
  if (!ticket?.mergedInto) return ticket
  const seen = new Set<string>()
  while (ticket?.mergedInto && tickets.has(ticket.mergedInto) && !seen.has(ticket.id)) {
    seen.add(ticket.id)
    ticket = tickets.get(ticket.mergedInto)
  }
  return ticket
}

/** The longest entry that is believed: a month around the clock. */
const longestMinutes = 31 * 24 * 60

/** Why a time entry has no minutes that could be priced. */
export function minutesProblem(
  entry: TimeEntry,
): 'timeMissing' | 'endsBeforeStart' | 'timeAbsurd' | undefined {
  if (entry.minutes === undefined && entry.endedAt === undefined) return 'timeMissing'
  if (entry.minutes === undefined && msOf(entry.endedAt!) < msOf(entry.startedAt)) return 'endsBeforeStart'
  if (entry.minutes !== undefined && entry.minutes < 0) return 'endsBeforeStart'
  const minutes = spent(entry)
  return Number.isInteger(minutes) && minutes <= longestMinutes ? undefined : 'timeAbsurd'
}

/** Whole minutes; seconds of a stopped timer count to the nearest minute. None, where they are not known. */
export function minutesOf(entry: TimeEntry): number {
  return minutesProblem(entry) === undefined ? spent(entry) : 0
}

function spent(entry: TimeEntry): number {
  if (entry.minutes !== undefined) return entry.minutes
  return Math.round((msOf(entry.endedAt!) - msOf(entry.startedAt)) / 60_000)
}

/** Oldest first; at one moment by number or id, shorter ones first ("Z-99" before "Z-100"). */
export function inOrder<T>(works: T[], moment: (work: T) => string, name: (work: T) => string): T[] {
  return works
    .map((work) => ({ work, ms: msOf(moment(work)), name: name(work) }))
    .sort((a, b) => a.ms - b.ms || compareNames(a.name, b.name))
    .map(({ work }) => work)
}

export function compareNames(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}
