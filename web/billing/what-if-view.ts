/** The logic of "what if": which months, which terms are tried, how the answer is told. */
import { dec, divide, mul, toText } from '#engines/base/decimal.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import type { Schemas } from '../generated/client.ts'

export type WhatIf = Schemas.WhatIf
export type Row = WhatIf['rows'][number]
export type Line = Row['results'][number]['lines'][number]

export const yearBack = (thisMonth: string): { from: string; to: string } => ({
  from: monthsBefore(thisMonth, 12),
  to: monthsBefore(thisMonth, 1),
})

export function monthsBefore(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 - n
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Every price of the list by so many per cent; a grosz is the smallest step of a fee, a tenth of it of a page. */
export function pricesChanged(list: PriceList, percent: number): PriceList {
  const factor = divide(dec(String(100 + percent)), dec('100'), 6, 'half-away')
  const changed = (text: string) => {
    const decimals = Math.max(2, text.split('.')[1]?.length ?? 0)
    return toText(divide(mul(dec(text), factor), dec('1'), decimals, 'half-away'), 2)
  }
  return through(list, changed) as PriceList
}

/** Fields that hold a price end in "Price". */
function through(value: unknown, changed: (price: string) => string, isPrices = false): unknown {
  if (Array.isArray(value)) return value.map((one) => through(one, changed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const isPrice = typeof one === 'string' && (isPrices || /(^p|P)rice$/.test(name))
      return [name, isPrice ? changed(one) : through(one, changed, name === 'listPrices')]
    }),
  )
}

/** In złoty, for the chart: months of all rows added up. */
export function chartOf(result: WhatIf): { month: string; issued: number; tried: number }[] {
  const last = result.variants.length - 1
  const sums = new Map<string, { issued: number; tried: number }>()
  for (const row of result.rows) {
    const sum = sums.get(row.month) ?? { issued: 0, tried: 0 }
    sums.set(row.month, {
      issued: sum.issued + (row.results[0]?.netGrosze ?? 0) / 100,
      tried: sum.tried + (row.results[last]?.netGrosze ?? 0) / 100,
    })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, sum]) => ({ month, ...sum }))
}

export type Group = {
  key: string
  name: string
  issued: number | null
  missed: number
  results: number[]
  rows: Row[]
}

/** One client by its months, many clients each with the sum of its months. */
export function groupsOf(result: WhatIf, byMonth: boolean): Group[] {
  const groups = new Map<string, Group>()
  for (const row of result.rows) {
    const key = byMonth ? row.month : row.clientId
    const group = groups.get(key) ?? {
      key,
      name: byMonth ? row.month : row.clientName,
      issued: null,
      missed: 0,
      results: result.variants.map(() => 0),
      rows: [],
    }
    groups.set(key, {
      ...group,
      missed: group.missed + row.missedTargets,
      issued: row.issuedNetGrosze === null ? group.issued : (group.issued ?? 0) + row.issuedNetGrosze,
      results: group.results.map((sum, i) => sum + (row.results[i]?.netGrosze ?? 0)),
      rows: [...group.rows, row],
    })
  }
  return [...groups.values()]
}

export const undecidedIn = (result: WhatIf): number =>
  result.rows.reduce((n, { results }) => n + (results.at(-1)?.undecided ?? 0), 0)

/** What the same terms come to in months that have no invoice yet: it explains why the sums differ. */
export const notIssuedIn = (result: WhatIf): number =>
  result.rows
    .filter(({ issuedNetGrosze }) => issuedNetGrosze === null)
    .reduce((sum, { results }) => sum + (results[0]?.netGrosze ?? 0), 0)
