/**
 * Totals of an invoice that we issue: net per rate is the sum of its rounded lines, tax is
 * taken once on that sum, half away from zero. A correction shows each figure after less
 * the same figure before, never the tax of a difference. Source: art. 106e(1) points 13–15
 * of the VAT act; split payment: point 18a with annex 15.
 */
import { fromGrosze, toGrosze } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import { taxOnNet } from './totals.ts'

export type RateSum = { vat: string; netGrosze: number; vatGrosze: number }
export type Totals = { rates: RateSum[]; netGrosze: number; vatGrosze: number; grossGrosze: number }

/** Every rate that an invoice may carry, those of past years for corrections; the order of print. */
const order = ['23', '22', '8', '7', '5', '4', '3', '0', 'zw', 'np', 'oo']

/** Percent of a rate; exempt, outside Poland and reverse charge bear no tax here. */
export function percentOf(vat: string): string {
  return /^\d+$/.test(vat) ? vat : '0'
}

export function totalsPerRate(lines: readonly { netGrosze: number; vat: string }[]): Totals {
  const nets = new Map<string, number>()
  for (const { netGrosze, vat } of lines) {
    must(Number.isSafeInteger(netGrosze), 'a line is whole grosze')
    must(order.includes(vat), 'a line has a known rate')
    nets.set(vat, (nets.get(vat) ?? 0) + netGrosze)
  }
  return withSums(
    order.flatMap((vat) => {
      const netGrosze = nets.get(vat)
      return netGrosze === undefined ? [] : [{ vat, netGrosze, vatGrosze: taxOn(netGrosze, vat) }]
    }),
  )
}

export function differenceOfTotals(before: Totals, after: Totals): Totals {
  const changed = order.filter((vat) => [before, after].some(({ rates }) => rates.some((r) => r.vat === vat)))
  return withSums(
    changed.map((vat) => {
      const [was, is] = [sumOf(before, vat), sumOf(after, vat)]
      return { vat, netGrosze: is.netGrosze - was.netGrosze, vatGrosze: is.vatGrosze - was.vatGrosze }
    }),
  )
}

/** More than 15 000.00 zł gross, an item of annex 15 and a taxable person as buyer; exactly 15 000.00 is not more. */
export function splitPaymentRequired(invoice: {
  grossGrosze: number
  hasAnnex15Item: boolean
  buyerIsTaxablePerson: boolean
}): boolean {
  return invoice.grossGrosze > 1_500_000 && invoice.hasAnnex15Item && invoice.buyerIsTaxablePerson
}

function taxOn(netGrosze: number, vat: string): number {
  return toGrosze(taxOnNet(fromGrosze(netGrosze), percentOf(vat)))
}

function sumOf({ rates }: Totals, vat: string): RateSum {
  return rates.find((rate) => rate.vat === vat) ?? { vat, netGrosze: 0, vatGrosze: 0 }
}

function withSums(rates: RateSum[]): Totals {
  const netGrosze = rates.reduce((sum, rate) => sum + rate.netGrosze, 0)
  const vatGrosze = rates.reduce((sum, rate) => sum + rate.vatGrosze, 0)
  return { rates, netGrosze, vatGrosze, grossGrosze: netGrosze + vatGrosze }
}
