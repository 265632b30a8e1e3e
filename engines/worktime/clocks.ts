/**
 * The clocks of a ticket: where each target stands, by when it is due and why, as a pure
 * function of the terms, the log and the moment. The rules are those of `judge.ts`; here
 * time is measured by the readable reference, and every deadline brings its explanation:
 * each stretch that was counted or not, with the reason, and the row of the contract.
 */
import { endOfBusinessDayMs } from './business-days.ts'
import { levelFor, type ClockTerms, type Granted, type Row, type TargetKind } from './clock-terms.ts'
import type { WorkCalendar } from './day-plan.ts'
import { deadlineMs, nextOpenMs } from './deadline.ts'
import { iso } from './instants.ts'
import { judge, type Arithmetic, type ClockState, type Fulfilment, type Judged } from './judge.ts'
import type { LevelColumns } from './service-level.ts'
import { shiftsAfter } from './shifts.ts'
import type { FulfilKind } from './targets.ts'
import { readLog, type LogProblem, type TicketEvent } from './ticket-log.ts'
import { countedMs, type Span, type StretchKind, type Why } from './walk.ts'

export { iso } from './instants.ts'
export type { ClockState } from './judge.ts'

/** Instants as ISO text, ready for JSON. */
export type ClockStretch = { from: string; to: string; kind: StretchKind; why?: Why }

/** The row of the contract that promises this; `calendar` is its key in the terms. */
export type MatchedRow = LevelColumns & {
  row: number
  isFallback: boolean
  granted: Granted
  calendar: string
  clause?: string
}

/** A round of a target that begins again and again, when it is over. */
export type ClockRound = {
  startedAt: string
  dueAt?: string
  metAt: string
  isMet: boolean
  overSeconds: number
}

export type Clock = {
  target: TargetKind
  state: ClockState
  startedAt: string
  /** Undefined while a pause holds the clock, before it starts, and for a void one. */
  dueAt?: string
  /** When it was fulfilled, in time or late, and by what. */
  metAt?: string
  metBy?: { kind: FulfilKind; by?: string }
  grantedSeconds: number
  usedSeconds: number
  /** Used of what was granted, 0 to 1. */
  usedShare: number
  /** Open time that is left; of a fulfilled target, that was left. */
  remainingSeconds: number
  /** Open time since the deadline. */
  overSeconds: number
  resumesAt?: string
  /** A reason of the contract, "gate", or what starts the clock: "takeOver", "arrival", "workAround". */
  pausedBecause?: string
  pausedAt?: string
  /** From the start to the deadline, or to the pause that holds the clock: the answer to "why then?". */
  stretches: ClockStretch[]
  /** The next open time after the deadline, or after now when that has passed: for a countdown that runs on. */
  afterDue: { from: string; to: string }[]
  matchedRow: MatchedRow
  /** Of next replies and periodic updates: what is over. */
  rounds?: ClockRound[]
}

export type Clocks = { clocks: Clock[]; problems: LogProblem[] }

export const reference: Arithmetic = {
  deadline: (calendar, start, grantedMs, pauses) => deadlineMs({ start, grantedMs, calendar, pauses }).at,
  counted: countedMs,
  endOfBusinessDay: endOfBusinessDayMs,
  nextOpen: nextOpenMs,
}

export function clocksOf(input: {
  terms: ClockTerms
  log: readonly TicketEvent[]
  now: Temporal.Instant | string
}): Clocks {
  const { terms, log } = input
  const { history, problems } = readLog(log, terms)
  if (!history) return { clocks: [], problems }
  // What has been recorded has happened, also by a clock that runs a little ahead of ours.
  const now = Math.max(Temporal.Instant.from(input.now).epochMilliseconds, history.lastAt)
  const clocks = judge({ terms, history, now, time: reference }).map(explained)
  const about = history.about.at(-1)!
  const isPromised = levelFor(terms, about)?.level.targets.length
  if (terms.levels.some(({ targets }) => targets.length > 0) && !isPromised)
    problems.push({ code: 'no_level', priority: about.priority })
  return { clocks, problems }
}

/** A clock as JSON, with the stretches that lead to its deadline. */
function explained(judged: Judged): Clock {
  const { row, state, startedAt, dueAt, fulfilled, pausedBecause, pausedAt, resumesAt, rounds } = judged
  return {
    target: row.target,
    state,
    startedAt: iso(startedAt),
    ...amounts(judged),
    stretches: stretchesOf(judged),
    afterDue: fulfilled || dueAt === undefined ? [] : openAfter(row.calendar, Math.max(dueAt, judged.until)),
    matchedRow: matchedRowOf(row),
    ...(dueAt !== undefined && { dueAt: iso(dueAt) }),
    ...(fulfilled && metFields(fulfilled)),
    ...(pausedBecause !== undefined && { pausedBecause }),
    ...(pausedAt !== undefined && { pausedAt: iso(pausedAt) }),
    ...(resumesAt !== undefined && { resumesAt: iso(resumesAt) }),
    ...(rounds && { rounds: rounds.map(roundOf) }),
  }
}

type Amounts = Pick<
  Clock,
  'grantedSeconds' | 'usedSeconds' | 'usedShare' | 'remainingSeconds' | 'overSeconds'
>

function amounts({ grantedMs, usedMs, overMs }: Judged): Amounts {
  return {
    grantedSeconds: Math.floor(grantedMs / 1000),
    usedSeconds: Math.floor(usedMs / 1000),
    usedShare: grantedMs === 0 ? 1 : usedMs / grantedMs,
    remainingSeconds: Math.floor(grantedMs / 1000) - Math.floor(usedMs / 1000),
    overSeconds: Math.floor(overMs / 1000),
  }
}

/** A clock that is void or has not started has nothing to explain. */
function stretchesOf({ row, startedAt, grantedMs, pauses }: Judged): ClockStretch[] {
  if (!pauses) return []
  const { steps } = deadlineMs({ start: startedAt, grantedMs, calendar: row.calendar, pauses })
  return steps.map(({ from, to, kind, why }) => ({ from: iso(from), to: iso(to), kind, ...(why && { why }) }))
}

function openAfter(calendar: WorkCalendar, ms: number): Clock['afterDue'] {
  const next: Span[] = [...shiftsAfter(calendar, ms).take(2)]
  return next.map(({ from, to }) => ({ from: iso(Math.max(from, ms)), to: iso(to) }))
}

function matchedRowOf({ level, row, granted, calendarKey: calendar }: Row): MatchedRow {
  const { targets: _, ...columns } = level
  const { priority, category, deviceClass, site } = columns
  const isFallback = priority === '*' && !category && !deviceClass && !site
  return { ...columns, row, isFallback, granted, calendar }
}

function metFields({ at, kind, by }: Fulfilment): Partial<Clock> {
  return { metAt: iso(at), metBy: { kind, ...(by !== undefined && { by }) } }
}

function roundOf({ startedAt, dueAt, fulfilled, state, overMs }: Judged): ClockRound {
  return {
    startedAt: iso(startedAt),
    ...(dueAt !== undefined && { dueAt: iso(dueAt) }),
    metAt: iso(fulfilled?.at ?? startedAt),
    isMet: state === 'met',
    overSeconds: Math.floor(overMs / 1000),
  }
}
