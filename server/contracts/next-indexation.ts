/**
 * When the prices of a contract may follow their index next: from the first day of the agreed
 * month, not before the first agreed year (the year after the contract began, when none is
 * said), and early enough to tell the client in time.
 */
import { dayOf, isoDate } from '#engines/worktime/days.ts'
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
  const firstYear = terms.firstYear ?? yearOf(contractFrom) + 1
  for (let year = Math.max(firstYear, yearOf(date)); ; year++) {
    const next = indexationIn(terms, year)
    if (next.noticeBy >= date) return next
  }
}

export function indexationIn(terms: Indexation, year: number): NextIndexation {
  const validFrom = `${year}-${String(terms.month).padStart(2, '0')}-01`
  return { validFrom, noticeBy: isoDate(dayOf(validFrom) - terms.noticeDays), indexYear: year - 1 }
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
