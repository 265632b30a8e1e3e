/**
 * The printed invoice. Everything arrives as text that is already formatted ("1 455,00"),
 * so that print, panel and mail say the same; this file adds only the codes, the grouping
 * of the account and the spaces that may not break. The same document gives the same bytes.
 */
import { fileURLToPath } from 'node:url'
import { keepTogether } from '../../plumbing/pdf/keep-together.ts'
import type { PdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import { qrPicture } from '../../plumbing/pdf/qr-picture.ts'
import { invoiceWords, type InvoiceKind, type InvoiceWords } from './invoice-words.ts'

export type InvoiceDocument = {
  language: 'pl' | 'en'
  /** Other labels than ours, e.g. from the catalogue of words. */
  words?: InvoiceWords
  kind: InvoiceKind
  number: string
  /** Calendar date of issue, e.g. '2026-11-30': the date inside the PDF. */
  issuedOn: string
  issued: string
  /** Date of supply; absent where the period says it. */
  sold?: string
  brand: {
    name: string
    tagline?: string
    initials: string
    logo?: { mediaType: 'image/png' | 'image/jpeg'; content: Buffer }
  }
  seller: PrintedParty
  buyer: PrintedParty
  recipient?: PrintedParty
  contract?: string
  period?: string
  ksef:
    | { state: 'reported'; number: string; codeText: string }
    | { state: 'offline'; codeText: string; certificateCodeText?: string }
    | { state: 'not_reported' }
  lines: PrintedLine[]
  totals: PrintedTotals
  toPay: string
  /** A correction may give money back. */
  toPayIs?: 'due' | 'returned'
  /** Rows between the total and what is due: advances, what was paid already. */
  settlement?: { label: string; amount: string }[]
  inWords: string
  payment?: {
    due?: string
    /** Instead of a transfer, e.g. 'Zapłacono kartą 30.11.2026'. */
    paid?: string
    account?: string
    bank?: string
    swift?: string
    transferTitle?: string
    /** See `transferCodeText`; absent for split payment and other currencies. */
    codeText?: string
  }
  splitPayment: boolean
  /** Words that the law wants: 'odwrotne obciążenie', 'metoda kasowa', the basis of an exemption, VAT in PLN. */
  remarks?: string[]
  explanation?: {
    sentences: string[]
    squares?: { inside: number; over: number; notCounted: number }[]
  }
  correction?: {
    of: { number: string; issued: string; ksefNumber?: string }[]
    reason: string
    before: { lines: PrintedLine[]; totals: PrintedTotals }
    after: { lines: PrintedLine[]; totals: PrintedTotals }
    buyerBefore?: PrintedParty
  }
  appendix?: {
    title?: string
    /** How the footer announces it, e.g. 'dalej załącznik: praca w listopadzie'. */
    announcement?: string
    groups: { heading: string; note?: string; work: PrintedWork[]; total?: string }[]
    /** The proof of completeness, e.g. '13 zgłoszeń = 10 w abonamencie + 3 ponad pakiet'. */
    proof?: string
  }
  /** Register data of the seller: KRS, court, capital. */
  footer: string
}

export type PrintedParty = { name: string; address: string[]; taxId?: string; more?: string[] }

export type PrintedLine = {
  position: string
  name: string
  note?: string
  quantity: string
  unit: string
  unitPrice: string
  discount?: string
  net: string
  rate: string
  vat?: string
  gross?: string
}

export type PrintedTotals = {
  rates: { rate: string; net: string; vat: string; gross: string }[]
  net: string
  vat: string
  gross: string
}

export type PrintedWork = {
  ref: string
  date: string
  subject: string
  person?: string
  amount: string
  bin: 'inside' | 'over' | 'not_counted'
  binText: string
  price?: string
}

const template = fileURLToPath(new URL('./invoice.typ', import.meta.url))

/** With the FA(3) XML given, the PDF is a PDF/A-3a that carries it. */
export async function invoicePdf(
  pool: PdfPool,
  document: InvoiceDocument,
  options: { xml?: Buffer | string } = {},
): Promise<Buffer> {
  const { logo } = document.brand
  return pool.make({
    template,
    data: printable(document),
    pdfStandard: options.xml === undefined ? 'plain' : 'a-3a',
    attachments: options.xml === undefined ? [] : [xmlAttachment(document, options.xml)],
    pictures: logo ? [{ name: logoName(logo.mediaType), content: logo.content }] : [],
  })
}

function xmlAttachment(document: InvoiceDocument, xml: Buffer | string) {
  const name = `${document.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.xml`
  return {
    name,
    mediaType: 'application/xml',
    content: Buffer.from(xml),
    description: `FA(3) ${document.number}`,
  }
}

/** What the template reads: our words added, codes drawn, raw bytes left out. */
function printable(document: InvoiceDocument): unknown {
  const { brand, ksef, payment, words = invoiceWords[document.language], ...rest } = document
  const text = kept({
    ...rest,
    words,
    brand: { name: brand.name, tagline: brand.tagline, initials: brand.initials },
    payment: payment && {
      ...payment,
      account: payment.account && inFours(payment.account),
      codeText: undefined,
    },
    ksef: { state: ksef.state, number: ksef.state === 'reported' ? ksef.number : undefined },
  }) as Record<string, unknown>
  return {
    ...text,
    logo: brand.logo && logoName(brand.logo.mediaType),
    codes: {
      transfer: payment?.codeText && qrPicture(payment.codeText, 'L'),
      ksef: ksef.state === 'not_reported' ? undefined : qrPicture(ksef.codeText),
      certificate:
        ksef.state === 'offline' && ksef.certificateCodeText
          ? qrPicture(ksef.certificateCodeText, 'L')
          : undefined,
    },
  }
}

function logoName(mediaType: 'image/png' | 'image/jpeg'): string {
  return mediaType === 'image/png' ? 'logo.png' : 'logo.jpg'
}

/** 26 digits read as a bank writes them: two, then fours; an IBAN of another country in fours. */
function inFours(account: string): string {
  const bare = account.replaceAll(/\s/g, '')
  const first = /^\d{26}$/.test(bare) ? 2 : 4
  return [bare.slice(0, first), ...(bare.slice(first).match(/.{1,4}/g) ?? [])].join(' ')
}

function kept(value: unknown): unknown {
  if (typeof value === 'string') return keepTogether(value)
  if (Array.isArray(value)) return value.map(kept)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kept(inner)]))
}
