/** Days and moments of the demo, counted from the present one, in Warsaw. */
import { isWorkingDayOfLaw } from '#engines/worktime/holidays.ts'

export const zone = 'Europe/Warsaw'
export const dateOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()

export function monthStart(now: Temporal.Instant, monthsAgo: number): Temporal.PlainDate {
  return dateOf(now).with({ day: 1 }).subtract({ months: monthsAgo })
}

export function morning(date: Temporal.PlainDate, hour: number, minute = 0): Temporal.Instant {
  return date
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour, minute }) })
    .toInstant()
}

/** The working days of a month, in order. */
export function workingDays(first: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: first.daysInMonth }, (_, i) => first.add({ days: i })).filter((date) =>
    isWorkingDayOfLaw(date.toString()),
  )
}

/** The same sequence of numbers from 0 to 1 for every demo. */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
