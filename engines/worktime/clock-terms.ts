/**
 * What a contract says of the clock: the targets of each priority with their calendar, the
 * reasons that may stop it, and what becomes of it when the priority changes, when a
 * resolved ticket is reopened and while a report is held at the gate.
 */
import type { WorkCalendar } from './day-plan.ts'

export const targetKinds = ['reaction', 'arrival', 'resolution'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Working minutes of the calendar, or business days by the end of the day. */
export type Granted = { minutes: number } | { businessDays: number }

export type Target = {
  target: TargetKind
  /** "*" is the row for priorities that have none of their own. */
  priority: string
  granted: Granted
  calendar: WorkCalendar
}

export type PauseReason = {
  key: string
  stops: readonly TargetKind[]
  /** Waiting for the client ends when the client writes; the other reasons do not. */
  endsOnClientMessage?: boolean
}

export type ClockTerms = {
  targets: readonly Target[]
  pauseReasons: readonly PauseReason[]
  onPriorityChange: 'fromReport' | 'restart'
  onReopen: 'continue' | 'restart'
  gateClock: 'fromReport' | 'fromAdmission'
}

/** The part of a contract's terms that the clock reads. */
type TermsOfContract = {
  serviceLevels: readonly {
    priority: string
    reactionMinutes?: number
    arrivalMinutes?: number
    resolutionMinutes?: number
    resolutionBusinessDays?: number
    calendar: string
  }[]
  calendars: Readonly<Record<string, { calendar: WorkCalendar }>>
  clock: Omit<ClockTerms, 'targets'>
}

/** A level that names a calendar the terms do not hold promises nothing that could be counted. */
export function clockTermsOf({ serviceLevels, calendars, clock }: TermsOfContract): ClockTerms {
  const { pauseReasons, onPriorityChange, onReopen, gateClock } = clock
  const targets = serviceLevels.flatMap((level) => {
    const calendar = calendars[level.calendar]?.calendar
    if (!calendar) return []
    const { priority } = level
    return promises(level).map(([target, granted]) => ({ target, priority, granted, calendar }))
  })
  return { targets, pauseReasons, onPriorityChange, onReopen, gateClock }
}

function promises(level: TermsOfContract['serviceLevels'][number]): [TargetKind, Granted][] {
  const { reactionMinutes, arrivalMinutes, resolutionMinutes, resolutionBusinessDays } = level
  const found: [TargetKind, Granted][] = []
  if (reactionMinutes !== undefined) found.push(['reaction', { minutes: reactionMinutes }])
  if (arrivalMinutes !== undefined) found.push(['arrival', { minutes: arrivalMinutes }])
  if (resolutionMinutes !== undefined) found.push(['resolution', { minutes: resolutionMinutes }])
  else if (resolutionBusinessDays !== undefined)
    found.push(['resolution', { businessDays: resolutionBusinessDays }])
  return found
}

export function rowFor(terms: ClockTerms, target: TargetKind, priority: string): Target | undefined {
  const rows = terms.targets.filter((row) => row.target === target)
  return rows.find((row) => row.priority === priority) ?? rows.find((row) => row.priority === '*')
}
