import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addBusinessDays, businessDaysBetween, endOfBusinessDay, isWorkingDay } from './business-days.ts'
import type { WorkCalendar } from './calendar.ts'
import { always, at, early, nights, office, warsaw, withBreak } from './testing.ts'

//  what it shows                           date          days  lands on
const steps = [
  ['over the weekend', '2026-11-20', 1, '2026-11-23'],
  ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
  ['over 11 November', '2026-11-10', 1, '2026-11-12'],
  ['no days are the date itself', '2026-11-21', 0, '2026-11-21'],
  ['backwards', '2026-11-23', -1, '2026-11-20'],
  ['backwards from a Sunday', '2026-11-22', -2, '2026-11-19'],
  ['over Christmas', '2026-12-23', 2, '2026-12-29'],
] as const

for (const [what, date, days, lands] of steps) {
  test(`business days ${what}: ${date} ${days >= 0 ? '+' : ''}${days} is ${lands}`, () => {
    assert.equal(addBusinessDays(office, date, days), lands)
    if (days > 0) assert.equal(businessDaysBetween(office, date, lands), days)
  })
}

test('between a date and an earlier one there is no business day', () => {
  assert.equal(businessDaysBetween(office, '2026-11-23', '2026-11-20'), 0)
})

test('a business day is one on which a window starts', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-11']
  assert.deepEqual(
    days.map((day) => isWorkingDay(office, day)),
    [true, false, false],
  )
  assert.deepEqual(
    days.map((day) => isWorkingDay(nights, day)),
    [true, true, false],
  )
})

//  what it shows                                     calendar  reported           days  due
const promises: readonly (readonly [string, WorkCalendar, string, number, string])[] = [
  ['reported in the morning', early, '2026-11-23T09:00', 2, '2026-11-25T17:00'],
  ['reported before opening', early, '2026-11-23T05:00', 2, '2026-11-25T17:00'],
  ['reported just before closing', early, '2026-11-23T16:59', 2, '2026-11-25T17:00'],
  ['reported at closing counts as the next day', early, '2026-11-23T17:00', 2, '2026-11-26T17:00'],
  ['reported on Saturday counts as Monday', early, '2026-11-21T10:00', 2, '2026-11-25T17:00'],
  ['reported on Friday', early, '2026-11-20T10:00', 1, '2026-11-23T17:00'],
  ['reported on a holiday', early, '2026-11-11T10:00', 1, '2026-11-13T17:00'],
  ['in the lunch break it is still today', withBreak, '2026-11-23T12:10', 1, '2026-11-24T16:30'],
  ['by the end of the same day', office, '2026-11-23T09:00', 0, '2026-11-23T16:00'],
  ['no days, reported in the evening', office, '2026-11-23T19:00', 0, '2026-11-24T16:00'],
  [
    'a report in the tail of a night belongs to that night',
    nights,
    '2026-11-24T03:00',
    1,
    '2026-11-25T06:00',
  ],
  [
    'a report between two nights belongs to the coming one',
    nights,
    '2026-11-24T12:00',
    1,
    '2026-11-26T06:00',
  ],
  ['24/7 ends at midnight', always, '2026-11-23T09:00', 1, '2026-11-25T00:00'],
  ['a night that ends after the change of the clock', nights, '2026-10-23T23:00', 1, '2026-10-25T06:00'],
  [
    'hours cut out at the end of the day',
    { ...office, cuts: { '2026-11-24': [['15:00', '16:00']] } },
    '2026-11-23T09:00',
    1,
    '2026-11-24T15:00',
  ],
]

for (const [what, calendar, reported, days, due] of promises) {
  test(`${what}: ${days} business days from ${reported} end at ${due}`, () => {
    assert.equal(endOfBusinessDay({ start: warsaw(reported), days, calendar }).toString(), at(due))
  })
}
