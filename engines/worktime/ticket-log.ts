/**
 * The log of a ticket, read for the clock: what it was about, which pauses there were, who
 * answered first, when it was resolved and reopened, and what came to nothing.
 *
 * The log may reach us out of order and with the same event twice. It is put in order by
 * time; events of one instant follow the number under which they were recorded, and
 * without numbers a fixed order in which each is possible, so that the way they are handed
 * over never changes a verdict. What cannot have happened is named and changes nothing.
 */
import type { ClockRules, PauseReason } from './clock-terms.ts'
import { dayMs } from './days.ts'
import { inOrderOfTime, type Timed } from './log-order.ts'
import type { Circumstances } from './service-level.ts'
import type { FulfilKind } from './targets.ts'
import type { PauseSpan } from './walk.ts'

export type TicketEvent = {
  /** ISO instant. */
  at: string
  /** The order in which events were recorded, when every event of the log has it. */
  seq?: number
} & (
  | ({ kind: 'reported' } & Circumstances)
  | { kind: 'priority_changed'; priority: string }
  /** Another category, device class or site; null: none. */
  | {
      kind: 'reclassified'
      category?: string | null
      deviceClass?: string | null
      site?: string | null
    }
  | { kind: 'held' | 'admitted' | 'refused' }
  | { kind: 'taken_over' | 'work_started' | 'arrived' | 'worked_around'; by?: string }
  | { kind: 'public_reply'; by?: string; human: boolean }
  | { kind: 'paused'; reason: string }
  | { kind: 'resumed' }
  /** Automatic answers change nothing. */
  | { kind: 'client_message'; human?: boolean }
  | { kind: 'resolved' | 'reopened' | 'closed' | 'cancelled' | 'merged' }
)

export type EventKind = TicketEvent['kind']

export type LogProblem = {
  code:
    | 'no_report'
    | 'time_unreadable'
    | 'before_report'
    | 'reported_twice'
    | 'doubled'
    | 'out_of_order'
    | 'not_held'
    | 'two_priorities_at_once'
    | 'two_changes_at_once'
    | 'pause_reason_unknown'
    | 'not_paused'
    | 'not_resolved'
    | 'already_resolved'
    | 'after_warranty'
    | 'already_over'
    | 'no_level'
  at?: string
  kind?: EventKind
  priority?: string
}

export type Voided = 'refused' | 'cancelled' | 'merged'
export type Answer = { kind: Exclude<FulfilKind, 'resolved'>; at: number; by?: string }
/** What the talk between us and the client was, in order: for targets that begin again and again. */
export type Turn =
  | Answer
  | { kind: 'client_message'; at: number }
  | { kind: 'resolved'; at: number }
  | { kind: 'reopened'; at: number }

/** Instants in milliseconds; what still runs ends at Infinity. */
export type TicketHistory = {
  reportedAt: number
  /** What the ticket was about: first at the report, then after every real change. */
  about: (Circumstances & { at: number })[]
  heldAt?: number
  admittedAt?: number
  answers: Answer[]
  turns: Turn[]
  pauses: (PauseSpan & { reason: string })[]
  /** From resolved to reopened. */
  rests: PauseSpan[]
  voided?: Voided
  lastAt: number
}

type Reading = {
  history: TicketHistory
  rules: LogRules
  problems: LogProblem[]
}
export type LogRules = Pick<ClockRules, 'pauseReasons' | 'onReopen' | 'warrantyDays'>

/** The last instant at which a resolved ticket may be reopened; later another one begins. */
export function reopensUntil({ onReopen, warrantyDays }: LogRules, resolvedAt: number): number {
  if (onReopen !== 'newTicket') return Infinity
  return resolvedAt + (warrantyDays ?? 0) * dayMs
}

export function readLog(
  log: readonly TicketEvent[],
  rules: LogRules,
): { history?: TicketHistory; problems: LogProblem[] } {
  const problems: LogProblem[] = []
  const events = inOrderOfTime(log, problems)
  const report = events.find(({ event }) => event.kind === 'reported')
  if (report?.event.kind !== 'reported') return { problems: [...problems, { code: 'no_report' }] }

  const { ms } = report
  const { priority, category, deviceClass, site } = report.event
  const history: TicketHistory = {
    reportedAt: ms,
    about: [{ at: ms, priority, category, deviceClass, site }],
    answers: [],
    turns: [],
    pauses: [],
    rests: [],
    lastAt: events.at(-1)?.ms ?? ms,
  }
  const reading: Reading = { history, rules, problems }
  followAll(
    reading,
    events.filter((timed) => timed !== report),
  )
  return { history, problems }
}

/**
 * Of unnumbered events at one instant, first those that are possible as things stand: a
 * ticket that waits is resumed before it is paused again, one that runs is paused first.
 */
function followAll(reading: Reading, events: readonly Timed[]): void {
  for (let i = 0; i < events.length;) {
    let end = i + 1
    while (end < events.length && events[end]!.ms === events[i]!.ms) end += 1
    if (end === i + 1) follow(reading, events[i]!)
    else followTogether(reading, events.slice(i, end))
    i = end
  }
}

function followTogether(reading: Reading, waiting: Timed[]): void {
  while (waiting.length > 0) {
    const natural = waiting.findIndex(
      ({ event }) => event.seq === undefined && isNatural(event.kind, reading.history),
    )
    const [next] = waiting.splice(Math.max(natural, 0), 1)
    follow(reading, next!)
  }
}

function isNatural(kind: EventKind, history: TicketHistory): boolean {
  if (kind === 'paused') return !runningPause(history) && !isResolved(history)
  if (kind === 'resumed') return runningPause(history) !== undefined
  if (kind === 'resolved') return !isResolved(history)
  if (kind === 'reopened') return isResolved(history)
  return true
}

function follow(reading: Reading, { event, ms }: Timed): void {
  const { history, problems } = reading
  const wrong = whatIsWrong(reading, event, ms)
  if (wrong) problems.push({ code: wrong, at: event.at, kind: event.kind })
  if (wrong && !changesAnyway.has(wrong)) return
  if (isAnswer(event)) answered(history, { kind: event.kind, at: ms, by: event.by })
  else moves[event.kind]?.(reading, event, ms)
}

/** A reason of its own and the last of two contradicting words still stand for what was done. */
const changesAnyway: ReadonlySet<LogProblem['code']> = new Set([
  'pause_reason_unknown',
  'two_priorities_at_once',
  'two_changes_at_once',
])

/** Whether an event can have happened. The same thing said twice at one instant is no contradiction. */
function whatIsWrong(
  { history, rules }: Reading,
  event: TicketEvent,
  ms: number,
): LogProblem['code'] | undefined {
  const { kind } = event
  if (kind === 'reported') return 'reported_twice'
  // Somebody already at work may be asked for more: only that can come before the report.
  if (ms < history.reportedAt)
    return kind === 'work_started' || kind === 'arrived' ? undefined : 'before_report'
  if (history.voided) return kind === history.voided || harmless.has(kind) ? undefined : 'already_over'
  if (kind === 'paused') {
    if (isResolved(history)) return 'already_resolved'
    return rules.pauseReasons.some(({ key }) => key === event.reason) ? undefined : 'pause_reason_unknown'
  }
  if (kind === 'resumed') return history.pauses.some((p) => p.to >= ms) ? undefined : 'not_paused'
  if (kind === 'resolved' && isResolved(history))
    return history.rests.at(-1)?.from === ms ? undefined : 'already_resolved'
  if (kind === 'reopened') return wrongReopening(history, rules, ms)
  if ((kind === 'admitted' || kind === 'refused') && history.heldAt === undefined) return 'not_held'
  if (kind === 'priority_changed' || kind === 'reclassified') return clash(history, event, ms)
  return undefined
}

/** What people write and log after the end says nothing against the end. */
const harmless: ReadonlySet<EventKind> = new Set<EventKind>([
  'client_message',
  'public_reply',
  'work_started',
  'arrived',
  'closed',
  'resumed',
])

function wrongReopening(
  history: TicketHistory,
  rules: LogRules,
  ms: number,
): 'not_resolved' | 'after_warranty' | undefined {
  const rest = history.rests.at(-1)
  if (rest?.to !== Infinity) return rest?.to === ms ? undefined : 'not_resolved'
  return ms <= reopensUntil(rules, rest.from) ? undefined : 'after_warranty'
}

/** Two unnumbered words of one instant that contradict each other. */
function clash({ about }: TicketHistory, event: TicketEvent, ms: number): LogProblem['code'] | undefined {
  const [before, last] = about.slice(-2)
  if (event.seq !== undefined || !last || last.at !== ms) return undefined
  if (event.kind === 'priority_changed')
    return last.priority !== before!.priority && last.priority !== event.priority
      ? 'two_priorities_at_once'
      : undefined
  if (event.kind !== 'reclassified') return undefined
  const isContradicted = (['category', 'deviceClass', 'site'] as const).some(
    (field) =>
      event[field] !== undefined && last[field] !== before![field] && (event[field] ?? null) !== last[field],
  )
  return isContradicted ? 'two_changes_at_once' : undefined
}

function isAnswer(event: TicketEvent): event is TicketEvent & { kind: Answer['kind']; by?: string } {
  if (event.kind === 'public_reply') return event.human
  return (
    event.kind === 'taken_over' ||
    event.kind === 'work_started' ||
    event.kind === 'arrived' ||
    event.kind === 'worked_around'
  )
}

function answered(history: TicketHistory, answer: Answer): void {
  history.answers.push(answer)
  history.turns.push(answer)
}

const moves: Partial<Record<EventKind, (reading: Reading, event: TicketEvent, ms: number) => void>> = {
  held: ({ history }, _, ms) => (history.heldAt ??= ms),
  admitted: ({ history }, _, ms) => (history.admittedAt ??= ms),
  refused: end,
  cancelled: end,
  merged: end,
  priority_changed({ history }, event, ms) {
    if (event.kind === 'priority_changed') change(history, ms, { priority: event.priority })
  },
  reclassified({ history }, event, ms) {
    if (event.kind !== 'reclassified') return
    const { category, deviceClass, site } = event
    change(history, ms, {
      ...(category !== undefined && { category }),
      ...(deviceClass !== undefined && { deviceClass }),
      ...(site !== undefined && { site }),
    })
  },
  paused({ history }, event, ms) {
    if (event.kind !== 'paused' || runningPause(history)?.reason === event.reason) return
    endPause(history, ms)
    history.pauses.push({ from: ms, to: Infinity, reason: event.reason })
  },
  resumed: ({ history }, _, ms) => endPause(history, ms),
  client_message({ history, rules }, event, ms) {
    if (event.kind !== 'client_message' || event.human === false) return
    history.turns.push({ kind: 'client_message', at: ms })
    const key = runningPause(history)?.reason
    const reason = rules.pauseReasons.find((r) => r.key === key)
    if (reason && endsOnClientMessage(reason)) endPause(history, ms)
  },
  resolved: finish,
  // Who closes a ticket that nobody has marked as resolved says both at once.
  closed: finish,
  reopened({ history }, _, ms) {
    const rest = history.rests.at(-1)
    if (rest?.to !== Infinity) return
    rest.to = ms
    history.turns.push({ kind: 'reopened', at: ms })
  },
}

const endsOnClientMessage = (reason: PauseReason): boolean =>
  reason.endsOnClientMessage ?? reason.key === 'waitingForClient'

function change(history: TicketHistory, at: number, changed: Partial<Circumstances>): void {
  const last = history.about.at(-1)!
  const isReal = (Object.keys(changed) as (keyof Circumstances)[]).some(
    (field) => (changed[field] ?? undefined) !== (last[field] ?? undefined),
  )
  if (isReal) history.about.push({ ...last, ...changed, at })
}

function end({ history }: Reading, { kind }: TicketEvent, ms: number): void {
  endPause(history, ms)
  history.voided ??= kind as Voided
}

function finish({ history }: Reading, _: TicketEvent, ms: number): void {
  if (isResolved(history)) return
  endPause(history, ms)
  history.rests.push({ from: ms, to: Infinity, reason: 'resolved' })
  history.turns.push({ kind: 'resolved', at: ms })
}

function runningPause(history: TicketHistory): TicketHistory['pauses'][number] | undefined {
  const last = history.pauses.at(-1)
  return last?.to === Infinity ? last : undefined
}

function endPause(history: TicketHistory, ms: number): void {
  const running = runningPause(history)
  if (running) running.to = ms
}

function isResolved(history: TicketHistory): boolean {
  return history.rests.at(-1)?.to === Infinity
}
