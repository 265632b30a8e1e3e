/** Words of the collection room: payments, reminders, interest, the statement of account. */
import { count, nbsp, plural } from './format.ts'

type Reminder = {
  number: string
  issued: string
  due: string
  gross: string
  paid?: string
  open: string
  interest?: { amount: string; on: string; isCommercial: boolean }
  account: string
  sender: string
}

export const collectionPl = {
  mails: {
    reminder: ({ number, issued, due, gross, paid, open, interest, account, sender }: Reminder) => ({
      subject: `Przypomnienie o płatności – ${number}, termin ${due}`,
      text: [
        'Dzień dobry,',
        `przypominamy o fakturze, której termin płatności upłynął ${due}:`,
        [
          `Faktura: ${number}`,
          `Data wystawienia: ${issued}`,
          `Termin płatności: ${due}`,
          `Kwota brutto: ${gross}`,
          paid && `Zapłacono: ${paid}`,
          `Pozostało: ${open}`,
        ]
          .filter(Boolean)
          .join('\n'),
        `Prosimy o wpłatę na rachunek ${account}, w tytule: ${number}.`,
        interest
          ? `Odsetki ustawowe za opóźnienie${interest.isCommercial ? ' w transakcjach handlowych' : ''} wynoszą na dzień ${interest.on}: ${interest.amount}. Podajemy je do wiadomości.`
          : '',
        'Jeżeli zapłata nastąpiła w ostatnich dniach, prosimy uznać tę wiadomość za nieaktualną. Jeżeli faktura budzi wątpliwości, prosimy odpisać na tę wiadomość – wyjaśnimy je.',
        `Z wyrazami szacunku\n${sender}\n`,
      ]
        .filter(Boolean)
        .join('\n\n'),
    }),
  },
  stages: { beforeDue: 'Przed terminem', days1to7: '1–7 dni', days8to30: '8–30 dni', over30: 'Ponad 30 dni' },
  steps: {
    reminder: 'przypomnienie',
    none: 'nic nie czeka',
    noAddress: 'brak adresu do faktur',
    person: 'decyzja osoby',
  },
  reminderSent: ({ on }: { on: string }) => `Przypomnienie wysłane ${on}`,
  overdue: ({ days }: { days: string }) => `${days} po terminie`,
  dueIn: ({ days }: { days: string }) => `za ${days}`,
  dueToday: 'dziś',
  movedDue: ({ due, effective }: { due: string; effective: string }) =>
    `Termin ${due} wypada w dzień wolny, więc upływa ${effective} (art. 115 kodeksu cywilnego).`,
  interest: {
    title: 'Odsetki na dziś',
    kinds: {
      commercial: 'odsetki ustawowe za opóźnienie w transakcjach handlowych',
      statutory: 'odsetki ustawowe za opóźnienie',
    },
    segment: ({
      principal,
      rate,
      days,
      from,
      to,
    }: {
      principal: string
      rate: string
      days: string
      from: string
      to: string
    }) => `${from} – ${to}: ${principal} × ${rate} × ${days} / 365`,
    notChecked: ({ until }: { until: string }) =>
      `Stopy procentowe sprawdzono do ${until}. Późniejsze dni liczone są ostatnią znaną stopą.`,
    none: 'Odsetek jeszcze nie ma.',
  },
  statement: {
    invoice: 'Faktura',
    correction: 'Korekta',
    payment: 'Wpłata',
    withdrawn: 'Wpłata wycofana',
    balance: 'Saldo',
    credit: 'Nadpłata',
    open: 'Zostało',
  },
  payment: {
    title: 'Zapisz wpłatę',
    paidOn: 'Data wpłaty',
    amount: 'Kwota',
    note: 'Tytuł przelewu',
    invoices: 'Na które faktury',
    chosen: 'Wskazane faktury',
    oldestFirst: 'Od najdawniej wymagalnej',
    oldestFirstWhy:
      'Gdy płacący nie wskazał długu, wpłata idzie na najdawniej wymagalny (art. 451 kodeksu cywilnego).',
    saved: ({ amount }: { amount: string }) => `Zapisano wpłatę ${amount}`,
    left: ({ amount }: { amount: string }) => `Nadpłata ${amount} czeka na następną fakturę.`,
    withdraw: 'Wycofaj wpłatę',
    withdrawWhy: 'Dlaczego',
    useCredit: 'Rozlicz nadpłatę',
  },
  nav: 'Windykacja',
  board: {
    toPay: 'Do zapłaty przez klientów',
    overdue: 'w tym po terminie',
    thisWeek: 'termin do końca tygodnia',
    interest: 'odsetki na dziś',
    stages: 'Etapy',
    views: { board: 'Tablica', list: 'Lista' },
    viewsLabel: 'Widok',
    search: 'Klient lub faktura',
    bar: 'Do zapłaty według etapów',
    next: 'Następny krok',
    reminderOn: ({ at }: { at: string }) => nbsp(`przypomnienie ${at}`),
    personAfterReminder: 'przypomnienie wysłane, dalej decyduje osoba',
    personNoAddress: 'brak adresu do faktur, zadzwoń',
    personCredit: 'klient ma nadpłatę, rozlicz ją',
    none: 'nic nie czeka',
    reminded: ({ n, on }: { n: number; on: string }) =>
      n === 1 ? nbsp(`przypomnienie wysłane ${on}`) : nbsp(`${n} przypomnienia, ostatnie ${on}`),
    reminderFailed: 'przypomnienie nie doszło',
    interestShort: ({ amount }: { amount: string }) => `odsetki ${amount}`,
    more: (n: number) => `i jeszcze ${n}`,
    sendToday: (n: number) =>
      `Dziś ${plural('pl', n, { one: 'pójdzie', few: 'pójdą', many: 'pójdzie' })} ${count('pl', n, { one: 'przypomnienie', few: 'przypomnienia', many: 'przypomnień' })}`,
    sendNone: 'Dziś nie pójdzie żadne przypomnienie',
    sendNext: ({ at }: { at: string }) => nbsp(`najbliższe: ${at}`),
    empty: 'Nikt nic nie jest winien.',
    emptyWhy: 'Każda wystawiona faktura jest zapłacona.',
    toInvoices: 'Zobacz faktury',
    client: 'Klient',
    invoice: 'Faktura',
    due: 'Termin',
    open: 'Do zapłaty',
    emptyStage: 'pusto',
  },
  account: {
    toPay: 'Do zapłaty',
    overdue: 'Po terminie',
    interest: 'Odsetki na dziś',
    credit: 'Nadpłata',
    balance: 'Saldo',
    openInvoices: 'Niezapłacone faktury',
    statement: 'Rozrachunki',
    document: 'Dokument',
    description: 'Opis',
    on: 'Data',
    amount: 'Kwota',
    balanceAfter: 'Saldo',
    payments: 'Wpłaty',
    noPayments: 'Nie ma jeszcze wpłat.',
    nothingOpen: 'Wszystko zapłacone.',
    noRows: 'Nie ma jeszcze faktur ani wpłat.',
    enteredBy: ({ name, at }: { name: string; at: string }) =>
      nbsp(`wpisane ${at}${name ? `, ${name}` : ''}`),
    onto: ({ numbers }: { numbers: string }) => `na ${numbers}`,
    leftOf: ({ amount }: { amount: string }) => `nierozliczone ${amount}`,
    withdrawnBecause: ({ because }: { because: string }) => `wycofana: ${because}`,
    creditUsed: 'Rozliczono nadpłatę.',
    withdrawn: 'Wycofano wpłatę.',
    withdrawLead: 'Faktury, na które poszła ta wpłata, znów będą otwarte. Wpłata i powód zostaną w historii.',
    reminders: 'Droga przypomnień',
    noReminders: 'Nie wysłano jeszcze przypomnień.',
    nothingToRemind: 'Nie ma o czym przypominać.',
    reminderOf: ({ number, on }: { number: string; on: string }) => nbsp(`Przypomnienie o ${number}, ${on}`),
    call: 'Zadzwoń',
    toClient: 'Karta klienta',
    paidOf: ({ paid, gross }: { paid: string; gross: string }) => nbsp(`zapłacono ${paid} z ${gross}`),
    unpaid: 'niezapłacona',
    fullyPaid: 'zapłacona w całości',
    openNow: 'Zostało',
  },
}
