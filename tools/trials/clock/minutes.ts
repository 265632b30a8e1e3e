/**
 * Open time counted minute by minute, by nothing but the wall clock: the measure against which
 * the clock engine is held. It shares no code with the engine. When the clocks of a zone
 * change is written down here as the rule by which its law changes them, not asked of the
 * platform.
 */
import type { WorkCalendar } from '#engines/worktime/calendar.ts'

export const minuteMs = 60_000
const dayMinutes = 1440
const dayMs = dayMinutes * minuteMs

/** The instants of a year at which a zone changes its clock, and its offsets in minutes. */
export type ZoneRule = {
  zone: string
  standard: number
  summer: number
  changes: (year: number) => [toSummer: number, toStandard: number]
}

/** The n-th Sunday of a month; 0 is the last. */
function sunday(year: number, month: number, nth: number): number {
  const first = nth === 0 ? Date.UTC(year, month, 1) - 7 * dayMs : Date.UTC(year, month - 1, 1)
  const weekday = new Date(first).getUTCDay()
  return first + ((7 - weekday) % 7) * dayMs + Math.max(0, nth - 1) * 7 * dayMs
}

export const zoneRules: readonly ZoneRule[] = [
  {
    // The union: last Sundays of March and October, 01:00 UTC.
    zone: 'Europe/Warsaw',
    standard: 60,
    summer: 120,
    changes: (year) => [sunday(year, 3, 0) + 3_600_000, sunday(year, 10, 0) + 3_600_000],
  },
  {
    // The United States: second Sunday of March and first of November, 02:00 by the clock that ends.
    zone: 'America/New_York',
    standard: -300,
    summer: -240,
    changes: (year) => [sunday(year, 3, 2) + 7 * 3_600_000, sunday(year, 11, 1) + 6 * 3_600_000],
  },
]

/** One byte for each minute from `from` on: 1 when it is open. */
export type Minutes = { from: number; open: Uint8Array }

export function minutesOf(calendar: WorkCalendar, rule: ZoneRule, from: number, days: number): Minutes {
  const open = new Uint8Array(days * dayMinutes)
  // No more than one year's changes are near.
  const [toSummer, toStandard] = rule.changes(new Date(from + (days / 2) * dayMs).getUTCFullYear())
  const dates = new Map<number, DayWindows>()
  for (let minute = 0; minute < open.length; minute += 1) {
    const ms = from + minute * minuteMs
    const wall = ms / minuteMs + (toSummer <= ms && ms < toStandard ? rule.summer : rule.standard)
    const date = Math.floor(wall / dayMinutes)
    const time = wall - date * dayMinutes
    const [today, before] = [known(date), known(date - 1)]
    const isInWindow = holds(today.windows, time) || holds(before.windows, time + dayMinutes)
    const isCut = holds(today.cuts, time) || holds(before.cuts, time + dayMinutes)
    open[minute] = Number(isInWindow && !isCut)
  }
  return { from, open }

  function known(date: number): DayWindows {
    let found = dates.get(date)
    if (!found) dates.set(date, (found = windowsOf(calendar, date)))
    return found
  }
}

type Pair = readonly [number, number]
type DayWindows = { windows: readonly Pair[]; cuts: readonly Pair[] }

/** Minutes of a date, past 1440 when they reach into the next one. */
const holds = (pairs: readonly Pair[], time: number): boolean =>
  pairs.some(([open, close]) => open <= time && time < close)

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

function windowsOf(calendar: WorkCalendar, date: number): DayWindows {
  const midnight = new Date(date * dayMs)
  const written = midnight.toISOString().slice(0, 10)
  const cuts = pairsOf(calendar.cuts?.[written])
  if (calendar.closures?.some((closure) => closure.date === written)) return { windows: [], cuts }
  const extra = calendar.extraDays?.find((one) => one.date === written)
  if (extra) return { windows: pairsOf(extra.windows), cuts }
  if (calendar.holidays?.some((day) => day === written || day === `*${written.slice(4)}`))
    return { windows: [], cuts }
  const weekly = calendar.weekly[weekdays[midnight.getUTCDay()]!]
  return { windows: pairsOf(calendar.overrides?.[written] ?? weekly), cuts }
}

function pairsOf(windows: readonly (readonly [string, string])[] = []): Pair[] {
  return windows.map(([open, close]) => {
    const [from, to] = [minutesOfTime(open), minutesOfTime(close)]
    return [from, to <= from ? to + dayMinutes : to]
  })
}

const minutesOfTime = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export const endOf = ({ from, open }: Minutes): number => from + open.length * minuteMs

export type Pause = { from: number; to: number }

const isPaused = (pauses: readonly Pause[], ms: number): boolean =>
  pauses.some((pause) => pause.from <= ms && ms < pause.to)

/** The end of the minute with which so many open, unpaused minutes have passed; undefined past the end. */
export function dueByMinutes(
  { from, open }: Minutes,
  start: number,
  granted: number,
  pauses: readonly Pause[],
): number | undefined {
  let left = granted
  for (let minute = (start - from) / minuteMs; minute < open.length; minute += 1) {
    const ms = from + minute * minuteMs
    const isCounted = open[minute] === 1 && !isPaused(pauses, ms)
    // Granted nothing, it is due at the first open minute; a pause that begins right there changes nothing.
    if (granted === 0 && open[minute] === 1 && !pauses.some((p) => p.from < ms && ms < p.to)) return ms
    if (isCounted && granted > 0) left -= 1
    if (left === 0 && granted > 0) return ms + minuteMs
  }
  return undefined
}

/** The start of the minute from which so many open minutes lie before `end`. */
export function dueBackByMinutes({ from, open }: Minutes, end: number, granted: number): number | undefined {
  let left = granted
  for (let minute = (end - from) / minuteMs - 1; minute >= 0; minute -= 1) {
    if (open[minute] === 1) left -= 1
    if (left === 0) return from + minute * minuteMs
  }
  return undefined
}

export function countByMinutes({ from, open }: Minutes, span: Pause, pauses: readonly Pause[]): number {
  let counted = 0
  for (let ms = span.from; ms < span.to; ms += minuteMs)
    if (open[(ms - from) / minuteMs] === 1 && !isPaused(pauses, ms)) counted += 1
  return counted
}

/** What a minute is: the same three kinds as in an explanation. */
export function kindOf({ from, open }: Minutes, ms: number, pauses: readonly Pause[]): string {
  if (open[(ms - from) / minuteMs] !== 1) return 'closed'
  return isPaused(pauses, ms) ? 'paused' : 'counted'
}
