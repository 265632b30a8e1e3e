/**
 * One work calendar: its week, its seasons, the days other than usual and the month they make,
 * and at the right a deadline tried on it, counted anew at every change.
 */
import 'temporal-polyfill/global'
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { problemsOfCalendar, type WorkCalendar } from '#engines/worktime/calendar.ts'
import { holidayCountries } from '#engines/worktime/holiday-sets.ts'
import { countedMs } from '#engines/worktime/walk.ts'
import { api } from '../kit/api.ts'
import { ReasonChip } from '../kit/data.tsx'
import { useGo, usePathParams } from '../kit/link.tsx'
import { Page, PageHeader } from '../kit/page.tsx'
import { FieldError, RefusalNote, useRefusal } from '../kit/refusals.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech } from '../kit/words.tsx'
import './accounts.css'
import { MonthView, SpecialDays } from './calendar-days.tsx'
import { newCalendar, tidied } from './calendar-draft.ts'
import { WeekEditor } from './calendar-week.tsx'
import { useCalendars, type CalendarRow } from './company-data.ts'
import { DeadlineCheck } from './deadline-check.tsx'

export default function CalendarPage() {
  const { id = '' } = usePathParams()
  const { data } = useCalendars()
  const row = data?.find((one) => one.id === id)
  if (!data) return <SkeletonAfter />
  return <CalendarEditor key={row ? `${row.id} ${row.version}` : 'new'} row={row} />
}

function CalendarEditor({ row }: { row: CalendarRow | undefined }) {
  const { accounts, calendars } = useSpeech().words
  const go = useGo()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [name, setName] = useState(row?.name ?? '')
  const [calendar, setCalendar] = useState<WorkCalendar>(() => row?.calendar ?? newCalendar())
  const problems = useMemo(() => problemsOfCalendar(tidied(calendar)), [calendar])
  const save = useMutation({
    mutationFn: () => {
      const body = { name, calendar: tidied(calendar) }
      return row
        ? api.put('/api/calendars/{id}', { path: { id: row.id }, body: { ...body, version: row.version } })
        : api.post('/api/calendars', { body })
    },
    async onSuccess(saved) {
      await queries.invalidateQueries({ queryKey: ['company', 'calendars'] })
      showToast({ text: calendars.saved })
      if (!row) go(`/settings/calendars/${saved.id}`, { replace: true })
    },
    onError: refusal.show,
  })
  const isChanged = !row || name !== row.name || calendar !== row.calendar
  return (
    <Page
      asideWidth={452}
      asideLabel={calendars.check}
      aside={<DeadlineCheck calendar={calendar} />}
      header={
        <PageHeader
          crumbs={[
            { label: accounts.nav.settings, to: '/settings' },
            { label: calendars.title, to: '/settings?tab=calendars' },
            { label: name || calendars.newName },
          ]}
          actions={
            <Button
              loading={save.isPending}
              disabled={!isChanged || problems.length > 0 || name.trim() === ''}
              onClick={() => (refusal.clear(), save.mutate())}
            >
              {calendars.save}
            </Button>
          }
        >
          {row?.isDefault && <ReasonChip tone="soft">{calendars.default}</ReasonChip>}
        </PageHeader>
      }
    >
      <div className="a-calendar">
        <RefusalNote refusal={refusal} />
        <Basics
          name={name}
          setName={setName}
          calendar={calendar}
          setCalendar={setCalendar}
          problems={problems}
        />
        <section>
          <div className="a-head">
            <h2>{calendars.week}</h2>
            <span className="a-hint">{calendars.weekHint}</span>
          </div>
          <WeekEditor
            calendar={calendar}
            path="weekly"
            problems={problems}
            onChange={(weekly) => setCalendar({ ...calendar, weekly })}
          />
          <FieldError>
            {problems.some(({ code }) => code === 'never_opens') ? calendars.problems.never_opens : undefined}
          </FieldError>
        </section>
        <Seasons calendar={calendar} setCalendar={setCalendar} problems={problems} />
        <div className="a-calendar-two">
          <MonthView calendar={calendar} />
          <SpecialDays calendar={calendar} onChange={setCalendar} />
        </div>
      </div>
    </Page>
  )
}

type Problems = ReturnType<typeof problemsOfCalendar>
type Part = { calendar: WorkCalendar; setCalendar: (calendar: WorkCalendar) => void; problems: Problems }

function Basics({
  name,
  setName,
  calendar,
  setCalendar,
  problems,
}: Part & { name: string; setName: (name: string) => void }) {
  const { lang, words } = useSpeech()
  const { calendars } = words
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const isZoneKnown = !problems.some(({ code }) => code === 'zone_unknown')
  const hours = useMemo(() => yearHours(calendar, problems), [calendar, problems])
  return (
    <section className="a-calendar-basics">
      <TextInput
        label={calendars.name}
        required
        maxLength={100}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <Select
        label={calendars.holidaysOf}
        allowDeselect={false}
        value={calendar.publicHolidays}
        data={holidayChoices(lang, calendars.noHolidays)}
        onChange={(country) =>
          country && setCalendar({ ...calendar, publicHolidays: country as WorkCalendar['publicHolidays'] })
        }
      />
      <Select
        label={calendars.zone}
        searchable
        allowDeselect={false}
        value={calendar.timezone}
        data={zones.includes(calendar.timezone) ? zones : [calendar.timezone, ...zones]}
        error={isZoneKnown ? undefined : calendars.problems.zone_unknown}
        onChange={(timezone) => timezone && setCalendar({ ...calendar, timezone })}
      />
      <p className="a-hint a-basics-foot num">
        {[hours !== undefined && calendars.yearHours(hours), calendars.saveHint].filter(Boolean).join('; ')}
      </p>
    </section>
  )
}

export function holidayChoices(lang: 'pl' | 'en', none: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(lang, { type: 'region' })
  const [first, ...others] = holidayCountries.map((value) => ({
    value: value as string,
    label: names.of(value) ?? value,
  }))
  return [
    first!,
    ...others.sort((a, b) => a.label.localeCompare(b.label, lang)),
    { value: 'none', label: none },
  ]
}

function yearHours(calendar: WorkCalendar, problems: Problems): number | undefined {
  if (problems.length > 0) return undefined
  const year = { from: Date.UTC(2027, 0, 1), to: Date.UTC(2028, 0, 1) }
  return Math.round(countedMs(calendar, year, []) / 3_600_000)
}

function Seasons({ calendar, setCalendar, problems }: Part) {
  const { lang, words } = useSpeech()
  const { calendars } = words
  const seasons = calendar.seasons ?? []
  const set = (next: NonNullable<WorkCalendar['seasons']>) => setCalendar({ ...calendar, seasons: next })
  const change = (place: number, part: Partial<(typeof seasons)[number]>) =>
    set(seasons.map((one, i) => (i === place ? { ...one, ...part } : one)))
  const problemOf = (path: string) => {
    const found = problems.find((one) => one.path === path)?.code
    return found && calendars.problems[found]
  }
  return (
    <section>
      <div className="a-head">
        <h2>{calendars.seasons}</h2>
        <span className="a-hint">{calendars.seasonsHint}</span>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={() => set([...seasons, { from: '06-01', to: '08-31', weekly: calendar.weekly }])}
        >
          {calendars.addSeason}
        </Button>
      </div>
      {seasons.map((season, i) => (
        <div key={i} className="a-season">
          <div className="a-calendar-basics">
            <TextInput
              label={calendars.seasonFrom}
              value={season.from}
              error={problemOf(`seasons.${i}.from`)}
              onChange={(e) => change(i, { from: e.currentTarget.value })}
            />
            <TextInput
              label={calendars.seasonTo}
              value={season.to}
              error={problemOf(`seasons.${i}.to`) ?? problemOf(`seasons.${i}`)}
              onChange={(e) => change(i, { to: e.currentTarget.value })}
            />
            <Select
              label={calendars.seasonHolidays}
              allowDeselect={false}
              value={season.publicHolidays ?? calendar.publicHolidays}
              data={holidayChoices(lang, calendars.noHolidays)}
              onChange={(country) =>
                country && change(i, { publicHolidays: country as WorkCalendar['publicHolidays'] })
              }
            />
          </div>
          <WeekEditor
            calendar={{ ...calendar, weekly: season.weekly }}
            path={`seasons.${i}.weekly`}
            problems={problems}
            onChange={(weekly) => change(i, { weekly })}
          />
          <Button
            variant="default"
            size="xs"
            style={{ alignSelf: 'start' }}
            onClick={() => set(seasons.filter((_, n) => n !== i))}
          >
            {calendars.removeSeason}
          </Button>
        </div>
      ))}
    </section>
  )
}
