import { useSyncExternalStore } from 'react'
import { pageClock, type Pace } from './clock.ts'

/** Now, renewed at every full minute (or second); the whole page redraws in the same tick. */
export function useNow(pace: Pace = 'minute'): number {
  return useSyncExternalStore(
    (listener) => pageClock.subscribe(pace, listener),
    () => pageClock.tickMs(pace),
  )
}
