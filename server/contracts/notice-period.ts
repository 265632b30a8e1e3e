/**
 * Wypowiedzenie: when a contract ends by notice. The months of the notice period are counted from
 * the day the notice was given; unless the contract says "any day", the end slips to the last day of
 * that month. And when a definite term goes on by itself, and until when one may say no.
 */
import { dayOf, isoDate } from '#engines/worktime/days.ts'
import type { Terms } from './terms.ts'

type Term = Terms['term']

export function noticeEndsOn(givenOn: string, { noticeMonths, noticeEnds = 'monthEnd' }: Term): string {
  const over = Temporal.PlainDate.from(givenOn).add({ months: noticeMonths })
  if (noticeMonths === 0 || noticeEnds === 'anyDay') return over.toString()
  return over.with({ day: over.daysInMonth }).toString()
}

/** The next term begins the day after; "at least 30 days before it begins" is still the 30th day before. */
export function renewalOf(
  lastDay: string,
  { renewal }: Term,
): { decideBy: string; nextLastDay: string } | undefined {
  if (!renewal) return undefined
  const begins = dayOf(lastDay) + 1
  return {
    decideBy: isoDate(begins - renewal.noticeDays),
    nextLastDay: isoDate(dayOf(plusMonths(isoDate(begins), renewal.months)) - 1),
  }
}

/** Lists ask this of thousands of contracts: plain numbers, the 31st becomes the last day of a shorter month. */
function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return isoDate(
    dayOf(`${date.slice(0, 4)}-01-01`) + daysTo(year, month - 1 + months) + Math.min(day, lastOfMonth) - 1,
  )
}

const daysTo = (year: number, month: number): number =>
  (Date.UTC(year, month, 1) - Date.UTC(year, 0, 1)) / 86_400_000
