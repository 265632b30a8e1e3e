/**
 * A countdown at a moment, for the screen: the server sends the stretches that count until
 * the deadline and the open time after it, and the rest is subtraction. Plain numbers and
 * ISO text; no calendar and no time zone are needed, so this stays small.
 *
 * Calm above a quarter of the open time, watch down to a tenth, then urgent, as in the
 * last quarter of an hour.
 */
export type TimeState = 'calm' | 'watch' | 'urgent' | 'overdue' | 'paused' | 'met' | 'void'

/** An ISO text or milliseconds since 1970. */
export type Moment = string | number
type Stretch = { from: Moment; to: Moment; kind?: string }

export type Remaining = {
  /** Open seconds until the deadline; 0 once it has passed. */
  remainingSeconds: number
  /** Of all the open time, 0 to 1. */
  remainingShare: number
  /** Open seconds since the deadline. */
  overSeconds: number
}

/** Stretches of another kind than `counted` are passed over; `over` is what had passed since the deadline when `afterDue` began. */
export function remainingNow(input: {
  stretches: readonly Stretch[]
  dueAt: Moment
  now: Moment
  over?: { seconds: number; afterDue: readonly Stretch[] }
}): Remaining {
  const now = ms(input.now)
  const counted = input.stretches.filter(({ kind = 'counted' }) => kind === 'counted')
  const all = counted.reduce((sum, stretch) => sum + after(stretch, -Infinity), 0)
  const left = ms(input.dueAt) <= now ? 0 : counted.reduce((sum, stretch) => sum + after(stretch, now), 0)
  return {
    remainingSeconds: Math.floor(left / 1000),
    remainingShare: all === 0 ? 0 : left / all,
    overSeconds: ms(input.dueAt) < now && input.over ? overNow(input.over, now) : 0,
  }
}

function overNow(over: { seconds: number; afterDue: readonly Stretch[] }, now: number): number {
  const since = over.afterDue.reduce((sum, stretch) => sum + before(stretch, now), 0)
  return over.seconds + Math.floor(since / 1000)
}

export function timeStateOf({ remainingSeconds, remainingShare }: Remaining): 'calm' | 'watch' | 'urgent' {
  if (remainingShare <= 0.1 || remainingSeconds < 900) return 'urgent'
  return remainingShare <= 0.25 ? 'watch' : 'calm'
}

type ShownClock = {
  state: string
  dueAt?: Moment
  stretches: readonly Stretch[]
  overSeconds: number
  afterDue: readonly Stretch[]
}

/** What a clock from the server shows at a later moment, without asking again. */
export function countdownOf(clock: ShownClock, now: Moment): { state: TimeState } & Partial<Remaining> {
  const { state, dueAt, stretches, overSeconds, afterDue } = clock
  if (state === 'met' || state === 'void') return { state }
  if (state === 'missed') return { state: 'overdue', overSeconds }
  if (dueAt === undefined) return { state: 'paused' }
  const left = remainingNow({ stretches, dueAt, now, over: { seconds: overSeconds, afterDue } })
  const isOver = state === 'breached_running' || ms(dueAt) < ms(now)
  return { state: isOver ? 'overdue' : timeStateOf(left), ...left }
}

const ms = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment))
const after = ({ from, to }: Stretch, now: number): number => Math.max(0, ms(to) - Math.max(ms(from), now))
const before = ({ from, to }: Stretch, now: number): number => Math.max(0, Math.min(ms(to), now) - ms(from))
