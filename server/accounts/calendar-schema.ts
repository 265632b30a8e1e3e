/** A work calendar as it travels: only its shape; what is wrong with one is asked of the engine. */
import { holidayCountries } from '#engines/worktime/holiday-sets.ts'
import { z } from 'zod'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'

const Text = (max: number) => z.string().trim().max(max)
const Windows = z.array(z.tuple([Text(5), Text(5)])).max(20)
const Weekly = z.object({
  mon: Windows,
  tue: Windows,
  wed: Windows,
  thu: Windows,
  fri: Windows,
  sat: Windows,
  sun: Windows,
})
const Holidays = z.enum([...holidayCountries, 'none'])
const Date = Text(10)

export const WorkCalendarShape: z.ZodType<WorkCalendar> = z.object({
  timezone: Text(60),
  weekly: Weekly,
  publicHolidays: Holidays,
  closures: z
    .array(z.object({ date: Date, name: Text(120) }))
    .max(400)
    .optional(),
  extraDays: z
    .array(z.object({ date: Date, windows: Windows }))
    .max(400)
    .optional(),
  overrides: z.record(Date, Windows).optional(),
  cuts: z.record(Date, Windows).optional(),
  seasons: z
    .array(z.object({ from: Date, to: Date, weekly: Weekly, publicHolidays: Holidays.optional() }))
    .max(20)
    .optional(),
  holidays: z.array(Date).max(400).optional(),
})

nameShapes({ WeeklyHours: Weekly, WorkCalendar: WorkCalendarShape })
