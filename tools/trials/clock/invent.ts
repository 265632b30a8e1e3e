/** Invented calendars and questions around a change of the clock, from chance that can be repeated. */
import type { Week, Window, WorkCalendar } from '#engines/worktime/calendar.ts'
import type { Random } from '../random.ts'
import { minuteMs, minutesOf, zoneRules, type Minutes, type Pause, type ZoneRule } from './minutes.ts'

const dayMs = 1440 * minuteMs

export type Invented = { calendar: WorkCalendar; rule: ZoneRule; changesAt: number; minutes: Minutes }
export type Question = { start: number; granted: number; pauses: Pause[] }

/** Days of the bitmap before and after the change of the clock. */
const [daysBefore, daysAfter] = [12, 20]

export function inventCalendar(random: Random): Invented {
  const rule = oneOf(random, zoneRules)
  const changesAt = rule.changes(2024 + whole(random, 4))[whole(random, 2)]!
  const date = (around: number): string =>
    new Date(changesAt + (whole(random, 2 * around) - around) * dayMs).toISOString().slice(0, 10)
  const calendar: WorkCalendar = {
    timezone: rule.zone,
    publicHolidays: 'none',
    weekly: inventWeek(random),
    holidays: several(random, 4, () => date(8)),
    closures: once(several(random, 2, () => ({ date: date(8), name: 'inwentaryzacja' }))),
    extraDays: once(several(random, 2, () => ({ date: date(8), windows: inventWindows(random) }))),
    overrides: Object.fromEntries(several(random, 2, () => [date(8), inventWindows(random)])),
    cuts: Object.fromEntries(several(random, 2, () => [date(5), inventWindows(random)])),
  }
  const minutes = minutesOf(calendar, rule, changesAt - daysBefore * dayMs, daysBefore + daysAfter)
  return { calendar, rule, changesAt, minutes }
}

export function inventQuestion(random: Random, { changesAt }: Invented): Question {
  const start = changesAt + (whole(random, 8 * 1440) - 5 * 1440) * minuteMs
  const pauses = several(random, 4, () => {
    const from = changesAt + (whole(random, 10 * 1440) - 5 * 1440) * minuteMs
    return { from, to: from + whole(random, random.isOneOf(3) ? 3 * 1440 : 300) * minuteMs }
  })
  return { start, granted: random.isOneOf(20) ? 0 : 1 + whole(random, 2400), pauses }
}

/** Ordinary office days, two shifts, nights, round the clock, or anything. */
function inventWeek(random: Random): Week {
  const same = inventWindows(random)
  const isRegular = !random.isOneOf(3)
  const day = (): Window[] => (isRegular ? same : inventWindows(random))
  const weekend = (): Window[] => (random.isOneOf(3) ? day() : [])
  return { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sat: weekend(), sun: weekend() }
}

function inventWindows(random: Random): Window[] {
  const kind = whole(random, 6)
  if (kind === 0) return []
  if (kind === 1) return [['00:00', '24:00']]
  if (kind === 2) return [[time(random, 16, 24), time(random, 2, 8)]]
  if (kind === 3) return [[time(random, 6, 10), time(random, 14, 20)]]
  if (kind === 4)
    return [
      [time(random, 5, 9), time(random, 10, 12)],
      [time(random, 12, 14), time(random, 15, 23)],
    ]
  // Over the hours in which clocks change.
  return [
    [time(random, 0, 2), time(random, 2, 4)],
    [time(random, 20, 22), time(random, 22, 24)],
  ]
}

/** From one hour up to but not including another, by ten minutes. */
function time(random: Random, from: number, to: number): string {
  const minutes = from * 60 + whole(random, (to - from) * 6) * 10
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

export const whole = (random: Random, below: number): number => Math.floor(random.between(0, below))
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)]!

function several<T>(random: Random, below: number, one: () => T): T[] {
  return Array.from({ length: whole(random, below) }, one)
}

function once<T extends { date: string }>(list: T[]): T[] {
  return [...new Map(list.map((one) => [one.date, one])).values()]
}
