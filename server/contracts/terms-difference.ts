/**
 * The difference between two sets of terms, as a list of places with what stood there before
 * and what stands there now. It walks whatever the terms hold, so a term that is added to them is
 * compared without a line here. What people read as one sentence (a rule of the price list, a
 * calendar, a reason that stops the clock) is compared as a whole; the order of lists of such things is no
 * change.
 */
import type { Terms } from './terms.ts'

export type TermsChange = { path: string; before: unknown; after: unknown }

/** The order in which a contract speaks of its terms; what is not named here comes last. */
const order = [
  'covers',
  'serviceLevels',
  'calendars',
  'priorityMatrix',
  'accountManagerId',
  'deputyId',
  'reporters',
  'clock',
  'credits',
  'priceList',
  'billing',
  'indexation',
  'term',
  'examples',
  'document',
]

/** Lists whose members have a name of their own. */
const named: [RegExp, (one: Row) => unknown[]][] = [
  [/^serviceLevels$/, ({ priority, category, deviceClass, site }) => [priority, category, deviceClass, site]],
  [/^clock\.pauseReasons$/, ({ key }) => [key]],
  [/^priceList\.items$/, ({ id }) => [id]],
  [/^credits\.clauses$/, ({ id }) => [id]],
  [/^reporters\.limits$/, ({ contactId }) => [contactId ?? 'all']],
  [/^examples$/, ({ name }) => [name]],
]
/** Places that are read as one sentence. */
const wholes = [
  /^(calendars|clock\.pauseReasons|priceList\.items|credits\.clauses|reporters\.limits|examples)\.[^.]+$/,
  /^clock\.targets\.[^.]+$/,
  /^serviceLevels\.[^.]+\.resolution$/,
  /^term\.renewal$/,
  /^priorityMatrix$/,
]
type Row = Record<string, unknown>

export function differenceOf(before: Terms, after: Terms): TermsChange[] {
  const keys = union(before, after).sort((a, b) => placeOf(a) - placeOf(b))
  return keys.flatMap((key) => walked(key, prepared(key, before), prepared(key, after), { before, after }))
}

const placeOf = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)

/** The rate of the price list is the rate of the bill: it is said once, unless the two differ. */
function prepared(key: string, terms: Terms): unknown {
  if (key !== 'billing') return (terms as Row)[key]
  const { vat, ...billing } = terms.billing
  return vat === terms.priceList.vat ? billing : terms.billing
}

type Both = { before: Terms; after: Terms }

function walked(path: string, before: unknown, after: unknown, both: Both): TermsChange[] {
  if (same(before, after)) return []
  const keyOf = named.find(([pattern]) => pattern.test(path))?.[1]
  if (keyOf) return inside(path, keyed(before, keyOf), keyed(after, keyOf), both)
  const isWhole = wholes.some((pattern) => pattern.test(path))
  if (isWhole || !isRow(before) || !isRow(after)) return [change(path, before, after, both)]
  if (/^serviceLevels\.[^.]+$/.test(path)) return level(path, before, after, both)
  return inside(path, before, after, both)
}

const inside = (path: string, before: Row, after: Row, both: Both): TermsChange[] =>
  union(before, after).flatMap((name) => walked(`${path}.${segment(name)}`, before[name], after[name], both))

/** A target in minutes and one in days are the same promise in other words: they change together. */
function level(path: string, before: Row, after: Row, both: Both): TermsChange[] {
  const parted = ({ resolutionMinutes, resolutionBusinessDays, ...rest }: Row) => ({
    ...rest,
    resolution: { resolutionMinutes, resolutionBusinessDays },
  })
  return inside(path, parted(before), parted(after), both)
}

/** A calendar is told by its name; its key means nothing to a reader. */
function change(path: string, before: unknown, after: unknown, both: Both): TermsChange {
  if (!/^serviceLevels\.[^.]+\.calendar(s\.[^.]+)?$/.test(path))
    return { path, before: before ?? null, after: after ?? null }
  const nameIn = (key: unknown, { calendars }: Terms) =>
    key === undefined ? null : (calendars[String(key)]?.name ?? String(key))
  return { path, before: nameIn(before, both.before), after: nameIn(after, both.after) }
}

function keyed(list: unknown, keyOf: (one: Row) => unknown[]): Row {
  const rows: Row = {}
  for (const one of (list ?? []) as Row[]) {
    const name = keyOf(one)
      .filter((part) => part !== undefined)
      .join(' / ')
    // A draft may hold the same name twice; both are compared.
    rows[name in rows ? `${name} (${Object.keys(rows).length})` : name] = one
  }
  return rows
}

const segment = (name: string): string => name.replaceAll('.', '․')
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const union = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])]

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a ?? null)) === JSON.stringify(ordered(b ?? null))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isRow(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, ordered(v)]),
  )
}
