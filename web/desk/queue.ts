/**
 * The queue as the screen shows it: rows in groups, how many are overdue or due soon, where
 * the deadlines stand in the working day, and which rows are new since one looked.
 */
import { daysBetween, dateOf } from '#words/format.ts'
import type { Clock, QueueItem } from './desk-data.ts'
import { instantOf } from './local-time.ts'

export const groupIds = ['gate', 'mine', 'unassigned', 'team', 'paused'] as const
export type GroupId = (typeof groupIds)[number]
export const statIds = ['overdue', 'hour', 'today', 'all'] as const
export type StatId = (typeof statIds)[number]

/** A held report stands apart: nobody works on it until somebody decides. */
export function groupsOf(items: readonly QueueItem[]): { id: GroupId; rows: QueueItem[] }[] {
  const rowsOf = (id: GroupId) => items.filter((item) => (item.state === 'held' ? 'gate' : item.group) === id)
  return groupIds.map((id) => ({ id, rows: rowsOf(id) })).filter(({ rows }) => rows.length > 0)
}

const countsDown: readonly Clock['state'][] = ['running', 'standing', 'breached_running']

/** The deadline that is still ahead or already passed without being met. */
export function dueMsOf({ clock }: Pick<QueueItem, 'clock'>): number | undefined {
  return clock?.dueAt && countsDown.includes(clock.state) ? Date.parse(clock.dueAt) : undefined
}

export function isIn(stat: StatId, item: Pick<QueueItem, 'clock'>, nowMs: number, zone: string): boolean {
  if (stat === 'all') return true
  const due = dueMsOf(item)
  if (due === undefined) return false
  if (stat === 'overdue') return due <= nowMs
  if (due <= nowMs) return false
  return stat === 'hour' ? due - nowMs <= 3_600_000 : daysBetween(nowMs, due, zone) === 0
}

export function statsOf(
  items: readonly QueueItem[],
  nowMs: number,
  zone: string,
): { id: StatId; count: number }[] {
  return statIds.map((id) => ({ id, count: items.filter((item) => isIn(id, item, nowMs, zone)).length }))
}

/** The working day from eight to five, wider when a deadline of today lies outside; whole hours. */
export function horizonOf(
  items: readonly QueueItem[],
  nowMs: number,
  zone: string,
): { fromMs: number; toMs: number; points: QueueItem[] } {
  const today = dateOf(nowMs, zone)
  const hour = 3_600_000
  const points = items.filter((item) => {
    const due = dueMsOf(item)
    return due !== undefined && daysBetween(nowMs, due, zone) === 0
  })
  const moments = points.map((item) => dueMsOf(item) ?? nowMs)
  const fromMs = Math.min(
    instantOf(today, '08:00', zone),
    ...moments.map((ms) => Math.floor(ms / hour) * hour),
  )
  const toMs = Math.max(instantOf(today, '17:00', zone), ...moments.map((ms) => Math.ceil(ms / hour) * hour))
  return { fromMs, toMs, points }
}

/** While the pointer rests on the list, rows that came since wait behind a button. */
export function withheld(
  items: readonly QueueItem[],
  known: ReadonlySet<string> | undefined,
  isHeld: boolean,
): { shown: QueueItem[]; waiting: string[]; arrived: string[] } {
  const arrived = known ? items.filter((item) => !known.has(item.id)).map((item) => item.id) : []
  if (!isHeld) return { shown: [...items], waiting: [], arrived }
  return { shown: items.filter((item) => !arrived.includes(item.id)), waiting: arrived, arrived: [] }
}

/** The neighbours of a ticket in the order of the queue, for J and K on its page. */
export function neighboursOf(
  items: readonly QueueItem[],
  id: string,
): { at: number; all: number; before?: string; after?: string } | undefined {
  const ids = groupsOf(items).flatMap(({ rows }) => rows.map((row) => row.id))
  const at = ids.indexOf(id)
  if (at === -1) return undefined
  const [before, after] = [ids[at - 1], ids[at + 1]]
  return { at: at + 1, all: ids.length, ...(before ? { before } : {}), ...(after ? { after } : {}) }
}
