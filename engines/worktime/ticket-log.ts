/**
 * The log of a ticket, read for the clock: which pauses there were, who answered first,
 * when it was resolved and reopened, and what came to nothing.
 *
 * The log may reach us out of order and with the same event twice. It is put in order by
 * time; events of one instant follow the number under which they were recorded, and
 * without numbers a fixed order in which each is possible, so that the way they are handed
 * over never changes a verdict. What cannot have happened is named and changes nothing.
 */
import type { PauseReason } from './clock-terms.ts'
import type { PauseSpan } from './walk.ts'

export type TicketEvent = {
  /** ISO instant. */
  at: string
  /** The order in which events were recorded, when every event of the log has it. */
  seq?: number
} & (
  | { kind: 'reported' | 'priority_changed'; priority: string }
  | { kind: 'held' | 'admitted' | 'refused' }
  | { kind: 'taken_over' | 'work_started' | 'arrived'; by?: string }
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
    | 'not_held'
    | 'two_priorities_at_once'
    | 'pause_reason_unknown'
    | 'not_paused'
    | 'not_resolved'
    | 'already_resolved'
    | 'already_over'
    | 'no_level'
  at?: string
  kind?: EventKind
  priority?: string
}

export type Voided = 'refused' | 'cancelled' | 'merged'
export type Answer = {
  kind: 'taken_over' | 'public_reply' | 'work_started' | 'arrived'
  at: number
  by?: string
}

/** Instants in milliseconds; what still runs ends at Infinity. */
export type TicketHistory = {
  reportedAt: number
  /** The first is that of the report; then only real changes. */
  priorities: { at: number; priority: string }[]
  heldAt?: number
  admittedAt?: number
  answers: Answer[]
  pauses: (PauseSpan & { reason: string })[]
  /** From resolved to reopened. */
  rests: PauseSpan[]
  voided?: Voided
  lastAt: number
}

type Timed = TicketEvent & { ms: number }
type Reading = {
  history: TicketHistory
  reasons: readonly PauseReason[]
  problems: LogProblem[]
}

const order: readonly EventKind[] = [
  'reported',
  'held',
  'admitted',
  'refused',
  'priority_changed',
  'taken_over',
  'public_reply',
  'work_started',
  'arrived',
  'client_message',
  'paused',
  'resumed',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
  'merged',
]

export function readLog(
  log: readonly TicketEvent[],
  reasons: readonly PauseReason[],
): { history?: TicketHistory; problems: LogProblem[] } {
  const problems: LogProblem[] = []
  const events = timed(log, problems)
  const report = events.find((event) => event.kind === 'reported')
  if (report?.kind !== 'reported') return { problems: [...problems, { code: 'no_report' }] }

  const history: TicketHistory = {
    reportedAt: report.ms,
    priorities: [{ at: report.ms, priority: report.priority }],
    answers: [],
    pauses: [],
    rests: [],
    lastAt: events.at(-1)?.ms ?? report.ms,
  }
  const reading: Reading = { history, reasons, problems }
  for (const event of inOrder(
    events.filter((e) => e !== report),
    history,
  ))
    follow(reading, event)
  return { history, problems }
}

function timed(log: readonly TicketEvent[], problems: LogProblem[]): Timed[] {
  const events = log.flatMap((event) => {
    const ms = momentOf(event.at)
    if (ms === undefined) problems.push({ code: 'time_unreadable', at: event.at, kind: event.kind })
    return ms === undefined ? [] : [{ ...event, ms }]
  })
  const isNumbered = events.every((event) => event.seq !== undefined)
  return events.sort((a, b) => a.ms - b.ms || (isNumbered ? a.seq! - b.seq! : fixed(a, b)))
}

function fixed(a: Timed, b: Timed): number {
  const apart = order.indexOf(a.kind) - order.indexOf(b.kind)
  if (apart !== 0) return apart
  const [one, other] = [JSON.stringify(a, Object.keys(a).sort()), JSON.stringify(b, Object.keys(b).sort())]
  return one < other ? -1 : Number(one > other)
}

function momentOf(at: string): number | undefined {
  try {
    return Temporal.Instant.from(at).epochMilliseconds
  } catch {
    return undefined
  }
}

/**
 * Of unnumbered events at one instant, first those that are possible as things stand: a
 * ticket that waits is resumed before it is paused again, one that runs is paused first.
 */
function* inOrder(events: readonly Timed[], history: TicketHistory): Generator<Timed> {
  for (const together of Map.groupBy(events, (event) => event.ms).values()) {
    const waiting = [...together]
    while (waiting.length > 0) {
      const natural = waiting.findIndex((event) => event.seq === undefined && isNatural(event, history))
      yield* waiting.splice(Math.max(natural, 0), 1)
    }
  }
}

function isNatural({ kind }: Timed, history: TicketHistory): boolean {
  if (kind === 'paused') return !runningPause(history) && !isResolved(history)
  if (kind === 'resumed') return runningPause(history) !== undefined
  if (kind === 'resolved') return !isResolved(history)
  if (kind === 'reopened') return isResolved(history)
  return true
}

function follow(reading: Reading, event: Timed): void {
  const { history, problems } = reading
  const wrong = whatIsWrong(reading, event)
  if (wrong) problems.push({ code: wrong, at: event.at, kind: event.kind })
  if (wrong && wrong !== 'pause_reason_unknown' && wrong !== 'two_priorities_at_once') return
  if (isAnswer(event)) history.answers.push({ kind: event.kind, at: event.ms, by: event.by })
  else moves[event.kind]?.(reading, event)
}

/** Whether an event can have happened. The same thing said twice at one instant is no contradiction. */
function whatIsWrong({ history, reasons }: Reading, event: Timed): LogProblem['code'] | undefined {
  const { kind, ms } = event
  if (kind === 'reported') return ms === history.reportedAt ? undefined : 'reported_twice'
  // Somebody already at work may be asked for more: only that can come before the report.
  if (ms < history.reportedAt)
    return kind === 'work_started' || kind === 'arrived' ? undefined : 'before_report'
  if (history.voided) return kind === history.voided || isHarmless(kind) ? undefined : 'already_over'
  if (kind === 'paused') {
    if (isResolved(history)) return 'already_resolved'
    return reasons.some(({ key }) => key === event.reason) ? undefined : 'pause_reason_unknown'
  }
  if (kind === 'resumed') return history.pauses.some((p) => p.to >= ms) ? undefined : 'not_paused'
  if (kind === 'resolved' && isResolved(history))
    return history.rests.at(-1)?.from === ms ? undefined : 'already_resolved'
  if (kind === 'reopened' && !isResolved(history))
    return history.rests.at(-1)?.to === ms ? undefined : 'not_resolved'
  if ((kind === 'admitted' || kind === 'refused') && history.heldAt === undefined) return 'not_held'
  if (kind === 'priority_changed') return clashes(history, event) ? 'two_priorities_at_once' : undefined
  return undefined
}

/** What people write and log after the end says nothing against the end. */
const isHarmless = (kind: EventKind): boolean =>
  ['client_message', 'public_reply', 'work_started', 'arrived', 'closed', 'resumed'].includes(kind)

function clashes({ priorities }: TicketHistory, event: Timed & { priority: string }): boolean {
  const last = priorities.length > 1 ? priorities.at(-1) : undefined
  return event.seq === undefined && last?.at === event.ms && last.priority !== event.priority
}

function isAnswer(event: Timed): event is Timed & { kind: Answer['kind']; by?: string } {
  if (event.kind === 'public_reply') return event.human
  return event.kind === 'taken_over' || event.kind === 'work_started' || event.kind === 'arrived'
}

const moves: Partial<Record<EventKind, (reading: Reading, event: Timed) => void>> = {
  held: ({ history }, { ms }) => (history.heldAt ??= ms),
  admitted: ({ history }, { ms }) => (history.admittedAt ??= ms),
  refused: end,
  cancelled: end,
  merged: end,
  priority_changed({ history }, event) {
    if (event.kind !== 'priority_changed') return
    if (event.priority === history.priorities.at(-1)?.priority) return
    history.priorities.push({ at: event.ms, priority: event.priority })
  },
  paused({ history }, event) {
    if (event.kind !== 'paused' || runningPause(history)?.reason === event.reason) return
    endPause(history, event.ms)
    history.pauses.push({ from: event.ms, to: Infinity, reason: event.reason })
  },
  resumed: ({ history }, { ms }) => endPause(history, ms),
  client_message({ history, reasons }, event) {
    if (event.kind !== 'client_message' || event.human === false) return
    const key = runningPause(history)?.reason
    const reason = reasons.find((r) => r.key === key)
    if (reason && (reason.endsOnClientMessage ?? reason.key === 'waitingForClient'))
      endPause(history, event.ms)
  },
  resolved: finish,
  // Who closes a ticket that nobody has marked as resolved says both at once.
  closed: finish,
  reopened({ history }, { ms }) {
    const rest = history.rests.at(-1)
    if (rest?.to === Infinity) rest.to = ms
  },
}

function end({ history }: Reading, { kind, ms }: Timed): void {
  endPause(history, ms)
  history.voided ??= kind as Voided
}

function finish({ history }: Reading, { ms }: Timed): void {
  if (isResolved(history)) return
  endPause(history, ms)
  history.rests.push({ from: ms, to: Infinity, reason: 'resolved' })
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
