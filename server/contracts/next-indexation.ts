/**
 * When the prices of a contract may follow their index next: from the first day of the agreed
 * month, not before the first agreed year (the year after the contract began, when none is
 * said), and early enough to tell the client in time.
 */
import type { Indexation } from './terms.ts'

export type NextIndexation = {
  validFrom: string
  /** The last day on which the client can be told in time. */
  noticeBy: string
  /** The index of this year decides: the one before. */
  indexYear: number
}

/** The next one that can still be announced on `date`; prices change once a year. */
export function nextIndexation(terms: Indexation, contractFrom: string, date: string): NextIndexation {
  const from = Temporal.PlainDate.from(contractFrom)
  const firstYear = terms.firstYear ?? from.year + 1
  for (let year = Math.max(firstYear, Temporal.PlainDate.from(date).year); ; year++) {
    const next = indexationIn(terms, year)
    if (next.noticeBy >= date) return next
  }
}

export function indexationIn(terms: Indexation, year: number): NextIndexation {
  const first = Temporal.PlainDate.from({ year, month: terms.month, day: 1 })
  return {
    validFrom: first.toString(),
    noticeBy: first.subtract({ days: terms.noticeDays }).toString(),
    indexYear: year - 1,
  }
}
