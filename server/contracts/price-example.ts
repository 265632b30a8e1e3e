/**
 * "Policz przykład": a few figures run through the same pipeline that will price real months,
 * on terms that need not be in force yet, so the editor shows what a rule will cost.
 */
import { dec, fromGrosze, mul, toGrosze } from '#engines/base/decimal.ts'
import { workOfExample, type ExampleFigures } from '#engines/pricing/example.ts'
import type { Line } from '#engines/pricing/line.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { PriceList, VatCode } from '#engines/pricing/price-list.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { termsOfContractAt } from './terms-in-force.ts'
import { readPriceList } from './terms-input.ts'

export type PricedExample = {
  lines: Line[]
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  inForceNetGrosze: number | null
}

/** Figures of one whole month; beside them what the terms in force would cost. */
export async function priceExample(
  ctx: Context,
  given: { priceList: PriceList; figures: ExampleFigures; contractId?: string },
): Promise<PricedExample> {
  const priceList = readPriceList(given.priceList, 'priceList')
  const problems = problemsOfPriceList(priceList).filter((problem) => problem.weight === 'error')
  const [first] = problems
  if (first) refuse('terms_invalid', { problems }, `priceList.${first.path.replace(/\[(\d+)\]/g, '.$1')}`)
  const { lines, netGrosze } = monthOf(ctx, priceList, given.figures)
  const vatGrosze = vatOfLines(lines)
  return {
    lines,
    netGrosze,
    vatGrosze,
    grossGrosze: netGrosze + vatGrosze,
    inForceNetGrosze: await inForce(ctx, given),
  }
}

/** In the whole month of a day; without one, in this month. */
export function monthOf(
  ctx: Context,
  priceList: PriceList,
  figures: ExampleFigures,
  on = today(ctx).toString(),
) {
  const first = Temporal.PlainDate.from(on).with({ day: 1 })
  const period = { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() }
  return priceOfPeriod({
    period,
    fullPeriod: period,
    contract: { from: period.from },
    versions: [{ validFrom: period.from, priceList }],
    work: workOfExample(figures, period, ctx.tenant.timezone),
    timezone: ctx.tenant.timezone,
  })
}

async function inForce(
  ctx: Context,
  given: { figures: ExampleFigures; contractId?: string },
): Promise<number | null> {
  const version = given.contractId ? await termsOfContractAt(ctx, given.contractId, ctx.now) : undefined
  return version ? monthOf(ctx, version.terms.priceList, given.figures).netGrosze : null
}

/** Once per rate on the sum of its lines, as on an invoice. */
function vatOfLines(lines: Line[]): number {
  const perRate = new Map<VatCode, number>()
  for (const { vat, netGrosze } of lines) perRate.set(vat, (perRate.get(vat) ?? 0) + netGrosze)
  return [...perRate].reduce(
    (sum, [vat, net]) =>
      sum + (/^\d+$/.test(vat) ? toGrosze(mul(fromGrosze(net), dec(`0.${vat.padStart(2, '0')}`))) : 0),
    0,
  )
}
