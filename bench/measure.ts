/**
 * What a measurement is: figures with the promise each must keep. CPU time of this process
 * counts, not the clock on the wall, so a busy machine does not spoil the comparison.
 */
export type Figure = {
  what: string
  value: number
  unit: string
  /** What was promised; broken, the whole run fails. */
  atLeast?: number
  atMost?: number
}

export type Bench = { name: string; run: () => Figure[] | Promise<Figure[]> }

/** Seconds of CPU, user and system, that a piece of work takes. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

/** The middle of several runs, after one that only warms up. */
export function middleSeconds(runs: number, work: () => void): number {
  work()
  const seconds = Array.from({ length: runs }, () => cpuSeconds(work)).sort((a, b) => a - b)
  return seconds[Math.floor(runs / 2)]!
}

export const isKept = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean =>
  value >= atLeast && value <= atMost
