/**
 * Statutory interest on an invoice as of a day: from the day after it was really due, on what
 * was still unpaid on each day. A payment bears interest up to its own day. Information
 * only: it becomes a claim when a person demands it.
 */
import { add, dec, divide, fromGrosze, mul, toGrosze, zero } from '#engines/base/decimal.ts'
import { effectiveDueOn } from './due-dates.ts'

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
  uncertainAfter?: string
}
type Paid = { paidOn: string; amountGrosze: number }

const commercial = [
  ['2016-01-01', 950],
  ['2020-01-01', 1150],
  ['2020-07-01', 1010],
  ['2022-01-01', 1175],
  ['2022-07-01', 1600],
  ['2023-01-01', 1675],
  ['2024-01-01', 1575],
  ['2025-07-01', 1525],
  ['2026-01-01', 1400],
  ['2026-07-01', 1375],
] as const
const consumer = [
  ['2025-11-06', 975],
  ['2025-12-04', 950],
  ['2026-03-05', 925],
] as const

export function interestSoFar(debt: {
  grossGrosze: number
  dueOn: string
  isCommercial: boolean
  parts: readonly Paid[]
  on: string
}): InterestSoFar {
  const first = Temporal.PlainDate.from(effectiveDueOn(debt.dueOn)).add({ days: 1 })
  const last = Temporal.PlainDate.from(debt.on)
  const rates = debt.isCommercial ? commercial : consumer
  const cuts = [
    ...rates.map(([on]) => on),
    ...debt.parts.map((p) => Temporal.PlainDate.from(p.paidOn).add({ days: 1 }).toString()),
    first.toString(),
  ]
  const starts = [...new Set(cuts)].filter((c) => c >= first.toString() && c <= last.toString()).sort()
  const segments = starts.flatMap((from, i) => {
    const next = starts[i + 1]
    const to = next ? Temporal.PlainDate.from(next).subtract({ days: 1 }) : last
    const principalGrosze =
      debt.grossGrosze - debt.parts.filter((p) => p.paidOn < from).reduce((s, p) => s + p.amountGrosze, 0)
    const rateBp = rates.findLast(([on]) => on <= from)?.[1] ?? rates[0][1]
    return principalGrosze > 0
      ? [
          {
            from,
            to: to.toString(),
            days: Temporal.PlainDate.from(from).until(to).days + 1,
            rateBp,
            principalGrosze,
          },
        ]
      : []
  })
  const exact = segments
    .map((s) =>
      mul(mul(fromGrosze(s.principalGrosze), dec(s.days)), divide(dec(s.rateBp), dec(10000), 4, 'half-away')),
    )
    .reduce(add, zero)
  return {
    grosze: toGrosze(divide(exact, dec(365), 12, 'half-away')),
    isCommercial: debt.isCommercial,
    segments,
  }
}
