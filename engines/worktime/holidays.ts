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
import { datesOf, type HolidayKey, type HolidayRule } from './holiday-rules.ts'

export { holidayKeys, type HolidayKey } from './holiday-rules.ts'

export type Holiday = { on: string; key: HolidayKey }

const rules: readonly (HolidayRule & { key: HolidayKey })[] = [
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
  let known = years.get(year)
  // Every Polish rule has its key.
  if (!known) years.set(year, (known = datesOf(rules, year) as ReadonlyMap<string, HolidayKey>))
  return known
}
