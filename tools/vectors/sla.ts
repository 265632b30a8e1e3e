/**
 * Neutral cases of business time, read into the production clock engine: one entry of the
 * table for each kind. The calendar lies flat in each case; what its vocabulary calls
 * closures are windows cut out of a date.
 */
import { addBusinessDays, businessDaysBetween, isWorkingDay } from '#engines/worktime/business-days.ts'
import type { Week, WorkCalendar } from '#engines/worktime/calendar.ts'
import {
  deadline,
  deadlineBackward,
  elapsed,
  isOpen,
  nextClose,
  nextOpen,
  type Pause,
} from '#engines/worktime/deadline.ts'
import type { Runner } from './runner.ts'

type Values = Record<string, unknown>
type Answer = string | number | boolean | undefined

const kinds: Record<string, { expects: string; answer: (vector: Values, calendar: WorkCalendar) => Answer }> =
  {
    due: {
      expects: 'expected_due',
      answer: (vector, calendar) =>
        deadline({
          start: instant(vector['start']),
          workingSeconds: targetSeconds(vector),
          calendar,
          pauses: pausesOf(vector),
        }).at?.toString(),
    },
    due_backward: {
      expects: 'expected_due',
      answer: (vector, calendar) =>
        deadlineBackward({
          start: instant(vector['start']),
          workingSeconds: targetSeconds(vector),
          calendar,
        }).toString(),
    },
    elapsed: {
      expects: 'expected_seconds',
      answer: (vector, calendar) =>
        floored(
          elapsed({
            from: instant(vector['from']),
            to: instant(vector['to']),
            calendar,
            pauses: pausesOf(vector),
          }),
          vector['floor_to_seconds'],
        ),
    },
    is_open: { expects: 'expected', answer: (vector, calendar) => isOpen(calendar, instant(vector['at'])) },
    next_open: {
      expects: 'expected',
      answer: (vector, calendar) => nextOpen(calendar, instant(vector['at']))?.toString(),
    },
    next_close: {
      expects: 'expected',
      answer: (vector, calendar) => nextClose(calendar, instant(vector['at']))?.toString(),
    },
    is_working_day: {
      expects: 'expected',
      answer: (vector, calendar) => isWorkingDay(calendar, String(vector['date'])),
    },
    add_business_days: {
      expects: 'expected_date',
      answer: (vector, calendar) => addBusinessDays(calendar, String(vector['date']), Number(vector['days'])),
    },
    business_days_between: {
      expects: 'expected_days',
      answer: (vector, calendar) =>
        businessDaysBetween(calendar, String(vector['from_date']), String(vector['to_date'])),
    },
  }

export const slaKinds: readonly string[] = Object.keys(kinds)

export const slaRunner: Runner = (vector) => {
  const kind = kinds[String(vector['kind'])]
  if (!kind) return { cannot: `the kind ${String(vector['kind'])}` }
  const got = kind.answer(vector, calendarOf(vector))
  const expected = vector[kind.expects]
  return { ok: same(got, expected), got, expected }
}

function calendarOf(vector: Values): WorkCalendar {
  const { timezone, weekly, holidays, overrides, closures } = vector
  const idle: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  return {
    timezone: String(timezone),
    weekly: { ...idle, ...(weekly as Partial<Week>) },
    publicHolidays: 'none',
    holidays: (holidays ?? []) as string[],
    overrides: (overrides ?? {}) as WorkCalendar['overrides'],
    cuts: (closures ?? {}) as WorkCalendar['cuts'],
  }
}

function pausesOf(vector: Values): Pause[] {
  const pauses = (vector['pauses'] ?? []) as { from: string; to?: string }[]
  return pauses.map(({ from, to }) => ({
    from: instant(from),
    to: to === undefined ? undefined : instant(to),
  }))
}

function targetSeconds(vector: Values): number {
  return vector['target_seconds'] === undefined
    ? Number(vector['target_minutes']) * 60
    : Number(vector['target_seconds'])
}

function floored(seconds: number, unit: unknown): number {
  return unit === undefined ? seconds : seconds - (seconds % Number(unit))
}

/** Instants may be written with any offset. */
function same(got: Answer, expected: unknown): boolean {
  if (typeof got !== 'string' || typeof expected !== 'string' || !expected.includes('T'))
    return got === (expected ?? undefined)
  return instant(got).equals(instant(expected))
}

const instant = (text: unknown): Temporal.Instant => Temporal.Instant.from(String(text))
