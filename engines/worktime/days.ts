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
  if (!written.test(date)) return undefined
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || isoDate(ms / dayMs) !== date ? undefined : ms / dayMs
}

/** The same for a date of ours. */
export function dayOf(date: string): number {
  const day = dayNumber(date)
  must(day !== undefined, `"${date}" is a date`)
  return day
}

export function isoDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

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
