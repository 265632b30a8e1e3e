/** What the tests of the clock share: times of Warsaw, and the calendars of the stories. */
import type { Week, Window, WorkCalendar } from './calendar.ts'

/** "2026-11-20T15:40" on the clock of Warsaw; with an offset it is taken as it stands. */
export function warsaw(text: string): Temporal.Instant {
  if (/[+Z]/.test(text)) return Temporal.Instant.from(text)
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').toInstant()
}

/** The same as the ISO text of an instant. */
export const at = (text: string): string => warsaw(text).toString()

export function workdays(...windows: Window[]): Week {
  return { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows, sat: [], sun: [] }
}

export function everyDay(...windows: Window[]): Week {
  return { ...workdays(...windows), sat: windows, sun: windows }
}

const base = { timezone: 'Europe/Warsaw', publicHolidays: 'PL' } as const

export const office: WorkCalendar = { ...base, weekly: workdays(['08:00', '16:00']) }
export const early: WorkCalendar = { ...base, weekly: workdays(['07:00', '17:00']) }
/** Of the ticket in the pictures. */
export const bakery: WorkCalendar = { ...base, weekly: workdays(['08:00', '17:00']) }
/** Of the examples in the style guide. */
export const nine: WorkCalendar = { ...base, weekly: workdays(['09:00', '17:00']) }
export const withBreak: WorkCalendar = { ...base, weekly: workdays(['08:00', '12:00'], ['12:30', '16:30']) }
export const nights: WorkCalendar = { ...base, weekly: everyDay(['22:00', '06:00']) }
export const always: WorkCalendar = { ...base, publicHolidays: 'none', weekly: everyDay(['00:00', '24:00']) }
/** Summer hours of a cooling service: every day from May to September, holidays too. */
export const cooling: WorkCalendar = {
  ...base,
  weekly: workdays(['07:00', '17:00']),
  seasons: [{ from: '05-01', to: '09-30', weekly: everyDay(['07:00', '21:00']), publicHolidays: 'none' }],
}
