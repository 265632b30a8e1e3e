/**
 * Waloryzacja: once a year every price of a list follows an announced index. The index says
 * what prices are now per hundred of the year before ("103.6"); the contract may cap the change
 * and hold it from falling, and a falling index lowers nothing unless the floor says so. A price
 * keeps its own precision: two decimals from one złoty up, four below it (a page, a kilometre),
 * never fewer than it had. Discounts and
 * credits are not prices and stay.
 */
import { add, compare, dec, divide, mul, round, sub, toText, type Decimal } from '../base/decimal.ts'
import { must } from '../base/must.ts'
import type { PriceItem, PriceList } from './price-list.ts'

/** The yearly average of consumer prices, the average wage, or an index that a company keeps itself. */
export const indexKeys = ['gusConsumerPrices', 'gusWages', 'own'] as const
export type IndexKey = (typeof indexKeys)[number]

export type IndexLimits = { capBp?: number; floorBp?: number }
export type IndexChange = {
  /** The change that prices take, in basis points. */
  changeBp: number
  /** What the index alone would say. */
  announcedBp: number
  limit?: 'cap' | 'floor'
}
export type PriceChange = { itemId: string; name?: string; path: string; before: string; after: string }

/** "104.1" means 4.1 % more; a figure may have more decimals than a basis point shows, prices then take the rounded change. */
export function indexChange(indexValue: string, { capBp, floorBp = 0 }: IndexLimits): IndexChange {
  const announced = round(mul(sub(dec(indexValue), dec(100)), dec(100)), 0)
  const announcedBp = Number(toText(announced))
  must(Number.isSafeInteger(announcedBp), 'an index change is a number of basis points')
  if (announcedBp < floorBp) return { changeBp: floorBp, announcedBp, limit: 'floor' }
  if (capBp !== undefined && announcedBp > capBp) return { changeBp: capBp, announcedBp, limit: 'cap' }
  return { changeBp: announcedBp, announcedBp }
}

export function indexPriceList(
  list: PriceList,
  changeBp: number,
): { priceList: PriceList; changes: PriceChange[] } {
  const changes: PriceChange[] = []
  const follow = (item: PriceItem): PriceItem =>
    item.kind === 'discount' || item.kind === 'credit'
      ? item
      : (indexed(item, item, '', changeBp, changes) as PriceItem)
  const items = list.items.map(follow)
  // Prices that were agreed for a later day follow as well.
  const later = list.changes?.map((one) => ({ ...one, items: one.items.map(follow) }))
  return { priceList: { ...list, items, ...(later && { changes: later }) }, changes }
}

export function indexedPrice(price: string, changeBp: number): string {
  const old = dec(price)
  const factor = divide(add(dec(10_000), dec(changeBp)), dec(10_000), 4, 'half-away')
  return toText(round(mul(old, factor), decimalsOf(old)), 2)
}

function decimalsOf(price: Decimal): number {
  return Math.max(compare(price, dec(1)) < 0 ? 4 : 2, price.scale)
}

/** Every field that is called a price, however deep a rule keeps it: zones, steps, lists of materials. */
function indexed(
  value: unknown,
  item: PriceItem,
  path: string,
  changeBp: number,
  changes: PriceChange[],
): unknown {
  if (Array.isArray(value))
    return value.map((one, i) => indexed(one, item, `${path}.${i}`, changeBp, changes))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, one]) => {
    const at = path === '' ? name : `${path}.${name}`
    const isPrice = typeof one === 'string' && (/(^p|P)rice$/.test(name) || /(^|\.)listPrices$/.test(path))
    if (!isPrice) return [name, indexed(one, item, at, changeBp, changes)]
    const after = indexedPrice(one, changeBp)
    if (compare(dec(after), dec(one)) !== 0)
      changes.push({ itemId: item.id, ...(item.name && { name: item.name }), path: at, before: one, after })
    return [name, after]
  })
  return Object.fromEntries(fields)
}
