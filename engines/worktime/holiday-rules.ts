/**
 * Holidays as rules that hold for any year: a date, a number of days from Easter, the first
 * such weekday from a date on, or a working day in exchange for a holiday on a weekend. Each
 * may hold since a year, until a year, or both.
 */
import { dayOf, isoDate, isWeekend, weekdayOf, type Weekday } from './days.ts'

/** What many countries keep; a holiday of one nation alone has no key and is just a holiday. */
export const holidayKeys = [
  'new_year',
  'epiphany',
  'maundy_thursday',
  'good_friday',
  'easter_sunday',
  'easter_monday',
  'labour_day',
  'constitution_day',
  'ascension',
  'pentecost',
  'whit_monday',
  'corpus_christi',
  'midsummer',
  'assumption',
  'all_saints',
  'all_souls',
  'immaculate_conception',
  'independence_day',
  'independence_centenary',
  'national_day',
  'christmas_eve',
  'christmas_day',
  'second_christmas_day',
  'new_years_eve',
] as const
export type HolidayKey = (typeof holidayKeys)[number]

export type Holiday = { on: string; key?: HolidayKey }

type Day = string | { afterEaster: number } | { first: Weekday; from: string }

export type HolidayRule = {
  key?: HolidayKey
  on: Day
  since?: number
  until?: number
  /** On a Saturday or Sunday the next Monday is free as well. */
  isMadeUp?: boolean
  /** On a Sunday it is kept the day before. */
  isBeforeSunday?: boolean
}

/** The dates of a year in their order, each with its key. */
export function datesOf(
  rules: readonly HolidayRule[],
  year: number,
): ReadonlyMap<string, HolidayKey | undefined> {
  const dated = rules
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .flatMap((rule) => daysOf(rule, year).map((day) => [isoDate(day), rule.key] as const))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(dated)
}

function daysOf({ on, isMadeUp, isBeforeSunday }: HolidayRule, year: number): number[] {
  const day = dayIn(year, on)
  if (isBeforeSunday && weekdayOf(day) === 'sun') return [day - 1]
  return isMadeUp && isWeekend(day) ? [day, firstFrom(day, 'mon')] : [day]
}

function dayIn(year: number, on: Day): number {
  if (typeof on === 'string') return dayOf(`${written(year)}-${on}`)
  if ('afterEaster' in on) return easterSunday(year) + on.afterEaster
  return firstFrom(dayOf(`${written(year)}-${on.from}`), on.first)
}

function firstFrom(day: number, weekday: Weekday): number {
  return weekdayOf(day) === weekday ? day : firstFrom(day + 1, weekday)
}

const written = (year: number): string => String(year).padStart(4, '0')

/**
 * Western Easter: the Sunday after the first full moon of spring, both by the tables of
 * the Gregorian calendar. The golden number places the moon, corrected for the centuries
 * that skip a leap day and for the drift of the moon against the sun.
 */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skippedLeapDays = century - Math.floor(century / 4)
  const moonDrift = Math.floor((8 * century + 13) / 25)
  let moon = (19 * golden + skippedLeapDays - moonDrift + 15) % 30
  if (moon === 29 || (moon === 28 && golden > 10)) moon -= 1
  const fullMoon = dayOf(`${written(year)}-03-21`) + moon
  return firstFrom(fullMoon + 1, 'sun')
}
