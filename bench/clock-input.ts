/** Invented work for the clock: an office with Polish holidays, deadlines with two pauses each, logs of tickets. */
import { clockTermsOf, type ClockTerms } from '#engines/worktime/clock-terms.ts'
import type { Window, WorkCalendar } from '#engines/worktime/calendar.ts'
import type { TicketEvent } from '#engines/worktime/ticket-log.ts'
import type { PauseSpan } from '#engines/worktime/walk.ts'
import { randomOf, type Random } from '#tools/trials/random.ts'

export const hourMs = 3_600_000
const dayMs = 24 * hourMs
export const yearStart = Date.UTC(2026, 0, 1)
const yearMs = 365 * dayMs

/** A new object each time: nothing is known of it yet. */
export function officeCalendar(): WorkCalendar {
  const day: Window[] = [
    ['08:00', '12:00'],
    ['12:30', '16:30'],
  ]
  return {
    timezone: 'Europe/Warsaw',
    publicHolidays: 'PL',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    closures: [{ date: '2026-05-02', name: 'inwentaryzacja' }],
  }
}

export type Asked = { start: number; grantedMs: number; pauses: PauseSpan[] }

/** 8 to 40 working hours from any moment of a year, with two pauses of half an hour to a day. */
export function askedDeadlines(count: number, seed = 1): Asked[] {
  const random = randomOf(seed)
  return Array.from({ length: count }, () => {
    const start = yearStart + whole(random, yearMs)
    const first = pauseAfter(random, start)
    const second = pauseAfter(random, first.to)
    return { start, grantedMs: (480 + whole(random, 1921)) * 60_000, pauses: [first, second] }
  })
}

function pauseAfter(random: Random, ms: number): PauseSpan {
  const from = ms + whole(random, 2 * dayMs)
  return { from, to: from + hourMs / 2 + whole(random, dayMs) }
}

const whole = (random: Random, below: number): number => Math.floor(random.between(0, below))

export function termsOn(calendar: WorkCalendar): ClockTerms {
  return clockTermsOf({
    serviceLevels: [
      {
        priority: 'critical',
        reactionMinutes: 30,
        workAroundMinutes: 120,
        resolutionMinutes: 240,
        calendar: 'office',
      },
      {
        priority: 'high',
        reactionMinutes: 60,
        nextReplyMinutes: 240,
        resolutionMinutes: 480,
        calendar: 'office',
      },
      { priority: 'normal', reactionMinutes: 240, resolutionBusinessDays: 3, calendar: 'office' },
      { priority: '*', reactionMinutes: 480, resolutionBusinessDays: 5, calendar: 'office' },
    ],
    calendars: { office: { calendar } },
    clock: {
      pauseReasons: [
        { key: 'waitingForClient', stops: ['workAround', 'resolution'] },
        { key: 'partsOrdered', stops: ['resolution'] },
      ],
      onPriorityChange: 'fromReport',
      onReopen: 'continue',
      gateClock: 'fromReport',
    },
  })
}

/** Reported, taken over, talked about, paused and resumed; resolved when `isOver`. */
export function ticketLogs(count: number, events: number, isOver: boolean, seed = 2): TicketEvent[][] {
  const random = randomOf(seed)
  return Array.from({ length: count }, () => ticketLog(random, events, isOver))
}

function ticketLog(random: Random, events: number, isOver: boolean): TicketEvent[] {
  let ms = yearStart + whole(random, yearMs)
  let isPaused = false
  return Array.from({ length: events }, (_, seq) => {
    const at = new Date(ms).toISOString().replace(/\.\d+/, '')
    ms += 10 * 60_000 + whole(random, 6 * hourMs)
    const happened = eventOf(random, seq, isPaused, isOver && seq === events - 1)
    isPaused = happened.kind === 'paused' || (isPaused && happened.kind !== 'resumed')
    return { at, seq, ...happened } as TicketEvent
  })
}

type Happened = { kind: string; priority?: string; reason?: string; human?: boolean }

function eventOf(random: Random, seq: number, isPaused: boolean, isLast: boolean): Happened {
  if (seq === 0) return { kind: 'reported', priority: oneOf(random, ['critical', 'high', 'normal', 'low']) }
  if (isLast) return { kind: 'resolved' }
  if (seq === 1) return { kind: 'taken_over' }
  if (isPaused) return { kind: 'resumed' }
  const kind = oneOf(random, ['public_reply', 'client_message', 'work_started', 'paused', 'priority_changed'])
  if (kind === 'paused') return { kind, reason: oneOf(random, ['waitingForClient', 'partsOrdered']) }
  if (kind === 'public_reply') return { kind, human: true }
  return kind === 'priority_changed' ? { kind, priority: oneOf(random, ['high', 'normal']) } : { kind }
}

const oneOf = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)]!
