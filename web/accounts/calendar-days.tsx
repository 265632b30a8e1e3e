/** A month as it will be worked, and the days that are other than usual. */
import { ActionIcon, Button, Popover, Select, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { problemsOfCalendar, type WorkCalendar } from '#engines/worktime/calendar.ts'
import { weekdays } from '#engines/worktime/days.ts'
import { date as dateText } from '#words/format.ts'
import { dateOf } from '#words/format.ts'
import { useNow } from '../kit/use-clock.ts'
import { useSpeech } from '../kit/words.tsx'
import { dayName, WindowFields } from './calendar-week.tsx'
import {
  isDate,
  isMonthDay,
  monthAfter,
  monthOf,
  needsWindows,
  shownWindow,
  specialKinds,
  specialsOf,
  withoutSpecial,
  withSpecial,
  type MonthDay,
  type Special,
  type SpecialKind,
} from './calendar-draft.ts'

export function MonthView({ calendar }: { calendar: WorkCalendar }) {
  const { words, lang } = useSpeech()
  const { calendars } = words
  const today = dateOf(useNow('minute'), calendar.timezone)
  const [month, setMonth] = useState(today.slice(0, 7))
  if (problemsOfCalendar(calendar).length > 0) return null
  const { blanks, days } = monthOf(calendar, month)
  const name = new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T00:00:00Z`))
  return (
    <section aria-label={calendars.month}>
      <div className="a-head">
        <h2 className="a-month-name" aria-live="polite">
          {name}
        </h2>
        <ActionIcon
          variant="subtle"
          aria-label={calendars.before}
          onClick={() => setMonth(monthAfter(month, -1))}
        >
          <IconChevronLeft size={17} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={calendars.after}
          onClick={() => setMonth(monthAfter(month, 1))}
        >
          <IconChevronRight size={17} />
        </ActionIcon>
      </div>
      <ul className="a-month num">
        {weekdays.map((day) => (
          <li key={day} className="a-month-head" aria-hidden>
            {dayName(lang, day, 'short')}
          </li>
        ))}
        {Array.from({ length: blanks }, (_, i) => (
          <li key={i} aria-hidden />
        ))}
        {days.map((day) => (
          <Cell key={day.date} day={day} isToday={day.date === today} />
        ))}
      </ul>
    </section>
  )
}

function Cell({ day, isToday }: { day: MonthDay; isToday: boolean }) {
  const { words, lang } = useSpeech()
  const holidays = words.clock.holidays as Readonly<Record<string, string>>
  const name =
    day.name ?? (day.key && holidays[day.key]) ?? (day.kind === 'holiday' ? words.clock.why.holiday({}) : '')
  const title = [dateText(lang, day.date), day.kind === 'closed' ? words.calendars.closed : name]
    .filter(Boolean)
    .join(', ')
  return (
    <li
      className={`a-cell a-cell-${day.kind}`}
      data-special={day.isSpecial || undefined}
      data-today={isToday || undefined}
      title={title}
      aria-label={title}
    >
      {day.day}
    </li>
  )
}

type Props = { calendar: WorkCalendar; onChange: (calendar: WorkCalendar) => void }

export function SpecialDays({ calendar, onChange }: Props) {
  const { words, lang } = useSpeech()
  const { calendars } = words
  const [isOpen, setOpen] = useState(false)
  const specials = specialsOf(calendar)
  const country =
    calendar.publicHolidays === 'none'
      ? calendars.noHolidays
      : new Intl.DisplayNames(lang, { type: 'region' }).of(calendar.publicHolidays)
  return (
    <section aria-label={calendars.special}>
      <div className="a-head">
        <h2>{calendars.special}</h2>
        <Popover
          opened={isOpen}
          onChange={setOpen}
          width={330}
          position="bottom-end"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={15} stroke={1.8} />}
              onClick={() => setOpen(!isOpen)}
            >
              {calendars.addSpecial}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={calendars.addSpecial}>
            <SpecialForm onAdd={(special) => (onChange(withSpecial(calendar, special)), setOpen(false))} />
          </Popover.Dropdown>
        </Popover>
      </div>
      <ul className="a-specials">
        <li>
          <strong>{calendars.everyYear}</strong>
          <span>{calendars.holidays.toLowerCase()}</span>
          <span className="a-hint">{country}</span>
          <span />
        </li>
        {specials.map((special) => (
          <li key={`${special.kind} ${special.date}`}>
            <strong className="num">
              {special.kind === 'yearly'
                ? special.date.split('-').toReversed().join('.')
                : dateText(lang, special.date)}
            </strong>
            <span>{special.name || calendars.kinds[special.kind]}</span>
            <span className="a-hint num">
              {special.windows.map(shownWindow).join(', ') || (special.name ? calendars.closed : '')}
            </span>
            <ActionIcon
              variant="subtle"
              aria-label={`${calendars.removeSpecial}: ${special.date}`}
              onClick={() => onChange(withoutSpecial(calendar, special))}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SpecialForm({ onAdd }: { onAdd: (special: Special) => void }) {
  const { calendars } = useSpeech().words
  const [special, setSpecial] = useState<Special>({ kind: 'closure', date: '', name: '', windows: [] })
  const { kind, date, name, windows } = special
  const isWhole = kind === 'yearly' ? isMonthDay(date) : isDate(date)
  const choose = (next: SpecialKind) =>
    setSpecial({
      ...special,
      kind: next,
      date: next === 'yearly' ? date.slice(-5) : date.length === 10 ? date : '',
      windows: needsWindows(next) && windows.length === 0 ? [['08:00', '14:00']] : windows,
    })
  return (
    <form
      className="a-special-form"
      onSubmit={(e) => {
        e.preventDefault()
        if (isWhole) onAdd({ ...special, windows: needsWindows(kind) ? windows : [] })
      }}
    >
      <Select
        label={calendars.kind}
        description={calendars.kindHints[kind]}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={kind}
        data={specialKinds.map((one) => ({ value: one, label: calendars.kinds[one] }))}
        onChange={(next) => next && choose(next as SpecialKind)}
      />
      <TextInput
        label={kind === 'yearly' ? `${calendars.date} (MM-DD)` : calendars.date}
        type={kind === 'yearly' ? 'text' : 'date'}
        required
        value={date}
        error={date !== '' && !isWhole ? calendars.problems.date_invalid : undefined}
        onChange={(e) => setSpecial({ ...special, date: e.currentTarget.value })}
      />
      {kind === 'closure' && (
        <TextInput
          label={calendars.why}
          maxLength={120}
          value={name}
          onChange={(e) => setSpecial({ ...special, name: e.currentTarget.value })}
        />
      )}
      {needsWindows(kind) && (
        <WindowFields
          windows={windows}
          label={calendars.kinds[kind]}
          onChange={(next) => setSpecial({ ...special, windows: next })}
        />
      )}
      <Button type="submit" size="xs" disabled={!isWhole}>
        {calendars.addSpecial}
      </Button>
    </form>
  )
}
