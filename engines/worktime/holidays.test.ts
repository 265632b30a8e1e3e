import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isPolishHoliday,
  isWorkingDayOfLaw,
  nextWorkingDayOfLaw,
  polishHolidayOn,
  polishHolidays,
} from './holidays.ts'

//  what it shows                              date          holiday
const dates = [
  ['New Year', '2026-01-01', 'new_year'],
  ['Epiphany', '2026-01-06', 'epiphany'],
  ['Epiphany was worked until 2010', '2010-01-06', undefined],
  ['Easter Sunday', '2026-04-05', 'easter_sunday'],
  ['Easter Monday', '2026-04-06', 'easter_monday'],
  ['Easter Monday of another year', '2027-03-29', 'easter_monday'],
  ['1 May', '2026-05-01', 'labour_day'],
  ['2 May is an ordinary day', '2025-05-02', undefined],
  ['3 May', '2026-05-03', 'constitution_day'],
  ['Pentecost', '2026-05-24', 'pentecost'],
  ['Corpus Christi', '2026-06-04', 'corpus_christi'],
  ['Assumption', '2026-08-15', 'assumption'],
  ['All Saints', '2026-11-01', 'all_saints'],
  ['11 November', '2026-11-11', 'independence_day'],
  ['the one-off 12 November 2018', '2018-11-12', 'independence_centenary'],
  ['12 November of any other year', '2019-11-12', undefined],
  ['Christmas Eve since 2025', '2025-12-24', 'christmas_eve'],
  ['Christmas Eve before', '2024-12-24', undefined],
  ['Christmas', '2026-12-25', 'christmas_day'],
  ['the day after', '2026-12-26', 'second_christmas_day'],
  ['New Year’s Eve is worked', '2026-12-31', undefined],
] as const

for (const [what, date, key] of dates) {
  test(`${what}: ${date} is ${key ?? 'no holiday'}`, () => {
    assert.equal(polishHolidayOn(date), key)
    assert.equal(isPolishHoliday(date), key !== undefined)
  })
}

//  year   Easter Sunday: the earliest and latest dates, leap centuries and both exceptions of the tables
const easters = [
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
  [2100, '2100-03-28'],
  [2285, '2285-03-22'],
] as const

for (const [year, sunday] of easters) {
  test(`Easter of ${year} is on ${sunday}`, () => {
    assert.equal(polishHolidays(year).find(({ key }) => key === 'easter_sunday')?.on, sunday)
  })
}

test('a year has fourteen holidays since 2025, in the order of their dates', () => {
  const days = polishHolidays(2026).map(({ on }) => on)
  assert.equal(days.length, 14)
  assert.deepEqual(days, [...days].sort())
  assert.equal(polishHolidays(2024).length, 13)
})

//  what it shows                            date          ends on
const terms = [
  ['a term that ends on a working day', '2026-11-23', '2026-11-23'],
  ['on a Saturday', '2026-11-21', '2026-11-23'],
  ['on a Sunday', '2026-11-22', '2026-11-23'],
  ['on 11 November, a Wednesday', '2026-11-11', '2026-11-12'],
  ['on Christmas Eve', '2026-12-24', '2026-12-28'],
  ['before the long weekend of May', '2026-05-01', '2026-05-04'],
  ['at Easter', '2026-04-04', '2026-04-07'],
  ['on New Year’s Day that is a Friday', '2027-01-01', '2027-01-04'],
] as const

for (const [what, date, ends] of terms) {
  test(`${what}: ${date} ends on ${ends}`, () => {
    assert.equal(nextWorkingDayOfLaw(date), ends)
    assert.equal(isWorkingDayOfLaw(date), date === ends)
  })
}
