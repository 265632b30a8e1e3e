/**
 * Statutory interest on an invoice as of a day: from the day after it was really due, on what
 * was still unpaid on each day. A payment bears interest up to its own day; segments are summed
 * exactly and rounded once; a year has 365 days. Information only: it becomes a claim when
 * a person demands it.
 */
import { dec, divide, fromGrosze, mul, sum, toGrosze } from '#engines/base/decimal.ts'
import { effectiveDueOn } from './due-dates.ts'
import { ratesCheckedUntil, ratesOf, type Rate } from './interest-rates.ts'

export type InterestSegment = {
  from: string
  to: string
  days: number
  rateBp: number
  principalGrosze: number
}
export type InterestSoFar = {
  grosze: number
  isCommercial: boolean
  segments: InterestSegment[]
  /** Set when the computation passes the day up to which the rates were checked. */
  uncertainAfter?: string
}

type Debt = {
  grossGrosze: number
  dueOn: string
  isCommercial: boolean
  parts: readonly { paidOn: string; amountGrosze: number }[]
  on: string
}

export function interestSoFar(debt: Debt): InterestSoFar {
  const { isCommercial, on } = debt
  const segments = segmentsOf(debt, ratesOf(isCommercial))
  const yearly = segments.map((one) =>
    mul(mul(fromGrosze(one.principalGrosze), dec(one.days)), dec(one.rateBp)),
  )
  const grosze = toGrosze(divide(sum(yearly), dec(365 * 10_000), 10, 'half-away'))
  return {
    grosze,
    isCommercial,
    segments,
    ...(segments.length > 0 && on > ratesCheckedUntil && { uncertainAfter: ratesCheckedUntil }),
  }
}

/** A new segment begins with every change of the rate and on the day after every payment. */
function segmentsOf(debt: Debt, rates: readonly Rate[]): InterestSegment[] {
  const first = next(effectiveDueOn(debt.dueOn))
  const cuts = [first, ...rates.map((rate) => rate.from), ...debt.parts.map((part) => next(part.paidOn))]
  const starts = [...new Set(cuts)].filter((day) => first <= day && day <= debt.on).sort()
  return starts
    .map((from, i) => {
      const following = starts[i + 1]
      const to = following ? before(following) : debt.on
      return {
        from,
        to,
        days: daysIn(from, to),
        rateBp: rateOn(rates, from),
        principalGrosze: unpaidOn(debt, from),
      }
    })
    .filter((segment) => segment.principalGrosze > 0)
}

function unpaidOn({ grossGrosze, parts }: Debt, day: string): number {
  return parts
    .filter((part) => part.paidOn < day)
    .reduce((left, part) => left - part.amountGrosze, grossGrosze)
}

function rateOn(rates: readonly Rate[], day: string): number {
  return (rates.findLast((rate) => rate.from <= day) ?? rates[0]!).rateBp
}

const next = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
const before = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
const daysIn = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days + 1
