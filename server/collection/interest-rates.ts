/**
 * Rates of statutory interest for delay, in basis points a year. Commercial transactions: the
 * reference rate of the National Bank of Poland on 1 January and 1 July plus 8 points, since
 * 2020 plus 10 (act of 8 March 2013, art. 4 and 11b). Otherwise (art. 481 of the civil code) the
 * reference rate plus 5.5 points, from the day on which it changes.
 */
export type Rate = { from: string; rateBp: number }

/** Announced rates were read up to this day; later ones assume that nothing has changed since. */
export const ratesCheckedUntil = '2026-06-30'

const commercial: readonly Rate[] = [
  { from: '2016-01-01', rateBp: 950 },
  { from: '2020-01-01', rateBp: 1150 },
  { from: '2020-07-01', rateBp: 1010 },
  { from: '2022-01-01', rateBp: 1175 },
  { from: '2022-07-01', rateBp: 1600 },
  { from: '2023-01-01', rateBp: 1675 },
  { from: '2024-01-01', rateBp: 1575 },
  { from: '2025-07-01', rateBp: 1525 },
  { from: '2026-01-01', rateBp: 1400 },
  { from: '2026-07-01', rateBp: 1375 },
]

const reference: readonly Rate[] = [
  { from: '2015-03-05', rateBp: 150 },
  { from: '2020-03-18', rateBp: 100 },
  { from: '2020-04-09', rateBp: 50 },
  { from: '2020-05-29', rateBp: 10 },
  { from: '2021-10-07', rateBp: 50 },
  { from: '2021-11-04', rateBp: 125 },
  { from: '2021-12-09', rateBp: 175 },
  { from: '2022-01-05', rateBp: 225 },
  { from: '2022-02-09', rateBp: 275 },
  { from: '2022-03-09', rateBp: 350 },
  { from: '2022-04-07', rateBp: 450 },
  { from: '2022-05-06', rateBp: 525 },
  { from: '2022-06-09', rateBp: 600 },
  { from: '2022-07-08', rateBp: 650 },
  { from: '2022-09-08', rateBp: 675 },
  { from: '2023-09-07', rateBp: 600 },
  { from: '2023-10-05', rateBp: 575 },
  { from: '2025-05-08', rateBp: 525 },
  { from: '2025-07-03', rateBp: 500 },
  { from: '2025-09-04', rateBp: 475 },
  { from: '2025-10-09', rateBp: 450 },
  { from: '2025-11-06', rateBp: 425 },
  { from: '2025-12-04', rateBp: 400 },
  { from: '2026-03-05', rateBp: 375 },
]
const ordinary = reference.map(({ from, rateBp }) => ({ from, rateBp: rateBp + 550 }))

export const ratesOf = (isCommercial: boolean): readonly Rate[] => (isCommercial ? commercial : ordinary)
