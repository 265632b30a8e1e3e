/**
 * The price engine in the browser: the same pipeline as on the server, so an example changes with
 * every key. Loaded when the editor is opened; a browser without Temporal gets it first.
 */
import { totalsPerRate } from '#engines/invoice/vat-per-rate.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { Line } from '#engines/pricing/line.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import type { Lot } from '#engines/pricing/state.ts'
import { askedBy, exampleOpening, exampleWork, type Figures } from './example-work.ts'

export type Example = { lines: Line[]; netGrosze: number; grossGrosze: number; lots: Lot[] }

/** Undefined while the list has a mistake: there is no honest number then. */
export function runExample(
  priceList: PriceList,
  figures: Figures,
  by: { month: string; timezone: string },
): Example | undefined {
  if (problemsOfPriceList(priceList).some(({ weight }) => weight === 'error')) return undefined
  const first = Temporal.PlainYearMonth.from(by.month)
  const month = {
    from: first.toPlainDate({ day: 1 }).toString(),
    to: first.toPlainDate({ day: first.daysInMonth }).toString(),
  }
  const { lines, netGrosze, closing } = priceOfPeriod({
    period: month,
    fullPeriod: month,
    contract: { from: month.from },
    versions: [{ validFrom: month.from, priceList }],
    work: exampleWork(figures, month, by.timezone),
    timezone: by.timezone,
    opening: exampleOpening(askedBy(priceList), month),
  })
  return { lines, netGrosze, grossGrosze: totalsPerRate(lines).grossGrosze, lots: closing.lots }
}
