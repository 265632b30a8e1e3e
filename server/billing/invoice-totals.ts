/** Totals of what billing shows and issues; the arithmetic is the invoice engine's. */
import { splitPaymentRequired, totalsPerRate, type Totals } from '#engines/invoice/vat-per-rate.ts'

export function invoiceTotals(lines: readonly { netGrosze: number; vat: string }[]): Totals {
  return totalsPerRate(lines)
}

export function needsSplitPayment(
  grossGrosze: number,
  hasAnnex15Item: boolean,
  buyerIsTaxablePerson: boolean,
): boolean {
  return splitPaymentRequired({ grossGrosze, hasAnnex15Item, buyerIsTaxablePerson })
}
