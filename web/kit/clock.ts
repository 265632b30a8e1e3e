/**
 * The page's one clock. It follows the server's time (this computer's own may be wrong) and
 * wakes whoever shows time: at every full minute, or every second for what is about to end.
 * A company whose clock is moved by hand stands still between the moves.
 */
export type Pace = 'minute' | 'second'

export type PageClock = {
  /** Server time in milliseconds, as well as this page knows it. */
  nowMs: () => number
  /** The time of the last tick of that pace: stable between ticks, so that all rings agree. */
  tickMs: (pace: Pace) => number
  follow: (server: { nowMs: number; standsStill?: boolean }) => void
  subscribe: (pace: Pace, listener: () => void) => () => void
}

type Timers = {
  now: () => number
  set: (work: () => void, ms: number) => unknown
  clear: (timer: never) => void
}

const browser: Timers = {
  now: () => Date.now(),
  set: (work, ms) => setTimeout(work, ms),
  clear: (timer) => clearTimeout(timer),
}

const length: Record<Pace, number> = { second: 1000, minute: 60_000 }

export function createPageClock(timers: Timers = browser): PageClock {
  const listeners: Record<Pace, Set<() => void>> = { minute: new Set(), second: new Set() }
  let offsetMs = 0
  let stillAtMs: number | undefined
  let timer: unknown
  const nowMs = () => stillAtMs ?? timers.now() + offsetMs
  const ticks: Record<Pace, number> = { minute: nowMs(), second: nowMs() }

  const wake = (pace: Pace, force = false) => {
    const now = nowMs()
    if (!force && Math.floor(now / length[pace]) === Math.floor(ticks[pace] / length[pace])) return
    ticks[pace] = now
    for (const listener of listeners[pace]) listener()
  }
  const schedule = () => {
    timers.clear(timer as never)
    timer = undefined
    const pace = listeners.second.size > 0 ? 'second' : listeners.minute.size > 0 ? 'minute' : undefined
    if (!pace || stillAtMs !== undefined) return
    const ms = length[pace] - (nowMs() % length[pace])
    timer = timers.set(tick, ms + 5)
  }
  const tick = () => {
    wake('second')
    wake('minute')
    schedule()
  }
  return {
    nowMs,
    tickMs: (pace) => ticks[pace],
    follow(server) {
      offsetMs = server.nowMs - timers.now()
      stillAtMs = server.standsStill ? server.nowMs : undefined
      // A few milliseconds of network are no reason to redraw everything.
      const moved = Math.abs(nowMs() - ticks.second) > 1500
      wake('second', moved)
      wake('minute', moved)
      schedule()
    },
    subscribe(pace, listener) {
      // Nobody listened for a while: the last tick is old.
      if (listeners[pace].size === 0) ticks[pace] = nowMs()
      listeners[pace].add(listener)
      schedule()
      return () => {
        listeners[pace].delete(listener)
        schedule()
      }
    },
  }
}

export const pageClock = createPageClock()
