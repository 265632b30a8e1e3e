/**
 * The clocks of a ticket: where each target stands, by when it is due and why, as a pure
 * function of the terms, the log and the moment.
 *
 * - Reaction is fulfilled by the first of taking over, a public reply of a person, start of
 *   work, arrival; arrival by arrival; resolution by the last resolve. What is resolved
 *   needs no reaction and no arrival any more. Exactly at the deadline is in time.
 * - A pause stops the targets that its reason names. A fulfilled target keeps its verdict
 *   whatever is paused later.
 * - Change of priority: counted from the report, as if the last priority had been there
 *   from the start; or restarted at the change, unless the target was fulfilled before.
 * - Reopened: the time between resolved and reopened is not counted, or a new clock starts.
 * - Held at the gate: the clock runs from the report, or waits for the admission.
 * - Refused, cancelled and merged tickets have no verdict.
 * - N business days grant the open time up to the end of the N-th day, so a pause moves
 *   the deadline by just the open time that it took.
 */
import { endOfBusinessDayMs } from './business-days.ts'
import {
  rowFor,
  targetKinds,
  type ClockTerms,
  type Granted,
  type Row,
  type Target,
  type TargetKind,
} from './clock-terms.ts'
import type { WorkCalendar } from './day-plan.ts'
import { deadlineMs, nextOpenMs } from './deadline.ts'
import { shiftsAfter } from './shifts.ts'
import { readLog, type Answer, type LogProblem, type TicketEvent, type TicketHistory } from './ticket-log.ts'
import { countedMs, type PauseSpan, type Span, type StretchKind, type Why } from './walk.ts'

export type ClockState =
  | 'running'
  /** Outside hours: the remaining time stands still until `resumesAt`. */
  | 'standing'
  | 'paused'
  | 'met'
  | 'missed'
  | 'breached_running'
  | 'void'

/** Instants as ISO text, ready for JSON. */
export type ClockStretch = { from: string; to: string; kind: StretchKind; why?: Why }

export type Clock = {
  target: TargetKind
  state: ClockState
  startedAt: string
  /** Undefined while a pause holds the clock, and for a void one. */
  dueAt?: string
  /** When it was fulfilled, in time or late, and by what. */
  metAt?: string
  metBy?: { kind: Answer['kind'] | 'resolved'; by?: string }
  grantedSeconds: number
  usedSeconds: number
  /** Used of what was granted, 0 to 1. */
  usedShare: number
  /** Open time that is left; of a fulfilled target, that was left. */
  remainingSeconds: number
  /** Open time since the deadline. */
  overSeconds: number
  resumesAt?: string
  /** A reason of the contract, or "gate". */
  pausedBecause?: string
  pausedAt?: string
  /** From the start to the deadline, or to the pause that holds the clock: the answer to "why then?". */
  stretches: ClockStretch[]
  /** The next open time after the deadline, or after now when that has passed: for a countdown that runs on. */
  afterDue: { from: string; to: string }[]
  matchedRow: { priority: string; granted: Granted }
}

export type Clocks = { clocks: Clock[]; problems: LogProblem[] }

export function clocksOf(input: {
  terms: ClockTerms
  log: readonly TicketEvent[]
  now: Temporal.Instant | string
}): Clocks {
  const { terms, log } = input
  const { history, problems } = readLog(log, terms.pauseReasons)
  if (!history) return { clocks: [], problems }
  // What has been recorded has happened, also by a clock that runs a little ahead of ours.
  const now = Math.max(Temporal.Instant.from(input.now).epochMilliseconds, history.lastAt)
  const clocks = targetKinds.flatMap((target) => clockOf({ terms, history, now }, target) ?? [])
  const { priority } = history.priorities.at(-1)!
  const isPromised = targetKinds.some((target) => rowFor(terms, target, { priority }))
  if (terms.levels.some(({ targets }) => targets.length > 0) && !isPromised)
    problems.push({ code: 'no_level', priority })
  return { clocks, problems }
}

type Case = { terms: ClockTerms; history: TicketHistory; now: number }
type Fulfilment = { at: number; kind: Answer['kind'] | 'resolved'; by?: string }

function clockOf(given: Case, target: TargetKind): Clock | undefined {
  const { terms, history } = given
  const fulfilled = fulfilment(history, target)
  const change = changeInForce(given, fulfilled)
  const row = rowFor(terms, target, change)
  if (!row) return undefined
  if (history.voided) return plainClock(row, history.reportedAt, { state: 'void' })
  const begins = beginning(given, target)
  if (begins === undefined) return gateClock(given, row, fulfilled)
  const restart = terms.onPriorityChange === 'restart' ? change.at : begins
  return measured(given, row, Math.max(begins, restart), fulfilled)
}

function fulfilment({ answers, rests }: TicketHistory, target: TargetKind): Fulfilment | undefined {
  const last = rests.at(-1)
  if (target === 'resolution') return last?.to === Infinity ? { at: last.from, kind: 'resolved' } : undefined
  const answer = answers.find(({ kind }) => target === 'reaction' || kind === 'arrived')
  const resolved = rests[0]
  return answer && !(resolved && resolved.from < answer.at)
    ? answer
    : resolved && { at: resolved.from, kind: 'resolved' }
}

/** The priority by which a target is judged. */
function changeInForce(
  { terms, history }: Case,
  fulfilled?: Fulfilment,
): TicketHistory['priorities'][number] {
  const last = history.priorities.at(-1)!
  if (terms.onPriorityChange === 'fromReport' || !fulfilled) return last
  return history.priorities.findLast(({ at }) => at <= fulfilled.at) ?? history.priorities[0]!
}

/** When a target's clock starts, changes of priority apart; undefined while it waits at the gate. */
function beginning({ terms, history }: Case, target: TargetKind): number | undefined {
  const isGated = terms.gateClock === 'fromAdmission' && history.heldAt !== undefined
  const admitted = isGated ? history.admittedAt : history.reportedAt
  if (admitted === undefined || target !== 'resolution' || terms.onReopen === 'continue') return admitted
  const reopened = history.rests.findLast(({ to }) => to < Infinity)
  return Math.max(admitted, reopened?.to ?? admitted)
}

function gateClock({ history }: Case, row: Row, fulfilled?: Fulfilment): Clock {
  const start = history.heldAt ?? history.reportedAt
  if (fulfilled) return plainClock(row, start, { state: 'met', ...metFields(fulfilled) })
  return plainClock(row, start, { state: 'paused', pausedBecause: 'gate', pausedAt: iso(start) })
}

function measured(given: Case, row: Row, start: number, fulfilled?: Fulfilment): Clock {
  const { calendar } = row
  const grantedMs = grantedTime(row, start)
  // A deed before the clock started fulfils it with nothing used.
  const end = fulfilled ? Math.max(fulfilled.at, start) : given.now
  const pauses = pausesFor(given, row.target, fulfilled && end)
  const due = deadlineMs({ start, grantedMs, calendar, pauses })
  const usedMs = Math.min(grantedMs, countedMs(calendar, { from: start, to: end }, pauses))
  const overMs = due.at === undefined ? 0 : countedMs(calendar, { from: due.at, to: end }, pauses)
  return plainClock(row, start, {
    ...standing(given, row, { dueAt: due.at, pauses, fulfilled }),
    ...amounts(grantedMs, usedMs, overMs),
    dueAt: due.at === undefined ? undefined : iso(due.at),
    ...(fulfilled && metFields(fulfilled)),
    stretches: due.steps.map(({ from, to, kind, why }) => ({
      from: iso(from),
      to: iso(to),
      kind,
      ...(why && { why }),
    })),
    afterDue: fulfilled || due.at === undefined ? [] : openAfter(calendar, Math.max(due.at, end)),
  })
}

function grantedTime({ granted, calendar }: Target, start: number): number {
  if ('minutes' in granted) return granted.minutes * 60_000
  const to = endOfBusinessDayMs(calendar, start, granted.businessDays)
  return countedMs(calendar, { from: start, to }, [])
}

/** The pauses that stop a target; once it is fulfilled, as far as they reached by then. */
function pausesFor({ terms, history }: Case, target: TargetKind, fulfilledAt = Infinity): PauseSpan[] {
  const stopping = new Set(
    terms.pauseReasons.filter(({ stops }) => stops.includes(target)).map(({ key }) => key),
  )
  const pauses = history.pauses.filter(({ reason }) => stopping.has(reason))
  const rests = target === 'resolution' ? history.rests : []
  return [...pauses, ...rests]
    .filter(({ from }) => from < fulfilledAt)
    .map((pause) => ({ ...pause, to: Math.min(pause.to, fulfilledAt) }))
}

type Known = Pick<Clock, 'state'> & Partial<Clock>
type Found = { dueAt?: number; pauses: readonly PauseSpan[]; fulfilled?: Fulfilment }

function standing({ now }: Case, { calendar }: Row, { dueAt, pauses, fulfilled }: Found): Known {
  if (fulfilled) return { state: fulfilled.at <= (dueAt ?? Infinity) ? 'met' : 'missed' }
  const paused = pauses.find((pause) => pause.from <= now && now < pause.to)
  const because = paused && { pausedBecause: paused.reason, pausedAt: iso(paused.from) }
  // The moment at which all of it is used up is the moment of the breach.
  if (dueAt !== undefined && dueAt <= now) return { state: 'breached_running', ...because }
  if (paused) return { state: 'paused', ...because }
  const opens = nextOpenMs(calendar, now)
  return opens === undefined || opens === now
    ? { state: 'running' }
    : { state: 'standing', resumesAt: iso(opens) }
}

type Amounts = Pick<
  Clock,
  'grantedSeconds' | 'usedSeconds' | 'usedShare' | 'remainingSeconds' | 'overSeconds'
>

function amounts(grantedMs: number, usedMs: number, overMs: number): Amounts {
  return {
    grantedSeconds: Math.floor(grantedMs / 1000),
    usedSeconds: Math.floor(usedMs / 1000),
    usedShare: grantedMs === 0 ? 1 : usedMs / grantedMs,
    remainingSeconds: Math.floor(grantedMs / 1000) - Math.floor(usedMs / 1000),
    overSeconds: Math.floor(overMs / 1000),
  }
}

function openAfter(calendar: WorkCalendar, ms: number): Clock['afterDue'] {
  const next: Span[] = [...shiftsAfter(calendar, ms).take(2)]
  return next.map(({ from, to }) => ({ from: iso(Math.max(from, ms)), to: iso(to) }))
}

function plainClock(row: Row, start: number, known: Known): Clock {
  const grantedMs = known.grantedSeconds === undefined && known.state !== 'void' ? grantedTime(row, start) : 0
  return {
    target: row.target,
    startedAt: iso(start),
    ...amounts(grantedMs, 0, 0),
    stretches: [],
    afterDue: [],
    matchedRow: { priority: row.priority, granted: row.granted },
    ...known,
  }
}

function metFields({ at, kind, by }: Fulfilment): Partial<Clock> {
  return { metAt: iso(at), metBy: { kind, ...(by !== undefined && { by }) } }
}

/** "2026-11-23T10:25:00Z", written as `Temporal.Instant` writes it. */
export function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.?0+Z$/, 'Z')
}
