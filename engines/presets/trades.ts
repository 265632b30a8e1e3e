/**
 * Trade presets: what a company of a trade starts with. Four priorities with reaction and
 * resolution times, calendars, and a first price list; each is a starting value that the
 * company edits. Times are in minutes of the calendar, or in business days by end of day.
 */
import type { WorkCalendar } from '../worktime/calendar.ts'

export const trades = ['it', 'hvac', 'print', 'alarms', 'lifts', 'generic'] as const
export type Trade = (typeof trades)[number]
export const priorityKeys = ['critical', 'high', 'normal', 'low'] as const
export type PriorityKey = (typeof priorityKeys)[number]
export type CalendarKey = 'office' | 'early' | 'extended' | 'always'

export type LevelPreset = {
  priority: PriorityKey
  definition: string
  reactionMinutes: number
  resolutionMinutes?: number
  resolutionBusinessDays?: number
  calendar: CalendarKey
}

const weekdays = (open: string, close: string): WorkCalendar['weekly'] => {
  const day: [string, string][] = [[open, close]]
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
}

export const calendarPresets: Record<CalendarKey, { name: string; calendar: WorkCalendar }> = {
  office: {
    name: 'Dni robocze 8–16',
    calendar: { timezone: 'Europe/Warsaw', weekly: weekdays('08:00', '16:00'), publicHolidays: 'PL' },
  },
  early: {
    name: 'Dni robocze 7–17',
    calendar: { timezone: 'Europe/Warsaw', weekly: weekdays('07:00', '17:00'), publicHolidays: 'PL' },
  },
  extended: {
    name: 'Poniedziałek–sobota',
    calendar: {
      timezone: 'Europe/Warsaw',
      weekly: { ...weekdays('07:00', '21:00'), sat: [['08:00', '16:00']] },
      publicHolidays: 'PL',
    },
  },
  always: {
    name: 'Całą dobę (24/7)',
    calendar: {
      timezone: 'Europe/Warsaw',
      weekly: { ...weekdays('00:00', '24:00'), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] },
      publicHolidays: 'none',
    },
  },
}

const hours = (n: number): number => n * 60

export const levelPresets: Record<Trade, LevelPreset[]> = {
  it: [
    {
      priority: 'critical',
      definition:
        'stoi praca całej firmy lub oddziału: serwer, sieć, poczta, sprzedaż; także podejrzenie ataku',
      reactionMinutes: 30,
      resolutionMinutes: hours(12),
      calendar: 'always',
    },
    {
      priority: 'high',
      definition: 'stoi dział lub kluczowy program kilku osób',
      reactionMinutes: hours(2),
      resolutionBusinessDays: 2,
      calendar: 'early',
    },
    {
      priority: 'normal',
      definition: 'kłopot jednej osoby, jest obejście',
      reactionMinutes: hours(4),
      resolutionBusinessDays: 3,
      calendar: 'office',
    },
    {
      priority: 'low',
      definition: 'nowe konto, instalacja, porada, wycena',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 5,
      calendar: 'office',
    },
  ],
  hvac: [
    {
      priority: 'critical',
      definition: 'zagrożony towar lub serwerownia, wyciek czynnika, zagrożenie dla ludzi',
      reactionMinutes: 30,
      resolutionMinutes: hours(24),
      calendar: 'always',
    },
    {
      priority: 'high',
      definition: 'brak chłodzenia lub ogrzewania całej strefy',
      reactionMinutes: hours(2),
      resolutionBusinessDays: 3,
      calendar: 'early',
    },
    {
      priority: 'normal',
      definition: 'jedno pomieszczenie, hałas, skropliny pod kontrolą',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 7,
      calendar: 'early',
    },
    {
      priority: 'low',
      definition: 'przegląd lub zlecenie planowe',
      reactionMinutes: hours(16),
      resolutionBusinessDays: 10,
      calendar: 'office',
    },
  ],
  print: [
    {
      priority: 'critical',
      definition: 'stoi druk całej firmy lub wysyłka',
      reactionMinutes: hours(1),
      resolutionMinutes: hours(8),
      calendar: 'early',
    },
    {
      priority: 'high',
      definition: 'nie drukuje urządzenie działu, brak urządzenia zastępczego',
      reactionMinutes: hours(2),
      resolutionBusinessDays: 2,
      calendar: 'early',
    },
    {
      priority: 'normal',
      definition: 'druk z wadami albo jest drugie urządzenie',
      reactionMinutes: hours(4),
      resolutionBusinessDays: 3,
      calendar: 'office',
    },
    {
      priority: 'low',
      definition: 'materiały, ustawienia, pytania',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 5,
      calendar: 'office',
    },
  ],
  alarms: [
    {
      priority: 'critical',
      definition: 'obiekt bez ochrony lub fałszywe alarmy bez przerwy',
      reactionMinutes: 30,
      resolutionMinutes: hours(12),
      calendar: 'always',
    },
    {
      priority: 'high',
      definition: 'część systemu nie działa',
      reactionMinutes: hours(2),
      resolutionBusinessDays: 2,
      calendar: 'early',
    },
    {
      priority: 'normal',
      definition: 'usterka bez wpływu na ochronę',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 5,
      calendar: 'office',
    },
    {
      priority: 'low',
      definition: 'zmiana kodów, odczyt nagrań, wycena',
      reactionMinutes: hours(16),
      resolutionBusinessDays: 10,
      calendar: 'office',
    },
  ],
  lifts: [
    {
      priority: 'critical',
      definition: 'osoby uwięzione w kabinie lub zagrożenie dla ludzi',
      reactionMinutes: 15,
      resolutionMinutes: hours(8),
      calendar: 'always',
    },
    {
      priority: 'high',
      definition: 'dźwig stoi, drugiego nie ma',
      reactionMinutes: hours(1),
      resolutionMinutes: hours(24),
      calendar: 'always',
    },
    {
      priority: 'normal',
      definition: 'dźwig działa z usterką albo jest drugi',
      reactionMinutes: hours(4),
      resolutionBusinessDays: 3,
      calendar: 'early',
    },
    {
      priority: 'low',
      definition: 'oświetlenie, informacja, zlecenie',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 10,
      calendar: 'office',
    },
  ],
  generic: [
    {
      priority: 'critical',
      definition: 'zagrożenie dla ludzi lub mienia albo przestój całej firmy klienta',
      reactionMinutes: hours(1),
      resolutionMinutes: hours(24),
      calendar: 'always',
    },
    {
      priority: 'high',
      definition: 'ważna funkcja nie działa, nie ma obejścia',
      reactionMinutes: hours(4),
      resolutionBusinessDays: 4,
      calendar: 'early',
    },
    {
      priority: 'normal',
      definition: 'działa z ograniczeniem albo jest obejście',
      reactionMinutes: hours(8),
      resolutionBusinessDays: 7,
      calendar: 'office',
    },
    {
      priority: 'low',
      definition: 'informacja, wycena, drobna zmiana',
      reactionMinutes: hours(16),
      resolutionBusinessDays: 10,
      calendar: 'office',
    },
  ],
}
