/**
 * Of which package a balance speaks that a contract brought along: tickets or hours inside the fee, a
 * pool, a prepaid block, a meter. A package is named by the id or the name of its price item; the
 * only one there is need not be named.
 */
import { dec, mul, sub, toText } from '#engines/base/decimal.ts'
import type { BlockItem, Pool, PriceItem } from '#engines/pricing/price-list.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export const balanceKinds = ['allowance', 'pool', 'block', 'meter'] as const
export type OpeningBalance = {
  kind: (typeof balanceKinds)[number]
  /** "ticket" or "hour" of an allowance; of a meter what it counts; pools and blocks have their own. */
  unit?: string
  quantity: string
  asOf: string
  /** Of a pool or block: the price item, by its id or its name; the only one need not be named. */
  item?: string
  device?: string
  /** The last day of a prepaid block. */
  validTo?: string | null
  note?: string
}
export type KeptBalance = {
  id: string
  kind: OpeningBalance['kind']
  itemId: string | null
  unit: string
  quantity: string
  device: string
  asOf: string
  validTo: string | null
  note: string
}

/** The field of the form, and the column of the file, where a refusal belongs. */
export const fieldOf = ({ kind, unit }: Pick<OpeningBalance, 'kind' | 'unit'>): string =>
  kind === 'meter'
    ? 'reading'
    : kind === 'block'
      ? 'blockLeft'
      : kind === 'pool'
        ? 'poolLeft'
        : unit === 'hour'
          ? 'hoursLeft'
          : 'ticketsLeft'

export type About = Pick<KeptBalance, 'kind' | 'itemId' | 'unit' | 'device' | 'validTo'>

/** Of which price item it speaks. Hours or tickets without a package of their own mean the only pool of them. */
export function meant(items: readonly PriceItem[], given: OpeningBalance, quantity: string): About {
  const nothing = { device: '', validTo: null }
  if (given.kind === 'meter')
    return {
      ...nothing,
      kind: 'meter',
      itemId: null,
      unit: given.unit ?? '',
      device: given.device?.trim() ?? '',
    }
  if (given.kind === 'block') {
    const block = named<BlockItem>(items, 'block', given)
    const validTo = given.validTo ?? null
    if (validTo === null && block.validMonths !== undefined)
      refuse('balance_needs_last_day', { name: block.name ?? block.id }, 'validTo')
    if (validTo !== null && validTo < given.asOf)
      refuse('dates_reversed', { validFrom: given.asOf, validTo }, 'validTo')
    return { ...nothing, kind: 'block', itemId: block.id, unit: block.unit, validTo }
  }
  const own = given.kind === 'allowance' ? allowanceIn(items, given.unit ?? '') : undefined
  if (own) return { ...nothing, kind: 'allowance', itemId: own.itemId, unit: given.unit! }
  const pool = named<Pool>(items, 'pool', given)
  if (pool.scope === 'site' || pool.scope === 'device')
    refuse('balance_pool_apart', { name: pool.name ?? pool.id, left: quantity }, fieldOf(given))
  return { ...nothing, kind: 'pool', itemId: pool.id, unit: pool.unit }
}

/** By its id or its name; without either, the only one there is of that unit. */
function named<T extends BlockItem | Pool>(
  items: readonly PriceItem[],
  kind: T['kind'],
  given: OpeningBalance,
): T {
  const all = items.filter((one): one is T => one.kind === kind)
  const wanted = given.item?.trim().toLocaleLowerCase('pl')
  const fitting = wanted
    ? all.filter((one) => [one.id, one.name?.toLocaleLowerCase('pl')].includes(wanted))
    : all.filter((one) => given.kind !== 'allowance' || one.unit === given.unit)
  if (fitting.length > 1) refuse('balance_which_package', {}, given.kind === 'block' ? 'block' : 'pool')
  return fitting[0] ?? refuse('balance_without_allowance', {}, fieldOf(given))
}

export function allowanceIn(
  items: readonly PriceItem[],
  unit: string,
): { itemId: string; granted: number } | undefined {
  for (const item of items) {
    const granted =
      unit === 'ticket' && item.kind === 'perTicket'
        ? item.included
        : unit === 'hour' && item.kind === 'perTime'
          ? item.includedMinutes
          : 0
    if (granted > 0) return { itemId: item.id, granted }
  }
  return undefined
}

/** What has been used of an allowance when so much of it is left: in tickets, or in minutes. */
export function drawnOf(
  items: readonly PriceItem[],
  { unit, quantity }: Pick<KeptBalance, 'unit' | 'quantity'>,
): { itemId: string; quantity: string } | undefined {
  const own = allowanceIn(items, unit)
  if (!own) return undefined
  const left = unit === 'hour' ? mul(dec(quantity), dec(60)) : dec(quantity)
  return { itemId: own.itemId, quantity: toText(sub(dec(own.granted), left)) }
}
