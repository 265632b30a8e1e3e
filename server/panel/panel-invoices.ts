/**
 * Invoices as the client sees them: what is open and by when, the data of the transfer, and
 * where every line comes from, with the tickets behind it.
 */
import type { Explained } from '#words/explain-line.ts'
import { explainLine } from '#words/explain-line.ts'
import { billingEn } from '#words/billing.en.ts'
import { billingPl } from '#words/billing.pl.ts'
import {
  correctionsOf,
  invoiceOf,
  invoicesOf,
  linesOfInvoice,
  transferCodeText,
  type Invoice,
  type InvoiceLine,
} from '#server/billing/public.ts'
import {
  balancesOf,
  creditOf,
  daysOverdue,
  effectiveDueOn,
  paymentPartsOf,
  type Balance,
} from '#server/collection/public.ts'
import { ticketNumbers } from '#server/desk/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { qrPicture } from '#server/plumbing/pdf/qr-picture.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { me } from './me.ts'

const words = { pl: billingPl, en: billingEn }

export type PanelInvoiceState = 'open' | 'overdue' | 'paid' | 'correction'

export async function panelInvoices(ctx: Context) {
  const { clientId } = me(ctx)
  const balances = await balancesOf(ctx, { clientId })
  const invoices = (await invoicesOf(ctx, { clientId })).map((invoice) => inList(ctx, invoice, balances))
  const open = balances.filter((one) => one.openGrosze > 0)
  const sum = (some: Balance[]) => some.reduce((total, one) => total + one.openGrosze, 0)
  return {
    invoices,
    openGrosze: sum(open),
    overdueGrosze: sum(open.filter((one) => daysOverdue(one.dueOn, today(ctx).toString()) > 0)),
    creditGrosze: await creditOf(ctx, clientId),
  }
}

function inList(ctx: Context, invoice: Invoice, balances: Balance[]) {
  const {
    id,
    number,
    kind,
    correctsId,
    correctionReason,
    issueOn,
    saleFrom,
    saleTo,
    dueOn,
    currency,
    netGrosze,
    vatGrosze,
    grossGrosze,
    ksefState,
  } = invoice
  const balance = balances.find((one) => one.invoiceId === id)
  const openGrosze = balance?.openGrosze ?? 0
  const days = daysOverdue(dueOn, today(ctx).toString())
  return {
    id,
    number,
    kind,
    correctsId,
    correctionReason,
    issueOn,
    saleFrom,
    saleTo,
    dueOn,
    effectiveDueOn: effectiveDueOn(dueOn),
    currency,
    netGrosze,
    vatGrosze,
    grossGrosze,
    openGrosze,
    paidGrosze: balance?.paidGrosze ?? 0,
    daysOverdue: days,
    state: stateOf(kind, openGrosze, days),
    ksefState,
    hasPdf: invoice.pdfFileId !== null,
    hasXml: invoice.xmlFileId !== null,
  }
}

function stateOf(kind: Invoice['kind'], openGrosze: number, days: number): PanelInvoiceState {
  if (kind === 'KOR') return 'correction'
  if (openGrosze <= 0) return 'paid'
  return days > 0 ? 'overdue' : 'open'
}

export async function panelInvoice(ctx: Context, id: string) {
  const invoice = await ownInvoice(ctx, id)
  const shown = inList(ctx, invoice, await balancesOf(ctx, { invoiceId: id }))
  const corrections = await correctionsOf(ctx, id)
  return {
    ...shown,
    totals: invoice.totals,
    contractNumbers: invoice.contractNumbers,
    seller: partyOf(invoice.seller),
    buyer: partyOf(invoice.buyer),
    isSplitPayment: invoice.isSplitPayment,
    lines: await linesOf(ctx, id),
    corrections: corrections.map(({ id: of, number, issueOn, grossGrosze, correctionReason }) => ({
      id: of,
      number,
      issueOn,
      grossGrosze,
      correctionReason,
    })),
    payments: (await paymentPartsOf(ctx, [id])).map(({ paidOn, amountGrosze }) => ({ paidOn, amountGrosze })),
    transfer: shown.openGrosze > 0 ? transferOf(ctx, invoice, shown.openGrosze) : null,
  }
}

const partyOf = ({
  name,
  nip,
  addressLine1,
  addressLine2,
}: Pick<Invoice['buyer'], 'name' | 'nip' | 'addressLine1' | 'addressLine2'>) => ({
  name,
  nip,
  addressLine1,
  addressLine2,
})

/** What is open now, to the account that stands on the invoice, with its title. A QR code cannot express split payment. */
function transferOf(
  ctx: Context,
  { seller, number, isSplitPayment, currency }: Invoice,
  amountGrosze: number,
) {
  const title = words[ctx.tenant.language].paper.transferTitle(number)
  const { bankAccount: account, bankName, name, nip } = seller
  const mayCode = !isSplitPayment && currency === 'PLN' && account.replace(/\D/g, '').length === 26
  return {
    account,
    bankName,
    name,
    title,
    amountGrosze,
    codeText: mayCode ? transferCodeText({ nip, account, amountGrosze, name, title }) : null,
  }
}

async function linesOf(ctx: Context, invoiceId: string) {
  const lines = await linesOfInvoice(ctx, invoiceId)
  const tickets = await ticketNumbers(ctx, [...new Set(lines.flatMap((line) => line.workIds))])
  return lines.map((line) => {
    const { position, name, quantity, unit, unitPrice, netGrosze, vat, periodFrom, periodTo, isBefore } = line
    return {
      position,
      name,
      quantity,
      unit: words[ctx.language].units[unit] ?? unit,
      unitPrice,
      netGrosze,
      vat,
      periodFrom,
      periodTo,
      isBefore,
      sentence: sentenceOf(ctx, line),
      squares: squaresOf(line),
      tickets: workOf(line).flatMap(({ id, bin }) => (tickets[id] ? [{ id, bin, ...tickets[id] }] : [])),
    }
  })
}

type Stored = {
  model?: string
  works?: { id: string; bin: string }[]
  included?: number
  overage?: number
  notCounted?: { workIds: string[] }[]
  edit?: { reason?: string } | null
}

const storedOf = ({ explanation }: InvoiceLine): Stored => explanation as Stored

/** A line that a person changed says so and why, as the printed invoice does. */
function sentenceOf(ctx: Context, line: InvoiceLine): string {
  const { model, edit } = storedOf(line)
  const sentence = model ? explainLine(ctx.language, line.explanation as Explained) : ''
  return [sentence, edit?.reason && words[ctx.language].paper.editedLine(edit.reason)]
    .filter(Boolean)
    .join(' ')
}

function squaresOf(line: InvoiceLine): { inside: number; over: number; notCounted: number } | null {
  const { model, included = 0, overage = 0, notCounted = [] } = storedOf(line)
  if (model !== 'perTicket') return null
  return {
    inside: included,
    over: overage,
    notCounted: notCounted.reduce((n, group) => n + group.workIds.length, 0),
  }
}

function workOf(line: InvoiceLine): { id: string; bin: string }[] {
  const { works = [], notCounted = [] } = storedOf(line)
  return [
    ...works.map(({ id, bin }) => ({ id, bin })),
    ...notCounted.flatMap((group) => group.workIds.map((id) => ({ id, bin: 'notCounted' }))),
  ]
}

/** The transfer as a QR code for a banking app, drawn; not for split payment, nor when nothing is open. */
export async function transferPicture(ctx: Context, id: string): Promise<string> {
  const { transfer } = await panelInvoice(ctx, id)
  return qrPicture(transfer?.codeText ?? refuse('not_found'), 'L')
}

/** The PDF as it was sent, or the FA(3) document. */
export async function panelInvoiceFile(ctx: Context, id: string, which: 'pdf' | 'xml') {
  const invoice = await ownInvoice(ctx, id)
  const fileId = which === 'pdf' ? invoice.pdfFileId : invoice.xmlFileId
  return readFileOf(ctx, fileId ?? refuse('pdf_unavailable'))
}

async function ownInvoice(ctx: Context, id: string): Promise<Invoice> {
  const invoice = await invoiceOf(ctx, id)
  return invoice?.clientId === me(ctx).clientId ? invoice : refuse('not_found')
}
