/**
 * Why a stretch of time was counted or not, in words: the same sentence on the ticket, in the
 * panel and wherever a deadline is explained.
 */
import type { clockPl } from './clock.pl.ts'
import type { Words } from './words.ts'

export type StretchToSay = {
  kind: 'counted' | 'closed' | 'paused'
  why?: { code: string; key?: string; name?: string; reason?: string; clause?: string } | undefined
}

/** undefined: what the kind of the stretch says is enough. */
export function stretchWords(
  clock: Words<typeof clockPl>,
  { why }: StretchToSay,
  pauseName: (key: string | undefined, name: string | undefined) => string,
): string | undefined {
  if (!why) return undefined
  if (why.code === 'pause') {
    const said = pauseName(why.reason ?? why.key, why.name)
    return said && why.clause ? `${said} (${why.clause})` : said
  }
  const holidays = clock.holidays as Readonly<Record<string, string>>
  const name = (why.key ? holidays[why.key] : undefined) ?? why.name
  const say = clock.why as Readonly<Record<string, (facts: { name?: string }) => string>>
  return say[why.code]?.(name ? { name } : {})
}

export type ClockToTell = {
  dueAt?: string
  metAt?: string
  stretches: readonly (StretchToSay & { from: string; to: string })[]
  calendarName: string
  matchedRow: {
    priority: string
    category?: string
    deviceClass?: string
    site?: string
    isFallback?: boolean
    clause?: string
  }
  rounds?: readonly { isMet: boolean }[]
}

/** "kalendarz „Dni robocze”, priorytet krytyczny, kategoria Drukarki, warunki od 1 stycznia 2026". */
export function clockFoot(
  words: Words<typeof clockPl>,
  { calendarName, matchedRow }: ClockToTell,
  known: {
    terms?: { version: number; validFrom: string } | undefined
    priorityName: (key: string) => string
  },
): string {
  const { priority, category, deviceClass, site, clause } = matchedRow
  return [
    calendarName && words.calendar({ name: calendarName }),
    priority !== '*'
      ? words.matchedRow({ priority: known.priorityName(priority) })
      : !(category || deviceClass || site) && words.fallbackRow,
    category && words.matchedCategory({ category }),
    deviceClass && words.matchedDevice({ deviceClass }),
    site && words.matchedSite({ site }),
    clause,
    known.terms && words.terms(known.terms),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Of targets that begin again and again: how many of those that are over were kept. */
export function roundsWords(
  words: Words<typeof clockPl>,
  { rounds = [] }: Pick<ClockToTell, 'rounds'>,
): string | undefined {
  if (rounds.length === 0) return undefined
  return words.rounds({ met: rounds.filter((round) => round.isMet).length, all: rounds.length })
}
