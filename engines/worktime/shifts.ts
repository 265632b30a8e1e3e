/**
 * Shifts: when a calendar is really open, as instants, one after the other without end.
 *
 * Windows are half-open and wall-clock: an instant is open when the wall clock of its
 * moment lies in a window. So real minutes count on the days when the clocks change: a
 * repeated hour inside a window counts twice, a skipped one does not exist. Shifts never
 * overlap; those that touch (midnight of a 24/7 week) follow each other without a gap.
 */
import { cutsOn, planOf, type WallSpan, type WorkCalendar } from './day-plan.ts'
import { dayMs, isoDate } from './days.ts'
import { periodsBetween, type Period } from './zone.ts'

/** Instants in milliseconds since 1970; `day` is the date on which the shift started. */
export type Shift = { from: number; to: number; day: number }

/** A calendar that stays closed for longer than this is taken never to open again. */
const patienceMonths = 120

/** The open time is worked out month by month and kept per calendar object. */
const kept = new WeakMap<WorkCalendar, Map<number, readonly Shift[]>>()

/** Open time from an instant on: `opensAt` of the first shift may lie before it. */
export function* shiftsFrom(
  calendar: WorkCalendar,
  instant: Temporal.Instant,
): Generator<{ opensAt: Temporal.Instant; closesAt: Temporal.Instant; on: string }> {
  for (const { from, to, day } of shiftsAfter(calendar, instant.epochMilliseconds)) {
    yield {
      opensAt: Temporal.Instant.fromEpochMilliseconds(from),
      closesAt: Temporal.Instant.fromEpochMilliseconds(to),
      on: isoDate(day),
    }
  }
}

/** The same in milliseconds: every shift that ends after `ms`, in order. */
export function* shiftsAfter(calendar: WorkCalendar, ms: number): Generator<Shift> {
  let last: Shift | undefined
  // A shift may have begun in the month before.
  for (let month = monthOf(ms - 2 * dayMs), idle = 0; idle < patienceMonths; month += 1, idle += 1) {
    for (const shift of monthOfShifts(calendar, month)) {
      if (shift.to <= ms) {
        // A shift over the end of a month is kept in two parts: remember the first.
        last = shift
        continue
      }
      if (last && continues(last, shift)) last = { ...last, to: shift.to }
      else {
        if (last && last.to > ms) yield last
        last = shift
      }
      idle = 0
    }
  }
  if (last && last.to > ms) yield last
}

/** Every shift that begins before `ms`, the latest first. */
export function* shiftsBefore(calendar: WorkCalendar, ms: number): Generator<Shift> {
  let last: Shift | undefined
  for (let month = monthOf(ms), idle = 0; idle < patienceMonths; month -= 1, idle += 1) {
    for (const shift of monthOfShifts(calendar, month).toReversed()) {
      if (shift.from >= ms) continue
      if (last && continues(shift, last)) last = { ...shift, to: last.to }
      else {
        if (last) yield last
        last = shift
      }
      idle = 0
    }
  }
  if (last) yield last
}

const continues = (earlier: Shift, later: Shift): boolean =>
  earlier.to === later.from && earlier.day === later.day

function monthOf(ms: number): number {
  const date = new Date(ms)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function monthOfShifts(calendar: WorkCalendar, month: number): readonly Shift[] {
  let months = kept.get(calendar)
  if (!months) kept.set(calendar, (months = new Map()))
  let shifts = months.get(month)
  if (!shifts) months.set(month, (shifts = workOut(calendar, monthStart(month), monthStart(month + 1))))
  return shifts
}

function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12)
}

/** The open time within [from, to), exactly: windows of the days around it, met with the offsets of the zone. */
function workOut(calendar: WorkCalendar, from: number, to: number): Shift[] {
  const periods = periodsBetween(calendar.timezone, from, to)
  const found: Shift[] = []
  // A window may begin two dates before the instant at which its tail is met: over midnight, and in a zone ahead.
  for (let day = Math.floor(from / dayMs) - 2; day <= Math.ceil(to / dayMs) + 1; day += 1) {
    for (const span of openSpans(calendar, day)) found.push(...realTime(span, day, periods, from, to))
  }
  return joined(found.sort((a, b) => a.from - b.from))
}

function realTime(span: WallSpan, day: number, periods: Period[], earliest: number, latest: number): Shift[] {
  return periods
    .map(({ from, to, offset }) => ({
      from: Math.max(span.from - offset, from, earliest),
      to: Math.min(span.to - offset, to, latest),
      day,
    }))
    .filter((shift) => shift.from < shift.to)
}

function openSpans(calendar: WorkCalendar, day: number): readonly WallSpan[] {
  const { spans } = planOf(calendar, day)
  if (!calendar.cuts) return spans
  const cuts = [day - 1, day, day + 1].flatMap((d) => cutsOn(calendar, d))
  return cuts.reduce(without, spans)
}

function without(spans: readonly WallSpan[], cut: WallSpan): readonly WallSpan[] {
  return spans
    .flatMap((span) => [
      { from: span.from, to: Math.min(span.to, cut.from) },
      { from: Math.max(span.from, cut.to), to: span.to },
    ])
    .filter(({ from, to }) => from < to)
}

/** One after the other: what two windows share belongs to the earlier, and the parts of one shift are one. */
function joined(shifts: Shift[]): Shift[] {
  const result: Shift[] = []
  for (const shift of shifts) {
    const last = result.at(-1)
    const from = Math.max(shift.from, last?.to ?? -Infinity)
    if (from >= shift.to) continue
    if (last && continues(last, { ...shift, from })) last.to = shift.to
    else result.push({ ...shift, from })
  }
  return result
}
