/**
 * The matrix of service levels: priority × category × device class × site → what is promised.
 *
 * Each row is a whole promise. A column that a row does not name fits everything ("*" for the
 * priority, absent for the others), so a row that names none is the fallback. Names are compared
 * without case and outer spaces, as people write them into terms. Of the rows
 * that fit, the one that names most columns wins; of equally many, the one that names the
 * site, else the device class, else the category. The row that matched belongs to the
 * explanation.
 *
 * These are also the shapes in which contracts store their levels: a row of yesterday with
 * priority, reaction, resolution and calendar is a row of today.
 */
import type { WorkCalendar } from './day-plan.ts'
import { isSameName } from '../base/same-name.ts'
import { isAbsurd } from './open-year.ts'
import { targetKinds, type TargetKind } from './targets.ts'

/** What a ticket is about, as far as levels distinguish it. */
export type Circumstances = {
  priority: string
  category?: string | null
  deviceClass?: string | null
  site?: string | null
}

/** Working minutes of the calendar, or business days by the end of the day. */
export type Granted = { minutes: number } | { businessDays: number }

type Durations = { [K in TargetKind as `${K}Minutes`]?: number } & {
  [K in TargetKind as `${K}BusinessDays`]?: number
}

export type LevelColumns = { priority: string; category?: string; deviceClass?: string; site?: string }

export type ServiceLevel = LevelColumns &
  Durations & {
    /** A key of the contract's calendars, for every target that names none of its own. */
    calendar: string
    calendars?: Partial<Record<TargetKind, string>>
    /** The place in the contract, such as "Załącznik nr 1, wiersz 2". */
    clause?: string
  }

export type Promised = { target: TargetKind; granted: Granted; calendar: string }

export const anyPriority = '*'

const columns = ['site', 'deviceClass', 'category', 'priority'] as const

/** The place of the row that applies, and what it names; undefined when nothing is promised. */
export function matchLevel(
  levels: readonly LevelColumns[],
  about: Circumstances,
): { row: number; named: LevelColumns; isFallback: boolean } | undefined {
  let best: { row: number; rank: number } | undefined
  for (const [row, level] of levels.entries()) {
    const rank = fits(level, about) ? rankOf(level) : -1
    if (rank > (best?.rank ?? -1)) best = { row, rank }
  }
  if (!best) return undefined
  return { row: best.row, named: namedBy(levels[best.row]!), isFallback: best.rank === 0 }
}

/** What a row promises, in the order of the targets. */
export function promisesOf(level: ServiceLevel): Promised[] {
  return targetKinds.flatMap((target) => {
    const granted = grantedBy(level, target)
    return granted ? [{ target, granted, calendar: level.calendars?.[target] ?? level.calendar }] : []
  })
}

export function grantedBy(level: ServiceLevel, target: TargetKind): Granted | undefined {
  const minutes = level[`${target}Minutes`]
  if (minutes !== undefined) return { minutes }
  const businessDays = level[`${target}BusinessDays`]
  return businessDays === undefined ? undefined : { businessDays }
}

export type LevelProblem = {
  code:
    | 'row_twice'
    | 'nothing_promised'
    | 'two_durations'
    | 'duration_invalid'
    /** Of working time that this calendar needs decades for. */
    | 'duration_absurd'
    | 'calendar_missing'
    | 'no_fallback'
  /** An error keeps the terms from being used; a warning may be meant. */
  weight: 'error' | 'warning'
  /** Such as `serviceLevels.2.arrivalMinutes`. */
  path: string
}

const yearMinutes = 366 * 24 * 60

export type Calendars = Readonly<Record<string, { calendar: WorkCalendar }>>

/** What is wrong with a matrix: each with its place. */
export function problemsOfLevels(
  levels: readonly ServiceLevel[],
  calendars: Calendars,
  priorities: readonly string[] = [],
): LevelProblem[] {
  const found = levels.flatMap((level, row) => problemsOfRow(levels, row, calendars, level))
  const bare = priorities.filter((priority) => !matchLevel(levels, { priority }))
  const open = bare.map<LevelProblem>(() => problem('no_fallback', 'warning', 'serviceLevels'))
  return [...found, ...open.slice(0, 1)]
}

function problemsOfRow(
  levels: readonly ServiceLevel[],
  row: number,
  calendars: Calendars,
  level: ServiceLevel,
): LevelProblem[] {
  const at = `serviceLevels.${row}`
  const same = levels.findIndex((other) =>
    columns.every((column) => name(other, column) === name(level, column)),
  )
  const promises = promisesOf(level)
  return [
    ...(same < row ? [problem('row_twice', 'error', `${at}.priority`)] : []),
    ...(promises.length === 0 ? [problem('nothing_promised', 'error', at)] : []),
    ...targetKinds.flatMap((target) => problemsOfDuration(level, target, at)),
    ...promises.flatMap((one) => absurd(one, calendars, at)),
    ...promises
      .filter(({ calendar }) => !Object.hasOwn(calendars, calendar))
      .map(({ target }) =>
        problem(
          'calendar_missing',
          'error',
          level.calendars?.[target] ? `${at}.calendars.${target}` : `${at}.calendar`,
        ),
      ),
  ].filter(
    (one, i, all) => all.findIndex((other) => other.code === one.code && other.path === one.path) === i,
  )
}

function problemsOfDuration(level: ServiceLevel, target: TargetKind, at: string): LevelProblem[] {
  const minutes = level[`${target}Minutes`]
  const days = level[`${target}BusinessDays`]
  const invalid = (value: number | undefined, least: number, most: number): boolean =>
    value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)
  return [
    ...(minutes !== undefined && days !== undefined
      ? [problem('two_durations', 'error', `${at}.${target}BusinessDays`)]
      : []),
    ...(invalid(minutes, 1, yearMinutes)
      ? [problem('duration_invalid', 'error', `${at}.${target}Minutes`)]
      : []),
    ...(invalid(days, 0, 366) ? [problem('duration_invalid', 'error', `${at}.${target}BusinessDays`)] : []),
  ]
}

function absurd({ target, granted, calendar }: Promised, calendars: Calendars, at: string): LevelProblem[] {
  const promised = calendars[calendar]?.calendar
  if (!promised || !('minutes' in granted) || granted.minutes <= 0 || granted.minutes > yearMinutes) return []
  return isAbsurd(promised, granted.minutes * 60_000)
    ? [problem('duration_absurd', 'error', `${at}.${target}Minutes`)]
    : []
}

const problem = (code: LevelProblem['code'], weight: LevelProblem['weight'], path: string): LevelProblem => ({
  code,
  weight,
  path,
})

/** What a row demands of a column; undefined when it fits everything. */
function name(level: LevelColumns, column: (typeof columns)[number]): string | undefined {
  const value = level[column]
  return value === undefined || value === '' || (column === 'priority' && value === anyPriority)
    ? undefined
    : value
}

const fits = (level: LevelColumns, about: Circumstances): boolean =>
  columns.every((column) => {
    const demanded = name(level, column)
    return demanded === undefined || demanded === about[column] || isSameName(demanded, about[column])
  })

/** More columns first; of equally many, the order of `columns`. */
function rankOf(level: LevelColumns): number {
  const named = columns.map((column) => name(level, column) !== undefined)
  const weights = named.map((isNamed, i) => (isNamed ? 2 ** (columns.length - 1 - i) : 0))
  return named.filter(Boolean).length * 16 + weights.reduce((sum, weight) => sum + weight, 0)
}

function namedBy(level: LevelColumns): LevelColumns {
  const { category, deviceClass, site, priority } = level
  return {
    priority,
    ...(category && { category }),
    ...(deviceClass && { deviceClass }),
    ...(site && { site }),
  }
}
