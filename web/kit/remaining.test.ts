import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kitPl } from '#words/kit.pl.ts'
import { countdownView, type Countdown } from './remaining.ts'

const at = (text: string) => Date.parse(`2026-11-${text}+01:00`)
const way = { lang: 'pl', zone: 'Europe/Warsaw', words: kitPl.time } as const
const now = at('23T10:42:00')
/** Four hours, Friday 15:40 to Monday 11:25, with a pause from 8:20 to 9:05. */
const story = [
  { from: at('20T15:40:00'), to: at('20T17:00:00'), kind: 'counted' },
  { from: at('20T17:00:00'), to: at('23T08:00:00'), kind: 'closed' },
  { from: at('23T08:00:00'), to: at('23T08:20:00'), kind: 'counted' },
  { from: at('23T08:20:00'), to: at('23T09:05:00'), kind: 'paused' },
  { from: at('23T09:05:00'), to: at('23T11:25:00'), kind: 'counted' },
]
const today = (due: string, from = '23T08:00:00'): Countdown => ({
  dueAt: at(due),
  stretches: [{ from: at(from), to: at(due) }],
  afterDue: [{ from: at(due), to: at('25T17:00:00') }],
})

//  what                                   countdown                                               state      text
const cases: readonly (readonly [string, Countdown, string, string])[] = [
  ['a quarter of four hours left', { dueAt: at('23T11:25:00'), stretches: story }, 'watch', '43 min'],
  ['much time left today', today('23T16:00:00'), 'calm', '5 h 18 min'],
  ['a tenth left', today('23T10:58:00', '23T06:00:00'), 'urgent', '16 min'],
  ['less than a quarter of an hour left', today('23T10:51:00', '23T10:30:00'), 'urgent', '9 min'],
  ['the last seconds', today('23T10:43:45'), 'urgent', '1 min 45 s'],
  ['the very moment', today('23T10:42:00'), 'urgent', '0 s'],
  ['past the deadline', today('23T10:30:00'), 'overdue', '12 min po terminie'],
  [
    'due on another day',
    {
      dueAt: at('24T10:30:00'),
      stretches: [
        { from: at('23T10:00:00'), to: at('23T17:00:00') },
        { from: at('24T08:00:00'), to: at('24T10:30:00') },
      ],
    },
    'calm',
    'wt. 24.11, 10:30',
  ],
  [
    'promised in working days',
    { ...today('25T17:00:00', '23T08:00:00'), workingDaysLeft: 2 },
    'calm',
    '2 dni rob.',
  ],
  [
    'past the deadline, of which the night does not count',
    {
      state: 'breached_running',
      dueAt: at('20T16:50:00'),
      overSeconds: 600,
      afterDue: [{ from: at('23T08:00:00'), to: at('23T17:00:00') }],
    },
    'overdue',
    '2 h 52 min po terminie',
  ],
  ['a pause without an end', {}, 'paused', 'wstrzymane'],
  ['cancelled', { state: 'void' }, 'calm', '–'],
  [
    'waiting for the client',
    { state: 'paused', pausedWords: 'czeka na klienta' },
    'paused',
    'czeka na klienta',
  ],
  ['kept', { state: 'met', usedSeconds: 18 * 60 }, 'met', 'w 18 min'],
  ['kept too late', { state: 'missed', overSeconds: 240 }, 'overdue', '4 min po terminie'],
]

for (const [what, countdown, state, text] of cases) {
  test(`${what}: ${state}, "${text}"`, () => {
    const view = countdownView(countdown, now, way)
    assert.deepEqual([view.state, view.text.replaceAll('\u00a0', ' ')], [state, text])
  })
}

test('the ring shows the elapsed share of the open time, not of the wall clock', () => {
  const view = countdownView({ dueAt: at('23T11:25:00'), stretches: story }, now, way)
  assert.equal(Math.round(view.elapsedShare * 240), 197)
})

test('seconds are shown only below two minutes', () => {
  assert.deepEqual(
    [
      countdownView(today('23T10:44:00'), now, way).everySecond,
      countdownView(today('23T10:43:59'), now, way).everySecond,
    ],
    [false, true],
  )
})
