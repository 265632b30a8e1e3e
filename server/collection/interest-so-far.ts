/**
 * Statutory interest on an invoice as of a day, as collection shows it: the interest engine's
 * answer with its rates in basis points. Information only: it becomes a claim when a person
 * demands it.
 */
import { dec, mul, toText } from '#engines/base/decimal.ts'
import { statutoryInterest } from '#engines/interest/statutory.ts'

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

export function interestSoFar({ grossGrosze, dueOn, isCommercial, parts, on }: Debt): InterestSoFar {
  const payments = parts.map(({ paidOn, amountGrosze }) => ({ paidOn, grosze: amountGrosze }))
  const kind = isCommercial ? 'commercial' : 'civil'
  const { grosze, segments, warnings } = statutoryInterest(
    { principalGrosze: grossGrosze, dueOn, kind, payments },
    on,
  )
  const unchecked = warnings.find(({ code }) => code === 'rates_unchecked')
  return {
    grosze,
    isCommercial,
    segments: segments.map(({ yearlyPercent, ...segment }) => ({ ...segment, rateBp: bpOf(yearlyPercent) })),
    ...(unchecked && { uncertainAfter: unchecked.on }),
  }
}

const bpOf = (yearlyPercent: string): number => Number(toText(mul(dec(yearlyPercent), dec('100'))))
