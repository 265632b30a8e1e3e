/** Words of reports: how promises were kept, who is going to miss what, and the rules of alarms. */
import { count, decimal, duration, durationInWords, nbsp } from './format.ts'

const tickets = { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' }
const targets = { one: 'termin', few: 'terminy', many: 'terminów' }

export const reportsPl = {
  nav: { compliance: 'Raport SLA', forecast: 'Zagrożone', alarms: 'Alarmy i kategorie' },
  compliance: {
    title: 'Raport SLA',
    document: 'Dotrzymanie terminów',
    period: 'Okres',
    from: 'Od miesiąca',
    to: 'do',
    by: 'Według',
    dimensions: {
      client: 'Klient',
      contract: 'Umowa',
      priority: 'Priorytet',
      category: 'Kategoria',
      technician: 'Osoba',
      month: 'Miesiąc',
    },
    none: {
      client: 'bez klienta',
      contract: 'bez umowy',
      priority: '–',
      category: 'bez kategorii',
      technician: 'nieprzypisane',
      month: '–',
    },
    target: 'Cel',
    allTargets: 'wszystkie cele',
    tickets: 'Zgłoszenia',
    met: 'Dotrzymane',
    missed: 'Po terminie',
    open: 'W toku',
    kept: 'Dotrzymano',
    median: 'Połowa w czasie do',
    worst: 'Najgorzej po terminie',
    total: 'Razem',
    promise: ({ kept }: { kept: string }) => `Dotrzymaliśmy ${kept} terminów.`,
    nothingJudged: 'W tym okresie nie było jeszcze czego oceniać.',
    nothingWhy: 'Raport liczy zgłoszenia z umową, w miesiącu, w którym przyszły.',
    chart: 'Dotrzymane i przekroczone miesiąc po miesiącu',
    chartTable: 'Te same liczby w tabeli',
    behind: ({ n }: { n: number }) => `Za tą liczbą: ${count('pl', n, targets)}`,
    close: 'Zamknij listę',
    verdicts: { met: 'dotrzymane', missed: 'po terminie', open: 'w toku' },
    due: 'Termin',
    done: 'Wykonane',
    reported: 'Zgłoszone',
    ticket: 'Zgłoszenie',
    used: 'Zużyty czas',
    over: 'Po terminie o',
    assignee: 'Osoba',
    howCounted:
      'Zgłoszenie liczy się w miesiącu przyjęcia, termin w toku po czasie jest przekroczony, wycofane i połączone nie liczą się wcale.',
    ticketsCount: (n: number) => count('pl', n, tickets),
    files: { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF' },
    download: 'Pobierz',
    creditOf: ({ units, each, over }: { units: number; each: string; over?: string | undefined }) =>
      [`${units} × ${each}`, over && `${over} po terminie`].filter(Boolean).join(', '),
    creditBelow: ({
      kept,
      threshold,
      each,
      units,
    }: {
      kept: string
      threshold: string
      each: string
      units: number
    }) => `dotrzymano ${kept}, próg ${threshold}: ${units} × ${each}`,
    cut: { ticket: 'limit na zgłoszenie', period: 'limit okresu', year: 'limit roku' } as Record<
      string,
      string
    >,
    cutBy: ({ cap, amount }: { cap: string; amount: string }) => `${cap}: −${amount}`,
    excluded: ({ name, because }: { name: string; because: string }) => `${name} pominięto: ${because}`,
    madeOn: ({ on }: { on: string }) => `sporządzono ${on}`,
    page: ({ at, of }: { at: string; of: string }) => `strona ${at} z ${of}`,
    since: ({ hours }: { hours: string }) => hours,
    used50: (seconds: number) => duration('pl', seconds),
  },
  forecast: {
    title: 'Zagrożone terminy',
    within: ({ hours }: { hours: number }) => `${hours} h`,
    withinLabel: 'W ciągu najbliższych godzin pracy',
    promise: ({ n, hours }: { n: number; hours: number }) =>
      n === 0
        ? nbsp(`Przez najbliższe ${hours} h pracy nic nie grozi.`)
        : nbsp(`Bez zmian przepadnie ${count('pl', n, targets)} w ciągu ${hours} h pracy.`),
    nothing: 'Wszystkie terminy się mieszczą.',
    nothingWhy: 'Policzyliśmy pracę, która została, i godziny osób, które ją mają.',
    late: ({ minutes }: { minutes: number }) => `spóźnienie ${duration('pl', minutes * 60)}`,
    why: ({ ahead, own, available }: { ahead: string; own: string; available: string }) =>
      `przed nim ${ahead}, samo ${own}, do terminu ${available} pracy`,
    whyNobody: 'nikt go nie ma',
    whyAnswer: ({ ahead, available }: { ahead: string; available: string }) =>
      `przed nim ${ahead}, do terminu ${available} pracy`,
    estimate: {
      person: 'podana przez osobę',
      categoryAndPriority: ({ n }: { n: number }) => `mediana ${n} zgłoszeń tej kategorii i priorytetu`,
      category: ({ n }: { n: number }) => `mediana ${n} zgłoszeń tej kategorii`,
      priority: ({ n }: { n: number }) => `mediana ${n} zgłoszeń tego priorytetu`,
      all: ({ n }: { n: number }) => `mediana ${n} zgłoszeń`,
      usual: 'zwykła godzina, brak historii',
    },
    effort: ({ left, estimate }: { left: string; estimate: string }) => `zostało ${left} pracy (${estimate})`,
    reassign: ({ to }: { to: string }) => `Przekaż: ${to}`,
    saves: ({ targets: n, minutes }: { targets: number; minutes: number }) =>
      n > 0
        ? `ratuje ${count('pl', n, targets)}, ${duration('pl', minutes * 60)}`
        : `skraca spóźnienia o ${duration('pl', minutes * 60)}`,
    stillLate: ({ minutes }: { minutes: number }) => `i tak ${duration('pl', minutes * 60)} po terminie`,
    noMove: 'Żadne przekazanie nie pomoże.',
    done: ({ name, to }: { name: string; to: string }) => `${name}: przekazane, ${to}.`,
    people: 'Obciążenie',
    load: ({ n, time }: { n: number; time: string }) => `${count('pl', n, tickets)}, ${time} pracy`,
    free: ({ time }: { time: string }) => `wolne dziś ${time}`,
    full: 'dziś pełny dzień',
    inWords: (seconds: number) => durationInWords('pl', seconds),
  },
  alarms: {
    title: 'Alarmy',
    intro: 'Kogo i kiedy powiadomić, zanim termin minie. Umowa może mieć własne ostrzeżenia.',
    ladder: 'Drabina alarmów',
    stepAt: ({ share }: { share: number }) => (share === 100 ? 'Przekroczenie' : `${share}% czasu`),
    stepAfter: ({ minutes }: { minutes: number }) => `${duration('pl', minutes * 60)} po przekroczeniu`,
    number: 'Po ilu',
    kind: 'Kiedy',
    kinds: { share: 'czasu minęło', breach: 'czyli przekroczenie', over: 'po przekroczeniu' },
    tell: 'Kogo',
    byMail: 'też e-mailem',
    onScreen: 'tylko na ekranie',
    roles: {
      assignee: 'kto ma zgłoszenie',
      accountManager: 'opiekun z umowy',
      deputy: 'zastępca z umowy',
      manager: 'kierownik',
      owner: 'właściciel',
    } as Record<string, string>,
    addStep: 'Dodaj stopień',
    removeStep: ({ step }: { step: string }) => `Usuń stopień: ${step}`,
    quiet: 'Godziny ciszy',
    quietOn: 'W godzinach ciszy maile czekają do rana',
    quietWhy: 'Na ekranie alarm jest od razu. Zegary całodobowe nie mają ciszy.',
    from: 'od',
    to: 'do',
    freeDays: 'cisza także w dni wolne',
    categories: 'Kategorie zgłoszeń',
    categoriesWhy: 'Po jednej w wierszu. Kategoria zmienia wiersz macierzy SLA, raport i prognozę.',
    save: 'Zapisz',
    saved: 'Zapisane.',
    readOnly: 'Alarmy zmienia właściciel albo kierownik.',
  },
  plan: {
    title: 'Planowanie',
    category: 'Kategoria',
    effort: 'Pracochłonność',
    effortHint: 'z historii podobnych',
    workAround: 'Jak klient może pracować do naprawy',
    workAroundHint: 'Klient przeczyta to w wiadomości; zgłoszenie zostaje otwarte.',
  },
  calendars: {
    older: ({ n }: { n: number }) =>
      `${count('pl', n, { one: 'umowa ma', few: 'umowy mają', many: 'umów ma' })} starszą wersję tego kalendarza.`,
    why: 'Umowy trzymają własne kopie, więc zmiana kalendarza sama niczego nie obiecuje. Aneks przeliczy otwarte zgłoszenia przyjęte od tego dnia.',
    validFrom: 'Aneks działa od',
    reason: 'Powód aneksu',
    reasonUsual: 'Zmiana kalendarza pracy',
    amend: (n: number) => `Aneksuj ${count('pl', n, { one: 'umowę', few: 'umowy', many: 'umów' })}`,
    amended: (n: number) => `Aneksy: ${decimal('pl', n)}. Terminy otwartych zgłoszeń liczą się od nowa.`,
    skipped: ({ number, why }: { number: string; why: string }) => `${number}: ${why}`,
    open: (n: number) => `${count('pl', n, tickets)} w toku`,
  },
} as const
