/**
 * How an explanation of time is drawn: one bar whose segments follow their minutes (what is
 * closed is squeezed to a fixed share), and the labels under it that fit beside each other.
 */
import { daysBetween, epochMs, time, weekdayAndTime, type When } from '#words/format.ts'
import type { Lang } from '#words/words.ts'

export type SegmentKind = 'counted' | 'closed' | 'paused' | 'left'
export type Segment = {
  kind: SegmentKind
  fromMs: number
  toMs: number
  /** Counted or left seconds; without it the segment's own length. */
  seconds?: number
  /** What stands beside it in the list: the reason of a pause, the name of a holiday. */
  words?: string
}

export type DrawnSegment = Segment & { share: number; start: number }
export type TimelineLabel = {
  what: 'start' | 'day' | 'now' | 'due'
  text: string
  at: number
  align: 'left' | 'right'
}

const closedShare = 0.1
const closedShareMax = 0.3
const leastShare = 0.012

export function drawSegments(segments: readonly Segment[]): DrawnSegment[] {
  const closed = segments.filter((s) => s.kind === 'closed').length
  const closedEach = closed === 0 ? 0 : Math.min(closedShare, closedShareMax / closed)
  const weight = (s: Segment) => s.seconds ?? (s.toMs - s.fromMs) / 1000
  const all = segments.reduce((sum, s) => sum + (s.kind === 'closed' ? 0 : weight(s)), 0)
  const raw = segments.map((s) =>
    s.kind === 'closed'
      ? closedEach
      : Math.max(leastShare, all === 0 ? 0 : (weight(s) / all) * (1 - closedEach * closed)),
  )
  const whole = raw.reduce((a, b) => a + b, 0) || 1
  let start = 0
  return segments.map((s, i) => {
    const share = (raw[i] ?? 0) / whole
    const drawn = { ...s, share, start }
    start += share
    return drawn
  })
}

type Explained = {
  stretches: readonly { from: When; to: When; kind: 'counted' | 'closed' | 'paused'; why?: unknown }[]
  dueAt?: When
  metAt?: When
}

/** A clock from the server as segments: what is still ahead becomes "left", what was fulfilled ends there. */
export function segmentsOf<C extends Explained>(
  clock: C,
  nowMs: number,
  wordsOf: (stretch: C['stretches'][number]) => string | undefined = () => undefined,
): Segment[] {
  const stopMs = clock.metAt === undefined ? Number.POSITIVE_INFINITY : epochMs(clock.metAt)
  return clock.stretches.flatMap((stretch): Segment[] => {
    const [fromMs, toMs] = [epochMs(stretch.from), Math.min(epochMs(stretch.to), stopMs)]
    if (toMs <= fromMs) return []
    const words = wordsOf(stretch)
    const segment: Segment = { kind: stretch.kind, fromMs, toMs, ...(words ? { words } : {}) }
    if (stretch.kind !== 'counted' || toMs <= nowMs) return [segment]
    if (fromMs >= nowMs) return [{ ...segment, kind: 'left' }]
    return [
      { ...segment, toMs: nowMs },
      { ...segment, kind: 'left', fromMs: nowMs },
    ]
  })
}

type Way = { lang: Lang; zone: string; nowMs: number; nowWord: string }

/** `widthOf` estimates a text's share of the bar. Labels that would touch are left out, the deadline and now never. */
export function timelineLabels(
  drawn: readonly DrawnSegment[],
  way: Way,
  widthOf: (text: string) => number,
): TimelineLabel[] {
  const first = drawn[0]
  const last = drawn.at(-1)
  if (!first || !last) return []
  const { lang, zone, nowMs } = way
  const dueText =
    Math.abs(daysBetween(nowMs, last.toMs, zone)) === 0
      ? time(lang, last.toMs, zone)
      : weekdayAndTime(lang, last.toMs, zone, nowMs)
  const due: TimelineLabel = { what: 'due', text: dueText, at: 1, align: 'right' }
  const placed = [due]
  const left = drawn.find((s) => s.kind === 'left')
  if (left && left !== first)
    placed.push(
      nowLabel(left.start, `${way.nowWord} ${time(lang, nowMs, zone)}`, 1 - widthOf(dueText) - gap, widthOf),
    )
  const others: TimelineLabel[] = [
    { what: 'start', text: weekdayAndTime(lang, first.fromMs, zone, nowMs), at: 0, align: 'left' },
  ]
  drawn.forEach((s, i) => {
    if (i > 0 && drawn[i - 1]?.kind === 'closed' && s.kind !== 'left')
      others.push({
        what: 'day',
        text: weekdayAndTime(lang, s.fromMs, zone, nowMs),
        at: s.start,
        align: 'left',
      })
  })
  for (const label of others) if (placed.every((p) => apart(label, p, widthOf))) placed.push(label)
  return placed
}

const gap = 0.02

/** It ends where now is, but never leaves the bar at either end. */
function nowLabel(
  at: number,
  text: string,
  rightmost: number,
  widthOf: (text: string) => number,
): TimelineLabel {
  return { what: 'now', text, at: Math.min(Math.max(at, widthOf(text)), rightmost), align: 'right' }
}

function apart(a: TimelineLabel, b: TimelineLabel, widthOf: (text: string) => number): boolean {
  const [aFrom, aTo] = span(a, widthOf)
  const [bFrom, bTo] = span(b, widthOf)
  return aTo + gap <= bFrom || bTo + gap <= aFrom
}

function span(label: TimelineLabel, widthOf: (text: string) => number): [number, number] {
  const width = widthOf(label.text)
  return label.align === 'left' ? [label.at, label.at + width] : [label.at - width, label.at]
}
