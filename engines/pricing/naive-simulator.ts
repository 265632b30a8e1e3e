/**
 * A second opinion on prices, for tests: slow, minute by minute, with nothing in common with
 * the pipeline but the data. Every counted minute is a thing of its own with a price and a
 * weight; it takes from the lots what it can and pays for the rest. Amounts are whole numbers
 * of millionths of a grosz-minute, rounded once for each price.
 */
import { isPolishHoliday } from '../worktime/holidays.ts'
import type { Band, ItemOf, PriceList } from './price-list.ts'
import type { Ticket, TimeEntry, WorkItem } from './work.ts'

export type NaiveLot = { name: string; from: string; until: string; left: number }
export type NaiveMonth = { net: number; lots: NaiveLot[] }

const zone = 'Europe/Warsaw'

export function simulate(list: PriceList, month: string, work: WorkItem[], before: NaiveLot[]): NaiveMonth {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const last = first.with({ day: first.daysInMonth })
  const lots = before.map((lot) => ({ ...lot }))
  for (const item of list.items) if (item.kind === 'pool') grant(item, first, lots)
  buy(list, work, lots)

  const fees = list.items.flatMap((item) => (item.kind === 'flatFee' ? [grosze(item.feePrice)] : []))
  const tickets = list.items.flatMap((item) => (item.kind === 'perTicket' ? [ticketsOf(item, work)] : []))
  const bought = list.items.flatMap((item) => (item.kind === 'block' ? [blocksOf(item, work)] : []))
  const time = timeOf(list, work, lots)
  let fee = sum(fees) + sum(bought)
  let above = sum(tickets) + sum(time)
  for (const item of list.items)
    if (item.kind === 'minimum') fee += Math.max(0, grosze(item.amountPrice) - fee - above)
  for (const item of list.items) if (item.kind === 'cap') above = Math.min(above, grosze(item.amountPrice))
  let net = fee + above
  for (const item of list.items) {
    if (item.kind === 'discount') net -= roundHalf(net * (item.percentBp ?? 0), 10_000)
  }
  endMonth(list, last, lots)
  return { net, lots }
}

function grant(pool: ItemOf<'pool'>, first: Temporal.PlainDate, lots: NaiveLot[]): void {
  const until = first.add({ months: 1 + (pool.carry?.months ?? 0) }).subtract({ days: 1 })
  lots.push({
    name: pool.id,
    from: first.toString(),
    until: until.toString(),
    left: millionths(pool.grant) * 60,
  })
}

function buy(list: PriceList, work: WorkItem[], lots: NaiveLot[]): void {
  for (const one of work) {
    const block = list.items.find((item) => one.kind === 'purchase' && item.id === one.itemId)
    if (one.kind !== 'purchase' || block?.kind !== 'block') continue
    const on = Temporal.Instant.from(one.boughtAt).toZonedDateTimeISO(zone).toPlainDate()
    const until = on.add({ months: block.validMonths ?? 0 }).subtract({ days: 1 })
    lots.push({
      name: block.id,
      from: on.toString(),
      until: until.toString(),
      left: millionths(block.size) * 60,
    })
  }
}

function blocksOf(block: ItemOf<'block'>, work: WorkItem[]): number {
  return (
    work.filter((one) => one.kind === 'purchase' && one.itemId === block.id).length * grosze(block.blockPrice)
  )
}

function ticketsOf(item: ItemOf<'perTicket'>, work: WorkItem[]): number {
  const counted = work.filter(
    (one): one is Ticket =>
      one.kind === 'ticket' &&
      !(item.excludes.includes('cancelled') && one.cancelled) &&
      !(item.excludes.includes('merged') && one.mergedInto !== undefined) &&
      !(item.exceptPriorities ?? []).includes(one.priority ?? ''),
  )
  return Math.max(0, counted.length - item.included) * grosze(item.unitPrice)
}

/** A counted minute: what it costs by the hour, in grosze and millionths, and how much it weighs. */
type Minute = { item: ItemOf<'perTime'>; at: string; id: string; day: string; price: number; weight: number }

function timeOf(list: PriceList, work: WorkItem[], lots: NaiveLot[]): number[] {
  const minutes = list.items.flatMap((item) =>
    item.kind === 'perTime'
      ? minutesOf(item, work.filter((one) => one.kind === 'time' && fits(item, one)) as TimeEntry[])
      : [],
  )
  minutes.sort((a, b) =>
    a.at < b.at
      ? -1
      : a.at > b.at
        ? 1
        : a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const owed = new Map<string, { price: number; weighed: number }>()
  for (const minute of minutes) {
    let rest = minute.weight
    for (const name of minute.item.draw ?? []) rest = drawn(name, minute.day, rest, lots)
    const key = `${minute.item.id} ${minute.price}`
    const known = owed.get(key) ?? { price: minute.price, weighed: 0 }
    owed.set(key, { ...known, weighed: known.weighed + rest })
  }
  return [...owed.values()].map(({ price, weighed }) =>
    Number((BigInt(price) * BigInt(weighed) * 2n + 60n * 10n ** 12n) / (120n * 10n ** 12n)),
  )
}

function fits(item: ItemOf<'perTime'>, entry: TimeEntry): boolean {
  return item.place === undefined || item.place === 'any' || item.place === entry.place
}

function drawn(name: string, day: string, wanted: number, lots: NaiveLot[]): number {
  let rest = wanted
  const usable = lots.filter((lot) => lot.name === name && lot.from <= day && day <= lot.until)
  usable.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.from < b.from ? -1 : 1))
  for (const lot of usable) {
    const taken = Math.min(lot.left, rest)
    lot.left -= taken
    rest -= taken
  }
  return rest
}

function minutesOf(item: ItemOf<'perTime'>, entries: TimeEntry[]): Minute[] {
  const groups = Map.groupBy(
    [...entries].sort((a, b) =>
      a.startedAt < b.startedAt
        ? -1
        : a.startedAt > b.startedAt
          ? 1
          : a.id.length - b.id.length || (a.id < b.id ? -1 : 1),
    ),
    (entry) => groupOf(item, entry),
  )
  return [...groups.values()].flatMap((group) => {
    const raw = group.flatMap((entry) =>
      Array.from({ length: entry.minutes ?? 0 }, (_, i) => minuteAt(item, entry, i)),
    )
    if (raw.length === 0) return []
    const last = group.at(-1)!
    const length = last.minutes ?? 0
    while (raw.length < counted(raw0(group), item)) {
      const added = raw.length - raw0(group)
      raw.push(
        minuteAt(item, last, item.round.surplus === 'extend' ? length + added : Math.max(length - 1, 0)),
      )
    }
    return raw
  })
}

function raw0(group: TimeEntry[]): number {
  return group.reduce((all, entry) => all + (entry.minutes ?? 0), 0)
}

/** Unit after unit until the work fits. */
function counted(minutes: number, { round }: ItemOf<'perTime'>): number {
  let length = round.firstMinutes ?? 0
  while (length < Math.max(minutes, round.minimumMinutes ?? 0)) length += round.unitMinutes
  return length
}

function groupOf({ round }: ItemOf<'perTime'>, entry: TimeEntry): string {
  const day = Temporal.Instant.from(entry.startedAt).toZonedDateTimeISO(zone).toPlainDate().toString()
  if (round.scope === 'entry') return entry.id
  if (round.scope === 'visit') return entry.visitId ?? `${entry.ticketId ?? entry.id} ${day} ${entry.place}`
  if (round.scope === 'ticket') return entry.ticketId ?? entry.id
  return round.scope === 'day' ? day : ''
}

function minuteAt(item: ItemOf<'perTime'>, entry: TimeEntry, i: number): Minute {
  const wall = Temporal.Instant.from(entry.startedAt).add({ minutes: i }).toZonedDateTimeISO(zone)
  const day = Temporal.Instant.from(entry.startedAt).toZonedDateTimeISO(zone).toPlainDate().toString()
  const band = item.bands?.find((one) => holds(one, wall))
  const weight = item.weigh?.find((one) => holds(one, wall))
  const base = millionths(band?.hourPrice ?? item.hourPrice) * 100
  const price = band?.factor === undefined ? base : (base / 10_000) * (millionths(band.factor) / 100)
  return {
    item,
    at: entry.startedAt,
    id: entry.id,
    day,
    price,
    weight: weight ? millionths(weight.factor ?? '1') : 1_000_000,
  }
}

function holds(band: Band, wall: Temporal.ZonedDateTime): boolean {
  const isHoliday = isPolishHoliday(wall.toPlainDate().toString())
  const name = wall.dayOfWeek === 6 ? 'sat' : wall.dayOfWeek === 7 ? 'sun' : isHoliday ? 'holiday' : 'workday'
  const isOn = band.days.some((day) => day === 'any' || day === name || (day === 'holiday' && isHoliday))
  const time = wall.toPlainTime().toString().slice(0, 5)
  const [from, to] = [band.fromTime ?? '00:00', band.toTime ?? '24:00']
  return isOn && (from < to ? from <= time && time < to : time >= from || time < to)
}

/** Life ends first; then the oldest of what is carried on are dropped above the cap. */
function endMonth(list: PriceList, last: Temporal.PlainDate, lots: NaiveLot[]): void {
  for (const item of list.items) {
    if (item.kind !== 'pool' || item.carry?.cap === undefined) continue
    const alive = lots.filter((lot) => lot.name === item.id && lot.until > last.toString())
    alive.sort((a, b) => (a.until < b.until ? -1 : 1))
    let above = sum(alive.map(({ left }) => left)) - millionths(item.carry.cap) * 60
    for (const lot of alive) {
      const lost = Math.min(lot.left, Math.max(above, 0))
      lot.left -= lost
      above -= lost
    }
  }
}

function millionths(text: string): number {
  return Math.round(Number(text) * 1_000_000)
}

function grosze(text: string): number {
  return Math.round(Number(text) * 100)
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function roundHalf(top: number, bottom: number): number {
  return Math.floor((2 * top + bottom) / (2 * bottom))
}
