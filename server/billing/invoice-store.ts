/** Invoices as rows. Issued = frozen: nothing here changes an amount, a party or a line afterwards. */
import type { Context } from '#server/plumbing/context.ts'

export type SellerSnapshot = {
  name: string
  nip: string
  addressLine1: string
  addressLine2: string
  country: string
  email: string
  phone: string
  bankAccount: string
  bankName: string
  registerSentence: string
  regon: string | null
  exemptionBasis?: string
  isCashMethod?: boolean
}
export type BuyerSnapshot = {
  name: string
  nip: string | null
  addressLine1: string
  addressLine2: string
  country: string
  email: string
  isLocalGovernment: boolean
  isVatGroupMember: boolean
  isTaxablePerson: boolean
  /** Who receives what the buyer buys, where that is another unit or member. */
  recipient?: { name: string; nip: string | null; addressLine1: string; addressLine2: string }
}
export type RateTotal = { vat: string; netGrosze: number; vatGrosze: number }
export type Invoice = {
  id: string
  number: string
  series: string
  seriesPeriod: string
  seriesN: number
  kind: 'VAT' | 'KOR'
  clientId: string
  proposalId: string | null
  correctsId: string | null
  correctionReason: string | null
  issuedAt: string
  issuedBy: string | null
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  paymentDays: number
  currency: string
  seller: SellerSnapshot
  buyer: BuyerSnapshot
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  totals: RateTotal[]
  isSplitPayment: boolean
  contractNumbers: string[]
  recipientEmails: string[]
  contentSha256: string
  pdfFileId: string | null
  xmlFileId: string | null
  mailId: string | null
  ksefState: string
}
export type InvoiceLine = {
  position: number
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
  periodFrom: string | null
  periodTo: string | null
  isAnnex15: boolean
  isBefore: boolean
  explanation: Record<string, unknown>
  workIds: string[]
}

export async function insertInvoice(ctx: Context, invoice: Invoice, lines: InvoiceLine[]): Promise<void> {
  const { seller, buyer, totals, contractNumbers, recipientEmails, ...plain } = invoice
  await ctx.tx
    .insertInto('invoices')
    .values({
      tenantId: ctx.tenantId,
      ...plain,
      seller: JSON.stringify(seller),
      buyer: JSON.stringify(buyer),
      totals: JSON.stringify(totals),
      contractNumbers: JSON.stringify(contractNumbers),
      recipientEmails: JSON.stringify(recipientEmails),
    })
    .execute()
  // A correction of the client's data has no lines.
  if (lines.length === 0) return
  await ctx.tx
    .insertInto('invoiceLines')
    .values(
      lines.map(({ explanation, workIds, ...line }) => ({
        tenantId: ctx.tenantId,
        invoiceId: invoice.id,
        ...line,
        explanation: JSON.stringify(explanation),
        work: JSON.stringify(workIds),
      })),
    )
    .execute()
}

export async function invoiceOf(ctx: Context, id: string): Promise<Invoice | undefined> {
  return (await ctx.tx
    .selectFrom('invoices')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()) as unknown as Invoice | undefined
}

export async function linesOfInvoice(ctx: Context, id: string): Promise<InvoiceLine[]> {
  const rows = await ctx.tx
    .selectFrom('invoiceLines')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('invoiceId', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ tenantId: _tenant, invoiceId: _invoice, work, ...line }) => ({
    ...line,
    workIds: work,
  })) as unknown as InvoiceLine[]
}

export type InvoiceFilter = { clientId?: string; month?: string; ids?: string[]; search?: string }

export async function invoicesOf(ctx: Context, filter: InvoiceFilter = {}): Promise<Invoice[]> {
  let query = ctx.tx
    .selectFrom('invoices')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('issueOn', 'desc')
    .orderBy('seriesN', 'desc')
    .limit(1000)
  if (filter.clientId) query = query.where('clientId', '=', filter.clientId)
  if (filter.ids)
    query = query.where(
      'id',
      'in',
      filter.ids.length > 0 ? filter.ids : ['00000000-0000-0000-0000-000000000000'],
    )
  if (filter.month)
    query = query.where('issueOn', '>=', `${filter.month}-01`).where('issueOn', '<=', lastDay(filter.month))
  if (filter.search)
    query = query.where((eb) =>
      eb.or([
        eb('number', 'ilike', like(filter.search!)),
        eb(eb.ref('buyer', '->>').key('name' as never), 'ilike', like(filter.search!) as never),
      ]),
    )
  return (await query.execute()) as unknown as Invoice[]
}

export async function correctionsOf(ctx: Context, invoiceId: string): Promise<Invoice[]> {
  return (await ctx.tx
    .selectFrom('invoices')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('correctsId', '=', invoiceId)
    .orderBy('issuedAt')
    .execute()) as unknown as Invoice[]
}

const like = (text: string): string => `%${text.replace(/[%_\\]/g, '\\$&')}%`
const lastDay = (month: string): string =>
  `${month}-${String(Temporal.PlainYearMonth.from(month).daysInMonth).padStart(2, '0')}`
