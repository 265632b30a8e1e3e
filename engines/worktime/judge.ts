/**
 * The verdict of the clock: where each promised target of a ticket stands at a moment, as a
 * pure function of the terms, the history and that moment, in milliseconds. How open time is
 * measured is handed in, so the readable reference and its fast twin judge by the same rules.
 *
 * - To be resolved ends every target. A pause stops the targets that its reason names. A
 *   fulfilled target keeps its verdict whatever is paused later. Exactly at the deadline is
 *   in time.
 * - Change of priority or category: counted from the report, as if the last had been so from
 *   the start; or restarted at the change, unless the target was fulfilled before.
 * - Reopened: the time between resolved and reopened is not counted, or resolution and
 *   work-around start anew.
 * - Held at the gate: the clock runs from the report, or waits for the admission.
 * - Refused, cancelled and merged tickets have no verdict.
 * - N business days grant the open time up to the end of the N-th day, so a pause moves the
 *   deadline by just the open time that it took.
 */
import {
  levelFor,
  targetKinds,
  type ClockTerms,
  type Level,
  type Row,
  type TargetKind,
} from './clock-terms.ts'
import type { WorkCalendar } from './day-plan.ts'
import { roundsOf } from './rounds.ts'
import type { Circumstances } from './service-level.ts'
import { usualFulfilment, type FulfilKind, type StartKind } from './targets.ts'
import type { TicketHistory } from './ticket-log.ts'
import type { PauseSpan, Span } from './walk.ts'

export type ClockState =
  | 'running'
  /** Outside hours: the remaining time stands still until it opens. */
  | 'standing'
  | 'paused'
  | 'met'
  | 'missed'
  | 'breached_running'
  | 'void'

/** How open time is measured. */
export type Arithmetic = {
  /** Undefined while a pause without end holds the clock. */
  deadline: (
    calendar: WorkCalendar,
    start: number,
    grantedMs: number,
    pauses: readonly PauseSpan[],
  ) => number | undefined
  counted: (calendar: WorkCalendar, span: Span, pauses: readonly PauseSpan[]) => number
  endOfBusinessDay: (calendar: WorkCalendar, start: number, days: number) => number
  /** The instant itself when it is open. */
  nextOpen: (calendar: WorkCalendar, ms: number) => number | undefined
}

export type Fulfilment = { at: number; kind: FulfilKind; by?: string }

export type Judged = {
  row: Row
  state: ClockState
  startedAt: number
  /** Undefined while a pause holds the clock, while it has not started, and for a void one. */
  dueAt?: number
  fulfilled?: Fulfilment
  grantedMs: number
  usedMs: number
  /** Open time past the deadline. */
  overMs: number
  resumesAt?: number
  /** A reason of the contract, "gate", or what has to happen before the clock starts. */
  pausedBecause?: string
  pausedAt?: number
  /** What stopped this clock; undefined when nothing was measured. */
  pauses?: readonly PauseSpan[]
  /** Until when time was measured: the fulfilment, or now. */
  until: number
  /** Of targets that begin again and again: those that are over. */
  rounds?: Judged[]
}

export type Case = { terms: ClockTerms; history: TicketHistory; now: number; time: Arithmetic }

/** Every target that is promised, in the order of the targets. */
export function judge(given: Case): Judged[] {
  const levels = new Map<Circumstances, { level: Level; row: number } | undefined>()
  const promised = (target: TargetKind, about: Circumstances): Row | undefined => {
    if (!levels.has(about)) levels.set(about, levelFor(given.terms, about))
    const found = levels.get(about)
    const promise = found?.level.targets.find((one) => one.target === target)
    return promise && found && { ...promise, ...found }
  }
  const judged: Judged[] = []
  for (const target of targetKinds) {
    const isRepeated = target === 'nextReply' || target === 'periodicUpdate'
    const found = isRepeated ? judgeRounds(given, target, promised) : judgeOnce(given, target, promised)
    if (found) judged.push(found)
  }
  return judged
}

type Promised = (target: TargetKind, about: Circumstances) => Row | undefined

function judgeOnce(given: Case, target: TargetKind, promised: Promised): Judged | undefined {
  const { terms, history } = given
  const begin = beginning(given, target)
  const fulfilled = fulfilment(given, target, begin)
  const about = aboutInForce(given, fulfilled?.at)
  const row = promised(target, about)
  if (!row) return undefined
  if (history.voided) return plain(row, history.reportedAt, { state: 'void' })
  if (typeof begin === 'string') return notStarted(given, row, begin, fulfilled)
  const restart = terms.onPriorityChange === 'restart' ? about.at : begin
  return measured(given, row, Math.max(begin, restart), fulfilled)
}

/** One clock for a target that begins again and again: the round that runs, else the worst of all. */
function judgeRounds(
  given: Case,
  target: 'nextReply' | 'periodicUpdate',
  promised: Promised,
): Judged | undefined {
  const { terms, history } = given
  const begin = beginning(given, target)
  if (typeof begin === 'string' || history.voided) return judgeBare(given, target, promised, begin)
  const kinds = fulfilKindsOf(terms, target)
  const judged = roundsOf(history, target, { begin, kinds }).flatMap(({ from, ended }) => {
    const about = aboutInForce(given, ended?.at)
    const row = promised(target, about)
    const restart = terms.onPriorityChange === 'restart' ? about.at : from
    return row ? [measured(given, row, Math.max(from, restart), ended)] : []
  })
  const running = judged.find(({ fulfilled }) => !fulfilled)
  const over = judged.filter(({ fulfilled }) => fulfilled)
  const shown = running ?? over.reduce<Judged | undefined>(worse, undefined)
  return shown && { ...shown, rounds: over }
}

const worse = (worst: Judged | undefined, next: Judged): Judged =>
  worst && worst.overMs > next.overMs ? worst : next

/** Nothing has begun, or nothing is judged: a next reply is not even asked for. */
function judgeBare(
  given: Case,
  target: TargetKind,
  promised: Promised,
  begin: number | NotStarted,
): Judged | undefined {
  const { history } = given
  const row = target === 'nextReply' ? undefined : promised(target, history.about.at(-1)!)
  if (!row) return undefined
  if (history.voided || typeof begin === 'number') return plain(row, history.reportedAt, { state: 'void' })
  const rest = history.rests.at(-1)
  const resolved = rest && { at: rest.from, kind: 'resolved' as const }
  return notStarted(given, row, begin, resolved)
}

const fulfilKindsOf = (terms: ClockTerms, target: TargetKind): readonly FulfilKind[] =>
  terms.targets?.[target]?.fulfilledBy ?? usualFulfilment[target]

function fulfilment(
  { terms, history }: Case,
  target: TargetKind,
  begin: number | NotStarted,
): Fulfilment | undefined {
  const { answers, rests } = history
  const last = rests.at(-1)
  const resolved = last && (target === 'resolution' || target === 'workAround') ? current(last) : rests[0]
  const ended = resolved && { at: resolved.from, kind: 'resolved' as const }
  if (target === 'resolution') return ended
  const kinds = fulfilKindsOf(terms, target)
  const isAnew = target === 'workAround' && terms.onReopen === 'restart'
  const from = isAnew && typeof begin === 'number' ? begin : -Infinity
  const answer = answers.find(({ kind, at }) => at >= from && kinds.includes(kind))
  return answer && !(ended && ended.at < answer.at) ? answer : ended
}

const current = (rest: PauseSpan): PauseSpan | undefined => (rest.to === Infinity ? rest : undefined)

/** What a ticket was about when a target is judged. */
function aboutInForce({ terms, history }: Case, fulfilledAt?: number): TicketHistory['about'][number] {
  const last = history.about.at(-1)!
  if (terms.onPriorityChange === 'fromReport' || fulfilledAt === undefined) return last
  return history.about.findLast(({ at }) => at <= fulfilledAt) ?? history.about[0]!
}

type NotStarted = 'gate' | Exclude<StartKind, 'report'>

/** When a target's clock starts, changes of priority apart; or what it waits for. */
function beginning({ terms, history }: Case, target: TargetKind): number | NotStarted {
  const isGated = terms.gateClock === 'fromAdmission' && history.heldAt !== undefined
  const admitted = isGated ? history.admittedAt : history.reportedAt
  if (admitted === undefined) return 'gate'
  const waitsFor = terms.targets?.[target]?.startsWith ?? 'report'
  const started = waitsFor === 'report' ? admitted : firstOf(history, waitsFor)
  if (started === undefined) return waitsFor as NotStarted
  const isAnew = terms.onReopen === 'restart' && (target === 'resolution' || target === 'workAround')
  const reopened = isAnew ? history.rests.findLast(({ to }) => to < Infinity)?.to : undefined
  return Math.max(admitted, started, reopened ?? -Infinity)
}

const startedBy = { takeOver: 'taken_over', arrival: 'arrived', workAround: 'worked_around' } as const

const firstOf = ({ answers }: TicketHistory, what: keyof typeof startedBy): number | undefined =>
  answers.find(({ kind }) => kind === startedBy[what])?.at

function notStarted(
  { history, time }: Case,
  row: Row,
  pausedBecause: NotStarted,
  fulfilled?: Fulfilment,
): Judged {
  const start = history.heldAt ?? history.reportedAt
  const grantedMs = grantedTime(time, row, start)
  if (fulfilled) return plain(row, start, { state: 'met', fulfilled, grantedMs })
  return plain(row, start, { state: 'paused', pausedBecause, pausedAt: start, grantedMs })
}

function measured(given: Case, row: Row, start: number, fulfilled?: Fulfilment): Judged {
  const { time } = given
  const { calendar } = row
  const grantedMs = grantedTime(time, row, start)
  // A deed before the clock started fulfils it with nothing used.
  const until = fulfilled ? Math.max(fulfilled.at, start) : given.now
  const pauses = pausesFor(given, row.target, fulfilled && until)
  const dueAt = time.deadline(calendar, start, grantedMs, pauses)
  const usedMs = Math.min(grantedMs, time.counted(calendar, { from: start, to: until }, pauses))
  const isLate = dueAt !== undefined && dueAt < until
  const overMs = isLate ? time.counted(calendar, { from: dueAt, to: until }, pauses) : 0
  const standing = fulfilled
    ? { state: fulfilled.at <= (dueAt ?? Infinity) ? ('met' as const) : ('missed' as const) }
    : standingOf(given, row, dueAt, pauses)
  const known = { dueAt, fulfilled, grantedMs, usedMs, overMs, pauses, until }
  return { row, startedAt: start, ...known, ...standing }
}

function grantedTime(time: Arithmetic, { granted, calendar }: Row, start: number): number {
  if ('minutes' in granted) return granted.minutes * 60_000
  const to = time.endOfBusinessDay(calendar, start, granted.businessDays)
  return time.counted(calendar, { from: start, to }, [])
}

/** The pauses that stop a target; once it is fulfilled, as far as they reached by then. */
function pausesFor({ terms, history }: Case, target: TargetKind, fulfilledAt = Infinity): PauseSpan[] {
  const found: PauseSpan[] = []
  for (const pause of history.pauses) {
    const reason = terms.pauseReasons.find(({ key }) => key === pause.reason)
    if (reason?.stops.includes(target)) add(reason.clause ? { ...pause, clause: reason.clause } : pause)
  }
  if (target === 'resolution' || target === 'workAround') for (const rest of history.rests) add(rest)
  return found

  function add(pause: PauseSpan): void {
    if (pause.from < fulfilledAt) found.push({ ...pause, to: Math.min(pause.to, fulfilledAt) })
  }
}

function standingOf(
  { now, time }: Case,
  { calendar }: Row,
  dueAt: number | undefined,
  pauses: readonly PauseSpan[],
): Pick<Judged, 'state' | 'pausedBecause' | 'pausedAt' | 'resumesAt'> {
  const paused = pauses.find((pause) => pause.from <= now && now < pause.to)
  const because = paused && { pausedBecause: paused.reason, pausedAt: paused.from }
  // The moment at which all of it is used up is the moment of the breach.
  if (dueAt !== undefined && dueAt <= now) return { state: 'breached_running', ...because }
  if (paused) return { state: 'paused', ...because }
  const opens = time.nextOpen(calendar, now)
  return opens === undefined || opens === now ? { state: 'running' } : { state: 'standing', resumesAt: opens }
}

function plain(row: Row, startedAt: number, known: Pick<Judged, 'state'> & Partial<Judged>): Judged {
  return { row, startedAt, grantedMs: 0, usedMs: 0, overMs: 0, until: startedAt, ...known }
}
