/**
 * A correcting invoice (art. 106j VAT act) for a wrong line or wrong data of the client: the lines before
 * and after, header amounts as differences, its own series. The original stays as it was. A wrong
 * NIP cannot be corrected so: that invoice is reduced to zero and issued anew.
 */
import { dec, mul, parseDecimal, toGrosze, toText } from '#engines/base/decimal.ts'
import { correctionOf } from '#engines/invoice/correction.ts'
import { vatCodes } from '#engines/pricing/price-list.ts'
import { companyOf } from '#server/accounts/public.ts'
import { clientOf } from '#server/contracts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import {
  invoiceOf,
  insertInvoice,
  linesOfInvoice,
  correctionsOf,
  type Invoice,
  type InvoiceLine,
} from './invoice-store.ts'
import { takeInvoiceNumber } from './invoice-number.ts'
import { afterIssue } from './issue-invoices.ts'
import { buyerOf, contentHash, recipientsOf } from './invoice-parts.ts'
import { xmlOf } from './invoice-xml.ts'

export type CorrectedLine = {
  position: number
  name?: string
  quantity?: string
  unitPrice?: string
  vat?: string
}
export type CorrectionWish = { reason: string; lines: CorrectedLine[]; withClientData: boolean }

export async function correctInvoice(
  ctx: Context,
  invoiceId: string,
  wish: CorrectionWish,
): Promise<Invoice> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  if (!wish.reason.trim()) refuse('reason_missing', {}, 'reason')
  const original = (await invoiceOf(ctx, invoiceId)) ?? refuse('not_found')
  await ctx.tx
    .selectFrom('invoices')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', invoiceId)
    .forUpdate()
    .execute()
  const root =
    original.kind === 'KOR' && original.correctsId
      ? ((await invoiceOf(ctx, original.correctsId)) ?? original)
      : original
  const before = await linesNow(ctx, root)
  const after = before.map((line) =>
    corrected(
      line,
      wish.lines.find((l) => l.position === line.position),
    ),
  )
  const client = (await clientOf(ctx, root.clientId)) ?? refuse('not_found')
  const buyerBefore = await buyerNow(ctx, root)
  const buyer = wish.withClientData ? buyerOf(client) : buyerBefore
  if (buyer.nip !== buyerBefore.nip) refuse('correction_of_nip', {}, 'withClientData')
  const { lines: pairs, difference } = correctionOf(
    before.map((line, i) => ({ before: line, after: after[i] })),
  )
  const sameLines = pairs.length === 0
  if (sameLines && JSON.stringify(buyer) === JSON.stringify(buyerBefore)) refuse('correction_changes_nothing')

  const company = await companyOf(ctx)
  const issueOn = today(ctx)
  const content = {
    id: ctx.newId(),
    ...(await takeInvoiceNumber(ctx, company.correctionPattern, issueOn)),
    kind: 'KOR' as const,
    clientId: root.clientId,
    proposalId: null,
    correctsId: root.id,
    correctionReason: wish.reason.trim(),
    issuedAt: ctx.now.toString(),
    issuedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    issueOn: issueOn.toString(),
    saleFrom: root.saleFrom,
    saleTo: root.saleTo,
    dueOn: issueOn.add({ days: root.paymentDays }).toString(),
    paymentDays: root.paymentDays,
    currency: root.currency,
    seller: root.seller,
    buyer,
    netGrosze: difference.netGrosze,
    vatGrosze: difference.vatGrosze,
    grossGrosze: difference.grossGrosze,
    totals: difference.rates,
    isSplitPayment: root.isSplitPayment,
    contractNumbers: root.contractNumbers,
    recipientEmails: await recipientsOf(ctx, client),
    pdfFileId: null,
    xmlFileId: null,
    mailId: null,
    ksefState: 'notReported',
  }
  // Pairs before / after, each with its own position.
  const lines = pairs.map((line, i) => ({
    ...line,
    explanation: { ...line.explanation, corrects: line.position },
    position: i + 1,
  }))
  const invoice: Invoice = { ...content, contentSha256: contentHash(content, lines) }
  xmlOf(invoice, lines, root)
  await insertInvoice(ctx, invoice, lines)
  await afterIssue(ctx, invoice)
  return invoice
}

/** The lines as they stand after the corrections issued so far. */
export async function linesNow(ctx: Context, root: Invoice): Promise<InvoiceLine[]> {
  const lines = await linesOfInvoice(ctx, root.id)
  for (const correction of await correctionsOf(ctx, root.id)) {
    for (const line of (await linesOfInvoice(ctx, correction.id)).filter((l) => !l.isBefore)) {
      const position = Number(line.explanation.corrects)
      const at = lines.findIndex((l) => l.position === position)
      if (at >= 0)
        lines[at] = {
          ...lines[at]!,
          name: line.name,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          netGrosze: line.netGrosze,
          vat: line.vat,
        }
    }
  }
  return lines
}

async function buyerNow(ctx: Context, root: Invoice): Promise<Invoice['buyer']> {
  return (await correctionsOf(ctx, root.id)).at(-1)?.buyer ?? root.buyer
}

function corrected(line: InvoiceLine, wish: CorrectedLine | undefined): InvoiceLine {
  if (!wish) return line
  const field = (name: string) => `lines.${wish.position}.${name}`
  if (wish.vat !== undefined && !(vatCodes as readonly string[]).includes(wish.vat))
    refuse('vat_unknown', { vat: wish.vat }, field('vat'))
  const quantity = wish.quantity === undefined ? line.quantity : decimalText(wish.quantity, field('quantity'))
  const unitPrice =
    wish.unitPrice === undefined ? line.unitPrice : decimalText(wish.unitPrice, field('unitPrice'), 2)
  const untouched = quantity === line.quantity && unitPrice === line.unitPrice
  const netGrosze = untouched ? line.netGrosze : toGrosze(mul(dec(quantity), dec(unitPrice)))
  return { ...line, name: wish.name ?? line.name, quantity, unitPrice, netGrosze, vat: wish.vat ?? line.vat }
}

function decimalText(text: string, field: string, decimals = 0): string {
  const parsed = parseDecimal(text)
  if ('problem' in parsed) refuse('amount_invalid', { text }, field)
  return toText(parsed.value, decimals)
}
