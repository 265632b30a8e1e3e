import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dec, toText } from '../base/decimal.ts'
import { allocatePayment, type OpenDebt } from './allocate.ts'
import { compensationEur, compensationGrosze, compensationRateOn } from './compensation.ts'
import { interestOf } from './interest.ts'
import { rateTables, type DebtKind } from './rates.ts'
import { statutoryInterest } from './statutory.ts'

//  what it shows, principal, due, paid → really due, segments, grosze
type Case = [
  what: string,
  debt: { principalGrosze: number; dueOn: string; kind: DebtKind },
  on: string,
  effectiveDueOn: string,
  segments: string[],
  grosze: number,
]
const cases: Case[] = [
  [
    'due on a Saturday',
    { principalGrosze: 800_000, dueOn: '2026-02-14', kind: 'commercial' },
    '2026-03-16',
    '2026-02-16',
    ['28 × 14.00'],
    8_592,
  ],
  [
    'a consumer, over a change of the rate',
    { principalGrosze: 250_000, dueOn: '2025-11-28', kind: 'civil' },
    '2025-12-12',
    '2025-11-28',
    ['5 × 9.75', '9 × 9.50'],
    920,
  ],
  [
    'a public health-care provider owes two points less',
    { principalGrosze: 800_000, dueOn: '2026-02-14', kind: 'publicHealthCare' },
    '2026-03-16',
    '2026-02-16',
    ['28 × 12.00'],
    7_364,
  ],
  [
    'paid on the day it was really due',
    { principalGrosze: 800_000, dueOn: '2026-02-14', kind: 'commercial' },
    '2026-02-16',
    '2026-02-16',
    [],
    0,
  ],
  [
    'paid on the first day of delay',
    { principalGrosze: 800_000, dueOn: '2026-02-14', kind: 'commercial' },
    '2026-02-17',
    '2026-02-16',
    ['1 × 14.00'],
    307,
  ],
  [
    'due over Christmas, when Friday 26 December is free',
    { principalGrosze: 365_000, dueOn: '2025-12-24', kind: 'commercial' },
    '2025-12-30',
    '2025-12-29',
    ['1 × 15.25'],
    153,
  ],
  [
    'a leap year has 365 days too',
    { principalGrosze: 365_000, dueOn: '2024-02-28', kind: 'commercial' },
    '2024-03-01',
    '2024-02-28',
    ['2 × 15.75'],
    315,
  ],
  [
    'over two changes, each part exact and the sum rounded once',
    { principalGrosze: 100_000, dueOn: '2025-06-30', kind: 'commercial' },
    '2026-01-31',
    '2025-06-30',
    ['184 × 15.25', '31 × 14.00'],
    8_877,
  ],
]

for (const [what, debt, on, effectiveDueOn, segments, grosze] of cases) {
  test(`interest, ${what}: ${grosze} grosze`, () => {
    const interest = statutoryInterest(debt, on)
    assert.equal(interest.effectiveDueOn, effectiveDueOn)
    assert.deepEqual(
      interest.segments.map((one) => `${one.days} × ${one.yearlyPercent}`),
      segments,
    )
    assert.equal(interest.grosze, grosze)
  })
}

test('a payment bears interest up to its own day, the rest goes on', () => {
  const debt = { principalGrosze: 80_000, dueOn: '2026-10-01', kind: 'commercial' as const }
  const { segments, grosze } = statutoryInterest(
    { ...debt, payments: [{ paidOn: '2026-11-05', grosze: 30_000 }] },
    '2026-11-23',
  )
  assert.deepEqual(
    segments.map(({ from, to, days, principalGrosze }) => [from, to, days, principalGrosze]),
    [
      ['2026-10-02', '2026-11-05', 35, 80_000],
      ['2026-11-06', '2026-11-23', 18, 50_000],
    ],
  )
  assert.equal(grosze, 1_394)
})

test('what was paid whole bears no more', () => {
  const debt = { principalGrosze: 800_000, dueOn: '2026-02-14', kind: 'commercial' as const }
  const paid = { ...debt, payments: [{ paidOn: '2026-03-16', grosze: 800_000 }] }
  assert.equal(statutoryInterest(paid, '2026-11-23').grosze, 8_592)
})

const warned: [what: string, dueOn: string, on: string, expected: string[]][] = [
  ['within the table', '2026-05-04', '2026-06-30', []],
  ['past the day to which it was checked', '2026-05-04', '2026-07-01', ['rates_unchecked 2026-06-30']],
  ['before its first rate', '2015-05-04', '2016-02-01', ['rates_unknown 2016-01-01']],
  ['not overdue at all', '2026-12-01', '2026-11-23', []],
]

for (const [what, dueOn, on, expected] of warned) {
  test(`rates ${what}: ${expected.join() || 'no warning'}`, () => {
    const { warnings } = statutoryInterest({ principalGrosze: 100, dueOn, kind: 'commercial' }, on)
    assert.deepEqual(
      warnings.map((one) => `${one.code} ${one.on}`),
      expected,
    )
  })
}

test('a person may bring newer rates', () => {
  const table = {
    rates: [...rateTables.commercial.rates, { from: '2026-07-01', yearlyPercent: '20' }],
    checkedUntil: '2026-12-31',
  }
  const interest = statutoryInterest(
    { principalGrosze: 365_000, dueOn: '2026-07-01', kind: 'commercial' },
    '2026-07-02',
    table,
  )
  assert.deepEqual([interest.grosze, interest.warnings], [200, []])
})

test('tables lie in the order of their days', () => {
  for (const { rates } of Object.values(rateTables)) {
    assert.deepEqual(
      rates.map((rate) => rate.from),
      rates.map((rate) => rate.from).sort(),
    )
  }
})

test('a year of other length may be agreed', () => {
  const principal = { amount: dec('36000'), days: 1, yearlyPercent: '10' }
  assert.equal(toText(interestOf([principal], { yearDays: 360 })), '10')
  assert.equal(toText(interestOf([principal])), '9.86')
})

const debts: OpenDebt[] = [
  { id: 'new', dueOn: '2026-11-01', principalGrosze: 15_000, interestGrosze: 100 },
  { id: 'old', dueOn: '2026-09-01', principalGrosze: 30_000, interestGrosze: 900 },
  { id: 'paid', dueOn: '2026-08-01', principalGrosze: 0 },
]

//  what it shows, payment → what each debt gets (principal + interest), left
type Payment = { grosze: number; namedIds?: string[]; interestFirst?: boolean }
const payments: [what: string, payment: Payment, expected: string[], leftGrosze: number][] = [
  ['the oldest first', { grosze: 10_000 }, ['old 10000 + 0'], 0],
  ['then the next', { grosze: 35_000 }, ['old 30000 + 0', 'new 5000 + 0'], 0],
  ['too much stays as credit', { grosze: 50_000 }, ['old 30000 + 0', 'new 15000 + 0'], 5_000],
  [
    'the one that was named first',
    { grosze: 20_000, namedIds: ['new'] },
    ['new 15000 + 0', 'old 5000 + 0'],
    0,
  ],
  ['its interest before its principal', { grosze: 1_000, interestFirst: true }, ['old 100 + 900'], 0],
  ['less than the interest', { grosze: 500, interestFirst: true }, ['old 0 + 500'], 0],
  ['nothing', { grosze: 0 }, [], 0],
]

for (const [what, payment, expected, leftGrosze] of payments) {
  test(`a payment settles ${what}`, () => {
    const settled = allocatePayment(payment, debts)
    assert.deepEqual(
      settled.allocations.map((one) => `${one.id} ${one.principalGrosze} + ${one.interestGrosze}`),
      expected,
    )
    assert.equal(settled.leftGrosze, leftGrosze)
  })
}

const tiers: [invoiceGrosze: number, expected: number][] = [
  [500_000, 40],
  [500_001, 70],
  [4_999_999, 70],
  [5_000_000, 100],
]

for (const [invoiceGrosze, expected] of tiers) {
  test(`compensation for ${invoiceGrosze} grosze is ${expected} EUR`, () => {
    assert.equal(compensationEur(invoiceGrosze), expected)
  })
}

test('compensation for 7 300.00 at 4.2500 is 297.50', () => {
  assert.equal(compensationGrosze(730_000, '4.2500'), 29_750)
})

const rateDays: [what: string, dueOn: string, matures: 'dueDay' | 'dayAfter', expected: string][] = [
  ['the month before ends on a working day', '2026-07-15', 'dueDay', '2026-06-30'],
  ['the month before ends on a Sunday', '2026-06-10', 'dueDay', '2026-05-29'],
  ['due on the last day of a month', '2026-06-30', 'dueDay', '2026-05-29'],
  ['and matured on the day after it', '2026-06-30', 'dayAfter', '2026-06-30'],
  ['a term that ends on Saturday 31 October is due in November', '2026-10-31', 'dueDay', '2026-10-30'],
]

for (const [what, dueOn, matures, expected] of rateDays) {
  test(`the rate of compensation is of ${expected}: ${what}`, () => {
    assert.equal(compensationRateOn(dueOn, matures), expected)
  })
}
