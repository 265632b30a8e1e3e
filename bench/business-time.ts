/**
 * Business-time libraries of others, behind one face. Each knows one zone, that of the
 * process, windows within a day, and whole minutes; nothing of pauses, of single days with
 * windows of their own, or of shifts over midnight.
 */
import { createRequire } from 'node:module'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'

type Setting = { weekly: Partial<WorkCalendar['weekly']>; holidays: readonly string[] }
export type Asks = {
  due: (start: number, minutes: number) => number
  dueBackward: (start: number, minutes: number) => number
  elapsedSeconds: (from: number, to: number) => number
  isOpen: (at: number) => boolean
  nextOpen: (at: number) => number
  isWorkingDay: (date: string) => boolean
  addDays: (date: string, days: number) => string
  daysBetween: (from: string, to: string) => number
}
export type Library = { configure: (setting: Setting) => Asks }

const require = createRequire(import.meta.url)
const names = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** What both have in common, as far as we call it. */
type Moment = {
  valueOf: () => number
  format: (as: string) => string
} & Record<string, (...args: unknown[]) => unknown>

const ms = (moment: unknown): number => (moment as Moment).valueOf()
const date = (moment: unknown): string => (moment as Moment).format('YYYY-MM-DD')

function dayjsBusinessTime({ weekly, holidays }: Setting): Asks {
  const dayjs = require('dayjs') as ((of: unknown) => Moment) & {
    extend: (plugin: unknown) => void
    setBusinessTime: (times: unknown) => void
    setHolidays: (holidays: readonly string[]) => void
  }
  dayjs.extend(require('dayjs-business-time'))
  const times = Object.entries(names).map(([day, name]) => {
    const windows = weekly[day as keyof typeof names] ?? []
    return [
      name,
      windows.length === 0
        ? null
        : windows.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })),
    ]
  })
  dayjs.setBusinessTime(Object.fromEntries(times))
  dayjs.setHolidays(holidays)
  return {
    due: (start, minutes) => ms(dayjs(start)['addBusinessTime']!(minutes, 'minutes')),
    dueBackward: (start, minutes) => ms(dayjs(start)['subtractBusinessTime']!(minutes, 'minutes')),
    elapsedSeconds: (from, to) => Number(dayjs(to)['businessMinutesDiff']!(dayjs(from))) * 60,
    isOpen: (at) => Boolean(dayjs(at)['isBusinessTime']!()),
    nextOpen: (at) => ms(dayjs(at)['nextBusinessTime']!()),
    isWorkingDay: (on) => Boolean(dayjs(on)['isBusinessDay']!()),
    addDays: (on, n) =>
      date(n < 0 ? dayjs(on)['subtractBusinessDays']!(-n) : dayjs(on)['addBusinessDays']!(n)),
    daysBetween: (from, to) => Number(dayjs(to)['businessDaysDiff']!(dayjs(from))),
  }
}

function momentBusinessTime({ weekly, holidays }: Setting): Asks {
  const moment = require('moment') as ((of: unknown) => Moment) & {
    updateLocale: (name: string, data: unknown) => void
  }
  require('moment-business-time')
  const workinghours = days.map((day) => {
    const windows = weekly[day] ?? []
    return windows.length === 0 ? null : windows.flatMap(([start, end]) => [`${start}:00`, `${end}:00`])
  })
  moment.updateLocale('en', { workinghours: { ...workinghours }, holidays })
  return {
    due: (start, minutes) => ms(moment(start)['addWorkingTime']!(minutes, 'minutes')),
    dueBackward: (start, minutes) => ms(moment(start)['subtractWorkingTime']!(minutes, 'minutes')),
    elapsedSeconds: (from, to) => Number(moment(to)['workingDiff']!(moment(from), 'seconds')),
    isOpen: (at) => Boolean(moment(at)['isWorkingTime']!()),
    nextOpen: (at) => ms(moment(at)['nextWorkingTime']!()),
    isWorkingDay: (on) => Boolean(moment(on)['isWorkingDay']!()),
    addDays: (on, n) =>
      date(n < 0 ? moment(on)['subtractWorkingTime']!(-n, 'days') : moment(on)['addWorkingTime']!(n, 'days')),
    daysBetween: (from, to) => Number(moment(to)['workingDiff']!(moment(from), 'days')),
  }
}

export const libraries: Record<string, Library> = {
  'dayjs-business-time': { configure: dayjsBusinessTime },
  'moment-business-time': { configure: momentBusinessTime },
}
