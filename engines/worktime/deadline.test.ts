import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WorkCalendar } from './calendar.ts'
import {
  deadline,
  deadlineBackward,
  elapsed,
  isOpen,
  nextClose,
  nextOpen,
  type Pause,
  type Stretch,
} from './deadline.ts'
import {
  always,
  at,
  bakery,
  cooling,
  early,
  everyDay,
  nights,
  nine,
  office,
  warsaw,
  withBreak,
  workdays,
} from './testing.ts'

const minutes = (n: number): number => n * 60
const hours = (n: number): number => n * 3600
const pause = (from: string, to?: string): Pause => ({
  from: warsaw(from),
  to: to === undefined ? undefined : warsaw(to),
})

//  what it shows                              calendar   reported             seconds        due
const cases: readonly (readonly [string, WorkCalendar, string, number, string])[] = [
  ['within the day', bakery, '2026-11-23T09:00', hours(4), '2026-11-23T13:00'],
  ['over the weekend', nine, '2026-11-20T16:30', hours(4), '2026-11-23T12:30'],
  ['due exactly at closing time', nine, '2026-11-23T09:00', hours(8), '2026-11-23T17:00'],
  ['one second more slips to the next day', nine, '2026-11-23T09:00', hours(8) + 1, '2026-11-24T09:00:01'],
  ['over Christmas and the weekend', nine, '2026-12-23T16:00', hours(2), '2026-12-28T10:00'],
  ['over the long weekend of May', office, '2026-04-30T15:00', hours(3), '2026-05-04T10:00'],
  ['over 11 November', early, '2026-11-10T16:00', hours(2), '2026-11-12T08:00'],
  ['over Corpus Christi', office, '2026-06-03T15:30', hours(1), '2026-06-05T08:30'],
  ['over Easter', office, '2026-04-03T15:00', hours(2), '2026-04-07T09:00'],
  ['reported before opening', office, '2026-11-23T06:10', hours(1), '2026-11-23T09:00'],
  ['reported at closing time', office, '2026-11-23T16:00', hours(1), '2026-11-24T09:00'],
  ['reported on Sunday', office, '2026-11-22T12:00', hours(8), '2026-11-23T16:00'],
  ['over the lunch break', withBreak, '2026-11-23T11:30', hours(1), '2026-11-23T13:00'],
  ['due at the break, not after it', withBreak, '2026-11-23T11:30', minutes(30), '2026-11-23T12:00'],
  ['24/7 at night', always, '2026-11-22T23:50', minutes(30), '2026-11-23T00:20'],
  ['24 real hours over the spring change', always, '2026-03-28T12:00', hours(24), '2026-03-29T13:00'],
  ['24 real hours over the autumn change', always, '2026-10-24T12:00', hours(24), '2026-10-25T11:00'],
  ['a night shift of seven hours in spring', nights, '2026-03-28T22:00', hours(7), '2026-03-29T06:00'],
  ['a night shift of nine hours in autumn', nights, '2026-10-24T22:00', hours(9), '2026-10-25T06:00'],
  ['a night shift into a holiday runs on', nights, '2026-11-10T23:00', hours(7), '2026-11-11T06:00'],
  ['and the next one starts the night after', nights, '2026-11-10T23:00', hours(8), '2026-11-12T23:00'],
  [
    'working days keep their wall clock over the change',
    office,
    '2026-03-27T15:00',
    hours(2),
    '2026-03-30T09:00',
  ],
  ['from winter hours into the season', cooling, '2026-04-30T16:00', hours(3), '2026-05-01T09:00'],
  ['nothing granted inside hours is due at once', office, '2026-11-23T10:00', 0, '2026-11-23T10:00'],
  ['nothing granted outside hours is due at the opening', office, '2026-11-21T10:00', 0, '2026-11-23T08:00'],
]

for (const [what, calendar, reported, seconds, due] of cases) {
  test(`${what}: ${seconds / 3600} h from ${reported} are due at ${due}`, () => {
    const found = deadline({ start: warsaw(reported), workingSeconds: seconds, calendar })
    assert.equal(found.at?.toString(), at(due))
    assert.equal(found.usedSeconds, seconds)
  })
}

//  what it shows                            reported            hours  pauses                                      due
const paused: readonly (readonly [string, string, number, Pause[], string | undefined])[] = [
  [
    'the ticket of the pictures',
    '2026-11-20T15:40',
    4,
    [pause('2026-11-23T08:20', '2026-11-23T09:05')],
    '2026-11-23T11:25',
  ],
  [
    'only the open time of a pause counts',
    '2026-11-20T16:00',
    2,
    [pause('2026-11-20T16:30', '2026-11-23T08:30')],
    '2026-11-23T10:00',
  ],
  [
    'a pause outside hours changes nothing',
    '2026-11-20T16:00',
    2,
    [pause('2026-11-20T18:00', '2026-11-23T07:00')],
    '2026-11-23T09:00',
  ],
  [
    'overlapping pauses count once',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-23T08:30', '2026-11-23T10:00'), pause('2026-11-23T09:30', '2026-11-23T10:30')],
    '2026-11-23T11:00',
  ],
  [
    'a pause within a pause counts once',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-23T08:30', '2026-11-23T10:30'), pause('2026-11-23T09:00', '2026-11-23T09:30')],
    '2026-11-23T11:00',
  ],
  [
    'a pause that begins at the deadline changes nothing',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-23T09:00')],
    '2026-11-23T09:00',
  ],
  [
    'a pause that ended before the report changes nothing',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-20T09:00', '2026-11-23T08:00')],
    '2026-11-23T09:00',
  ],
  [
    'a pause that was on at the report',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-20T09:00', '2026-11-23T08:10')],
    '2026-11-23T09:10',
  ],
  [
    'a pause of no length changes nothing',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-23T08:30', '2026-11-23T08:30')],
    '2026-11-23T09:00',
  ],
  [
    'a pause that still runs leaves no deadline',
    '2026-11-23T08:00',
    1,
    [pause('2026-11-23T08:30')],
    undefined,
  ],
  [
    'a pause over closing time, due at closing of the next day',
    '2026-11-23T16:00',
    9,
    [pause('2026-11-23T16:00', '2026-11-24T08:00')],
    '2026-11-24T17:00',
  ],
  [
    'nothing granted while a pause is on',
    '2026-11-23T09:00',
    0,
    [pause('2026-11-23T08:00', '2026-11-23T09:20')],
    '2026-11-23T09:20',
  ],
  [
    'nothing granted and a pause that begins right then',
    '2026-11-23T09:00',
    0,
    [pause('2026-11-23T09:00', '2026-11-23T09:20')],
    '2026-11-23T09:00',
  ],
]

for (const [what, reported, granted, pauses, due] of paused) {
  test(`${what}: ${due ?? 'no deadline'}`, () => {
    const found = deadline({
      start: warsaw(reported),
      workingSeconds: hours(granted),
      calendar: bakery,
      pauses,
    })
    assert.equal(found.at?.toString(), due && at(due))
    const again = deadline({
      start: warsaw(reported),
      workingSeconds: hours(granted),
      calendar: bakery,
      pauses: pauses.toReversed(),
    })
    assert.deepEqual(again.at?.toString(), found.at?.toString())
  })
}

test('what was used before a pause that still runs is known', () => {
  const found = deadline({
    start: warsaw('2026-11-23T08:00'),
    workingSeconds: hours(1),
    calendar: bakery,
    pauses: [pause('2026-11-23T08:25')],
  })
  assert.deepEqual([found.at, found.usedSeconds], [undefined, minutes(25)])
})

const told = ({ from, to, kind, why }: Stretch): string[] => {
  const clock = (instant: Temporal.Instant): string =>
    instant
      .toZonedDateTimeISO('Europe/Warsaw')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .slice(5)
  return [`${clock(from)} ${clock(to)}`, kind, ...(why ? [JSON.stringify(Object.values(why))] : [])]
}

//  what it shows        calendar, reported, hours, pauses                                 the explanation
const explanations: readonly (readonly [
  string,
  Parameters<typeof deadline>[0],
  readonly (readonly string[])[],
])[] = [
  [
    'the ticket of the pictures',
    {
      start: warsaw('2026-11-20T15:40'),
      workingSeconds: hours(4),
      calendar: bakery,
      pauses: [{ ...pause('2026-11-23T08:20', '2026-11-23T09:05'), reason: 'waitingForClient' }],
    },
    [
      ['11-20T15:40 11-20T17:00', 'counted'],
      ['11-20T17:00 11-21T00:00', 'closed', '["outside_hours"]'],
      ['11-21T00:00 11-23T00:00', 'closed', '["weekend"]'],
      ['11-23T00:00 11-23T08:00', 'closed', '["outside_hours"]'],
      ['11-23T08:00 11-23T08:20', 'counted'],
      ['11-23T08:20 11-23T09:05', 'paused', '["pause","waitingForClient"]'],
      ['11-23T09:05 11-23T11:25', 'counted'],
    ],
  ],
  [
    'Christmas',
    { start: warsaw('2026-12-23T15:00'), workingSeconds: hours(2), calendar: office },
    [
      ['12-23T15:00 12-23T16:00', 'counted'],
      ['12-23T16:00 12-24T00:00', 'closed', '["outside_hours"]'],
      ['12-24T00:00 12-25T00:00', 'closed', '["holiday","2026-12-24","christmas_eve"]'],
      ['12-25T00:00 12-26T00:00', 'closed', '["holiday","2026-12-25","christmas_day"]'],
      ['12-26T00:00 12-27T00:00', 'closed', '["holiday","2026-12-26","second_christmas_day"]'],
      ['12-27T00:00 12-28T00:00', 'closed', '["weekend"]'],
      ['12-28T00:00 12-28T08:00', 'closed', '["outside_hours"]'],
      ['12-28T08:00 12-28T09:00', 'counted'],
    ],
  ],
  [
    'an own closure and hours cut out',
    {
      start: warsaw('2026-11-24T15:30'),
      workingSeconds: hours(2),
      calendar: {
        ...office,
        closures: [{ date: '2026-11-25', name: 'inwentaryzacja' }],
        cuts: { '2026-11-26': [['08:30', '09:00']] },
        holidays: ['*-11-27'],
      },
    },
    [
      ['11-24T15:30 11-24T16:00', 'counted'],
      ['11-24T16:00 11-25T00:00', 'closed', '["outside_hours"]'],
      ['11-25T00:00 11-26T00:00', 'closed', '["closure","2026-11-25","inwentaryzacja"]'],
      ['11-26T00:00 11-26T08:00', 'closed', '["outside_hours"]'],
      ['11-26T08:00 11-26T08:30', 'counted'],
      ['11-26T08:30 11-26T09:00', 'closed', '["cut","2026-11-26"]'],
      ['11-26T09:00 11-26T10:00', 'counted'],
    ],
  ],
  [
    '24/7 is one stretch over midnight',
    { start: warsaw('2026-10-31T20:00'), workingSeconds: hours(48), calendar: always },
    [['10-31T20:00 11-02T20:00', 'counted']],
  ],
  [
    'a closed time is called closed also inside a pause',
    {
      start: warsaw('2026-11-23T15:00'),
      workingSeconds: hours(1),
      calendar: office,
      pauses: [pause('2026-11-23T15:30', '2026-11-24T08:30')],
    },
    [
      ['11-23T15:00 11-23T15:30', 'counted'],
      ['11-23T15:30 11-23T16:00', 'paused', '["pause",null]'],
      ['11-23T16:00 11-24T08:00', 'closed', '["outside_hours"]'],
      ['11-24T08:00 11-24T08:30', 'paused', '["pause",null]'],
      ['11-24T08:30 11-24T09:00', 'counted'],
    ],
  ],
]

for (const [what, question, expected] of explanations) {
  test(`the explanation of ${what}`, () => assert.deepEqual(deadline(question).stretches.map(told), expected))
}

//  what it shows                      calendar  from                to                  seconds
const spans: readonly (readonly [string, WorkCalendar, string, string, number])[] = [
  ['over the weekend', office, '2026-11-20T15:00', '2026-11-23T09:00', hours(2)],
  ['nothing outside hours', office, '2026-11-20T16:00', '2026-11-23T08:00', 0],
  ['backwards is nothing', office, '2026-11-23T12:00', '2026-11-23T10:00', 0],
  ['the 23-hour day', always, '2026-03-29T00:00', '2026-03-30T00:00', hours(23)],
  ['the 25-hour day', always, '2026-10-25T00:00', '2026-10-26T00:00', hours(25)],
  ['a year of office hours', office, '2026-01-01T00:00', '2027-01-01T00:00', hours(8 * 253)],
]

for (const [what, calendar, from, to, seconds] of spans) {
  test(`open time ${what}: ${seconds / 3600} h`, () => {
    assert.equal(elapsed({ from: warsaw(from), to: warsaw(to), calendar }), seconds)
  })
}

test('open time outside pauses', () => {
  const pauses = [pause('2026-11-23T09:00', '2026-11-23T10:00'), pause('2026-11-23T09:30')]
  const question = {
    from: warsaw('2026-11-23T08:00'),
    to: warsaw('2026-11-23T15:00'),
    calendar: office,
    pauses,
  }
  assert.equal(elapsed(question), hours(1))
})

//  what it shows                       calendar  at                  open   next opening        next closing
const moments: readonly (readonly [
  string,
  WorkCalendar,
  string,
  boolean,
  string | undefined,
  string | undefined,
])[] = [
  ['at opening', office, '2026-11-23T08:00', true, '2026-11-23T08:00', '2026-11-23T16:00'],
  ['just before closing', office, '2026-11-23T15:59:59', true, '2026-11-23T15:59:59', '2026-11-23T16:00'],
  ['at closing', office, '2026-11-23T16:00', false, '2026-11-24T08:00', '2026-11-24T16:00'],
  ['on Sunday', office, '2026-11-22T12:00', false, '2026-11-23T08:00', '2026-11-23T16:00'],
  ['in the break', withBreak, '2026-11-23T12:10', false, '2026-11-23T12:30', '2026-11-23T16:30'],
  ['at night in a shift', nights, '2026-11-24T03:00', true, '2026-11-24T03:00', '2026-11-24T06:00'],
  ['at 24/7', always, '2026-11-24T03:00', true, '2026-11-24T03:00', undefined],
  [
    'five days around the clock',
    { ...office, weekly: workdays(['00:00', '24:00']) },
    '2026-11-24T03:00',
    true,
    '2026-11-24T03:00',
    '2026-11-28T00:00',
  ],
  [
    'a calendar that never opens',
    { ...office, weekly: workdays() },
    '2026-11-24T03:00',
    false,
    undefined,
    undefined,
  ],
]

for (const [what, calendar, moment, open, opens, closes] of moments) {
  test(`${what}: ${open ? 'open' : 'closed'}, opens ${opens ?? 'never'}, closes ${closes ?? 'never'}`, () => {
    assert.equal(isOpen(calendar, warsaw(moment)), open)
    assert.equal(nextOpen(calendar, warsaw(moment))?.toString(), opens && at(opens))
    assert.equal(nextClose(calendar, warsaw(moment))?.toString(), closes && at(closes))
  })
}

//  what it shows                           before              hours  latest start
const backwards = [
  ['within the day', '2026-11-23T12:00', 3, '2026-11-23T09:00'],
  ['over the weekend', '2026-11-23T09:00', 3, '2026-11-20T14:00'],
  ['used up exactly at opening', '2026-11-23T16:00', 8, '2026-11-23T08:00'],
  ['nothing, outside hours', '2026-11-22T12:00', 0, '2026-11-20T16:00'],
  ['nothing, inside hours', '2026-11-23T12:00', 0, '2026-11-23T12:00'],
] as const

for (const [what, before, granted, start] of backwards) {
  test(`counted backward ${what}: ${granted} h before ${before} begin at ${start}`, () => {
    const found = deadlineBackward({
      start: warsaw(before),
      workingSeconds: hours(granted),
      calendar: office,
    })
    assert.equal(found.toString(), at(start))
  })
}

test('a deadline of forty hours is worked out in a fraction of a millisecond', () => {
  const start = warsaw('2026-11-20T15:40')
  const once = () => deadline({ start, workingSeconds: hours(40), calendar: office })
  for (let i = 0; i < 300; i += 1) once()
  const began = performance.now()
  for (let i = 0; i < 300; i += 1) once()
  assert.ok((performance.now() - began) / 300 < 2, 'a slow machine is allowed ten times the 0.2 ms we expect')
})

test('a week of night shifts, told day by day, is as long as its hours', () => {
  const week = { from: warsaw('2026-11-16T12:00'), to: warsaw('2026-11-23T12:00') }
  assert.equal(elapsed({ ...week, calendar: nights }), hours(7 * 8))
  assert.equal(
    elapsed({ ...week, calendar: { ...always, weekly: everyDay(['06:00', '22:00']) } }),
    hours(7 * 16),
  )
})
