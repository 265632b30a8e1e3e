/** Words of the desk room: tickets, conversations and work. */
type Ticket = { name: string; subject: string }
type Promised = {
  priority: string
  reactBy?: string
  resolveBy?: string
  why?: string
  who: string
  link?: string
}
type Gate = { reason: string; isKnown: boolean; supervisors: string; phone: string }

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
}

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
  },
  marks: {
    no_client: 'bez klienta',
    no_contract: 'bez umowy',
    several_contracts: 'pasuje kilka umów',
    reporter_not_named: 'zgłaszający spoza listy',
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
    contract_chosen: ({ by, number }: { by: string; number: string }) => `${by}: umowa ${number}.`,
    paused: ({ by, reason }: { by: string; reason: string }) => `${by}: zegar wstrzymany, ${reason}.`,
    resumed: ({ minutes }: { minutes: number }) => `Zegar ruszył po ${minutes} min.`,
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
  notices: {
    ticket_reported: ({ name, subject }: Ticket) => `Nowe zgłoszenie ${name}: ${subject}`,
    ticket_at_gate: ({ name, subject }: Ticket) => `${name} czeka w poczekalni: ${subject}`,
    ticket_delegated: ({ name, subject }: Ticket) => `Przekazano Ci ${name}: ${subject}`,
    ticket_reopened: ({ name, subject }: Ticket) => `Klient wrócił do ${name}: ${subject}`,
    client_wrote: ({ name, subject }: Ticket) =>
      name ? `Wiadomość w ${name}: ${subject}` : `Nowa wiadomość: ${subject}`,
    clock_warning: ({ name, subject }: Ticket) => `${name} zbliża się do terminu: ${subject}`,
    clock_breach: ({ name, subject }: Ticket) => `${name} po terminie: ${subject}`,
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
        gate.reason === 'reporter_not_named'
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
      {
        target,
        dueAt,
        left,
        link,
      }: { target: 'reaction' | 'resolution'; dueAt: string; left: string; link: string },
    ) => ({
      subject: `[${name}] ${target === 'reaction' ? 'Reakcja' : 'Realizacja'} do ${dueAt}: ${subject}`,
      lines: [
        `Zostało ${left} czasu ${target === 'reaction' ? 'reakcji' : 'realizacji'}. Termin: ${dueAt}.`,
        link,
      ],
    }),
    breach: (
      { name, subject }: Ticket,
      {
        target,
        dueAt,
        isLate,
        link,
      }: { target: 'reaction' | 'resolution'; dueAt: string; isLate: boolean; link: string },
    ) => ({
      subject: `[${name}] Po terminie: ${subject}`,
      lines: [
        `Minął termin ${target === 'reaction' ? 'reakcji' : 'realizacji'}: ${dueAt}.`,
        isLate ? 'Ta wiadomość jest spóźniona: program był w tym czasie wyłączony.' : '',
        link,
      ],
    }),
  },
} as const
