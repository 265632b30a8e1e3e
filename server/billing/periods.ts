/** Billing periods: calendar months, named "YYYY-MM". */
import { refuse } from '#server/plumbing/refusal.ts'

export type Period = { month: string; from: string; to: string }

export function periodOf(month: string): Period {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) refuse('invalid_input', { reason: 'month_expected' }, 'month')
  const first = Temporal.PlainYearMonth.from(month)
  return {
    month,
    from: first.toPlainDate({ day: 1 }).toString(),
    to: first.toPlainDate({ day: first.daysInMonth }).toString(),
  }
}

export function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString()
}

export const monthOfDate = (date: string): string => date.slice(0, 7)

/** From the start of its first day to the start of the day after its last, where the company works. */
export function instantsOf(
  period: { from: string; to: string },
  timezone: string,
): { from: Temporal.Instant; to: Temporal.Instant } {
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timezone).toInstant()
  return {
    from: start(Temporal.PlainDate.from(period.from)),
    to: start(Temporal.PlainDate.from(period.to).add({ days: 1 })),
  }
}
