/**
 * Public holidays of the countries in which our clients' sites may stand, by rule for any
 * year: Poland from its own act, the others as data that is checked against an independent
 * collection of holidays. Days of single regions, and countries whose days are moved by
 * decree or follow the Eastern Easter, are entered as a calendar's own days.
 */
import { datesOf, type Holiday, type HolidayKey, type HolidayRule } from './holiday-rules.ts'
import { polishHolidayOn, polishHolidays } from './holidays.ts'

const fixed = (on: string, key?: HolidayKey, years: Partial<HolidayRule> = {}): HolidayRule => ({
  on,
  ...(key && { key }),
  ...years,
})
const easter = (afterEaster: number, key: HolidayKey, years: Partial<HolidayRule> = {}): HolidayRule => ({
  on: { afterEaster },
  key,
  ...years,
})

const newYear = fixed('01-01', 'new_year')
const epiphany = fixed('01-06', 'epiphany')
const goodFriday = easter(-2, 'good_friday')
const easterSunday = easter(0, 'easter_sunday')
const easterMonday = easter(1, 'easter_monday')
const labourDay = fixed('05-01', 'labour_day')
const ascension = easter(39, 'ascension')
const pentecost = easter(49, 'pentecost')
const whitMonday = easter(50, 'whit_monday')
const corpusChristi = easter(60, 'corpus_christi')
const assumption = fixed('08-15', 'assumption')
const allSaints = fixed('11-01', 'all_saints')
const immaculate = fixed('12-08', 'immaculate_conception')
const christmasEve = fixed('12-24', 'christmas_eve')
const christmas = fixed('12-25', 'christmas_day')
const christmasDays = [christmas, fixed('12-26', 'second_christmas_day')]

const sets = {
  AT: [
    newYear,
    epiphany,
    easterMonday,
    labourDay,
    ascension,
    whitMonday,
    corpusChristi,
    assumption,
    fixed('10-26', 'national_day'),
    allSaints,
    immaculate,
    ...christmasDays,
  ],
  BE: [
    newYear,
    easterMonday,
    labourDay,
    ascension,
    whitMonday,
    fixed('07-21', 'national_day'),
    assumption,
    allSaints,
    fixed('11-11'),
    christmas,
  ],
  CZ: [
    newYear,
    goodFriday,
    easterMonday,
    labourDay,
    fixed('05-08'),
    fixed('07-05'),
    fixed('07-06'),
    fixed('09-28', 'national_day'),
    fixed('10-28', 'independence_day'),
    fixed('11-17'),
    christmasEve,
    ...christmasDays,
  ],
  DE: [
    newYear,
    goodFriday,
    easterMonday,
    labourDay,
    ascension,
    whitMonday,
    fixed('10-03', 'national_day'),
    ...christmasDays,
  ],
  DK: [
    newYear,
    easter(-3, 'maundy_thursday'),
    goodFriday,
    easterSunday,
    easterMonday,
    // The great day of prayer was given up in 2024.
    { on: { afterEaster: 26 }, until: 2023 },
    ascension,
    pentecost,
    whitMonday,
    ...christmasDays,
  ],
  EE: [
    newYear,
    fixed('02-24', 'independence_day'),
    goodFriday,
    easterSunday,
    labourDay,
    pentecost,
    fixed('06-23'),
    fixed('06-24', 'midsummer'),
    fixed('08-20'),
    christmasEve,
    ...christmasDays,
  ],
  FI: [
    newYear,
    epiphany,
    goodFriday,
    easterSunday,
    easterMonday,
    labourDay,
    ascension,
    pentecost,
    { on: { first: 'sat', from: '06-20' }, key: 'midsummer' },
    { on: { first: 'sat', from: '10-31' }, key: 'all_saints' },
    fixed('12-06', 'independence_day'),
    ...christmasDays,
  ],
  FR: [
    newYear,
    easterMonday,
    labourDay,
    fixed('05-08'),
    ascension,
    whitMonday,
    fixed('07-14', 'national_day'),
    assumption,
    allSaints,
    fixed('11-11'),
    christmas,
  ],
  HU: [
    newYear,
    fixed('03-15', 'national_day'),
    goodFriday,
    easterSunday,
    easterMonday,
    labourDay,
    pentecost,
    whitMonday,
    fixed('08-20', 'national_day'),
    fixed('10-23', 'national_day'),
    allSaints,
    ...christmasDays,
  ],
  IT: [
    newYear,
    epiphany,
    easterSunday,
    easterMonday,
    fixed('04-25'),
    labourDay,
    fixed('06-02', 'national_day'),
    assumption,
    fixed('10-04', undefined, { since: 2026 }),
    allSaints,
    immaculate,
    ...christmasDays,
  ],
  LT: [
    newYear,
    fixed('02-16', 'independence_day'),
    fixed('03-11', 'independence_day'),
    easterSunday,
    easterMonday,
    labourDay,
    fixed('06-24', 'midsummer'),
    fixed('07-06', 'national_day'),
    assumption,
    allSaints,
    fixed('11-02', 'all_souls', { since: 2020 }),
    christmasEve,
    ...christmasDays,
  ],
  LU: [
    newYear,
    easterMonday,
    labourDay,
    fixed('05-09', undefined, { since: 2019 }),
    ascension,
    whitMonday,
    fixed('06-23', 'national_day'),
    assumption,
    allSaints,
    ...christmasDays,
  ],
  LV: [
    newYear,
    goodFriday,
    easterSunday,
    easterMonday,
    labourDay,
    fixed('05-04', 'independence_day', { isMadeUp: true }),
    fixed('06-23'),
    fixed('06-24', 'midsummer'),
    fixed('11-18', 'national_day', { isMadeUp: true }),
    fixed('05-29', undefined, { since: 2023, until: 2023 }),
    christmasEve,
    ...christmasDays,
    fixed('12-31', 'new_years_eve'),
  ],
  NL: [
    newYear,
    easterSunday,
    easterMonday,
    fixed('04-27', 'national_day', { isBeforeSunday: true }),
    ascension,
    pentecost,
    whitMonday,
    ...christmasDays,
  ],
  PT: [
    newYear,
    goodFriday,
    easterSunday,
    fixed('04-25'),
    labourDay,
    corpusChristi,
    fixed('06-10', 'national_day'),
    assumption,
    fixed('10-05'),
    allSaints,
    fixed('12-01', 'independence_day'),
    immaculate,
    christmas,
  ],
  SE: [
    newYear,
    epiphany,
    goodFriday,
    easterSunday,
    easterMonday,
    labourDay,
    ascension,
    pentecost,
    fixed('06-06', 'national_day'),
    { on: { first: 'sat', from: '06-20' }, key: 'midsummer' },
    { on: { first: 'sat', from: '10-31' }, key: 'all_saints' },
    ...christmasDays,
  ],
  SI: [
    newYear,
    fixed('01-02', 'new_year'),
    fixed('02-08'),
    easterSunday,
    easterMonday,
    fixed('04-27'),
    labourDay,
    fixed('05-02', 'labour_day'),
    pentecost,
    fixed('06-25', 'national_day'),
    assumption,
    fixed('10-31'),
    allSaints,
    christmas,
    fixed('12-26', 'independence_day'),
  ],
  // Since 2024 some days stay holidays by name but are worked.
  SK: [
    newYear,
    epiphany,
    goodFriday,
    easterMonday,
    labourDay,
    fixed('05-08', undefined, { until: 2025 }),
    fixed('07-05'),
    fixed('08-29'),
    fixed('09-01', 'constitution_day', { until: 2023 }),
    fixed('09-15', undefined, { until: 2025 }),
    allSaints,
    fixed('11-17', undefined, { until: 2024 }),
    christmasEve,
    ...christmasDays,
  ],
} satisfies Record<string, readonly HolidayRule[]>

type RuledCountry = keyof typeof sets
export type HolidayCountry = 'PL' | RuledCountry

/** Poland first: that is where we are. */
export const holidayCountries: readonly HolidayCountry[] = ['PL', ...(Object.keys(sets) as RuledCountry[])]

export const isHolidayCountry = (value: unknown): value is HolidayCountry =>
  holidayCountries.some((country) => country === value)

const years = new Map<string, ReadonlyMap<string, HolidayKey | undefined>>()

/** The holiday of a country on a date; undefined when it is an ordinary one. */
export function holidayOf(country: HolidayCountry, date: string): { key?: HolidayKey } | undefined {
  if (country === 'PL') {
    const polish = polishHolidayOn(date)
    return polish && { key: polish }
  }
  const found = datesIn(country, Number(date.slice(0, 4)))
  if (!found.has(date)) return undefined
  const key = found.get(date)
  return key ? { key } : {}
}

/** The holidays of a year in the order of their dates. */
export function holidaysIn(country: HolidayCountry, year: number): Holiday[] {
  if (country === 'PL') return polishHolidays(year)
  return [...datesIn(country, year)].map(([on, key]) => ({ on, ...(key && { key }) }))
}

function datesIn(country: RuledCountry, year: number): ReadonlyMap<string, HolidayKey | undefined> {
  const place = `${country} ${year}`
  let known = years.get(place)
  if (!known) years.set(place, (known = datesOf(sets[country], year)))
  return known
}
