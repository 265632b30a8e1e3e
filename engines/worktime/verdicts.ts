/**
 * Verdicts and deadlines of many tickets: the same judgement as `clocksOf`, measured by the
 * fast twin and without explanations. For reports over a year and for re-timing every open
 * ticket when a calendar or terms have changed; whoever wants to see why asks `clocksOf`.
 */
import type { ClockTerms, TargetKind } from './clock-terms.ts'
import { fast } from './fast.ts'
import { judge, type ClockState, type Judged } from './judge.ts'
import { readLog, type LogProblem, type TicketEvent } from './ticket-log.ts'

export function verdictsOf(input: {
  terms: ClockTerms
  log: readonly TicketEvent[]
  /** Milliseconds since 1970. */
  now: number
}): { judged: Judged[]; problems: LogProblem[] } {
  const { history, problems } = readLog(input.log, input.terms)
  if (!history) return { judged: [], problems }
  const now = Math.max(input.now, history.lastAt)
  return { judged: judge({ terms: input.terms, history, now, time: fast }), problems }
}

export type Verdict = 'met' | 'missed' | 'open' | 'none'

/**
 * What a report counts: a target that is past its deadline counts as missed, fulfilled or
 * not; one of many rounds missed is missed; a void clock counts nowhere.
 */
export function verdictOf(clock: {
  state: ClockState
  rounds?: readonly { state?: ClockState; isMet?: boolean }[]
}): Verdict {
  const { state, rounds = [] } = clock
  if (state === 'void') return 'none'
  const isMissed = rounds.some((round) => round.isMet === false || round.state === 'missed')
  if (isMissed || state === 'missed' || state === 'breached_running') return 'missed'
  return state === 'met' ? 'met' : 'open'
}

/** The deadlines of a ticket, for the caches beside it. */
export type Timing = {
  due: Partial<Record<TargetKind, number>>
  /** Of the next unmet target; undefined when every clock is paused or done. */
  nextDueAt?: number
}

export function timingOf(input: Parameters<typeof verdictsOf>[0]): Timing {
  const timing: Timing = { due: {} }
  for (const { row, dueAt, state } of verdictsOf(input).judged) {
    if (dueAt === undefined) continue
    timing.due[row.target] = dueAt
    const isUnmet = state === 'running' || state === 'standing' || state === 'breached_running'
    if (isUnmet && !(timing.nextDueAt! <= dueAt)) timing.nextDueAt = dueAt
  }
  return timing
}
