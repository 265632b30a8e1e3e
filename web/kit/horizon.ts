/** Where things stand on the line of a working day; pure, so that it can be tested. */
import { time } from '#words/format.ts'
import type { Lang } from '#words/words.ts'

export type HorizonDay = { fromMs: number; toMs: number; nowMs: number }

/** The place of an instant, 0 to 1; what lies outside the day stands at its edge. */
export function placeOf(atMs: number, { fromMs, toMs }: HorizonDay): number {
  return toMs <= fromMs ? 0 : Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)))
}

const hourMs = 3_600_000

/**
 * The hours under the line; fewer on a narrow one. An hour closer than half an hour to "now", or
 * so close that their words would touch, is dropped.
 */
export function hoursOf(
  day: HorizonDay,
  lang: Lang,
  zone: string,
  everyHours: number,
  leastShare = 0,
): { atMs: number; text: string }[] {
  const hours: { atMs: number; text: string }[] = []
  const first = Math.ceil(day.fromMs / hourMs) * hourMs
  for (let atMs = first; atMs <= day.toMs; atMs += everyHours * hourMs) {
    const apart = Math.abs(atMs - day.nowMs)
    if (apart >= hourMs / 2 && apart >= leastShare * (day.toMs - day.fromMs))
      hours.push({ atMs, text: time(lang, atMs, zone) })
  }
  return hours
}

/** Points that stand closer than a finger needs become one target. */
export function clusters<T extends { atMs: number }>(
  points: readonly T[],
  day: HorizonDay,
  leastShare: number,
): T[][] {
  const sorted = points.toSorted((a, b) => a.atMs - b.atMs)
  const groups: T[][] = []
  for (const point of sorted) {
    const last = groups.at(-1)?.at(-1)
    if (last && placeOf(point.atMs, day) - placeOf(last.atMs, day) < leastShare) groups.at(-1)?.push(point)
    else groups.push([point])
  }
  return groups
}
