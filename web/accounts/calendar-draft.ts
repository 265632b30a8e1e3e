/**
 * What the calendar editor does to a calendar: a value in, another value out. Days other than
 * usual live in five places of a calendar; a person sees them as one list by date.
 */
import { planOf, type Window, type WorkCalendar } from '#engines/worktime/day-plan.ts'
import { clockMs, dayMs, dayNumber, dayOf, isoDate, weekdays, type Weekday } from '#engines/worktime/days.ts'

export const specialKinds = ['closure', 'extra', 'override', 'cut', 'holiday', 'yearly'] as const
export type SpecialKind = (typeof specialKinds)[number]
/** `date` is "2026-12-31", of a yearly one "12-31". */
export type Special = { kind: SpecialKind; date: string; name: string; windows: Window[] }

export function newCalendar(): WorkCalendar {
  const day: Window[] = [['08:00', '16:00']]
  return {
    timezone: 'Europe/Warsaw',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    publicHolidays: 'PL',
  }
}

export function withWindows(calendar: WorkCalendar, day: Weekday, windows: Window[]): WorkCalendar {
  return { ...calendar, weekly: { ...calendar.weekly, [day]: inOrder(windows) } }
}

/** Monday's hours from Monday to Friday. */
export function withEqualWorkdays(calendar: WorkCalendar): WorkCalendar {
  const { mon } = calendar.weekly
  return { ...calendar, weekly: { ...calendar.weekly, tue: mon, wed: mon, thu: mon, fri: mon } }
}

export const inOrder = (windows: readonly Window[]): Window[] =>
  [...windows].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))

/** "8" → "08:00", "8.30" → "08:30", "24" → "24:00"; what is no time stays as it was typed. */
export function readClock(typed: string): string {
  const found = /^\s*(\d{1,2})(?:[:.,]?(\d{2}))?\s*$/.exec(typed)
  if (!found) return typed.trim()
  const text = `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`
  return clockMs(text) === undefined ? typed.trim() : text
}

/** "08:00" → "8:00", as people write it. */
export const shownClock = (time: string): string => time.replace(/^0(?=\d:)/, '')
export const shownWindow = ([open, close]: Window): string => `${shownClock(open)}–${shownClock(close)}`

/** Bars of a day as shares of it: its own windows, and what still runs from the day before. */
export function barsOf(
  calendar: WorkCalendar,
  day: Weekday,
): { from: number; to: number; isTail: boolean }[] {
  const before = weekdays[(weekdays.indexOf(day) + 6) % 7]!
  const own = spans(calendar.weekly[day]).map(([from, to]) => ({ from, to: Math.min(to, 1), isTail: false }))
  const tails = spans(calendar.weekly[before])
    .filter(([, to]) => to > 1)
    .map(([, to]) => ({ from: 0, to: to - 1, isTail: true }))
  return [...tails, ...own]
}

function spans(windows: readonly Window[] = []): [number, number][] {
  return windows.flatMap(([open, close]): [number, number][] => {
    const [from, to] = [clockMs(open), clockMs(close)]
    if (from === undefined || to === undefined) return []
    return [[from / dayMs, (to <= from ? to + dayMs : to) / dayMs]]
  })
}

/** The window that a drag along the line of a day means, by half hours; too short a drag means none. */
export function draggedWindow(from: number, to: number): Window | undefined {
  const [first, last] = [Math.min(from, to), Math.max(from, to)].map((share) =>
    Math.min(48, Math.max(0, Math.round(share * 48))),
  ) as [number, number]
  return last > first ? [halfHour(first), halfHour(last)] : undefined
}

const halfHour = (n: number): string =>
  `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`

/** All days other than usual, those of every year first, then by date. */
export function specialsOf(calendar: WorkCalendar): Special[] {
  const { closures = [], extraDays = [], overrides = {}, cuts = {}, holidays = [] } = calendar
  const dated = (kind: SpecialKind, entries: [string, Window[]][]): Special[] =>
    entries.map(([date, windows]) => ({ kind, date, name: '', windows }))
  return [
    ...closures.map(({ date, name }): Special => ({ kind: 'closure', date, name, windows: [] })),
    ...dated(
      'extra',
      extraDays.map(({ date, windows }) => [date, windows]),
    ),
    ...dated('override', Object.entries(overrides)),
    ...dated('cut', Object.entries(cuts)),
    ...holidays.map((date): Special =>
      date.startsWith('*-')
        ? { kind: 'yearly', date: date.slice(2), name: '', windows: [] }
        : { kind: 'holiday', date, name: '', windows: [] },
    ),
  ].sort((a, b) => a.date.length - b.date.length || (a.date < b.date ? -1 : Number(a.date > b.date)))
}

export function withoutSpecial(calendar: WorkCalendar, { kind, date }: Special): WorkCalendar {
  const others = <T extends { date: string }>(list: readonly T[] = []): T[] =>
    list.filter((one) => one.date !== date)
  const without = (record: Record<string, Window[]> = {}): Record<string, Window[]> =>
    Object.fromEntries(Object.entries(record).filter(([on]) => on !== date))
  if (kind === 'closure') return { ...calendar, closures: others(calendar.closures) }
  if (kind === 'extra') return { ...calendar, extraDays: others(calendar.extraDays) }
  if (kind === 'override') return { ...calendar, overrides: without(calendar.overrides) }
  if (kind === 'cut') return { ...calendar, cuts: without(calendar.cuts) }
  const written = kind === 'yearly' ? `*-${date}` : date
  return { ...calendar, holidays: (calendar.holidays ?? []).filter((on) => on !== written) }
}

/** Added, or put in the place of what stood for that date and kind. */
export function withSpecial(calendar: WorkCalendar, special: Special): WorkCalendar {
  const { kind, date, name } = special
  const cleared = withoutSpecial(calendar, special)
  const windows = inOrder(special.windows)
  if (kind === 'closure') return { ...cleared, closures: [...(cleared.closures ?? []), { date, name }] }
  if (kind === 'extra') return { ...cleared, extraDays: [...(cleared.extraDays ?? []), { date, windows }] }
  if (kind === 'override') return { ...cleared, overrides: { ...cleared.overrides, [date]: windows } }
  if (kind === 'cut') return { ...cleared, cuts: { ...cleared.cuts, [date]: windows } }
  return { ...cleared, holidays: [...(cleared.holidays ?? []), kind === 'yearly' ? `*-${date}` : date] }
}

export const needsWindows = (kind: SpecialKind): boolean =>
  kind === 'extra' || kind === 'override' || kind === 'cut'

/** What is sent and kept: places that hold nothing are left out. */
export function tidied(calendar: WorkCalendar): WorkCalendar {
  const filled = Object.entries(calendar).filter(
    ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
  )
  return Object.fromEntries(filled) as unknown as WorkCalendar
}

export type MonthDay = {
  date: string
  day: number
  kind: 'open' | 'closed' | 'holiday'
  /** Different from what the weekday says. */
  isSpecial: boolean
  key?: string | undefined
  name?: string | undefined
}

/** The days of "2026-12", with the empty places before the first Monday counted in `blanks`. */
export function monthOf(calendar: WorkCalendar, month: string): { blanks: number; days: MonthDay[] } {
  const first = dayOf(`${month}-01`)
  const specials = new Set(specialsOf(calendar).map(({ date }) => date))
  const days: MonthDay[] = []
  for (let day = first; isoDate(day).startsWith(month); day += 1) {
    const date = isoDate(day)
    const { spans: opened, closed } = planOf(calendar, day)
    days.push({
      date,
      day: Number(date.slice(8)),
      kind: opened.length > 0 ? 'open' : closed ? 'holiday' : 'closed',
      isSpecial: specials.has(date) || specials.has(date.slice(5)),
      ...(closed && 'key' in closed && { key: closed.key }),
      ...(closed && 'name' in closed && { name: closed.name }),
    })
  }
  return { blanks: (((first + 3) % 7) + 7) % 7, days }
}

export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const isDate = (text: string): boolean => dayNumber(text) !== undefined
export const isMonthDay = (text: string): boolean => dayNumber(`2028-${text}`) !== undefined
