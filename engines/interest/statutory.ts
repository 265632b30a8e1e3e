/**
 * Statutory interest on a debt as of a day. It runs from the day after the debt was really
 * due — a term that ends on a Saturday or on a day free from work ends on the next day
 * that is neither (art. 115 of the civil code) — to that day or the day of payment, both
 * included, on what was still unpaid on each day. Interest bears no interest.
 */
import { fromGrosze, toGrosze } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import { nextWorkingDayOfLaw } from '../worktime/holidays.ts'
import { dayBefore, daysBetween, interestOf, nextDay } from './interest.ts'
import { rateTables, type DebtKind, type Rate, type RateTable } from './rates.ts'

export type InterestSegment = {
  from: string
  to: string
  days: number
  yearlyPercent: string
  principalGrosze: number
}

/** `rates_unchecked`: announced rates may be newer than the table; `rates_unknown`: older than its first. */
export type InterestWarning = { code: 'rates_unchecked' | 'rates_unknown'; on: string }

export type Interest = {
  grosze: number
  effectiveDueOn: string
  /** The answer to "why so much?". */
  segments: InterestSegment[]
  warnings: InterestWarning[]
}

export type Debt = {
  principalGrosze: number
  dueOn: string
  kind: DebtKind
  payments?: readonly { paidOn: string; grosze: number }[]
}

export function statutoryInterest(
  debt: Debt,
  on: string,
  table: RateTable = rateTables[debt.kind],
): Interest {
  must(table.rates.length > 0, 'a table of rates has a rate')
  const effectiveDueOn = nextWorkingDayOfLaw(debt.dueOn)
  const segments = segmentsOf(debt, nextDay(effectiveDueOn), on, table.rates)
  const exact = interestOf(
    segments.map((one) => ({
      amount: fromGrosze(one.principalGrosze),
      days: one.days,
      yearlyPercent: one.yearlyPercent,
    })),
  )
  return { grosze: toGrosze(exact), effectiveDueOn, segments, warnings: warningsOf(segments, table) }
}

/** A new segment begins with every change of the rate and on the day after every payment. */
function segmentsOf(debt: Debt, first: string, on: string, rates: readonly Rate[]): InterestSegment[] {
  const changes = [
    ...rates.map((rate) => rate.from),
    ...(debt.payments ?? []).map(({ paidOn }) => nextDay(paidOn)),
  ]
  const starts = [...new Set([first, ...changes])].filter((day) => first <= day && day <= on).sort()
  return starts
    .map((from, i) => {
      const following = starts[i + 1]
      const to = following === undefined ? on : dayBefore(following)
      const days = daysBetween(from, nextDay(to))
      return { from, to, days, yearlyPercent: rateOn(rates, from), principalGrosze: unpaidOn(debt, from) }
    })
    .filter((segment) => segment.principalGrosze > 0)
}

function unpaidOn({ principalGrosze, payments = [] }: Debt, day: string): number {
  return payments
    .filter(({ paidOn }) => paidOn < day)
    .reduce((left, { grosze }) => left - grosze, principalGrosze)
}

function rateOn(rates: readonly Rate[], day: string): string {
  const rate = rates.findLast(({ from }) => from <= day) ?? rates[0]
  must(rate, 'a table of rates has a rate')
  return rate.yearlyPercent
}

function warningsOf(
  segments: readonly InterestSegment[],
  { rates, checkedUntil }: RateTable,
): InterestWarning[] {
  const [first, last] = [segments[0], segments.at(-1)]
  const begin = rates[0]?.from ?? ''
  const warnings: InterestWarning[] = []
  if (first && first.from < begin) warnings.push({ code: 'rates_unknown', on: begin })
  if (last && last.to > checkedUntil) warnings.push({ code: 'rates_unchecked', on: checkedUntil })
  return warnings
}
