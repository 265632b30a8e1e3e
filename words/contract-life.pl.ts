/** Words of the life of a contract: renewal, end, suspension, price lists, templates, indexation, absences, import. */
import { longDate } from './format.ts'

type Renewal = {
  number: string
  client: string
  lastDay: string
  decideBy: string
  nextLastDay: string
}

export const contractLifePl = {
  importing: {
    cell: {
      missing: () => 'Tej wartości brakuje.',
      not_a_date: (text: string) => `„${text}” to nie jest data. Wpisz na przykład 1.01.2026.`,
      not_an_amount: (text: string) => `„${text}” to nie jest kwota. Wpisz na przykład 1 234,50.`,
      not_a_number: (text: string) => `„${text}” to nie jest liczba.`,
      yes_no_unclear: (text: string) => `„${text}”: wpisz tak albo nie.`,
    },
  },
  amendmentReason: (kind: 'indexation' | 'priceList', name: string) =>
    kind === 'indexation' ? 'coroczna waloryzacja' : `nowa wersja cennika „${name}”`,
  mails: {
    indexation: ({ number, validFrom, company }: { number: string; validFrom: string; company: string }) => ({
      subject: `Umowa ${number}: ceny od ${longDate('pl', validFrom)}`,
      text: [
        'Dzień dobry,',
        `zgodnie z umową nr ${number} od ${longDate('pl', validFrom)} ceny zmieniają się o ogłoszony wskaźnik. Zawiadomienie z cenami dotychczasowymi i nowymi jest w załączniku.`,
        'Na pytania odpowie opiekun; na tę wiadomość można odpisać.',
        company,
      ].join('\n\n'),
    }),
    renewsSoon: ({ number, lastDay, decideBy, nextLastDay, company }: Renewal & { company: string }) => ({
      subject: `Umowa ${number} przedłuży się`,
      text: [
        'Dzień dobry,',
        `umowa nr ${number} obowiązuje do ${longDate('pl', lastDay)}. Jeżeli do ${longDate('pl', decideBy)} żadna ze stron nie oświadczy inaczej, przedłuży się do ${longDate('pl', nextLastDay)}.`,
        'Na tę wiadomość można odpowiedzieć.',
        company,
      ].join('\n\n'),
    }),
    renewsSoonStaff: ({ number, client, lastDay, decideBy, nextLastDay }: Renewal) => ({
      subject: `${number}, ${client}: umowa przedłuży się, można zdecydować do ${longDate('pl', decideBy)}`,
      text: [
        `Umowa ${number} z klientem ${client} obowiązuje do ${longDate('pl', lastDay)}.`,
        `Jeżeli nikt nie oświadczy inaczej do ${longDate('pl', decideBy)}, przedłuży się do ${longDate('pl', nextLastDay)}. Klient dostał przypomnienie.`,
      ].join('\n\n'),
    }),
  },
}
