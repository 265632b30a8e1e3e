import { useSyncExternalStore } from 'react'
import { pageClock, type Pace } from './clock.ts'

/** One function each, the same at every render: a new one would subscribe anew, and so draw anew, for ever. */
const subscribe: Record<Pace, (listener: () => void) => () => void> = {
  minute: (listener) => pageClock.subscribe('minute', listener),
  second: (listener) => pageClock.subscribe('second', listener),
}

/** Now, renewed at every full minute (or second); the whole page redraws in the same tick. */
export function useNow(pace: Pace = 'minute'): number {
  return useSyncExternalStore(subscribe[pace], () => pageClock.tickMs(pace))
}
