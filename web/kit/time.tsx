/** Time that runs: the ring, the chip of a deadline, the large ring of a promise, the timer. */
import { Popover } from '@mantine/core'
import { IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { duration, moment, stopwatch, time, weekdayAndDay } from '#words/format.ts'
import { announce } from './announce.ts'
import './time.css'
import { countdownView, type Countdown, type CountdownView, type TimeState } from './remaining.ts'
import { useNow } from './use-clock.ts'
import { useSpeech } from './words.tsx'
import { useZone } from './zone.ts'

/** The elapsed part of a circle, from the top, clockwise. */
export function Ring({ share, size = 14, stroke = 2 }: { share: number; size?: number; stroke?: number }) {
  const radius = (size - stroke) / 2
  const round = 2 * Math.PI * radius
  const shown = Math.min(1, Math.max(0, share)) * round
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden>
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke}
        opacity="0.22"
      />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke}
        strokeDasharray={`${shown} ${round}`}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
    </svg>
  )
}

/** The shape of a state; with words beside it, never by colour alone. */
export function StateSign({
  state,
  share = 0.5,
  size = 14,
}: {
  state: TimeState
  share?: number
  size?: number
}) {
  if (state === 'calm') return <Ring share={Math.max(0.06, share)} size={size} stroke={2} />
  if (state === 'watch') return <Ring share={share} size={size} stroke={2.6} />
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden>
      {state === 'urgent' && (
        <g fill="none" stroke="currentColor" strokeLinecap="round">
          <circle
            cx="7"
            cy="7"
            r="5.800"
            strokeWidth="2"
            strokeDasharray="33 36.4"
            transform="rotate(-90 7 7)"
            strokeLinecap="butt"
          />
          <path d="M7 4.300V7.400M7 9.700V9.750" strokeWidth="1.700" />
        </g>
      )}
      {state === 'overdue' && (
        <g>
          <path
            d="M7 1.100c.5 0 .9.25 1.150.68l5.200 9.100c.5.9-.12 2.020-1.150 2.020H1.800c-1.030 0-1.650-1.120-1.150-2.020l5.200-9.100C6.100 1.350 6.500 1.100 7 1.100Z"
            fill="currentColor"
          />
          <path
            d="M7 5V8.300M7 10.500V10.550"
            stroke="var(--overdue-ground)"
            strokeWidth="1.500"
            strokeLinecap="round"
          />
        </g>
      )}
      {state === 'paused' && (
        <path d="M4.600 2.800V11.200M9.400 2.800V11.200" stroke="currentColor" strokeWidth="2.800" />
      )}
      {state === 'met' && (
        <path
          d="M2.500 7.400L5.700 10.500L11.500 4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.800"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}

/** What a countdown shows now; asks for seconds only in its last two minutes. */
export function useCountdown(countdown: Countdown): CountdownView {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const way = { lang, zone, words: words.kit.time }
  const byMinute = countdownView(countdown, useNow('minute'), way)
  const bySecond = countdownView(countdown, useNow(byMinute.everySecond ? 'second' : 'minute'), way)
  return byMinute.everySecond ? bySecond : byMinute
}

type ChipProps = {
  countdown: Countdown
  /** Which promise it is, for screen readers: "Realizacja". */
  label: string
  large?: boolean
  /** "zostały 43 min" instead of "43 min". */
  inWords?: boolean
  /** Opens under the chip; without it the chip is plain text. */
  explanation?: ReactNode
  onOpen?: () => void
  /** Tell screen readers when the state changes (on a page of one thing, not in lists). */
  speak?: boolean
}

export function CountdownChip({ countdown, label, large, inWords, explanation, onOpen, speak }: ChipProps) {
  const { words } = useSpeech()
  const view = useCountdown(countdown)
  useSpokenState(view, label, speak ?? false)
  const running = view.remainingSeconds !== undefined && view.remainingSeconds >= 0
  const text =
    inWords && running && !/[.,]/.test(view.text)
      ? words.kit.time.left(view.remainingSeconds ?? 0)
      : view.text
  const inside = (
    <>
      <StateSign state={view.state} share={view.elapsedShare} size={large ? 17 : 14} />
      <span className="sr-only">{`${label}, ${words.kit.time[view.state]}: `}</span>
      <span>{text}</span>
    </>
  )
  const className = `k-chip num k-${view.state}${large ? ' k-chip-large' : ''}`
  if (onOpen)
    return (
      <button type="button" className={className} onClick={onOpen}>
        {inside}
      </button>
    )
  if (!explanation) return <span className={className}>{inside}</span>
  return (
    <Popover width={400} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={className}>
          {inside}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{explanation}</Popover.Dropdown>
    </Popover>
  )
}

/** A fixed state with its own words, for what does not run: a legend, a past verdict. */
export function StateChip({
  state,
  children,
  large,
  share,
}: {
  state: TimeState
  children: ReactNode
  large?: boolean
  share?: number
}) {
  const { words } = useSpeech()
  return (
    <span className={`k-chip num k-${state}${large ? ' k-chip-large' : ''}`}>
      <StateSign state={state} share={share ?? 0.4} size={large ? 17 : 14} />
      <span className="sr-only">{`${words.kit.time[state]}: `}</span>
      <span>{children}</span>
    </span>
  )
}

function useSpokenState({ state, text }: CountdownView, label: string, speak: boolean): void {
  const before = useRef(state)
  useEffect(() => {
    if (speak && before.current !== state) announce(`${label}: ${text}`)
    before.current = state
  }, [state, text, label, speak])
}

/** A bar under a target: how much of its time is used. */
export function TimeBar({
  share,
  tone = 'bar2',
}: {
  share: number
  tone?: 'bar' | 'bar2' | 'bar3' | 'paused' | 'overdue'
}) {
  const ground =
    tone === 'paused' ? 'var(--paused)' : tone === 'overdue' ? 'var(--overdue-ground)' : `var(--${tone})`
  return (
    <div className="k-time-bar" aria-hidden>
      <div style={{ width: `${Math.min(100, Math.max(0, share * 100))}%`, background: ground }} />
    </div>
  )
}

const ringSize = 132
const ringRadius = 57.5

/** The large ring of the panel: minutes left in the middle, beyond a day the date instead. */
export function PromiseRing({ countdown, label }: { countdown: Countdown; label: string }) {
  const { lang, words } = useSpeech()
  const zone = useZone()
  const view = useCountdown(countdown)
  const now = useNow('minute')
  const share = Math.min(1, Math.max(0.001, view.elapsedShare))
  const angle = share * 2 * Math.PI - Math.PI / 2
  const [figure, unit] = ringWords()
  const spoken =
    countdown.dueAt === undefined ? view.text : `${view.text}, ${moment(lang, countdown.dueAt, zone, now)}`
  return (
    <div className="k-promise-ring" role="img" aria-label={`${label}: ${spoken}`}>
      <svg width={ringSize} height={ringSize} viewBox="0 0 132 132" aria-hidden>
        <circle cx="66" cy="66" r={ringRadius} fill="none" stroke="var(--line)" strokeWidth="9" />
        <circle
          cx="66"
          cy="66"
          r={ringRadius}
          fill="none"
          stroke={view.state === 'paused' ? 'var(--paused)' : 'var(--bar)'}
          strokeWidth="9"
          strokeLinecap="round"
          pathLength="1"
          strokeDasharray={`${share} 1`}
          transform="rotate(-90 66 66)"
        />
        {view.state !== 'met' && (
          <circle
            cx={66 + ringRadius * Math.cos(angle)}
            cy={66 + ringRadius * Math.sin(angle)}
            r="7.500"
            fill="var(--dot)"
            stroke="var(--surface)"
            strokeWidth="2"
          />
        )}
      </svg>
      <div className="k-promise-ring-words num" aria-hidden>
        <strong className={figure.length > 4 ? 'k-long' : ''}>{figure}</strong>
        <span>{unit}</span>
      </div>
    </div>
  )

  function ringWords(): [string, string] {
    const left = view.remainingSeconds
    if (left === undefined) return [view.state === 'met' ? '✓' : 'II', view.text]
    if (left < 0)
      return [duration(lang, -left).split('\u00a0').slice(0, 2).join('\u00a0'), words.kit.time.overdue]
    if (countdown.dueAt !== undefined && view.text.includes(','))
      return [weekdayAndDay(lang, countdown.dueAt, zone), time(lang, countdown.dueAt, zone)]
    if (left < 120) return [String(left), 's']
    const minutes = Math.floor(left / 60)
    if (minutes < 60) return [String(minutes), words.kit.time.minutes(minutes)]
    const [hours = '', h = '', ...rest] = view.text.split('\u00a0')
    return [`${hours}\u00a0${h}`, rest.join('\u00a0') || words.kit.time.remaining]
  }
}

/** The one running timer of a person. */
export function RunningTimer({
  startedMs,
  who,
  onStop,
  large,
}: {
  startedMs: number
  who: ReactNode
  onStop: () => void
  large?: boolean
}) {
  const { words } = useSpeech()
  const now = useNow('second')
  return (
    <div className={`k-timer${large ? ' k-timer-large' : ''}`}>
      <button type="button" className="k-timer-stop" onClick={onStop} aria-label={words.kit.buttons.stop}>
        <IconPlayerStopFilled size={large ? 20 : 13} aria-hidden />
      </button>
      <span className="k-timer-figures num" role="timer">
        {stopwatch((now - startedMs) / 1000)}
      </span>
      <span className="k-timer-who">{who}</span>
    </div>
  )
}

/** The one serif sentence of a screen: what is promised or what matters now. */
export function PromiseLine({
  children,
  size = 'staff',
  as: Tag = 'p',
}: {
  children: ReactNode
  size?: 'staff' | 'phone' | 'phone-large' | 'desktop' | 'sign-up'
  as?: 'p' | 'h1' | 'h2'
}) {
  return <Tag className={`k-promise k-promise-${size}`}>{children}</Tag>
}
