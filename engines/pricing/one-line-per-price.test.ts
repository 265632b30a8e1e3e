/** One line for each item, price and VAT rate: how a band comes to the price makes no second line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PriceItem } from './price-list.ts'
import { listOf, monthOf, priced } from './testing.ts'

const onSite: PriceItem = {
  id: 'onSite',
  kind: 'perTime',
  place: 'onSite',
  includedMinutes: 0,
  hourPrice: '0.06',
  round: { unitMinutes: 1, scope: 'entry', minimumMinutes: 45 },
  bands: [
    { days: ['sun', 'holiday'], factor: '1.5' },
    { days: ['any'], fromTime: '06:00', toTime: '17:00', hourPrice: '0.09' },
    { days: ['any'], factor: '1' },
  ],
}

test('10 min at a price of their own and 45 min at the same price by a factor are one line of 55 min', () => {
  const { lines } = priced(listOf(onSite), monthOf('2026-11'), [
    // Wednesday 4:00–6:10 of Warsaw: two hours of the night, ten minutes of the day.
    { kind: 'time', id: 'wednesday', startedAt: '2026-11-04T03:00:00Z', minutes: 130, place: 'onSite' },
    { kind: 'time', id: 'sunday', startedAt: '2026-10-31T23:00:00Z', minutes: 15, place: 'onSite' },
  ])
  // 2 h × 0.06 = 0.12; 55 min × 0.09 = 0.0825, rounded once to 0.08.
  assert.deepEqual(
    lines.map(({ netGrosze }) => netGrosze).sort((a, b) => a - b),
    [8, 12],
  )
})
