/**
 * What a contract says of the clock: the levels with their calendars, the reasons that may
 * stop it, what starts and fulfils each target, and what becomes of it when priority or
 * category change, when a resolved ticket is reopened and while a report is held at the gate.
 */
import type { WorkCalendar } from './day-plan.ts'
import {
  matchLevel,
  promisesOf,
  type Circumstances,
  type Granted,
  type LevelColumns,
  type ServiceLevel,
} from './service-level.ts'
import type { TargetKind, TargetRules } from './targets.ts'

export { targetKinds, type TargetKind } from './targets.ts'
export type { Granted } from './service-level.ts'

export type Target = {
  target: TargetKind
  granted: Granted
  calendar: WorkCalendar
  /** The key of the calendar in the terms. */
  calendarKey: string
}

export type Level = LevelColumns & { targets: readonly Target[]; clause?: string }

export type PauseReason = {
  key: string
  stops: readonly TargetKind[]
  /** "§ 6 ust. 1": told in the explanation. */
  clause?: string
  /** Waiting for the client ends when the client writes; the other reasons do not. */
  endsOnClientMessage?: boolean
}

export type ClockRules = {
  pauseReasons: readonly PauseReason[]
  /** A change of priority, category, device or site: as if it had been so from the report, or a new start. */
  onPriorityChange: 'fromReport' | 'restart'
  /** `newTicket`: within `warrantyDays` it continues, later another ticket begins. */
  onReopen: 'continue' | 'restart' | 'newTicket'
  warrantyDays?: number
  gateClock: 'fromReport' | 'fromAdmission'
  targets?: Partial<Record<TargetKind, TargetRules>>
}

export type ClockTerms = ClockRules & { levels: readonly Level[] }

/** The part of a contract's terms that the clock reads. */
export type StoredTerms = {
  serviceLevels: readonly ServiceLevel[]
  calendars: Readonly<Record<string, { calendar: WorkCalendar }>>
  clock: ClockRules
}

/** A target that names a calendar the terms do not hold promises nothing that could be counted. */
export function clockTermsOf({ serviceLevels, calendars, clock }: StoredTerms): ClockTerms {
  const { pauseReasons, onPriorityChange, onReopen, warrantyDays, gateClock, targets } = clock
  return {
    levels: serviceLevels.map((level) => ({ ...columnsOf(level), targets: targetsOf(level, calendars) })),
    pauseReasons,
    onPriorityChange,
    onReopen,
    gateClock,
    ...(warrantyDays !== undefined && { warrantyDays }),
    ...(targets && { targets }),
  }
}

const columnsOf = ({
  priority,
  category,
  deviceClass,
  site,
  clause,
}: ServiceLevel): LevelColumns & { clause?: string } => ({
  priority,
  ...(category !== undefined && { category }),
  ...(deviceClass !== undefined && { deviceClass }),
  ...(site !== undefined && { site }),
  ...(clause !== undefined && { clause }),
})

function targetsOf(level: ServiceLevel, calendars: StoredTerms['calendars']): Target[] {
  return promisesOf(level).flatMap(({ target, granted, calendar: calendarKey }) => {
    const calendar = calendars[calendarKey]?.calendar
    return calendar ? [{ target, granted, calendar, calendarKey }] : []
  })
}

export type Row = Target & { row: number; level: Level }

/** The row that applies under these circumstances. */
export function levelFor(terms: ClockTerms, about: Circumstances): { level: Level; row: number } | undefined {
  const found = matchLevel(terms.levels, about)
  return found && { level: terms.levels[found.row]!, row: found.row }
}

/** The promise of a target under these circumstances, with the row it stands in. */
export function rowFor(terms: ClockTerms, target: TargetKind, about: Circumstances): Row | undefined {
  const found = levelFor(terms, about)
  const promised = found?.level.targets.find((one) => one.target === target)
  return promised && found && { ...promised, ...found }
}
