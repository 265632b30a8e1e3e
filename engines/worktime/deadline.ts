/**
 * Termin: the moment by which a contract obliges us to react or to finish, and the other
 * questions that are asked of working time.
 *
 * The contract grants working time (terms speak in minutes, the engine counts seconds). It
 * runs only while the calendar is open and no pause holds it, in real minutes. The deadline
 * is the first instant at which all of it has been used up: used up exactly at closing time
 * it stays there and does not slip to the next opening. Granted nothing, it is due at once
 * inside hours and at the next opening outside. A pause that begins at the deadline
 * changes nothing; while a pause has no end yet there is no deadline.
 */
import { must } from '../base/must.ts'
import type { WorkCalendar } from './day-plan.ts'
import { dayMs } from './days.ts'
import { shiftsAfter, shiftsBefore } from './shifts.ts'
import { countedMs, explained, walk, type PauseSpan, type Step, type StretchKind, type Why } from './walk.ts'

type Instant = Temporal.Instant

/** Without `to` the pause still runs. */
export type Pause = { from: Instant; to?: Instant; reason?: string }
export type Stretch = { from: Instant; to: Instant; kind: StretchKind; why?: Why }

export type Deadline = {
  /** Undefined while a pause without an end holds the clock. */
  at?: Instant
  usedSeconds: number
  /** From the start to the deadline, without gaps: the answer to "why then?". */
  stretches: Stretch[]
}

type Question = { calendar: WorkCalendar; pauses?: readonly Pause[] }

export function deadline(input: { start: Instant; workingSeconds: number } & Question): Deadline {
  must(Number.isInteger(input.workingSeconds), 'working seconds are whole')
  must(input.workingSeconds >= 0, 'a deadline never lies before its start')

  const found = deadlineMs({
    start: input.start.epochMilliseconds,
    grantedMs: input.workingSeconds * 1000,
    calendar: input.calendar,
    pauses: spansOf(input.pauses),
  })
  return {
    at: found.at === undefined ? undefined : instant(found.at),
    usedSeconds: Math.floor(found.usedMs / 1000),
    stretches: found.steps.map(({ from, to, ...step }) => ({
      from: instant(from),
      to: instant(to),
      ...step,
    })),
  }
}

/** What lies further ahead than a hundred years can never have been meant. */
export const horizonMs = 100 * 366 * dayMs

export type DeadlineMs = { at?: number; usedMs: number; steps: Step[] }

/** The same in milliseconds. */
export function deadlineMs(input: {
  start: number
  grantedMs: number
  calendar: WorkCalendar
  pauses: readonly PauseSpan[]
}): DeadlineMs {
  const { start, grantedMs, calendar, pauses } = input
  const steps: Step[] = []
  const done = (at?: number, usedMs = grantedMs): DeadlineMs => ({
    at,
    usedMs,
    steps: explained(calendar, steps),
  })
  let left = grantedMs

  for (const step of walk(calendar, start, pauses)) {
    if (step.kind === 'closed')
      must(
        step.to < Infinity && step.from - start < horizonMs,
        'the calendar opens often enough for what is promised',
      )
    // Nothing granted: what matters is the first open moment; a pause that begins right there changes nothing.
    if (left === 0 && step.kind === 'paused' && pauses.every((p) => p.from >= step.from || p.to <= step.from))
      return done(step.from)
    if (step.to === Infinity) return done(undefined, grantedMs - left)
    if (step.kind !== 'counted') {
      steps.push(step)
      continue
    }
    const to = Math.min(step.to, step.from + left)
    if (to > step.from) steps.push({ ...step, to })
    left -= to - step.from
    if (left === 0) return done(to)
  }
  throw new RangeError('A walk through time never ends by itself.')
}

/** The latest instant not after `start` with that much open time between it and `start`. */
export function deadlineBackward(input: {
  start: Instant
  workingSeconds: number
  calendar: WorkCalendar
}): Instant {
  const start = input.start.epochMilliseconds
  let left = input.workingSeconds * 1000
  for (const shift of shiftsBefore(input.calendar, start)) {
    const to = Math.min(shift.to, start)
    const from = Math.max(shift.from, to - left)
    left -= to - from
    if (left === 0) return instant(from)
  }
  throw new RangeError('The calendar was open too rarely for that much time.')
}

/** Open seconds outside pauses within [from, to); never negative. */
export function elapsed(input: { from: Instant; to: Instant } & Question): number {
  const span = { from: input.from.epochMilliseconds, to: input.to.epochMilliseconds }
  return Math.floor(countedMs(input.calendar, span, spansOf(input.pauses)) / 1000)
}

export function isOpen(calendar: WorkCalendar, at: Instant): boolean {
  return nextOpenMs(calendar, at.epochMilliseconds) === at.epochMilliseconds
}

/** The instant itself when it is open; undefined when the calendar never opens again. */
export function nextOpen(calendar: WorkCalendar, at: Instant): Instant | undefined {
  const ms = nextOpenMs(calendar, at.epochMilliseconds)
  return ms === undefined ? undefined : instant(ms)
}

/** The end of the open time that runs now or begins next; undefined when it never ends. */
export function nextClose(calendar: WorkCalendar, at: Instant): Instant | undefined {
  const ms = nextCloseMs(calendar, at.epochMilliseconds)
  return ms === undefined ? undefined : instant(ms)
}

export function nextOpenMs(calendar: WorkCalendar, ms: number): number | undefined {
  const [next] = shiftsAfter(calendar, ms).take(1)
  return next && Math.max(next.from, ms)
}

/** What has been open for so long is taken to be open for good. */
const alwaysOpenMs = 2 * 366 * dayMs

export function nextCloseMs(calendar: WorkCalendar, ms: number): number | undefined {
  let closes: number | undefined
  for (const { from, to } of shiftsAfter(calendar, ms)) {
    if (closes !== undefined && from > closes) return closes
    closes = to
    if (closes - ms > alwaysOpenMs) return undefined
  }
  return closes
}

function spansOf(pauses: readonly Pause[] = []): PauseSpan[] {
  return pauses.map(({ from, to, reason }) => {
    const span = { from: from.epochMilliseconds, to: to?.epochMilliseconds ?? Infinity, reason }
    must(span.from <= span.to, 'a pause does not end before it begins')
    return span
  })
}

const instant = (ms: number): Instant => Temporal.Instant.fromEpochMilliseconds(ms)
