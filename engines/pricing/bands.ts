/**
 * Bands of time: what an hour costs by the day and the hour in which it was worked.
 * A stretch of work is split by the calendar date and the wall clock of each of its
 * minutes, in the zone of the company; on the days when the clock changes too. The
 * first band that fits a minute holds; a holiday is never a working day.
 */
import { clockMs, dayMs, weekdayOf } from '../worktime/days.ts'
import { isPolishHoliday } from '../worktime/holidays.ts'
import { periodAt } from '../worktime/zone.ts'
import type { Band, BandDay } from './price-list.ts'
import { dateOfDay } from './work.ts'

export type BandTerms = { bands: Band[]; timezone: string; holidays: 'PL' | 'none' }

/** Minutes of one band, one after another. `band` is its place in the list; undefined: no band fits. */
export type BandRun = { band: number | undefined; minutes: number; fromMs: number }

const minuteMs = 60_000
const minutesOfDay = 1440

export function bandRuns(fromMs: number, minutes: number, terms: BandTerms): BandRun[] {
  const runs: BandRun[] = []
  let at = fromMs
  let left = minutes
  while (left > 0) {
    const { band, until } = bandAt(at, terms)
    const taken = Math.min(left, Math.max(1, Math.ceil((until - at) / minuteMs)))
    const last = runs.at(-1)
    if (last && last.band === band) last.minutes += taken
    else runs.push({ band, minutes: taken, fromMs: at })
    at += taken * minuteMs
    left -= taken
  }
  return runs
}

/** The band of a moment, and the moment at which another one may begin. */
export function bandAt(ms: number, terms: BandTerms): { band: number | undefined; until: number } {
  const period = periodAt(terms.timezone, ms)
  const wall = ms + period.offset
  const day = Math.floor(wall / dayMs)
  const minute = Math.floor((wall - day * dayMs) / minuteMs)
  const plan = planOf(day, terms)
  const stretch = plan.find((one) => minute < one.to)!
  return {
    band: stretch.band,
    until: Math.min(day * dayMs + stretch.to * minuteMs - period.offset, period.to),
  }
}

type Stretch = { to: number; band: number | undefined }

const plans = new WeakMap<Band[], Map<string, Stretch[]>>()

/** The bands of a kind of day from midnight to midnight. */
function planOf(day: number, { bands, holidays }: BandTerms): Stretch[] {
  let known = plans.get(bands)
  if (!known) plans.set(bands, (known = new Map()))
  const kinds = kindsOfDay(day, holidays)
  const key = kinds.join()
  let plan = known.get(key)
  if (!plan) known.set(key, (plan = makePlan(bands, kinds)))
  return plan
}

export function makePlan(bands: Band[], kinds: BandDay[]): Stretch[] {
  const hours = bands.map((band) => (band.days.some((day) => kinds.includes(day)) ? hoursOf(band) : []))
  const edges = [...new Set([...hours.flat(2), minutesOfDay])]
    .filter((edge) => edge > 0)
    .sort((a, b) => a - b)
  return edges.map((to, i) => {
    const from = edges[i - 1] ?? 0
    const found = hours.findIndex((some) => some.some(([a, b]) => a <= from && from < b))
    return { to, band: found < 0 ? undefined : found }
  })
}

/** From 22:00 to 7:00 are two stretches of each date: its morning and its evening. */
export function hoursOf({ fromTime, toTime }: Band): [number, number][] {
  const from = minuteOf(fromTime ?? '00:00')
  const to = minuteOf(toTime ?? '24:00')
  if (from < to) return [[from, to]]
  return [
    [0, to],
    [from, minutesOfDay],
  ]
}

function minuteOf(time: string): number {
  return (clockMs(time) ?? 0) / minuteMs
}

export function kindsOfDay(day: number, holidays: 'PL' | 'none'): BandDay[] {
  const weekday = weekdayOf(day)
  const isHoliday = holidays === 'PL' && isPolishHoliday(dateOfDay(day))
  const kinds: BandDay[] = ['any']
  if (isHoliday) kinds.push('holiday')
  if (weekday === 'sat' || weekday === 'sun') kinds.push(weekday)
  else if (!isHoliday) kinds.push('workday')
  return kinds
}
