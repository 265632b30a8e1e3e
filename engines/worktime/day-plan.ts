/**
 * The work calendar as data, and what it says of one date: which windows start on it, or
 * why none does.
 *
 * In this order: a closure closes the whole date; an extra day opens it, even on a
 * holiday (a working Saturday, a day worked in exchange); on a holiday no window starts;
 * an override replaces the windows of its date; else the week of the season the date
 * falls in, else the ordinary week. A window whose end is not after its start runs over
 * midnight, and its tail is never cut off by the day that follows.
 */
import { must } from '../base/must.ts'
import { clockMs, dayMs, isoDate, weekdayOf, type Weekday } from './days.ts'
import type { HolidayKey } from './holiday-rules.ts'
import { holidayOf, type HolidayCountry } from './holiday-sets.ts'

/** Wall clock "HH:MM"; "24:00" is the end of the day; an end not after the start is on the next day. */
export type Window = [open: string, close: string]
export type Week = Record<Weekday, Window[]>
/** Of a country, computed for any year. */
export type PublicHolidays = HolidayCountry | 'none'

/** Days of every year, both included; from "11-01" to "03-31" runs over the new year. */
export type Season = { from: string; to: string; weekly: Week; publicHolidays?: PublicHolidays }

export type WorkCalendar = {
  /** IANA name. */
  timezone: string
  weekly: Week
  publicHolidays: PublicHolidays
  /** Whole dates on which no window starts. */
  closures?: { date: string; name: string }[]
  /** Dates that are worked whatever the week and the holidays say. */
  extraDays?: { date: string; windows: Window[] }[]
  /** Dates with windows of their own, unless they are holidays. */
  overrides?: Record<string, Window[]>
  /** Windows cut out of a date: a stocktaking, a fire drill. */
  cuts?: Record<string, Window[]>
  seasons?: Season[]
  /** Own holidays: "2026-12-31", or "*-12-31" for every year. */
  holidays?: string[]
}

/** A stretch of wall-clock time, in milliseconds of the count of days. */
export type WallSpan = { from: number; to: number }

export type DayClosed =
  | { code: 'closure'; on: string; name: string }
  | { code: 'holiday'; on: string; key?: HolidayKey }

export type DayPlan = { spans: readonly WallSpan[]; closed?: DayClosed }

type Book = {
  plans: Map<number, DayPlan>
  closures: Map<string, string>
  extraDays: Map<string, Window[]>
  holidays: Set<string>
}

const books = new WeakMap<WorkCalendar, Book>()

/** What starts on a day. Kept per calendar object: a calendar is a value and is never changed in place. */
export function planOf(calendar: WorkCalendar, day: number): DayPlan {
  const { plans } = bookOf(calendar)
  let plan = plans.get(day)
  if (!plan) plans.set(day, (plan = makePlan(calendar, day)))
  return plan
}

export function startsOn(calendar: WorkCalendar, day: number): boolean {
  return planOf(calendar, day).spans.length > 0
}

/** What is cut out of a date, in order. */
export function cutsOn(calendar: WorkCalendar, day: number): readonly WallSpan[] {
  return calendar.cuts ? spansOf(calendar.cuts[isoDate(day)] ?? [], day) : []
}

function makePlan(calendar: WorkCalendar, day: number): DayPlan {
  const on = isoDate(day)
  const { closures, extraDays } = bookOf(calendar)
  const name = closures.get(on)
  if (name !== undefined) return { spans: [], closed: { code: 'closure', on, name } }
  const extra = extraDays.get(on)
  if (extra) return { spans: spansOf(extra, day) }
  const season = calendar.seasons?.find((s) => isWithin(s, on.slice(5)))
  const closed = holidayOn(calendar, on, season?.publicHolidays ?? calendar.publicHolidays)
  if (closed) return { spans: [], closed }
  const weekly = season?.weekly ?? calendar.weekly
  return { spans: spansOf(calendar.overrides?.[on] ?? weekly[weekdayOf(day)] ?? [], day) }
}

function holidayOn(
  calendar: WorkCalendar,
  on: string,
  publicHolidays: PublicHolidays,
): DayClosed | undefined {
  const found = publicHolidays === 'none' ? undefined : holidayOf(publicHolidays, on)
  if (found) return { code: 'holiday', on, ...found }
  const { holidays } = bookOf(calendar)
  return holidays.has(on) || holidays.has(`*${on.slice(4)}`) ? { code: 'holiday', on } : undefined
}

function isWithin({ from, to }: { from: string; to: string }, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to
}

function spansOf(windows: readonly Window[], day: number): WallSpan[] {
  return windows.map((window) => spanOf(window, day)).sort((a, b) => a.from - b.from)
}

function spanOf([open, close]: Window, day: number): WallSpan {
  const [from, to] = [clockMs(open), clockMs(close)]
  must(from !== undefined && to !== undefined, `"${open}"-"${close}" is a window`)
  return { from: day * dayMs + from, to: day * dayMs + (to <= from ? to + dayMs : to) }
}

function bookOf(calendar: WorkCalendar): Book {
  let book = books.get(calendar)
  if (!book) {
    book = {
      plans: new Map(),
      closures: new Map(calendar.closures?.map(({ date, name }) => [date, name])),
      extraDays: new Map(calendar.extraDays?.map(({ date, windows }) => [date, windows])),
      holidays: new Set(calendar.holidays),
    }
    books.set(calendar, book)
  }
  return book
}
