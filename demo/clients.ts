/**
 * The clients of the demo company: who they are, what their contracts charge, how much they
 * report and how they pay. All of it is invented; tax numbers pass their check digits and belong to
 * nobody we know of. Domains end in .example, so no mail can reach anybody.
 */
import type { PriceItem, TicketExclusion } from '#engines/pricing/price-list.ts'
import type { Terms } from '#server/contracts/public.ts'

type CreditTerms = NonNullable<Terms['credits']>

export type DemoPerson = {
  key: string
  name: string
  position: string
  isSupervisor?: boolean
  receivesInvoices?: boolean
}
export type DemoSite = { name: string; addressLine1?: string; addressLine2?: string }
/** `site`: the name of one of the client's sites. */
export type DemoDevice = {
  key: string
  name: string
  deviceClass: string
  serialNumber?: string
  site?: string
}
export type DemoClient = {
  key: string
  name: string
  nip: string
  addressLine1: string
  addressLine2: string
  site: string
  people: DemoPerson[]
  sites?: DemoSite[]
  devices?: DemoDevice[]
  /** Months before the present one in which the contract began. */
  monthsAgo: number
  contract: number
  hours: 'work' | 'always'
  isUnsigned?: boolean
  paymentDays: number
  /** Days after the due day on which invoices are paid; the newest ones may stay open. */
  pays: { days: number; unpaid: number; part?: number }
  perMonth: number
  items: PriceItem[]
  /** What a missed target costs us. */
  credits?: CreditTerms
  work: {
    place: 'remote' | 'onSite'
    minutes: number[]
    everyTrip?: number
    km?: string
    everyMaterial?: number
  }
  subjects: string[]
}

const notOurs: TicketExclusion[] = ['cancelled', 'merged', 'ourFault', 'warranty']
const fee = (feePrice: string, more: Partial<Extract<PriceItem, { kind: 'flatFee' }>> = {}): PriceItem => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing: 'arrears',
  ...more,
})
const tickets = (included: number, unitPrice: string): PriceItem => ({
  id: 'tickets',
  kind: 'perTicket',
  included,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: notOurs,
  prorateIncluded: 'up',
})
const onSite = (includedMinutes: number, hourPrice: string): PriceItem => ({
  id: 'onSite',
  kind: 'perTime',
  place: 'onSite',
  includedMinutes,
  hourPrice,
  round: { firstMinutes: 60, unitMinutes: 30, scope: 'visit' },
  prorateIncluded: 'up',
})
const labour = (includedMinutes: number, hourPrice: string): PriceItem => ({
  id: 'labour',
  kind: 'perTime',
  place: 'any',
  includedMinutes,
  hourPrice,
  round: { unitMinutes: 15, scope: 'entry' },
  prorateIncluded: 'up',
})
const trips = (perTripPrice: string): PriceItem => ({ id: 'travel', kind: 'travel', perTripPrice })
const kilometres = (perKmPrice: string, minimumPerTripPrice: string): PriceItem => ({
  id: 'travel',
  kind: 'travel',
  perKmPrice,
  minimumPerTripPrice,
})
const material = (costPlusBp: number): PriceItem => ({ id: 'material', kind: 'material', costPlusBp })

/** The bakery of the story: amendment 1 raised 1 100,00 to 1 200,00 and 80,00 to 85,00. */
export const bakeryItems = (feePrice: string, ticketPrice: string): PriceItem[] => [
  fee(feePrice),
  tickets(10, ticketPrice),
  onSite(240, '160.00'),
]

export const demoClients: DemoClient[] = [
  {
    key: 'klos',
    name: 'Piekarnia Złoty Kłos',
    nip: '9570114018',
    addressLine1: 'ul. Młyńska 4',
    addressLine2: '80-237 Gdańsk',
    site: 'zlotyklos',
    people: [
      { key: 'jan', name: 'Jan Młynarczyk', position: 'kierownik piekarni', receivesInvoices: true },
      { key: 'halina', name: 'Halina Bielak', position: 'właścicielka', isSupervisor: true },
      { key: 'nocna', name: 'Adam Rogala', position: 'nocna zmiana' },
    ],
    sites: [
      { name: 'Piekarnia', addressLine1: 'ul. Młyńska 4', addressLine2: '80-237 Gdańsk' },
      { name: 'Sklep firmowy', addressLine1: 'ul. Chlebowa 2', addressLine2: '80-236 Gdańsk' },
    ],
    devices: [
      {
        key: 'etykiety',
        name: 'Drukarka etykiet',
        deviceClass: 'drukarka',
        serialNumber: 'DE-20417',
        site: 'Piekarnia',
      },
      { key: 'kasa', name: 'Kasa nr 2', deviceClass: 'kasa', serialNumber: 'KF-0932', site: 'Sklep firmowy' },
      { key: 'waga', name: 'Waga sklepowa', deviceClass: 'waga', site: 'Sklep firmowy' },
      { key: 'tablet', name: 'Tablet przy piecu nr 3', deviceClass: 'tablet', site: 'Piekarnia' },
    ],
    monthsAgo: 10,
    contract: 41,
    hours: 'work',
    paymentDays: 14,
    pays: { days: -2, unpaid: 0 },
    perMonth: 9,
    items: bakeryItems('1100.00', '80.00'),
    work: { place: 'remote', minutes: [20, 35, 15, 45] },
    subjects: [
      'Drukarka etykiet nie drukuje',
      'Waga w sklepie nie łączy się z kasą',
      'Nowe konto dla pracownicy',
      'Kasa nr 2 bardzo wolno działa',
      'Terminal płatniczy bez połączenia',
      'Faktury nie schodzą do księgowości',
      'Skaner kodów nie czyta',
      'Poczta wysyła tylko z telefonu',
      'Kamera na rampie bez obrazu',
    ],
  },
  {
    key: 'swiatek',
    name: 'Kancelaria Świątek i Wspólnicy',
    nip: '5831204512',
    addressLine1: 'ul. Długa 31/2',
    addressLine2: '80-827 Gdańsk',
    site: 'swiatek',
    people: [
      { key: 'izabela', name: 'Izabela Świątek', position: 'wspólniczka', isSupervisor: true },
      { key: 'sekretariat', name: 'Marek Lis', position: 'sekretariat', receivesInvoices: true },
    ],
    monthsAgo: 11,
    contract: 12,
    hours: 'work',
    paymentDays: 14,
    pays: { days: 1, unpaid: 0 },
    perMonth: 3,
    items: [fee('2400.00'), labour(720, '190.00'), trips('60.00')],
    work: { place: 'remote', minutes: [90, 150, 210], everyTrip: 4 },
    subjects: [
      'Szyfrowany dysk nie odblokowuje się',
      'Dyktowanie nie zapisuje plików',
      'Kopia zapasowa akt z błędem',
      'Dostęp zdalny dla aplikantki',
      'Podpis elektroniczny odrzucony',
    ],
  },
  {
    key: 'wydmy',
    name: 'Hotel Wydmy',
    nip: '5862107336',
    addressLine1: 'ul. Nadmorska 9',
    addressLine2: '82-103 Stegna',
    site: 'hotelwydmy',
    people: [
      { key: 'recepcja', name: 'Dorota Pawlak', position: 'recepcja' },
      {
        key: 'dyrektor',
        name: 'Robert Kania',
        position: 'dyrektor',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    sites: [{ name: 'Budynek główny' }, { name: 'Bar na plaży' }],
    devices: [
      { key: 'wifi2', name: 'Wi-Fi, drugie piętro', deviceClass: 'punkt dostępowy', site: 'Budynek główny' },
      {
        key: 'fiskalna',
        name: 'Drukarka fiskalna',
        deviceClass: 'drukarka',
        serialNumber: 'FB-1180',
        site: 'Bar na plaży',
      },
    ],
    monthsAgo: 9,
    contract: 17,
    hours: 'always',
    paymentDays: 30,
    pays: { days: 2, unpaid: 1, part: 50 },
    perMonth: 4,
    items: [fee('3200.00'), tickets(20, '110.00'), kilometres('2.30', '69.00'), material(1500)],
    work: { place: 'onSite', minutes: [60, 120], everyTrip: 2, km: '46.0', everyMaterial: 5 },
    subjects: [
      'Wi-Fi na drugim piętrze znika',
      'Zamki kart nie otwierają pokoi',
      'System rezerwacji nie synchronizuje',
      'Drukarka fiskalna w barze',
      'Telefon w recepcji bez dźwięku',
    ],
  },
  {
    key: 'kasztan',
    name: 'Apteka pod Kasztanem',
    nip: '9572088147',
    addressLine1: 'ul. Kasztanowa 2',
    addressLine2: '81-354 Gdynia',
    site: 'kasztan',
    people: [
      {
        key: 'apteka',
        name: 'Renata Cieślak',
        position: 'kierowniczka',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    devices: [{ key: 'lodowka', name: 'Lodówka na leki', deviceClass: 'lodówka', serialNumber: 'LL-3307' }],
    monthsAgo: 7,
    contract: 52,
    hours: 'work',
    paymentDays: 14,
    pays: { days: 3, unpaid: 0 },
    perMonth: 2,
    items: [labour(0, '170.00'), trips('60.00')],
    work: { place: 'onSite', minutes: [75, 45], everyTrip: 1 },
    subjects: [
      'Czytnik recept nie rozpoznaje kodów',
      'Lodówka: czujnik nie wysyła temperatury',
      'Program apteczny po aktualizacji',
    ],
  },
  {
    key: 'debowa',
    name: 'Stomatologia Dębowa',
    nip: '6041182053',
    addressLine1: 'ul. Dębowa 18',
    addressLine2: '80-204 Gdańsk',
    site: 'debowa',
    people: [
      { key: 'rejestracja', name: 'Alicja Wrona', position: 'rejestracja' },
      {
        key: 'gabinet',
        name: 'Piotr Sikora',
        position: 'właściciel',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    devices: [{ key: 'pantomograf', name: 'Pantomograf', deviceClass: 'rentgen', serialNumber: 'RX-5531' }],
    monthsAgo: 6,
    contract: 58,
    hours: 'work',
    paymentDays: 14,
    pays: { days: 0, unpaid: 0 },
    perMonth: 2,
    items: [fee('650.00'), onSite(120, '180.00')],
    work: { place: 'onSite', minutes: [60, 100] },
    subjects: [
      'Pantomograf nie wysyła zdjęć',
      'Komputer w gabinecie 2 nie startuje',
      'Kalendarz wizyt się nie odświeża',
    ],
  },
  {
    key: 'polnoc',
    name: 'Logistyka Północ S.A.',
    nip: '5892304716',
    addressLine1: 'ul. Kontenerowa 7',
    addressLine2: '81-155 Gdynia',
    site: 'logpolnoc',
    people: [
      { key: 'dyspozytor', name: 'Grzegorz Zając', position: 'dyspozytor' },
      { key: 'it', name: 'Monika Rudnicka', position: 'kierowniczka IT', isSupervisor: true },
      { key: 'faktury', name: 'Beata Olszewska', position: 'księgowość', receivesInvoices: true },
    ],
    sites: [
      { name: 'Hala A', addressLine1: 'ul. Kontenerowa 7', addressLine2: '81-155 Gdynia' },
      { name: 'Hala B', addressLine1: 'ul. Kontenerowa 7', addressLine2: '81-155 Gdynia' },
      { name: 'Oddział Tczew', addressLine1: 'ul. Kolejowa 12', addressLine2: '83-110 Tczew' },
    ],
    devices: [
      {
        key: 'wifiB',
        name: 'Punkt dostępowy 7',
        deviceClass: 'punkt dostępowy',
        serialNumber: 'AP-0077',
        site: 'Hala B',
      },
    ],
    monthsAgo: 8,
    contract: 23,
    hours: 'always',
    paymentDays: 60,
    pays: { days: 0, unpaid: 0 },
    perMonth: 4,
    items: [fee('4800.00'), labour(1200, '210.00'), trips('90.00'), material(1200)],
    credits: {
      clauses: [
        { id: 'reakcja', clause: '§ 15 ust. 1', target: 'reaction', counts: 'miss', amountGrosze: 12_000 },
        {
          id: 'realizacja',
          clause: '§ 15 ust. 2',
          target: 'resolution',
          counts: 'startedHour',
          feeBp: 100,
          capPerTicketGrosze: 48_000,
        },
      ],
      caps: { periodFeeBp: 2000 },
    },
    work: { place: 'remote', minutes: [120, 240, 330], everyTrip: 5, everyMaterial: 4 },
    subjects: [
      'Magazyn: terminale tracą sieć',
      'Drukarka listów przewozowych',
      'Serwer plików zapełniony',
      'Brama wjazdowa nie czyta tablic',
      'VPN oddziału w Tczewie',
    ],
  },
  {
    key: 'gesior',
    name: 'Biuro Rachunkowe Gęsior',
    nip: '5857190369',
    addressLine1: 'ul. Spokojna 3',
    addressLine2: '83-000 Pruszcz Gdański',
    site: 'gesior',
    people: [
      {
        key: 'biuro',
        name: 'Teresa Gęsior',
        position: 'właścicielka',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    monthsAgo: 6,
    contract: 61,
    hours: 'work',
    paymentDays: 7,
    pays: { days: 4, unpaid: 1 },
    perMonth: 3,
    items: [fee('390.00'), tickets(4, '95.00')],
    work: { place: 'remote', minutes: [20, 30] },
    subjects: ['Program księgowy nie wysyła JPK', 'Certyfikat wygasł', 'Skaner do sieci', 'Hasło do poczty'],
  },
  {
    key: 'wrobel',
    name: 'Hurtownia Wróbel',
    nip: '5835501282',
    addressLine1: 'ul. Przemysłowa 40',
    addressLine2: '83-110 Tczew',
    site: 'wrobel',
    people: [
      {
        key: 'magazyn',
        name: 'Stanisław Wróbel',
        position: 'właściciel',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    monthsAgo: 5,
    contract: 66,
    hours: 'work',
    isUnsigned: true,
    paymentDays: 14,
    pays: { days: 12, unpaid: 1 },
    perMonth: 2,
    items: [
      labour(0, '165.00'),
      trips('80.00'),
      { id: 'minimum', kind: 'minimum', amountPrice: '500.00', over: ['labour'] },
    ],
    work: { place: 'remote', minutes: [60, 90], everyTrip: 3 },
    subjects: ['Kolektor danych nie widzi zamówień', 'Kasa rozlicza się podwójnie', 'Nowa drukarka etykiet'],
  },
  {
    key: 'lakowa',
    name: 'Przychodnia Łąkowa',
    nip: '9574409176',
    addressLine1: 'ul. Łąkowa 60',
    addressLine2: '80-769 Gdańsk',
    site: 'lakowa',
    people: [
      { key: 'rejestracja', name: 'Joanna Mazur', position: 'rejestracja' },
      {
        key: 'dyrekcja',
        name: 'Andrzej Król',
        position: 'dyrektor',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    monthsAgo: 4,
    contract: 70,
    hours: 'work',
    paymentDays: 45,
    pays: { days: 3, unpaid: 1 },
    perMonth: 4,
    items: [fee('1900.00'), tickets(15, '75.00'), material(1500)],
    work: { place: 'remote', minutes: [25, 40, 60], everyMaterial: 6 },
    subjects: [
      'E-recepta nie wysyła się',
      'Kolejka w rejestracji stoi',
      'Laboratorium: wyniki nie schodzą',
      'Nowe stanowisko w gabinecie 7',
    ],
  },
  {
    key: 'zolw',
    name: 'Drukarnia Żółw',
    nip: '5869013420',
    addressLine1: 'ul. Papierowa 11',
    addressLine2: '84-200 Wejherowo',
    site: 'zolw',
    people: [
      {
        key: 'druk',
        name: 'Wojciech Żółw',
        position: 'właściciel',
        isSupervisor: true,
        receivesInvoices: true,
      },
    ],
    monthsAgo: 5,
    contract: 64,
    hours: 'work',
    paymentDays: 14,
    pays: { days: 9, unpaid: 2 },
    perMonth: 3,
    items: [fee('320.00'), tickets(4, '120.00'), trips('55.00'), material(1500)],
    work: { place: 'onSite', minutes: [60, 90], everyTrip: 1, everyMaterial: 3 },
    subjects: [
      'Ploter zaciąga papier',
      'RIP nie przyjmuje plików',
      'Wałek do wymiany',
      'Naświetlarka zgłasza błąd',
    ],
  },
  {
    key: 'bursztyn',
    name: 'Spółdzielnia Mieszkaniowa Bursztyn',
    nip: '5834077190',
    addressLine1: 'ul. Bursztynowa 1',
    addressLine2: '80-462 Gdańsk',
    site: 'smbursztyn',
    people: [
      { key: 'administracja', name: 'Krystyna Duda', position: 'administracja' },
      { key: 'prezes', name: 'Zbigniew Kot', position: 'prezes', isSupervisor: true, receivesInvoices: true },
    ],
    monthsAgo: 3,
    contract: 74,
    hours: 'work',
    paymentDays: 14,
    pays: { days: 0, unpaid: 0 },
    perMonth: 2,
    items: [
      fee('890.00'),
      onSite(60, '150.00'),
      { id: 'discount', kind: 'discount', percentBp: 500, on: 'all', order: 1 },
    ],
    work: { place: 'onSite', minutes: [60, 80] },
    subjects: ['Domofon w klatce 4', 'Monitoring garażu nie nagrywa', 'Serwer liczników ciepła'],
  },
]
