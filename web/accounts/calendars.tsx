/** Work calendars: seven days with their windows; closed or open on public holidays. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useLang, useWords } from '../kit/words.tsx'
import { useCalendars, type CalendarRow } from './company-data.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Window = readonly [string, string]

export function Calendars() {
  const { accounts } = useWords()
  const { data } = useCalendars()
  const [fresh, setFresh] = useState(false)
  if (!data) return <SkeletonAfter />
  return (
    <div className="a-settings">
      {data.map((row) => (
        <CalendarForm key={`${row.id} ${row.version}`} row={row} />
      ))}
      {fresh ? (
        <CalendarForm row={undefined} onDone={() => setFresh(false)} />
      ) : (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setFresh(true)}>
          {accounts.settings.addCalendar}
        </Button>
      )}
    </div>
  )
}

const office: WorkCalendar = {
  timezone: 'Europe/Warsaw',
  weekly: {
    mon: [['08:00', '16:00']],
    tue: [['08:00', '16:00']],
    wed: [['08:00', '16:00']],
    thu: [['08:00', '16:00']],
    fri: [['08:00', '16:00']],
    sat: [],
    sun: [],
  },
  publicHolidays: 'PL',
}

function CalendarForm({ row, onDone }: { row: CalendarRow | undefined; onDone?: () => void }) {
  const { accounts, kit } = useWords()
  const words = accounts.settings
  const lang = useLang()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [name, setName] = useState(row?.name ?? '')
  const [calendar, setCalendar] = useState<WorkCalendar>(row?.calendar ?? office)
  const save = useMutation({
    mutationFn: () =>
      row
        ? api.put('/api/calendars/{id}', {
            path: { id: row.id },
            body: { name, calendar, version: row.version },
          })
        : api.post('/api/calendars', { body: { name, calendar } }),
    onSuccess: () => (onDone?.(), queries.invalidateQueries({ queryKey: ['company', 'calendars'] })),
    onError: refusal.show,
  })
  const windowsOf = (day: (typeof days)[number]): Window[] => [...(calendar.weekly[day] ?? [])] as Window[]
  const set = (day: (typeof days)[number], windows: Window[]) =>
    setCalendar({ ...calendar, weekly: { ...calendar.weekly, [day]: windows } })
  const changed = name !== (row?.name ?? '') || calendar !== (row?.calendar ?? office) || !row
  return (
    <form
      onSubmit={(e) => (e.preventDefault(), refusal.clear(), save.mutate())}
      style={{
        display: 'flex',
        flexDirection: 'column',
        gap: 12,
        padding: 16,
        border: '1px solid var(--line)',
        borderRadius: 8,
      }}
    >
      <div style={{ display: 'flex', gap: 12, alignItems: 'end' }}>
        <TextInput
          style={{ flex: 1 }}
          label={words.calendarName}
          value={name}
          required
          onChange={(e) => setName(e.currentTarget.value)}
        />
        {row?.isDefault && <ReasonChip tone="soft">{words.default}</ReasonChip>}
      </div>
      <div className="a-week num">
        {days.map((day, i) => {
          const label = new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', {
            weekday: 'long',
            timeZone: 'UTC',
          }).format(new Date(Date.UTC(2026, 10, 23 + i)))
          const windows = windowsOf(day)
          return (
            <Day
              key={day}
              label={label}
              closed={words.closed}
              from={words.from}
              to={words.to}
              remove={kit.buttons.remove}
              add={kit.buttons.add}
              windows={windows}
              error={refusal.of(`calendar.weekly.${day}`)}
              onChange={(next) => set(day, next)}
            />
          )
        })}
      </div>
      <Checkbox
        label={words.closedOnHolidays}
        checked={calendar.publicHolidays === 'PL'}
        onChange={(e) =>
          setCalendar({ ...calendar, publicHolidays: e.currentTarget.checked ? 'PL' : 'none' })
        }
      />
      <RefusalNote refusal={refusal} />
      {changed && (
        <Button type="submit" style={{ alignSelf: 'start' }} loading={save.isPending}>
          {words.save}
        </Button>
      )}
    </form>
  )
}

type DayProps = {
  label: string
  closed: string
  from: string
  to: string
  remove: string
  add: string
  windows: Window[]
  error: string | undefined
  onChange: (windows: Window[]) => void
}

function Day({ label, closed, from, to, remove, add, windows, error, onChange }: DayProps) {
  return (
    <>
      <span>{label}</span>
      <span className="a-windows">
        {windows.length === 0 && <span className="a-hint">{closed}</span>}
        {windows.map(([open, close], i) => (
          <span key={i} style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
            <TextInput
              w={72}
              aria-label={`${label}, ${from}`}
              value={open}
              onChange={(e) =>
                onChange(windows.map((w, n) => (n === i ? [e.currentTarget.value, close] : w)))
              }
              error={Boolean(error)}
            />
            –
            <TextInput
              w={72}
              aria-label={`${label}, ${to}`}
              value={close}
              onChange={(e) => onChange(windows.map((w, n) => (n === i ? [open, e.currentTarget.value] : w)))}
              error={Boolean(error)}
            />
            <ActionIcon
              variant="subtle"
              aria-label={`${remove}: ${label} ${open}–${close}`}
              onClick={() => onChange(windows.filter((_, n) => n !== i))}
            >
              <IconX size={15} />
            </ActionIcon>
          </span>
        ))}
        <ActionIcon
          variant="subtle"
          aria-label={`${add}: ${label}`}
          onClick={() => onChange([...windows, ['08:00', '16:00']])}
        >
          <IconPlus size={15} />
        </ActionIcon>
      </span>
    </>
  )
}
