/** A clock of a ticket in the shape that the drawings of time take, and the words of its stretches. */
import { dateOf, list, moment } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import type { Countdown } from '../kit/remaining.ts'
import type { AllWords } from '../kit/words.tsx'
import type { Clock } from './desk-data.ts'

/** The usual reasons have short words in the reader's language; one that a contract made up has its own name. */
export function pauseWords(words: AllWords, key: string | null | undefined, name?: string): string {
  const known = words.desk.pauseReasons as Readonly<Record<string, string>>
  return (key ? known[key] : undefined) ?? name ?? key ?? words.kit.time.paused
}

export function countdownOf(
  clock: Clock,
  words: AllWords,
  zone: string,
  waitingFor?: string | null,
): Countdown {
  return {
    state: clock.state,
    dueAt: clock.dueAt,
    stretches: clock.stretches,
    overSeconds: clock.overSeconds,
    afterDue: clock.afterDue,
    usedSeconds: clock.usedSeconds,
    pausedWords: pauseWords(words, clock.pausedBecause ?? waitingFor),
    workingDaysLeft: 'businessDays' in clock.matchedRow.granted ? workingDaysLeft(clock, zone) : undefined,
  }
}

/** Of a promise in whole working days: the days after today that still count. */
export function workingDaysLeft(
  { stretches, remainingSeconds, usedSeconds }: Pick<Clock, 'stretches' | 'remainingSeconds' | 'usedSeconds'>,
  zone: string,
): number {
  let counted = usedSeconds
  const days = new Set<string>()
  for (const { from, to, kind } of stretches) {
    if (kind !== 'counted') continue
    const seconds = (Date.parse(to) - Date.parse(from)) / 1000
    if (counted >= seconds) counted -= seconds
    else {
      counted = 0
      days.add(dateOf(from, zone))
    }
  }
  return remainingSeconds > 0 ? days.size : 0
}

/** "reakcja 1 h i realizacja 4 h". */
export function promisedWords(clocks: readonly Clock[], words: AllWords, lang: Lang): string {
  return list(
    lang,
    clocks.map((clock) => words.clock.granted(clock.target, clock.matchedRow.granted, '')),
  )
}

export function metWords(clock: Clock, words: AllWords, lang: Lang, zone: string, nowMs: number): string {
  const by =
    clock.metBy && (words.clock.metBy as Record<string, (facts: { by: string }) => string>)[clock.metBy.kind]
  return [clock.metAt && moment(lang, clock.metAt, zone, nowMs), by?.({ by: clock.metBy?.by ?? '' })]
    .filter(Boolean)
    .join(' · ')
}
