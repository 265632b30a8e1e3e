/**
 * "Sprawdź termin": a report at some moment, so much time, and the deadline that the engine of
 * the server would give, computed here at every change, with each day that leads to it.
 */
import 'temporal-polyfill/global'
import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { askDeadline, type Answered, type AskedDeadline } from '#engines/worktime/ask-deadline.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { daysOnTheWay, deadlineSentence, dueInWords, type DayOnTheWay } from '#words/deadline-sentence.ts'
import { dateOf, duration, epochMs, time, weekdayAndDay } from '#words/format.ts'
import '../kit/explain.css'
import { drawSegments } from '../kit/timeline.ts'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech } from '../kit/words.tsx'
import './calendars.css'

export function DeadlineCheck({ calendar }: { calendar: WorkCalendar }) {
  const words = useSpeech().words.calendars
  const [arrives, setArrives] = useArrival(calendar.timezone)
  const [unit, setUnit] = useState<'hours' | 'days'>('hours')
  const [hours, setHours] = useState<string | number>(4)
  const granted =
    unit === 'hours' ? { minutes: Math.round(Number(hours) * 60) } : { businessDays: Number(hours) }
  return (
    <section className="a-check" aria-label={words.check}>
      <h2>{words.check}</h2>
      <div className="a-check-fields">
        <ArrivalField value={arrives} onChange={setArrives} />
        <NumberInput
          label={unit === 'hours' ? words.grantedHours : words.grantedDays}
          min={0}
          max={unit === 'hours' ? 8760 : 366}
          allowDecimal={unit === 'hours'}
          decimalSeparator=","
          value={hours}
          onChange={setHours}
        />
      </div>
      <SegmentedControl
        size="xs"
        aria-label={words.check}
        value={unit}
        onChange={(next) => setUnit(next as 'hours' | 'days')}
        data={[
          { value: 'hours', label: words.inHours },
          { value: 'days', label: words.inDays },
        ]}
      />
      <DeadlineAnswer calendar={calendar} arrives={arrives} granted={granted} what={words.what} />
    </section>
  )
}

export function ArrivalField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { calendars } = useSpeech().words
  return (
    <TextInput
      type="datetime-local"
      label={calendars.arrives}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  )
}

/** The coming Friday afternoon: what people ask about first. */
export function useArrival(zone: string): [string, (value: string) => void] {
  const nowMs = useNow('minute')
  const [typed, setTyped] = useState<string>()
  const usual = useMemo(() => {
    const today = Temporal.PlainDate.from(dateOf(nowMs, zone))
    return `${today.add({ days: (5 - today.dayOfWeek + 7) % 7 }).toString()}T15:30`
  }, [nowMs, zone])
  return [typed ?? usual, setTyped]
}

type Granted = Pick<AskedDeadline, 'minutes' | 'businessDays'>

export type Try = {
  calendar: WorkCalendar | undefined
  /** "2026-11-20T15:30" on the clock of the calendar. */
  arrives: string
  granted: Granted
  /** "reakcja", "realizacja". */
  what: string
}

/** The deadline of a try, or what keeps it from being counted. */
export function useTry({
  calendar,
  arrives,
  granted: { minutes, businessDays },
}: Try): ReturnType<typeof askDeadline> {
  return useMemo(() => {
    const start = instantOf(arrives, calendar?.timezone)
    return askDeadline({ start: start ?? arrives, minutes, businessDays, calendar })
  }, [calendar, arrives, minutes, businessDays])
}

function instantOf(wall: string, zone: string | undefined): string | undefined {
  try {
    return Temporal.PlainDateTime.from(wall)
      .toZonedDateTime(zone ?? '')
      .toInstant()
      .toString()
  } catch {
    return undefined
  }
}

export function DeadlineAnswer(asked: Try) {
  const { words, lang } = useSpeech()
  const found = useTry(asked)
  const { calendars, clock } = words
  if ('problems' in found) return <TryProblem code={found.problems[0]?.code} />
  const { dueAt, stretches, grantedSeconds } = found.answer
  const zone = asked.calendar!.timezone
  if (dueAt === undefined) return null
  const start = instantOf(asked.arrives, zone)!
  const facts = { start, dueAt, zone, stretches, what: asked.what, holidays: clock.holidays }
  return (
    <div className="a-answer">
      <span className="a-answer-head">{calendars.falls}</span>
      <strong className="a-answer-due" aria-live="polite">
        {dueInWords(lang, dueAt, zone)}
      </strong>
      <Bar stretches={stretches} />
      <Days days={daysOnTheWay(stretches, zone)} zone={zone} />
      <div className="a-answer-total">
        <span>{calendars.total}</span>
        <span className="num">
          {calendars.of(duration(lang, grantedSeconds), duration(lang, grantedSeconds))}
        </span>
      </div>
      <p className="a-answer-sentence">{deadlineSentence(lang, facts)}</p>
    </div>
  )
}

export function TryProblem({ code }: { code: string | undefined }): ReactNode {
  const { calendars } = useSpeech().words
  const sentence = (calendars.problems as Readonly<Record<string, string>>)[code ?? '']
  return (
    <p className="a-answer a-answer-none" role="status">
      {sentence ? `${sentence} ` : ''}
      {calendars.noDeadline}
    </p>
  )
}

function Bar({ stretches }: { stretches: Answered['stretches'] }) {
  const drawn = drawSegments(
    stretches.map(({ from, to, kind }) => ({ kind, fromMs: epochMs(from), toMs: epochMs(to) })),
  )
  return (
    <div className="k-timeline-bar" aria-hidden>
      {drawn.map((s) => (
        <span key={s.fromMs} className={`k-segment k-segment-${s.kind}`} style={{ flexGrow: s.share }} />
      ))}
    </div>
  )
}

const shownMost = 12

function Days({ days, zone }: { days: readonly DayOnTheWay[]; zone: string }) {
  const { lang, words } = useSpeech()
  const hidden = days.length - shownMost
  const shown = hidden > 0 ? [...days.slice(0, shownMost - 1), days.at(-1)!] : days
  return (
    <ul className="a-answer-days num">
      {shown.map((day) => (
        <li key={day.date}>
          <span className={`k-mark k-segment-${day.countedSeconds > 0 ? 'counted' : 'closed'}`} aria-hidden />
          <span>{weekdayAndDay(lang, `${day.date}T12:00:00Z`, 'UTC')}</span>
          <span>
            {day.counted.length > 0
              ? `${day.counted.map(({ from, to }) => hoursText(lang, from, to, zone)).join(', ')} ${words.calendars.counted}`
              : whyText(day.why, words)}
          </span>
          <span>{day.countedSeconds > 0 ? duration(lang, day.countedSeconds) : '–'}</span>
        </li>
      ))}
    </ul>
  )
}

function hoursText(lang: 'pl' | 'en', from: number, to: number, zone: string): string {
  const end = dateOf(to, zone) === dateOf(from, zone) ? time(lang, to, zone) : '24:00'
  return `${time(lang, from, zone)}–${end}`
}

function whyText(why: DayOnTheWay['why'], words: ReturnType<typeof useSpeech>['words']): string {
  const { clock, calendars } = words
  if (why?.code === 'holiday')
    return (why.key && (clock.holidays as Readonly<Record<string, string>>)[why.key]) ?? clock.why.holiday({})
  if (why?.code === 'closure') return clock.why.closure(why.name ? { name: why.name } : {})
  return why?.code === 'weekend' ? clock.why.weekend() : calendars.dayClosed
}
