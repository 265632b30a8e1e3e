/**
 * The difference between two sets of terms, as a list of places with what stood there before
 * and what stands there now. Rules of the price list and reasons that stop the clock are
 * compared as wholes, since people read them as sentences; the order of lists is no change.
 */
import type { Terms } from './terms.ts'

export type TermsChange = { path: string; before: unknown; after: unknown }

export function differenceOf(before: Terms, after: Terms): TermsChange[] {
  return [
    ...levels(before, after),
    ...byKey('calendars', before.calendars, after.calendars),
    ...fields('', pick(before), pick(after)),
    ...fields('reporters.', before.reporters, after.reporters),
    ...byKey(
      'clock.pauseReasons',
      keyed(before.clock.pauseReasons, 'key'),
      keyed(after.clock.pauseReasons, 'key'),
    ),
    ...fields(
      'clock.',
      { ...before.clock, pauseReasons: undefined },
      { ...after.clock, pauseReasons: undefined },
    ),
    ...byKey('priceList.items', keyed(before.priceList.items, 'id'), keyed(after.priceList.items, 'id')),
    ...fields('priceList.', { vat: before.priceList.vat }, { vat: after.priceList.vat }),
    ...fields('billing.', { ...before.billing, vat: undefined }, { ...after.billing, vat: undefined }),
    ...fields('term.', before.term, after.term),
    ...fields('document.', before.document, after.document),
  ]
}

const pick = ({ accountManagerId, deputyId }: Terms) => ({ accountManagerId, deputyId })

/** Level by level and field by field: "wysoki, realizacja: 8 h → 6 h". */
function levels(before: Terms, after: Terms): TermsChange[] {
  const [old, now] = [keyed(before.serviceLevels, 'priority'), keyed(after.serviceLevels, 'priority')]
  return union(old, now).flatMap((priority) => {
    const [a, b] = [old[priority], now[priority]]
    if (!a || !b) return [{ path: `serviceLevels.${priority}`, before: a ?? null, after: b ?? null }]
    // A target in minutes and one in days are the same promise in other words: they change together.
    const resolution = ({ resolutionMinutes, resolutionBusinessDays }: typeof a) => ({
      resolutionMinutes,
      resolutionBusinessDays,
    })
    return [
      ...fields(`serviceLevels.${priority}.`, plainLevel(a), plainLevel(b)),
      ...fields(`serviceLevels.${priority}.`, { resolution: resolution(a) }, { resolution: resolution(b) }),
    ]
  })
}

const plainLevel = ({ definition, reactionMinutes, calendar }: Terms['serviceLevels'][number]) => ({
  definition,
  reactionMinutes,
  calendar,
})

function byKey(path: string, before: Record<string, unknown>, after: Record<string, unknown>): TermsChange[] {
  return union(before, after).flatMap((key) =>
    same(before[key], after[key])
      ? []
      : [{ path: `${path}.${key}`, before: before[key] ?? null, after: after[key] ?? null }],
  )
}

function fields(
  prefix: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): TermsChange[] {
  return union(before, after).flatMap((name) =>
    same(before[name], after[name])
      ? []
      : [{ path: `${prefix}${name}`, before: before[name] ?? null, after: after[name] ?? null }],
  )
}

function keyed<T extends Record<string, unknown>>(list: T[], key: keyof T & string): Record<string, T> {
  return Object.fromEntries(list.map((one) => [String(one[key]), one]))
}

const union = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])]

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a ?? null)) === JSON.stringify(ordered(b ?? null))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, ordered(v)]),
  )
}
