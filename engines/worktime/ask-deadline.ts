/**
 * A deadline asked for by a person or a program: from a start, so much time, on a calendar,
 * with pauses, all as they were typed. What cannot be is named at its field and no deadline
 * is given; nothing is guessed.
 */
import { endOfBusinessDayMs } from './business-days.ts'
import { problemsOfCalendar, type CalendarProblem } from './calendar.ts'
import type { WorkCalendar } from './day-plan.ts'
import { dayMs } from './days.ts'
import { deadlineMs } from './deadline.ts'
import { iso, readInstant } from './instants.ts'
import { isAbsurd, yearsMost } from './open-year.ts'
import { countedMs, type PauseSpan, type Step } from './walk.ts'

export type AskedDeadline = {
  /** ISO instants, with an offset. */
  start: string
  /** One of the two. */
  minutes?: number
  businessDays?: number
  calendar?: WorkCalendar
  pauses?: readonly { from: string; to?: string; reason?: string }[]
}

export type AskProblem =
  | CalendarProblem
  | {
      code:
        | 'calendar_missing'
        | 'instant_invalid'
        | 'duration_missing'
        | 'two_durations'
        | 'duration_invalid'
        /** It would end years ahead of anything that is agreed. */
        | 'duration_absurd'
        | 'pause_ends_before_it_begins'
      /** Such as `pauses.1.to`. */
      path: string
    }

export type Answered = {
  /** Undefined while a pause without an end holds the clock. */
  dueAt?: string
  grantedSeconds: number
  stretches: { from: string; to: string; kind: Step['kind']; why?: Step['why'] }[]
}

export function askDeadline(asked: AskedDeadline): { answer: Answered } | { problems: AskProblem[] } {
  const problems = problemsOf(asked)
  if (problems.length > 0) return { problems }
  const { calendar, minutes, businessDays } = asked as AskedDeadline & { calendar: WorkCalendar }
  const start = readInstant(asked.start)!
  const pauses = (asked.pauses ?? []).map(readPause)
  const grantedMs = minutes !== undefined ? minutes * 60_000 : openUntil(calendar, start, businessDays!)
  if (isAbsurd(calendar, grantedMs)) return { problems: [{ code: 'duration_absurd', path: 'minutes' }] }
  const { at, steps } = deadlineMs({ start, grantedMs, calendar, pauses })
  return {
    answer: {
      ...(at !== undefined && { dueAt: iso(at) }),
      grantedSeconds: Math.floor(grantedMs / 1000),
      stretches: steps.map(({ from, to, kind, why }) => ({
        from: iso(from),
        to: iso(to),
        kind,
        ...(why && { why }),
      })),
    },
  }
}

function problemsOf({ start, minutes, businessDays, calendar, pauses = [] }: AskedDeadline): AskProblem[] {
  const at = 'calendar'
  return [
    ...(readInstant(start) === undefined ? [{ code: 'instant_invalid' as const, path: 'start' }] : []),
    ...problemsOfDuration(minutes, businessDays),
    ...(calendar
      ? problemsOfCalendar(calendar).map(({ code, path }) => ({ code, path: path ? `${at}.${path}` : at }))
      : [{ code: 'calendar_missing' as const, path: at }]),
    ...pauses.flatMap(problemsOfPause),
  ]
}

function problemsOfDuration(minutes?: number, businessDays?: number): AskProblem[] {
  if (minutes === undefined && businessDays === undefined)
    return [{ code: 'duration_missing', path: 'minutes' }]
  if (minutes !== undefined && businessDays !== undefined)
    return [{ code: 'two_durations', path: 'businessDays' }]
  const [value, path] = minutes === undefined ? [businessDays!, 'businessDays'] : [minutes, 'minutes']
  if (!Number.isInteger(value) || value < 0) return [{ code: 'duration_invalid', path }]
  const most = path === 'minutes' ? yearsMost * 366 * 1440 : yearsMost * 366
  return value > most ? [{ code: 'duration_absurd', path }] : []
}

function problemsOfPause(pause: { from: string; to?: string }, i: number): AskProblem[] {
  const [from, to] = [readInstant(pause.from), pause.to === undefined ? Infinity : readInstant(pause.to)]
  if (from === undefined) return [{ code: 'instant_invalid', path: `pauses.${i}.from` }]
  if (to === undefined) return [{ code: 'instant_invalid', path: `pauses.${i}.to` }]
  if (to < from) return [{ code: 'pause_ends_before_it_begins', path: `pauses.${i}.to` }]
  const isUsual = to === Infinity || to - from <= yearsMost * 366 * dayMs
  return isUsual ? [] : [{ code: 'duration_absurd', path: `pauses.${i}.to` }]
}

const readPause = (pause: { from: string; to?: string; reason?: string }): PauseSpan => ({
  from: readInstant(pause.from)!,
  to: pause.to === undefined ? Infinity : readInstant(pause.to)!,
  ...(pause.reason !== undefined && { reason: pause.reason }),
})

function openUntil(calendar: WorkCalendar, start: number, days: number): number {
  return countedMs(calendar, { from: start, to: endOfBusinessDayMs(calendar, start, days) }, [])
}
