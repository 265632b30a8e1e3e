/**
 * Points: work is counted in points, so many for coming and so many for each started
 * unit of time, more at night or on free days by the moment at which it began. Points
 * are drawn from pools and blocks; what they lack costs its price for each point.
 */
import { micro, microOne, microText, microTimes, type Micro } from '../../base/micro.ts'
import type { BinName, BinPart } from '../bins.ts'
import { drawSummary } from '../draws.ts'
import type { PointsExplained, WorkShare } from '../explanation.ts'
import type { Answer, Demand } from '../ledger.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import { roundGroups, type RoundedGroup } from '../round-time.ts'
import type { Offer } from '../segments.ts'
import { weightAt } from '../time-pieces.ts'
import { localDate, msOf, type TimeEntry } from '../work.ts'
import type { Claimed, Prepared } from './item.ts'

type Group = RoundedGroup<Offer<'points'>['item']> & { points: Micro }
/** The minutes of an entry in one bin; the points of its group stand with the first of them. */
type Share = { group: Group; entry: Group['entries'][number]; bin: BinName; raw: Micro; counted: Micro }

export function preparePoints(input: {
  offers: Offer<'points'>[]
  claimed: Claimed<'points', TimeEntry>[]
  timezone: string
}): Prepared {
  const { offers, timezone } = input
  const groups = roundGroups(input.claimed, timezone).map((group) => ({
    ...group,
    points: pointsOf(group, timezone),
  }))
  return {
    demands: groups.map((group) => demandOf(group, timezone)),
    finish(answers) {
      const shares = groups.flatMap((group, i) => sharesOf(group, answers[i]))
      const common: Common = {
        model: 'points',
        counted: countedOf(shares),
        overage: countedOf(shares.filter(({ bin }) => bin === 'overage')),
        ...drawSummary(answers),
      }
      return { lines: linesOf(offers, shares, common), parts: shares.map(binOf) }
    },
  }
}

type Common = Omit<PointsExplained, 'unitPrice' | 'works'>

function pointsOf(
  { item, countedMinutes, entries }: RoundedGroup<Offer<'points'>['item']>,
  timezone: string,
): Micro {
  if (countedMinutes === 0) return 0
  const units = countedMinutes / item.round.unitMinutes
  const points = micro(item.basePoints ?? '0') + Math.ceil(units) * micro(item.pointsPerUnit)
  const { work, segment } = entries[0]!
  const by = { timezone, holidays: segment.priceList.holidays ?? ('PL' as const) }
  return microTimes(points, weightAt(item.weigh, msOf(work.startedAt), by))
}

function demandOf({ item, entries, points }: Group, timezone: string): Demand {
  const { work } = entries[0]!
  return {
    itemId: item.id,
    workId: work.id,
    atMs: msOf(work.startedAt),
    date: localDate(work.startedAt, timezone),
    quantity: points,
    draw: item.draw,
    site: work.site,
    device: work.device,
  }
}

/** Minutes lie in the bins as the points of their group do. */
function sharesOf(group: Group, answer: Answer | undefined): Share[] {
  const { points, entries } = group
  const rawAll = entries.reduce((sum, { rawMinutes }) => sum + rawMinutes, 0) * microOne
  if (points === 0 || rawAll === 0) {
    const bin = points === 0 ? 'notCounted' : 'overage'
    return entries.map((entry, i) => ({
      group,
      entry,
      bin,
      raw: entry.rawMinutes * microOne,
      counted: i === 0 ? points : 0,
    }))
  }
  const from = (kind: 'pool' | 'block') =>
    (answer?.drawn ?? []).reduce((sum, one) => (one.kind === kind ? sum + one.quantity : sum), 0)
  const bins: [BinName, Micro][] = [
    ['included', from('pool')],
    ['block', from('block')],
    ['overage', answer?.rest ?? points],
  ]
  return laidOut(
    group,
    bins.filter(([, quantity]) => quantity > 0),
    rawAll,
  )
}

function laidOut(group: Group, bins: [BinName, Micro][], rawAll: Micro): Share[] {
  const left = group.entries.map((entry) => ({ entry, raw: entry.rawMinutes * microOne }))
  const empty = left.filter(({ raw }) => raw === 0)
  const none = empty.map(({ entry }): Share => ({ group, entry, bin: 'notCounted', raw: 0, counted: 0 }))
  const shares = bins.flatMap(([bin, quantity], i) => {
    let room = i === bins.length - 1 ? rawAll : shareOf(rawAll, quantity, group.points)
    let counted = quantity
    const here: Share[] = []
    for (const one of left) {
      const raw = Math.min(one.raw, room)
      if (raw === 0) continue
      one.raw -= raw
      room -= raw
      here.push({ group, entry: one.entry, bin, raw, counted })
      counted = 0
    }
    return counted === 0 ? here : [{ group, entry: group.entries[0]!, bin, raw: 0, counted }]
  })
  return [...none, ...shares]
}

function shareOf(whole: Micro, part: Micro, of: Micro): Micro {
  return Number((BigInt(whole) * BigInt(part)) / BigInt(of))
}

function linesOf(offers: Offer<'points'>[], shares: Share[], common: Common): Line[] {
  const counting = shares.filter(({ bin }) => bin !== 'notCounted')
  const drawn = counting.filter(({ bin }) => bin !== 'overage')
  const above = grouped(
    counting.filter(({ bin }) => bin === 'overage'),
    ({ entry }) => `${entry.item.unitPrice} ${offerVat(entry)} ${offerCurrency(entry)}`,
  )
  if (above.length === 0) return drawn[0] ? [lineFor(offers, drawn, common, true)] : []
  return above.map((some, i) => lineFor(offers, i === 0 ? [...drawn, ...some] : some, common, false))
}

function lineFor(offers: Offer<'points'>[], shares: Share[], common: Common, informative: boolean): Line {
  const { entry } = lastOf(shares)
  const { unitPrice } = entry.item
  const charged = informative ? shares : shares.filter(({ bin }) => bin === 'overage')
  return lineOf({
    item: entry.item,
    vat: offerVat(entry),
    currency: offerCurrency(entry),
    period: spanOf(offers),
    explanation: { ...common, unitPrice, works: shares.map(workShare) },
    quantity: { of: countedOf(charged), unit: 'point', unitPrice: informative ? '0' : unitPrice },
    informative,
  })
}

function countedOf(shares: Share[]): string {
  return microText(shares.reduce((sum, { counted }) => sum + counted, 0))
}

function workShare({ entry, bin, raw, counted }: Share): WorkShare {
  return { id: entry.work.id, bin, raw: microText(raw), counted: microText(counted) }
}

function binOf({ entry, bin, raw }: Share): BinPart {
  const reason = bin === 'notCounted' ? { reason: 'noTime' as const } : {}
  return {
    workId: entry.work.id,
    workKind: 'time',
    bin,
    itemId: entry.item.id,
    ...reason,
    unit: 'minute',
    quantity: microText(raw),
  }
}
