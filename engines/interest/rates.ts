/**
 * Yearly rates of statutory interest for delay, as data that a person may correct.
 * Commercial transactions: the central bank's reference rate on 1 January and 1 July plus
 * 8 points, since 2020 plus 10, but 8 where the debtor is a public health-care provider
 * (act of 8 March 2013, art. 4, 11b). Any other debt (art. 481 of the civil code): the
 * reference rate plus 5.5 points, from the day on which it changes.
 */
import { add, dec, sub, toText } from '../base/decimal.ts'

export type Rate = { from: string; yearlyPercent: string }
export type RateTable = { rates: readonly Rate[]; checkedUntil: string }

/** What kind of debt it is: between businesses, of public health care, or any other. */
export type DebtKind = 'commercial' | 'publicHealthCare' | 'civil'

/** Announced rates were read up to this day; later ones assume that nothing has changed since. */
const checkedUntil = '2026-06-30'

const commercial = table(`
  2016-01-01  9.50
  2020-01-01 11.50
  2020-07-01 10.10
  2022-01-01 11.75
  2022-07-01 16.00
  2023-01-01 16.75
  2024-01-01 15.75
  2025-07-01 15.25
  2026-01-01 14.00
  2026-07-01 13.75
`)

const reference = table(`
  2015-03-05 1.50
  2020-03-18 1.00
  2020-04-09 0.50
  2020-05-29 0.10
  2021-10-07 0.50
  2021-11-04 1.25
  2021-12-09 1.75
  2022-01-05 2.25
  2022-02-09 2.75
  2022-03-09 3.50
  2022-04-07 4.50
  2022-05-06 5.25
  2022-06-09 6.00
  2022-07-08 6.50
  2022-09-08 6.75
  2023-09-07 6.00
  2023-10-05 5.75
  2025-05-08 5.25
  2025-07-03 5.00
  2025-09-04 4.75
  2025-10-09 4.50
  2025-11-06 4.25
  2025-12-04 4.00
  2026-03-05 3.75
`)

const dearerSince = '2020-01-01'

export const rateTables: Record<DebtKind, RateTable> = {
  commercial: { rates: commercial, checkedUntil },
  publicHealthCare: {
    rates: commercial.map((rate) =>
      rate.from < dearerSince ? rate : { ...rate, yearlyPercent: less2(rate) },
    ),
    checkedUntil,
  },
  civil: {
    rates: reference
      .map((rate) => ({ ...rate, yearlyPercent: plusMargin(rate) }))
      // The margin of 5.5 points exists since 2016; the reference rate of that day was older.
      .map((rate, i) => (i === 0 ? { ...rate, from: '2016-01-01' } : rate)),
    checkedUntil,
  },
}

function less2(rate: Rate): string {
  return toText(sub(dec(rate.yearlyPercent), dec('2')), 2)
}

function plusMargin(rate: Rate): string {
  return toText(add(dec(rate.yearlyPercent), dec('5.5')), 2)
}

function table(text: string): Rate[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .map(([from = '', yearlyPercent = '']) => ({ from, yearlyPercent }))
}
