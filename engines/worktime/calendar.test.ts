import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOfCalendar, shiftsFrom, type WorkCalendar } from './calendar.ts'
import {
  always,
  at,
  bakery,
  cooling,
  early,
  everyDay,
  nights,
  office,
  warsaw,
  withBreak,
  workdays,
} from './testing.ts'

const idle = workdays()
const changed = (change: object): object => ({ ...office, ...change })

//  what it shows                                calendar                     problem: code at path
const wrong: readonly (readonly [string, unknown, string])[] = [
  ['nothing at all', null, 'not_understood at '],
  ['a list', [], 'not_understood at '],
  ['an unknown zone', changed({ timezone: 'Europe/Gdansk' }), 'zone_unknown at timezone'],
  ['an offset is no zone', changed({ timezone: '+01:00' }), 'zone_unknown at timezone'],
  ['no zone', changed({ timezone: undefined }), 'zone_unknown at timezone'],
  ['no week', changed({ weekly: undefined }), 'not_understood at weekly'],
  ['a typing error in a field', changed({ closure: [] }), 'field_unknown at closure'],
  ['holidays of nowhere', changed({ publicHolidays: 'XX' }), 'public_holidays_unknown at publicHolidays'],
  [
    'a time past the hour',
    changed({ weekly: { ...idle, mon: [['08:60', '16:00']] } }),
    'time_invalid at weekly.mon.0.0',
  ],
  [
    'a time past the day',
    changed({ weekly: { ...idle, tue: [['08:00', '24:01']] } }),
    'time_invalid at weekly.tue.0.1',
  ],
  [
    'a time with one digit',
    changed({ weekly: { ...idle, tue: [['8:00', '16:00']] } }),
    'time_invalid at weekly.tue.0.0',
  ],
  [
    'a window that begins at 24:00',
    changed({ weekly: { ...idle, tue: [['24:00', '06:00']] } }),
    'time_invalid at weekly.tue.0.0',
  ],
  [
    'a window with one end',
    changed({ weekly: { ...idle, wed: [['08:00']] } }),
    'not_understood at weekly.wed.0',
  ],
  ['a weekday that is none', changed({ weekly: { ...idle, monday: [] } }), 'field_unknown at weekly.monday'],
  [
    'windows that overlap',
    changed({ weekly: workdays(['08:00', '13:00'], ['12:30', '16:00']) }),
    'windows_overlap at weekly.mon.1',
  ],
  [
    'a night shift into the morning one',
    changed({ weekly: { ...idle, mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] } }),
    'windows_overlap at weekly.tue.0',
  ],
  [
    'the same from Sunday into Monday',
    changed({ weekly: { ...idle, mon: [['05:00', '09:00']], sun: [['22:00', '06:00']] } }),
    'windows_overlap at weekly.mon.0',
  ],
  [
    'a closure on 30 February',
    changed({ closures: [{ date: '2026-02-30', name: 'inwentaryzacja' }] }),
    'date_invalid at closures.0.date',
  ],
  [
    'a closure without a name',
    changed({ closures: [{ date: '2026-02-20' }] }),
    'not_understood at closures.0.name',
  ],
  [
    'a date closed twice',
    changed({
      closures: [
        { date: '2026-02-20', name: 'a' },
        { date: '2026-02-20', name: 'b' },
      ],
    }),
    'date_twice at closures.1.date',
  ],
  [
    'an extra day that overlaps',
    changed({
      extraDays: [
        {
          date: '2026-02-21',
          windows: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      ],
    }),
    'windows_overlap at extraDays.0.windows.1',
  ],
  [
    'an extra day without windows',
    changed({ extraDays: [{ date: '2026-02-21' }] }),
    'not_understood at extraDays.0.windows',
  ],
  ['an override without a date', changed({ overrides: { jutro: [] } }), 'date_invalid at overrides.jutro'],
  [
    'a cut with a bad time',
    changed({ cuts: { '2026-02-20': [['10', '12:00']] } }),
    'time_invalid at cuts.2026-02-20.0.0',
  ],
  [
    'a season from nowhere',
    changed({ seasons: [{ from: '13-01', to: '09-30', weekly: idle }] }),
    'date_invalid at seasons.0.from',
  ],
  [
    'a season without a week',
    changed({ seasons: [{ from: '05-01', to: '09-30' }] }),
    'not_understood at seasons.0.weekly',
  ],
  [
    'seasons that overlap over the new year',
    changed({
      seasons: [
        { from: '11-01', to: '03-31', weekly: idle },
        { from: '03-01', to: '04-30', weekly: idle },
      ],
    }),
    'seasons_overlap at seasons.1',
  ],
  ['an own holiday of no year', changed({ holidays: ['*-02-30'] }), 'date_invalid at holidays.0'],
  ['a week without hours', changed({ weekly: idle }), 'never_opens at weekly'],
  [
    'seasons that leave nothing of the week',
    changed({ seasons: [{ from: '01-01', to: '12-31', weekly: idle }] }),
    'never_opens at weekly',
  ],
]

for (const [what, calendar, expected] of wrong) {
  test(`${what}: ${expected}`, () => {
    const [problem] = problemsOfCalendar(calendar as WorkCalendar)
    assert.equal(`${problem?.code} at ${problem?.path}`, expected)
  })
}

const fine: readonly (readonly [string, WorkCalendar])[] = [
  ['office hours', office],
  ['office hours with a break', withBreak],
  ['night shifts', nights],
  ['24/7', always],
  ['summer hours', cooling],
  [
    'a Saturday worked and everything else',
    {
      ...early,
      closures: [{ date: '2026-12-31', name: 'inwentaryzacja' }],
      extraDays: [{ date: '2026-12-05', windows: [['08:00', '14:00']] }],
      overrides: { '2026-12-23': [['07:00', '13:00']], '2026-12-22': [] },
      cuts: { '2026-12-21': [['10:00', '10:30']] },
      holidays: ['*-02-29', '2027-08-16'],
    },
  ],
  [
    'a shift that follows another at once',
    { ...office, weekly: everyDay(['06:00', '14:00'], ['14:00', '22:00'], ['22:00', '06:00']) },
  ],
]

for (const [what, calendar] of fine) {
  test(`nothing is wrong with ${what}`, () => assert.deepEqual(problemsOfCalendar(calendar), []))
}

//  what it shows                        calendar  from                the next shifts
const openings: readonly (readonly [
  string,
  WorkCalendar,
  string,
  readonly (readonly [string, string, string])[],
])[] = [
  [
    'a shift that runs is told from its opening',
    bakery,
    '2026-11-20T15:40',
    [
      ['2026-11-20T08:00', '2026-11-20T17:00', '2026-11-20'],
      ['2026-11-23T08:00', '2026-11-23T17:00', '2026-11-23'],
    ],
  ],
  [
    'at closing time it is closed',
    bakery,
    '2026-11-20T17:00',
    [['2026-11-23T08:00', '2026-11-23T17:00', '2026-11-23']],
  ],
  [
    'a break parts the day in two',
    withBreak,
    '2026-11-23T10:00',
    [
      ['2026-11-23T08:00', '2026-11-23T12:00', '2026-11-23'],
      ['2026-11-23T12:30', '2026-11-23T16:30', '2026-11-23'],
    ],
  ],
  [
    'Christmas with its eve and the weekend',
    office,
    '2026-12-23T17:00',
    [['2026-12-28T08:00', '2026-12-28T16:00', '2026-12-28']],
  ],
  [
    'no window starts on a holiday, the tail stays',
    nights,
    '2026-11-10T23:00',
    [
      ['2026-11-10T22:00', '2026-11-11T06:00', '2026-11-10'],
      ['2026-11-12T22:00', '2026-11-13T06:00', '2026-11-12'],
    ],
  ],
  [
    'a night over the end of a month is one shift',
    { ...nights, publicHolidays: 'none' },
    '2026-10-31T23:30',
    [['2026-10-31T22:00', '2026-11-01T06:00', '2026-10-31']],
  ],
  [
    'the night of the 23-hour day',
    nights,
    '2026-03-28T22:00',
    [['2026-03-28T22:00', '2026-03-29T06:00', '2026-03-28']],
  ],
  [
    '24/7 goes on at midnight without a gap',
    always,
    '2026-11-23T12:00',
    [
      ['2026-11-23T00:00', '2026-11-24T00:00', '2026-11-23'],
      ['2026-11-24T00:00', '2026-11-25T00:00', '2026-11-24'],
    ],
  ],
  [
    'winter hours, then summer hours that know no weekend',
    cooling,
    '2026-04-30T12:00',
    [
      ['2026-04-30T07:00', '2026-04-30T17:00', '2026-04-30'],
      ['2026-05-01T07:00', '2026-05-01T21:00', '2026-05-01'],
      ['2026-05-02T07:00', '2026-05-02T21:00', '2026-05-02'],
    ],
  ],
  [
    'a closure, an extra Saturday and a cut',
    {
      ...office,
      closures: [{ date: '2026-11-27', name: 'inwentaryzacja' }],
      extraDays: [{ date: '2026-11-28', windows: [['09:00', '13:00']] }],
      cuts: { '2026-11-30': [['10:00', '11:00']] },
    },
    '2026-11-26T16:00',
    [
      ['2026-11-28T09:00', '2026-11-28T13:00', '2026-11-28'],
      ['2026-11-30T08:00', '2026-11-30T10:00', '2026-11-30'],
      ['2026-11-30T11:00', '2026-11-30T16:00', '2026-11-30'],
    ],
  ],
  [
    'an extra day is worked even on a holiday',
    { ...office, extraDays: [{ date: '2026-11-11', windows: [['10:00', '12:00']] }] },
    '2026-11-10T16:00',
    [['2026-11-11T10:00', '2026-11-11T12:00', '2026-11-11']],
  ],
  [
    'an override does not open a holiday',
    { ...office, overrides: { '2026-11-11': [['10:00', '12:00']], '2026-11-12': [['10:00', '12:00']] } },
    '2026-11-10T16:00',
    [['2026-11-12T10:00', '2026-11-12T12:00', '2026-11-12']],
  ],
  [
    'an own holiday of every year',
    { ...office, holidays: ['*-11-24'] },
    '2026-11-23T16:00',
    [['2026-11-25T08:00', '2026-11-25T16:00', '2026-11-25']],
  ],
]

for (const [what, calendar, from, expected] of openings) {
  test(`${what}: from ${from}`, () => {
    const shifts = shiftsFrom(calendar, warsaw(from)).take(expected.length)
    const told = [...shifts].map(({ opensAt, closesAt, on }) => [opensAt.toString(), closesAt.toString(), on])
    assert.deepEqual(
      told,
      expected.map(([opens, closes, on]) => [at(opens), at(closes), on]),
    )
  })
}

test('a repeated hour inside a window is open twice, a window within it opens twice', () => {
  const sundayNight: WorkCalendar = { ...always, weekly: { ...idle, sun: [['02:00', '02:30']] } }
  const shifts = [...shiftsFrom(sundayNight, warsaw('2026-10-25T00:00')).take(2)].map(({ opensAt }) =>
    opensAt.toString(),
  )
  assert.deepEqual(shifts, ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'])
})

test('a calendar that never opens has no shift', () => {
  assert.deepEqual([...shiftsFrom({ ...office, weekly: idle }, warsaw('2026-11-23T08:00'))], [])
})
