/** "Everything explains itself": the dotted underline and what opens from it. */
import { Popover } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo, type ReactNode } from 'react'
import { duration, stretch } from '#words/format.ts'
import './explain.css'
import { drawSegments, timelineLabels, type Segment, type SegmentKind } from './timeline.ts'
import { useNow } from './use-clock.ts'
import { useSpeech } from './words.tsx'
import { useZone } from './zone.ts'

/** A deadline or an amount with a reason behind it. Click, tap or Enter opens the reason; Escape closes it. */
export function Explained({
  children,
  explanation,
  label,
  width = 400,
  onOpen,
}: {
  children: ReactNode
  explanation?: ReactNode
  label?: string
  width?: number
  onOpen?: () => void
}) {
  if (onOpen) {
    return (
      <button type="button" className="k-explained" onClick={onOpen} aria-label={label}>
        {children}
      </button>
    )
  }
  return (
    <Popover width={width} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="k-explained">
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className="k-explanation">
        {explanation}
      </Popover.Dropdown>
    </Popover>
  )
}

type TimelineProps = {
  segments: readonly Segment[]
  /** The due moment, calendar, matched row and clause: the last line. */
  children?: ReactNode
  /** Only the bar and its labels, as on a small card. */
  barOnly?: boolean
}

export function ExplanationTimeline({ segments, children, barOnly }: TimelineProps) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const nowMs = useNow('minute')
  const { ref, width } = useElementSize()
  const drawn = useMemo(() => drawSegments(segments), [segments])
  const labels = timelineLabels(
    drawn,
    { lang, zone, nowMs, nowWord: words.kit.time.now },
    (text) => (text.length * 6.2) / (width || 330),
  )
  return (
    <div className="k-timeline">
      <div className="k-timeline-bar" ref={ref} aria-hidden>
        {drawn.map((s) => (
          <span key={s.fromMs} className={`k-segment k-segment-${s.kind}`} style={{ flexGrow: s.share }} />
        ))}
      </div>
      <div className="k-timeline-labels num" aria-hidden>
        {labels.map((l) => (
          <span
            key={`${l.what}${l.at}`}
            className={`k-label-${l.what}`}
            style={l.align === 'left' ? { left: `${l.at * 100}%` } : { right: `${(1 - l.at) * 100}%` }}
          >
            {l.text}
          </span>
        ))}
      </div>
      {!barOnly && (
        <ul className="k-timeline-rows num">
          {segments.map((s) => (
            <li key={s.fromMs} data-kind={s.kind}>
              <SegmentMark kind={s.kind} />
              <span className="k-timeline-when">
                {stretch(lang, s.fromMs, s.toMs, zone, s.kind === 'closed' ? undefined : dayOf(s, nowMs))}
              </span>
              <span className="k-timeline-what">{s.words ?? wordsOf(s.kind)}</span>
              <span className="k-timeline-minutes">
                {s.kind === 'counted' || s.kind === 'left'
                  ? duration(lang, s.seconds ?? (s.toMs - s.fromMs) / 1000)
                  : words.kit.time.notCounted}
              </span>
            </li>
          ))}
        </ul>
      )}
      {children && <div className="k-timeline-foot">{children}</div>}
    </div>
  )

  // The first stretch of a day names it, those after it do not.
  function dayOf(segment: Segment, now: number): number | undefined {
    const index = segments.indexOf(segment)
    const before = segments[index - 1]
    return !before || before.kind === 'closed' ? undefined : now
  }

  function wordsOf(kind: SegmentKind): string {
    const { counted, closed, paused, remaining } = words.kit.time
    return { counted, closed, paused, left: remaining }[kind]
  }
}

export function SegmentMark({ kind }: { kind: SegmentKind | 'inside' | 'over' }) {
  return <span className={`k-mark k-segment-${kind}`} aria-hidden />
}

/** Label … value, the same facts for a client ("Skąd ta godzina"). */
export function DottedFacts({ facts }: { facts: readonly { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="k-facts">
      {facts.map((fact, i) => (
        <div key={i}>
          <dt>{fact.label}</dt>
          <dd className="num">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
