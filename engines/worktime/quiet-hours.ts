/**
 * Quiet hours: when nobody could act on a mail, so that it waits for the morning. They run
 * from one wall-clock time to another, over midnight too; days on which the company does not
 * work may be quiet as a whole.
 */
import { isWorkingDay } from './business-days.ts'
import type { WorkCalendar } from './day-plan.ts'

export type QuietHours = {
  /** "20:00" to "07:00"; the same time twice is a whole day and refused. */
  from: string
  to: string
  /** Days without working hours are quiet from midnight to midnight. */
  freeDays: boolean
}

const hour = /^([01]\d|2[0-3]):[0-5]\d$/

export function problemOfQuietHours({ from, to }: QuietHours): 'from' | 'to' | undefined {
  if (!hour.test(from)) return 'from'
  return !hour.test(to) || from === to ? 'to' : undefined
}

/** When the quiet that holds at `now` ends; undefined when it is not quiet. */
export function quietUntil(
  now: Temporal.Instant,
  quiet: QuietHours,
  calendar: WorkCalendar,
): Temporal.Instant | undefined {
  const zone = calendar.timezone
  let at = now
  // Quiet hours and free days may follow each other, over Christmas for a week and more.
  for (let steps = 0; steps < 60; steps += 1) {
    const next = endOfQuiet(at.toZonedDateTimeISO(zone), quiet, calendar)
    if (!next) return steps === 0 ? undefined : at
    at = next.toInstant()
  }
  return at
}

function endOfQuiet(
  at: Temporal.ZonedDateTime,
  quiet: QuietHours,
  calendar: WorkCalendar,
): Temporal.ZonedDateTime | undefined {
  const time = at.toPlainTime()
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
  const isBefore = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0
  const overMidnight = isBefore(to, from)
  const isQuiet = overMidnight
    ? !isBefore(time, from) || isBefore(time, to)
    : !isBefore(time, from) && isBefore(time, to)
  if (isQuiet) {
    const day = overMidnight && !isBefore(time, from) ? at.add({ days: 1 }) : at
    return day.withPlainTime(to)
  }
  if (quiet.freeDays && !isWorkingDay(calendar, at.toPlainDate().toString()))
    return at.add({ days: 1 }).startOfDay()
  return undefined
}
