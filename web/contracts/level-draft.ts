/**
 * What the editor of service levels does to the terms: a value in, another value out. A row is
 * known by its place; the calendars that no row names any more leave the terms.
 */
import { grantedBy, type Granted } from '#engines/worktime/service-level.ts'
import { targetKinds, type TargetKind } from '#engines/worktime/targets.ts'
import type { ServiceLevel, Terms } from './contract-data.ts'

/** What every part of the editor of levels is given. */
export type LevelProps = {
  terms: Terms
  base: Terms | undefined
  setTerms: (edit: (terms: Terms) => Terms) => void
}

export type CalendarChoice = { key: string; name: string; calendar: Terms['calendars'][string]['calendar'] }

/** Reaction and resolution have columns of their own. */
export const extraTargets = [
  'arrival',
  'workAround',
  'nextReply',
  'periodicUpdate',
] as const satisfies TargetKind[]

export const promised = (level: ServiceLevel): TargetKind[] =>
  targetKinds.filter((target) => grantedOf(level, target) !== undefined)

export const grantedOf = (level: ServiceLevel, target: TargetKind): Granted | undefined =>
  grantedBy(level as Parameters<typeof grantedBy>[0], target)

/** A target in hours, in business days, or not promised at all. */
export function withGranted(
  level: ServiceLevel,
  target: TargetKind,
  granted: Granted | undefined,
): ServiceLevel {
  const { [`${target}Minutes`]: _, [`${target}BusinessDays`]: __, ...rest } = level as Record<string, unknown>
  const added =
    granted === undefined
      ? {}
      : 'minutes' in granted
        ? { [`${target}Minutes`]: granted.minutes }
        : { [`${target}BusinessDays`]: granted.businessDays }
  const changed = { ...rest, ...added } as ServiceLevel
  return granted === undefined ? withClock(changed, target, undefined) : changed
}

/** Which durations a target may have: replies and updates are told in hours alone. */
export const mayBeDays = (target: TargetKind): boolean =>
  target === 'arrival' || target === 'workAround' || target === 'resolution'

function withClock(level: ServiceLevel, target: TargetKind, key: string | undefined): ServiceLevel {
  const { calendars = {}, ...rest } = level
  const { [target]: _, ...others } = calendars
  const named = key === undefined ? others : { ...others, [target]: key }
  return Object.keys(named).length === 0 ? rest : { ...rest, calendars: named }
}

export function withRow(terms: Terms, place: number, change: (level: ServiceLevel) => ServiceLevel): Terms {
  return withLevels(
    terms,
    terms.serviceLevels.map((level, i) => (i === place ? change(level) : level)),
  )
}

/**
 * A target that a row has not promised yet. What waits for the client cannot be worked around
 * either: the first work-around is stopped by whatever stops the resolution.
 */
export function withTarget(terms: Terms, place: number, target: TargetKind, granted: Granted): Terms {
  const isNew = !terms.serviceLevels.some((level) => promised(level).includes(target))
  const added = withRow(terms, place, (level) => withGranted(level, target, granted))
  if (target !== 'workAround' || !isNew) return added
  const stopping = terms.clock.pauseReasons.filter(({ stops }) => stops.includes('resolution'))
  return {
    ...added,
    clock: stopping.reduce((clock, { key }) => withStop(clock, key, 'workAround', true), terms.clock),
  }
}

/** The calendar of a row, or of one of its targets; it is copied into the terms. */
export function withCalendar(
  terms: Terms,
  place: number,
  chosen: CalendarChoice | undefined,
  target?: TargetKind,
): Terms {
  const calendars = chosen
    ? { ...terms.calendars, [chosen.key]: { name: chosen.name, calendar: chosen.calendar } }
    : terms.calendars
  return withRow({ ...terms, calendars }, place, (level) =>
    target ? withClock(level, target, chosen?.key) : { ...level, calendar: chosen?.key ?? level.calendar },
  )
}

export const withoutRow = (terms: Terms, place: number): Terms =>
  withLevels(
    terms,
    terms.serviceLevels.filter((_, i) => i !== place),
  )

const order: readonly string[] = ['critical', 'high', 'normal', 'low', '*']

/** A row after those of its priority; exceptions stand last, before the fallback. */
export function withNewRow(terms: Terms, row: Partial<ServiceLevel> & Pick<ServiceLevel, 'priority'>): Terms {
  const [first = ''] = Object.keys(terms.calendars)
  const added: ServiceLevel = { definition: '', reactionMinutes: 480, calendar: first, ...row }
  return withLevels(
    terms,
    [...terms.serviceLevels, added].toSorted((a, b) => placeOf(a) - placeOf(b)),
  )
}

export const isNarrow = ({ category, deviceClass, site }: ServiceLevel): boolean =>
  category !== undefined || deviceClass !== undefined || site !== undefined

const placeOf = (level: ServiceLevel): number =>
  isNarrow(level)
    ? 10 + order.indexOf(level.priority)
    : level.priority === '*'
      ? 20
      : order.indexOf(level.priority)

function withLevels(terms: Terms, serviceLevels: ServiceLevel[]): Terms {
  const used = new Set(
    serviceLevels.flatMap(({ calendar, calendars = {} }) => [calendar, ...Object.values(calendars)]),
  )
  const calendars = Object.fromEntries(Object.entries(terms.calendars).filter(([key]) => used.has(key)))
  return { ...terms, serviceLevels, calendars }
}

type Clock = Terms['clock']

/** A reason stops a target, or lets it run. */
export function withStop(clock: Clock, key: string, target: TargetKind, isStopped: boolean): Clock {
  return {
    ...clock,
    pauseReasons: clock.pauseReasons.map((reason) =>
      reason.key === key
        ? {
            ...reason,
            stops: targetKinds.filter((one) => (one === target ? isStopped : reason.stops.includes(one))),
          }
        : reason,
    ),
  }
}

/** "Urlop serwisanta" → a key of its own, whatever else is called so. */
export function withReason(clock: Clock, name: string): Clock {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .slice(0, 30)
  const taken = new Set(clock.pauseReasons.map(({ key }) => key))
  let key = plain || 'reason'
  for (let n = 2; taken.has(key); n += 1) key = `${plain}_${n}`
  return {
    ...clock,
    pauseReasons: [...clock.pauseReasons, { key, name, stops: ['workAround', 'resolution'] }],
  }
}

type TargetRules = NonNullable<NonNullable<Clock['targets']>[TargetKind]>

/** What is as usual is not written down. */
export function withRules(clock: Clock, target: TargetKind, rules: TargetRules): Clock {
  const { [target]: _, ...others } = clock.targets ?? {}
  const written = Object.values(rules).some((rule) => rule !== undefined)
  const targets = written ? { ...others, [target]: rules } : others
  const { targets: __, ...rest } = clock
  return Object.keys(targets).length === 0 ? rest : { ...rest, targets }
}
