/**
 * The fast twin of the clock: the same answers as the readable reference in `deadline.ts` and
 * `business-days.ts`, read off running sums of open time instead of a walk. For lists,
 * verdicts of whole years and re-timing; the explanation is asked of the reference when
 * somebody wants to see it. Instants are milliseconds since 1970.
 *
 * A deadline is the instant by which as much open time has passed as had passed at the start,
 * plus what is granted, plus the open time inside the pauses that begin before it.
 */
import { must } from '../base/must.ts'
import { endOfBusinessDayMs } from './business-days.ts'
import type { WorkCalendar } from './day-plan.ts'
import { dayMs } from './days.ts'
import { horizonMs, nextOpenMs } from './deadline.ts'
import type { Arithmetic } from './judge.ts'
import { closingAt, indexFor, instantAfter, openBefore, shiftAt, type OpenIndex } from './open-index.ts'
import { onceEach, type PauseSpan, type Span } from './walk.ts'

export const fast: Arithmetic = { deadline, counted, endOfBusinessDay, nextOpen }

/** Undefined while a pause without end holds the clock. */
export function deadline(
  calendar: WorkCalendar,
  start: number,
  grantedMs: number,
  pauses: readonly PauseSpan[],
): number | undefined {
  const apart = isApart(pauses) ? pauses : onceEach(pauses)
  for (
    let index = indexFor(calendar, start, start);
    ;
    index = indexFor(calendar, start, index.endDay * dayMs)
  ) {
    const due = grantedMs === 0 ? firstOpen(index, start, pauses) : dueWithin(index, start, grantedMs, apart)
    if (!Number.isNaN(due)) return due === Infinity ? undefined : due
    must(index.endDay * dayMs - start < horizonMs, 'the calendar opens often enough for what is promised')
  }
}

/** Infinity: held by a pause without end. NaN: beyond the span of the index. */
function dueWithin(index: OpenIndex, start: number, grantedMs: number, pauses: readonly PauseSpan[]): number {
  const end = index.endDay * dayMs
  let open = openBefore(index, start) + grantedMs
  let due = instantAfter(index, open)
  for (let i = 0; i < pauses.length; i += 1) {
    const { from, to } = pauses[i]!
    // They are in order: when one begins at the deadline or later, so do those that follow.
    if (from >= due) return due
    if (to <= start || to <= from) continue
    if (to === Infinity && from < end) return Infinity
    if (to >= end) return NaN
    open += openBefore(index, to) - openBefore(index, from > start ? from : start)
    due = instantAfter(index, open)
  }
  return due
}

/** Granted nothing it is due at the first open instant; a pause that begins right there changes nothing. */
function firstOpen(index: OpenIndex, start: number, pauses: readonly PauseSpan[]): number {
  const end = index.endDay * dayMs
  for (let at = openFrom(index, start); ;) {
    const pause = pauses.find(({ from, to }) => from < at && at < to)
    if (!pause || Number.isNaN(at)) return at
    if (pause.to === Infinity) return Infinity
    at = pause.to < end ? openFrom(index, pause.to) : NaN
  }
}

function openFrom(index: OpenIndex, ms: number): number {
  const from = index.from[shiftAt(index, ms)]
  return from === undefined ? NaN : Math.max(from, ms)
}

/** Open milliseconds outside pauses within a span; 0 when it is none. */
export function counted(calendar: WorkCalendar, { from, to }: Span, pauses: readonly PauseSpan[]): number {
  if (to <= from) return 0
  const index = indexFor(calendar, from, to)
  let open = openBefore(index, to) - openBefore(index, from)
  for (const pause of isApart(pauses) ? pauses : onceEach(pauses)) {
    const [begin, end] = [Math.max(pause.from, from), Math.min(pause.to, to)]
    if (begin < end) open -= openBefore(index, end) - openBefore(index, begin)
  }
  return open
}

export function endOfBusinessDay(calendar: WorkCalendar, start: number, days: number): number {
  const index = indexFor(calendar, start, start)
  const shift = shiftAt(index, start)
  // Further than the index reaches, the reference answers: that is rare.
  if (shift >= index.day.length) return endOfBusinessDayMs(calendar, start, days)
  const place = index.businessDaysBefore[index.day[shift]! - index.firstDay]! + days
  return place < index.businessDays.length
    ? closingAt(index, place)
    : endOfBusinessDayMs(calendar, start, days)
}

export function nextOpen(calendar: WorkCalendar, ms: number): number | undefined {
  const index = indexFor(calendar, ms, ms)
  const at = openFrom(index, ms)
  return Number.isNaN(at) ? nextOpenMs(calendar, ms) : at
}

/** In order and without overlap, as logs have them. */
function isApart(pauses: readonly PauseSpan[]): boolean {
  for (let i = 1; i < pauses.length; i += 1) if (pauses[i]!.from < pauses[i - 1]!.to) return false
  return true
}
