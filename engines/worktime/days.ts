/**
 * Calendar days as whole numbers, counted from 1 January 1970, and wall clocks as
 * milliseconds of that count: arithmetic that knows no time zone. What a wall clock
 * is in real time, `zone.ts` says.
 */
import { must } from '../base/must.ts'

export const dayMs = 86_400_000

const written = /^(\d{4})-(\d{2})-(\d{2})$/

/** The number of the day "2026-11-23"; undefined for what is no date ("2026-02-30"). */
export function dayNumber(date: string): number | undefined {
  const parts = written.exec(date)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  // Of an early year the two digits would be read as one of the last century.
  const ms = year < 100 ? Date.parse(`${date}T00:00:00Z`) : Date.UTC(year, month - 1, day)
  return Number.isNaN(ms) || isoDate(ms / dayMs) !== date ? undefined : ms / dayMs
}

/** The same for a date of ours. */
export function dayOf(date: string): number {
  const day = dayNumber(date)
  must(day !== undefined, `"${date}" is a date`)
  return day
}

/** Lists ask for thousands of them: put together by hand, which takes a third of the time. */
export function isoDate(day: number): string {
  const date = new Date(day * dayMs)
  const year = date.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) return date.toISOString().slice(0, 10)
  return `${year}-${twoDigits[date.getUTCMonth() + 1]!}-${twoDigits[date.getUTCDate()]!}`
}

const twoDigits = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7]!
}

export function isWeekend(day: number): boolean {
  const weekday = weekdayOf(day)
  return weekday === 'sat' || weekday === 'sun'
}

const clock = /^(\d{2}):(\d{2})(?::(\d{2}))?$/

/** "08:30" in milliseconds since midnight, up to "24:00"; undefined for what is no time. */
export function clockMs(text: string): number | undefined {
  const found = clock.exec(text)
  if (!found) return undefined
  const [hours, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  if (minutes > 59 || seconds > 59) return undefined
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000
  return ms <= dayMs ? ms : undefined
}
