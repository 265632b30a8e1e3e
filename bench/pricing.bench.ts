/**
 * Prices: a month of 2,000 contracts with 100,000 pieces of work, lines and explanations
 * with them, and one contract of 5,000 tickets over a year, month by month. Each list of the
 * trades takes its share of the contracts; one core, one process.
 */
import { pricePresets, presetById } from '#engines/presets/price-lists/all.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { PricingState } from '#engines/pricing/state.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import { cpuSeconds, middleSeconds, type Bench } from './measure.ts'
import { monthOfWork, yearOfTickets } from './pricing-input.ts'

const contracts = 2_000
const piecesEach = 50

export const bench: Bench = {
  name: 'prices: work to lines with their explanations',
  run() {
    const inputs = Array.from({ length: contracts }, (_, i) =>
      monthOfWork(pricePresets[i % pricePresets.length]!, i, piecesEach),
    )
    const before = process.memoryUsage().rss
    let lines = 0
    let waiting = 0
    const rate = () => {
      lines = 0
      waiting = 0
      for (const input of inputs) {
        const priced = priceOfPeriod(input)
        lines += priced.lines.length
        waiting += priced.needsDecision.length
      }
    }
    const cold = cpuSeconds(rate)
    const after = process.memoryUsage().rss
    const rating = middleSeconds(3, rate)
    const year = yearOfTickets(presetById('IT-1')!.priceList, 5_000)
    const backTest = cpuSeconds(() => priceMonths(year))
    const pieces = inputs.reduce((sum, { work }) => sum + work.length, 0)
    return [
      { what: 'contracts priced', value: contracts, unit: '' },
      { what: 'pieces of work', value: pieces, unit: '' },
      { what: 'lines with explanations', value: lines, unit: '' },
      { what: 'pieces that wait for a person', value: waiting, unit: '' },
      { what: 'rating them, all threads of the process', value: rating, unit: 's', atMost: 1.5 },
      { what: 'the first time, the program still cold', value: cold, unit: 's' },
      { what: 'one contract, a year, 5,000 tickets', value: backTest, unit: 's', atMost: 0.3 },
      {
        what: 'memory when all were rated once, with the input',
        value: after / 2 ** 20,
        unit: 'MB',
        atMost: 300,
      },
      { what: 'of it before rating', value: before / 2 ** 20, unit: 'MB' },
    ]
  },
}

function priceMonths(months: { input: PeriodInput; work: WorkItem[] }[]): void {
  let opening: Partial<PricingState> | undefined
  for (const { input, work } of months) opening = priceOfPeriod({ ...input, work, opening }).closing
}
