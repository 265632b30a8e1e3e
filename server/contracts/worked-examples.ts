/**
 * Worked examples are part of the terms: "13 zgłoszeń → 1 455,00 zł netto". They are printed, and
 * they are executed by the pipeline that will price real months, whenever terms change: terms
 * that do not do what their own example says cannot come into force.
 */
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { Line } from '#engines/pricing/line.ts'
import type { Context } from '#server/plumbing/context.ts'
import { monthOf } from './price-example.ts'
import type { TermsProblem } from './terms-problems.ts'
import type { Terms, WorkedExample } from './terms.ts'

export type ExecutedExample = WorkedExample & {
  /** What the terms really make of it; nothing while the price list cannot be priced. */
  actualGrosze: number | null
  holds: boolean
  lines: Line[]
}

/** In the first whole month of the terms, so that no part of a month is weighed. */
export function executedExamples(ctx: Context, terms: Terms, validFrom: string): ExecutedExample[] {
  const isPriceable = problemsOfPriceList(terms.priceList).every(({ weight }) => weight !== 'error')
  return (terms.examples ?? []).map((example) => {
    if (!isPriceable) return { ...example, actualGrosze: null, holds: false, lines: [] }
    const { netGrosze, lines } = monthOf(ctx, terms.priceList, example.figures, firstWholeMonth(validFrom))
    return { ...example, actualGrosze: netGrosze, holds: netGrosze === example.netGrosze, lines }
  })
}

/** A list with errors of its own says so already. */
export function problemsOfExamples(ctx: Context, terms: Terms, validFrom: string): TermsProblem[] {
  return executedExamples(ctx, terms, validFrom).flatMap(({ name, netGrosze, actualGrosze, holds }, i) =>
    holds || actualGrosze === null
      ? []
      : [
          {
            code: 'exampleFails' as const,
            weight: 'error' as const,
            path: `terms.examples.${i}`,
            values: { name, expectedGrosze: netGrosze, actualGrosze },
          },
        ],
  )
}

function firstWholeMonth(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return (date.day === 1 ? date : date.with({ day: 1 }).add({ months: 1 })).toString()
}
