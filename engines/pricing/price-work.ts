/**
 * The work of a period, item by item. Events are priced first, because what they cover
 * comes off the time of their visit; then everything that draws from pools says what it
 * needs, the ledger answers in the order of time, and each item writes its lines.
 */
import type { BinPart, BinReason } from './bins.ts'
import { priceBlocks } from './items/bought.ts'
import type { Claimed, Days, Prepared, Priced } from './items/item.ts'
import { priceMaterial } from './items/material.ts'
import { preparePerEvent } from './items/per-event.ts'
import { preparePerMeter } from './items/per-meter.ts'
import { preparePerTicket } from './items/per-ticket.ts'
import { preparePerTime } from './items/per-time.ts'
import { pricePerUnit } from './items/per-unit.ts'
import { pricePercentage } from './items/percentage.ts'
import { preparePoints } from './items/points.ts'
import { priceSurcharge } from './items/surcharge.ts'
import { priceTravel } from './items/travel.ts'
import type { ClaimedMiss } from './adjust-credits.ts'
import type { NotCounted } from './explanation.ts'
import { windowsOf } from './grants.ts'
import type { Ledger } from './ledger.ts'
import { grouped, type Line } from './line.ts'
import { readMeters } from './meter-use.ts'
import { micro, microText } from '../base/micro.ts'
import { openingOf, type Kept } from './period-state.ts'
import type { PeriodInput } from './price-period.ts'
import { itemsOf, type ItemKind, type PerMeter, type PerTime } from './price-list.ts'
import { offersOf, type Offer, type Segment } from './segments.ts'
import type { Selected } from './select.ts'
import type {
  EventWork,
  MaterialUse,
  Purchase,
  Reading,
  Ticket,
  TimeEntry,
  Trip,
  UnitCount,
  WorkItem,
} from './work.ts'
import { compareNames } from './work.ts'

/** The kind of work that each kind of item prices; `select` keeps to it. */
type WorkOf = {
  perTicket: Ticket
  perTime: TimeEntry
  points: TimeEntry
  travel: Trip
  material: MaterialUse
  perUnit: UnitCount
  perMeter: Reading
  perEvent: EventWork
  percentage: EventWork
  block: Purchase
}

export type WorkInput = {
  input: PeriodInput
  segments: Segment[]
  selected: Selected[]
  days: Days
  ledger: Ledger
  tickets: ReadonlyMap<string, Ticket>
}

export type PricedWork = { lines: Line[]; parts: BinPart[]; kept: Kept; measured: Map<string, string> }

export function priceWork(work: WorkInput): PricedWork {
  const kept: Kept = { meters: new Map(), units: {}, deferred: {}, notices: [] }
  const covered = new Map<string, number>()
  const events = answeredBy(work.ledger, eventItems(work, covered))
  const drawing = answeredBy(work.ledger, drawingItems(work, covered, kept))
  const priced = [...events, ...drawing, ...plainItems(work, kept)]
  const lines = priced.flatMap((one) => one.lines)
  return {
    lines: [...lines, ...surcharges(work, lines)],
    parts: priced.flatMap(({ parts }) => parts),
    kept,
    measured: measuredBy(work),
  }
}

export function claimedMisses(selected: Selected[]): ClaimedMiss[] {
  const claimed = selected.flatMap((one) =>
    one.fate === 'claimed' && one.work.kind === 'miss' && one.item.kind === 'credit'
      ? [{ work: one.work, item: one.item, segment: one.segment }]
      : [],
  )
  return claimed.sort((a, b) => compareNames(a.work.id, b.work.id))
}

/** All items ask before any is answered: work draws in the order of time, not of items. */
function answeredBy(ledger: Ledger, prepared: Prepared[]): Priced[] {
  const answers = ledger.draw(prepared.flatMap(({ demands }) => demands))
  let from = 0
  return prepared.map(({ demands, finish }) => {
    const own = answers.slice(from, from + demands.length)
    from += demands.length
    return finish(own)
  })
}

function eventItems(
  { input, segments, selected, days, tickets }: WorkInput,
  covered: Map<string, number>,
): Prepared[] {
  const { timezone } = input
  const cover = (visitId: string, minutes: number) =>
    covered.set(visitId, (covered.get(visitId) ?? 0) + minutes)
  return each(segments, selected, 'perEvent', (offers, claimed, id) =>
    preparePerEvent({ offers, claimed, days, ...before(input, id), timezone, tickets, cover }),
  )
}

function drawingItems(work: WorkInput, covered: Map<string, number>, kept: Kept): Prepared[] {
  const { input, segments, selected, days } = work
  const { timezone, period, onlyWork: isLate = false } = input
  const opening = openingOf(input)
  const deferredOf = (item: PerTime | PerMeter) => ({
    waits: waits(item, work),
    before: opening.deferred[item.id] ?? [],
  })
  return [
    ...each(segments, selected, 'perTicket', (offers, claimed, id) =>
      preparePerTicket({
        offers,
        claimed,
        notCounted: notCountedBy(selected, id),
        days,
        ...before(input, id),
        timezone,
      }),
    ),
    ...each(segments, selected, 'perTime', (offers, claimed, id) => {
      const { item } = offers.at(-1)!
      const minutes = (entry: TimeEntry) =>
        entry.visitId === undefined ? 0 : (covered.get(entry.visitId) ?? 0)
      const deferred = deferredOf(item)
      const prepared = preparePerTime({
        offers,
        claimed,
        days,
        ...before(input, id),
        timezone,
        deferred,
        ...(item.afterEvent !== undefined && { covered: minutes }),
      })
      return item.settle ? keepingDeferred(prepared, id, deferred, kept) : prepared
    }),
    ...each(segments, selected, 'points', (offers, claimed) => preparePoints({ offers, claimed, timezone })),
    ...each(segments, selected, 'perMeter', (offers, claimed, id) => {
      const deferred = deferredOf(offers.at(-1)!.item)
      const prepared = preparePerMeter({
        offers,
        claimed,
        days,
        states: opening.meters,
        deferred,
        period,
        timezone,
        isLate,
        keep: (states) =>
          states.forEach((state) => kept.meters.set(`${state.device}\n${state.meter}`, state)),
        notice: (notice) => kept.notices.push(notice),
      })
      return offers.at(-1)!.item.settle ? keepingDeferred(prepared, id, deferred, kept) : prepared
    }),
  ]
}

function plainItems({ input, segments, selected, days }: WorkInput, kept: Kept): Priced[] {
  const { timezone } = input
  const opening = openingOf(input)
  return [
    ...each(segments, selected, 'travel', (offers, claimed, id) =>
      priceTravel(offers, claimed, before(input, id).drawnBefore),
    ),
    ...each(segments, selected, 'material', priceMaterial),
    ...each(segments, selected, 'perUnit', (offers, claimed) =>
      pricePerUnit({
        offers,
        claimed,
        days,
        before: opening.units,
        timezone,
        keep: (series) => Object.assign(kept.units, series),
      }),
    ),
    ...each(segments, selected, 'percentage', pricePercentage),
    ...each(segments, selected, 'block', (offers, claimed) => priceBlocks(offers, claimed, timezone)),
  ]
}

function surcharges({ segments, selected, tickets }: WorkInput, lines: Line[]): Line[] {
  const works = new Map<string, WorkItem>(selected.map(({ work }) => [work.id, work]))
  return [...offersOf(segments, 'surcharge').values()].flatMap((offers) =>
    priceSurcharge(offers, lines, works, tickets),
  )
}

/** What is above a pool of several periods waits while the pool goes on and the contract with it. */
function waits(
  { settle, draw }: { settle?: 'endOfPool'; draw?: string[] },
  { input, segments }: WorkInput,
): boolean {
  if (settle !== 'endOfPool' || input.onlyWork) return false
  const { period, contract } = input
  if (contract.to !== undefined && contract.to <= period.to) return false
  const pools = segments
    .flatMap(({ priceList }) => itemsOf(priceList, 'pool'))
    .filter(({ id }) => draw?.includes(id))
  return pools.some(({ per }) => windowsOf(per, input).some((window) => window.to > period.to))
}

/** Informative lines that wait are told to the next period by their price. */
function keepingDeferred(
  prepared: Prepared,
  id: string,
  {
    waits: isWaiting,
    before: earlier,
  }: { waits: boolean; before: { unitPrice: string; quantity: string }[] },
  kept: Kept,
): Prepared {
  return {
    demands: prepared.demands,
    finish(answers) {
      const priced = prepared.finish(answers)
      const here = priced.lines.flatMap(({ explanation }) => deferredIn(explanation))
      if (isWaiting) kept.deferred[id] = byPrice([...earlier, ...here])
      return priced
    },
  }
}

function byPrice(all: { unitPrice: string; quantity: string }[]): { unitPrice: string; quantity: string }[] {
  return grouped(all, ({ unitPrice }) => unitPrice).map((same) => ({
    unitPrice: same[0]!.unitPrice,
    quantity: sumText(same.map(({ quantity }) => quantity)),
  }))
}

function deferredIn(explanation: Line['explanation']): { unitPrice: string; quantity: string }[] {
  if (explanation.model === 'perTime' && explanation.isDeferred) {
    const minutes = explanation.works.filter(({ bin }) => bin === 'overage').map(({ counted }) => counted)
    return [{ unitPrice: explanation.hourPrice, quantity: sumText(minutes) }]
  }
  if (explanation.model === 'meters' && explanation.isDeferred) {
    return [
      {
        unitPrice: explanation.unitPrice,
        quantity: sumText(explanation.devices.map(({ overage }) => overage)),
      },
    ]
  }
  return []
}

function before({ drawnBefore, pricedBefore }: PeriodInput, id: string) {
  return { drawnBefore: drawnBefore?.[id] ?? '0', pricedBefore: pricedBefore?.[id] ?? '0' }
}

function each<K extends keyof WorkOf & ItemKind, T>(
  segments: Segment[],
  selected: Selected[],
  kind: K,
  price: (offers: Offer<K>[], claimed: Claimed<K, WorkOf[K]>[], id: string) => T,
): T[] {
  const offers = offersOf(segments, kind)
  if (offers.size === 0) return []
  const claimed = claimedBy(selected)
  return [...offers].map(([id, own]) =>
    // `select` gave this item only the kind of work that it prices.
    price(own, (claimed.get(`${kind} ${id}`) ?? []) as unknown as Claimed<K, WorkOf[K]>[], id),
  )
}

const claimedOf = new WeakMap<Selected[], Map<string, Selected[]>>()

/** The work of a period by its items, laid out once. */
function claimedBy(selected: Selected[]): Map<string, Selected[]> {
  let byItem = claimedOf.get(selected)
  if (byItem) return byItem
  claimedOf.set(selected, (byItem = new Map()))
  for (const one of selected) {
    if (one.fate !== 'claimed') continue
    const key = `${one.item.kind} ${one.item.id}`
    const some = byItem.get(key)
    if (some) some.push(one)
    else byItem.set(key, [one])
  }
  return byItem
}

/** Tickets that an item looked at and did not count, by reason. */
function notCountedBy(selected: Selected[], id: string): NotCounted[] {
  const reasons = new Map<BinReason, string[]>()
  for (const one of selected) {
    if (one.fate !== 'settled' || one.work.kind !== 'ticket' || one.verdict.itemId !== id) continue
    const { reason } = one.verdict
    if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), one.work.id])
  }
  return [...reasons]
    .map(([reason, workIds]) => ({ reason, workIds: workIds.sort(compareNames) }))
    .sort((a, b) => compareNames(a.reason, b.reason))
}

/** Only readings that an item takes are measured: the others count nothing. */
function measuredBy({ input, selected }: WorkInput): Map<string, string> {
  const readings = selected.flatMap((one) =>
    one.fate === 'claimed' && one.work.kind === 'reading' ? [one.work] : [],
  )
  if (readings.length === 0) return new Map()
  const read = readMeters(readings, openingOf(input).meters)
  return new Map(
    read.flatMap(({ uses }) => uses.map(({ reading, used }) => [reading.id, microText(used)] as const)),
  )
}

function sumText(quantities: string[]): string {
  return microText(quantities.reduce((total, one) => total + micro(one), 0))
}
