/**
 * A number that changes: each count holds from its day until the next count of the same
 * units. Several series (sites, classes) are added day by day.
 */
import { dec, divide, mul, sum, toText } from '../../base/decimal.ts'
import { daysIn, type Span } from '../segments.ts'
import { dateOfDay, dayOfDate, inOrder, localDate, type UnitCount } from '../work.ts'

export type Series = {
  key: string
  class?: string
  size?: string
  before: string
  levels: { from: string; quantity: string }[]
  workIds: Set<string>
}

export function seriesOf(
  claimed: { work: UnitCount }[],
  before: Record<string, string>,
  unit: string,
  timezone: string,
): Series[] {
  const all = new Map<string, Series>()
  for (const [key, quantity] of Object.entries(before)) {
    const [name, ofClass, size] = key.split('|')
    if (name !== unit) continue
    all.set(key, {
      key,
      class: ofClass || undefined,
      size: size || undefined,
      before: quantity,
      levels: [],
      workIds: new Set(),
    })
  }
  const ordered = inOrder(
    claimed,
    ({ work }) => work.countedAt,
    ({ work }) => work.id,
  )
  for (const { work } of ordered) {
    const key = [unit, work.class ?? '', work.size ?? '', work.group ?? ''].join('|')
    const known = all.get(key)
    const series = known ?? {
      key,
      class: work.class,
      size: work.size,
      before: '0',
      levels: [],
      workIds: new Set<string>(),
    }
    series.levels.push({ from: localDate(work.countedAt, timezone), quantity: work.quantity })
    series.workIds.add(work.id)
    all.set(key, series)
  }
  return [...all.values()]
}

/** The sum of the series in each stretch of days. */
export function levelsOf(series: Series[], span: Span): (Span & { quantity: string })[] {
  const cuts = series
    .flatMap(({ levels }) => levels.map(({ from }) => from))
    .filter((day) => day > span.from && day <= span.to)
  const starts = [span.from, ...[...new Set(cuts)].sort()]
  const places = series.map(() => 0)
  return starts.map((from, i) => {
    const next = starts[i + 1]
    const to = next === undefined ? span.to : dateOfDay(dayOfDate(next) - 1)
    const quantities = series.map((one, n) => {
      while (one.levels[places[n]!] && one.levels[places[n]!]!.from <= from) places[n]! += 1
      return one.levels[places[n]! - 1]?.quantity ?? one.before
    })
    const quantity = quantities.length === 1 ? quantities[0]! : toText(sum(quantities.map((one) => dec(one))))
    return { from, to, quantity }
  })
}

export function averageOf(levels: (Span & { quantity: string })[]): string {
  const days = levels.reduce((all, level) => all + daysIn(level), 0)
  const weighed = sum(levels.map((level) => mul(dec(level.quantity), dec(daysIn(level)))))
  return toText(divide(weighed, dec(days), 6, 'half-away'))
}
