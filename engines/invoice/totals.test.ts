import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toText } from '../base/decimal.ts'
import {
  grossToNet,
  partCredit,
  sumOfRounded,
  totalsOf,
  type DocumentLine,
  type TaxedDocument,
} from './totals.ts'
import { splitPaymentRequired, totalsPerRate } from './vat-per-rate.ts'

const line = (quantity: string, unitPrice: string, vatPercent: string | null, more = {}): DocumentLine => ({
  quantity,
  unitPrice,
  vatPercent,
  ...more,
})
const three = [line('1', '33.33', '23'), line('1', '33.33', '23'), line('1', '33.33', '23')]

//  what it shows, document → net + vat = gross, due
const documents: [what: string, document: Partial<TaxedDocument>, expected: string][] = [
  ['tax once on the sum of three lines', { lines: three }, '99.99 + 23.00 = 122.99, due 122.99'],
  [
    'the gross method takes tax out of the gross',
    { lines: [line('1', '123.45', '23')], pricesIncludeVat: true },
    '100.37 + 23.08 = 123.45, due 123.45',
  ],
  [
    'lines are rounded before they are added',
    { lines: [line('0.5', '0.01', '23'), line('0.5', '0.01', '23')] },
    '0.02 + 0.00 = 0.02, due 0.02',
  ],
  [
    'or only their sum, by the other convention',
    { lines: [line('0.5', '0.01', '23'), line('0.5', '0.01', '23')], convention: 'exact' },
    '0.01 + 0.00 = 0.01, due 0.01',
  ],
  [
    'the other convention rounds the tax of several rates together',
    { lines: [line('1', '1620', '21'), line('1', '10', '6')], pricesIncludeVat: true, convention: 'exact' },
    '1348.28 + 281.72 = 1630.00, due 1630.00',
  ],
  [
    'ours rounds it rate by rate',
    { lines: [line('1', '1620', '21'), line('1', '10', '6')], pricesIncludeVat: true },
    '1348.27 + 281.73 = 1630.00, due 1630.00',
  ],
  [
    'discounts and charges of a line are of its first amount',
    {
      lines: [
        line('2', '100', '23', {
          discounts: [{ percent: '10' }, { amount: '5' }],
          charges: [{ percent: '1' }],
        }),
      ],
    },
    '177.00 + 40.71 = 217.71, due 217.71',
  ],
  [
    'those of the document are of all lines, at a rate of their own',
    {
      lines: [line('1', '100', '23'), line('1', '50', '8')],
      discounts: [{ percent: '10', vatPercent: '23' }],
      charges: [{ amount: '5', vatPercent: '8' }],
    },
    '140.00 + 23.95 = 163.95, due 163.95',
  ],
  [
    'a line outside VAT bears none',
    { lines: [line('1', '2000', '23'), line('1', '300', null)] },
    '2300.00 + 460.00 = 2760.00, due 2760.00',
  ],
  [
    'a price per hundred',
    { lines: [line('250', '12.50', '23', { pricePer: '100' })] },
    '31.25 + 7.19 = 38.44, due 38.44',
  ],
  [
    'what was paid before, and rounding of the rest',
    { lines: [line('1', '100', '23')], prepaid: '23.45', payableRounding: '-0.05' },
    '100.00 + 23.00 = 123.00, due 99.50',
  ],
  [
    'halves of what is given back go away from zero too',
    { lines: [line('-1', '0.50', '23')] },
    '-0.50 + -0.12 = -0.62, due -0.62',
  ],
  [
    'a currency without decimals',
    { lines: [line('3', '33.5', '10')], decimals: 0 },
    '101.00 + 10.00 = 111.00, due 111.00',
  ],
]

for (const [what, document, expected] of documents) {
  test(`${what}: ${expected}`, () => {
    const totals = totalsOf({ convention: 'line', lines: [], ...document })
    const [net, vat, gross, due] = [totals.net, totals.vat, totals.gross, totals.due].map((one) =>
      toText(one, 2),
    )
    assert.equal(`${net} + ${vat} = ${gross}, due ${due}`, expected)
  })
}

test('the totals that we issue are those of the general engine by our convention', () => {
  const anyLines = fc.array(
    fc.record({
      netGrosze: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      vat: fc.constantFrom('23', '8', '5', '0', '4'),
    }),
  )
  const grosze = (value: number) => toText({ units: BigInt(value), scale: 2 }, 2)
  fc.assert(
    fc.property(anyLines, (lines) => {
      const ours = totalsPerRate(lines)
      const general = totalsOf({
        convention: 'line',
        lines: lines.map((one) => line('1', grosze(one.netGrosze), one.vat)),
      })
      assert.deepEqual(
        [ours.netGrosze, ours.vatGrosze, ours.grossGrosze].map(grosze),
        [general.net, general.vat, general.gross].map((one) => toText(one, 2)),
      )
    }),
  )
})

const inGross: [gross: string, percent: string, net: string, vat: string][] = [
  ['123.45', '23', '100.37', '23.08'],
  ['20000', '23', '16260.16', '3739.84'],
  ['108', '8', '100.00', '8.00'],
  ['-123.45', '23', '-100.37', '-23.08'],
]

for (const [gross, percent, net, vat] of inGross) {
  test(`${gross} gross at ${percent} % are ${net} and ${vat}`, () => {
    const parts = grossToNet(gross, percent)
    assert.deepEqual([toText(parts.net, 2), toText(parts.vat, 2)], [net, vat])
  })
}

test('a credit for 29 of 30 days of 200.00 is rounded before its tax', () => {
  const { net, vat } = partCredit({ net: '200', days: 29, ofDays: 30, vatPercent: '25' })
  assert.deepEqual([toText(net), toText(vat)], ['193.33', '48.33'])
})

test('a sum of rounded amounts is not the rounded sum', () => {
  assert.equal(toText(sumOfRounded(['100.4', '200.5', '300.6'], 0)), '602')
})

//  gross, annex 15, taxable person → split payment
const splits: [
  grossGrosze: number,
  hasAnnex15Item: boolean,
  buyerIsTaxablePerson: boolean,
  expected: boolean,
][] = [
  [1_500_001, true, true, true],
  [1_500_000, true, true, false],
  [1_500_001, false, true, false],
  [1_500_001, true, false, false],
]

for (const [grossGrosze, hasAnnex15Item, buyerIsTaxablePerson, expected] of splits) {
  const who = `${buyerIsTaxablePerson ? 'a taxable person' : 'a consumer'}, ${hasAnnex15Item ? 'an' : 'no'} item of annex 15`
  test(`${grossGrosze} grosze, ${who}: split payment ${expected}`, () => {
    assert.equal(splitPaymentRequired({ grossGrosze, hasAnnex15Item, buyerIsTaxablePerson }), expected)
  })
}

test('a rate comes once, in the order of print, and an exempt one bears no tax', () => {
  const { rates } = totalsPerRate([
    { netGrosze: 100, vat: 'zw' },
    { netGrosze: 100, vat: '8' },
    { netGrosze: 100, vat: '23' },
    { netGrosze: 100, vat: '8' },
  ])
  assert.deepEqual(rates, [
    { vat: '23', netGrosze: 100, vatGrosze: 23 },
    { vat: '8', netGrosze: 200, vatGrosze: 16 },
    { vat: 'zw', netGrosze: 100, vatGrosze: 0 },
  ])
})
