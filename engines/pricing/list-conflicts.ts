/**
 * Items of one list against each other: two that would take the same work, pools that
 * nobody knows or that feed each other, references in a circle, limits that contradict.
 * Which item prices a piece of work must not depend on the order in which they stand.
 */
import type { PriceItem, Where } from './price-list.ts'
import { error, isObject, isPlainDecimal, shown, warning, type PriceListProblem } from './problem-checks.ts'

export function conflictsOf(items: PriceItem[], root = 'items'): PriceListProblem[] {
  return [
    ...duplicates(items, root),
    ...ambiguities(items, root),
    ...drawProblems(items, root),
    ...circles(items, root),
    ...eventProblems(items, root),
    ...limits(items, root),
  ]
}

function duplicates(items: PriceItem[], root: string): PriceListProblem[] {
  return items.flatMap((item, i) => {
    const first = items.findIndex((other) => isObject(other) && isObject(item) && other.id === item.id)
    return first >= 0 && first < i ? [error('duplicateId', `${root}[${i}].id`, { id: shown(item.id) })] : []
  })
}

function ambiguities(items: PriceItem[], root: string): PriceListProblem[] {
  return items.flatMap((item, i) => {
    if (!isObject(item)) return []
    const other = items
      .slice(0, i)
      .find((one) => isObject(one) && datesMeet(one, item) && takeTheSame(one, item))
    return other ? [error('ambiguous', `${root}[${i}]`, { id: shown(item.id), other: shown(other.id) })] : []
  })
}

/** What is no date at all is told elsewhere; here it bounds nothing. */
const dayOr = (on: unknown, open: string): string => (typeof on === 'string' ? on : open)

function datesMeet(a: PriceItem, b: PriceItem): boolean {
  return dayOr(a.from, '') <= dayOr(b.until, '9999') && dayOr(b.from, '') <= dayOr(a.until, '9999')
}

function takeTheSame(a: PriceItem, b: PriceItem): boolean {
  if (isForTime(a) && isForTime(b))
    return placesMeet(a.place ?? 'any', b.place ?? 'any') && meet(whereOf(a), whereOf(b))
  if (a.kind === 'perUnit' && b.kind === 'perUnit') return a.unit === b.unit
  if (a.kind === 'perMeter' && b.kind === 'perMeter') return shareOne(names(a.meters), names(b.meters))
  if (isForEvents(a) && isForEvents(b)) return shareOne(a.events, b.events) && meet(whereOf(a), whereOf(b))
  if (a.kind === 'credit' && b.kind === 'credit') {
    const isScore = (one: typeof a) => one.measure === 'pointsBelow'
    return isScore(a) === isScore(b) && sets(a.priorities, b.priorities) && sets(a.targets, b.targets)
  }
  const takesOneKind =
    a.kind === b.kind && (a.kind === 'perTicket' || a.kind === 'travel' || a.kind === 'material')
  return takesOneKind && meet(whereOf(a), whereOf(b))
}

type ForTime = Extract<PriceItem, { kind: 'perTime' | 'points' }>
type ForEvents = Extract<PriceItem, { kind: 'perEvent' | 'percentage' }>

function isForTime(item: PriceItem): item is ForTime {
  return item.kind === 'perTime' || item.kind === 'points'
}

function isForEvents(item: PriceItem): item is ForEvents {
  return (item.kind === 'perEvent' || item.kind === 'percentage') && Array.isArray(item.events)
}

function whereOf(item: PriceItem): Where | undefined {
  return 'where' in item && isObject(item.where) ? item.where : undefined
}

function names(meters: { meter: string }[]): string[] {
  return Array.isArray(meters) ? meters.map((one) => (isObject(one) ? String(one.meter) : '')) : []
}

function placesMeet(a: string, b: string): boolean {
  return a === b || a === 'any' || b === 'any'
}

/** Could one piece of work fit both? */
function meet(a: Where = {}, b: Where = {}): boolean {
  if ((a.outOfScope ?? false) !== (b.outOfScope ?? false)) return false
  if ((a.otherwise ?? false) !== (b.otherwise ?? false)) return false
  if (isWithin(a.categories, b.notCategories) || isWithin(b.categories, a.notCategories)) return false
  if (isWithin(a.flags, b.notFlags) || isWithin(b.flags, a.notFlags)) return false
  return (['roles', 'services', 'categories', 'priorities', 'sites', 'deviceClasses'] as const).every(
    (name) => sets(a[name], b[name]),
  )
}

function sets(a: string[] | undefined, b: string[] | undefined): boolean {
  return !Array.isArray(a) || !Array.isArray(b) || shareOne(a, b)
}

function shareOne(a: string[], b: string[]): boolean {
  return a.some((one) => b.includes(one))
}

function isWithin(some: string[] | undefined, others: string[] | undefined): boolean {
  if (!Array.isArray(some) || !Array.isArray(others) || some.length === 0) return false
  return some.every((one) => others.includes(one))
}

const drawnUnits: Partial<Record<PriceItem['kind'], string>> = {
  perTicket: 'ticket',
  perTime: 'hour',
  perEvent: 'event',
  points: 'point',
  perMeter: 'meter',
}

function drawProblems(items: PriceItem[], root: string): PriceListProblem[] {
  const pools = new Map(items.filter((one) => isObject(one) && isPool(one)).map((one) => [one.id, one]))
  const drawn = new Set<string>()
  const problems = items.flatMap((item, i) => {
    const ids = isObject(item) && 'draw' in item && !isPool(item) ? (item.draw as unknown) : undefined
    const settles = isObject(item) && 'settle' in item && item.settle !== undefined && !Array.isArray(ids)
    if (!Array.isArray(ids)) return settles ? [error('unknownPool', `${root}[${i}].settle`)] : []
    return ids.flatMap((id, n) => {
      const pool = pools.get(String(id))
      const path = `${root}[${i}].draw[${n}]`
      if (!pool) return [error('unknownPool', path, { id: shown(id) })]
      drawn.add(pool.id)
      const fits = pool.unit === drawnUnits[item.kind] || pool.unit === 'money'
      return fits ? [] : [error('unitMismatch', path, { id: shown(id) })]
    })
  })
  const unused = items.flatMap((item, i) =>
    isObject(item) && isPool(item) && !drawn.has(item.id) ? [warning('nothingDraws', `${root}[${i}]`)] : [],
  )
  return [...problems, ...unused, ...sharedTwice(items, root)]
}

function isPool(item: PriceItem): item is Extract<PriceItem, { kind: 'pool' | 'block' }> {
  return item.kind === 'pool' || item.kind === 'block'
}

/** Two pools of one list under one shared name would fill each other. */
function sharedTwice(items: PriceItem[], root: string): PriceListProblem[] {
  const nameOf = (item: PriceItem) =>
    isObject(item) && isPool(item) ? (item.sharedAs ?? item.id) : undefined
  return items.flatMap((item, i) => {
    const name = nameOf(item)
    if (name === undefined || !isPool(item) || item.sharedAs === undefined) return []
    const other = items.some((one) => one !== item && nameOf(one) === name)
    return other ? [error('feedEachOther', `${root}[${i}].sharedAs`, { id: shown(item.id) })] : []
  })
}

/** What an item is calculated from may not be calculated from the item. */
function circles(items: PriceItem[], root: string): PriceListProblem[] {
  const refs = new Map(items.filter((one) => isObject(one)).map((one) => [one.id, refsOf(one)]))
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (refs.get(from) ?? []).some((next) => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return items.flatMap((item, i) =>
    isObject(item) && reaches(item.id, item.id, new Set())
      ? [error('feedEachOther', `${root}[${i}]`, { id: shown(item.id) })]
      : [],
  )
}

function refsOf(item: PriceItem): string[] {
  const refs = 'over' in item ? item.over : 'of' in item ? item.of : 'on' in item ? item.on : undefined
  return Array.isArray(refs) ? refs : []
}

function eventProblems(items: PriceItem[], root: string): PriceListProblem[] {
  return items.flatMap((item, i) => {
    if (!isObject(item) || item.kind !== 'perTime' || item.afterEvent === undefined) return []
    const event = items.find((one) => isObject(one) && one.id === item.afterEvent)
    const covers = event?.kind === 'perEvent' && event.coversMinutes !== undefined
    return covers ? [] : [error('coversNothing', `${root}[${i}].afterEvent`, { id: shown(item.afterEvent) })]
  })
}

function limits(items: PriceItem[], root: string): PriceListProblem[] {
  const ofKind = (kind: 'minimum' | 'cap') => items.findIndex((item) => isObject(item) && item.kind === kind)
  const minimum = items[ofKind('minimum')]
  const cap = items[ofKind('cap')]
  if (minimum?.kind !== 'minimum' || cap?.kind !== 'cap') return []
  const above = isPlainDecimal(minimum.amountPrice) && Number(minimum.amountPrice) > Number(cap.amountPrice)
  return above ? [warning('minimumAboveCap', `${root}[${ofKind('minimum')}].amountPrice`)] : []
}
