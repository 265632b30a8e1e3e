/** Words of the contracts room: clients, contracts, their terms and documents. */
type Invitation = {
  company: string
  name: string
  by: string
  minutes: number
  link: string
  entrance: string
}

export const contractsPl = {
  mails: {
    invitation: ({ company, name, by, minutes, link, entrance }: Invitation) => ({
      subject: `Zaproszenie do panelu klienta – ${company}`,
      body: `Dzień dobry${name ? `, ${name}` : ''},\n\n${by} zaprasza do panelu klienta firmy ${company}. Znajdą tam Państwo umowę, zgłoszenia z terminami na żywo, faktury i rozmowę z opiekunem.\n\nWejście:\n\n${link}\n\nOdsyłacz działa ${minutes} minut i tylko raz. O nowy można w każdej chwili poprosić pod adresem ${entrance}, podając ten adres e-mail.\n\nJeżeli ta wiadomość trafiła do niewłaściwej osoby, prosimy ją usunąć.\n`,
    }),
    forSignature: ({ company, number, client }: { company: string; number: string; client: string }) => ({
      subject: `Umowa ${number} do podpisu – ${company}`,
      body: `Dzień dobry,\n\nw załączniku przesyłamy umowę ${number} dla: ${client}. Prosimy o zapoznanie się z nią i odesłanie podpisanego egzemplarza albo skanu w odpowiedzi na tę wiadomość.\n\nW razie pytań prosimy o odpowiedź.\n\n${company}\n`,
    }),
  },
  paper: {
    dateToFill: '....................',
    notGiven: 'nie podano',
    deleted: 'postanowienie skreśla się',
    noRegister: 'dane rejestrowe w KRS albo CEIDG',
    phone:
      'Zgłoszenia o najwyższym priorytecie wymagają także telefonu pod numer podany w § 4 ust. 1 pkt 4, jeżeli numer ten podano.',
    reopening: {
      continue: 'Do czasu obsługi dolicza się czas już zużyty.',
      restart: 'Terminy biegną wtedy od początku.',
    },
    priorityChange: {
      fromReport:
        'Po zmianie priorytetu terminy liczy się od chwili Zgłoszenia według nowego priorytetu, z zachowaniem dotychczasowych wstrzymań.',
      restart: 'Po zmianie priorytetu terminy biegną od chwili tej zmiany.',
    },
    stops: { reaction: 'Czas reakcji', resolution: 'Czas usunięcia' },
    month: 'miesiąc kalendarzowy',
    approvalLimit: '500,00 zł',
    creditCapMonth: '20% opłat za ten miesiąc',
    creditCapYear: '10% opłat za ten rok',
    noLimit: 'nie uzgodniono ograniczenia',
    endOfMonth: 'ze skutkiem na koniec miesiąca kalendarzowego',
    atOnce: 'nie uzgodniono, skutek natychmiastowy',
    holidaysClosed: 'nie są godzinami obsługi',
    holidaysOpen: 'są godzinami obsługi, jeżeli przypadają w podanych godzinach',
    rounding: 'Sposób zaokrąglania podano w pkt 1 przy każdej stawce.',
    bands: 'Umowa nie różnicuje stawek według pory.',
    pools: 'przepadają z końcem okresu.',
    counting:
      'Zgłoszenie otwarte ponownie liczy się raz; zgłoszeń, których się nie liczy, nie wlicza się także do pakietu.',
    countingAll: 'Zgłoszenie otwarte ponownie liczy się raz.',
    supervisor: 'zgłaszanie i akceptacja kosztów',
    reporter: 'zgłaszanie',
  },
  importProblems: {
    name_missing: () => 'Brakuje nazwy klienta.',
    nip_missing: () => 'Brakuje numeru NIP.',
    nip_characters: (text: string) => `NIP „${text}” zawiera coś innego niż cyfry.`,
    nip_length: (text: string) => `NIP „${text}” nie ma 10 cyfr.`,
    nip_office: (text: string) => `NIP „${text}” nie ma poprawnego początku.`,
    nip_checksum: (text: string) => `NIP „${text}” ma błędną cyfrę kontrolną.`,
    email_invalid: (text: string) => `„${text}” to nie jest adres e-mail.`,
    contact_without_email: () => 'Osoba nie ma adresu e-mail.',
    contact_without_name: () => 'Adres osoby jest, ale brakuje imienia i nazwiska.',
    yes_no_unclear: (text: string) => `„${text}” to nie jest tak ani nie.`,
    name_differs: (text: string) => `Ten NIP ma już w pliku inną nazwę: ${text}.`,
    row_is_uneven: () =>
      'Ten wiersz ma więcej pól niż nagłówek; być może przecinek w nazwie wymaga cudzysłowu.',
  },
  defaults: {
    pauseReasons: {
      waitingForClient: 'czekamy na odpowiedź lub decyzję klienta',
      noAccess: 'brak dostępu do obiektu, urządzenia lub systemu po stronie klienta',
      partsOrdered: 'część zamówiona, niedostępna w magazynie',
      thirdParty: 'operator, dostawca energii albo inny wykonawca klienta',
    },
    scope: {
      it: [
        'usuwanie awarii i usterek sprzętu, sieci i programów z wykazu',
        'pomoc użytkownikom zdalnie i na miejscu',
        'zakładanie i zmiana kont oraz uprawnień',
        'doradztwo przy zakupach i zmianach',
      ],
      hvac: [
        'usuwanie awarii i usterek urządzeń z wykazu',
        'regulacja i uruchamianie urządzeń',
        'doradztwo w sprawie eksploatacji',
      ],
      print: [
        'usuwanie awarii i usterek urządzeń z wykazu',
        'konserwacja i wymiana części zużywających się',
        'pomoc w konfiguracji wydruku',
      ],
      alarms: [
        'usuwanie awarii i usterek systemów z wykazu',
        'zmiana kodów i uprawnień',
        'odczyt i zabezpieczenie nagrań',
      ],
      lifts: [
        'usuwanie awarii i usterek urządzeń z wykazu',
        'uwalnianie osób z kabiny',
        'konserwacja zgodnie z instrukcją producenta',
      ],
      generic: [
        'usuwanie awarii i usterek urządzeń z wykazu',
        'konfiguracja i uruchomienia',
        'porady i wyceny',
      ],
    },
    exclusions: [
      'uszkodzenia mechaniczne, zalania, przepięcia i wyładowania',
      'skutki działania osób trzecich, wandalizmu i kradzieży',
      'skutki użycia niezgodnego z instrukcją albo samowolnej naprawy',
      'materiały eksploatacyjne nieobjęte cennikiem',
      'urządzenia spoza wykazu, przeróbki i przeprowadzki',
      'szkolenia',
    ],
    liabilityLimit: 'suma opłat netto należnych za ostatnie 12 miesięcy',
  },
}
