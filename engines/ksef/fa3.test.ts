import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { validateFa3 } from '#server/plumbing/xsd.ts'
import { differenceOfTotals, totalsPerRate, type Totals } from '../invoice/vat-per-rate.ts'
import { fa3, type Fa3Invoice } from './fa3.ts'
import type { Fa3Line } from './fa3-invoice.ts'

const madeAt = Temporal.Instant.from('2026-11-30T15:42:07.519Z')

const seller = {
  name: 'Serwis Wisła sp. z o.o.',
  nip: '5265877635',
  country: 'PL',
  addressLine1: 'ul. Prosta 51',
  addressLine2: '00-838 Warszawa',
  email: 'biuro@serwis.example',
  phone: '+48 22 555 01 01',
}
const buyer = {
  name: 'Piekarnia Złoty Kłos',
  nip: '1111111111',
  country: 'PL',
  addressLine1: 'ul. Młyńska 4',
  addressLine2: '30-001 Kraków',
  isLocalGovernment: false,
  isVatGroupMember: false,
}
const fee = line('Opieka serwisowa, listopad 2026', '1', '1200.00', 120_000, '23')
const hours = line('Praca zdalna', '2.25', '170', 38_250, '23')
const book = line('Instrukcja drukowana', '3', '19.99', 5_997, '5')
const course = line('Szkolenie', '1', '400', 40_000, 'zw')
const toner = { ...line('Toner', '40', '350', 1_400_000, '23'), isAnnex15: true }
const original = { number: 'FV/7/10/2026', issueOn: '2026-10-31' }

function line(name: string, quantity: string, unitPrice: string, netGrosze: number, vat: string): Fa3Line {
  return { name, unit: 'szt.', quantity, unitPrice, netGrosze, vat }
}

function invoiceOf(lines: Fa3Line[], more: Partial<Fa3Invoice> = {}): Fa3Invoice {
  const totals = totalsPerRate(lines)
  return {
    kind: 'VAT',
    number: 'FV/12/11/2026',
    issueOn: '2026-11-30',
    period: { from: '2026-11-01', to: '2026-11-30' },
    currency: 'PLN',
    seller,
    buyer,
    lines,
    rates: totals.rates,
    grossGrosze: totals.grossGrosze,
    isSplitPayment: false,
    payment: { dueOn: '2026-12-14', account: '61 1090 1014 0000 0712 1981 2874', bankName: 'Bank' },
    contractNumbers: ['UM/2026/041'],
    footer: 'Sąd Rejonowy dla m.st. Warszawy, KRS 0000123456',
    ...more,
  }
}

function correctionOf(before: Fa3Line[], after: Fa3Line[], more: Partial<Fa3Invoice> = {}): Fa3Invoice {
  const difference = differenceOfTotals(totalsPerRate(before), totalsPerRate(after))
  const pairs = before.flatMap((was, i) => [{ ...was, isBefore: true }, after[i]!])
  return invoiceOf([], {
    kind: 'KOR',
    number: 'KOR/1/11/2026',
    lines: pairs,
    rates: difference.rates,
    grossGrosze: difference.grossGrosze,
    payment: undefined,
    correction: { reason: 'zła liczba godzin', of: [original] },
    ...more,
  })
}

const recipient = { ...buyer, name: 'Szkoła Podstawowa nr 3', nip: undefined, role: 8 }
const fewerHours = { ...hours, quantity: '1', netGrosze: 17_000 }
const abroad = {
  ...buyer,
  name: 'Bäckerei GmbH',
  nip: undefined,
  country: 'DE',
  addressLine1: 'Hauptstraße 1',
}

const documents: [what: string, invoice: Fa3Invoice, says: string[]][] = [
  [
    'an ordinary invoice',
    invoiceOf([fee, hours]),
    [
      '<DataWytworzeniaFa>2026-11-30T15:42:07Z<',
      '<P_6_Od>2026-11-01</P_6_Od><P_6_Do>2026-11-30<',
      '<P_13_1>1582.50</P_13_1><P_14_1>363.98</P_14_1><P_15>1946.48<',
      '<P_8B>2.25</P_8B><P_9A>170</P_9A><P_11>382.50</P_11><P_12>23<',
      '<NrRB>61109010140000071219812874<',
      '<Telefon>+48225550101<',
      '<JST>2</JST><GV>2<',
    ],
  ],
  [
    'several rates, one exempt with its act',
    invoiceOf([fee, book, course], { exemptionBasis: 'art. 43 ust. 1 pkt 29 ustawy o VAT' }),
    [
      '<P_13_1>1200.00</P_13_1><P_14_1>276.00</P_14_1><P_13_3>59.97</P_13_3><P_14_3>3.00</P_14_3><P_13_7>400.00<',
      '<Zwolnienie><P_19>1</P_19><P_19A>art. 43 ust. 1 pkt 29 ustawy o VAT</P_19A></Zwolnienie>',
      '<P_12>zw<',
    ],
  ],
  [
    'split payment, its items marked',
    invoiceOf([toner, fee], { isSplitPayment: true }),
    ['<P_18A>1<', '<P_12>23</P_12><P_12_Zal_15>1<'],
  ],
  [
    'a unit of local government with its recipient',
    invoiceOf([fee], { buyer: { ...buyer, isLocalGovernment: true }, thirdParties: [recipient] }),
    ['<JST>1</JST><GV>2<', '<BrakID>1</BrakID><Nazwa>Szkoła Podstawowa nr 3<', '<Rola>8<'],
  ],
  [
    'a member of a VAT group',
    invoiceOf([fee], { buyer: { ...buyer, isVatGroupMember: true }, thirdParties: [{ ...buyer, role: 10 }] }),
    ['<JST>2</JST><GV>1<', '<Rola>10<'],
  ],
  [
    'a correction with pairs',
    correctionOf([hours], [fewerHours]),
    [
      '<P_13_1>-212.50</P_13_1><P_14_1>-48.88</P_14_1><P_15>-261.38<',
      '<RodzajFaktury>KOR</RodzajFaktury><PrzyczynaKorekty>zła liczba godzin</PrzyczynaKorekty><TypKorekty>2<',
      '<NrFaKorygowanej>FV/7/10/2026</NrFaKorygowanej><NrKSeFN>1<',
      '<P_12>23</P_12><StanPrzed>1</StanPrzed></FaWiersz><FaWiersz><NrWierszaFa>2<',
    ],
  ],
  [
    'a correction of an invoice that has its KSeF number',
    correctionOf([hours], [fewerHours], {
      correction: {
        reason: 'rabat',
        of: [{ ...original, ksefNumber: '5265877635-20250826-0100001AF629-AF' }],
        effect: 'other',
      },
    }),
    ['<TypKorekty>3<', '<NrKSeF>1</NrKSeF><NrKSeFFaKorygowanej>5265877635-20250826-0100001AF629-AF<'],
  ],
  [
    'a correction of the rate alone',
    correctionOf([hours], [{ ...hours, vat: '8' }]),
    [
      '<P_13_1>-382.50</P_13_1><P_14_1>-87.98</P_14_1><P_13_2>382.50</P_13_2><P_14_2>30.60</P_14_2><P_15>-57.38<',
    ],
  ],
  [
    'a correction of the buyer alone',
    correctionOf([], [], {
      rates: [{ vat: '23', netGrosze: 0, vatGrosze: 0 }],
      correction: { reason: 'nazwa', of: [original], buyerBefore: { ...buyer, name: 'Piekarnia Kłos' } },
    }),
    ['</OkresFa><P_15>0.00<', '<Podmiot2K><DaneIdentyfikacyjne><NIP>1111111111</NIP><Nazwa>Piekarnia Kłos<'],
  ],
  [
    'a business in another EU country',
    invoiceOf([{ ...fee, vat: 'np' }], {
      buyer: { ...abroad, euVat: { country: 'DE', number: 'DE 123-456-789' } },
    }),
    [
      '<KodUE>DE</KodUE><NrVatUE>123456789<',
      '<P_13_9>1200.00</P_13_9><P_15>1200.00<',
      '<P_18>1<',
      '<P_12>np II<',
    ],
  ],
  [
    'a business outside the EU',
    invoiceOf([{ ...fee, vat: 'np' }], {
      buyer: { ...abroad, country: 'CH', otherId: { country: 'CH', number: 'CHE-105.123.456' } },
    }),
    ['<KodKraju>CH</KodKraju><NrID>CHE-105.123.456<', '<P_13_8>1200.00<', '<P_18>2<', '<P_12>np I<'],
  ],
  ['a consumer', invoiceOf([fee], { buyer: { ...buyer, nip: undefined } }), ['<BrakID>1</BrakID>']],
  ['no tax at all', invoiceOf([{ ...fee, vat: '0' }]), ['<P_13_6_1>1200.00<', '<P_12>0 KR<']],
  ['domestic reverse charge', invoiceOf([{ ...fee, vat: 'oo' }]), ['<P_13_10>1200.00<', '<P_18>1<']],
  ['the cash method', invoiceOf([fee], { isCashMethod: true }), ['<P_16>1<']],
  [
    'one day of supply, other than the day of issue',
    invoiceOf([fee], { period: undefined, soldOn: '2026-11-27' }),
    ['<P_6>2026-11-27</P_6><P_13_1>'],
  ],
  [
    'supplied and issued on one day',
    invoiceOf([fee], { period: undefined, soldOn: '2026-11-30' }),
    ['</P_2><P_13_1>'],
  ],
  [
    'notes, and one without words that is left out',
    invoiceOf([fee], {
      notes: [
        { key: 'Zgłoszenia', value: '12, 13 i 17' },
        { key: 'Puste', value: ' ' },
      ],
    }),
    ['<DodatkowyOpis><Klucz>Zgłoszenia</Klucz><Wartosc>12, 13 i 17</Wartosc></DodatkowyOpis><FaWiersz>'],
  ],
  [
    'a name with signs of XML and signs that KSeF rejects',
    invoiceOf([{ ...fee, name: 'Kable <10 m> & "złącza"\u0007\u0080\ufdd0\uffff ]]>\ttest' }]),
    ['<P_7>Kable &lt;10 m&gt; &amp; "złącza" ]]&gt; test<'],
  ],
  [
    'what is too long is cut at a whole character, what is empty is left out',
    invoiceOf([{ ...fee, name: '😀'.repeat(600), unit: ' ' }], {
      buyer: {
        ...buyer,
        name: `${'ż'.repeat(511)} ż`,
        addressLine2: ' ',
        email: 'nobody',
        phone: '1'.repeat(30),
      },
      payment: { dueOn: '2026-12-14' },
      contractNumbers: [],
      footer: 'a'.repeat(4000),
    }),
    [
      `<P_7>${'😀'.repeat(512)}</P_7><P_8B>`,
      `<Nazwa>${'ż'.repeat(511)}</Nazwa>`,
      `<DaneKontaktowe><Telefon>${'1'.repeat(16)}<`,
      '<FormaPlatnosci>6</FormaPlatnosci></Platnosc></Fa>',
      `<StopkaFaktury>${'a'.repeat(3500)}<`,
    ],
  ],
]

for (const [what, invoice, says] of documents) {
  test(`${what} is a valid FA(3) document`, async () => {
    const xml = xmlOf(invoice)
    for (const part of says) assert.ok(xml.includes(part), `${part}\nis not in\n${xml}`)
    assert.deepEqual(await validateFa3(xml), { valid: true, errors: [] })
  })
}

//  what is wrong                         the invoice                                                 the problem
const refused: [what: string, invoice: Fa3Invoice, expected: [code: string, path: string][]][] = [
  ['another currency', invoiceOf([fee], { currency: 'EUR' }), [['currency_unsupported', 'currency']]],
  ['no number', invoiceOf([fee], { number: ' ' }), [['number_missing', 'number']]],
  ['a number too long', invoiceOf([fee], { number: 'x'.repeat(257) }), [['number_too_long', 'number']]],
  ['no date of supply', invoiceOf([fee], { period: undefined }), [['date_missing', 'soldOn']]],
  [
    'a period the wrong way round',
    invoiceOf([fee], { period: { from: '2026-11-30', to: '2026-11-01' } }),
    [['dates_reversed', 'period']],
  ],
  [
    'a seller without NIP',
    invoiceOf([fee], { seller: { ...seller, nip: '' } }),
    [['seller_nip_missing', 'seller.nip']],
  ],
  [
    "a buyer's mistyped NIP",
    invoiceOf([fee], { buyer: { ...buyer, nip: '5265877636' } }),
    [['nip_invalid', 'buyer.nip']],
  ],
  [
    'a buyer without name, address and country',
    invoiceOf([fee], { buyer: { ...buyer, name: '\u0007', addressLine1: '', country: 'Polska' } }),
    [
      ['buyer_name_missing', 'buyer.name'],
      ['address_missing', 'buyer.addressLine1'],
      ['country_unknown', 'buyer.country'],
    ],
  ],
  [
    'a unit of local government without its recipient',
    invoiceOf([fee], { buyer: { ...buyer, isLocalGovernment: true } }),
    [['recipient_missing', 'buyer.isLocalGovernment']],
  ],
  [
    'an unknown rate',
    invoiceOf([], { lines: [fee, { ...fee, vat: '23%' }] }),
    [['rate_unknown', 'lines.1.vat']],
  ],
  ['a line without a name', invoiceOf([{ ...fee, name: '' }]), [['name_missing', 'lines.0.name']]],
  ['an exemption without its act', invoiceOf([course]), [['exemption_basis_missing', 'exemptionBasis']]],
  [
    'an account that is none',
    invoiceOf([fee], { payment: { dueOn: '2026-12-14', account: '12-34' } }),
    [['account_invalid', 'payment.account']],
  ],
  [
    'a mistyped KSeF number',
    correctionOf([hours], [fewerHours], {
      correction: { reason: 'x', of: [{ ...original, ksefNumber: '5265877635-20250826-0100001AF629-AE' }] },
    }),
    [['ksef_number_invalid', 'correction.of.0.ksefNumber']],
  ],
]

for (const [what, invoice, expected] of refused) {
  test(`${what} is named, not written`, () => {
    const result = fa3(invoice, madeAt)
    assert.ok('problems' in result)
    assert.deepEqual(
      result.problems.map(({ code, path }) => [code, path]),
      expected,
    )
  })
}

test('any invoice is valid, and its header sums are those of the totals engine', async () => {
  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => `Usługa ${text}`)
  const price = fc.integer({ min: -900_000, max: 9_000_000 })
  const vat = fc.constantFrom('23', '8', '5', '0', 'zw', 'np', 'oo')
  const anyLine = fc
    .record({ name: word, price, vat })
    .map(({ name, price: grosze, vat: rate }) => line(name, '1', String(grosze / 100), grosze, rate))
  const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(anyLines, async (lines) => {
      const xml = xmlOf(invoiceOf(lines, { exemptionBasis: 'art. 113 ust. 1 i 9 ustawy o VAT' }))
      assert.deepEqual(sumsIn(xml), sumsOf(totalsPerRate(lines)))
      assert.deepEqual(await validateFa3(xml), { valid: true, errors: [] })
    }),
    { numRuns: 15, seed: 1123 },
  )
})

test('the same invoice and moment give the same bytes', () => {
  assert.equal(xmlOf(invoiceOf([fee])), xmlOf(invoiceOf([fee])))
})

function xmlOf(invoice: Fa3Invoice): string {
  const result = fa3(invoice, madeAt)
  assert.ok('xml' in result, JSON.stringify(result))
  return result.xml
}

function sumsIn(xml: string): { net: number; vat: number; gross: number } {
  const sum = (field: RegExp) =>
    [...xml.matchAll(field)].reduce((grosze, [, amount]) => grosze + Number(amount?.replace('.', '')), 0)
  return {
    net: sum(/<P_13_[^>]*>([^<]*)</g),
    vat: sum(/<P_14_[^>]*>([^<]*)</g),
    gross: sum(/<P_15>([^<]*)</g),
  }
}

function sumsOf({ netGrosze, vatGrosze, grossGrosze }: Totals): { net: number; vat: number; gross: number } {
  return { net: netGrosze, vat: vatGrosze, gross: grossGrosze }
}
