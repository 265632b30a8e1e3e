/**
 * Round: minutes become counted minutes. The scope says what is rounded as one:
 * an entry, the entries of a visit, of a ticket, of a day or of the period. Within
 * such a group the registered minutes stand as they are, and what rounding adds
 * belongs to the last entry.
 */
import { must } from '../base/must.ts'
import { roundedMinutes } from './models/time.ts'
import type { PerTime, RoundingScope } from './price-list.ts'
import type { Segment } from './segments.ts'
import { inOrder, localDate, minutesOf, type TimeEntry } from './work.ts'

export type ClaimedTime = { work: TimeEntry; item: PerTime; segment: Segment }

export type CountedEntry = ClaimedTime & { rawMinutes: number; countedMinutes: number }

/** A group rounded as one, with the item in force for it. */
export type RoundedGroup = {
  entries: CountedEntry[]
  rawMinutes: number
  countedMinutes: number
  item: PerTime
}

/** Groups in the order of their first entry, entries in the order in which they began. */
export function roundGroups(claimed: ClaimedTime[], timezone: string): RoundedGroup[] {
  const ordered = inOrder(
    claimed,
    (one) => one.work.startedAt,
    (one) => one.work.id,
  )
  const groups = new Map<string, ClaimedTime[]>()
  for (const one of ordered) {
    const key = `${one.segment.from} ${groupKey(one.work, one.item.round.scope, timezone)}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map(roundGroup)
}

function groupKey(entry: TimeEntry, scope: RoundingScope, timezone: string): string {
  const day = localDate(entry.startedAt, timezone)
  const ticket = entry.ticketId ?? `entry ${entry.id}`
  switch (scope) {
    case 'entry':
      return entry.id
    case 'visit':
      return entry.visitId ? `visit ${entry.visitId}` : `${ticket} ${day} ${entry.place}`
    case 'ticket':
      return ticket
    case 'day':
      return day
    case 'period':
      return ''
  }
}

function roundGroup(group: ClaimedTime[]): RoundedGroup {
  const [first] = group
  must(first, 'a group has an entry')
  const entries = group.map((one) => ({ ...one, rawMinutes: minutesOf(one.work) }))
  const rawMinutes = entries.reduce((sum, one) => sum + one.rawMinutes, 0)
  const countedMinutes = roundedMinutes(rawMinutes, first.item.round)
  const surplus = countedMinutes - rawMinutes
  return {
    entries: entries.map((one, i) => ({
      ...one,
      countedMinutes: one.rawMinutes + (i === entries.length - 1 ? surplus : 0),
    })),
    rawMinutes,
    countedMinutes,
    item: first.item,
  }
}
