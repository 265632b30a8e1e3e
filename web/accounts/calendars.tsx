/** The company's work calendars: their hours in words; each opens in its editor. */
import { IconPlus } from '@tabler/icons-react'
import { calendarHours } from '#words/calendar-hours.ts'
import { CalendarAmendments } from '../contracts/calendar-amendments.tsx'
import { ReasonChip } from '../kit/data.tsx'
import { AppLink, LinkButton } from '../kit/link.tsx'
import { SkeletonAfter } from '../kit/states.tsx'
import { useSpeech } from '../kit/words.tsx'
import { useCalendars, type CalendarRow } from './company-data.ts'
import './calendars.css'

export function Calendars() {
  const { calendars } = useSpeech().words
  const { data } = useCalendars()
  if (!data) return <SkeletonAfter />
  return (
    <div className="a-settings">
      <p className="a-hint">{calendars.lead}</p>
      <ul className="a-calendar-list">
        {data.map((row) => (
          <CalendarItem key={row.id} row={row} />
        ))}
      </ul>
      <LinkButton
        to="/settings/calendars/new"
        variant="default"
        style={{ alignSelf: 'start' }}
        leftSection={<IconPlus size={16} />}
      >
        {calendars.add}
      </LinkButton>
    </div>
  )
}

function CalendarItem({ row }: { row: CalendarRow }) {
  const { lang, words } = useSpeech()
  const { calendars } = words
  const { publicHolidays } = row.calendar
  const holidays =
    publicHolidays === 'none'
      ? calendars.noHolidays
      : `${calendars.holidays.toLowerCase()}: ${new Intl.DisplayNames(lang, { type: 'region' }).of(publicHolidays)}`
  return (
    <li>
      <AppLink to={`/settings/calendars/${row.id}`} className="a-calendar-item">
        <strong>{row.name}</strong>
        {row.isDefault && <ReasonChip tone="soft">{calendars.default}</ReasonChip>}
        <span className="a-calendar-line num">{calendarHours(lang, row.calendar)}</span>
        <span className="a-calendar-line a-hint">{holidays}</span>
      </AppLink>
      <CalendarAmendments calendarId={row.id} />
    </li>
  )
}
