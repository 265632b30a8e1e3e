/**
 * Polish public holidays, by rule for any year since 1990.
 *
 * Source: the act of 18 January 1951 on days free from work (ustawa o dniach wolnych
 * od pracy), with 6 January since 2011 and 24 December since 2025, and the one-off
 * holiday of 12 November 2018. Its further item, "Sundays", is left to the weekly
 * calendar. Working days of the law follow art. 115 of the civil code: a term that
 * ends on a Saturday or on a day free from work ends on the next day that is neither.
 */
import { dayOf, isWeekend, isoDate } from './days.ts'

export const holidayKeys = [
  'new_year',
  'epiphany',
  'easter_sunday',
  'easter_monday',
  'labour_day',
  'constitution_day',
  'pentecost',
  'corpus_christi',
  'assumption',
  'all_saints',
  'independence_day',
  'independence_centenary',
  'christmas_eve',
  'christmas_day',
  'second_christmas_day',
] as const
export type HolidayKey = (typeof holidayKeys)[number]

export type Holiday = { on: string; key: HolidayKey }

type Rule = { key: HolidayKey; on: string | { afterEaster: number }; since?: number; until?: number }

const rules: readonly Rule[] = [
  { key: 'new_year', on: '01-01' },
  { key: 'epiphany', on: '01-06', since: 2011 },
  { key: 'easter_sunday', on: { afterEaster: 0 } },
  { key: 'easter_monday', on: { afterEaster: 1 } },
  { key: 'labour_day', on: '05-01' },
  { key: 'constitution_day', on: '05-03' },
  { key: 'pentecost', on: { afterEaster: 49 } },
  { key: 'corpus_christi', on: { afterEaster: 60 } },
  { key: 'assumption', on: '08-15' },
  { key: 'all_saints', on: '11-01' },
  { key: 'independence_day', on: '11-11' },
  { key: 'independence_centenary', on: '11-12', since: 2018, until: 2018 },
  { key: 'christmas_eve', on: '12-24', since: 2025 },
  { key: 'christmas_day', on: '12-25' },
  { key: 'second_christmas_day', on: '12-26' },
]

const years = new Map<number, ReadonlyMap<string, HolidayKey>>()

/** The holidays of a year in the order of their dates. */
export function polishHolidays(year: number): Holiday[] {
  return [...holidaysOf(year)].map(([on, key]) => ({ on, key }))
}

export function polishHolidayOn(date: string): HolidayKey | undefined {
  return holidaysOf(Number(date.slice(0, 4))).get(date)
}

export function isPolishHoliday(date: string): boolean {
  return polishHolidayOn(date) !== undefined
}

/** Monday to Friday and no public holiday: the working day of terms and of KSeF. */
export function isWorkingDayOfLaw(date: string): boolean {
  return !isWeekend(dayOf(date)) && !isPolishHoliday(date)
}

/** The day on which a term that ends on `date` really ends: that day, or the next working one. */
export function nextWorkingDayOfLaw(date: string): string {
  let day = dayOf(date)
  while (!isWorkingDayOfLaw(isoDate(day))) day += 1
  return isoDate(day)
}

function holidaysOf(year: number): ReadonlyMap<string, HolidayKey> {
  const known = years.get(year)
  if (known) return known
  const dated = rules
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ key, on }) => [dateOf(year, on), key] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const found = new Map(dated)
  years.set(year, found)
  return found
}

function dateOf(year: number, on: Rule['on']): string {
  if (typeof on === 'string') return `${String(year).padStart(4, '0')}-${on}`
  return isoDate(easterSunday(year) + on.afterEaster)
}

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
  const fullMoon = dayOf(`${String(year).padStart(4, '0')}-03-21`) + moon
  const weekday = (((fullMoon + 3) % 7) + 7) % 7
  return fullMoon + (7 - ((weekday + 1) % 7))
}
