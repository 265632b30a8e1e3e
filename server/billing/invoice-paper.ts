/** The invoice as its printed document: everything formatted, each amount with where it comes from. */
import { companyOf } from '#server/accounts/public.ts'
import { ticketNumbers } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { billingEn } from '#words/billing.en.ts'
import { billingPl } from '#words/billing.pl.ts'
import { amount, date, nip, quantity } from '#words/format.ts'
import { explainLine } from '#words/explain-line.ts'
import { amountInWords } from '#words/amount-in-words.ts'
import type {
  InvoiceDocument,
  PrintedLine,
  PrintedParty,
  PrintedTotals,
} from './documents/invoice-document.ts'
import { transferCodeText } from './documents/transfer-code.ts'
import { invoiceTotals } from './invoice-totals.ts'
import { invoiceOf, type Invoice, type InvoiceLine } from './invoice-store.ts'

const words = { pl: billingPl, en: billingEn }
type Lang = 'pl' | 'en'

export async function invoiceDocument(
  ctx: Context,
  invoice: Invoice,
  lines: InvoiceLine[],
): Promise<InvoiceDocument> {
  const company = await companyOf(ctx)
  const lang = company.language
  const original = invoice.correctsId ? await invoiceOf(ctx, invoice.correctsId) : undefined
  const now = lines.filter((line) => !line.isBefore)
  const owed = Math.max(invoice.grossGrosze, 0)
  return {
    language: lang,
    kind: invoice.kind === 'KOR' ? 'correction' : 'invoice',
    number: invoice.number,
    issuedOn: invoice.issueOn,
    issued: date(lang, invoice.issueOn),
    brand: { name: company.name, initials: initialsOf(company.name) },
    seller: {
      name: invoice.seller.name,
      address: addressOf(invoice.seller),
      taxId: taxId(invoice.seller.nip),
      more: [invoice.seller.email, invoice.seller.phone].filter(Boolean),
    },
    buyer: partyOf(invoice.buyer),
    recipient: invoice.buyer.recipient && partyOf(invoice.buyer.recipient),
    contract: invoice.contractNumbers.join(', ') || undefined,
    period: `${date(lang, invoice.saleFrom)} – ${date(lang, invoice.saleTo)}`,
    ksef: { state: 'not_reported' },
    lines: now.map((line) => printed(lang, line)),
    totals: totalsOf(lang, invoice.totals),
    toPay: amount(lang, Math.abs(invoice.grossGrosze)),
    toPayIs: invoice.grossGrosze < 0 ? 'returned' : 'due',
    inWords: amountInWords(lang, Math.abs(invoice.grossGrosze)),
    payment: payment(lang, invoice, owed),
    splitPayment: invoice.isSplitPayment,
    explanation:
      invoice.kind === 'VAT'
        ? { sentences: now.map((line) => explained(lang, line)), squares: squaresOf(lines) }
        : undefined,
    correction: original && correctionOf(lang, invoice, original, lines),
    appendix: invoice.kind === 'VAT' ? await appendixOf(ctx, lang, lines) : undefined,
    footer: [invoice.seller.name, invoice.seller.registerSentence, `NIP ${invoice.seller.nip}`]
      .filter(Boolean)
      .join(' · '),
    remarks: remarksOf(lang, invoice, lines),
  }
}

/** What the law wants said: art. 106e(1) of the VAT act, points 16, 18 and 19. */
function remarksOf(lang: Lang, invoice: Invoice, lines: InvoiceLine[]): string[] | undefined {
  const { paper } = words[lang]
  const has = (vat: string) => lines.some((line) => line.vat === vat)
  const remarks = [
    ...(has('zw') ? [paper.exemption(invoice.seller.exemptionBasis ?? '')] : []),
    ...(has('oo') ? [paper.reverseCharge] : []),
    ...(invoice.seller.isCashMethod ? [paper.cashMethod] : []),
  ]
  return remarks.length > 0 ? remarks : undefined
}

function payment(lang: Lang, invoice: Invoice, owed: number): InvoiceDocument['payment'] {
  if (owed === 0) return undefined
  const title = words[lang].paper.transferTitle(invoice.number)
  const { bankAccount: account, bankName, nip: sellerNip, name } = invoice.seller
  const codeText =
    invoice.isSplitPayment || invoice.currency !== 'PLN'
      ? undefined
      : transferCodeText({ nip: sellerNip, account, amountGrosze: owed, name, title })
  return {
    due: date(lang, invoice.dueOn),
    account,
    bank: bankName || undefined,
    transferTitle: title,
    codeText,
  }
}

function correctionOf(
  lang: Lang,
  invoice: Invoice,
  original: Invoice,
  lines: InvoiceLine[],
): InvoiceDocument['correction'] {
  const side = (isBefore: boolean) => {
    const own = lines.filter((line) => line.isBefore === isBefore)
    return { lines: own.map((line) => printed(lang, line)), totals: totalsOf(lang, invoiceTotals(own).rates) }
  }
  const buyerChanged = JSON.stringify(original.buyer) !== JSON.stringify(invoice.buyer)
  return {
    of: [{ number: original.number, issued: date(lang, original.issueOn) }],
    reason: invoice.correctionReason ?? '',
    before: side(true),
    after: side(false),
    ...(buyerChanged && { buyerBefore: partyOf(original.buyer) }),
  }
}

async function appendixOf(
  ctx: Context,
  lang: Lang,
  lines: InvoiceLine[],
): Promise<InvoiceDocument['appendix']> {
  const ids = [...new Set(lines.flatMap((line) => line.workIds))]
  const tickets = await ticketNumbers(ctx, ids)
  const { paper } = words[lang]
  const groups = lines
    .map((line) => ({ line, work: sharesOf(line).filter((share) => tickets[share.id]) }))
    .filter(({ work }) => work.length > 0)
    .map(({ line, work }) => ({
      heading: line.name,
      work: work.map((share) => ({
        ref: tickets[share.id]!.number,
        date: date(lang, tickets[share.id]!.reportedOn),
        subject: tickets[share.id]!.subject,
        amount: '1',
        bin:
          share.bin === 'overage'
            ? ('over' as const)
            : share.bin === 'included'
              ? ('inside' as const)
              : ('not_counted' as const),
        binText:
          share.bin === 'overage' ? paper.over : share.bin === 'included' ? paper.inside : paper.notCounted,
      })),
    }))
  return groups.length > 0 ? { title: paper.appendixTitle, groups } : undefined
}

type Share = { id: string; bin: string }
const sharesOf = (line: InvoiceLine): Share[] => (line.explanation as { works?: Share[] }).works ?? []

function squaresOf(lines: InvoiceLine[]): { inside: number; over: number; notCounted: number }[] | undefined {
  const tickets = lines
    .map(
      (line) =>
        line.explanation as {
          model?: string
          included?: number
          overage?: number
          notCounted?: { workIds: string[] }[]
        },
    )
    .filter((e) => e.model === 'perTicket')
  const [first] = tickets
  if (!first) return undefined
  return [
    {
      inside: first.included ?? 0,
      over: first.overage ?? 0,
      notCounted: (first.notCounted ?? []).reduce((n, group) => n + group.workIds.length, 0),
    },
  ]
}

function explained(lang: Lang, line: InvoiceLine): string {
  const { edit } = line.explanation as { edit?: { reason: string; netGrosze?: number } | null }
  const sentence = explainLine(lang, line.explanation as never)
  return `${line.name}: ${edit ? `${sentence} ${words[lang].paper.editedLine(edit.reason)}` : sentence}`
}

function printed(lang: Lang, line: InvoiceLine): PrintedLine {
  return {
    position: String(line.position),
    name: line.name,
    quantity: quantity(lang, line.quantity),
    unit: words[lang].units[line.unit] ?? line.unit,
    unitPrice: priceText(lang, line.unitPrice),
    net: amount(lang, line.netGrosze),
    rate: /^\d+$/.test(line.vat) ? `${line.vat}%` : line.vat,
  }
}

function totalsOf(lang: Lang, rates: Invoice['totals']): PrintedTotals {
  const sum = (pick: (r: Invoice['totals'][number]) => number) =>
    rates.reduce((total, r) => total + pick(r), 0)
  return {
    rates: rates.map((r) => ({
      rate: /^\d+$/.test(r.vat) ? `${r.vat}%` : r.vat,
      net: amount(lang, r.netGrosze),
      vat: amount(lang, r.vatGrosze),
      gross: amount(lang, r.netGrosze + r.vatGrosze),
    })),
    net: amount(
      lang,
      sum((r) => r.netGrosze),
    ),
    vat: amount(
      lang,
      sum((r) => r.vatGrosze),
    ),
    gross: amount(
      lang,
      sum((r) => r.netGrosze + r.vatGrosze),
    ),
  }
}

const priceText = (lang: Lang, text: string): string => {
  const [whole = '0', decimals = ''] = text.split('.')
  const grouped = new Intl.NumberFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', {
    useGrouping: 'always',
  } as Intl.NumberFormatOptions).format(BigInt(whole))
  const sign = text.startsWith('-') && whole === '-0' ? '−' : ''
  return `${sign}${grouped}${lang === 'pl' ? ',' : '.'}${decimals.padEnd(2, '0')}`
}
const addressOf = (p: { addressLine1: string; addressLine2: string }): string[] =>
  [p.addressLine1, p.addressLine2].filter(Boolean)
const taxId = (digits: string | null): string | undefined => (digits ? `NIP ${nip(digits)}` : undefined)
const partyOf = (
  p: Pick<Invoice['buyer'], 'name' | 'nip' | 'addressLine1' | 'addressLine2'>,
): PrintedParty => ({
  name: p.name,
  address: addressOf(p),
  taxId: taxId(p.nip),
})
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((w) => w[0] ?? '')
    .join('')
    .toUpperCase()
