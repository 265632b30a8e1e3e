/** A clock of a ticket in the shape that the drawings of time take, and the words of its stretches. */
import { dateOf, list, moment } from '#words/format.ts'
import type { Lang } from '#words/words.ts'
import type { Countdown } from '../kit/remaining.ts'
import { segmentsOf, type Segment } from '../kit/timeline.ts'
import type { AllWords } from '../kit/words.tsx'
import type { Clock, PauseReason, Stretch } from './desk-data.ts'

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

export function clockSegments(
  clock: Clock,
  nowMs: number,
  words: AllWords,
  reasons: readonly PauseReason[] = [],
): Segment[] {
  return segmentsOf(clock, nowMs, (stretch) => stretchWords(stretch, words, reasons))
}

function stretchWords(
  { kind, why }: Stretch,
  words: AllWords,
  reasons: readonly PauseReason[],
): string | undefined {
  if (!why) return kind === 'paused' ? words.kit.time.paused : undefined
  const clock = words.clock
  if (why.code === 'pause') {
    const key = why.reason ?? why.key
    return pauseWords(words, key, why.name ?? reasons.find((one) => one.key === key)?.name)
  }
  const holidays = clock.holidays as Readonly<Record<string, string>>
  const name = (why.key ? holidays[why.key] : undefined) ?? why.name
  const say = clock.why as Readonly<Record<string, (facts: { name?: string }) => string>>
  return say[why.code]?.(name ? { name } : {})
}

/** "reakcja 1 h i realizacja 4 h". */
export function promisedWords(clocks: readonly Clock[], words: AllWords, lang: Lang): string {
  return list(
    lang,
    clocks.map((clock) => words.clock.granted(clock.target, clock.matchedRow.granted, '')),
  )
}

/** "Termin dziś, 11:25. Kalendarz „Dni robocze”, priorytet krytyczny, warunki od 1 stycznia 2026". */
export function footOf(
  clock: Clock,
  terms: { version: number; validFrom: string } | undefined,
  words: AllWords,
): string {
  const priority = words.kit.priorities[clock.matchedRow.priority as keyof typeof words.kit.priorities]
  return [
    clock.calendarName && words.desk.ticket.calendar({ name: clock.calendarName }),
    words.clock.matchedRow({ priority: priority ?? clock.matchedRow.priority }),
    terms && words.clock.terms(terms),
  ]
    .filter(Boolean)
    .join(', ')
}

export function metWords(clock: Clock, words: AllWords, lang: Lang, zone: string, nowMs: number): string {
  const by =
    clock.metBy && (words.clock.metBy as Record<string, (facts: { by: string }) => string>)[clock.metBy.kind]
  return [clock.metAt && moment(lang, clock.metAt, zone, nowMs), by?.({ by: clock.metBy?.by ?? '' })]
    .filter(Boolean)
    .join(' · ')
}
