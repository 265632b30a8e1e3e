/** Dates as numbers of days and back, against the calendar that JavaScript knows. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { dayNumber, isoDate } from './days.ts'

test('every day of eight centuries is written and read as JavaScript does', () => {
  for (let day = -150_000; day < 150_000; day += 7) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
    assert.equal(isoDate(day), text)
    assert.equal(dayNumber(text), day)
  }
})

//  what it is               the text        its number
const cases = [
  ['a leap day', '2028-02-29', 21243],
  ['no leap day', '2026-02-29', undefined],
  ['the thirty-first of a short month', '2026-04-31', undefined],
  ['month thirteen', '2026-13-01', undefined],
  ['day nought', '2026-01-00', undefined],
  ['an early year', '0050-01-01', -701265],
  ['the beginning of the count', '1970-01-01', 0],
  ['a time beside it', '2026-01-01T00:00', undefined],
] as const

for (const [what, text, number] of cases)
  test(`${what}, ${text}: ${number ?? 'no date'}`, () => assert.equal(dayNumber(text), number))
