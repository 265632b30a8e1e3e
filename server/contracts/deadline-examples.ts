/**
 * Example deadlines for the paper: a report on a Friday afternoon, run by the same clock that
 * will run the tickets, so that both sides see how hours are counted before they sign.
 */
import { deadline } from '#engines/worktime/deadline.ts'
import { problemsOfCalendar } from '#engines/worktime/calendar.ts'
import { granted } from '#words/calendar-hours.ts'
import { moment, nbsp } from '#words/format.ts'
import { levelName } from '#words/level-name.ts'
import type { Terms } from './terms.ts'

export function deadlineExamples(terms: Terms, on: string): string[] {
  return terms.serviceLevels.slice(0, 4).flatMap((level) => {
    const calendar = terms.calendars[level.calendar]?.calendar
    if (!calendar || problemsOfCalendar(calendar).length > 0) return []
    const start = fridayAfter(on, calendar.timezone)
    const { at } = deadline({ start, workingSeconds: level.reactionMinutes * 60, calendar })
    if (!at) return []
    return [
      nbsp(
        `priorytet ${levelName('pl', level)}: zgłoszenie ${dated(start, calendar.timezone)}, czas reakcji ${granted(level.reactionMinutes)}, termin reakcji ${dated(at, calendar.timezone)}`,
      ),
    ]
  })
}

function fridayAfter(on: string, timezone: string): Temporal.Instant {
  const date = Temporal.PlainDate.from(on)
  const friday = date.add({ days: (5 - date.dayOfWeek + 7) % 7 })
  return friday.toZonedDateTime({ timeZone: timezone, plainTime: '15:40' }).toInstant()
}

const dated = (at: Temporal.Instant, timezone: string): string => moment('pl', at, timezone)
