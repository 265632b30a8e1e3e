import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { correctionOf, type CorrectableLine, type LineChange } from './correction.ts'
import { totalsPerRate } from './vat-per-rate.ts'

function line(
  name: string,
  quantity: string,
  unitPrice: string,
  netGrosze: number,
  vat = '23',
): CorrectableLine {
  return { name, quantity, unit: 'szt.', unitPrice, netGrosze, vat }
}
const fee = line('Abonament', '1', '200', 20_000)
const cheaper = line('Abonament', '1', '150.55', 15_055)
const third = line('Część', '1', '33.33', 3_333)
const unchanged = { before: third, after: third }

type Case = [what: string, changes: LineChange<CorrectableLine>[], lines: string[], difference: number[]]

//  what it shows, changes → lines shown, differences of net, VAT and gross
const cases: Case[] = [
  ['a lower price', [{ before: fee, after: cheaper }], ['−1 × 200', '+1 × 150.55'], [-4_945, -1_137, -6_082]],
  ['a line that goes away', [{ before: fee }], ['−1 × 200', '+0 × 200'], [-20_000, -4_600, -24_600]],
  ['a line that comes', [{ after: fee }], ['+1 × 200'], [20_000, 4_600, 24_600]],
  [
    'another rate',
    [{ before: fee, after: { ...fee, vat: '8' } }],
    ['−1 × 200', '+1 × 200'],
    [0, -3_000, -3_000],
  ],
  ['another name', [{ before: fee, after: { ...fee, name: 'Opieka' } }], ['−1 × 200', '+1 × 200'], [0, 0, 0]],
  ['a number written otherwise', [{ before: fee, after: { ...fee, quantity: '1.00' } }], [], [0, 0, 0]],
  [
    'tax of the whole invoice, not of the difference: one of three parts of 33.33 less',
    [unchanged, unchanged, { before: third }],
    ['−1 × 33.33', '+0 × 33.33'],
    [-3_333, -767, -4_100],
  ],
  [
    'where the tax of the difference would be another grosz',
    [unchanged, { before: line('Część', '1', '0.02', 2) }],
    ['−1 × 0.02', '+0 × 0.02'],
    [-2, 0, -2],
  ],
]

for (const [what, changes, lines, expected] of cases) {
  test(`a correction shows ${what}`, () => {
    const correction = correctionOf(changes)
    assert.deepEqual(
      correction.lines.map((one) => `${one.isBefore ? '−' : '+'}${one.quantity} × ${one.unitPrice}`),
      lines,
    )
    const { netGrosze, vatGrosze, grossGrosze } = correction.difference
    assert.deepEqual([netGrosze, vatGrosze, grossGrosze], expected)
  })
}

test('an invoice and its corrections add up to the totals of what stands now', () => {
  const anyLine = fc
    .record({ netGrosze: fc.integer({ min: 0, max: 1_000_000 }), vat: fc.constantFrom('23', '8', 'zw') })
    .map(({ netGrosze, vat }) => line('Praca', '1', '1', netGrosze, vat))
  const anyStates = fc.array(fc.tuple(anyLine, anyLine, anyLine), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(anyStates, (states) => {
      const first = states[0] ?? []
      const differences = states
        .slice(1)
        .map(
          (state, i) => correctionOf(state.map((after, n) => ({ before: states[i]?.[n], after }))).difference,
        )
      const sum = (pick: (totals: { netGrosze: number; vatGrosze: number }) => number) =>
        differences.reduce((total, one) => total + pick(one), pick(totalsPerRate(first)))
      const now = totalsPerRate(states.at(-1) ?? [])
      assert.equal(
        sum((one) => one.netGrosze),
        now.netGrosze,
      )
      assert.equal(
        sum((one) => one.vatGrosze),
        now.vatGrosze,
      )
    }),
  )
})
