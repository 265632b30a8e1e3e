/**
 * A work calendar: when a company works, as data. Windows are wall-clock times of an IANA
 * zone, half-open; a window whose end is not after its start runs over midnight. No window
 * starts on a holiday or a closure; the shift that began the day before runs on. Real
 * minutes count: on the 25-hour day a repeated hour counts twice.
 */
import { isPolishHoliday, polishHoliday } from './holidays.ts'

export type Window = readonly [open: string, close: string]
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
export type Weekly = Partial<Record<Weekday, readonly Window[]>>

export type WorkCalendar = {
  timezone: string
  weekly: Weekly
  publicHolidays: 'PL' | 'none'
  /** Own closed days. */
  closures?: readonly { date: string; name: string }[]
  /** Days that are worked although the week says otherwise, such as a working Saturday. */
  extraDays?: readonly { date: string; windows: readonly Window[] }[]
  /** The windows of one date instead of the week's; they stand also on a holiday. */
  overrides?: Readonly<Record<string, readonly Window[]>>
  /** Cut out of the windows of a date. */
  cuts?: Readonly<Record<string, readonly Window[]>>
  /** Dated seasons, "MM-DD" to "MM-DD" inclusive, each with its own week. */
  seasons?: readonly { from: string; to: string; weekly: Weekly; publicHolidays?: 'PL' | 'none' }[]
  /** Further holidays: "YYYY-MM-DD" or every year "*-MM-DD". */
  holidays?: readonly string[]
}

/** One open stretch of real time, as milliseconds of the epoch. */
export type Shift = { opensMs: number; closesMs: number; on: string }

export type ClosedReason = { kind: 'holiday'; key: string } | { kind: 'closure'; name: string } | { kind: 'outside_hours' }

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const dayMs = 86_400_000

/** The shifts that start on one date, in order, merged where they touch; cached by calendar. */
export function shiftsOn(calendar: WorkCalendar, date: Temporal.PlainDate): readonly Shift[] {
  const days = daysOf(calendar)
  const key = Math.round(Date.UTC(date.year, date.month - 1, date.day) / dayMs)
  const known = days.get(key)
  if (known) return known
  const on = date.toString()
  const cuts = (calendar.cuts?.[on] ?? []).map((w) => realTime(calendar, date, w))
  const shifts = mergeShifts(windowsOn(calendar, date).map((w) => ({ ...realTime(calendar, date, w), on })))
  const cut = cuts.reduce<Shift[]>((left, hole) => left.flatMap((shift) => without(shift, hole)), shifts)
  days.set(key, cut)
  return cut
}

const cache = new WeakMap<WorkCalendar, Map<number, readonly Shift[]>>()

function daysOf(calendar: WorkCalendar): Map<number, readonly Shift[]> {
  const known = cache.get(calendar)
  if (known) return known
  const made = new Map<number, readonly Shift[]>()
  cache.set(calendar, made)
  return made
}

/** The windows that start on a date: override, extra day, nothing on closed days, else the week's. */
export function windowsOn(calendar: WorkCalendar, date: Temporal.PlainDate): readonly Window[] {
  const on = date.toString()
  const override = calendar.overrides?.[on] ?? calendar.extraDays?.find((d) => d.date === on)?.windows
  if (override) return override
  if (closedDay(calendar, date)) return []
  return weeklyOn(calendar, date).weekly[weekdays[date.dayOfWeek - 1]!] ?? []
}

/** Why no window starts on this date, when a holiday or a closure is the reason. */
export function closedDay(calendar: WorkCalendar, date: Temporal.PlainDate): ClosedReason | undefined {
  const on = date.toString()
  const closure = calendar.closures?.find((c) => c.date === on)
  if (closure) return { kind: 'closure', name: closure.name }
  if (calendar.holidays?.some((h) => h === on || (h.startsWith('*-') && h.slice(2) === on.slice(-5)))) return { kind: 'holiday', key: 'own' }
  const { publicHolidays } = weeklyOn(calendar, date)
  if (publicHolidays === 'PL' && isPolishHoliday(date)) return { kind: 'holiday', key: polishHoliday(date)! }
  return undefined
}

function weeklyOn(calendar: WorkCalendar, date: Temporal.PlainDate): { weekly: Weekly; publicHolidays: 'PL' | 'none' } {
  const monthDay = date.toString().slice(-5)
  const season = calendar.seasons?.find(({ from, to }) => (from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to))
  return { weekly: season?.weekly ?? calendar.weekly, publicHolidays: season?.publicHolidays ?? calendar.publicHolidays }
}

function realTime(calendar: WorkCalendar, date: Temporal.PlainDate, [open, close]: Window): { opensMs: number; closesMs: number } {
  const overMidnight = close !== '24:00' && close <= open
  const opensMs = wallClock(calendar, date, open)
  const closesMs = wallClock(calendar, overMidnight ? date.add({ days: 1 }) : date, close)
  return { opensMs, closesMs }
}

/** Wall-clock time as an instant; a time that a clock change skips is the moment of the change. */
function wallClock(calendar: WorkCalendar, date: Temporal.PlainDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 24) return date.add({ days: 1 }).toZonedDateTime({ timeZone: calendar.timezone }).epochMilliseconds
  const plain = date.toPlainDateTime(Temporal.PlainTime.from({ hour, minute }))
  const later = plain.toZonedDateTime(calendar.timezone, { disambiguation: 'later' })
  const earlier = plain.toZonedDateTime(calendar.timezone, { disambiguation: 'earlier' })
  if (later.epochMilliseconds === earlier.epochMilliseconds) return later.epochMilliseconds
  const skipped = later.toPlainDateTime().toString() !== plain.toString()
  if (!skipped) return earlier.epochMilliseconds
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? later.epochMilliseconds
}

function without(shift: Shift, hole: { opensMs: number; closesMs: number }): Shift[] {
  if (hole.closesMs <= shift.opensMs || hole.opensMs >= shift.closesMs) return [shift]
  const parts: Shift[] = []
  if (hole.opensMs > shift.opensMs) parts.push({ ...shift, closesMs: hole.opensMs })
  if (hole.closesMs < shift.closesMs) parts.push({ ...shift, opensMs: hole.closesMs })
  return parts
}

function mergeShifts(shifts: Shift[]): Shift[] {
  const sorted = shifts.filter((s) => s.closesMs > s.opensMs).sort((a, b) => a.opensMs - b.opensMs)
  const merged: Shift[] = []
  for (const shift of sorted) {
    const last = merged.at(-1)
    if (last && shift.opensMs <= last.closesMs) last.closesMs = Math.max(last.closesMs, shift.closesMs)
    else merged.push({ ...shift })
  }
  return merged
}

/**
 * Open stretches from an instant on, forwards, disjoint and in order; never empty ones.
 * Ends after `daysMax` days in a row without opening (the calendar opens too rarely).
 */
export function* shiftsFrom(calendar: WorkCalendar, fromMs: number, daysMax = 3700): Generator<Shift> {
  let date = dateAt(calendar, fromMs).subtract({ days: 1 })
  let openUntil = fromMs
  for (let idle = 0; idle < daysMax; idle++, date = date.add({ days: 1 })) {
    for (const shift of shiftsOn(calendar, date)) {
      const opensMs = Math.max(shift.opensMs, openUntil)
      if (shift.closesMs <= opensMs) continue
      yield opensMs === shift.opensMs ? shift : { ...shift, opensMs }
      openUntil = shift.closesMs
      idle = 0
    }
  }
}

/** Open stretches before an instant, backwards: the latest first. */
export function* shiftsBefore(calendar: WorkCalendar, toMs: number, daysMax = 3700): Generator<Shift> {
  let date = dateAt(calendar, toMs)
  let closedFrom = toMs
  for (let idle = 0; idle < daysMax; idle++, date = date.subtract({ days: 1 })) {
    // A night shift of the day before may reach into this day: the two are taken together.
    for (const shift of [...shiftsOn(calendar, date)].reverse()) {
      const closesMs = Math.min(shift.closesMs, closedFrom)
      if (closesMs <= shift.opensMs) continue
      yield { ...shift, closesMs }
      closedFrom = shift.opensMs
      idle = 0
    }
  }
}

export function dateAt(calendar: WorkCalendar, ms: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.timezone).toPlainDate()
}

export type CalendarProblem = { code: 'unknown_zone' | 'bad_time' | 'bad_date' | 'overlapping_windows' | 'never_opens'; path: string }

/** What is wrong with a calendar that a person typed: each problem with its place. Never throws. */
export function problemsOfCalendar(calendar: WorkCalendar): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  if (!isZone(calendar.timezone)) problems.push({ code: 'unknown_zone', path: 'timezone' })
  problems.push(...weeklyProblems(calendar.weekly ?? {}, 'weekly'))
  for (const [i, season] of (calendar.seasons ?? []).entries()) {
    problems.push(...weeklyProblems(season.weekly ?? {}, `seasons.${i}.weekly`))
    for (const end of ['from', 'to'] as const) if (!isDate(`2024-${season[end]}`)) problems.push({ code: 'bad_date', path: `seasons.${i}.${end}` })
  }
  for (const [i, { date, windows }] of (calendar.extraDays ?? []).entries()) {
    if (!isDate(date)) problems.push({ code: 'bad_date', path: `extraDays.${i}.date` })
    problems.push(...windowProblems(windows, `extraDays.${i}.windows`))
  }
  for (const [i, { date }] of (calendar.closures ?? []).entries()) if (!isDate(date)) problems.push({ code: 'bad_date', path: `closures.${i}.date` })
  for (const [i, holiday] of (calendar.holidays ?? []).entries()) if (!isDate(holiday.replace('*', '2024'))) problems.push({ code: 'bad_date', path: `holidays.${i}` })
  for (const place of ['overrides', 'cuts'] as const) {
    for (const [date, windows] of Object.entries(calendar[place] ?? {})) {
      if (!isDate(date)) problems.push({ code: 'bad_date', path: `${place}.${date}` })
      problems.push(...windowProblems(windows, `${place}.${date}`))
    }
  }
  if (problems.length === 0 && !opensEver(calendar)) problems.push({ code: 'never_opens', path: 'weekly' })
  return problems
}

/** A week or a season with a window that no rule closes for ever. */
function opensEver(calendar: WorkCalendar): boolean {
  const hasWindow = [calendar.weekly, ...(calendar.seasons ?? []).map((s) => s.weekly)].some((week) => weekdays.some((day) => (week[day] ?? []).length > 0))
  if (!hasWindow) return false
  const [first] = shiftsFrom({ ...calendar }, Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds, 800)
  return first !== undefined
}

function weeklyProblems(weekly: Weekly, path: string): CalendarProblem[] {
  const problems = weekdays.flatMap((day) => windowProblems(weekly[day] ?? [], `${path}.${day}`))
  // A night shift may not run into a window of the next day.
  for (const [i, day] of weekdays.entries()) {
    const next = weekdays[(i + 1) % 7]!
    const night = (weekly[day] ?? []).find(([open, close]) => close !== '24:00' && close <= open)
    if (night && (weekly[next] ?? []).some(([open]) => open < night[1])) problems.push({ code: 'overlapping_windows', path: `${path}.${next}` })
  }
  return problems
}

function windowProblems(windows: readonly Window[], path: string): CalendarProblem[] {
  const bad = windows.findIndex(([open, close]) => !isTime(open) || open === '24:00' || !isTime(close))
  if (bad >= 0) return [{ code: 'bad_time', path: `${path}.${bad}` }]
  const sorted = windows.map(([open, close]) => ({ open, close: close <= open ? '99:99' : close })).sort((a, b) => (a.open < b.open ? -1 : 1))
  const overlap = sorted.some((w, i) => i > 0 && w.open < sorted[i - 1]!.close)
  return overlap ? [{ code: 'overlapping_windows', path }] : []
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

function isDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime({ timeZone: name })
    return /\//.test(name) || name === 'UTC'
  } catch {
    return false
  }
}
