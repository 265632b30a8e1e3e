/**
 * Polish public holidays of any year, by rule, and the working days of the law.
 * Source: ustawa o dniach wolnych od pracy (1951) with later changes: 6 January since
 * 2011, 24 December since 2025; art. 115 KC: a term that ends on a holiday or a Saturday
 * ends on the next day that is neither.
 */
export type HolidayKey =
  | 'new_year'
  | 'epiphany'
  | 'easter_sunday'
  | 'easter_monday'
  | 'labour_day'
  | 'constitution_day'
  | 'pentecost'
  | 'corpus_christi'
  | 'assumption'
  | 'all_saints'
  | 'independence_day'
  | 'christmas_eve'
  | 'christmas_day'
  | 'second_christmas_day'

const fixed: { key: HolidayKey; month: number; day: number; since?: number }[] = [
  { key: 'new_year', month: 1, day: 1 },
  { key: 'epiphany', month: 1, day: 6, since: 2011 },
  { key: 'labour_day', month: 5, day: 1 },
  { key: 'constitution_day', month: 5, day: 3, since: 1990 },
  { key: 'assumption', month: 8, day: 15, since: 1989 },
  { key: 'all_saints', month: 11, day: 1 },
  { key: 'independence_day', month: 11, day: 11, since: 1989 },
  { key: 'christmas_eve', month: 12, day: 24, since: 2025 },
  { key: 'christmas_day', month: 12, day: 25 },
  { key: 'second_christmas_day', month: 12, day: 26 },
]

const afterEaster: { key: HolidayKey; days: number }[] = [
  { key: 'easter_sunday', days: 0 },
  { key: 'easter_monday', days: 1 },
  { key: 'pentecost', days: 49 },
  { key: 'corpus_christi', days: 60 },
]

const years = new Map<number, Map<string, HolidayKey>>()

/** The holidays of a year: date (YYYY-MM-DD) → key. */
export function polishHolidays(year: number): ReadonlyMap<string, HolidayKey> {
  const known = years.get(year)
  if (known) return known
  const made = new Map<string, HolidayKey>()
  for (const { key, month, day, since = 0 } of fixed) {
    if (year >= since) made.set(Temporal.PlainDate.from({ year, month, day }).toString(), key)
  }
  const easter = easterSunday(year)
  for (const { key, days } of afterEaster) made.set(easter.add({ days }).toString(), key)
  years.set(year, made)
  return made
}

export function polishHoliday(date: Temporal.PlainDate): HolidayKey | undefined {
  return polishHolidays(date.year).get(date.toString())
}

export function isPolishHoliday(date: Temporal.PlainDate): boolean {
  return polishHoliday(date) !== undefined
}

/** Monday to Friday and no public holiday. */
export function isWorkingDayOfLaw(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isPolishHoliday(date)
}

/** The date itself when it is a working day, else the next one (art. 115 KC). */
export function nextWorkingDayOfLaw(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date
  while (!isWorkingDayOfLaw(day)) day = day.add({ days: 1 })
  return day
}

/** Easter Sunday of the Gregorian calendar (the anonymous Gregorian computus). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 })
}
