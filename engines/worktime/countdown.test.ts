import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clocksOf } from './clocks.ts'
import { countdownOf, remainingNow, timeStateOf } from './countdown.ts'
import { at, bakery } from './testing.ts'
import type { TicketEvent } from './ticket-log.ts'

const resolution = (log: TicketEvent[], now: string) => {
  const { clocks } = clocksOf({
    terms: {
      levels: [
        {
          priority: '*',
          targets: [
            { target: 'resolution', granted: { minutes: 240 }, calendar: bakery, calendarKey: 'bakery' },
          ],
        },
      ],
      pauseReasons: [{ key: 'waitingForClient', stops: ['resolution'] }],
      onPriorityChange: 'fromReport',
      onReopen: 'continue',
      gateClock: 'fromReport',
    },
    log,
    now,
  })
  return clocks[0]!
}
const reported = (time: string): TicketEvent => ({ kind: 'reported', priority: 'normal', at: at(time) })

//  what it shows                         now                  state      minutes left  minutes over
const moments = [
  ['at the report', '2026-11-20T15:40', 'calm', 240, 0],
  ['over the weekend it stands still', '2026-11-21T12:00', 'calm', 160, 0],
  ['a quarter left', '2026-11-23T09:40', 'watch', 60, 0],
  ['just more than a quarter', '2026-11-23T09:39', 'calm', 61, 0],
  ['a tenth left', '2026-11-23T10:16', 'urgent', 24, 0],
  ['at the deadline', '2026-11-23T10:40', 'urgent', 0, 0],
  ['past the deadline', '2026-11-23T10:49', 'overdue', 0, 9],
  ['past it, over night', '2026-11-24T08:09', 'overdue', 0, 6 * 60 + 29],
] as const

for (const [what, now, state, left, over] of moments) {
  test(`${what}: ${state}`, () => {
    const found = countdownOf(resolution([reported('2026-11-20T15:40')], at('2026-11-20T15:45')), at(now))
    assert.deepEqual([found.state, found.remainingSeconds, found.overSeconds], [state, left * 60, over * 60])
  })
}

test('a clock that was late when it was sent goes on being late in open time', () => {
  const sent = resolution([reported('2026-11-20T09:00')], at('2026-11-21T12:00'))
  assert.equal(countdownOf(sent, at('2026-11-23T08:10')).overSeconds, (4 * 60 + 10) * 60)
})

test('less than a quarter of an hour is urgent, however little was granted', () => {
  assert.equal(timeStateOf({ remainingSeconds: 899, remainingShare: 0.9, overSeconds: 0 }), 'urgent')
})

//  what it shows    what happened then                                   state
const still = [
  ['waiting', { kind: 'paused', reason: 'waitingForClient' }, 'paused'],
  ['resolved in time', { kind: 'resolved' }, 'met'],
  ['cancelled', { kind: 'cancelled' }, 'void'],
] as const

for (const [what, happened, state] of still) {
  test(`${what} counts no longer: ${state}`, () => {
    const sent = resolution(
      [reported('2026-11-20T15:40'), { ...happened, at: at('2026-11-20T16:00') }],
      at('2026-11-20T16:00'),
    )
    assert.equal(countdownOf(sent, at('2026-11-23T12:00')).state, state)
  })
}

test('resolved too late stays overdue by what it was late', () => {
  const sent = resolution(
    [reported('2026-11-20T09:00'), { kind: 'resolved', at: at('2026-11-20T14:00') }],
    at('2026-11-20T14:00'),
  )
  assert.deepEqual(countdownOf(sent, at('2026-11-23T12:00')), { state: 'overdue', overSeconds: 3600 })
})

test('being late is never counted on the wall clock', () => {
  const left = remainingNow({ stretches: [{ from: 0, to: 60_000 }], dueAt: 60_000, now: 90_000 })
  assert.deepEqual(left, { remainingSeconds: 0, remainingShare: 0, overSeconds: 0 })
})

test('at any later moment the screen counts as the server does', () => {
  const start = Temporal.Instant.from(at('2026-11-20T15:40'))
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * 1440 }),
      fc.integer({ min: 0, max: 1440 }),
      (sentAfter, shownAfter) => {
        const sentAt = start.add({ minutes: sentAfter })
        const shownAt = sentAt.add({ minutes: shownAfter }).toString()
        const log = [reported('2026-11-20T15:40')]
        const shown = countdownOf(resolution(log, sentAt.toString()), shownAt)
        const asked = resolution(log, shownAt)
        assert.deepEqual(
          [shown.remainingSeconds, shown.overSeconds],
          [asked.remainingSeconds, asked.overSeconds],
        )
      },
    ),
    { numRuns: 300 },
  )
})
