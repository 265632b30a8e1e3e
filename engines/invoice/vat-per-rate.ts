/**
 * Totals of an invoice that we issue: net per rate is the sum of its rounded lines, tax is
 * taken once on that sum (net method; FA(3) and EN 16931 do the same), half away from zero.
 * Source: art. 106e(1) points 13–15 of the VAT act; split payment: art. 106e(1) point 18a.
 */
import { dec, divide, fromGrosze, mul, toGrosze } from '../base/decimal.ts'
import { must } from '../base/must.ts'

export type RateSum = { vat: string; netGrosze: number; vatGrosze: number }
export type Totals = { rates: RateSum[]; netGrosze: number; vatGrosze: number; grossGrosze: number }

const order = ['23', '22', '8', '7', '5', '4', '3', '0', 'zw', 'np', 'oo']

/** Percent of a rate; exempt, outside and reverse charge bear no tax here. */
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
  const rates = order.filter((vat) => nets.has(vat)).map((vat) => ({ vat, netGrosze: nets.get(vat)!, vatGrosze: taxOn(nets.get(vat)!, vat) }))
  return withSums(rates)
}

function taxOn(netGrosze: number, vat: string): number {
  return toGrosze(divide(mul(fromGrosze(netGrosze), dec(percentOf(vat))), dec('100'), 2, 'half-away'))
}

/** A correction: each figure after less the same figure before, never tax of the difference. */
export function differenceOfTotals(before: Totals, after: Totals): Totals {
  const of = (totals: Totals, vat: string) => totals.rates.find((r) => r.vat === vat) ?? { netGrosze: 0, vatGrosze: 0 }
  const rates = order
    .filter((vat) => [before, after].some((t) => t.rates.some((r) => r.vat === vat)))
    .map((vat) => ({ vat, netGrosze: of(after, vat).netGrosze - of(before, vat).netGrosze, vatGrosze: of(after, vat).vatGrosze - of(before, vat).vatGrosze }))
  return withSums(rates)
}

function withSums(rates: RateSum[]): Totals {
  const netGrosze = rates.reduce((sum, r) => sum + r.netGrosze, 0)
  const vatGrosze = rates.reduce((sum, r) => sum + r.vatGrosze, 0)
  return { rates, netGrosze, vatGrosze, grossGrosze: netGrosze + vatGrosze }
}

/** More than 15 000.00 gross, an item of Annex 15, and a buyer who is a taxable person. Exactly 15 000.00: no. */
export function splitPaymentRequired(invoice: { grossGrosze: number; hasAnnex15Item: boolean; buyerIsTaxablePerson: boolean }): boolean {
  return invoice.grossGrosze > 1_500_000 && invoice.hasAnnex15Item && invoice.buyerIsTaxablePerson
}
