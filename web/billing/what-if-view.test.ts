import assert from 'node:assert/strict'
import test from 'node:test'
import type { PriceList } from '#engines/pricing/price-list.ts'
import {
  chartOf,
  groupsOf,
  monthsBefore,
  notIssuedIn,
  pricesChanged,
  yearBack,
  type WhatIf,
} from './what-if-view.ts'

test('months are counted back over new year', () => {
  assert.equal(monthsBefore('2026-01', 1), '2025-12')
  assert.deepEqual(yearBack('2026-11'), { from: '2025-11', to: '2026-10' })
})

test('five per cent more: a fee to a grosz, a page to its own step, lists of materials too', () => {
  const list: PriceList = {
    currency: 'PLN',
    vat: '23',
    items: [
      { id: 'fee', kind: 'flatFee', feePrice: '1200.00', timing: 'arrears' },
      { id: 'pages', kind: 'perMeter', meters: [{ meter: 'a' }], scope: 'all', unitPrice: '0.042' },
      { id: 'material', kind: 'material', costPlusBp: 1500, listPrices: { Toner: '99.99' } },
    ],
  }
  const [fee, pages, material] = pricesChanged(list, 5).items
  assert.deepEqual(
    [
      fee?.kind === 'flatFee' && fee.feePrice,
      pages?.kind === 'perMeter' && pages.unitPrice,
      material?.kind === 'material' && material.listPrices,
    ],
    ['1260.00', '0.044', { Toner: '104.99' }],
  )
})

const result = (netGrosze: number, tried: number) => ({
  netGrosze,
  feeGrosze: 0,
  overGrosze: 0,
  creditGrosze: 0,
  undecided: 0,
  lines: [],
  tried,
})
const row = (clientId: string, month: string, net: number, tried: number) => ({
  clientId,
  clientName: clientId,
  month,
  issuedNetGrosze: month === '2026-02' ? null : net,
  byHandGrosze: 0,
  missedTargets: 0,
  results: [result(net, 0), result(tried, 0)],
})
const answer: WhatIf = {
  from: '2026-01',
  to: '2026-02',
  variants: [
    { name: 'a', netGrosze: 0, creditGrosze: 0 },
    { name: 'b', netGrosze: 0, creditGrosze: 0 },
  ],
  issuedNetGrosze: 0,
  byHandGrosze: 0,
  rows: [row('x', '2026-01', 100, 150), row('y', '2026-01', 200, 250), row('x', '2026-02', 300, 350)],
}

test('one client is told by its months, many by their sums', () => {
  assert.deepEqual(
    groupsOf(answer, false).map(({ key, issued, results }) => [key, issued, results]),
    [
      ['x', 100, [400, 500]],
      ['y', 200, [200, 250]],
    ],
  )
  assert.deepEqual(
    groupsOf(answer, true).map(({ key, issued }) => [key, issued]),
    [
      ['2026-01', 300],
      ['2026-02', null],
    ],
  )
  assert.deepEqual(chartOf(answer), [
    { month: '2026-01', issued: 3, tried: 4 },
    { month: '2026-02', issued: 3, tried: 3.5 },
  ])
})

test('months without an invoice explain the gap between what was issued and the same terms', () =>
  assert.equal(notIssuedIn(answer), 300))
