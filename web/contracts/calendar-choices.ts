/** The calendars that a row of service levels may count by. */
import { useCalendars } from '../accounts/company-data.ts'
import type { Terms } from './contract-data.ts'
import type { CalendarChoice } from './level-draft.ts'

/** Those that the terms hold already, then the company's. */
export function useCalendarChoices(held: Terms['calendars']): CalendarChoice[] {
  const { data: own = [] } = useCalendars()
  return [
    ...Object.entries(held).map(([key, { name, calendar }]) => ({ key, name, calendar })),
    ...own.filter(({ id }) => !held[id]).map(({ id, name, calendar }) => ({ key: id, name, calendar })),
  ]
}
