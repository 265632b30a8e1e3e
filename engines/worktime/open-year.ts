/**
 * How much an ordinary year of a calendar holds: the measure by which a duration is absurd.
 * Nobody promises more than ten years of a calendar's open time, however rarely it opens.
 */
import { problemsOfCalendar } from './calendar.ts'
import type { WorkCalendar } from './day-plan.ts'
import { countedMs } from './walk.ts'

export const yearsMost = 10

const years = new WeakMap<WorkCalendar, number>()

/** False for a calendar that has problems of its own. */
export function isAbsurd(calendar: WorkCalendar, grantedMs: number): boolean {
  const yearMs = openInYear(calendar)
  return yearMs > 0 && grantedMs > yearMs * yearsMost
}

function openInYear(calendar: WorkCalendar): number {
  const known = years.get(calendar)
  if (known !== undefined) return known
  const year = { from: Date.UTC(2027, 0, 1), to: Date.UTC(2028, 0, 1) }
  const open = problemsOfCalendar(calendar).length > 0 ? 0 : countedMs(calendar, year, [])
  years.set(calendar, open)
  return open
}
