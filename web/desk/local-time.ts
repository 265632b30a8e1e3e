/** Days and hours as a person types them, in the zone of the company, and the instant they mean. */
import { dateOf, time } from '#words/format.ts'

/** "2026-11-23" and "10:42" in that zone as milliseconds; NaN when it is no date or hour. */
export function instantOf(date: string, clock: string, zone: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(clock)) return Number.NaN
  const wanted = Date.parse(`${date}T${clock}:00Z`)
  let at = wanted
  // What the zone's wall shows differs from UTC by its offset; the second look catches a change of the clocks.
  for (let i = 0; i < 2; i += 1) at += wanted - wallAsUtc(at, zone)
  return at
}

export function wallOf(at: number | string, zone: string): { date: string; time: string } {
  return { date: dateOf(at, zone), time: time('pl', at, zone).padStart(5, '0') }
}

function wallAsUtc(at: number, zone: string): number {
  const wall = wallOf(at, zone)
  return Date.parse(`${wall.date}T${wall.time}:00Z`)
}

/** "12,5" as the exact decimal "12.5"; undefined when it is not a number that may be sent. */
export function decimalOf(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
  return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? text : undefined
}
