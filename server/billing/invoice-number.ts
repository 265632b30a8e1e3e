/** The next number of a series, taken from its counter row inside the issuing transaction. */
import { formatNumber, periodKey } from '#engines/invoice/numbering.ts'
import type { Context } from '#server/plumbing/context.ts'
import { takeNumber } from '#server/plumbing/counters.ts'

export async function takeInvoiceNumber(
  ctx: Context,
  pattern: string,
  issueOn: Temporal.PlainDate,
): Promise<{ number: string; series: string; seriesPeriod: string; seriesN: number }> {
  const seriesPeriod = periodKey(pattern, issueOn.toString())
  const seriesN = await takeNumber(ctx, `invoice ${pattern}`, seriesPeriod)
  return {
    number: formatNumber(pattern, seriesN, issueOn.toString()),
    series: pattern,
    seriesPeriod,
    seriesN,
  }
}
