/** Totals of what billing shows and issues; the arithmetic is the invoice engine's. */
import { differenceOfTotals, splitPaymentRequired, totalsPerRate, type Totals } from '#engines/invoice/vat-per-rate.ts'

export function invoiceTotals(lines: readonly { netGrosze: number; vat: string }[]): Totals {
  return totalsPerRate(lines)
}

export function differenceOf(before: Totals, after: Totals): Totals {
  return differenceOfTotals(before, after)
}

export function needsSplitPayment(grossGrosze: number, hasAnnex15Item: boolean, buyerIsTaxablePerson: boolean): boolean {
  return splitPaymentRequired({ grossGrosze, hasAnnex15Item, buyerIsTaxablePerson })
}
