/**
 * Instants as ISO text and as milliseconds since 1970. Logs are long and read often, so the
 * form in which they are kept ("2026-11-20T15:40:00Z") is read digit by digit; every other
 * form is left to Temporal.
 */
import { dayMs } from './days.ts'

/** Undefined for what is no instant: a date that does not exist, a time without an offset. */
export function readInstant(text: string): number | undefined {
  const ms = plainUtc(text)
  if (ms !== undefined) return ms
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}

/** "2026-11-23T10:25:00Z", written as `Temporal.Instant` writes it. */
export function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.?0+Z$/, 'Z')
}

/** "YYYY-MM-DDTHH:MM:SSZ"; undefined for any other form and for dates that do not exist. */
function plainUtc(text: string): number | undefined {
  if (text.length !== 20 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[19] !== 'Z')
    return undefined
  if (text[13] !== ':' || text[16] !== ':') return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)]
  const [hours, minutes, seconds] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)]
  // A comparison with NaN is false: what is no digit is left to Temporal, too.
  const isReal =
    year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hours <= 23
  if (!isReal || !(minutes <= 59 && seconds <= 59)) return undefined
  return daysBefore(year, month, day) * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000
}

function twoDigits(text: string, at: number): number {
  const [ten, one] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? ten * 10 + one : NaN
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Since 1 January 1970; years are taken to begin in March, so that the leap day ends them. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const monthsFromMarch = (month + 9) % 12
  const inYear = Math.floor((153 * monthsFromMarch + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468
}
