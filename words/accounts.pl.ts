/** Words of the accounts room: signing in, the company, its people, the sandbox. */
type LinkMail = { company: string; link: string; minutes: number; name: string }

export const accountsPl = {
  mails: {
    confirm_email: ({ company, link }: LinkMail) => ({
      subject: `Potwierdź adres e-mail – ${company}`,
      body: `Dzień dobry,\n\nkonto firmy ${company} jest gotowe. Prosimy potwierdzić ten adres e-mail:\n\n${link}\n\nOdsyłacz działa trzy dni. Jeżeli to nie Państwo zakładali konto, prosimy zignorować tę wiadomość.\n`,
    }),
    sign_in: ({ company, link, minutes }: LinkMail) => ({
      subject: `Wejście do ${company}`,
      body: `Dzień dobry,\n\noto odsyłacz do wejścia bez hasła:\n\n${link}\n\nDziała ${minutes} minut i tylko raz. Jeżeli to nie Państwo o niego prosili, prosimy zignorować tę wiadomość.\n`,
    }),
    invitation: ({ company, link, name }: LinkMail) => ({
      subject: `Zaproszenie do ${company}`,
      body: `Dzień dobry${name ? `, ${name}` : ''},\n\nfirma ${company} zaprasza do wspólnej pracy w Opiekunie. Prosimy przyjąć zaproszenie i ustawić hasło:\n\n${link}\n\nOdsyłacz działa siedem dni i tylko raz.\n`,
    }),
    reset_password: ({ link, minutes }: LinkMail) => ({
      subject: 'Nowe hasło',
      body: `Dzień dobry,\n\ntu można ustawić nowe hasło:\n\n${link}\n\nOdsyłacz działa ${minutes} minut i tylko raz.\n`,
    }),
    confirm_report: ({ company, link }: LinkMail) => ({
      subject: `Potwierdź zgłoszenie – ${company}`,
      body: `Dzień dobry,\n\nz tego adresu wysłano zgłoszenie w formularzu firmy ${company}. Prosimy potwierdzić, że to Państwo:\n\n${link}\n\nZgłoszenie czeka w poczekalni; jego treść jest zachowana.\n`,
    }),
  },
  roles: { owner: 'właściciel', manager: 'kierownik', accountManager: 'opiekun', technician: 'serwisant', billing: 'rozliczenia' },
  trades: {
    it: 'Opieka informatyczna', hvac: 'Klimatyzacja i chłodnictwo', print: 'Drukarki i kopiarki', alarms: 'Alarmy i kamery', lifts: 'Dźwigi', generic: 'Serwis ogólny',
  },
  priorities: { critical: 'krytyczny', high: 'wysoki', normal: 'zwykły', low: 'niski' },
  signUp: {
    title: 'Załóż konto firmy', lead: 'Za darmo. Za trzy minuty policzysz pierwszy termin.', email: 'Służbowy e-mail', password: 'Hasło', passwordHint: 'co najmniej 10 znaków', name: 'Imię i nazwisko', company: 'Nazwa firmy', nip: 'NIP firmy', nipLater: 'możesz dodać później',
    next: 'Dalej: branża', have: 'Masz już konto?', signIn: 'Zaloguj się', terms: 'Dane firmy poprawisz w ustawieniach.', promise: ['Umowa mówi, kiedy.', 'Opiekun pilnuje, żeby zdążyć.'], onePlace: 'Jedna umowa liczy terminy, ceny, fakturę i dokument.',
    sampleTicket: 'Drukarka etykiet nie drukuje', sampleFrom: 'pt. 15:40', sampleDue: 'termin: dziś, 11:25', sampleLine: '11. zgłoszenie, ponad pakiet 10',
    tradeTitle: 'Co serwisujecie?', tradeLead: 'Przygotujemy poziomy obsługi, kalendarze i cennik. Wszystko zmienisz później.', ready: 'gotowe', onStart: (trade: string) => `${trade}: na start`, levels: 'Poziomy obsługi', begin: 'Zacznij z tym zestawem', back: 'Wróć',
    steps: ['Firma', 'Branża'], reaction: (text: string) => `reakcja ${text}`, resolution: (text: string) => `realizacja ${text}`, demo: 'Obejrzyj firmę przykładową', demoLead: 'albo najpierw popatrz, jak to działa',
  },
  signIn: {
    title: 'Zaloguj się', submit: 'Zaloguj', link: 'Wyślij mi odsyłacz zamiast hasła', sent: 'Jeżeli ten adres ma konto, odsyłacz już idzie. Działa 15 minut i tylko raz.', noAccount: 'Nie masz konta?', create: 'Załóż konto firmy', needEmail: 'Wpisz najpierw adres e-mail.',
  },
  enter: {
    entering: 'Wchodzimy…', invitation: 'Przyjmij zaproszenie', invitationLead: 'Ustaw hasło, którym będziesz wchodzić.', accept: 'Ustaw hasło i wejdź', confirm: 'Potwierdź adres', confirmLead: 'Jedno kliknięcie i adres jest potwierdzony.', confirmButton: 'Potwierdź i wejdź', open: 'Wejdź', openLead: 'Odsyłacz działa tylko raz, dlatego pytamy.', again: 'Poproś o nowy odsyłacz',
  },
  tradesShort: {
    it: 'reakcja od 30 min, pakiet zgłoszeń, zdalnie lub u klienta', hvac: 'przeglądy sezonowe, zegar 24/7 dla chłodni', print: 'urządzenia zastępcze, pakiet zgłoszeń', alarms: 'zegar 24/7, konserwacje, interwencje', lifts: 'uwolnienie osób całą dobę, przeglądy', generic: 'zaczniesz od prostej umowy i zmienisz, co chcesz',
  },
  nav: { settings: 'Ustawienia', people: 'Ludzie', outbox: 'Skrzynka nadawcza' },
  settings: {
    company: 'Firma', invoices: 'Faktury', levels: 'Poziomy obsługi', calendars: 'Kalendarze', channels: 'Kanały zgłoszeń', people: 'Ludzie', outbox: 'Skrzynka nadawcza', sandbox: 'Piaskownica',
    name: 'Nazwa', nip: 'NIP', regon: 'REGON', street: 'Ulica i numer', city: 'Kod i miejscowość', email: 'E-mail', phone: 'Telefon', register: 'Wpis do rejestru', registerHint: 'zdanie z KRS albo CEIDG; stoi na umowach i fakturach', representation: 'Reprezentacja', account: 'Rachunek bankowy', bank: 'Bank',
    invoicePattern: 'Wzór numeru faktury', correctionPattern: 'Wzór numeru korekty', contractPattern: 'Wzór numeru umowy', patternHint: '{n} licznik, {MM} miesiąc, {YYYY} rok', paymentDays: 'Termin płatności w dniach', saved: 'Zapisano.', save: 'Zapisz zmiany',
    form: 'Formularz zgłoszeń', formHint: 'Ten adres możesz podać klientom albo wstawić na swojej stronie.', mailAddress: 'Adres e-mail dla zgłoszeń', mailHint: 'Działa, gdy serwer odbiera pocztę (ustawienie --smtp-in). Możesz też dodać skrzynkę IMAP.', secret: 'Klucz do przyjmowania wiadomości przez HTTP',
    hours: 'Godziny', holidays: 'święta zamknięte', noHolidays: 'także w święta', addCalendar: 'Dodaj kalendarz', closed: 'zamknięte', day: 'Dzień', from: 'od', to: 'do', priority: 'Priorytet', definition: 'Kiedy', reaction: 'Reakcja (min)', resolution: 'Realizacja', resolutionMinutes: 'minut', resolutionDays: 'dni roboczych', calendar: 'Kalendarz', closedOnHolidays: 'Zamknięte w święta ustawowe', calendarName: 'Nazwa kalendarza', default: 'domyślny',
    sandboxWhat: 'Osobna firma do prób z własnym zegarem, który przesuwasz naprzód. Poczta z piaskownicy nigdy nie wychodzi na prawdziwe adresy.', sandboxFrom: 'Zegar zaczyna od', sandboxFromHint: 'puste pole: od teraz', openSandbox: 'Otwórz piaskownicę',
    theirs: 'Ktoś zapisał zmiany przed Tobą. Pokazujemy jego wersję; Twoje wpisy są poniżej.', legal: 'Kto tu pracuje',
  },
  people: {
    invite: 'Zaproś osobę', name: 'Imię i nazwisko', email: 'E-mail', phone: 'Telefon', role: 'Rola', joined: 'pracuje', invited: 'zaproszono', left: 'odeszła z firmy', send: 'Wyślij zaproszenie', end: 'Zakończ dostęp', endTitle: (name: string) => `Zakończyć dostęp: ${name}?`, endWhy: 'Sesje tej osoby skończą się od razu. Jej praca zostaje pod jej nazwiskiem.', again: 'Wyślij ponownie',
    roleWhat: { owner: 'wszystko, także rozliczenia i ludzie', manager: 'wszystko oprócz zmiany właścicieli', accountManager: 'klienci, umowy, zgłoszenia', technician: 'zgłoszenia i czas pracy', billing: 'rozliczenia, faktury, wpłaty' },
  },
  outbox: {
    empty: 'Nic jeszcze nie wyszło.', emptyWhy: 'Tu stoi każda wiadomość, którą wysyła firma, i jej los.', to: 'do', masked: 'Odsyłacz innej osoby jest zakryty.', resend: 'Wyślij teraz', kept: 'Nie ustawiono serwera SMTP, więc wiadomości zostają tutaj.', attachments: 'Załączniki',
    states: { queued: 'czeka', sending: 'wychodzi', sent: 'wysłana', kept: 'zatrzymana tutaj', failed: 'odrzucona', uncertain: 'nie wiadomo, czy doszła' },
  },
  banner: {
    unconfirmed: 'Potwierdź swój adres e-mail: wysłaliśmy odsyłacz.', resend: 'Wyślij ponownie', resent: 'Wysłano.', mailKept: 'Poczta zostaje w skrzynce nadawczej, bo nie ustawiono serwera SMTP.', outbox: 'Pokaż skrzynkę', demo: 'To firma przykładowa. Nic stąd nie wychodzi na prawdziwe adresy.',
    sandbox: (now: string) => `Piaskownica. Zegar stoi na: ${now}`, move: 'Przesuń zegar', moving: 'Zegar idzie…', hour: '+1 godzina', day: '+1 dzień', week: '+1 tydzień', month: 'początek następnego miesiąca', to: 'Do chwili',
  },
}
