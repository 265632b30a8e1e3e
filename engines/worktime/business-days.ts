/**
 * Business days of a calendar: the dates on which a window starts.
 *
 * Counting goes from the given date, whether or not it is a business day itself. "N
 * business days, by the end of the day": a report after closing time, or on a date that
 * is no business day, counts as made on the next business day; from there N business
 * days are added, and it is due when that date's last window closes. A report made
 * during the tail of a night shift belongs to the date on which that shift started.
 */
import { must } from '../base/must.ts'
import { planOf, startsOn, type WorkCalendar } from './day-plan.ts'
import { dayOf, isoDate } from './days.ts'
import { shiftsAfter, shiftsBefore } from './shifts.ts'
import { instantOfWall } from './zone.ts'

export function isWorkingDay(calendar: WorkCalendar, date: string): boolean {
  return startsOn(calendar, dayOf(date))
}

/** The date `days` business days later, or earlier for a negative number; 0 is the date itself. */
export function addBusinessDays(calendar: WorkCalendar, date: string, days: number): string {
  must(Number.isInteger(days), 'business days are whole')
  return isoDate(stepped(calendar, dayOf(date), days))
}

/** Business days after `from` up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  let count = 0
  for (let day = dayOf(from) + 1, last = dayOf(to); day <= last; day += 1)
    if (startsOn(calendar, day)) count += 1
  return count
}

export function endOfBusinessDay(input: {
  start: Temporal.Instant
  days: number
  calendar: WorkCalendar
}): Temporal.Instant {
  const { start, days, calendar } = input
  return Temporal.Instant.fromEpochMilliseconds(endOfBusinessDayMs(calendar, start.epochMilliseconds, days))
}

export function endOfBusinessDayMs(calendar: WorkCalendar, start: number, days: number): number {
  must(Number.isInteger(days) && days >= 0, 'business days are whole and lie ahead')
  return closingOf(calendar, stepped(calendar, dayOfReport(calendar, start), days))
}

/** The business day on which a report counts as made: that of the shift that runs then, or of the next one. */
function dayOfReport(calendar: WorkCalendar, start: number): number {
  const [next] = shiftsAfter(calendar, start).take(1)
  must(next, 'the calendar opens again')
  return next.day
}

/** When the last window that starts on a day closes. */
export function closingOf(calendar: WorkCalendar, day: number): number {
  const lastWall = Math.max(...planOf(calendar, day).spans.map((span) => span.to))
  const closes = instantOfWall(calendar.timezone, lastWall)
  // A repeated hour may close a second time, and what is cut out at the end of the day closes it sooner.
  const last = shiftsBefore(calendar, closes + repeatedAtMostMs).find((shift) => shift.day <= day)
  return last?.day === day ? last.to : closes
}

const repeatedAtMostMs = 3 * 3_600_000

/** How many days in a row may be free before a calendar counts as one that never opens. */
const patienceDays = 3660

function stepped(calendar: WorkCalendar, from: number, days: number): number {
  const way = Math.sign(days)
  let day = from
  for (let left = Math.abs(days), idle = 0; left > 0;) {
    day += way
    idle = startsOn(calendar, day) ? 0 : idle + 1
    must(idle < patienceDays, 'the calendar has business days')
    if (idle === 0) left -= 1
  }
  return day
}
