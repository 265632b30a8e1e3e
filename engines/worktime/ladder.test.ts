/** The escalation ladder: what sounds when, once each, and what a change passes over. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Clock } from './clocks.ts'
import {
  isReached,
  ladderOf,
  noteDelivered,
  passOver,
  pendingOf,
  runsRoundTheClock,
  type Rung,
} from './ladder.ts'
import { at } from './testing.ts'

const rungs: Rung[] = [{ share: 50 }, { share: 90 }, { share: 100 }, { overMinutes: 60 }]

/** Four hours from Friday 15:40, calendar 8–17: due on Monday 10:40. */
const clock = (change: Partial<Clock> = {}): Clock => ({
  target: 'reaction',
  state: 'running',
  startedAt: at('2026-11-20T15:40'),
  dueAt: at('2026-11-23T10:40'),
  grantedSeconds: 4 * 3600,
  usedSeconds: 0,
  usedShare: 0,
  remainingSeconds: 4 * 3600,
  overSeconds: 0,
  stretches: [
    { from: at('2026-11-20T15:40'), to: at('2026-11-20T17:00'), kind: 'counted' },
    { from: at('2026-11-20T17:00'), to: at('2026-11-23T08:00'), kind: 'closed' },
    { from: at('2026-11-23T08:00'), to: at('2026-11-23T10:40'), kind: 'counted' },
  ],
  afterDue: [
    { from: at('2026-11-23T10:40'), to: at('2026-11-23T17:00') },
    { from: at('2026-11-24T08:00'), to: at('2026-11-24T17:00') },
  ],
  matchedRow: { priority: 'normal', granted: { minutes: 240 } } as Clock['matchedRow'],
  ...change,
})
const told = (alarms: { rung: string; at: string }[]): string[] =>
  alarms.map((alarm) => `${alarm.rung} ${alarm.at}`)
const ladder = (change: Partial<Clock>, now = '2026-11-20T15:40', over = rungs) =>
  ladderOf([clock(change)], over, at(now))

test('warnings stand at shares of the open time, the breach at the deadline, escalation in open time after it', () =>
  assert.deepEqual(told(ladder({})), [
    `50 ${at('2026-11-23T08:40')}`,
    `90 ${at('2026-11-23T10:16')}`,
    `100 ${at('2026-11-23T10:40')}`,
    `+60 ${at('2026-11-23T11:40')}`,
  ]))

//  what it shows, the clock, alarms
const silent: [string, Partial<Clock>][] = [
  ['a met clock', { state: 'met' }],
  ['a void one', { state: 'void' }],
  ['a paused one', { state: 'paused', dueAt: undefined }],
]
for (const [what, change] of silent)
  test(`${what} calls for nothing`, () => assert.deepEqual(ladder(change), []))

test('a breached clock that is paused does not escalate', () =>
  assert.ok(
    !told(ladder({ state: 'breached_running', pausedBecause: 'partsOrdered' })).some((t) =>
      t.startsWith('+'),
    ),
  ))

test('escalation beyond the known hours is looked at again at their end', () => {
  const far = ladder({}, '2026-11-20T15:40', [{ share: 100 }, { overMinutes: 24 * 60 }])
  assert.deepEqual(told(far).at(-1), `+1440 ${at('2026-11-24T17:00')}`)
  assert.equal(isReached(far.at(-1)!, clock({ overSeconds: 15 * 3600 })), false)
  assert.equal(isReached(far.at(-1)!, clock({ overSeconds: 24 * 3600 })), true)
})

test('what was delivered is not pending, also after a pause that moved the deadline', () => {
  const first = ladder({})
  const delivered = noteDelivered({}, first[0]!)
  assert.deepEqual(
    pendingOf(first, delivered).map((one) => one.rung),
    ['90', '100', '+60'],
  )
  const later = clock({ dueAt: at('2026-11-23T11:10') })
  later.stretches[2] = { from: at('2026-11-23T08:00'), to: at('2026-11-23T11:10'), kind: 'counted' }
  assert.deepEqual(
    pendingOf(ladderOf([later], rungs, at('2026-11-23T09:00')), delivered).map((one) => one.rung),
    ['90', '100', '+60'],
  )
})

test('records that name the deadline are understood', () =>
  assert.deepEqual(
    pendingOf(ladder({}), { 'reaction:50': at('2026-11-23T10:40') }).map((one) => one.rung),
    ['90', '100', '+60'],
  ))

test('a change that puts several into the past leaves the strongest', () => {
  const delivered = passOver(ladder({}), {}, [], at('2026-11-23T10:45'))
  assert.deepEqual(
    pendingOf(ladder({}), delivered).map((one) => one.rung),
    ['100', '+60'],
  )
})

test('what fell due while nobody looked stays, each', () => {
  const delivered = passOver(ladder({}), {}, ladder({}), at('2026-11-23T10:45'))
  assert.deepEqual(delivered, {})
})

const open = (...spans: [string, string][]) => spans.map(([from, to]) => ({ from: at(from), to: at(to) }))
const hours: [string, ReturnType<typeof open>, boolean][] = [
  ['24/7', open(['2026-11-23T22:00', '2026-11-24T00:00'], ['2026-11-24T00:00', '2026-11-25T00:00']), true],
  [
    'a working day and the next',
    open(['2026-11-23T10:40', '2026-11-23T17:00'], ['2026-11-24T08:00', '2026-11-24T17:00']),
    false,
  ],
  [
    'two windows that touch',
    open(['2026-11-23T08:00', '2026-11-23T12:00'], ['2026-11-23T12:00', '2026-11-23T16:00']),
    false,
  ],
  ['never', [], false],
]
for (const [what, afterDue, expected] of hours)
  test(`round the clock: ${what}`, () => assert.equal(runsRoundTheClock({ afterDue }), expected))
