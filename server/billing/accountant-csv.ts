/**
 * The month for the accountant: one row an invoice and VAT rate, in the Polish manner (semicolons,
 * decimal comma, UTF-8 with a mark so that spreadsheets read ą and ł). JPK mark DI: the
 * document has no KSeF number yet.
 */
import type { Context } from '#server/plumbing/context.ts'
import { mayOnly } from '#server/plumbing/context.ts'
import { invoiceOf, invoicesOf, type Invoice } from './invoice-store.ts'

const heading = [
  'numer',
  'rodzaj',
  'koryguje',
  'data wystawienia',
  'sprzedaż od',
  'sprzedaż do',
  'termin płatności',
  'nabywca',
  'NIP nabywcy',
  'adres',
  'stawka VAT',
  'netto',
  'VAT',
  'brutto',
  'waluta',
  'MPP',
  'KSeF',
  'JPK',
]

export async function accountantCsv(ctx: Context, month: string): Promise<string> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const invoices = (await invoicesOf(ctx, { month })).reverse()
  const originals = new Map<string, string>()
  for (const { correctsId } of invoices)
    if (correctsId) originals.set(correctsId, (await invoiceOf(ctx, correctsId))?.number ?? '')
  const rows = invoices.flatMap((invoice) => invoice.totals.map((rate) => rowOf(invoice, rate, originals)))
  return `\ufeff${[heading, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

function rowOf(invoice: Invoice, rate: Invoice['totals'][number], originals: Map<string, string>): string[] {
  const { buyer } = invoice
  return [
    invoice.number,
    invoice.kind === 'KOR' ? 'korygująca' : 'VAT',
    invoice.correctsId ? (originals.get(invoice.correctsId) ?? '') : '',
    invoice.issueOn,
    invoice.saleFrom,
    invoice.saleTo,
    invoice.dueOn,
    buyer.name,
    buyer.nip ?? '',
    `${buyer.addressLine1}, ${buyer.addressLine2}`,
    rate.vat,
    comma(rate.netGrosze),
    comma(rate.vatGrosze),
    comma(rate.netGrosze + rate.vatGrosze),
    invoice.currency,
    invoice.isSplitPayment ? 'tak' : 'nie',
    'nie zgłoszono',
    'DI',
  ]
}

function comma(grosze: number): string {
  const whole = Math.floor(Math.abs(grosze) / 100)
  return `${grosze < 0 ? '-' : ''}${whole},${String(Math.abs(grosze) % 100).padStart(2, '0')}`
}

/** A text that a spreadsheet would run as a formula is disarmed; amounts stay amounts. */
function cell(text: string): string {
  const safe =
    /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+,\d\d$/.test(text)) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
