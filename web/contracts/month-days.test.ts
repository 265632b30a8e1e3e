import assert from 'node:assert/strict'
import test from 'node:test'
import { daysOfMonth, monthBeside } from './month-days.ts'

//  month      days  first weekend day  before     after
const months = [
  ['2026-11', 30, '2026-11-01', '2026-10', '2026-12'],
  ['2026-12', 31, '2026-12-05', '2026-11', '2027-01'],
  ['2028-02', 29, '2028-02-05', '2028-01', '2028-03'],
  ['2027-01', 31, '2027-01-02', '2026-12', '2027-02'],
] as const
for (const [month, days, weekend, before, after] of months) {
  test(`${month} has ${days} days, its first free one is ${weekend}`, () => {
    const shown = daysOfMonth(month)
    assert.equal(shown.length, days)
    assert.equal(shown.find(({ isWeekend }) => isWeekend)?.date, weekend)
    assert.deepEqual([monthBeside(month, -1), monthBeside(month, 1)], [before, after])
  })
}
