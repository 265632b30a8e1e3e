/** Our rules against a collection of holidays that others keep. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { WorkCalendar } from './calendar.ts'
import { elapsed } from './deadline.ts'
import { holidayCountries, holidaysIn, isHolidayCountry } from './holiday-sets.ts'
import { office, warsaw } from './testing.ts'

type Found = { date: string; type: string }
type Collection = new (country: string) => { getHolidays: (year: number) => Found[] }

const Collected: Collection = createRequire(import.meta.url)('date-holidays')
const years = Array.from({ length: 16 }, (_, i) => 2018 + i)

/** The collection speaks of ordinary rules; the one-off holidays of a single year it may leave out. */
const oneOff = ['2018-11-12']

for (const country of holidayCountries) {
  test(`${country}: the holidays of ${years[0]} to ${years.at(-1)} are those of the collection`, () => {
    const collection = new Collected(country)
    for (const year of years) {
      const expected = collection
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
      const ours = holidaysIn(country, year).map(({ on }) => on)
      const days = new Set([
        ...expected,
        ...oneOff.filter((date) => country === 'PL' && date.startsWith(`${year}`)),
      ])
      assert.deepEqual(ours, [...days].sort())
    }
  })
}

const abroad = (publicHolidays: WorkCalendar['publicHolidays']): WorkCalendar => ({
  ...office,
  publicHolidays,
})

//  what it shows                                          country  from                to                  hours
const cases = [
  ['11 November is worked in Prague', 'CZ', '2026-11-11T00:00', '2026-11-12T00:00', 8],
  ['and not in Poland', 'PL', '2026-11-11T00:00', '2026-11-12T00:00', 0],
  ['17 November is free in Prague', 'CZ', '2026-11-17T00:00', '2026-11-18T00:00', 0],
  ['Good Friday is free in Berlin', 'DE', '2026-04-03T00:00', '2026-04-04T00:00', 0],
  ['the king’s day on a Sunday is kept on Saturday', 'NL', '2025-04-25T00:00', '2025-04-29T00:00', 16],
  ['4 May on a Sunday makes Monday free in Riga', 'LV', '2025-05-05T00:00', '2025-05-06T00:00', 0],
] as const

for (const [what, country, from, to, hours] of cases) {
  test(`${what}: ${hours} h`, () =>
    assert.equal(elapsed({ from: warsaw(from), to: warsaw(to), calendar: abroad(country) }) / 3600, hours))
}

test('a country without a set is not taken for one', () => {
  assert.equal(isHolidayCountry('PL'), true)
  assert.equal(isHolidayCountry('XX'), false)
  assert.equal(isHolidayCountry('toString'), false)
})
