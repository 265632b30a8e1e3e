import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOfCalendar } from '#engines/worktime/calendar.ts'
import {
  barsOf,
  draggedWindow,
  monthAfter,
  monthOf,
  newCalendar,
  readClock,
  specialKinds,
  specialsOf,
  tidied,
  withEqualWorkdays,
  withoutSpecial,
  withSpecial,
  withWindows,
  type Special,
} from './calendar-draft.ts'

//  typed      kept
const times = [
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['8.30', '08:30'],
  ['1630', '16:30'],
  ['24', '24:00'],
  ['25:00', '25:00'],
  ['rano', 'rano'],
] as const

for (const [typed, kept] of times) {
  test(`"${typed}" is kept as ${kept}`, () => assert.equal(readClock(typed), kept))
}

//  what it shows                    from   to     window
const drags = [
  ['from left to right', 1 / 3, 2 / 3, ['08:00', '16:00']],
  ['from right to left', 2 / 3, 1 / 3, ['08:00', '16:00']],
  ['to the end of the day', 0.9, 1.2, ['21:30', '24:00']],
  ['a click alone', 0.5, 0.501, undefined],
] as const

for (const [what, from, to, window] of drags) {
  test(`a drag ${what} is ${window?.join('–') ?? 'no window'}`, () =>
    assert.deepEqual(draggedWindow(from, to), window))
}

const special = (kind: Special['kind'], date: string): Special => ({
  kind,
  date,
  name: kind === 'closure' ? 'remanent' : '',
  windows: ['extra', 'override', 'cut'].includes(kind) ? [['09:00', '13:00']] : [],
})

for (const kind of specialKinds) {
  const date = kind === 'yearly' ? '12-31' : '2026-12-12'
  test(`a day that is ${kind} comes back as it was entered, and goes without a trace`, () => {
    const entered = withSpecial(newCalendar(), special(kind, date))
    assert.deepEqual(problemsOfCalendar(entered), [])
    assert.deepEqual(specialsOf(entered), [special(kind, date)])
    assert.deepEqual(specialsOf(withSpecial(entered, special(kind, date))), [special(kind, date)])
    assert.deepEqual(tidied(withoutSpecial(entered, special(kind, date))), newCalendar())
  })
}

test('a night shift is drawn to midnight and goes on the next day', () => {
  const nights = withWindows(newCalendar(), 'sat', [['22:00', '06:00']])
  assert.deepEqual(barsOf(nights, 'sat'), [{ from: 22 / 24, to: 1, isTail: false }])
  assert.deepEqual(barsOf(nights, 'sun'), [{ from: 0, to: 0.25, isTail: true }])
})

test('Monday’s hours serve the working week', () => {
  const equal = withEqualWorkdays(withWindows(newCalendar(), 'mon', [['07:00', '15:00']]))
  assert.deepEqual(equal.weekly.fri, [['07:00', '15:00']])
  assert.deepEqual(equal.weekly.sat, [])
})

test('a month shows open days, holidays and what is other than usual', () => {
  const calendar = withSpecial(newCalendar(), special('extra', '2026-12-12'))
  const { blanks, days } = monthOf(calendar, '2026-12')
  assert.equal(blanks, 1)
  assert.equal(days.length, 31)
  assert.deepEqual(days[11], { date: '2026-12-12', day: 12, kind: 'open', isSpecial: true })
  assert.deepEqual([days[23]?.kind, days[23]?.key], ['holiday', 'christmas_eve'])
  assert.equal(days[26]?.kind, 'closed')
  assert.equal(monthAfter('2026-12', 1), '2027-01')
  assert.equal(monthAfter('2026-01', -1), '2025-12')
})
