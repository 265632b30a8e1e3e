/**
 * What the clocks of a ticket call for: the next deadline by which lists sort, and the
 * instants at which somebody must be warned. Shares of time are shares of open time, read
 * off the same stretches that explain the deadline. A fulfilled, void or paused clock
 * calls for nothing.
 */
import { must } from '../base/must.ts'
import type { TargetKind } from './clock-terms.ts'
import { iso, type Clock } from './clocks.ts'

export type Alarm = { target: TargetKind; kind: 'warning' | 'breach'; share: number; at: string }

/** The instant of the next unmet target; undefined when every clock is paused or done. */
export function nextDue(clocks: readonly Clock[]): string | undefined {
  const dues = clocks.filter(isUnmet).map(({ dueAt }) => dueAt)
  return dues.filter((at) => at !== undefined).reduce<string | undefined>(earlier, undefined)
}

/** Past and future, in the order of their instants. */
export function alarmsOf(clocks: readonly Clock[], shares: readonly number[] = [50, 75, 90]): Alarm[] {
  const alarms = clocks.filter(isUnmet).flatMap((clock) => alarmsFor(clock, shares))
  return alarms.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function alarmsFor(clock: Clock, shares: readonly number[]): Alarm[] {
  const { target, dueAt } = clock
  if (dueAt === undefined) return []
  const warnings = shares.map<Alarm>((share) => ({
    target,
    kind: 'warning',
    share,
    at: shareUsedAt(clock, share),
  }))
  return [...warnings, { target, kind: 'breach', share: 100, at: dueAt }]
}

function isUnmet({ state }: Clock): boolean {
  return state === 'running' || state === 'standing' || state === 'breached_running'
}

/** When a share of the granted time has been used: at the end of the stretch in which it runs out. */
function shareUsedAt({ stretches, grantedSeconds, startedAt, dueAt }: Clock, share: number): string {
  must(share > 0 && share < 100, 'a warning comes after the start and before the deadline')
  let left = Math.ceil(grantedSeconds * share * 10)
  for (const { from, to, kind } of stretches) {
    if (kind !== 'counted') continue
    const [start, length] = [Date.parse(from), Date.parse(to) - Date.parse(from)]
    if (left <= length) return iso(start + left)
    left -= length
  }
  return dueAt ?? startedAt
}

function earlier(one: string | undefined, other: string): string {
  return one !== undefined && Date.parse(one) <= Date.parse(other) ? one : other
}
