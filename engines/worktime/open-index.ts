/**
 * The open time of a calendar as numbers, ready to be asked millions of times: every shift of
 * a span of years with the open time before it, found by day, by amount of open time and by
 * business day.
 *
 * An index is built once for a calendar (a value that is never changed in place) from the
 * same shifts that the readable reference walks, and kept as long as that calendar object
 * lives. It covers some years around what is asked and is built anew, wider, when somebody
 * asks beyond.
 */
import { must } from '../base/must.ts'
import { closingOf } from './business-days.ts'
import { startsOn, type WorkCalendar } from './day-plan.ts'
import { dayMs } from './days.ts'
import { shiftsAfter } from './shifts.ts'

export type OpenIndex = {
  calendar: WorkCalendar
  /** Days since 1970: the first that is covered, and the first that is not. */
  firstDay: number
  endDay: number
  /** Shift by shift, in order; the open milliseconds before each, and at the end of all. */
  from: Float64Array
  to: Float64Array
  before: Float64Array
  /** The date on which the shift started. */
  day: Int32Array
  /** For each day, the first shift that ends after its start. */
  firstOfDay: Int32Array
  /** For each equal amount of open time, the shift in which it begins. */
  firstOfAmount: Int32Array
  amountMs: number
  /** Business days, and how many of them come before each day. */
  businessDays: Int32Array
  businessDaysBefore: Int32Array
  /** When each business day closes; NaN until asked. */
  closesAt: Float64Array
}

const kept = new WeakMap<WorkCalendar, OpenIndex>()
const yearDays = 366

/** An index that covers the time around two instants. */
export function indexFor(calendar: WorkCalendar, from: number, to: number): OpenIndex {
  const known = kept.get(calendar)
  if (known && known.firstDay * dayMs <= from && to < known.endDay * dayMs) return known
  const index = build(calendar, ...span(known, Math.floor(from / dayMs), Math.floor(to / dayMs)))
  kept.set(calendar, index)
  return index
}

/** A year before and three after; what was covered stays so, and grows by no less than its half. */
function span(known: OpenIndex | undefined, from: number, to: number): [number, number] {
  const [first, end] = [from - yearDays, to + 3 * yearDays]
  if (!known) return [first, end]
  const half = Math.ceil((known.endDay - known.firstDay) / 2)
  return [
    from < known.firstDay ? Math.min(first, known.firstDay - half) : known.firstDay,
    to >= known.endDay ? Math.max(end, known.endDay + half) : known.endDay,
  ]
}

/** Forgets what was kept of a calendar, so that the cost of building can be measured. */
export function forgetIndex(calendar: WorkCalendar): void {
  kept.delete(calendar)
}

function build(calendar: WorkCalendar, firstDay: number, endDay: number): OpenIndex {
  const shifts = shiftsBetween(calendar, firstDay * dayMs, endDay * dayMs)
  const [from, to] = [new Float64Array(shifts.length), new Float64Array(shifts.length)]
  const before = new Float64Array(shifts.length + 1)
  const day = new Int32Array(shifts.length)
  for (const [i, shift] of shifts.entries()) {
    from[i] = shift.from
    to[i] = shift.to
    day[i] = shift.day
    before[i + 1] = before[i]! + shift.to - shift.from
  }
  const amountMs = Math.max(1, before[shifts.length]! / Math.max(1, shifts.length))
  return {
    calendar,
    firstDay,
    endDay,
    from,
    to,
    before,
    day,
    firstOfDay: firstOfDay(to, firstDay, endDay),
    firstOfAmount: firstOfAmount(before, amountMs),
    amountMs,
    ...businessDaysBetween(calendar, firstDay, endDay),
  }
}

type Piece = { from: number; to: number; day: number }

function shiftsBetween(calendar: WorkCalendar, from: number, to: number): Piece[] {
  const found: Piece[] = []
  for (const shift of shiftsAfter(calendar, from)) {
    if (shift.from >= to) break
    found.push({ ...shift, from: Math.max(shift.from, from), to: Math.min(shift.to, to) })
  }
  return found
}

function firstOfDay(to: Float64Array, firstDay: number, endDay: number): Int32Array {
  const first = new Int32Array(endDay - firstDay + 1)
  for (let day = 0, shift = 0; day < first.length; day += 1) {
    while (shift < to.length && to[shift]! <= (firstDay + day) * dayMs) shift += 1
    first[day] = shift
  }
  return first
}

function firstOfAmount(before: Float64Array, amountMs: number): Int32Array {
  const first = new Int32Array(Math.ceil(before.at(-1)! / amountMs) + 2)
  for (let amount = 0, shift = 0; amount < first.length; amount += 1) {
    while (shift < before.length - 2 && before[shift + 1]! < amount * amountMs) shift += 1
    first[amount] = shift
  }
  return first
}

function businessDaysBetween(
  calendar: WorkCalendar,
  firstDay: number,
  endDay: number,
): Pick<OpenIndex, 'businessDays' | 'businessDaysBefore' | 'closesAt'> {
  const businessDaysBefore = new Int32Array(endDay - firstDay + 1)
  const found: number[] = []
  for (let day = firstDay; day < endDay; day += 1) {
    businessDaysBefore[day - firstDay] = found.length
    if (startsOn(calendar, day)) found.push(day)
  }
  businessDaysBefore[endDay - firstDay] = found.length
  const businessDays = Int32Array.from(found)
  return { businessDays, businessDaysBefore, closesAt: new Float64Array(found.length).fill(NaN) }
}

/** The first shift that ends after an instant of the covered span. */
export function shiftAt({ firstDay, firstOfDay: first, to }: OpenIndex, ms: number): number {
  let shift = first[Math.floor(ms / dayMs) - firstDay]!
  while (shift < to.length && to[shift]! <= ms) shift += 1
  return shift
}

/** Open milliseconds of the span before an instant of it. */
export function openBefore(index: OpenIndex, ms: number): number {
  const shift = shiftAt(index, ms)
  const from = index.from[shift]!
  return ms > from ? index.before[shift]! + ms - from : index.before[shift]!
}

/** The first instant by which so much of the span's open time has passed; NaN beyond the span. */
export function instantAfter(
  { before, from, firstOfAmount: first, amountMs }: OpenIndex,
  open: number,
): number {
  if (open > before[before.length - 1]!) return NaN
  let shift = first[Math.floor(open / amountMs)]!
  while (before[shift + 1]! < open) shift += 1
  return from[shift]! + open - before[shift]!
}

/** When a business day closes, by its place among them. */
export function closingAt(index: OpenIndex, place: number): number {
  const day = index.businessDays[place]
  must(day !== undefined, 'the index covers the business day')
  const known = index.closesAt[place]!
  return Number.isNaN(known) ? (index.closesAt[place] = closingOf(index.calendar, day)) : known
}
