import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { invoiceRunner } from './invoice.ts'

const sold = {
  kind: 'invoice',
  currency: 'PLN',
  rounding: 'line',
  lines: [{ quantity: '3', unit_price: '33.33', vat: '23' }],
}
const late = {
  kind: 'interest',
  principal: '8000',
  from: '2026-02-17',
  to: '2026-03-17',
  yearly_percent: '14',
}

//  what it shows, the case → whether it holds
const cases: [what: string, vector: Record<string, unknown>, expected: boolean][] = [
  ['totals', { ...sold, expected: { net: '99.99', vat: '23', gross: '122.99' } }, true],
  ['one wrong total', { ...sold, expected: { net: '99.99', vat: '23', gross: '123.00' } }, false],
  ['rates', { ...sold, expected: { rates: [{ vat: '23', base: '99.990', amount: '23.0' }] } }, true],
  ['a rate too few', { ...sold, expected: { rates: [] } }, false],
  ['nothing expected', { ...sold, expected: {} }, false],
  ['a sum nobody knows', { ...sold, expected: { tip: '5' } }, false],
  ['a currency without decimals', { ...sold, currency: 'JPY', expected: { net: '100', vat: '23' } }, true],
  ['interest up to a day', { ...late, year_days: 365, expected_amount: '85.92' }, true],
  [
    'interest in segments',
    {
      kind: 'interest',
      principal: '2500',
      year_days: 365,
      segments: [
        { from: '2025-11-29', to: '2025-12-04', yearly_percent: '9.75' },
        { from: '2025-12-04', to: '2025-12-13', yearly_percent: '9.50' },
      ],
      expected_amount: '9.20',
    },
    true,
  ],
  [
    'a payment in the order of debts',
    {
      kind: 'allocate_payment',
      amount: '120.5',
      debts: ['100', '50'],
      expected_allocations: ['100', '20.50'],
      expected_left: '0',
    },
    true,
  ],
  [
    'a payment in another order',
    {
      kind: 'allocate_payment',
      amount: '120',
      debts: ['100', '50'],
      expected_allocations: ['20', '100'],
      expected_left: '0',
    },
    false,
  ],
]

for (const [what, vector, expected] of cases) {
  test(`${what}: ${expected ? 'holds' : 'is told'}`, () => {
    const verdict = invoiceRunner(vector)
    assert.equal('ok' in verdict && verdict.ok, expected, JSON.stringify(verdict))
  })
}

const shared = path.join(import.meta.dirname, '../../../shared/vectors/invoice.json')
const missing = fs.existsSync(shared) ? false : 'the shared vectors are not here'

test('every neutral case of invoices holds', { skip: missing }, () => {
  const { vectors } = JSON.parse(fs.readFileSync(shared, 'utf8')) as { vectors: Record<string, unknown>[] }
  const failed = vectors.filter((vector) => {
    const verdict = invoiceRunner(vector)
    return !('ok' in verdict) || !verdict.ok
  })
  assert.deepEqual(
    failed.map((vector) => vector['id']),
    [],
  )
  assert.ok(vectors.length > 50)
})
