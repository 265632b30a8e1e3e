/**
 * What a price list wants to know of a piece of work beyond its time, place and quantity: only
 * what its items tell apart, with the values that they name. A list that charges every hour alike
 * asks nothing. What the ticket knows (priority, category) is not asked again.
 */
import type { PriceItem, PriceList } from './price-list.ts'
import type { Where } from './price-rules.ts'
import type { WorkItem } from './work.ts'

export const askedOf = ['role', 'service', 'site', 'deviceClass', 'zone', 'flags'] as const
export type AskedOf = (typeof askedOf)[number]
/** By what is asked, the values to choose from. */
export type AskedFacts = Partial<Record<AskedOf, string[]>>
export type AskedKind = Extract<WorkItem['kind'], 'time' | 'trip' | 'material'>

/** What a person answers; of `flags` any number, of the others one. */
export type WorkFacts = Partial<Record<Exclude<AskedOf, 'flags'>, string>> & { flags?: string[] }

const kindsOf: Partial<Record<PriceItem['kind'], AskedKind>> = {
  perTime: 'time',
  points: 'time',
  travel: 'trip',
  material: 'material',
}

export function askedFacts(list: PriceList, kind: AskedKind): AskedFacts {
  const items = [...list.items, ...(list.changes ?? []).flatMap((change) => change.items)]
  const own = items.filter((item) => kindsOf[item.kind] === kind)
  const ids = new Set(own.map(({ id }) => id))
  const onTop = items.filter((item) => item.kind === 'surcharge' && item.of.some((id) => ids.has(id)))
  const wheres = [...own, ...onTop].flatMap((item) => ('where' in item && item.where ? [item.where] : []))
  const all = (named: (where: Where) => readonly string[] | undefined) =>
    wheres.flatMap((one) => named(one) ?? [])
  const zones = own.flatMap((item) =>
    item.kind === 'travel' ? (item.zones ?? []).map(({ zone }) => zone) : [],
  )
  const asked: Record<AskedOf, string[]> = {
    role: all(({ roles }) => roles),
    service: all(({ services }) => services),
    site: all(({ sites }) => sites),
    deviceClass: all(({ deviceClasses }) => deviceClasses),
    zone: zones,
    flags: all(({ flags, notFlags }) => [...(flags ?? []), ...(notFlags ?? [])]),
  }
  return Object.fromEntries(
    askedOf.flatMap((name) => (asked[name].length > 0 ? [[name, [...new Set(asked[name])]]] : [])),
  )
}

export type FactProblem = { field: AskedOf; value: string; choices: string[] }

/** The first answer that the list does not know, or was not asked for. */
export function factProblem(list: PriceList, kind: AskedKind, facts: WorkFacts): FactProblem | undefined {
  const asked = askedFacts(list, kind)
  for (const field of askedOf) {
    const given = facts[field]
    const values = given === undefined ? [] : typeof given === 'string' ? [given] : given
    const choices = asked[field] ?? []
    const value = values.find((one) => !choices.includes(one))
    if (value !== undefined) return { field, value, choices }
  }
  return undefined
}
