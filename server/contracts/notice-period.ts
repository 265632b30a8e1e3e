/**
 * Wypowiedzenie: when a contract ends by notice. The months of the notice period are counted from
 * the day the notice was given; unless the contract says "any day", the end slips to the last day of
 * that month. And when a definite term goes on by itself, and until when one may say no.
 */
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
  const begins = Temporal.PlainDate.from(lastDay).add({ days: 1 })
  return {
    decideBy: begins.subtract({ days: renewal.noticeDays }).toString(),
    nextLastDay: begins.add({ months: renewal.months }).subtract({ days: 1 }).toString(),
  }
}
