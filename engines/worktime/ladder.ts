/**
 * The escalation ladder over the clocks of a ticket: which alarm stands at which instant, and
 * which of them is still to be delivered.
 *
 * - A rung stands at a share of the open time (100 is the breach) or so many open minutes
 *   after the breach. What is fulfilled, void or paused calls for nothing.
 * - An alarm is told by its target, its rung and its instant: a pause does not repeat what
 *   had been said before it, a deadline that moved is spoken of anew.
 * - Where a change puts several alarms of one target into the past at once, the strongest
 *   speaks for them. What merely fell due while nobody looked is each delivered, in order.
 */
import { alarmsOf } from './alarms.ts'
import type { TargetKind } from './clock-terms.ts'
import { iso, type Clock } from './clocks.ts'

export type Rung = { share: number } | { overMinutes: number }

export type LadderAlarm = {
  target: TargetKind
  kind: 'warning' | 'breach' | 'escalation'
  /** "75", "100", "+60": with the target it names the rung. */
  rung: string
  at: string
  dueAt: string
}

/** Alarms that were delivered: "reaction:75" → the instant that they spoke of. */
export type Delivered = Readonly<Record<string, string>>

export const rungKey = (rung: Rung): string => ('share' in rung ? String(rung.share) : `+${rung.overMinutes}`)
export const alarmKey = ({ target, rung }: Pick<LadderAlarm, 'target' | 'rung'>): string =>
  `${target}:${rung}`

/** All alarms of clocks that were computed at `now`, in the order of their instants. */
export function ladderOf(clocks: readonly Clock[], rungs: readonly Rung[], now: string): LadderAlarm[] {
  const shares = rungs.flatMap((rung) => ('share' in rung && rung.share < 100 ? [rung.share] : []))
  const dueOf = new Map(clocks.map((clock) => [clock.target, clock.dueAt ?? '']))
  const warned = alarmsOf(clocks, shares).map<LadderAlarm>(({ target, kind, share, at }) => ({
    target,
    kind,
    rung: String(share),
    at,
    dueAt: dueOf.get(target) ?? at,
  }))
  const over = rungs.flatMap((rung) => ('overMinutes' in rung ? [rung.overMinutes] : []))
  const escalated = clocks.flatMap((clock) => over.flatMap((minutes) => overAlarm(clock, minutes, now) ?? []))
  return [...warned, ...escalated].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Not yet delivered, in order. */
export function pendingOf(alarms: readonly LadderAlarm[], delivered: Delivered): LadderAlarm[] {
  return alarms.filter((alarm) => !wasDelivered(alarm, delivered))
}

function wasDelivered(alarm: LadderAlarm, delivered: Delivered): boolean {
  const spokenOf = delivered[alarmKey(alarm)]
  if (spokenOf === undefined) return false
  // Earlier records name the deadline instead of the instant.
  return alarm.kind === 'escalation' ? spokenOf === alarm.dueAt : [alarm.at, alarm.dueAt].includes(spokenOf)
}

export function noteDelivered(delivered: Delivered, alarm: LadderAlarm): Delivered {
  return { ...delivered, [alarmKey(alarm)]: alarm.kind === 'escalation' ? alarm.dueAt : alarm.at }
}

/**
 * After a change: of the alarms that it put into the past, all but the strongest of each
 * target count as delivered.
 */
export function passOver(
  alarms: readonly LadderAlarm[],
  delivered: Delivered,
  before: readonly LadderAlarm[],
  now: string,
): Delivered {
  const known = new Set(before.map((alarm) => `${alarmKey(alarm)} ${alarm.at}`))
  const overtaken = pendingOf(alarms, delivered).filter(
    (alarm) => Date.parse(alarm.at) <= Date.parse(now) && !known.has(`${alarmKey(alarm)} ${alarm.at}`),
  )
  const strongest = new Map(overtaken.map((alarm) => [alarm.target, alarm]))
  return overtaken
    .filter((alarm) => strongest.get(alarm.target) !== alarm)
    .reduce<Delivered>(noteDelivered, delivered)
}

/**
 * After the breach open time is counted on from where the clock stands. The clock knows its
 * next open hours only; where they do not reach, the alarm stands at their end, to be
 * looked at again.
 */
function overAlarm(clock: Clock, minutes: number, now: string): LadderAlarm | undefined {
  const { target, state, dueAt, overSeconds, afterDue, pausedBecause } = clock
  const runs = state === 'running' || state === 'standing' || state === 'breached_running'
  if (!runs || dueAt === undefined || pausedBecause !== undefined) return undefined
  const left = minutes * 60_000 - overSeconds * 1000
  const at = left <= 0 ? now : instantAfter(afterDue, left)
  return at === undefined ? undefined : { target, kind: 'escalation', rung: `+${minutes}`, at, dueAt }
}

function instantAfter(open: Clock['afterDue'], ms: number): string | undefined {
  let left = ms
  for (const { from, to } of open) {
    const length = Date.parse(to) - Date.parse(from)
    if (left <= length) return iso(Date.parse(from) + left)
    left -= length
  }
  return open.at(-1)?.to
}

/** Whether so much open time has really passed since the deadline. */
export function isReached(alarm: LadderAlarm, clock: Clock): boolean {
  return alarm.kind !== 'escalation' || clock.overSeconds >= Number(alarm.rung.slice(1)) * 60
}

const dayMs = 24 * 60 * 60_000

/** The calendar of this clock is open now and stays open for a whole day: somebody is always there. */
export function runsRoundTheClock({ afterDue }: Pick<Clock, 'afterDue'>): boolean {
  const [first, second] = afterDue
  if (!first) return false
  const to = second && second.from === first.to ? second.to : first.to
  return Date.parse(to) - Date.parse(first.from) >= dayMs
}
