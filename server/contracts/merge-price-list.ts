/**
 * A new version of the company's price list meets a contract that took an older one. What the contract
 * overrode stays as the contract has it; what it took as it was follows the list; items
 * that only the contract has stay; what the list added comes in, what it dropped goes.
 */
import type { PriceItem, PriceList } from '#engines/pricing/price-list.ts'

export type MergedPriceList = {
  priceList: PriceList
  /** Ids of items that the contract keeps as its own. */
  overridden: string[]
  changed: string[]
  added: string[]
  removed: string[]
}

export function mergePriceList(own: PriceList, before: PriceList, after: PriceList): MergedPriceList {
  const [was, will] = [byId(before), byId(after)]
  const result: Omit<MergedPriceList, 'priceList'> = { overridden: [], changed: [], added: [], removed: [] }
  const items = own.items.flatMap((item): PriceItem[] => {
    const [old, next] = [was.get(item.id), will.get(item.id)]
    const isOverridden = old !== undefined && !same(item, old)
    if (isOverridden) result.overridden.push(item.id)
    if (!old || isOverridden) return [item]
    if (!next) {
      result.removed.push(item.id)
      return []
    }
    if (!same(item, next)) result.changed.push(item.id)
    return [next]
  })
  const present = new Set(own.items.map(({ id }) => id))
  // What the contract struck out of the list stays out.
  const fresh = after.items.filter(({ id }) => !present.has(id) && !was.has(id))
  result.added.push(...fresh.map(({ id }) => id))
  return { priceList: { ...own, items: [...items, ...fresh] }, ...result }
}

/** Items of a contract that differ from the list it took; for the editor. */
export function overridesOf(own: PriceList, list: PriceList): string[] {
  const was = byId(list)
  return own.items.filter((item) => was.has(item.id) && !same(item, was.get(item.id))).map(({ id }) => id)
}

const byId = (list: PriceList): Map<string, PriceItem> => new Map(list.items.map((item) => [item.id, item]))

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  )
}
