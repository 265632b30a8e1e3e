/**
 * Billing periods of a contract: weeks, months, quarters or years, counted from an
 * anchor day. The period that a day lies in is cut at the beginning and the end of the
 * contract; the full period it belongs to stays whole, because shares are counted of it.
 */
import { dayOf, weekdayOf, weekdays, type Weekday } from '../worktime/days.ts'
import type { Span } from './segments.ts'
import { dateOfDay } from './work.ts'

export type BillingPeriod = 'week' | 'month' | 'quarter' | 'year'

export type Billing = {
  period: BillingPeriod
  /** The day of the month on which a period begins; in a shorter month its last day. */
  anchorDay?: number
  /** The first month of a year, and of its quarters; January, when not said. */
  anchorMonth?: number
  anchorWeekday?: Weekday
}

const months = { month: 1, quarter: 3, year: 12 } as const

export function fullPeriodOn(billing: Billing, date: string): Span {
  if (billing.period === 'week') return weekOn(billing.anchorWeekday ?? 'mon', date)
  const count = months[billing.period]
  const from = startOn(billing, count, date)
  return {
    from: from.toString(),
    to: anchored(from.toPlainYearMonth().add({ months: count }), billing)
      .subtract({ days: 1 })
      .toString(),
  }
}

/** Cut to the days of the contract; undefined outside of it. */
export function billingPeriodOn(
  billing: Billing,
  contract: { from: string; to?: string },
  date: string,
): { period: Span; fullPeriod: Span } | undefined {
  if (date < contract.from || (contract.to !== undefined && date > contract.to)) return undefined
  const fullPeriod = fullPeriodOn(billing, date)
  const from = fullPeriod.from < contract.from ? contract.from : fullPeriod.from
  const to = contract.to !== undefined && contract.to < fullPeriod.to ? contract.to : fullPeriod.to
  return { period: { from, to }, fullPeriod }
}

export function nextFullPeriod(billing: Billing, period: Span): Span {
  return fullPeriodOn(billing, dateOfDay(dayOf(period.to) + 1))
}

function weekOn(anchor: Weekday, date: string): Span {
  const day = dayOf(date)
  const back = (weekdays.indexOf(weekdayOf(day)) - weekdays.indexOf(anchor) + 7) % 7
  return { from: dateOfDay(day - back), to: dateOfDay(day - back + 6) }
}

/** The latest beginning that is not after the date. */
function startOn(billing: Billing, count: number, date: string): Temporal.PlainDate {
  const first = (billing.anchorMonth ?? 1) - 1
  const month = Temporal.PlainDate.from(date).toPlainYearMonth()
  const back = (month.month - 1 - (first % count) + count * 12) % count
  const start = month.subtract({ months: back })
  const here = anchored(start, billing)
  if (Temporal.PlainDate.compare(here, date) <= 0) return here
  return anchored(start.subtract({ months: count }), billing)
}

function anchored(month: Temporal.PlainYearMonth, { anchorDay = 1 }: Billing): Temporal.PlainDate {
  return month.toPlainDate({ day: Math.min(anchorDay, month.daysInMonth) })
}
