/**
 * One invented question asked of the engine in every way it can be asked, against the count
 * of minutes. Returns the first disagreement as a sentence.
 */
import type { Engine } from './engine.ts'
import type { Invented, Question } from './invent.ts'
import {
  countByMinutes,
  dueBackByMinutes,
  dueByMinutes,
  endOf,
  kindOf,
  minuteMs,
  type Minutes,
  type Pause,
} from './minutes.ts'

export type Outcome = { compared: boolean; wrong?: string }

const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)
const asInstants = (pauses: readonly Pause[]) =>
  pauses.map(({ from, to }) => ({ from: instant(from), to: instant(to) }))

export function askCase(engine: Engine, { calendar, minutes }: Invented, asked: Question): Outcome {
  const { start, granted, pauses } = asked
  const due = dueByMinutes(minutes, start, granted, pauses)
  // What is asked around the deadline must be known by minutes, too.
  if (due === undefined || due + 90 * minuteMs > endOf(minutes)) return { compared: false }
  const asInstant = asInstants(pauses)
  const workingSeconds = granted * 60
  const found = engine.deadline({ start: instant(start), workingSeconds, calendar, pauses: asInstant })
  const twin = engine.fast.deadline(calendar, start, granted * minuteMs, pauses)
  // What a span holds is asked beyond the deadline as well.
  const span = { from: start, to: due + 90 * minuteMs }
  const counted = countByMinutes(minutes, span, pauses)
  const elapsed = engine.elapsed({ from: instant(start), to: instant(span.to), calendar, pauses: asInstant })
  const back = granted > 0 ? dueBackByMinutes(minutes, start, granted) : undefined
  const wrong =
    differs('the deadline', found.at?.epochMilliseconds, due) ??
    differs('the deadline of the twin', twin, due) ??
    differs('the elapsed minutes', elapsed / 60, counted) ??
    differs('the minutes of the twin', engine.fast.counted(calendar, span, pauses) / minuteMs, counted) ??
    (back === undefined
      ? undefined
      : differs(
          'the deadline backward',
          engine.deadlineBackward({ start: instant(start), workingSeconds, calendar }).epochMilliseconds,
          back,
        )) ??
    wrongExplanation(found.stretches, minutes, asked, due) ??
    wrongOpening(engine, calendar, minutes, due)
  return { compared: true, wrong }
}

function differs(what: string, got: number | undefined, expected: number): string | undefined {
  return got === expected ? undefined : `${what} is ${got}, by minutes ${expected}`
}

type Stretches = ReturnType<Engine['deadline']>['stretches']

/** The explanation on its own: without gaps, each minute of it what it says, and by its sum the same deadline. */
function wrongExplanation(
  stretches: Stretches,
  minutes: Minutes,
  { start, granted, pauses }: Question,
  due: number,
): string | undefined {
  let [at, counted] = [start, 0]
  for (const { from, to, kind, why } of stretches) {
    const [begin, end] = [from.epochMilliseconds, to.epochMilliseconds]
    if (begin !== at) return `the explanation has a gap at ${at}`
    for (; at < end; at += minuteMs) {
      const is = kindOf(minutes, at, pauses)
      if (is !== kind) return `the explanation calls ${at} ${kind}, by minutes it is ${is}`
    }
    if ((kind === 'counted') !== (why === undefined)) return `a stretch of ${kind} has the wrong reason`
    if (kind === 'counted') counted += (end - begin) / minuteMs
  }
  if (counted !== granted) return `counted stretches sum to ${counted} of ${granted} minutes`
  return at === due ? undefined : `the explanation ends at ${at}, the deadline is ${due}`
}

/** Around the deadline, where it often closes: whether it is open there, and when it opens next. */
function wrongOpening(
  engine: Engine,
  calendar: Invented['calendar'],
  minutes: Minutes,
  due: number,
): string | undefined {
  for (const at of [due, due - minuteMs]) {
    const isOpen = minutes.open[(at - minutes.from) / minuteMs] === 1
    if (engine.isOpen(calendar, instant(at)) !== isOpen) return `at ${at} it is ${isOpen ? 'open' : 'closed'}`
    if ((engine.fast.nextOpen(calendar, at) === at) !== isOpen)
      return `the twin is wrong on being open at ${at}`
  }
  return undefined
}
