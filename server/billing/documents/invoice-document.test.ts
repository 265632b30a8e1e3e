import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPdfPool } from '../../plumbing/pdf/pdf-pool.ts'
import { pagesOf, skipWithoutReader, skipWithoutTypst, textOf } from '../../plumbing/pdf/pdf-text.ts'
import { invoicePdf, type InvoiceDocument } from './invoice-document.ts'
import { bakeryCorrection, bakeryInvoice, longInvoice } from './invoice-samples.ts'
import { invoiceWords } from './invoice-words.ts'
import { transferCodeText } from './transfer-code.ts'

const pool = openPdfPool()
after(() => pool.close())

const printed = async (document: InvoiceDocument) => textOf(await invoicePdf(pool, document))

/** Every text of a document that a reader must find; codes are pictures, some fields speak elsewhere. */
function textsIn(value: unknown, key = ''): string[] {
  const silent = [
    'language',
    'kind',
    'state',
    'issuedOn',
    'codeText',
    'certificateCodeText',
    'bin',
    'toPayIs',
    'account',
    'tagline',
  ]
  if (silent.includes(key)) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}

const bare = (text: string) => text.replaceAll(/\s/g, '')

for (const [what, document] of [
  ['the invoice of the bakery', bakeryInvoice],
  ['its correction', bakeryCorrection],
  ['forty lines over several pages', longInvoice],
] as const) {
  test(`nothing of the data is lost in print: ${what}`, { skip: skipWithoutReader }, async () => {
    const text = bare(await printed(document))
    const expected = textsIn({
      ...document,
      correction: document.correction && {
        ...document.correction,
        before: { lines: document.correction.before.lines },
        after: { lines: document.correction.after.lines },
      },
    })
    assert.deepEqual(
      expected.filter((part) => !text.includes(bare(part))),
      [],
    )
  })
}

//  what a reader finds                       document          the words
const found = [
  ['title, number', bakeryInvoice, 'Faktura FV/92/11/2026'],
  ['dates', bakeryInvoice, 'wystawiona 30.11.2026, sprzedaż 30.11.2026'],
  ['account in fours', bakeryInvoice, '61 1090 1014 0000 0712 1981 2874'],
  ['due date', bakeryInvoice, 'Przelew do 14.12.2026'],
  ['pages and what follows', bakeryInvoice, 'strona 1 z 2, dalej załącznik: praca w listopadzie'],
  ['last page', bakeryInvoice, 'strona 2 z 2'],
  ['what it corrects', bakeryCorrection, 'Faktura korygująca do FV/92/11/2026 z dnia 30.11.2026'],
  ['not in KSeF', bakeryCorrection, 'nie zgłoszono do KSeF'],
  ['difference', bakeryCorrection, '−104,55 zł'],
  ['money back', bakeryCorrection, 'Do zwrotu'],
  ['split payment', longInvoice, 'mechanizm podzielonej płatności'],
  ['both codes of an offline invoice', longInvoice, 'CERTYFIKAT'],
  [
    'register data of the seller',
    longInvoice,
    'KRS 0000812345, Sąd Rejonowy Gdańsk-Północ, kapitał 50 000 zł',
  ],
] as const

for (const [what, document, words] of found) {
  test(`a reader finds ${what}: ${words}`, { skip: skipWithoutReader }, async () => {
    assert.ok((await printed(document)).includes(words))
  })
}

test('split payment is named only where it applies', { skip: skipWithoutReader }, async () => {
  assert.ok(!(await printed(bakeryInvoice)).includes(invoiceWords.pl.splitPayment))
})

test('an English invoice has English labels', { skip: skipWithoutReader }, async () => {
  const text = await printed({ ...bakeryInvoice, language: 'en' })
  for (const words of [
    'Invoice FV/92/11/2026',
    'Seller',
    'Buyer',
    'Amount due',
    'Transfer by',
    'page 1 of 2',
  ]) {
    assert.ok(text.includes(words), words)
  }
})

test('the head of the table of lines comes again on every page', { skip: skipWithoutReader }, async () => {
  const pdf = await invoicePdf(pool, longInvoice)
  assert.equal(pagesOf(pdf), 4)
  assert.equal(textOf(pdf).split('Lp. Nazwa').length - 1, 2)
})

test(
  'the FA(3) document travels inside as PDF/A-3, without it the file is plain',
  { skip: skipWithoutTypst },
  async () => {
    const xml = '<?xml version="1.0"?><Faktura/>'
    const [archival, again, plain] = await Promise.all([
      invoicePdf(pool, bakeryInvoice, { xml }),
      invoicePdf(pool, bakeryInvoice, { xml }),
      invoicePdf(pool, bakeryInvoice),
    ])
    const source = archival.toString('latin1')
    assert.match(source, /<pdfaid:part>3<\/pdfaid:part>/)
    assert.match(source, /FV-92-11-2026\.xml/)
    assert.match(source, /AFRelationship/)
    assert.doesNotMatch(plain.toString('latin1'), /pdfaid|AFRelationship/)
    assert.deepEqual(archival, again)
  },
)

test('the transfer code has nine fields and at least six digits of grosze', () => {
  const account = '61 1090 1014 0000 0712 1981 2874'
  assert.equal(
    transferCodeText({
      nip: '526-587-76-35',
      account,
      amountGrosze: 12300,
      name: 'Serwis Alfa',
      title: 'FV/2026/11/12',
    }),
    '5265877635|PL|61109010140000071219812874|012300|Serwis Alfa|FV/2026/11/12|||',
  )
  assert.equal(
    transferCodeText({
      account,
      amountGrosze: 1,
      name: 'Żuraw | Serwis Sp. z o.o. w Gdańsku',
      title: 'a\nb',
    }),
    '|PL|61109010140000071219812874|000001|Żuraw Serwis Sp. z o|a b|||',
  )
})
