/**
 * How much work a ticket will need: what a person said; else the median of what tickets of the
 * same category and priority took, of the same category, of the same priority, of all. Fewer
 * than three are no history. What has been worked already is taken off, but as long as a
 * ticket is open a quarter of an hour is still to do.
 */
export type PastWork = { category: string | null; priority: string; minutes: number }

export type Estimate = {
  minutes: number
  from: 'person' | 'categoryAndPriority' | 'category' | 'priority' | 'all' | 'usual'
  /** How many finished tickets stand behind it. */
  cases: number
}

const usualMinutes = 60
const leastCases = 3
const leastLeftMinutes = 15

export type History = (about: { category: string | null; priority: string }) => Estimate

/** Past work is sorted once; the answer for a category and priority is remembered. */
export function historyOf(past: readonly PastWork[]): History {
  const known = new Map<string, Estimate>()
  return ({ category, priority }) => {
    const key = JSON.stringify([category, priority])
    const found = known.get(key) ?? fromHistory(past, category, priority)
    known.set(key, found)
    return found
  }
}

function fromHistory(past: readonly PastWork[], category: string | null, priority: string): Estimate {
  const samples: [Estimate['from'], (one: PastWork) => boolean][] = [
    ['categoryAndPriority', (one) => one.category === category && one.priority === priority],
    ['category', (one) => one.category === category],
    ['priority', (one) => one.priority === priority],
    ['all', () => true],
  ]
  for (const [from, belongs] of samples) {
    if (category === null && from.startsWith('category')) continue
    const minutes = past.filter(belongs).map((one) => one.minutes)
    if (minutes.length >= leastCases) return { minutes: median(minutes), from, cases: minutes.length }
  }
  return { minutes: usualMinutes, from: 'usual', cases: 0 }
}

/** Whole minutes; between two middles the greater half is taken. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.ceil(((sorted[middle - 1] ?? 0) + upper) / 2)
}

export const effortLeft = (estimateMinutes: number, workedMinutes: number): number =>
  Math.max(leastLeftMinutes, estimateMinutes - workedMinutes)
