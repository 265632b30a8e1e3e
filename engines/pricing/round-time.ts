/**
 * Round: minutes become counted minutes. The scope says what is rounded as one:
 * an entry, the entries of a visit, of a ticket, of a day or of the period. Within
 * such a group the registered minutes stand as they are, and what rounding adds
 * belongs to the last entry. Minutes that the event of a visit covers come off first.
 */
import { must } from '../base/must.ts'
import { roundedMinutes } from './models/time.ts'
import type { PerTime, Points, RoundingScope } from './price-list.ts'
import type { Segment } from './segments.ts'
import { inOrder, localDate, minutesOf, type TimeEntry } from './work.ts'

type TimeItem = PerTime | Points
export type ClaimedTime<I extends TimeItem = PerTime> = { work: TimeEntry; item: I; segment: Segment }

export type CountedEntry<I extends TimeItem = PerTime> = ClaimedTime<I> & {
  rawMinutes: number
  countedMinutes: number
  /** Of the registered ones, the first. */
  coveredMinutes: number
}

/** A group rounded as one, with the item in force for it. */
export type RoundedGroup<I extends TimeItem = PerTime> = {
  entries: CountedEntry<I>[]
  rawMinutes: number
  countedMinutes: number
  item: I
}

/** How many first minutes of the visit of this entry are covered. */
export type CoveredMinutes = (work: TimeEntry) => number

/** Groups in the order of their first entry, entries in the order in which they began. */
export function roundGroups<I extends TimeItem>(
  claimed: ClaimedTime<I>[],
  timezone: string,
  covered?: CoveredMinutes,
): RoundedGroup<I>[] {
  const ordered = inOrder(
    claimed,
    (one) => one.work.startedAt,
    (one) => one.work.id,
  )
  const groups = new Map<string, ClaimedTime<I>[]>()
  for (const one of ordered) {
    const key = `${one.segment.from} ${groupKey(one.work, one.item.round.scope, timezone)}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const coverOf = covered ? coveredBy(covered, new Map(), timezone) : () => 0
  return [...groups.values()].map((group) => roundGroup(group, coverOf))
}

/** A visit is covered once, whatever groups its entries are rounded in. */
function coveredBy(covered: CoveredMinutes, leftOfVisit: Map<string, number>, timezone: string) {
  return (entry: TimeEntry, rawMinutes: number): number => {
    const visit = groupKey(entry, 'visit', timezone)
    const left = leftOfVisit.get(visit) ?? covered(entry)
    const taken = Math.min(left, rawMinutes)
    leftOfVisit.set(visit, left - taken)
    return taken
  }
}

function groupKey(entry: TimeEntry, scope: RoundingScope, timezone: string): string {
  const day = () => localDate(entry.startedAt, timezone)
  const ticket = entry.ticketId ?? `entry ${entry.id}`
  switch (scope) {
    case 'entry':
      return entry.id
    case 'visit':
      return entry.visitId ? `visit ${entry.visitId}` : `${ticket} ${day()} ${entry.place}`
    case 'ticket':
      return ticket
    case 'day':
      return day()
    case 'period':
      return ''
  }
}

function roundGroup<I extends TimeItem>(
  group: ClaimedTime<I>[],
  coverOf: (entry: TimeEntry, rawMinutes: number) => number,
): RoundedGroup<I> {
  const [first] = group
  must(first, 'a group has an entry')
  const entries = group.map((one) => {
    const rawMinutes = minutesOf(one.work)
    return { ...one, rawMinutes, coveredMinutes: coverOf(one.work, rawMinutes) }
  })
  const rawMinutes = entries.reduce((sum, one) => sum + one.rawMinutes - one.coveredMinutes, 0)
  const countedMinutes = roundedMinutes(rawMinutes, first.item.round)
  const surplus = countedMinutes - rawMinutes
  return {
    entries: entries.map((one, i) => ({
      ...one,
      countedMinutes: one.rawMinutes - one.coveredMinutes + (i === entries.length - 1 ? surplus : 0),
    })),
    rawMinutes,
    countedMinutes,
    item: first.item,
  }
}
