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
  mails: {
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
