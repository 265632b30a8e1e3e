import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPageClock } from './clock.ts'

/** Time that moves when told; due timers fire on the way. */
function handMovedTime(startMs: number) {
  let now = startMs
  let waiting: { at: number; work: () => void } | undefined
  return {
    timers: {
      now: () => now,
      set: (work: () => void, ms: number) => (waiting = { at: now + ms, work }),
      clear: () => (waiting = undefined),
    },
    waits: () => waiting !== undefined,
    pass(ms: number) {
      const end = now + ms
      while (waiting && waiting.at <= end) {
        const { at, work } = waiting
        waiting = undefined
        now = at
        work()
      }
      now = end
    },
  }
}

test('a list of deadlines wakes once a minute', () => {
  const time = handMovedTime(30_000)
  const clock = createPageClock(time.timers)
  let woken = 0
  clock.subscribe('minute', () => woken++)
  time.pass(10 * 60_000)
  assert.equal(woken, 10)
})

test('seconds are counted only while somebody shows them', () => {
  const time = handMovedTime(0)
  const clock = createPageClock(time.timers)
  let seconds = 0
  let minutes = 0
  clock.subscribe('minute', () => minutes++)
  const stop = clock.subscribe('second', () => seconds++)
  time.pass(60_500)
  stop()
  time.pass(60_000)
  assert.deepEqual([seconds, minutes], [60, 2])
})

test('nobody watching means no timer', () => {
  const time = handMovedTime(0)
  const clock = createPageClock(time.timers)
  clock.subscribe('minute', () => {})()
  assert.equal(time.waits(), false)
})

test('the page follows the time of the server', () => {
  const time = handMovedTime(1_000)
  const clock = createPageClock(time.timers)
  let woken = 0
  clock.subscribe('minute', () => woken++)
  clock.follow({ nowMs: 3_600_000 })
  time.pass(500)
  assert.deepEqual([clock.nowMs(), woken], [3_600_500, 1])
})

test('a clock moved by hand stands still until the next move', () => {
  const time = handMovedTime(0)
  const clock = createPageClock(time.timers)
  clock.subscribe('minute', () => {})
  clock.follow({ nowMs: 5_000_000, standsStill: true })
  time.pass(3_600_000)
  assert.deepEqual([clock.nowMs(), time.waits()], [5_000_000, false])
})
