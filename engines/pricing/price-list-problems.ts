/**
 * Problems of a price list: everything a person can get wrong while writing one,
 * with the place where it stands. An error keeps the list from use; a warning is
 * shown and may be meant. Whatever is typed, this answers and never throws.
 */
import {
  allowanceProrations,
  currencies,
  roundingScopes,
  ticketExclusions,
  vatCodes,
  type ItemKind,
  type ItemOf,
  type PriceItem,
  type PriceList,
} from './price-list.ts'

export const problemCodes = [
  'notAList',
  'notADecimal',
  'negative',
  'tooManyDecimals',
  'absurd',
  'notWhole',
  'notADate',
  'notOneOf',
  'missing',
  'duplicateId',
  'unknownKind',
  'unknownVat',
  'unknownCurrency',
  'unknownItem',
  'ambiguous',
  'nothingPriced',
  'percentAbove100',
  'eitherPercentOrAmount',
  'minimumAboveCap',
  'minimumWithoutKm',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type PriceListProblem = {
  code: ProblemCode
  weight: 'error' | 'warning'
  /** "items[2].unitPrice" */
  path: string
  values?: Record<string, string | number>
}

/** Prices above this are taken for a slip of the keyboard. */
const absurdPrice = 1_000_000
const absurdTickets = 10_000
const minutesOfMonth = 31 * 24 * 60

export function problemsOfPriceList(list: PriceList): PriceListProblem[] {
  if (!isObject(list) || !Array.isArray(list.items)) return [error('notAList', '')]
  const problems: PriceListProblem[] = []
  if (!currencies.includes(list.currency)) problems.push(error('unknownCurrency', 'currency'))
  problems.push(...vatProblems(list.vat, 'vat'))
  list.items.forEach((item, i) => problems.push(...itemProblems(item, `items[${i}]`, list)))
  return [...problems, ...duplicates(list.items), ...ambiguities(list.items), ...limits(list.items)]
}

function itemProblems(item: PriceItem, path: string, list: PriceList): PriceListProblem[] {
  if (!isObject(item)) return [error('unknownKind', path)]
  const id = typeof item.id === 'string' && item.id !== '' ? [] : [error('missing', `${path}.id`)]
  const vat = item.vat === undefined ? [] : vatProblems(item.vat, `${path}.vat`)
  const check = Object.entries(checks).find(([kind]) => kind === item.kind)?.[1]
  if (!check) return [...id, ...vat, error('unknownKind', `${path}.kind`)]
  return [...id, ...vat, ...(check as Check<ItemKind>)(item, path, list)]
}

type Check<K extends ItemKind> = (item: ItemOf<K>, path: string, list: PriceList) => PriceListProblem[]

const checks: { [K in ItemKind]?: Check<K> } = {
  flatFee: (item, path) => [
    ...price(item.feePrice, `${path}.feePrice`, { decimals: 2 }),
    ...oneOf(item.timing, ['advance', 'arrears'], `${path}.timing`),
    ...eachOneOf(item.covers ?? [], ['tickets', 'time', 'travel', 'material'], `${path}.covers`),
  ],
  perTicket: (item, path) => [
    ...whole(item.included, `${path}.included`, { most: absurdTickets }),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...oneOf(item.countedBy, ['reportedAt', 'resolvedAt'], `${path}.countedBy`),
    ...oneOf(item.prorateIncluded, allowanceProrations, `${path}.prorateIncluded`),
    ...eachOneOf(item.excludes, ticketExclusions, `${path}.excludes`),
    ...eachOneOf(item.covers ?? [], ['time', 'travel', 'material'], `${path}.covers`),
  ],
  perTime: (item, path) => [
    ...oneOf(item.place ?? 'any', ['remote', 'onSite', 'any'], `${path}.place`),
    ...whole(item.includedMinutes, `${path}.includedMinutes`, { most: minutesOfMonth }),
    ...price(item.hourPrice, `${path}.hourPrice`),
    ...roundProblems(item.round, `${path}.round`),
    ...contactProblems(item.flatUpTo, `${path}.flatUpTo`),
    ...oneOf(item.prorateIncluded ?? 'up', allowanceProrations, `${path}.prorateIncluded`),
    ...eachOneOf(item.excludes ?? [], ticketExclusions, `${path}.excludes`),
  ],
  travel: travelProblems,
  material: (item, path) => [
    ...(item.costPlusBp === undefined ? [] : whole(item.costPlusBp, `${path}.costPlusBp`, { most: 100_000 })),
    ...Object.entries(isObject(item.listPrices) ? item.listPrices : {}).flatMap(([name, unitPrice]) =>
      price(unitPrice, `${path}.listPrices.${name}`),
    ),
    ...eachOneOf(item.excludes ?? [], ticketExclusions, `${path}.excludes`),
  ],
  perUnit: (item, path) => [
    ...(typeof item.unit === 'string' && item.unit !== '' ? [] : [error('missing', `${path}.unit`)]),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...oneOf(item.prorate ?? 'none', ['calendarDays', 'none'], `${path}.prorate`),
  ],
  minimum: limitProblems,
  cap: limitProblems,
  discount: discountProblems,
}

function roundProblems(round: ItemOf<'perTime'>['round'], path: string): PriceListProblem[] {
  if (!isObject(round)) return [error('missing', path)]
  return [
    ...whole(round.unitMinutes, `${path}.unitMinutes`, { least: 1, most: 24 * 60 }),
    ...oneOf(round.scope, roundingScopes, `${path}.scope`),
    ...optionalMinutes(round.firstMinutes, `${path}.firstMinutes`),
    ...optionalMinutes(round.minimumMinutes, `${path}.minimumMinutes`),
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
  if (item.until !== undefined && !isDate(item.until)) problems.push(error('notADate', `${path}.until`))
  return [...problems, ...whole(item.order, `${path}.order`, {})]
}

function references(ids: string[], path: string, item: PriceItem, list: PriceList): PriceListProblem[] {
  if (!Array.isArray(ids)) return [error('missing', path)]
  if (ids.length === 0) return [error('missing', path)]
  const known = new Set(list.items.filter((one) => isObject(one) && one !== item).map((one) => one.id))
  return ids.flatMap((id, i) =>
    known.has(id) ? [] : [error('unknownItem', `${path}[${i}]`, { id: shown(id) })],
  )
}

function duplicates(items: PriceItem[]): PriceListProblem[] {
  return items.flatMap((item, i) => {
    const first = items.findIndex((other) => isObject(other) && isObject(item) && other.id === item.id)
    return first >= 0 && first < i ? [error('duplicateId', `items[${i}].id`, { id: shown(item.id) })] : []
  })
}

/** Two items that would take the same work: which one prices it must not depend on their order. */
function ambiguities(items: PriceItem[]): PriceListProblem[] {
  return items.flatMap((item, i) => {
    if (!isObject(item)) return []
    const other = items.slice(0, i).find((one) => isObject(one) && takeTheSame(one, item))
    return other ? [error('ambiguous', `items[${i}]`, { id: shown(item.id), other: shown(other.id) })] : []
  })
}

function takeTheSame(a: PriceItem, b: PriceItem): boolean {
  if (a.kind === 'perTime' && b.kind === 'perTime') return placesMeet(a.place ?? 'any', b.place ?? 'any')
  if (a.kind === 'perUnit' && b.kind === 'perUnit') return a.unit === b.unit
  return a.kind === b.kind && ['perTicket', 'travel', 'material'].includes(a.kind)
}

function placesMeet(a: string, b: string): boolean {
  return a === b || a === 'any' || b === 'any'
}

function limits(items: PriceItem[]): PriceListProblem[] {
  const ofKind = (kind: 'minimum' | 'cap') => items.findIndex((item) => isObject(item) && item.kind === kind)
  const minimum = items[ofKind('minimum')]
  const cap = items[ofKind('cap')]
  if (minimum?.kind !== 'minimum' || cap?.kind !== 'cap') return []
  const above = isPlainDecimal(minimum.amountPrice) && Number(minimum.amountPrice) > Number(cap.amountPrice)
  return above ? [warning('minimumAboveCap', `items[${ofKind('minimum')}].amountPrice`)] : []
}

function price(value: unknown, path: string, rule: { decimals?: number } = {}): PriceListProblem[] {
  if (value === undefined || value === '') return [error('missing', path)]
  if (!isPlainDecimal(value)) return [error('notADecimal', path, { value: shown(value) })]
  const decimals = value.split('.')[1]?.length ?? 0
  const most = rule.decimals ?? 6
  if (value.startsWith('-')) return [error('negative', path, { value })]
  if (decimals > most) return [error('tooManyDecimals', path, { most })]
  return Number(value) > absurdPrice ? [warning('absurd', path, { value })] : []
}

function whole(value: unknown, path: string, rule: { least?: number; most?: number }): PriceListProblem[] {
  if (value === undefined) return [error('missing', path)]
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return [error('notWhole', path, { value: shown(value) })]
  if (value < 0) return [error('negative', path, { value })]
  if (value < (rule.least ?? 0)) return [error('absurd', path, { value })]
  return value > (rule.most ?? Infinity) ? [warning('absurd', path, { value })] : []
}

function oneOf(value: unknown, allowed: readonly string[], path: string): PriceListProblem[] {
  return typeof value === 'string' && allowed.includes(value)
    ? []
    : [error('notOneOf', path, { allowed: allowed.join(', ') })]
}

function eachOneOf(values: unknown, allowed: readonly string[], path: string): PriceListProblem[] {
  if (!Array.isArray(values)) return [error('missing', path)]
  return values.flatMap((value, i) => oneOf(value, allowed, `${path}[${i}]`))
}

function vatProblems(vat: unknown, path: string): PriceListProblem[] {
  return vatCodes.some((code) => code === vat) ? [] : [error('unknownVat', path, { value: shown(vat) })]
}

/** What was typed, short enough for a sentence; a thing that is no text says what it is. */
function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeof value : String(value).slice(0, 40)
}

function isPlainDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

function daysOfMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}

function error(code: ProblemCode, path: string, values?: PriceListProblem['values']): PriceListProblem {
  return { code, weight: 'error', path, values }
}

function warning(code: ProblemCode, path: string, values?: PriceListProblem['values']): PriceListProblem {
  return { code, weight: 'warning', path, values }
}
