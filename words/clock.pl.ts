/**
 * Words of the clock: what an explanation of a deadline says. The engine gives kinds and
 * codes, these are their sentences for the ticket, the mails and the panel.
 */
import { duration, longDate, workingDays } from './format.ts'

type Granted = { minutes: number } | { businessDays: number }

const grantedText = (granted: Granted): string =>
  'minutes' in granted ? duration('pl', granted.minutes * 60) : workingDays('pl', granted.businessDays)

const targets: Record<string, string> = {
  reaction: 'reakcja',
  arrival: 'przyjazd',
  nextReply: 'odpowiedź',
  periodicUpdate: 'informacja o postępie co',
  workAround: 'obejście',
  resolution: 'realizacja',
}

export const clockPl = {
  targets: {
    reaction: 'Czas reakcji',
    arrival: 'Czas przyjazdu',
    nextReply: 'Czas odpowiedzi',
    periodicUpdate: 'Informacja o postępie',
    workAround: 'Czas obejścia',
    resolution: 'Czas realizacji',
  },
  targetsShort: {
    reaction: 'Reakcja',
    arrival: 'Przyjazd',
    nextReply: 'Odpowiedź',
    periodicUpdate: 'Informacja',
    workAround: 'Obejście',
    resolution: 'Realizacja',
  },
  states: {
    calm: 'spokojnie',
    watch: 'uwaga',
    urgent: 'pilne',
    overdue: 'po terminie',
    paused: 'wstrzymane',
    met: 'dotrzymane',
    missed: 'po terminie',
    void: 'bez oceny',
  },
  granted: (target: string, granted: Granted, calendar: string) =>
    `${targets[target] ?? target} ${grantedText(granted)}${calendar ? `, kalendarz „${calendar}”` : ''}`,
  of: (granted: Granted) => `z ${grantedText(granted)}`,
  kinds: { counted: 'liczone', closed: 'poza godzinami', paused: 'wstrzymane', left: 'zostało' },
  why: {
    outside_hours: () => 'poza godzinami',
    weekend: () => 'weekend',
    closure: ({ name }: { name?: string }) => name ?? 'dzień wolny firmy',
    holiday: ({ name }: { name?: string }) => name ?? 'święto',
    cut: () => 'przerwa',
    pause: ({ name }: { name?: string }) => name ?? 'wstrzymane',
  },
  holidays: {
    new_year: 'Nowy Rok',
    epiphany: 'Trzech Króli',
    maundy_thursday: 'Wielki Czwartek',
    good_friday: 'Wielki Piątek',
    easter_sunday: 'Wielkanoc',
    easter_monday: 'Poniedziałek Wielkanocny',
    labour_day: 'Święto Pracy',
    constitution_day: 'Święto Konstytucji 3 Maja',
    ascension: 'Wniebowstąpienie',
    pentecost: 'Zielone Świątki',
    whit_monday: 'poniedziałek Zielonych Świątek',
    corpus_christi: 'Boże Ciało',
    midsummer: 'święto przesilenia letniego',
    assumption: 'Wniebowzięcie',
    all_saints: 'Wszystkich Świętych',
    all_souls: 'Zaduszki',
    immaculate_conception: 'Niepokalane Poczęcie',
    independence_day: 'Święto Niepodległości',
    independence_centenary: 'stulecie niepodległości',
    national_day: 'święto narodowe',
    christmas_eve: 'Wigilia',
    christmas_day: 'Boże Narodzenie',
    second_christmas_day: 'drugi dzień świąt',
    new_years_eve: 'sylwester',
  },
  met: ({ used }: { used: number }) => `w ${duration('pl', used)}`,
  metBy: {
    taken_over: ({ by }: { by: string }) => `przejęcie: ${by}`,
    public_reply: ({ by }: { by: string }) => `odpowiedź: ${by}`,
    work_started: ({ by }: { by: string }) => `początek pracy: ${by}`,
    arrived: ({ by }: { by: string }) => `przyjazd: ${by}`,
    worked_around: ({ by }: { by: string }) => `obejście: ${by}`,
    resolved: ({ by }: { by: string }) => (by ? `zakończenie: ${by}` : 'zakończenie'),
  },
  gate: 'czeka w poczekalni',
  overdueBy: ({ seconds }: { seconds: number }) => `${duration('pl', seconds)} po terminie`,
  due: ({ at }: { at: string }) => `Termin ${at}.`,
  pausedFor: ({ seconds }: { seconds: number }) => `wstrzymane na ${duration('pl', seconds)}`,
  standsUntil: ({ at }: { at: string }) => `zegar stoi do ${at}`,
  matchedRow: ({ priority }: { priority: string }) => `priorytet ${priority}`,
  matchedCategory: ({ category }: { category: string }) => `kategoria ${category}`,
  matchedDevice: ({ deviceClass }: { deviceClass: string }) => `urządzenia: ${deviceClass}`,
  matchedSite: ({ site }: { site: string }) => `lokalizacja ${site}`,
  fallbackRow: 'wiersz dla wszystkich innych',
  calendar: ({ name }: { name: string }) => `Kalendarz „${name}”`,
  rounds: ({ met, all }: { met: number; all: number }) => `Wcześniej na czas: ${met} z ${all}.`,
  terms: ({ version, validFrom }: { version: number; validFrom: string }) =>
    version > 1
      ? `warunki w wersji ${version}, od ${longDate('pl', validFrom)}`
      : `warunki od ${longDate('pl', validFrom)}`,
  none: 'Bez umowy nie ma obiecanych terminów.',
  explain: 'Skąd ta godzina',
} as const
