/** The clock against a bitmap: every minute of a fortnight around a change of the clock, asked one by one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Week, Window, WorkCalendar } from './calendar.ts'
import { deadline, deadlineBackward, elapsed } from './deadline.ts'

const minute = 60_000
const day = 1440

/** A zone around one change of its clock: the offsets before and after, in minutes. */
const changes = [
  { zone: 'Europe/Warsaw', changesAt: Date.UTC(2026, 2, 29, 1), before: 60, after: 120 },
  { zone: 'Europe/Warsaw', changesAt: Date.UTC(2026, 9, 25, 1), before: 120, after: 60 },
  { zone: 'America/New_York', changesAt: Date.UTC(2026, 2, 8, 7), before: -300, after: -240 },
  { zone: 'America/New_York', changesAt: Date.UTC(2026, 10, 1, 6), before: -240, after: -300 },
] as const
type Change = (typeof changes)[number]

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const clock = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`

/** Windows of a day as minutes: apart from each other, the last one perhaps over midnight. */
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 143 }), { maxLength: 4 })
  .map((tens) => tens.sort((a, b) => a - b).map((ten) => ten * 10))
  .chain((edges) => fc.boolean().map((overNight) => pairs(edges, overNight)))

function pairs(edges: number[], overNight: boolean): [number, number][] {
  if (edges.length % 2 === 1)
    return edges.length === 1 && overNight ? [[edges[0]!, edges[0]!]] : pairs(edges.slice(1), overNight)
  const found = edges.flatMap((edge, i): [number, number][] => (i % 2 === 0 ? [[edge, edges[i + 1]!]] : []))
  const [first] = found
  return found.length === 1 && overNight ? [[first![1], first![0]]] : found
}

const calendars = fc.record({
  change: fc.constantFrom(...changes),
  week: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
  holidays: fc.uniqueArray(fc.integer({ min: -7, max: 14 }), { maxLength: 3 }),
})
type Made = { change: Change; week: [number, number][][]; holidays: number[] }

const dayNumber = (ms: number): number => Math.floor(ms / (day * minute))

function calendarOf({ change, week, holidays }: Made): WorkCalendar {
  const written = (times: [number, number][]): Window[] =>
    times.map(([open, close]) => [clock(open), clock(close)])
  return {
    timezone: change.zone,
    publicHolidays: 'none',
    weekly: Object.fromEntries(weekdays.map((name, i) => [name, written(week[i]!)])) as Week,
    holidays: holidays.map((d) => new Date(change.changesAt + d * day * minute).toISOString().slice(0, 10)),
  }
}

/** Whether the minute that begins at `ms` is open, by the wall clock alone. */
function isOpenMinute({ change, week, holidays }: Made, ms: number): boolean {
  const wall = ms / minute + (ms < change.changesAt ? change.before : change.after)
  const today = Math.floor(wall / day)
  const time = wall - today * day
  const starts = (date: number): [number, number][] =>
    holidays.some((d) => dayNumber(change.changesAt) + d === date) ? [] : week[(((date + 3) % 7) + 7) % 7]!
  const ends = ([open, close]: [number, number]): number => (close <= open ? close + day : close)
  return (
    starts(today).some((w) => w[0] <= time && time < ends(w)) ||
    starts(today - 1).some((w) => w[0] <= time + day && time + day < ends(w))
  )
}

const around = fc.integer({ min: -4 * day, max: 4 * day })
const pauseList = fc.array(fc.tuple(around, fc.integer({ min: 0, max: 2 * day })), { maxLength: 3 })
const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)
const horizon = 10 * day

const question = fc.record({
  made: calendars,
  start: around,
  granted: fc.integer({ min: 1, max: 2000 }),
  pauses: pauseList,
})

test('a deadline is the minute at which the minutes one by one are used up', () => {
  const compared = { deadlines: 0 }
  fc.assert(
    fc.property(question, ({ made, start, granted, pauses }) => {
      const from = made.change.changesAt + start * minute
      const spans = pauses.map(([at, length]) => ({
        from: made.change.changesAt + at * minute,
        to: made.change.changesAt + (at + length) * minute,
      }))
      const isCounted = (ms: number): boolean =>
        isOpenMinute(made, ms) && !spans.some((p) => p.from <= ms && ms < p.to)
      let left = granted
      let ms = from
      for (; left > 0 && ms < from + horizon * minute; ms += minute) if (isCounted(ms)) left -= 1
      if (left > 0) return
      compared.deadlines += 1
      const calendar = calendarOf(made)
      const asked = { calendar, pauses: spans.map((p) => ({ from: instant(p.from), to: instant(p.to) })) }
      const found = deadline({ start: instant(from), workingSeconds: granted * 60, ...asked })
      assert.equal(found.at?.epochMilliseconds, ms)
      assert.equal(elapsed({ from: instant(from), to: instant(ms), ...asked }), granted * 60)
    }),
    { numRuns: 400 },
  )
  assert.ok(compared.deadlines > 100, `compared only ${compared.deadlines} deadlines`)
})

test('the explanation runs from the start to the deadline without a gap, and what is counted adds up', () => {
  fc.assert(
    fc.property(question, ({ made, start, granted, pauses }) => {
      const calendar = calendarOf(made)
      fc.pre(Object.values(calendar.weekly).some((list) => list.length > 0))
      const from = instant(made.change.changesAt + start * minute)
      const asked = pauses.map(([at, length]) => ({
        from: instant(made.change.changesAt + at * minute),
        to: instant(made.change.changesAt + (at + length) * minute),
      }))
      const { at, stretches } = deadline({
        start: from,
        workingSeconds: granted * 60,
        calendar,
        pauses: asked,
      })
      const ms = stretches.map((s) => [s.from.epochMilliseconds, s.to.epochMilliseconds] as const)
      assert.equal(ms[0]?.[0], from.epochMilliseconds)
      assert.equal(ms.at(-1)?.[1], at?.epochMilliseconds)
      for (const [i, [a, b]] of ms.entries()) {
        assert.ok(a < b)
        if (i > 0) assert.equal(a, ms[i - 1]![1])
      }
      const counted = stretches.filter(({ kind }) => kind === 'counted')
      assert.equal(
        counted.reduce((sum, s) => sum + s.to.epochMilliseconds - s.from.epochMilliseconds, 0),
        granted * minute,
      )
      assert.ok(stretches.every(({ kind, why }) => (kind === 'counted') === (why === undefined)))
    }),
    { numRuns: 300 },
  )
})

test('counted backward, the same open time lies between', () => {
  fc.assert(
    fc.property(calendars, around, fc.integer({ min: 1, max: 2000 }), (made, end, granted) => {
      const to = made.change.changesAt + end * minute
      let left = granted
      let ms = to
      for (; left > 0 && ms > to - horizon * minute; ms -= minute)
        if (isOpenMinute(made, ms - minute)) left -= 1
      if (left > 0) return
      const calendar = calendarOf(made)
      const found = deadlineBackward({ start: instant(to), workingSeconds: granted * 60, calendar })
      assert.equal(found.epochMilliseconds, ms)
    }),
    { numRuns: 200 },
  )
})
