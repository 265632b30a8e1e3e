/**
 * A deadline as a sentence with its reasons: "Zgłoszenie w piątek 20.11 o 16:30 → reakcja do
 * wtorku 24.11, 11:30, bo w piątek liczy się 30 min, sobota i niedziela są wolne, …". It is
 * read off the stretches of the engine alone, day by day.
 */
import { dateOf, duration, epochMs, list, nbsp, time, type When } from './format.ts'
import type { Lang } from './words.ts'

export type ReasonedStretch = {
  from: When
  to: When
  kind: 'counted' | 'closed' | 'paused'
  why?: { code: string; key?: string | undefined; name?: string | undefined; reason?: string | undefined }
}

/** One date on the way to a deadline. */
export type DayOnTheWay = {
  date: string
  countedSeconds: number
  counted: { from: number; to: number }[]
  /** Why nothing of it counts, when nothing does. */
  why?: ReasonedStretch['why']
}

export function daysOnTheWay(stretches: readonly ReasonedStretch[], zone: string): DayOnTheWay[] {
  const days = new Map<string, DayOnTheWay>()
  for (const piece of stretches.flatMap((stretch) => byDate(stretch, zone))) {
    const { date, from, to, kind, why } = piece
    const day = days.get(date) ?? { date, countedSeconds: 0, counted: [] }
    if (kind === 'counted') {
      day.countedSeconds += (to - from) / 1000
      day.counted.push({ from, to })
    } else if (why && (day.why === undefined || day.why.code === 'outside_hours')) day.why = why
    days.set(date, day)
  }
  return [...days.values()].map((day) => (day.countedSeconds > 0 ? { ...day, why: undefined } : day))
}

type Piece = { date: string; from: number; to: number } & Pick<ReasonedStretch, 'kind' | 'why'>

function byDate({ from, to, kind, why }: ReasonedStretch, zone: string): Piece[] {
  const pieces: Piece[] = []
  for (let at = epochMs(from), end = epochMs(to); at < end;) {
    const next = Math.min(end, midnightAfter(at, zone))
    pieces.push({ date: dateOf(at, zone), from: at, to: next, kind, ...(why && { why }) })
    at = next
  }
  return pieces
}

const hourMs = 3_600_000

/** The clock may change that day: the guess is mended by hours. */
function midnightAfter(ms: number, zone: string): number {
  const [hour = 0, minute = 0] = time('pl', ms, zone).split(':').map(Number)
  const seconds = Math.floor(ms / 1000) % 60
  let at = ms + ((24 - hour) * 60 - minute) * 60_000 - seconds * 1000 - (ms % 1000)
  const today = dateOf(ms, zone)
  while (dateOf(at - 1, zone) !== today) at -= hourMs
  while (dateOf(at, zone) === today) at += hourMs
  return at
}

export type HolidayNames = Readonly<Record<string, string>>
export type SentenceFacts = {
  start: When
  dueAt: When
  zone: string
  stretches: readonly ReasonedStretch[]
  /** "reakcja", "realizacja": what is due. */
  what: string
  holidays: HolidayNames
  /** The names of the contract's reasons. */
  reasons?: Readonly<Record<string, string>>
}

export function deadlineSentence(lang: Lang, facts: SentenceFacts): string {
  const { start, dueAt, zone, stretches, what } = facts
  const say = words[lang]
  const because = reasonsOf(lang, daysOnTheWay(stretches, zone), facts)
  const report = say.report(
    say.on[weekday(dateOf(start, zone))]!,
    dayMonth(lang, dateOf(start, zone)),
    time(lang, start, zone),
  )
  const due = say.due(
    what,
    say.by[weekday(dateOf(dueAt, zone))]!,
    dayMonth(lang, dateOf(dueAt, zone)),
    time(lang, dueAt, zone),
  )
  return nbsp(`${report} → ${due}${because.length > 0 ? `, ${say.because} ${because.join(', ')}` : ''}.`)
}

/** "we wtorek 24.11 o 11:30": the promise in one line. */
export function dueInWords(lang: Lang, dueAt: When, zone: string): string {
  const on = dateOf(dueAt, zone)
  return nbsp(words[lang].promise(words[lang].on[weekday(on)]!, dayMonth(lang, on), time(lang, dueAt, zone)))
}

const groupsShown = 6

function reasonsOf(lang: Lang, days: readonly DayOnTheWay[], facts: SentenceFacts): string[] {
  const groups: DayOnTheWay[][] = []
  for (const day of days) {
    const last = groups.at(-1)
    if (last && kindOf(last[0]!) === kindOf(day)) last.push(day)
    else groups.push([day])
  }
  const said = groups.map((group) => groupWords(lang, group, facts))
  return said.length > groupsShown ? [...said.slice(0, groupsShown - 1), '…'] : said
}

/** Days of one kind in a row are told together; a holiday and a closure stand alone. */
function kindOf({ countedSeconds, why, date }: DayOnTheWay): string {
  if (countedSeconds > 0) return 'counted'
  const alone = why?.code === 'holiday' || why?.code === 'closure'
  return alone ? `${why.code} ${date}` : (why?.code ?? 'closed')
}

function groupWords(lang: Lang, group: readonly DayOnTheWay[], { holidays, reasons }: SentenceFacts): string {
  const say = words[lang]
  const [first, last] = [group[0]!, group.at(-1)!]
  const { why } = first
  const on = say.on[weekday(first.date)]!
  if (first.countedSeconds > 0) {
    const sum = duration(
      lang,
      group.reduce((seconds, day) => seconds + day.countedSeconds, 0),
    )
    if (group.length < 3)
      return list(
        lang,
        group.map((day) => say.counted(say.on[weekday(day.date)]!, duration(lang, day.countedSeconds))),
      )
    return say.countedRun(say.from[weekday(first.date)]!, say.by[weekday(last.date)]!, sum)
  }
  if (why?.code === 'holiday') {
    const name = (why.key && holidays[why.key]) ?? say.holiday
    return say.named(on, dayMonth(lang, first.date), name)
  }
  if (why?.code === 'closure') return say.named(on, dayMonth(lang, first.date), why.name || say.closedDay)
  if (why?.code === 'pause') return say.paused(on, (why.reason && reasons?.[why.reason]) ?? '')
  return say.closed(
    list(
      lang,
      group.map((day) => say.names[weekday(day.date)]!),
    ),
    group.length > 1,
    why?.code === 'weekend',
  )
}

/** 0 is Monday. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

function dayMonth(lang: Lang, date: string): string {
  const [, month = '', day = ''] = date.split('-')
  if (lang === 'pl') return `${Number(day)}.${month}`
  return `${Number(day)} ${monthNames[Number(month) - 1]}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const words = {
  pl: {
    names: ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
    on: ['w poniedziałek', 'we wtorek', 'w środę', 'w czwartek', 'w piątek', 'w sobotę', 'w niedzielę'],
    by: ['poniedziałku', 'wtorku', 'środy', 'czwartku', 'piątku', 'soboty', 'niedzieli'],
    from: ['poniedziałku', 'wtorku', 'środy', 'czwartku', 'piątku', 'soboty', 'niedzieli'],
    because: 'bo',
    report: (on: string, day: string, at: string) => `Zgłoszenie ${on} ${day} o ${at}`,
    due: (what: string, by: string, day: string, at: string) => `${what} do ${by} ${day}, ${at}`,
    promise: (on: string, day: string, at: string) => `${on} ${day} o ${at}`,
    counted: (on: string, time: string) => `${on} liczy się ${time}`,
    countedRun: (from: string, to: string, time: string) => `od ${from} do ${to} liczy się ${time}`,
    named: (on: string, day: string, name: string) => `${on} ${day} jest ${name}`,
    holiday: 'święto',
    closedDay: 'zamknięte',
    paused: (on: string, name: string) => `${on} zegar stoi${name ? ` (${name})` : ''}`,
    closed: (names: string, isMany: boolean, isWeekend: boolean) =>
      isMany ? `${names} są wolne` : `${names} jest ${isWeekend ? 'wolna' : 'poza godzinami'}`,
  },
  en: {
    names: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    on: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday', 'on Sunday'],
    by: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    because: 'because',
    report: (on: string, day: string, at: string) => `A report ${on} ${day} at ${at}`,
    due: (what: string, by: string, day: string, at: string) => `${what} by ${by} ${day}, ${at}`,
    promise: (on: string, day: string, at: string) => `${on} ${day} at ${at}`,
    counted: (on: string, time: string) => `${time} count ${on}`,
    countedRun: (from: string, to: string, time: string) => `${time} count from ${from} to ${to}`,
    named: (on: string, day: string, name: string) => `${on} ${day} it is ${name}`,
    holiday: 'a public holiday',
    closedDay: 'closed',
    paused: (on: string, name: string) => `${on} the clock stands${name ? ` (${name})` : ''}`,
    closed: (names: string, isMany: boolean, _isWeekend: boolean) =>
      `${names} ${isMany ? 'are' : 'is'} outside hours`,
  },
}
