/**
 * What follows the issuing of an invoice: its FA(3) document, its PDF with the document inside,
 * and the mail to the client, together in one transaction and once. An invoice that has
 * its mail is done; a repeated job finds nothing to do.
 */
import { invoiceXml } from './invoice-xml.ts'
import { companyOf } from '#server/accounts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, type Context } from '#server/plumbing/context.ts'
import { keepFile } from '#server/plumbing/files/file-store.ts'
import type { JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { PdfUnavailable } from '#server/plumbing/pdf/pdf-pool.ts'
import { billingEn } from '#words/billing.en.ts'
import { billingPl } from '#words/billing.pl.ts'
import { date, money } from '#words/format.ts'
import { invoicePdf } from './documents/invoice-document.ts'
import { invoiceDocument } from './invoice-paper.ts'
import { invoiceOf, linesOfInvoice, type Invoice } from './invoice-store.ts'

const words = { pl: billingPl, en: billingEn }

export async function deliverInvoiceJob(app: App, data: JobData): Promise<void> {
  await asSystem(app, data.tenantId, 'deliver_invoice', (ctx) => deliverInvoice(ctx, String(data.invoiceId)))
}

export async function deliverInvoice(ctx: Context, invoiceId: string): Promise<void> {
  await ctx.tx
    .selectFrom('invoices')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', invoiceId)
    .forUpdate()
    .execute()
  const invoice = await invoiceOf(ctx, invoiceId)
  if (!invoice || invoice.mailId) return
  const xmlFileId = invoice.xmlFileId ?? (await keepXml(ctx, invoice))
  const pdfFileId = invoice.pdfFileId ?? (await keepPdf(ctx, invoice))
  const mailId =
    invoice.recipientEmails.length > 0 && pdfFileId ? await mailInvoice(ctx, invoice, pdfFileId) : null
  await ctx.tx
    .updateTable('invoices')
    .set({ xmlFileId, pdfFileId, mailId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', invoiceId)
    .execute()
  await announce(ctx, 'invoices', { id: invoiceId, clientId: invoice.clientId })
  await announce(ctx, 'billing', { staffOnly: true })
}

async function keepXml(ctx: Context, invoice: Invoice): Promise<string> {
  const xml = await invoiceXml(ctx, invoice)
  const file = await keepFile(ctx, {
    name: `${fileName(invoice)}.xml`,
    mediaType: 'application/xml',
    bytes: Buffer.from(xml, 'utf8'),
  })
  return file.id
}

/** Without the PDF part on this machine the invoice stands, and its PDF is made later on demand. */
async function keepPdf(ctx: Context, invoice: Invoice): Promise<string | null> {
  try {
    const bytes = await makePdf(ctx, invoice)
    return (await keepFile(ctx, { name: `${fileName(invoice)}.pdf`, mediaType: 'application/pdf', bytes })).id
  } catch (error) {
    if (!(error instanceof PdfUnavailable)) throw error
    ctx.app.log.warn({ invoice: invoice.id }, 'no PDF part on this machine')
    return null
  }
}

async function makePdf(ctx: Context, invoice: Invoice): Promise<Buffer> {
  const lines = await linesOfInvoice(ctx, invoice.id)
  const xml = await invoiceXml(ctx, invoice)
  return invoicePdf(ctx.app.pdf, await invoiceDocument(ctx, invoice, lines), { xml })
}

async function mailInvoice(ctx: Context, invoice: Invoice, pdfFileId: string): Promise<string> {
  const company = await companyOf(ctx)
  const { language } = company
  const text = words[language].mails[invoice.kind === 'KOR' ? 'correction' : 'invoice']({
    number: invoice.number,
    company: company.name,
    period: `${date(language, invoice.saleFrom)} – ${date(language, invoice.saleTo)}`,
    gross: money(language, invoice.grossGrosze),
    due: date(language, invoice.dueOn),
    account: invoice.seller.bankAccount,
    panel: `${ctx.app.settings.publicUrl}/panel`,
  })
  const { id } = await sendMail(ctx, {
    kind: 'invoice',
    to: invoice.recipientEmails.map((address) => ({ address })),
    subject: text.subject,
    text: text.body,
    replyTo: company.email || undefined,
    attachments: [{ fileId: pdfFileId, name: `${fileName(invoice)}.pdf` }],
    subjectKind: 'invoice',
    subjectId: invoice.id,
  })
  return id
}

export const fileName = (invoice: Pick<Invoice, 'number'>): string =>
  invoice.number.replace(/[^\p{L}\p{N}.-]+/gu, '-')
