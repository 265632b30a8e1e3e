/** Words of the desk room: tickets, conversations and work. */
import { count, duration, money, nbsp } from './format.ts'

type Ticket = { name: string; subject: string }
type Resumed = { minutes: number | string; endedAt?: string; lateMinutes?: string }
type Credited = { by: string; amountGrosze: string; reason: string }
/** Facts of the log come as text. */
const paused = (minutes: number | string): string =>
  Number(minutes) === 0 ? nbsp('0 min') : duration('pl', Number(minutes) * 60)
type Promised = {
  priority: string
  reactBy?: string
  resolveBy?: string
  why?: string
  who: string
  link?: string
}
type Warned = { target: string; dueAt: string; isLate: boolean; link: string }
type Gate = { reason: string; isKnown: boolean; supervisors: string; phone: string }

/** Who was asked instead, when the report goes beyond what its reporter may ask for. */
const overLimit = (why: string, { supervisors }: Gate): string =>
  `${why}, dlatego potrzebujemy potwierdzenia. ${supervisors ? `Poprosiliśmy o nie: ${supervisors}.` : 'Poprosiliśmy o nie osobę uprawnioną.'}`

const gateSentences: Record<string, (gate: Gate) => string> = {
  unknown_sender: () =>
    'Tego adresu nie ma jeszcze wśród osób, które mogą do nas zgłaszać. Opiekun sprawdzi, kto pisze, i odpowie.',
  address_of_two_clients: () =>
    'Z tego adresu mogą pisać osoby z dwóch firm. Opiekun wybierze, której sprawa dotyczy.',
  sender_not_confirmed: () =>
    'Na adres osoby zgłaszającej wysłaliśmy odsyłacz do potwierdzenia. Po potwierdzeniu zajmiemy się sprawą od razu.',
  reporter_not_named: ({ isKnown, supervisors }) =>
    `Nie ma Pani/Pana na liście osób uprawnionych do zgłoszeń, dlatego przed rozpoczęciem pracy potrzebujemy potwierdzenia. ${
      isKnown && supervisors ? `Poprosiliśmy o nie: ${supervisors}.` : 'Poprosiliśmy o nie osobę uprawnioną.'
    }`,
  limit_site: (gate) => overLimit('Ta lokalizacja wykracza poza Pani/Pana uprawnienia do zgłoszeń', gate),
  limit_category: (gate) => overLimit('Ta kategoria wykracza poza Pani/Pana uprawnienia do zgłoszeń', gate),
  limit_priority: (gate) => overLimit('Ten priorytet wykracza poza Pani/Pana uprawnienia do zgłoszeń', gate),
  limit_amount: (gate) => overLimit('Koszt tego zgłoszenia przekracza Pani/Pana limit', gate),
}

const lateMail = 'Ta wiadomość jest spóźniona: program był w tym czasie wyłączony.'

/** At the very moment of the deadline nothing has passed yet. */
const lateBy = (over: string): string => (over.startsWith('0') ? '' : `, ${over} temu`)

export const deskPl = {
  states: {
    held: 'w poczekalni',
    received: 'przyjęte',
    inWork: 'w trakcie',
    waiting: 'wstrzymane',
    resolved: 'zakończone',
    closed: 'zamknięte',
    cancelled: 'wycofane',
    merged: 'połączone',
    refused: 'nieprzyjęte',
  },
  reasons: {
    atGate: 'w poczekalni',
    firstReply: 'pierwsza odpowiedź',
    awaitsUs: 'czeka na nas',
    inWork: 'w trakcie',
    waiting: 'wstrzymane',
    toClose: 'do zamknięcia',
    done: 'zakończone',
  },
  pauseReasons: {
    waitingForClient: 'czeka na klienta',
    noAccess: 'brak dostępu',
    partsOrdered: 'czeka na część',
    thirdParty: 'czeka na inną firmę',
  },
  gateReasons: {
    unknown_sender: 'nieznany nadawca',
    address_of_two_clients: 'adres dwóch klientów',
    sender_not_confirmed: 'nadawca niepotwierdzony',
    reporter_not_named: 'spoza listy zgłaszających',
    limit_site: 'lokalizacja poza uprawnieniami',
    limit_category: 'kategoria poza uprawnieniami',
    limit_priority: 'priorytet poza uprawnieniami',
    limit_amount: 'koszt ponad limit',
  },
  marks: {
    no_client: 'bez klienta',
    no_contract: 'bez umowy',
    several_contracts: 'pasuje kilka umów',
    reporter_not_named: 'zgłaszający spoza listy',
    above_limit: 'ponad uprawnieniami zgłaszającego',
  },
  sources: { form: 'formularz', panel: 'panel', email: 'e-mail', manual: 'telefon', api: 'API' },
  notCounted: { ourFault: 'nasza wina', warranty: 'gwarancja' },
  places: { remote: 'zdalnie', onSite: 'u klienta' },
  /** The log as one-line facts between the messages. */
  log: {
    reported: 'Zgłoszono.',
    held: 'Zgłoszenie czeka w poczekalni.',
    admitted: ({ by }: { by: string }) => `${by}: dopuszczono.`,
    confirmed: ({ by }: { by: string }) => `${by}: potwierdzono, że to własne zgłoszenie.`,
    refused: ({ by, reason }: { by: string; reason: string }) => `${by}: nie przyjęto. ${reason}`,
    linked: ({ by, client }: { by: string; client: string }) => `${by}: przypisano do klienta ${client}.`,
    taken_over: ({ by }: { by: string }) => `${by}: przejęcie zgłoszenia.`,
    delegated: ({ by, to }: { by: string; to: string }) => `${by}: przekazano do ${to}.`,
    public_reply: ({ by }: { by: string }) => `${by}: odpowiedź.`,
    client_message: ({ by }: { by: string }) => `${by}: wiadomość.`,
    work_started: ({ by }: { by: string }) => `${by}: praca rozpoczęta.`,
    work_removed: ({ by }: { by: string }) => `${by}: usunięto wpis pracy.`,
    priority_changed: ({ by, to }: { by: string; to: string }) => `${by}: priorytet ${to}.`,
    category_changed: ({ by, to }: { by: string; to: string }) => `${by}: kategoria ${to}.`,
    reclassified: ({ by, about }: { by: string; about: string }) => `${by}: dotyczy: ${about}.`,
    contract_matched: ({ number }: { number: string }) =>
      number ? `Pasuje teraz umowa ${number}.` : 'Żadna umowa już tego nie obejmuje.',
    contract_chosen: ({ by, number }: { by: string; number: string }) => `${by}: umowa ${number}.`,
    paused: ({ by, reason, until }: { by: string; reason: string; until?: string }) =>
      `${by}: zegar wstrzymany${until ? ` do ${until}` : ''}, ${reason}.`,
    arrived: ({ by }: { by: string }) => `${by}: na miejscu u klienta.`,
    worked_around: ({ by }: { by: string }) => `${by}: obejście podane, klient może pracować.`,
    estimated: ({ by, to }: { by: string; to: string }) =>
      to ? `${by}: pracochłonność ${duration('pl', Number(to) * 60)}.` : `${by}: pracochłonność z historii.`,
    retimed: ({ version }: { version: string }) =>
      `Warunki umowy się zmieniły (wersja ${version}), terminy policzono od nowa.`,
    credit_excluded: ({ by, reason }: { by: string; reason: string }) =>
      `${by}: bez bonifikaty za to zgłoszenie. ${reason}`,
    credit_included: ({ by }: { by: string }) => `${by}: zgłoszenie liczy się do bonifikat.`,
    credit_confirmed: ({ by, amountGrosze, reason }: Credited) =>
      `${by}: bonifikata ${money('pl', Number(amountGrosze))} zatwierdzona. ${reason}`,
    credit_declined: ({ by, reason }: Credited) => `${by}: bonifikata odrzucona. ${reason}`,
    credit_withdrawn: ({ by, reason }: Credited) => `${by}: decyzja o bonifikacie cofnięta. ${reason}`,
    resumed: ({ minutes, endedAt, lateMinutes }: Resumed) =>
      `Zegar ruszył${endedAt ? ' sam, o umówionej porze,' : ''} po ${paused(minutes)}.${lateMinutes ? ` Program zauważył to ${paused(lateMinutes)} później; czas liczy się od umówionej pory.` : ''}`,
    resolved: ({ by }: { by: string }) => `${by}: zakończono.`,
    reopened: ({ by }: { by: string }) => `${by}: wznowiono.`,
    closed: ({ by }: { by: string }) => (by ? `${by}: zamknięto.` : 'Zamknięto, bo nie było uwag.'),
    cancelled: ({ by, reason }: { by: string; reason: string }) => `${by}: wycofano. ${reason}`,
    merged: ({ into }: { into: string }) => `Połączono z ${into}.`,
    absorbed: ({ from }: { from: string }) => `Dołączono ${from}.`,
    not_counted: ({ by, because }: { by: string; because: string }) =>
      `${by}: nie liczy się do pakietu, ${because}.`,
    counted_again: ({ by }: { by: string }) => `${by}: liczy się do pakietu.`,
  },
  /** What was said anew of a ticket, after "dotyczy:". */
  aboutChanged: {
    site: (name: string) => (name ? `lokalizacja ${name}` : 'bez lokalizacji'),
    device: (name: string) => (name ? `urządzenia: ${name}` : 'bez rodzaju urządzenia'),
    category: (name: string) => (name ? `kategoria ${name}` : 'bez kategorii'),
    scale: 'wpływ i pilność',
    other: 'inne urządzenie',
  },
  notices: {
    ticket_reported: ({ name, subject }: Ticket) => `Nowe zgłoszenie ${name}: ${subject}`,
    ticket_at_gate: ({ name, subject }: Ticket) => `${name} czeka w poczekalni: ${subject}`,
    ticket_delegated: ({ name, subject }: Ticket) => `Przekazano Ci ${name}: ${subject}`,
    ticket_reopened: ({ name, subject }: Ticket) => `Klient wrócił do ${name}: ${subject}`,
    client_wrote: ({ name, subject }: Ticket) =>
      name ? `Wiadomość w ${name}: ${subject}` : `Nowa wiadomość: ${subject}`,
    clock_warning: ({ name, subject }: Ticket) => `${name} zbliża się do terminu: ${subject}`,
    clock_breach: ({ name, subject }: Ticket) => `${name} po terminie: ${subject}`,
    package_low: ({ name, subject }: Ticket) => `Pakiet klienta ${name}: ${subject}`,
  },
  mails: {
    hello: 'Dzień dobry,',
    footer: ({ company, phone, link }: { company: string; phone: string; link: string }) =>
      [company, phone, link].filter(Boolean).join(' · '),
    received: ({ name, subject }: Ticket, { priority, reactBy, resolveBy, why, who, link }: Promised) => ({
      subject: `[${name}] Przyjęliśmy zgłoszenie: ${subject}`,
      lines: [
        `przyjęliśmy zgłoszenie ${name}. Zajmie się nim ${who}.`,
        [
          `Priorytet: ${priority}`,
          reactBy && `Odpowiemy najpóźniej: ${reactBy}`,
          resolveBy && `Zakończymy najpóźniej: ${resolveBy}`,
          why && `Dlaczego te terminy: ${why}`,
        ]
          .filter(Boolean)
          .join('\n'),
        [link && `Przebieg na żywo i rozmowa: ${link}`, 'Można też po prostu odpisać na tę wiadomość.']
          .filter(Boolean)
          .join('\n'),
      ],
    }),
    atGate: ({ name, subject }: Ticket, gate: Gate) => ({
      subject:
        gate.reason === 'reporter_not_named' || gate.reason.startsWith('limit_')
          ? `[${name}] Potrzebna jest zgoda osoby uprawnionej`
          : `[${name}] Mamy Państwa wiadomość: ${subject}`,
      lines: [
        `otrzymaliśmy wiadomość „${subject}”. ${gateSentences[gate.reason]!(gate)}`,
        'Nic nie zginęło. Termin obiecamy w osobnej wiadomości.',
        gate.phone ? `Jeżeli zagrożeni są ludzie lub mienie, prosimy zadzwonić: ${gate.phone}.` : '',
      ],
    }),
    confirmReport: ({ name, subject }: Ticket, { company, link }: { company: string; link: string }) => ({
      subject: `[${name}] Prosimy potwierdzić zgłoszenie: ${subject}`,
      lines: [
        `w formularzu firmy ${company} ktoś podał ten adres i zgłosił: „${subject}”. Prosimy potwierdzić, że to Państwo:`,
        link,
        'Zgłoszenie czeka; jego treść jest zachowana. Jeżeli to nie Państwo, prosimy zignorować tę wiadomość.',
      ],
    }),
    askSupervisor: ({ name, subject }: Ticket, { reporter, link }: { reporter: string; link: string }) => ({
      subject: `[${name}] Czy przyjąć zgłoszenie: ${subject}?`,
      lines: [
        `nowe zgłoszenie od osoby spoza listy: ${reporter}, temat: „${subject}”. Czy je przyjąć?`,
        link,
      ],
    }),
    refused: ({ name, subject }: Ticket, { reason }: { reason: string }) => ({
      subject: `[${name}] Nie przyjęliśmy zgłoszenia: ${subject}`,
      lines: [
        `zgłoszenia „${subject}” nie przyjęto do realizacji.`,
        reason,
        'Treść wiadomości jest zachowana. W razie pytań prosimy odpisać.',
      ],
    }),
    reply: ({ name, subject }: Ticket) => ({ subject: `[${name}] ${subject}` }),
    waiting: (
      { name }: Ticket,
      { sentence, since, reason, left }: { sentence: string; since: string; reason: string; left?: string },
    ) => ({
      subject: `[${name}] Czekamy na Państwa odpowiedź`,
      lines: [
        `aby przejść dalej, potrzebujemy: ${sentence}`,
        `Od ${since} czas tego zgłoszenia jest wstrzymany (przyczyna: ${reason}).${left ? ` Gdy otrzymamy odpowiedź, ruszy dalej i pozostanie ${left}.` : ''}`,
        'Wystarczy odpisać na tę wiadomość.',
      ],
    }),
    resolved: (
      { name, subject }: Ticket,
      {
        text,
        promised,
        finished,
        kept,
        link,
        closesOn,
      }: {
        text: string
        promised?: string
        finished: string
        kept?: boolean
        link?: string
        closesOn?: string
      },
    ) => ({
      subject: `[${name}] Zakończyliśmy: ${subject}`,
      lines: [
        `zakończyliśmy pracę nad zgłoszeniem ${name}.`,
        [
          `Co zrobiliśmy: ${text}`,
          promised &&
            `Termin: ${kept ? 'dotrzymany' : 'przekroczony'} (obiecany ${promised}, zakończone ${finished})`,
        ]
          .filter(Boolean)
          .join('\n'),
        [
          link && `Przebieg: ${link}`,
          'Jeżeli coś jeszcze nie działa, wystarczy odpisać na tę wiadomość: zgłoszenie zostanie wznowione.',
          closesOn && `Jeżeli nie otrzymamy uwag do ${closesOn}, uznamy sprawę za zakończoną.`,
        ]
          .filter(Boolean)
          .join('\n'),
      ],
    }),
    message: ({ subject }: { subject: string }) => ({ subject }),
    assigned: (
      { name, subject }: Ticket,
      {
        client,
        priority,
        reactBy,
        link,
      }: { client: string; priority: string; reactBy?: string; link: string },
    ) => ({
      subject: `[${name}] Nowe zgłoszenie: ${subject}`,
      lines: [
        [`Klient: ${client || 'nieznany'}`, `Priorytet: ${priority}`, reactBy && `Reakcja do: ${reactBy}`]
          .filter(Boolean)
          .join('\n'),
        link,
      ],
    }),
    delegated: (
      { name, subject }: Ticket,
      { by, note, link }: { by: string; note: string; link: string },
    ) => ({
      subject: `[${name}] Przekazane Tobie: ${subject}`,
      lines: [`${by} przekazuje Ci zgłoszenie ${name}.${note ? ` Notatka: ${note}` : ''}`, link],
    }),
    warning: (
      { name, subject }: Ticket,
      { target, dueAt, left, isLate, link }: Warned & { left: string },
    ) => ({
      subject: `[${name}] ${target} do ${dueAt}: ${subject}`,
      lines: [`${target}: zostało ${left}. Termin: ${dueAt}.`, isLate ? lateMail : '', link],
    }),
    breach: (
      { name, subject }: Ticket,
      { target, dueAt, over, isLate, link }: Warned & { over: string },
    ) => ({
      subject: `[${name}] Po terminie: ${subject}`,
      lines: [`${target}: termin minął ${dueAt}${lateBy(over)}.`, isLate ? lateMail : '', link],
    }),
  },
  nav: { tickets: 'Zgłoszenia' },
  queue: {
    views: 'Widoki zgłoszeń',
    todo: 'Do zrobienia',
    done: 'Zakończone',
    filter: 'Filtr terminów',
    overdue: 'po terminie',
    hour: 'do godziny',
    today: 'dziś',
    all: 'wszystkie',
    search: 'Szukaj w zgłoszeniach',
    filters: 'Filtry',
    anyPriority: 'każdy priorytet',
    anyone: 'każda osoba',
    anyClient: 'każdy klient',
    priority: 'Priorytet',
    assignee: 'Opiekun',
    client: 'Klient',
    chosenDeadlines: (n: number) => count('pl', n, { one: 'termin', few: 'terminy', many: 'terminów' }),
    dropFilter: (name: string) => `Usuń filtr: ${name}`,
    groups: {
      gate: 'Poczekalnia',
      mine: 'Moje',
      unassigned: 'Nieprzypisane',
      team: 'Zespół',
      paused: 'Wstrzymane',
      done: 'Zakończone',
    },
    arrived: (n: number) => count('pl', n, { one: 'nowe', few: 'nowe', many: 'nowych' }),
    showArrived: (n: number) =>
      `Pokaż ${count('pl', n, { one: 'nowe zgłoszenie', few: 'nowe zgłoszenia', many: 'nowych zgłoszeń' })}`,
    preview: 'Podgląd zgłoszenia',
    open: 'otwórz',
    nobody: 'bez klienta',
    empty: 'Nikt na nic nie czeka.',
    emptyWhy: 'Nowe zgłoszenia z formularza, panelu, poczty i telefonu pojawią się tutaj same.',
    emptyDone: 'Nic jeszcze nie zostało zakończone.',
    site: 'Lokalizacja',
    device: 'Urządzenie',
    noMatch: 'Żadne zgłoszenie nie pasuje do filtra.',
    noClock: 'bez terminu',
    due: 'Termin',
    keys: { assign: 'przydziel', pause: 'wstrzymaj', timer: 'stoper', finish: 'zakończ' },
  },
  ticket: {
    side: 'Zegary, umowa, czas pracy',
    conversation: 'Rozmowa',
    position: (at: number, all: number) => `${at} z ${all}`,
    previous: 'Poprzednie zgłoszenie',
    next: 'Następne zgłoszenie',
    reportedBy: {
      form: ({ who }: { who: string }) => `z formularza, ${who}`,
      panel: ({ who }: { who: string }) => `z panelu, ${who}`,
      email: ({ who }: { who: string }) => `e-mailem, ${who}`,
      manual: ({ who }: { who: string }) => `przyjęte od: ${who}`,
      api: ({ who }: { who: string }) => `przez API, ${who}`,
    },
    somebody: 'osoba nieznana',
    clocksBegan: (clocks: string) => `Zegary ruszyły: ${clocks}`,
    follows: 'ciąg dalszy',
    followedBy: 'dalej w',
    mergedInto: 'połączone z',
    absorbed: 'dołączone',
    actions: 'Działania',
    moreActions: 'Wszystkie działania na zgłoszeniu',
    atGateTitle: 'To zgłoszenie czeka na decyzję.',
    atGateWhy: ({ reason }: { reason: string }) =>
      `Powód: ${reason}. Nadawca dostał odpowiedź, że sprawdzamy; terminy obiecamy po dopuszczeniu.`,
    noClient: 'Zgłoszenie nie ma jeszcze klienta.',
    calendar: ({ name }: { name: string }) => `Kalendarz „${name}”`,
    attention: {
      no_client: 'Nie wiadomo, czyje to zgłoszenie. Bez klienta nie ma umowy ani terminów.',
      no_contract: 'Klient nie miał umowy w chwili zgłoszenia, więc nic nie zostało obiecane.',
      several_contracts: 'Pasuje kilka umów. Na razie biegnie zegar najsurowszej.',
      reporter_not_named: 'Zgłosiła osoba spoza listy uprawnionych w umowie.',
      above_limit: 'Zgłoszenie wykracza poza to, co zgłaszającemu wolno według umowy.',
    },
  },
  composer: {
    to: ({ name, ways }: { name: string; ways: { email: boolean; panel: boolean } }) =>
      `do: ${name}, ${[ways.email && 'e-mail', ways.panel && 'panel'].filter(Boolean).join(' i ')}`,
    toNobody: 'nie ma dokąd wysłać: brak adresu',
    toTeam: 'tylko dla zespołu',
    placeholderReply: ({ name }: { name: string }) =>
      name ? `Napisz odpowiedź: ${name}` : 'Napisz odpowiedź',
    placeholderNote: 'Notatka dla zespołu',
    after: 'Po wysłaniu',
    afterChoices: { stay: 'bez zmian', waiting: 'czeka na klienta', resolve: 'zakończ' },
    uploading: 'wysyłam plik',
    sent: 'Wysłano.',
    noteKept: 'Notatka zapisana.',
    sentAndWaiting: 'Wysłano. Zegar stoi do odpowiedzi klienta.',
    sentAndResolved: 'Wysłano, zgłoszenie zakończone.',
  },
  deeds: {
    admit: 'Dopuść',
    refuse: 'Nie przyjmuj',
    link: 'Przypisz do klienta',
    takeOver: 'Przejmij',
    delegate: 'Przekaż',
    changePriority: 'Zmień priorytet',
    changeAbout: 'Zmień, czego dotyczy',
    pause: 'Wstrzymaj zegar',
    resume: 'Wznów zegar',
    reply: 'Odpowiedz',
    note: 'Notatka',
    logWork: 'Wpisz pracę',
    resolve: 'Zakończ',
    reopen: 'Wznów zgłoszenie',
    close: 'Zamknij',
    cancel: 'Wycofaj',
    merge: 'Połącz z innym',
    judge: 'Nie licz do pakietu',
    judgeAgain: 'Rozliczenie: licz albo nie',
    arrive: 'Jestem na miejscu',
    workAround: 'Podaj obejście',
    chooseContract: 'Wybierz umowę',
  },
  done: {
    admit: 'Dopuszczone, nadawca dostał terminy.',
    refuse: 'Nieprzyjęte, nadawca dostał powód.',
    link: 'Przypisane do klienta.',
    takeOver: 'Zgłoszenie jest Twoje.',
    delegate: ({ to }: { to: string }) => `Przekazane: ${to}.`,
    changePriority: ({ to }: { to: string }) => `Priorytet: ${to}.`,
    changeAbout: 'Zapisane, zegary policzone od nowa.',
    pause: 'Zegar stoi.',
    resume: 'Zegar idzie dalej.',
    resolve: 'Zakończone, klient dostał wiadomość.',
    reopen: 'Zgłoszenie jest znów w trakcie.',
    close: 'Zamknięte.',
    cancel: 'Wycofane.',
    merge: ({ into }: { into: string }) => `Połączone z ${into}.`,
    judge: 'Nie liczy się do pakietu.',
    countAgain: 'Liczy się do pakietu.',
    arrive: 'Przyjazd zapisany.',
    workAround: 'Obejście wysłane do klienta.',
    chooseContract: 'Umowa wybrana, zegary policzone od nowa.',
  },
  dialogs: {
    reason: 'Powód',
    reasonToClient: 'Powód, który przeczyta nadawca',
    delegateTo: 'Komu',
    noteForPerson: 'Notatka dla tej osoby',
    noteHint: 'Klient jej nie widzi.',
    pauseBecause: 'Na co czekamy',
    sentence: 'Czego potrzebujemy od klienta',
    sentenceHint: 'Pójdzie do klienta jako pytanie. Jego odpowiedź ruszy zegar.',
    pauseUntil: 'Czekamy do',
    pauseUntilHint: 'Wtedy zegar ruszy sam. Puste: aż ktoś go wznowi.',
    pauseStops: { reaction: 'stoi czas reakcji', resolution: 'stoi czas realizacji' },
    resolution: 'Co zrobiliśmy',
    resolutionHint: 'Klient przeczyta to w wiadomości o zakończeniu.',
    mergeInto: 'Zgłoszenie, które zostaje',
    mergeHint: 'Rozmowa i praca przejdą do tamtego zgłoszenia; to się nie policzy.',
    findTicket: 'Numer albo temat',
    findClient: 'Nazwa, NIP albo miejscowość',
    client: 'Klient',
    contact: 'Osoba',
    nobodyYet: 'nikt z listy',
    verdict: 'Rozliczenie tego zgłoszenia',
    counted: 'liczy się do pakietu',
    contract: 'Umowa',
    nothingFound: 'Nic nie znaleziono.',
    pickFirst: 'Wybierz z listy.',
  },
  contractCard: {
    title: 'Umowa',
    none: 'bez umowy',
    ticketsInMonth: ({ used, included, month }: { used: number; included: number; month: string }) =>
      nbsp(`${used} z ${included} zgłoszeń ${month}`),
    minutesInMonth: ({ used, included, place }: { used: string; included: string; place: string }) =>
      nbsp(`${used} z ${included} pracy ${place}`),
    over: ({ ordinal }: { ordinal: number }) => `to jest ${ordinal}.:`,
    inside: ({ ordinal }: { ordinal: number }) => `to jest ${ordinal}., w abonamencie`,
    nextHour: 'dalej za godzinę:',
    notCounted: ({ because }: { because: string }) => `nie liczy się: ${because}`,
    notCountedAtAll: 'to zgłoszenie nie liczy się do pakietu',
    why: ({ ordinal, included, month }: { ordinal: number; included: number; month: string }) =>
      `To ${ordinal}. policzone zgłoszenie ${month}. Abonament obejmuje ${count('pl', included, { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' })}, każde następne kosztuje tyle netto.`,
    whyTitle: 'Skąd ta cena',
    overPackage: ({ ordinal, month }: { ordinal: number; month: string }) =>
      `${ordinal}. zgłoszenie ${month}`,
    overBy: ({ included }: { included: number }) => `ponad pakiet ${included}, doliczymy`,
    net: 'netto',
    placeOf: { remote: 'zdalnej', onSite: 'u klienta', both: 'łącznie' } as Record<string, string>,
  },
  work: {
    title: 'Czas pracy',
    add: 'Wpis',
    startRemote: 'Start zdalnie',
    startOnSite: 'Start u klienta',
    timerElsewhere: 'Twój stoper biegnie w innym zgłoszeniu.',
    goThere: 'Przejdź tam',
    stopIt: 'Zatrzymaj stoper',
    since: ({ at }: { at: string }) => `od ${at}`,
    running: 'trwa',
    total: ({ time }: { time: string }) => `Razem ${time}`,
    none: 'Nikt jeszcze nic nie wpisał.',
    kinds: { time: 'Czas', trip: 'Dojazd', material: 'Materiał' },
    kind: 'Rodzaj wpisu',
    newTitle: 'Nowy wpis pracy',
    changeTitle: 'Zmiana wpisu',
    place: 'Gdzie',
    date: 'Dzień',
    from: 'Od',
    to: 'Do',
    at: 'Godzina',
    kilometres: 'Kilometry (tam i z powrotem)',
    name: 'Nazwa',
    quantity: 'Ilość',
    unit: 'Jednostka',
    unitUsual: 'szt.',
    price: 'Cena netto dla klienta (zł)',
    cost: 'Koszt zakupu (zł)',
    note: 'Opis',
    notBilled: 'Nie licz na fakturze, bo',
    notBilledHint: 'Puste pole: liczy się według umowy.',
    remove: 'Usuń wpis',
    removeReason: 'Dlaczego usuwasz',
    change: 'Zmień wpis',
    trip: 'dojazd',
    stopped: ({ time }: { time: string }) => `Stoper zatrzymany: ${time}.`,
    logged: 'Wpis zapisany.',
    removed: 'Wpis usunięty.',
    badNumber: 'Wpisz liczbę, na przykład 12,5.',
    badTime: 'Wpisz dzień i godzinę.',
    settled: 'Ten wpis jest już na fakturze. Poprawka wymaga korekty.',
    bins: {
      included: 'w abonamencie',
      overage: 'ponad abonament',
      block: 'z bloku',
      waived: 'darowane',
      outOfScope: 'poza umową',
      pending: 'do decyzji',
      notCounted: 'nie liczone',
    } as Record<string, string>,
  },
  people: {
    title: 'Klient',
    mayReport: 'może zgłaszać',
    mayNotReport: 'poza listą',
    supervisor: 'decyduje',
    others: 'Kto może zgłaszać',
    nobody: 'Lista osób jest pusta.',
    unknown: 'Zgłosiła osoba, której nie ma na liście klienta.',
  },
  report: {
    title: 'Nowe zgłoszenie',
    client: 'Klient',
    clientHint: 'Zacznij pisać nazwę, NIP albo miejscowość.',
    contact: 'Kto zgłasza',
    other: 'ktoś inny',
    reporterName: 'Imię i nazwisko',
    reporterEmail: 'E-mail',
    subject: 'Temat',
    description: 'Opis',
    priority: 'Priorytet',
    takeOver: 'Biorę od razu',
    takeOverHint: 'Zgłoszenie jest Twoje, a czas reakcji dotrzymany.',
    submit: 'Przyjmij zgłoszenie',
    reported: ({ name }: { name: string }) => `Przyjęte: ${name}.`,
  },
} as const
