import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askDeadline, type AskedDeadline } from './ask-deadline.ts'
import { at, office, nights } from './testing.ts'

const asked = (change: Partial<AskedDeadline>): AskedDeadline => ({
  start: at('2026-11-20T15:00'),
  minutes: 120,
  calendar: office,
  ...change,
})
const rarely = {
  ...office,
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [['08:00', '08:01']] },
} as unknown as NonNullable<AskedDeadline['calendar']>

//  what is asked                              question                                                     problem
const wrong: readonly (readonly [string, AskedDeadline, string])[] = [
  ['a day that does not exist', asked({ start: '2026-02-30T10:00:00Z' }), 'instant_invalid start'],
  ['a time without an offset', asked({ start: '2026-11-20T15:00:00' }), 'instant_invalid start'],
  ['no duration', asked({ minutes: undefined }), 'duration_missing minutes'],
  ['two durations', asked({ businessDays: 2 }), 'two_durations businessDays'],
  ['a negative duration', asked({ minutes: -1 }), 'duration_invalid minutes'],
  ['a fraction of a minute', asked({ minutes: 1.5 }), 'duration_invalid minutes'],
  ['a hundred years', asked({ minutes: 52_596_000 }), 'duration_absurd minutes'],
  ['a thousand weeks of one minute', asked({ minutes: 1_000, calendar: rarely }), 'duration_absurd minutes'],
  ['no calendar', asked({ calendar: undefined }), 'calendar_missing calendar'],
  [
    'a zone that does not exist',
    asked({ calendar: { ...office, timezone: 'Europe/Atlantis' } }),
    'zone_unknown calendar.timezone',
  ],
  [
    'overlapping windows',
    asked({
      calendar: {
        ...office,
        weekly: {
          ...office.weekly,
          mon: [
            ['08:00', '12:00'],
            ['11:00', '16:00'],
          ],
        },
      },
    }),
    'windows_overlap calendar.weekly.mon.1',
  ],
  [
    'a night shift into the next window',
    asked({ calendar: { ...nights, weekly: { ...nights.weekly, tue: [['05:00', '12:00']] } } }),
    'windows_overlap calendar.weekly.tue.0',
  ],
  [
    'a holiday that does not exist',
    asked({ calendar: { ...office, holidays: ['2026-02-29'] } }),
    'date_invalid calendar.holidays.0',
  ],
  [
    'a pause that ends before it begins',
    asked({ pauses: [{ from: at('2026-11-20T15:30'), to: at('2026-11-20T15:20') }] }),
    'pause_ends_before_it_begins pauses.0.to',
  ],
  ['a pause of no day', asked({ pauses: [{ from: 'jutro' }] }), 'instant_invalid pauses.0.from'],
]

for (const [what, question, expected] of wrong) {
  test(`no deadline is guessed for ${what}`, () => {
    const found = askDeadline(question)
    assert.ok('problems' in found)
    assert.equal(found.problems.map(({ code, path }) => `${code} ${path}`).join(', '), expected)
  })
}

//  what is asked                              question                                                     deadline
const right: readonly (readonly [string, AskedDeadline, string | undefined])[] = [
  ['two hours over the weekend', asked({}), at('2026-11-23T09:00')],
  ['two business days', asked({ minutes: undefined, businessDays: 2 }), at('2026-11-24T16:00')],
  [
    'with a pause',
    asked({ pauses: [{ from: at('2026-11-23T08:00'), to: at('2026-11-23T10:00') }] }),
    at('2026-11-23T11:00'),
  ],
  ['while a pause runs', asked({ pauses: [{ from: at('2026-11-20T15:30') }] }), undefined],
]

for (const [what, question, expected] of right) {
  test(`${what}: ${expected ?? 'no deadline yet'}`, () => {
    const found = askDeadline(question)
    assert.ok('answer' in found)
    assert.equal(found.answer.dueAt, expected)
  })
}
