/**
 * What a countdown shows at a moment: the open time left, the state it is in and its words.
 * The server sends the stretches that count until the deadline; the rest is arithmetic, so
 * a list of deadlines keeps running without asking again.
 */
import { duration, moment, workingDays } from '#words/format.ts'
import type { Lang } from '#words/words.ts'

export type TimeState = 'calm' | 'watch' | 'urgent' | 'overdue' | 'paused' | 'met'

export type Countdown = {
  dueMs?: number | undefined
  /** Everything that counts from the start of the clock to the deadline, in order. */
  stretches?: readonly { fromMs: number; toMs: number }[]
  /** The clock is stopped, and why. */
  paused?: { reason?: string } | undefined
  /** The verdict: fulfilled, after how many counted seconds; late when it came after the deadline. */
  met?: { afterSeconds: number; lateBySeconds?: number } | undefined
  /** A promise in whole working days shows days as long as more than one is left. */
  workingDaysLeft?: number | undefined
}

export type CountdownView = {
  state: TimeState
  /** Open seconds left; below zero after the deadline. Undefined while paused or met. */
  remainingSeconds?: number
  /** The elapsed share of the open time, 0 to 1, for the ring. */
  elapsedShare: number
  text: string
  /** Counts down in seconds from here on. */
  everySecond: boolean
}

type Words = { overdueBy: (seconds: number) => string; within: (seconds: number) => string; waiting: (why: { reason?: string }) => string }
type Way = { lang: Lang; zone: string; words: Words }

export function remainingNow(input: { stretches: readonly { fromMs: number; toMs: number }[]; dueMs: number; nowMs: number }): { remainingSeconds: number; share: number } {
  const { stretches, dueMs, nowMs } = input
  if (nowMs > dueMs) return { remainingSeconds: -Math.ceil((nowMs - dueMs) / 1000), share: 0 }
  let all = 0
  let left = 0
  for (const { fromMs, toMs } of stretches) {
    all += toMs - fromMs
    left += Math.max(0, toMs - Math.max(fromMs, nowMs))
  }
  if (stretches.length === 0) left = all = dueMs - nowMs
  return { remainingSeconds: Math.floor(left / 1000), share: all === 0 ? 0 : left / all }
}

/** Calm above a quarter of the open time, urgent in the last tenth or quarter of an hour. */
export function stateOf(remainingSeconds: number, share: number): TimeState {
  if (remainingSeconds < 0) return 'overdue'
  if (share <= 0.1 || remainingSeconds < 900) return 'urgent'
  return share <= 0.25 ? 'watch' : 'calm'
}

export function countdownView(countdown: Countdown, nowMs: number, way: Way): CountdownView {
  const { words } = way
  if (countdown.met?.lateBySeconds) return still('overdue', words.overdueBy(countdown.met.lateBySeconds))
  if (countdown.met) return still('met', words.within(countdown.met.afterSeconds))
  if (countdown.paused) return still('paused', words.waiting(countdown.paused))
  if (countdown.dueMs === undefined) return still('calm', '–')
  const { remainingSeconds, share } = remainingNow({ stretches: countdown.stretches ?? [], dueMs: countdown.dueMs, nowMs })
  const state = stateOf(remainingSeconds, share)
  return {
    state,
    remainingSeconds,
    elapsedShare: 1 - share,
    text: runningText(countdown, countdown.dueMs, remainingSeconds, state, nowMs, way),
    everySecond: Math.abs(remainingSeconds) < 120,
  }
}

function still(state: TimeState, text: string): CountdownView {
  return { state, elapsedShare: 1, text, everySecond: false }
}

function runningText(countdown: Countdown, dueMs: number, remaining: number, state: TimeState, nowMs: number, { lang, zone, words }: Way): string {
  if (remaining < 0) return words.overdueBy(-remaining)
  if (state === 'calm' && (countdown.workingDaysLeft ?? 0) > 1) return workingDays(lang, countdown.workingDaysLeft ?? 0)
  if (state === 'calm' && !sameDay(dueMs, nowMs, zone)) return moment(lang, dueMs, zone)
  return duration(lang, remaining)
}

function sameDay(a: number, b: number, zone: string): boolean {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  return format.format(a) === format.format(b)
}
