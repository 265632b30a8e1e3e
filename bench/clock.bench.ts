/**
 * The clock in numbers: deadlines per second of CPU, beside the libraries that people would
 * otherwise take; re-timing a company's open tickets after its calendar has changed; verdicts
 * of whole logs. Before anything is measured the twin must agree with the reference.
 */
import { deadlineMs } from '#engines/worktime/deadline.ts'
import { deadline } from '#engines/worktime/fast.ts'
import { polishHolidays } from '#engines/worktime/holidays.ts'
import { timingOf, verdictsOf } from '#engines/worktime/verdicts.ts'
import {
  askedDeadlines,
  hourMs,
  officeCalendar,
  termsOn,
  ticketLogs,
  yearStart,
  type Asked,
} from './clock-input.ts'
import { libraries } from './business-time.ts'
import { countRight, vectorsOfSla } from './business-time-vectors.ts'
import { cpuSeconds, middleSeconds, type Bench, type Figure } from './measure.ts'

export const bench: Bench = {
  name: 'the clock',
  async run() {
    const calendar = officeCalendar()
    const asked = askedDeadlines(1_000_000)
    const twin = agreeing(calendar, asked.slice(0, 5_000))
    const perSecond = asked.length / middleSeconds(5, () => answerAll(calendar, asked))
    return [
      ...twin,
      {
        what: 'deadlines per second of CPU, two pauses each',
        value: perSecond,
        unit: '/s',
        atLeast: 1_000_000,
      },
      ...libraryFigures(asked.slice(0, 1_500), perSecond),
      ...(await vectorFigures()),
      ...ticketFigures(),
    ]
  },
}

let sink = 0

function answerAll(calendar: ReturnType<typeof officeCalendar>, asked: readonly Asked[]): void {
  for (let i = 0; i < asked.length; i += 1) {
    const { start, grantedMs, pauses } = asked[i]!
    sink += deadline(calendar, start, grantedMs, pauses)!
  }
}

/** The same instants as the readable reference, and what an explanation costs when it is asked for. */
function agreeing(calendar: ReturnType<typeof officeCalendar>, asked: readonly Asked[]): Figure[] {
  const differing = asked.filter(
    ({ start, grantedMs, pauses }) =>
      deadline(calendar, start, grantedMs, pauses) !== deadlineMs({ start, grantedMs, calendar, pauses }).at,
  )
  const seconds = middleSeconds(3, () => {
    for (const { start, grantedMs, pauses } of asked)
      sink += deadlineMs({ start, grantedMs, calendar, pauses }).steps.length
  })
  return [
    {
      what: `of ${asked.length} deadlines the twin and the reference differ in`,
      value: differing.length,
      unit: 'cases',
      atMost: 0,
    },
    {
      what: 'a deadline with its whole explanation, on demand',
      value: (seconds / asked.length) * 1e6,
      unit: 'µs',
    },
  ]
}

/** They know no pauses: they are asked the same without, which is less work than ours. */
function libraryFigures(asked: readonly Asked[], ours: number): Figure[] {
  process.env['TZ'] = 'Europe/Warsaw'
  const calendar = officeCalendar()
  const holidays = [2025, 2026, 2027, 2028].flatMap((year) => polishHolidays(year).map(({ on }) => on))
  const closed = calendar.closures!.map(({ date }) => date)
  const expected = asked.map(({ start, grantedMs }) => deadline(calendar, start, grantedMs, []))
  return Object.entries(libraries).flatMap(([name, library]) => {
    const add = library.configure({ weekly: calendar.weekly, holidays: [...holidays, ...closed] }).due
    const got: (number | undefined)[] = []
    const seconds = cpuSeconds(() => {
      for (const { start, grantedMs } of asked) got.push(add(start, grantedMs / 60_000))
    })
    const right = got.filter((ms, i) => ms === expected[i]).length
    const perSecond = asked.length / seconds
    return [
      { what: `${name}: deadlines per second of CPU, without pauses`, value: perSecond, unit: '/s' },
      { what: `${name}: the same instants as ours`, value: (right / asked.length) * 100, unit: '%' },
      { what: `ours are faster than ${name} by`, value: ours / perSecond, unit: 'times', atLeast: 100 },
    ]
  })
}

async function vectorFigures(): Promise<Figure[]> {
  const vectors = vectorsOfSla()
  if (vectors.length === 0) return []
  const figures: Figure[] = []
  for (const name of ['ours', ...Object.keys(libraries)] as const) {
    const right = await countRight(name, vectors)
    figures.push({
      what: `${name}: neutral vectors answered right, of ${vectors.length}`,
      value: right,
      unit: 'vectors',
      ...(name === 'ours' && { atLeast: vectors.length }),
    })
  }
  return figures
}

function ticketFigures(): Figure[] {
  const now = yearStart + 400 * 24 * hourMs
  const open = ticketLogs(100_000, 6, false)
  const changed = termsOn(officeCalendar())
  timeAll(termsOn(officeCalendar()), open.slice(0, 20_000), now)
  const retiming = cpuSeconds(() => timeAll(changed, open, now))
  const over = ticketLogs(100_000, 20, true)
  const terms = termsOn(officeCalendar())
  const judging = middleSeconds(3, () => {
    for (const log of over) sink += verdictsOf({ terms, log, now }).judged.length
  })
  return [
    {
      what: '100,000 open tickets re-timed on a calendar never seen before',
      value: retiming,
      unit: 's of CPU',
      atMost: 1,
    },
    { what: 'verdicts of 100,000 logs of 20 events', value: judging, unit: 's of CPU', atMost: 2 },
  ]
}

function timeAll(terms: ReturnType<typeof termsOn>, logs: ReturnType<typeof ticketLogs>, now: number): void {
  for (const log of logs) sink += timingOf({ terms, log, now }).nextDueAt ?? 0
}
