/**
 * The door of work calendars: what a calendar is, when it is open, and what is wrong with
 * one that a person has entered.
 *
 * A calendar must name a zone the platform knows, real dates and times, windows that do
 * not overlap (those of a night shift reach into the next day), and it must open at some
 * time in an ordinary year. Every problem names its field, and none is thrown: what a
 * person or a program sends may have any shape.
 */
import { planOf, type WorkCalendar } from './day-plan.ts'
import { clockMs, dayMs, dayNumber, dayOf, weekdays } from './days.ts'
import { isHolidayCountry } from './holiday-sets.ts'
import { isKnownZone } from './zone.ts'

export type { PublicHolidays, Season, Week, Window, WorkCalendar } from './day-plan.ts'
export { shiftsFrom } from './shifts.ts'

export type CalendarProblem = {
  code:
    | 'not_understood'
    | 'field_unknown'
    | 'zone_unknown'
    | 'public_holidays_unknown'
    | 'time_invalid'
    | 'date_invalid'
    | 'windows_overlap'
    | 'seasons_overlap'
    | 'date_twice'
    | 'never_opens'
  /** Such as `weekly.mon.0.1`; empty when the calendar as a whole is meant. */
  path: string
}

type Code = CalendarProblem['code']
type Fields = Record<string, unknown>

const problem = (code: Code, ...path: (string | number)[]): CalendarProblem => ({
  code,
  path: path.join('.'),
})
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields: Record<string, (value: unknown, path: string) => CalendarProblem[]> = {
  timezone: (value, path) =>
    typeof value === 'string' && isKnownZone(value) ? [] : [problem('zone_unknown', path)],
  weekly: problemsOfWeek,
  publicHolidays: (value, path) => (isHolidays(value) ? [] : [problem('public_holidays_unknown', path)]),
  closures: (value, path) =>
    datedList(value, path, ({ name }, at) =>
      typeof name === 'string' ? [] : [problem('not_understood', at, 'name')],
    ),
  extraDays: (value, path) =>
    datedList(value, path, (entry, at) => problemsOfWindows(entry['windows'], `${at}.windows`)),
  overrides: datedWindows,
  cuts: datedWindows,
  seasons: problemsOfSeasons,
  holidays: (value, path) =>
    list(value, path, (entry, at) => (isHolidayDate(entry) ? [] : [problem('date_invalid', at)])),
}
const needed = ['timezone', 'weekly', 'publicHolidays']

export function problemsOfCalendar(calendar: WorkCalendar): CalendarProblem[] {
  const given: unknown = calendar
  if (!isFields(given)) return [problem('not_understood')]
  const problems = [
    ...Object.keys(given)
      .filter((key) => !Object.hasOwn(fields, key))
      .map((key) => problem('field_unknown', key)),
    ...Object.entries(fields).flatMap(([key, check]) =>
      given[key] === undefined && !needed.includes(key) ? [] : check(given[key], key),
    ),
  ]
  if (problems.length > 0) return problems
  return opensInOrdinaryYears(calendar) ? [] : [problem('never_opens', 'weekly')]
}

/** Two years without anything dated: seasons, holidays of every year and leap days included. */
function opensInOrdinaryYears({
  timezone,
  weekly,
  publicHolidays,
  seasons,
  holidays,
}: WorkCalendar): boolean {
  const everyYear = holidays?.filter((date) => date.startsWith('*'))
  const calendar: WorkCalendar = { timezone, weekly, publicHolidays, seasons, holidays: everyYear }
  const [first, last] = [dayOf('2027-01-01'), dayOf('2028-12-31')]
  for (let day = first; day <= last; day += 1) if (planOf(calendar, day).spans.length > 0) return true
  return false
}

function problemsOfWeek(week: unknown, path: string): CalendarProblem[] {
  if (!isFields(week)) return [problem('not_understood', path)]
  const unknown = Object.keys(week).filter((key) => !(weekdays as readonly string[]).includes(key))
  const problems = [
    ...unknown.map((key) => problem('field_unknown', path, key)),
    ...weekdays.flatMap((day) => problemsOfTimes(week[day] ?? [], `${path}.${day}`)),
  ]
  if (problems.length > 0) return problems
  const spans = weekdays.flatMap((day, i) =>
    located((week[day] ?? []) as [string, string][], `${path}.${day}`, i),
  )
  return overlaps(spans, 7 * dayMs)
}

function problemsOfWindows(windows: unknown, path: string): CalendarProblem[] {
  const problems = problemsOfTimes(windows, path)
  if (problems.length > 0) return problems
  return overlaps(located(windows as [string, string][], path, 0), Infinity)
}

function problemsOfTimes(windows: unknown, path: string): CalendarProblem[] {
  return list(windows, path, (window, at) => {
    if (!Array.isArray(window) || window.length !== 2) return [problem('not_understood', at)]
    return window.flatMap((time: unknown, i) => (isTime(time, i) ? [] : [problem('time_invalid', at, i)]))
  })
}

/** A window may end at "24:00" but not begin there. */
function isTime(time: unknown, position: number): boolean {
  const ms = typeof time === 'string' ? clockMs(time) : undefined
  return ms !== undefined && (position === 1 || ms < dayMs)
}

type Located = { from: number; to: number; path: string }

function located(windows: readonly [string, string][], path: string, day: number): Located[] {
  return windows.map(([open, close], i) => {
    const [from, to] = [clockMs(open) ?? 0, clockMs(close) ?? 0]
    const length = to > from ? to - from : to + dayMs - from
    return { from: day * dayMs + from, to: day * dayMs + from + length, path: `${path}.${i}` }
  })
}

/** The windows that begin before the one before them has ended; a week goes round. */
function overlaps(spans: Located[], round: number): CalendarProblem[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const first = sorted[0]
  if (!first) return []
  const again = round === Infinity ? [] : [{ ...first, from: first.from + round }]
  const found = [...sorted.slice(1), ...again].filter((span, i) => span.from < sorted[i]!.to)
  return found.map((span) => problem('windows_overlap', span.path))
}

function problemsOfSeasons(seasons: unknown, path: string): CalendarProblem[] {
  const problems = list(seasons, path, (season, at) => {
    if (!isFields(season)) return [problem('not_understood', at)]
    const { from, to, weekly, publicHolidays = 'none' } = season
    return [
      ...(isMonthDay(from) ? [] : [problem('date_invalid', at, 'from')]),
      ...(isMonthDay(to) ? [] : [problem('date_invalid', at, 'to')]),
      ...problemsOfWeek(weekly, `${at}.weekly`),
      ...(isHolidays(publicHolidays) ? [] : [problem('public_holidays_unknown', at, 'publicHolidays')]),
    ]
  })
  return problems.length > 0 ? problems : overlappingSeasons(seasons as { from: string; to: string }[], path)
}

function overlappingSeasons(seasons: { from: string; to: string }[], path: string): CalendarProblem[] {
  const holds = (s: { from: string; to: string }, day: string): boolean =>
    s.from <= s.to ? s.from <= day && day <= s.to : day >= s.from || day <= s.to
  return seasons.flatMap((season, i) => {
    const before = seasons.slice(0, i)
    const meets = before.some((other) => holds(other, season.from) || holds(season, other.from))
    return meets ? [problem('seasons_overlap', path, i)] : []
  })
}

function datedList(
  value: unknown,
  path: string,
  check: (entry: Fields, at: string) => CalendarProblem[],
): CalendarProblem[] {
  const seen = new Set<unknown>()
  return list(value, path, (entry, at) => {
    if (!isFields(entry)) return [problem('not_understood', at)]
    const { date } = entry
    const twice = seen.has(date) ? [problem('date_twice', at, 'date')] : []
    seen.add(date)
    return [...(isDate(date) ? twice : [problem('date_invalid', at, 'date')]), ...check(entry, at)]
  })
}

function datedWindows(value: unknown, path: string): CalendarProblem[] {
  if (!isFields(value)) return [problem('not_understood', path)]
  return Object.entries(value).flatMap(([date, windows]) =>
    isDate(date) ? problemsOfWindows(windows, `${path}.${date}`) : [problem('date_invalid', path, date)],
  )
}

function list(
  value: unknown,
  path: string,
  check: (entry: unknown, at: string) => CalendarProblem[],
): CalendarProblem[] {
  if (!Array.isArray(value)) return [problem('not_understood', path)]
  return value.flatMap((entry: unknown, i) => check(entry, `${path}.${i}`))
}

const isDate = (value: unknown): boolean => typeof value === 'string' && dayNumber(value) !== undefined
const isHolidays = (value: unknown): boolean => value === 'none' || isHolidayCountry(value)

/** A day of some year: 29 February is one. */
function isMonthDay(value: unknown): boolean {
  return typeof value === 'string' && dayNumber(`2028-${value}`) !== undefined
}

function isHolidayDate(value: unknown): boolean {
  if (typeof value !== 'string') return false
  return value.startsWith('*-') ? isMonthDay(value.slice(2)) : isDate(value)
}
