import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askDeadline, type AskedDeadline } from '#engines/worktime/ask-deadline.ts'
import { always, at, office } from '#engines/worktime/testing.ts'
import { clockEn } from './clock.en.ts'
import { clockPl } from './clock.pl.ts'
import { daysOnTheWay, deadlineSentence, dueInWords } from './deadline-sentence.ts'
import type { Lang } from './words.ts'

function said(lang: Lang, asked: Partial<AskedDeadline>): string {
  const start = asked.start ?? at('2026-11-20T15:30')
  const found = askDeadline({ start, calendar: office, ...asked })
  assert.ok('answer' in found && found.answer.dueAt)
  const { dueAt, stretches } = found.answer
  const [what, holidays] = lang === 'pl' ? ['reakcja', clockPl.holidays] : ['reaction', clockEn.holidays]
  const reasons = { waits: lang === 'pl' ? 'czeka na klienta' : 'waits for the client' }
  const sentence = deadlineSentence(lang, {
    start,
    dueAt,
    stretches,
    zone: 'Europe/Warsaw',
    what,
    holidays,
    reasons,
  })
  return sentence.replaceAll('\u00a0', ' ')
}

//  what it shows               language  question                                          sentence
const cases: readonly (readonly [string, Lang, Partial<AskedDeadline>, string])[] = [
  [
    'over the weekend',
    'pl',
    { minutes: 240 },
    'Zgłoszenie w piątek 20.11 o 15:30 → reakcja do poniedziałku 23.11, 11:30, bo w piątek liczy się 30 min, sobota i niedziela są wolne, w poniedziałek liczy się 3 h 30 min.',
  ],
  [
    'over a holiday',
    'pl',
    { start: at('2026-11-10T15:00'), minutes: 120 },
    'Zgłoszenie we wtorek 10.11 o 15:00 → reakcja do czwartku 12.11, 9:00, bo we wtorek liczy się 1 h, w środę 11.11 jest Święto Niepodległości, w czwartek liczy się 1 h.',
  ],
  [
    'several days in a row are told together',
    'pl',
    { start: at('2026-11-23T08:00'), minutes: 24 * 60 },
    'Zgłoszenie w poniedziałek 23.11 o 8:00 → reakcja do środy 25.11, 16:00, bo od poniedziałku do środy liczy się 24 h.',
  ],
  [
    'with a pause',
    'pl',
    {
      start: at('2026-11-23T15:00'),
      minutes: 120,
      pauses: [{ from: at('2026-11-24T08:00'), to: at('2026-11-25T08:00'), reason: 'waits' }],
    },
    'Zgłoszenie w poniedziałek 23.11 o 15:00 → reakcja do środy 25.11, 9:00, bo w poniedziałek liczy się 1 h, we wtorek zegar stoi (czeka na klienta), w środę liczy się 1 h.',
  ],
  [
    'in English',
    'en',
    { minutes: 240 },
    'A report on Friday 20 Nov at 15:30 → reaction by Monday 23 Nov, 11:30, because 30 min count on Friday, Saturday and Sunday are outside hours, 3 h 30 min count on Monday.',
  ],
]

for (const [what, lang, asked, expected] of cases) {
  test(`${what} (${lang})`, () => assert.equal(said(lang, asked), expected))
}

test('the promise alone', () => {
  assert.equal(
    dueInWords('pl', at('2026-12-28T09:00'), 'Europe/Warsaw').replaceAll('\u00a0', ' '),
    'w poniedziałek 28.12 o 9:00',
  )
})

test('a day on which the clock changes keeps its twenty-five hours', () => {
  const found = askDeadline({ start: at('2026-10-24T12:00'), minutes: 3 * 1440, calendar: always })
  assert.ok('answer' in found)
  const days = daysOnTheWay(found.answer.stretches, 'Europe/Warsaw')
  assert.deepEqual(
    days.map(({ date, countedSeconds }) => [date, countedSeconds / 3600]),
    [
      ['2026-10-24', 12],
      ['2026-10-25', 25],
      ['2026-10-26', 24],
      ['2026-10-27', 11],
    ],
  )
})
