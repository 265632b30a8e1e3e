/** An issued invoice for tests that begin where billing ends: amounts and days as given, one line, nobody's work behind it. */
import { insertInvoice, type Invoice, type InvoiceLine } from '#server/billing/invoice-store.ts'
import { buyerOf, sellerOf } from '#server/billing/invoice-parts.ts'
import { companyOf } from '#server/accounts/public.ts'
import { clientOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'

export type Issued = {
  clientId: string
  grossGrosze: number
  issueOn: string
  dueOn: string
  corrects?: Invoice
  isTaxablePerson?: boolean
  lines?: InvoiceLine[]
  recipientEmails?: string[]
}

export async function issuedInvoice(ctx: Context, given: Issued): Promise<Invoice> {
  const { clientId, grossGrosze, issueOn, dueOn, corrects, lines } = given
  const vatGrosze = Math.round((grossGrosze * 23) / 123)
  const seriesPeriod = issueOn.slice(0, 7)
  const { rows } = await ctx.client.query(
    `select coalesce(max(series_n), 0) + 1 as n from invoices where tenant_id = $1 and series_period = $2`,
    [ctx.tenantId, seriesPeriod],
  )
  const seriesN = rows[0].n as number
  const client = (await clientOf(ctx, clientId))!
  const invoice: Invoice = {
    id: ctx.newId(),
    number: `${corrects ? 'KOR' : 'FV'}/${seriesN}/${seriesPeriod.slice(5)}/${seriesPeriod.slice(0, 4)}`,
    series: corrects ? 'KOR' : 'FV',
    seriesPeriod,
    seriesN,
    kind: corrects ? 'KOR' : 'VAT',
    clientId,
    proposalId: null,
    correctsId: corrects?.id ?? null,
    correctionReason: corrects ? 'błędna ilość' : null,
    issuedAt: ctx.now.toString(),
    issuedBy: null,
    issueOn,
    saleFrom: issueOn,
    saleTo: issueOn,
    dueOn,
    paymentDays: 14,
    currency: 'PLN',
    seller: sellerOf(await companyOf(ctx)),
    buyer: { ...buyerOf(client), isTaxablePerson: given.isTaxablePerson ?? true },
    netGrosze: grossGrosze - vatGrosze,
    vatGrosze,
    grossGrosze,
    totals: [{ vat: '23', netGrosze: grossGrosze - vatGrosze, vatGrosze }],
    isSplitPayment: false,
    contractNumbers: [],
    recipientEmails: given.recipientEmails ?? ['faktury@zlotyklos.example'],
    contentSha256: '0'.repeat(64),
    pdfFileId: null,
    xmlFileId: null,
    mailId: null,
    ksefState: 'notReported',
  }
  await insertInvoice(ctx, invoice, lines ?? [line(invoice)])
  return invoice
}

function line({ netGrosze }: Invoice): InvoiceLine {
  return {
    position: 1,
    name: 'Abonament serwisowy',
    quantity: '1',
    unit: 'period',
    unitPrice: String(netGrosze / 100),
    netGrosze,
    vat: '23',
    periodFrom: null,
    periodTo: null,
    isAnnex15: false,
    isBefore: false,
    explanation: {},
    workIds: [],
  }
}
