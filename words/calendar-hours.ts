/** A work calendar in words: "pn.–pt. 8:00–16:00, sob. 8:00–12:00", "całą dobę, 7 dni w tygodniu". */
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import type { Lang } from './words.ts'

const order: (keyof WorkCalendar['weekly'])[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const names = {
  pl: ['pn.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const words = {
  pl: {
    always: 'całą dobę, 7 dni w tygodniu',
    allDay: 'całą dobę',
    never: 'zamknięte',
    and: ' i ',
    seasons: (n: string) => `${n}; w sezonach inne godziny`,
  },
  en: {
    always: 'round the clock, 7 days a week',
    allDay: 'all day',
    never: 'closed',
    and: ' and ',
    seasons: (n: string) => `${n}; other hours in seasons`,
  },
}

export function calendarHours(lang: Lang, calendar: Pick<WorkCalendar, 'weekly' | 'seasons'>): string {
  const days = order.map((day) =>
    (calendar.weekly[day] ?? []).map(([open, close]) => windowText(lang, open, close)).join(words[lang].and),
  )
  const runs: { from: number; to: number; text: string }[] = []
  days.forEach((text, i) => {
    const last = runs.at(-1)
    if (last && last.text === text) last.to = i
    else runs.push({ from: i, to: i, text })
  })
  const open = runs.filter((run) => run.text !== '')
  const [only] = open
  const text =
    open.length === 0
      ? words[lang].never
      : open.length === 1 && only!.text === words[lang].allDay && only!.from === 0 && only!.to === 6
        ? words[lang].always
        : open.map((run) => `${daysText(lang, run.from, run.to)}\u00a0${run.text}`).join(', ')
  return calendar.seasons?.length ? words[lang].seasons(text) : text
}

function daysText(lang: Lang, from: number, to: number): string {
  return from === to ? names[lang][from]! : `${names[lang][from]}–${names[lang][to]}`
}

function windowText(lang: Lang, open: string, close: string): string {
  if (open === '00:00' && close === '24:00') return words[lang].allDay
  return `${open.replace(/^0/, '')}–${close.replace(/^0(?=\d)/, '')}`
}

/** The shortest form, for a chip: "8–16", "24/7", "7–21". */
export function calendarChip(calendar: Pick<WorkCalendar, 'weekly'>): string {
  const windows = order.flatMap((day) => calendar.weekly[day] ?? [])
  if (windows.length === 7 && windows.every(([open, close]) => open === '00:00' && close === '24:00'))
    return '24/7'
  const [first] = windows
  const short = (time: string) => time.replace(/^0(?=\d)/, '').replace(/:00$/, '')
  return first ? `${short(first[0])}–${short(first[1])}` : '–'
}

/** Granted time is exact: "4 h", "1 h 30 min", "0 h". */
export function granted(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return [(h > 0 || min === 0) && `${h}\u00a0h`, min > 0 && `${min}\u00a0min`].filter(Boolean).join('\u00a0')
}
