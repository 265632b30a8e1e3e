/** The two calendars of the demo's contracts: working days 8–17, and the whole day round. */
import { calendarPresets } from '#engines/presets/trades.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'

const day: [string, string][] = [['08:00', '17:00']]
export const office: WorkCalendar = {
  timezone: 'Europe/Warsaw',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  publicHolidays: 'PL',
}
export const always: WorkCalendar = calendarPresets.always.calendar
