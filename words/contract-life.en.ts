import type { contractLifePl } from './contract-life.pl.ts'
import { longDate } from './format.ts'
import type { Words } from './words.ts'

type Renewal = {
  number: string
  client: string
  lastDay: string
  decideBy: string
  nextLastDay: string
}

export const contractLifeEn: Words<typeof contractLifePl> = {
  importing: {
    cell: {
      missing: () => 'This value is missing.',
      not_a_date: (text: string) => `“${text}” is not a date. Write 2026-01-01, for example.`,
      not_an_amount: (text: string) => `“${text}” is not an amount. Write 1234.50, for example.`,
      not_a_number: (text: string) => `“${text}” is not a number.`,
      yes_no_unclear: (text: string) => `“${text}”: write yes or no.`,
    },
  },
  amendmentReason: (kind: 'indexation' | 'priceList', name: string) =>
    kind === 'indexation' ? 'yearly indexation' : `new version of the price list “${name}”`,
  mails: {
    indexation: ({ number, validFrom, company }: { number: string; validFrom: string; company: string }) => ({
      subject: `Contract ${number}: prices from ${longDate('en', validFrom)}`,
      text: [
        'Hello,',
        `by contract ${number} prices follow the announced index from ${longDate('en', validFrom)}. The notice with the old and the new prices is attached.`,
        'Your account manager answers questions; you can reply to this message.',
        company,
      ].join('\n\n'),
    }),
    renewsSoon: ({ number, lastDay, decideBy, nextLastDay, company }: Renewal & { company: string }) => ({
      subject: `Contract ${number} is going to renew`,
      text: [
        'Hello,',
        `contract ${number} runs until ${longDate('en', lastDay)}. Unless one of the parties says otherwise by ${longDate('en', decideBy)}, it goes on until ${longDate('en', nextLastDay)}.`,
        'You can reply to this message.',
        company,
      ].join('\n\n'),
    }),
    renewsSoonStaff: ({ number, client, lastDay, decideBy, nextLastDay }: Renewal) => ({
      subject: `${number}, ${client}: the contract will renew, decide by ${longDate('en', decideBy)}`,
      text: [
        `Contract ${number} with ${client} runs until ${longDate('en', lastDay)}.`,
        `Unless somebody says otherwise by ${longDate('en', decideBy)}, it goes on until ${longDate('en', nextLastDay)}. The client has been reminded.`,
      ].join('\n\n'),
    }),
  },
}
