/** That a package is running out: the mail, and the few words in the bell. */
import { count, duration, nbsp } from './format.ts'

export type PackageFacts = { client: string; number: string; unit: string; granted: number; left: number }

export const packageAlertPl = {
  /** "zostały 2 z 10 zgłoszeń", "wykorzystano 4 h". */
  short: ({ unit, granted, left }: PackageFacts): string =>
    nbsp(
      left === 0
        ? `wykorzystano ${amount(unit, granted)}`
        : `zostało ${plain(unit, left)} z ${of(unit, granted)}`,
    ),
  mail: (facts: PackageFacts): { subject: string; lines: string[] } => ({
    subject: facts.left === 0 ? `${facts.client}: pakiet wykorzystany` : `${facts.client}: pakiet się kończy`,
    lines: [
      facts.left === 0
        ? nbsp(
            `Pakiet w umowie ${facts.number} jest wykorzystany: ${amount(facts.unit, facts.granted)}. Dalsza praca jest ponad abonament.`,
          )
        : nbsp(
            `W umowie ${facts.number} zostało ${plain(facts.unit, facts.left)} z ${of(facts.unit, facts.granted)} w pakiecie.`,
          ),
    ],
  }),
}

const time = (minutes: number): string => (minutes === 0 ? '0 min' : duration('pl', minutes * 60))
const plain = (unit: string, n: number): string => (unit === 'minute' ? time(n) : String(n))
const amount = (unit: string, n: number): string => {
  if (unit === 'minute') return time(n)
  return unit === 'ticket'
    ? count('pl', n, { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' })
    : String(n)
}
const of = (unit: string, n: number): string => {
  if (unit === 'minute') return time(n)
  return unit === 'ticket'
    ? count('pl', n, { one: 'zgłoszenia', few: 'zgłoszeń', many: 'zgłoszeń' })
    : String(n)
}
