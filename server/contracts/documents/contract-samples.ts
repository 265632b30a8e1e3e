/** Printed contracts of the demo's story, for the tests: the bakery's, and one with every other choice. */
import type { ContractAmendmentDocument } from './amendment-document.ts'
import type { ContractDocument } from './contract-document.ts'

export const bakeryContract: ContractDocument = {
  contract: {
    number: 'UM/2026/041',
    concludedOn: '2 listopada 2025',
    place: 'Gdańsk',
    validFrom: '1 stycznia 2026',
    version: '2',
    fingerprint: '7c1f 09ae 55d2 b3e8',
    pageCode: 'OPK-UM2026041-2-7C1F09AE',
  },
  madeOn: '2025-11-02',
  tenant: {
    name: 'Żuraw Serwis Sp. z o.o.',
    address: 'ul. Stągiewna 9, 80-750 Gdańsk',
    nip: '583 301 42 07',
    regon: '220345678',
    register:
      'wpisana do rejestru przedsiębiorców prowadzonego przez Sąd Rejonowy Gdańsk-Północ w Gdańsku pod numerem KRS 0000812345, kapitał zakładowy 50 000,00 zł',
    representation: 'Marta Zielińska, prezes zarządu (jednoosobowo)',
    email: 'umowy@zuraw.example',
    phone: '58 301 42 07',
  },
  client: {
    name: 'Piekarnia Złoty Kłos Sp. z o.o.',
    address: 'ul. Młyńska 4, 80-850 Gdańsk',
    nip: '957 111 22 33',
    register: 'wpisana do rejestru przedsiębiorców pod numerem KRS 0000454545',
    representation: 'Jan Młynarczyk, prezes zarządu',
    email: 'biuro@zlotyklos.example',
    invoiceEmail: 'faktury@zlotyklos.example',
    largeEnterprise: false,
  },
  accountManager: { name: 'Ola Sadowska', phone: '58 301 42 11', email: 'ola@zuraw.example' },
  deputy: { name: 'Piotr Wójcik', phone: '58 301 42 12', email: 'piotr@zuraw.example' },
  channels: {
    panel: 'https://zuraw.example/panel',
    email: 'pomoc@zuraw.example',
    form: 'https://zuraw.example/zgloszenie',
    phone: '58 301 42 00',
  },
  scope: [
    'usuwanie awarii komputerów, kas i drukarek',
    'opieka nad siecią i pocztą w biurze oraz w trzech sklepach',
    'klimatyzacja w piekarni: dwa przeglądy w roku',
  ],
  exclusions: ['naprawa skutków zalania i przepięć', 'oprogramowanie księgowe innych dostawców'],
  clock: {
    heldRunsFromReceipt: false,
    confirmationDays: '5',
    reopeningSentence: 'Do czasu obsługi dolicza się czas już zużyty.',
    closingDays: '7',
    priorityChangeSentence:
      'Po zmianie priorytetu terminy liczy się od chwili Zgłoszenia według nowego priorytetu, z zachowaniem dotychczasowych wstrzymań.',
    serviceReportDays: '3',
  },
  stopReasons: [
    { name: 'Oczekiwanie na odpowiedź Klienta', stops: 'Czas obejścia i Czas usunięcia' },
    { name: 'Oczekiwanie na część od producenta', stops: 'Czas usunięcia', limit: '10 Dni roboczych' },
    { name: 'Siła wyższa', stops: 'wszystkie terminy' },
  ],
  inspections: [
    {
      name: 'klimatyzacja w piekarni',
      frequency: 'dwa razy w roku, w kwietniu i w październiku',
      basis: 'instrukcja producenta',
    },
  ],
  billing: {
    period: 'miesiąc kalendarzowy',
    inAdvance: false,
    currency: 'PLN',
    paymentDays: '14',
    paymentDaysFrom: 'issue',
  },
  approvals: { limit: '500,00 zł', days: '2' },
  indexation: {
    sentence:
      'Raz w roku, od roku następującego po roku zawarcia Umowy, ceny zmieniają się o średnioroczny wskaźnik cen towarów i usług konsumpcyjnych za rok poprzedni, ogłaszany przez Prezesa Głównego Urzędu Statystycznego.',
    month: 'marzec',
    limit: '8%',
    noticeDays: '30',
  },
  credits: [
    'przekroczenie Czasu reakcji w priorytecie P1: 5% abonamentu za każdą rozpoczętą godzinę',
    'udział Zgłoszeń zakończonych w terminie poniżej 95% w miesiącu: 2% abonamentu za każdy rozpoczęty punkt procentowy',
  ],
  creditCaps: { month: '20% abonamentu', year: '100% abonamentu miesięcznego' },
  suspension: { afterDays: '30', extraDays: '7' },
  liabilityCap: 'suma opłat netto należnych za ostatnie 12 miesięcy',
  warranty: '6 miesięcy',
  term: { indefinite: true, noticePeriod: 'trzy miesiące, ze skutkiem na koniec miesiąca kalendarzowego' },
  form: { contract: 'written', amendment: 'written_or_electronic' },
  court: 'tenant',
  serviceLevels: [
    {
      priority: 'P1 krytyczny',
      definition: 'Nie działa kasa, piec lub cała sieć; sprzedaż albo wypiek stoi.',
      reaction: '1 h',
      arrival: '3 h',
      workAround: '4 h',
      resolution: '8 h',
      calendar: 'Całodobowo',
    },
    {
      priority: 'P2 wysoki',
      definition: 'Nie działa stanowisko albo drukarka, praca jest możliwa z utrudnieniem.',
      reaction: '4 h',
      workAround: '1 Dzień roboczy',
      resolution: '2 Dni robocze',
      calendar: 'Biuro 8–17',
    },
    {
      priority: 'P3 zwykły',
      definition: 'Pytania, drobne usterki, zamówienia.',
      reaction: '8 h',
      resolution: '5 Dni roboczych',
      calendar: 'Biuro 8–17',
    },
  ],
  calendars: [
    { name: 'Biuro 8–17', hours: 'poniedziałek–piątek 8:00–17:00', holidays: 'nie są godzinami obsługi' },
    { name: 'Całodobowo', hours: 'całą dobę, siedem dni w tygodniu', holidays: 'są godzinami obsługi' },
  ],
  deadlineExamples: [
    'Zgłoszenie z piątku 20.11.2026, godz. 15:40, z czasem reakcji 4 h: w piątek liczy się 1 h 20 min, w poniedziałek 2 h 40 min, termin: poniedziałek 23.11.2026, godz. 10:40',
  ],
  phoneSentence: 'Zgłoszenia o priorytecie P1 wymagają telefonu pod numer podany w § 4 ust. 1 pkt 4.',
  prices: {
    sentences: [
      'Abonament: 1 200,00 zł za miesiąc.',
      'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł.',
      'Do 4 h pracy u Klienta w miesiącu w abonamencie, każda następna rozpoczęta godzina 160,00 zł.',
    ],
    outsideScope: [
      'Praca zdalna: 140,00 zł za godzinę.',
      'Praca u Klienta: 180,00 zł za godzinę, dojazd 1,50 zł za km.',
    ],
    roundingSentence: 'Każdy wpis zaokrągla się w górę do rozpoczętych 15 minut.',
    bandsSentence:
      'Minuty dodane przez zaokrąglenie liczy się po stawce obowiązującej w chwili zakończenia pracy.',
    poolsSentence: 'przepadają z końcem okresu.',
    countingSentence:
      'Zgłoszenia połączone z innym, wycofane i wynikłe z naszego błędu nie zmniejszają pakietu; Zgłoszenie otwarte ponownie w ciągu 14 dni liczy się raz.',
    materialMargin: '12%',
    vat: '23%',
  },
  workedExamples: [
    {
      description: '13 zgłoszeń w miesiącu',
      rows: [
        { name: 'Abonament', amount: '1 200,00' },
        { name: 'Zgłoszenia ponad pakiet: 13 − 10 = 3 × 85,00 zł', amount: '255,00' },
      ],
      total: '1 455,00',
    },
    {
      description: '8 zgłoszeń, 3 h 20 min u Klienta',
      rows: [{ name: 'Abonament', amount: '1 200,00' }],
      total: '1 200,00',
    },
  ],
  otherTerms: [{ appendix: 1, place: 'ostrzeżenia', text: 'część czasu: 75%; kogo zawiadamia: opiekun' }],
  listsAsOf: '2 listopada 2025',
  sites: [
    { name: 'Piekarnia', address: 'ul. Młyńska 4, 80-850 Gdańsk', remarks: 'wejście od podwórza, od 5:00' },
    { name: 'Sklep Długa', address: 'ul. Długa 12, 80-827 Gdańsk' },
  ],
  devices: [
    {
      name: 'Kasa nr 1',
      model: 'Posnet Ergo',
      serialNumber: 'BCE 2301 8842',
      site: 'Sklep Długa',
      deviceClass: 'POS',
    },
    {
      name: 'Klimatyzator',
      model: 'Daikin FTXM35',
      serialNumber: 'J004412',
      site: 'Piekarnia',
      deviceClass: 'HVAC',
    },
    { name: 'Serwer plików' },
  ],
  reporters: [
    {
      name: 'Jan Młynarczyk',
      position: 'prezes zarządu',
      email: 'jan@zlotyklos.example',
      phone: '601 222 333',
      scope: 'wszystko',
      limit: 'bez ograniczeń',
    },
    {
      name: 'Ewa Kłosowska-Brzęczyszczykiewicz',
      position: 'kierowniczka sklepu',
      email: 'ewa.klosowska@zlotyklos.example',
      scope: 'Sklep Długa',
      limit: '300,00 zł',
    },
  ],
}

/** The other branch of every condition: fixed term, no indexation, nothing in the lists, personal data. */
export const otherContract: ContractDocument = {
  ...bakeryContract,
  contract: { ...bakeryContract.contract, place: undefined, number: 'UM/2026/042' },
  tenant: { ...bakeryContract.tenant, regon: undefined },
  client: { ...bakeryContract.client, regon: '191234567', largeEnterprise: true },
  deputy: undefined,
  channels: { email: 'pomoc@zuraw.example' },
  scope: [],
  exclusions: [],
  clock: { ...bakeryContract.clock, heldRunsFromReceipt: true },
  stopReasons: [],
  sites: [],
  inspections: [],
  billing: { ...bakeryContract.billing, inAdvance: true, paymentDaysFrom: 'delivery' },
  indexation: undefined,
  credits: [],
  term: {
    indefinite: false,
    validTo: '31 grudnia 2027',
    noticePeriod: 'jeden miesiąc',
    renewal: { period: '12 miesięcy', noticeDays: '60' },
  },
  form: { contract: 'documentary', amendment: 'documentary' },
  court: 'defendant',
  deadlineExamples: [],
  workedExamples: [],
  devices: [],
  reporters: [],
  dataProcessing: {
    purpose: 'utrzymanie systemów informatycznych Klienta',
    nature: 'wgląd podczas prac serwisowych',
    kindsOfData: 'imię, nazwisko, e-mail, login, zawartość skrzynek i plików (wgląd)',
    persons: 'pracownicy i kontrahenci Klienta',
    specialCategories: 'możliwe (wgląd)',
    notificationHours: '24',
    subprocessors: 'brak',
    tenantContact: 'dane@zuraw.example',
    clientContact: 'biuro@zlotyklos.example',
  },
}

export const bakeryAmendment: ContractAmendmentDocument = {
  number: '1',
  concludedOn: '20 listopada 2026',
  validFrom: '1 grudnia 2026',
  madeOn: '2026-11-20',
  contract: {
    ...bakeryContract.contract,
    version: '3',
    fingerprint: '1a2b 3c4d 5e6f 7a8b',
    pageCode: 'OPK-UM2026041-3-1A2B3C4D',
  },
  tenant: bakeryContract.tenant,
  client: bakeryContract.client,
  changes: [
    {
      place: 'Załącznik nr 2 pkt 1 poz. 2',
      newText: 'Do 12 zgłoszeń w miesiącu w abonamencie, każde następne 90,00 zł',
      oldText: 'Do 10 zgłoszeń w miesiącu w abonamencie, każde następne 85,00 zł',
    },
  ],
  form: 'written_or_electronic',
  newAppendices: { numbers: [2, 3], terms: bakeryContract },
}

/** Everything at once, for the test fill of a company's own template: a sample client in a sample contract. */
export const sampleContract: ContractDocument = {
  ...bakeryContract,
  contract: { ...bakeryContract.contract, fingerprint: '7c1f-09ae', pageCode: 'WZ0R-0000' },
  dataProcessing: otherContract.dataProcessing!,
}

export const sampleAmendment: ContractAmendmentDocument = {
  ...bakeryAmendment,
  contract: { ...bakeryAmendment.contract, fingerprint: '1a2b-3c4d', pageCode: 'WZ0R-0000' },
}
