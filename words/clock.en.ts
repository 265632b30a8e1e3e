import { duration, longDate, workingDays } from './format.ts'
import type { Words } from './words.ts'
import type { clockPl } from './clock.pl.ts'

type Granted = { minutes: number } | { businessDays: number }

const grantedText = (granted: Granted): string =>
  'minutes' in granted ? duration('en', granted.minutes * 60) : workingDays('en', granted.businessDays)

const targets: Record<string, string> = {
  reaction: 'reaction',
  arrival: 'arrival',
  nextReply: 'reply',
  periodicUpdate: 'progress report every',
  workAround: 'work-around',
  resolution: 'resolution',
}

export const clockEn: Words<typeof clockPl> = {
  targets: {
    reaction: 'Reaction time',
    arrival: 'Arrival time',
    nextReply: 'Reply time',
    periodicUpdate: 'Progress report',
    workAround: 'Work-around time',
    resolution: 'Resolution time',
  },
  targetsShort: {
    reaction: 'Reaction',
    arrival: 'Arrival',
    nextReply: 'Reply',
    periodicUpdate: 'Report',
    workAround: 'Work-around',
    resolution: 'Resolution',
  },
  states: {
    calm: 'calm',
    watch: 'watch',
    urgent: 'urgent',
    overdue: 'overdue',
    paused: 'on hold',
    met: 'met',
    missed: 'missed',
    void: 'no verdict',
  },
  granted: (target, granted, calendar) =>
    `${targets[target] ?? target} ${grantedText(granted)}${calendar ? `, calendar "${calendar}"` : ''}`,
  of: (granted) => `of ${grantedText(granted)}`,
  kinds: { counted: 'counted', closed: 'outside hours', paused: 'on hold', left: 'left' },
  why: {
    outside_hours: () => 'outside hours',
    weekend: () => 'weekend',
    closure: ({ name }) => name ?? 'company holiday',
    holiday: ({ name }) => name ?? 'public holiday',
    cut: () => 'break',
    pause: ({ name }) => name ?? 'on hold',
  },
  holidays: {
    new_year: "New Year's Day",
    epiphany: 'Epiphany',
    maundy_thursday: 'Maundy Thursday',
    good_friday: 'Good Friday',
    easter_sunday: 'Easter Sunday',
    easter_monday: 'Easter Monday',
    labour_day: 'Labour Day',
    constitution_day: 'Constitution Day',
    ascension: 'Ascension Day',
    pentecost: 'Pentecost',
    whit_monday: 'Whit Monday',
    corpus_christi: 'Corpus Christi',
    midsummer: 'Midsummer',
    assumption: 'Assumption Day',
    all_saints: "All Saints' Day",
    all_souls: "All Souls' Day",
    immaculate_conception: 'Immaculate Conception',
    independence_day: 'Independence Day',
    independence_centenary: 'centenary of independence',
    national_day: 'national day',
    christmas_eve: 'Christmas Eve',
    christmas_day: 'Christmas Day',
    second_christmas_day: 'second day of Christmas',
    new_years_eve: "New Year's Eve",
  },
  met: ({ used }) => `in ${duration('en', used)}`,
  metBy: {
    taken_over: ({ by }) => `taken over: ${by}`,
    public_reply: ({ by }) => `reply: ${by}`,
    work_started: ({ by }) => `work begun: ${by}`,
    arrived: ({ by }) => `arrival: ${by}`,
    worked_around: ({ by }) => `work-around: ${by}`,
    resolved: ({ by }) => (by ? `resolved: ${by}` : 'resolved'),
  },
  gate: 'waits at the gate',
  overdueBy: ({ seconds }) => `${duration('en', seconds)} overdue`,
  due: ({ at }) => `Due ${at}.`,
  pausedFor: ({ seconds }) => `on hold for ${duration('en', seconds)}`,
  standsUntil: ({ at }) => `the clock stands until ${at}`,
  matchedRow: ({ priority }) => `priority ${priority}`,
  matchedCategory: ({ category }) => `category ${category}`,
  matchedDevice: ({ deviceClass }) => `devices: ${deviceClass}`,
  matchedSite: ({ site }) => `site ${site}`,
  fallbackRow: 'the row for all others',
  calendar: ({ name }) => `Calendar "${name}"`,
  rounds: ({ met, all }) => `Earlier in time: ${met} of ${all}.`,
  terms: ({ version, validFrom }) =>
    version > 1
      ? `terms, version ${version}, from ${longDate('en', validFrom)}`
      : `terms from ${longDate('en', validFrom)}`,
  none: 'Without a contract no times are promised.',
  explain: 'Why this time',
}
