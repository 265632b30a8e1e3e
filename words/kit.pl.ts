/** Words of the kit: buttons, the states of time, frames and what every screen shares. */
import { count, duration, durationInWords, list, moment, nbsp, plural, type When } from './format.ts'

type Waiting = { reason?: string | undefined }

export const kitPl = {
  product: 'Opiekun',
  buttons: {
    save: 'Zapisz', cancel: 'Anuluj', close: 'Zamknij', back: 'Wróć', next: 'Dalej', add: 'Dodaj', remove: 'Usuń', edit: 'Zmień', copy: 'Kopiuj', copied: 'Skopiowano',
    undo: 'Cofnij', retry: 'Ponów', tryNow: 'Spróbuj teraz', send: 'Wyślij', show: 'Pokaż', hide: 'Ukryj', more: 'Więcej', search: 'Szukaj', clear: 'Wyczyść', confirm: 'Potwierdź',
    download: 'Pobierz', open: 'Otwórz', signOut: 'Wyloguj', start: 'Start', stop: 'Stop', yes: 'Tak', no: 'Nie',
  },
  time: {
    calm: 'spokojnie', watch: 'uwaga', urgent: 'pilne', overdue: 'po terminie', paused: 'wstrzymane', met: 'dotrzymane', missed: 'przekroczone',
    left: (seconds: number) => `${plural('pl', unitOf(seconds), { one: 'została', few: 'zostały', many: 'zostało' })} ${duration('pl', seconds)}`,
    leftInWords: (seconds: number) => `${plural('pl', unitOf(seconds), { one: 'została', few: 'zostały', many: 'zostało' })} ${durationInWords('pl', seconds)}`,
    overdueBy: (seconds: number) => `${duration('pl', seconds)} po terminie`,
    overdueInWords: (seconds: number) => `po terminie o${'\u00a0'}${durationInWords('pl', seconds).replace('minuta', 'minutę').replace('godzina', 'godzinę').replace('sekunda', 'sekundę')}`,
    within: (seconds: number) => `w${'\u00a0'}${duration('pl', seconds)}`,
    waiting: ({ reason }: Waiting) => reason ?? 'wstrzymane',
    due: (at: When, zone: string, now: When) => `termin: ${moment('pl', at, zone, now)}`,
    now: 'teraz', counted: 'liczone', closed: 'poza godzinami', remaining: 'zostało', notCounted: '–', start: 'początek', deadline: 'termin',
    clockOf: 'zegar', explain: 'Pokaż, skąd ten termin', workDay: 'Dzień pracy z terminami', minutes: (n: number) => plural('pl', n, { one: 'minuta', few: 'minuty', many: 'minut' }),
    hours: (n: number) => plural('pl', n, { one: 'godzina', few: 'godziny', many: 'godzin' }), workingDays: 'dni rob.',
    at: (time: string, label: string, state: string) => `${time}: ${label}, ${state}`, several: (n: number) => count('pl', n, { one: 'termin', few: 'terminy', many: 'terminów' }),
  },
  frame: {
    menu: 'Menu', mainMenu: 'Menu główne', skip: 'Przejdź do treści', content: 'Treść', search: 'Szukaj lub wydaj polecenie', notices: 'Powiadomienia', unread: (n: number) => count('pl', n, { one: 'nowe', few: 'nowe', many: 'nowych' }),
    profile: 'Profil', company: 'Firma', money: 'Pieniądze', more: 'Więcej', back: 'Wróć', close: 'Zamknij', footer: 'Działa na', call: 'Zadzwoń',
    theme: 'Wygląd', themeSystem: 'jak w systemie', themeLight: 'jasny', themeDark: 'ciemny', language: 'Język', newVersion: 'Jest nowa wersja programu.', reload: 'Odśwież',
    offline: 'Brak połączenia. To, co wpiszesz, zostaje w tej przeglądarce.', loading: 'Wczytuję', sandbox: 'piaskownica',
  },
  list: {
    previousNext: (at: number, all: number) => `${at} z ${all}`, selected: (n: number) => count('pl', n, { one: 'zaznaczony', few: 'zaznaczone', many: 'zaznaczonych' }),
    select: (name: string) => `Zaznacz: ${name}`, expand: (name: string) => `Rozwiń: ${name}`, collapse: (name: string) => `Zwiń: ${name}`, new: (n: number) => count('pl', n, { one: 'nowe', few: 'nowe', many: 'nowych' }),
    nothing: 'Nic tu nie ma.', noMatch: 'Nic nie pasuje do filtra.', clearFilters: 'Wyczyść filtry',
  },
  money: { net: 'netto', gross: 'brutto', vat: 'VAT', total: 'razem', was: 'było' },
  package: {
    used: (used: number, granted: number, noun: string) => nbsp(`${used} z ${granted} ${noun}`), inside: 'w abonamencie', over: 'ponad abonament', notCounted: 'niepoliczone',
    squares: (inside: number, over: number, notCounted: number) =>
      list('pl', [`w abonamencie: ${inside}`, ...(over > 0 ? [`ponad abonament: ${over}`] : []), ...(notCounted > 0 ? [`niepoliczone: ${notCounted}`] : [])]),
    all: 'razem, nic nie zostało pominięte',
  },
  people: { nobody: 'nieprzypisane', avatar: (name: string) => name, online: 'dostępny teraz' },
  priorities: { critical: 'krytyczny', high: 'wysoki', normal: 'zwykły', low: 'niski' },
  thread: {
    note: 'notatka, klient jej nie widzi', reply: 'Odpowiedz', noteShort: 'Notatka', to: 'do', template: 'szablon', attach: 'Dodaj plik', byEmail: 'e-mailem', byPanel: 'z panelu', byPhone: 'telefonicznie',
    byForm: 'z formularza', byApi: 'przez API', read: 'przeczytane', sent: 'wysłane', message: 'Treść wiadomości', writing: (name: string) => `${name} właśnie pisze`, remove: (name: string) => `Usuń plik ${name}`,
    picture: (name: string) => `Zdjęcie ${name}`, reaction: 'Szybki szablon', afterSending: 'po wysłaniu',
  },
  steps: { done: 'zrobione', current: 'teraz', ahead: 'przed nami', failed: 'nie udało się', of: (step: number, all: number) => `krok ${step} z ${all}` },
  errors: {
    title: 'Coś nie zadziałało.', kept: 'Zachowane', lastSave: 'Ostatni zapis na serwerze', incident: 'Numer zdarzenia', copyIncident: 'Kopiuj numer zdarzenia', nextTry: (seconds: number) => `kolejna próba za ${seconds}\u00a0s`,
    screen: 'Ten ekran się nie otworzył.', screenWhy: 'To nasz błąd, nie Twój. Niczego nie zmieniono; spróbuj otworzyć ekran jeszcze raz.', offline: 'Nie ma połączenia z serwerem.', offlineWhy: 'Sprawdź sieć. Spróbujemy sami, gdy połączenie wróci.',
    notFound: 'Nie ma takiej strony.', notFoundWhy: 'Adres mógł się zmienić albo rzecz została usunięta.', home: 'Przejdź na początek', required: 'To pole jest potrzebne.', failed: 'Nie udało się',
    unknown: 'Nie udało się. Niczego nie zmieniono; spróbuj ponownie.',
  },
  confirm: { sure: 'Tego nie można cofnąć.' },
} as const

/** The number that the verb before a duration agrees with: its leading unit. */
function unitOf(seconds: number): number {
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return Math.floor(minutes / 60)
  return minutes > 0 ? minutes : Math.floor(seconds)
}
