/** Seven days as lines of 24 hours: drag to add hours, type to set them exactly; and the same for a season. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { problemsOfCalendar, type Window, type WorkCalendar } from '#engines/worktime/calendar.ts'
import { weekdays, type Weekday } from '#engines/worktime/days.ts'
import { FieldError } from '../kit/refusals.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import {
  barsOf,
  draggedWindow,
  readClock,
  shownClock,
  shownWindow,
  withEqualWorkdays,
  withWindows,
} from './calendar-draft.ts'

type Week = Pick<WorkCalendar, 'weekly'>
type Props = {
  calendar: WorkCalendar
  /** Where the problems of this week stand: "weekly" or "seasons.0.weekly". */
  path: string
  problems: ReturnType<typeof problemsOfCalendar>
  onChange: (week: WorkCalendar['weekly']) => void
}

export function WeekEditor({ calendar, path, problems, onChange }: Props) {
  const words = useWords().calendars
  return (
    <div className="a-hours">
      <div className="a-hours-scale num" aria-hidden>
        {[0, 4, 8, 12, 16, 20, 24].map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour}:00
          </span>
        ))}
      </div>
      {weekdays.map((day) => (
        <DayLine
          key={day}
          day={day}
          week={calendar}
          problem={problems.find((one) => one.path.startsWith(`${path}.${day}`))?.code}
          onChange={(windows) => onChange(withWindows(calendar, day, windows).weekly)}
        />
      ))}
      <Button
        variant="subtle"
        size="xs"
        style={{ alignSelf: 'start' }}
        leftSection={<IconCopy size={15} stroke={1.8} />}
        onClick={() => onChange(withEqualWorkdays(calendar).weekly)}
      >
        {words.copyWorkdays}
      </Button>
    </div>
  )
}

type DayProps = {
  day: Weekday
  week: Week
  problem: string | undefined
  onChange: (windows: Window[]) => void
}

function DayLine({ day, week, problem, onChange }: DayProps) {
  const { words, lang } = useSpeech()
  const { calendars } = words
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const label = dayName(lang, day)
  const windows = week.weekly[day] ?? []
  const text = windows.map(shownWindow).join(', ') || calendars.closed
  const sentence = problem && (calendars.problems as Readonly<Record<string, string>>)[problem]
  return (
    <div className="a-day" data-closed={windows.length === 0 || undefined}>
      <span className="a-day-name">{label}</span>
      <Track day={day} week={week} onAdd={(window) => onChange([...windows, window])} />
      <button
        type="button"
        className="a-day-text num"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${label}: ${text}`}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {(isOpen || sentence) && (
        <div className="a-day-fields" id={id}>
          <WindowFields windows={windows} label={label} onChange={onChange} />
          <FieldError>{sentence || undefined}</FieldError>
        </div>
      )}
    </div>
  )
}

/** Only a hand can drag; the same is done with the fields. */
function Track({ day, week, onAdd }: { day: Weekday; week: Week; onAdd: (window: Window) => void }) {
  const track = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number }>()
  const shareOf = (x: number): number => {
    const box = track.current!.getBoundingClientRect()
    return Math.min(1, Math.max(0, (x - box.left) / box.width))
  }
  const finish = () => {
    const window = drag && draggedWindow(drag.from, drag.to)
    setDrag(undefined)
    if (window) onAdd(window)
  }
  return (
    <div
      ref={track}
      className="a-track"
      aria-hidden
      onPointerDown={(e) => {
        e.currentTarget.setPointerCapture(e.pointerId)
        setDrag({ from: shareOf(e.clientX), to: shareOf(e.clientX) })
      }}
      onPointerMove={(e) => drag && setDrag({ ...drag, to: shareOf(e.clientX) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(undefined)}
    >
      {barsOf(week as WorkCalendar, day).map(({ from, to, isTail }) => (
        <span
          key={`${from} ${isTail}`}
          className={isTail ? 'a-bar a-bar-tail' : 'a-bar'}
          style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
        />
      ))}
      {drag && (
        <span
          className="a-bar a-bar-new"
          style={{
            left: `${Math.min(drag.from, drag.to) * 100}%`,
            width: `${Math.abs(drag.to - drag.from) * 100}%`,
          }}
        />
      )}
    </div>
  )
}

export function WindowFields({
  windows,
  label,
  onChange,
}: {
  windows: readonly Window[]
  label: string
  onChange: (windows: Window[]) => void
}) {
  const words = useWords().calendars
  const set = (place: number, window: Window) =>
    onChange(windows.map((one, i) => (i === place ? window : one)))
  return (
    <span className="a-windows">
      {windows.map((window, i) => (
        <span key={`${window.join()} ${i}`} className="a-window">
          <ClockField
            label={`${label}, ${words.from}`}
            value={window[0]}
            onChange={(open) => set(i, [open, window[1]])}
          />
          –
          <ClockField
            label={`${label}, ${words.to}`}
            value={window[1]}
            onChange={(close) => set(i, [window[0], close])}
          />
          {window[1] <= window[0] && <span className="a-hint">{words.nextDay}</span>}
          <ActionIcon
            variant="subtle"
            aria-label={`${words.removeHours}: ${label} ${shownWindow(window)}`}
            onClick={() => onChange(windows.filter((_, n) => n !== i))}
          >
            <IconX size={15} />
          </ActionIcon>
        </span>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        aria-label={`${words.addHours}: ${label}`}
        onClick={() => onChange([...windows, windows.length === 0 ? ['08:00', '16:00'] : ['17:00', '19:00']])}
      >
        {words.addHours}
      </Button>
    </span>
  )
}

/** Read when it is left, so that "8" may become "8:30" on the way. */
function ClockField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      w={68}
      size="xs"
      aria-label={label}
      value={typed ?? shownClock(value)}
      onChange={(e) => setTyped(e.currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined && readClock(typed) !== value) onChange(readClock(typed))
        setTyped(undefined)
      }}
      onKeyDown={(e) => e.key === 'Enter' && (e.preventDefault(), e.currentTarget.blur())}
    />
  )
}

export function dayName(lang: 'pl' | 'en', day: Weekday, weekday: 'long' | 'short' = 'long'): string {
  // 23 November 2026 is a Monday.
  const date = new Date(Date.UTC(2026, 10, 23 + weekdays.indexOf(day)))
  return new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', { weekday, timeZone: 'UTC' }).format(date)
}
