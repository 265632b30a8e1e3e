/**
 * The walk of a clock through time: from an instant on, every moment is counted, closed or
 * paused. Everything that measures working time is read off this walk, so a deadline, the
 * time used and the explanation can never disagree.
 *
 * A pause removes only the open time inside it: what is closed anyway is called closed.
 * Pauses may overlap; each moment is paused once, for the reason that came first.
 */
import { cutsOn, planOf, startsOn, type DayClosed, type WorkCalendar } from './day-plan.ts'
import { dayMs, isoDate, isWeekend } from './days.ts'
import { shiftsAfter } from './shifts.ts'
import { instantOfWall, wallAt } from './zone.ts'

/** Instants in milliseconds since 1970. A pause without an end has `to` = Infinity. */
export type Span = { from: number; to: number }
/** The clause of the contract that allows it is told with it. */
export type PauseSpan = Span & { reason?: string; clause?: string }

export type Why =
  | { code: 'outside_hours' }
  | { code: 'weekend' }
  | DayClosed
  | { code: 'cut'; on: string }
  | { code: 'pause'; reason?: string; clause?: string }

export type StretchKind = 'counted' | 'closed' | 'paused'
export type Step = Span & { kind: StretchKind; why?: Why }

/**
 * The steps from `start` on, without end; the last one of a pause without end, or of a
 * calendar that never opens again, runs to Infinity. Closed steps carry no reason yet.
 */
export function* walk(calendar: WorkCalendar, start: number, pauses: readonly PauseSpan[]): Generator<Step> {
  const apart = onceEach(pauses)
  let at = start
  for (const shift of shiftsAfter(calendar, start)) {
    if (shift.from > at) yield { from: at, to: shift.from, kind: 'closed' }
    at = Math.max(at, shift.from)
    for (const step of openSteps({ from: at, to: shift.to }, apart)) {
      yield step
      if (step.to === Infinity) return
    }
    at = shift.to
  }
  yield { from: at, to: Infinity, kind: 'closed' }
}

/** Open time outside pauses within [from, to), in milliseconds; 0 when `to` is not after `from`. */
export function countedMs(calendar: WorkCalendar, { from, to }: Span, pauses: readonly PauseSpan[]): number {
  let counted = 0
  if (to <= from) return 0
  for (const step of walk(calendar, from, pauses)) {
    if (step.kind === 'counted') counted += Math.max(0, Math.min(step.to, to) - step.from)
    if (step.to >= to) break
  }
  return counted
}

/** Steps as an explanation: neighbours of one kind joined, closed time split by its reasons. */
export function explained(calendar: WorkCalendar, steps: readonly Step[]): Step[] {
  const reasoned = steps.flatMap((step) => (step.kind === 'closed' ? closedSteps(calendar, step) : [step]))
  return reasoned.reduce<Step[]>((joined, step) => {
    const last = joined.at(-1)
    if (last && last.to === step.from && last.kind === step.kind && sameWhy(last.why, step.why))
      last.to = step.to
    else joined.push({ ...step })
    return joined
  }, [])
}

/** In order and without overlap; pauses of no length are left out. */
export function onceEach(pauses: readonly PauseSpan[]): PauseSpan[] {
  let until = -Infinity
  return [...pauses]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((pause) => {
      const from = Math.max(pause.from, until)
      until = Math.max(until, pause.to)
      return { ...pause, from }
    })
    .filter(({ from, to }) => from < to)
}

function* openSteps(open: Span, pauses: readonly PauseSpan[]): Generator<Step> {
  let at = open.from
  for (const pause of pauses) {
    if (pause.to <= at) continue
    if (pause.from >= open.to) break
    if (pause.from > at) yield { from: at, to: pause.from, kind: 'counted' }
    const from = Math.max(at, pause.from)
    const to = pause.to === Infinity ? Infinity : Math.min(pause.to, open.to)
    yield { from, to, kind: 'paused', why: whyPaused(pause) }
    at = to
  }
  if (at < open.to) yield { from: at, to: open.to, kind: 'counted' }
}

function whyPaused({ reason, clause }: PauseSpan): Why {
  return { code: 'pause', reason, ...(clause !== undefined && { clause }) }
}

/** A closed stretch, date by date, each with the reason why its date is closed then. */
function closedSteps(calendar: WorkCalendar, { from, to }: Span): Step[] {
  if (to === Infinity) return [{ from, to, kind: 'closed', why: { code: 'outside_hours' } }]
  const zone = calendar.timezone
  const [first, last] = [Math.floor(wallAt(zone, from) / dayMs), Math.floor(wallAt(zone, to) / dayMs)]
  const edges = [from, to]
  for (let day = first; day <= last; day += 1) {
    const cuts = [...cutsOn(calendar, day - 1), ...cutsOn(calendar, day)].flatMap((cut) => [cut.from, cut.to])
    edges.push(...[day * dayMs, ...cuts].map((wall) => instantOfWall(zone, wall)))
  }
  const inside = [...new Set(edges)].filter((edge) => from <= edge && edge <= to).sort((a, b) => a - b)
  return inside
    .slice(1)
    .map((edge, i) => ({ from: inside[i]!, to: edge, kind: 'closed', why: whyClosed(calendar, inside[i]!) }))
}

function whyClosed(calendar: WorkCalendar, ms: number): Why {
  const wall = wallAt(calendar.timezone, ms)
  const day = Math.floor(wall / dayMs)
  const { closed } = planOf(calendar, day)
  if (closed) return closed
  if (isWeekend(day) && !startsOn(calendar, day)) return { code: 'weekend' }
  const isCut = [day - 1, day].some((d) =>
    cutsOn(calendar, d).some(({ from, to }) => from <= wall && wall < to),
  )
  return isCut ? { code: 'cut', on: isoDate(day) } : { code: 'outside_hours' }
}

function sameWhy(a: Why | undefined, b: Why | undefined): boolean {
  if (a?.code !== b?.code) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
