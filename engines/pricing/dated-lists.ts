/**
 * A price list over some days: cut where a rule begins, ends or is changed, so that
 * in each part every rule holds on every day. A discount keeps its own dates, because
 * its amount is shared out over the days of the line that it lowers.
 */
import { dayOf } from '../worktime/days.ts'
import type { PriceItem, PriceList } from './price-list.ts'
import { dateOfDay } from './work.ts'

type Dated = { from: string; to: string; priceList: PriceList }

export function datedLists(list: PriceList, span: { from: string; to: string }): Dated[] {
  if (!hasDates(list)) return [{ ...span, priceList: list }]
  const starts = cutsOf(list, span)
  return starts.map((from, i) => {
    const next = starts[i + 1]
    const to = next === undefined ? span.to : dayBefore(next)
    return { from, to, priceList: { ...list, items: itemsOn(list, from) } }
  })
}

function hasDates(list: PriceList): boolean {
  return (
    (list.changes !== undefined && list.changes.length > 0) ||
    list.items.some((item) => item.kind !== 'discount' && (item.from ?? item.until) !== undefined)
  )
}

/** The first days of the parts. */
function cutsOf(list: PriceList, span: { from: string; to: string }): string[] {
  const items = [...list.items, ...(list.changes ?? []).flatMap((change) => change.items)]
  const cuts = [
    ...(list.changes ?? []).map((change) => change.from),
    ...items.flatMap((item) =>
      item.kind === 'discount' ? [] : [item.from, item.until && dayAfter(item.until)],
    ),
  ].filter((cut): cut is string => cut !== undefined && cut > span.from && cut <= span.to)
  return [span.from, ...[...new Set(cuts)].sort()]
}

/** The rules on a day: each change in its order takes the place of the rule with its id. */
function itemsOn(list: PriceList, date: string): PriceItem[] {
  const changes = [...(list.changes ?? [])].filter((change) => change.from <= date)
  changes.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const items = changes.reduce(applied, list.items)
  return items.filter((item) => item.kind === 'discount' || holdsOn(item, date))
}

function applied(items: PriceItem[], change: NonNullable<PriceList['changes']>[number]): PriceItem[] {
  const changed = new Map(change.items.map((item) => [item.id, item]))
  const known = new Set(items.map((item) => item.id))
  return [
    ...items.flatMap((item) => (change.without?.includes(item.id) ? [] : [changed.get(item.id) ?? item])),
    ...change.items.filter((item) => !known.has(item.id)),
  ]
}

function holdsOn({ from, until }: PriceItem, date: string): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until)
}

function dayBefore(date: string): string {
  return dateOfDay(dayOf(date) - 1)
}

function dayAfter(date: string): string {
  return dateOfDay(dayOf(date) + 1)
}
