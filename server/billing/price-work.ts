/**
 * Terms and work in, lines with explanations out. Nothing is read from the company's data but
 * its time zone, and nothing is stored: for whoever wants to know what a price list says.
 */
import type { PriceList } from '#engines/pricing/price-list.ts'
import { priceOfPeriod, type PeriodInput, type PricedPeriod } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { lineName } from '#words/line-name.ts'
import { invoiceTotals } from './invoice-totals.ts'
import { validList } from './what-if.ts'

export type WorkToPrice = {
  period: { from: string; to: string }
  fullPeriod?: { from: string; to: string }
  contract?: { from: string; to?: string }
  versions: { validFrom: string; validTo?: string; priceList: PriceList }[]
  work: WorkItem[]
  timezone?: string
}

export function priceWork(ctx: Context, given: WorkToPrice) {
  const { period } = given
  if (period.from > period.to) refuse('dates_reversed', period, 'period.to')
  const ids = given.work.map(({ kind, id }) => `${kind} ${id}`)
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  if (twice) refuse('invalid_input', { reason: 'work_twice', id: twice }, `work.${ids.lastIndexOf(twice)}.id`)
  const input: PeriodInput = {
    period,
    fullPeriod: given.fullPeriod ?? period,
    contract: given.contract ?? { from: period.from },
    versions: given.versions.map((one) => ({ ...one, priceList: validList(one.priceList) })),
    work: given.work,
    timezone: given.timezone ?? ctx.tenant.timezone,
  }
  const result: PricedPeriod = priceOfPeriod(input)
  const { lines, bins, proof, needsDecision, netGrosze } = result
  const totals = invoiceTotals(lines.map(({ netGrosze: net, vat }) => ({ netGrosze: net, vat })))
  const month = period.from.slice(0, 7)
  return {
    lines: lines.map((line) => ({ ...line, name: lineName(ctx.language, line, { month, isLate: false }) })),
    netGrosze,
    vatGrosze: totals.vatGrosze,
    grossGrosze: totals.grossGrosze,
    bins,
    proof,
    needsDecision,
  }
}
