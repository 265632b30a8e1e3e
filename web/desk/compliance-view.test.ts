/** Months, addresses and sums of the compliance report. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { askedOf, askedText, countOf, monthBefore, monthsBack, type Asked } from './compliance-view.ts'

const months: [string, number, string][] = [
  ['2026-11', 0, '2026-11'],
  ['2026-11', 5, '2026-06'],
  ['2026-01', 1, '2025-12'],
  ['2026-02', 14, '2024-12'],
]
for (const [now, back, expected] of months)
  test(`${back} months before ${now} is ${expected}`, () => assert.equal(monthBefore(now, back), expected))

test('the months to choose from begin with this one', () =>
  assert.deepEqual(monthsBack('2026-01', 3), ['2026-01', '2025-12', '2025-11']))

const asked: Asked[] = [{}, { key: '' }, { key: 'high', verdict: 'missed' }, { target: 'reaction' }]
for (const one of asked)
  test(`a figure survives the address: ${JSON.stringify(one)}`, () =>
    assert.deepEqual(askedOf(askedText(one)), one))
test('no figure is opened without one in the address', () => assert.equal(askedOf(undefined), undefined))

const figures = { met: 3, missed: 1, open: 2, keptBp: 7500, medianUsedSeconds: 60, worstOverSeconds: 5 }
test('a figure counts one verdict, or all of them', () =>
  assert.deepEqual([countOf(figures, 'missed'), countOf(figures, undefined)], [1, 6]))
