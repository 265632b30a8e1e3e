/**
 * What a countdown shows at a moment: its state, its words and how much of the open time is
 * gone. The server's clock is handed in as it came; the engine does the subtraction, so a
 * list of deadlines keeps running without asking again.
 */
import { countdownOf, type Moment } from '#engines/worktime/countdown.ts'
import { daysBetween, duration, moment, workingDays } from '#words/format.ts'
import type { Lang } from '#words/words.ts'

export type TimeState = 'calm' | 'watch' | 'urgent' | 'overdue' | 'paused' | 'met'

type Stretch = { from: Moment; to: Moment; kind?: string }

/** A clock as the server sends it fits here; for a drawing a few fields are enough. */
export type Countdown = {
  /** running, standing, paused, met, missed, breached_running, void; running when left out. */
  state?: string
  dueAt?: Moment | undefined
  /** Everything from the start of the clock to the deadline, in order. */
  stretches?: readonly Stretch[]
  /** Open time that had passed since the deadline when the server answered, and the open time after it. */
  overSeconds?: number
  afterDue?: readonly Stretch[]
  /** For a fulfilled clock: after how many counted seconds. */
  usedSeconds?: number
  /** Why the clock is stopped, in words. */
  pausedWords?: string | undefined
  /** A promise in whole working days shows days as long as more than one is left. */
  workingDaysLeft?: number | undefined
}

export type CountdownView = {
  state: TimeState
  /** Open seconds left, below zero after the deadline. Undefined for what does not run. */
  remainingSeconds?: number
  /** The elapsed share of the open time, 0 to 1, for the ring. */
  elapsedShare: number
  text: string
  /** Counts down in seconds from here on. */
  everySecond: boolean
}

type Words = {
  overdueBy: (seconds: number) => string
  within: (seconds: number) => string
  waiting: (why: { reason?: string }) => string
}
type Way = { lang: Lang; zone: string; words: Words }

export function countdownView(countdown: Countdown, nowMs: number, way: Way): CountdownView {
  const { words } = way
  const { state = 'running', dueAt, stretches = [], overSeconds = 0, afterDue = [] } = countdown
  if (state === 'paused') return still('paused', words.waiting(reasonOf(countdown)))
  const shown = countdownOf({ state, dueAt, stretches, overSeconds, afterDue }, nowMs)
  if (shown.state === 'void') return still('calm', '–')
  if (shown.state === 'met') return still('met', words.within(countdown.usedSeconds ?? 0))
  if (shown.state === 'paused') return still('paused', words.waiting(reasonOf(countdown)))
  const { remainingSeconds = 0, remainingShare = 0, overSeconds: over = 0 } = shown
  if (shown.state === 'overdue')
    return {
      ...still('overdue', words.overdueBy(over)),
      ...(state === 'missed' ? {} : { remainingSeconds: -over, everySecond: over < 120 }),
    }
  return {
    state: shown.state,
    remainingSeconds,
    elapsedShare: 1 - remainingShare,
    text: runningText(countdown, dueAt ?? nowMs, remainingSeconds, shown.state, nowMs, way),
    everySecond: remainingSeconds < 120,
  }
}

const reasonOf = ({ pausedWords }: Countdown): { reason?: string } =>
  pausedWords ? { reason: pausedWords } : {}

function still(state: TimeState, text: string): CountdownView {
  return { state, elapsedShare: 1, text, everySecond: false }
}

function runningText(
  countdown: Countdown,
  dueAt: Moment,
  remaining: number,
  state: TimeState,
  nowMs: number,
  { lang, zone }: Way,
): string {
  if (state === 'calm' && (countdown.workingDaysLeft ?? 0) > 1)
    return workingDays(lang, countdown.workingDaysLeft ?? 0)
  if (state === 'calm' && daysBetween(nowMs, dueAt, zone) !== 0) return moment(lang, dueAt, zone)
  return duration(lang, remaining)
}
