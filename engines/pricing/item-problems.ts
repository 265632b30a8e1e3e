/**
 * What can be wrong with one price item: the kinds that most contracts have. The other
 * kinds are in `more-item-problems.ts`.
 */
import { bandProblems } from './band-problems.ts'
import {
  allowanceProrations,
  roundingScopes,
  ticketExclusions,
  unitChanges,
  type ItemKind,
  type ItemOf,
  type PriceItem,
  type PriceList,
  type RoundTime,
} from './price-list.ts'
import {
  eachOneOf,
  error,
  isObject,
  oneOf,
  optional,
  price,
  quantity,
  shown,
  whole,
  type PriceListProblem,
} from './problem-checks.ts'
import { stepProblems, tierProblems } from './tier-problems.ts'

const absurdTickets = 10_000
const minutesOfMonth = 31 * 24 * 60

export type Check<K extends ItemKind> = (item: ItemOf<K>, path: string, list: PriceList) => PriceListProblem[]

export const commonChecks = {
  flatFee: (item: ItemOf<'flatFee'>, path: string) => [
    ...price(item.feePrice, `${path}.feePrice`, { decimals: 2 }),
    ...oneOf(item.timing, ['advance', 'arrears'], `${path}.timing`),
    ...eachOneOf(item.covers ?? [], ['tickets', 'time', 'travel', 'material'], `${path}.covers`),
    ...oneOf(item.every ?? 'period', ['period', 'month'], `${path}.every`),
  ],
  perTicket: (item: ItemOf<'perTicket'>, path: string) => [
    ...whole(item.included, `${path}.included`, { most: absurdTickets }),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...oneOf(item.countedBy, ['reportedAt', 'resolvedAt'], `${path}.countedBy`),
    ...oneOf(item.prorateIncluded, allowanceProrations, `${path}.prorateIncluded`),
    ...eachOneOf(item.excludes, ticketExclusions, `${path}.excludes`),
    ...eachOneOf(item.covers ?? [], ['time', 'travel', 'material'], `${path}.covers`),
    ...optional(item.countsAgainAfterDays, (days) =>
      whole(days, `${path}.countsAgainAfterDays`, { most: 366 }),
    ),
    ...optional(item.tiers, (tiers) => tierProblems(tiers, `${path}.tiers`, item.unitPrice)),
  ],
  perTime: (item: ItemOf<'perTime'>, path: string) => [
    ...oneOf(item.place ?? 'any', ['remote', 'onSite', 'any'], `${path}.place`),
    ...whole(item.includedMinutes, `${path}.includedMinutes`, { most: minutesOfMonth }),
    ...price(item.hourPrice, `${path}.hourPrice`),
    ...roundProblems(item.round, `${path}.round`),
    ...contactProblems(item.flatUpTo, `${path}.flatUpTo`),
    ...optional(item.bands, (bands) => bandProblems(bands, `${path}.bands`, { mustCover: true })),
    ...optional(item.weigh, (weigh) => bandProblems(weigh, `${path}.weigh`, { mustCover: false })),
    ...optional(item.overtime, (overtime) => overtimeProblems(overtime, `${path}.overtime`)),
    ...optional(item.tiers, (tiers) => tierProblems(tiers, `${path}.tiers`, item.hourPrice)),
    ...(item.tiers && (item.bands ?? item.overtime) ? [error('tiersWithBands', `${path}.tiers`)] : []),
    ...oneOf(item.prorateIncluded ?? 'up', allowanceProrations, `${path}.prorateIncluded`),
    ...eachOneOf(item.excludes ?? [], ticketExclusions, `${path}.excludes`),
  ],
  travel: travelProblems,
  material: (item: ItemOf<'material'>, path: string) => [
    ...(item.costPlusBp === undefined ? [] : whole(item.costPlusBp, `${path}.costPlusBp`, { most: 100_000 })),
    ...Object.entries(isObject(item.listPrices) ? item.listPrices : {}).flatMap(([name, unitPrice]) =>
      price(unitPrice, `${path}.listPrices.${name}`),
    ),
    ...eachOneOf(item.excludes ?? [], ticketExclusions, `${path}.excludes`),
  ],
  perUnit: (item: ItemOf<'perUnit'>, path: string) => [
    ...(typeof item.unit === 'string' && item.unit !== '' ? [] : [error('missing', `${path}.unit`)]),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...oneOf(item.prorate ?? 'none', ['calendarDays', 'none'], `${path}.prorate`),
    ...oneOf(item.change ?? 'daily', unitChanges, `${path}.change`),
    ...optional(item.included, (included) => quantity(included, `${path}.included`)),
    ...optional(item.tiers, (tiers) => tierProblems(tiers, `${path}.tiers`, item.unitPrice)),
    ...optional(item.sizes, (sizes) =>
      stepProblems(sizes, `${path}.sizes`, (size, at) => price(size.unitPrice, `${at}.unitPrice`)),
    ),
    ...optional(item.classes, (classes) => classProblems(classes, `${path}.classes`)),
  ],
  minimum: limitProblems,
  cap: limitProblems,
  discount: discountProblems,
} satisfies { [K in ItemKind]?: Check<K> }

export function classProblems(
  classes: { name: string; unitPrice: string }[],
  path: string,
): PriceListProblem[] {
  if (!Array.isArray(classes)) return [error('missing', path)]
  return classes.flatMap((one, i) => {
    const at = `${path}[${i}]`
    if (!isObject(one) || typeof one.name !== 'string' || one.name === '')
      return [error('missing', `${at}.name`)]
    const twice = classes.findIndex((other) => isObject(other) && other.name === one.name) < i
    return [
      ...(twice ? [error('duplicateId', `${at}.name`, { id: one.name })] : []),
      ...price(one.unitPrice, `${at}.unitPrice`),
    ]
  })
}

function overtimeProblems(
  overtime: NonNullable<ItemOf<'perTime'>['overtime']>,
  path: string,
): PriceListProblem[] {
  if (!isObject(overtime)) return [error('missing', path)]
  const isEither = (overtime.factor === undefined) !== (overtime.hourPrice === undefined)
  return [
    ...whole(overtime.afterMinutes, `${path}.afterMinutes`, { least: 1, most: 24 * 60 }),
    ...oneOf(overtime.per, ['visit', 'ticket', 'day'], `${path}.per`),
    ...(isEither ? [] : [error('eitherFactorOrPrice', path)]),
    ...optional(overtime.factor, (factor) => quantity(factor, `${path}.factor`, { isPositive: true })),
    ...optional(overtime.hourPrice, (own) => price(own, `${path}.hourPrice`)),
  ]
}

export function roundProblems(round: RoundTime, path: string): PriceListProblem[] {
  if (!isObject(round)) return [error('missing', path)]
  return [
    ...whole(round.unitMinutes, `${path}.unitMinutes`, { least: 1, most: 24 * 60 }),
    ...oneOf(round.scope, roundingScopes, `${path}.scope`),
    ...optionalMinutes(round.firstMinutes, `${path}.firstMinutes`),
    ...optionalMinutes(round.minimumMinutes, `${path}.minimumMinutes`),
    ...oneOf(round.surplus ?? 'lastBand', ['lastBand', 'extend'], `${path}.surplus`),
  ]
}

function optionalMinutes(minutes: number | undefined, path: string): PriceListProblem[] {
  return minutes === undefined ? [] : whole(minutes, path, { most: 24 * 60 })
}

function contactProblems(contact: ItemOf<'perTime'>['flatUpTo'], path: string): PriceListProblem[] {
  if (contact === undefined) return []
  if (!isObject(contact)) return [error('missing', path)]
  return [
    ...whole(contact.minutes, `${path}.minutes`, { least: 1, most: 24 * 60 }),
    ...price(contact.price, `${path}.price`, { decimals: 2 }),
  ]
}

function travelProblems(item: ItemOf<'travel'>, path: string): PriceListProblem[] {
  const prices = (['perTripPrice', 'perKmPrice', 'minimumPerTripPrice'] as const).flatMap((name) =>
    item[name] === undefined ? [] : price(item[name], `${path}.${name}`),
  )
  const zones = Array.isArray(item.zones) ? item.zones : []
  const ofZones = zones.flatMap((zone, i) => {
    const at = `${path}.zones[${i}]`
    if (!isObject(zone) || typeof zone.zone !== 'string' || zone.zone === '')
      return [error('missing', `${at}.zone`)]
    const twice = zones.findIndex((other) => isObject(other) && other.zone === zone.zone) < i
    return [
      ...(twice ? [error('duplicateId', `${at}.zone`, { id: zone.zone })] : []),
      ...price(zone.perTripPrice, `${at}.perTripPrice`),
    ]
  })
  const nothing = item.perTripPrice === undefined && item.perKmPrice === undefined && zones.length === 0
  const minimumAlone = item.minimumPerTripPrice !== undefined && item.perKmPrice === undefined
  return [
    ...prices,
    ...ofZones,
    ...(nothing ? [error('nothingPriced', path)] : []),
    ...optional(item.includedTrips, (trips) =>
      whole(trips, `${path}.includedTrips`, { most: absurdTickets }),
    ),
    ...(minimumAlone ? [error('minimumWithoutKm', `${path}.minimumPerTripPrice`)] : []),
  ]
}

function limitProblems(item: ItemOf<'minimum' | 'cap'>, path: string, list: PriceList): PriceListProblem[] {
  return [
    ...price(item.amountPrice, `${path}.amountPrice`, { decimals: 2 }),
    ...oneOf(item.prorate ?? 'none', ['calendarDays', 'none'], `${path}.prorate`),
    ...(item.over === undefined ? [] : references(item.over, `${path}.over`, item, list)),
  ]
}

function discountProblems(item: ItemOf<'discount'>, path: string, list: PriceList): PriceListProblem[] {
  const problems = item.on === 'all' ? [] : references(item.on, `${path}.on`, item, list)
  if ((item.percentBp === undefined) === (item.amountPrice === undefined)) {
    problems.push(error('eitherPercentOrAmount', path))
  }
  if (item.percentBp !== undefined) problems.push(...whole(item.percentBp, `${path}.percentBp`, {}))
  if (item.percentBp !== undefined && item.percentBp > 10_000)
    problems.push(error('percentAbove100', `${path}.percentBp`))
  if (item.amountPrice !== undefined)
    problems.push(...price(item.amountPrice, `${path}.amountPrice`, { decimals: 2 }))
  return [...problems, ...whole(item.order, `${path}.order`, {})]
}

export function references(
  ids: string[],
  path: string,
  item: PriceItem,
  list: PriceList,
): PriceListProblem[] {
  if (!Array.isArray(ids)) return [error('missing', path)]
  if (ids.length === 0) return [error('missing', path)]
  const known = new Set(list.items.filter((one) => isObject(one) && one !== item).map((one) => one.id))
  return ids.flatMap((id, i) =>
    known.has(id) ? [] : [error('unknownItem', `${path}[${i}]`, { id: shown(id) })],
  )
}
