/**
 * When a debt is really due and when it is reminded of. A term that ends on a Saturday or
 * on a day free from work ends on the next working day (art. 115 of the civil code). The
 * first reminder goes out three days later, on a working day, at nine in the morning.
 */
import { isWorkingDayOfLaw, nextWorkingDayOfLaw } from '#engines/worktime/holidays.ts'

export const daysToFirstReminder = 3
const sendingHour = 9

export const stages = ['beforeDue', 'days1to7', 'days8to30', 'over30'] as const
export type Stage = (typeof stages)[number]

export function effectiveDueOn(dueOn: string): string {
  return nextWorkingDayOfLaw(dueOn)
}

export function firstReminderOn(dueOn: string): string {
  return nextWorkingDayOfLaw(later(effectiveDueOn(dueOn), daysToFirstReminder))
}

/** The moment of sending; a moment that has passed moves to the next working morning, never to "at once". */
export function reminderAt(dueOn: string, now: Temporal.Instant, timezone: string): Temporal.Instant {
  const planned = morningOf(firstReminderOn(dueOn), timezone)
  return isAfter(planned, now) ? planned : nextMorning(now, timezone)
}

function nextMorning(now: Temporal.Instant, timezone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timezone).toPlainDate().toString()
  const morning = morningOf(today, timezone)
  if (isWorkingDayOfLaw(today) && isAfter(morning, now)) return morning
  return morningOf(nextWorkingDayOfLaw(later(today, 1)), timezone)
}

/** Days after the day on which it was really due; negative before it. */
export function daysOverdue(dueOn: string, on: string): number {
  return Temporal.PlainDate.from(effectiveDueOn(dueOn)).until(on, { largestUnit: 'days' }).days
}

export function stageOf(days: number): Stage {
  if (days <= 0) return 'beforeDue'
  if (days <= 7) return 'days1to7'
  return days <= 30 ? 'days8to30' : 'over30'
}

function morningOf(date: string, timezone: string): Temporal.Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: timezone, plainTime: { hour: sendingHour } })
    .toInstant()
}

const later = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0
