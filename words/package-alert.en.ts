/** That a package is running out: the mail, and the few words in the bell. */
import { count, duration, nbsp } from './format.ts'
import type { packageAlertPl } from './package-alert.pl.ts'

export const packageAlertEn: typeof packageAlertPl = {
  short: ({ unit, granted, left }) =>
    nbsp(
      left === 0
        ? `${amount(unit, granted)} used up`
        : `${plain(unit, left)} of ${amount(unit, granted)} left`,
    ),
  mail: (facts) => ({
    subject: facts.left === 0 ? `${facts.client}: package used up` : `${facts.client}: package running out`,
    lines: [
      facts.left === 0
        ? nbsp(
            `The package of contract ${facts.number} is used up: ${amount(facts.unit, facts.granted)}. Further work is over the fee.`,
          )
        : nbsp(
            `Contract ${facts.number} has ${plain(facts.unit, facts.left)} of ${amount(facts.unit, facts.granted)} left in its package.`,
          ),
    ],
  }),
}

const time = (minutes: number): string => (minutes === 0 ? '0 min' : duration('en', minutes * 60))
const plain = (unit: string, n: number): string => (unit === 'minute' ? time(n) : String(n))
const amount = (unit: string, n: number): string => {
  if (unit === 'minute') return time(n)
  return unit === 'ticket' ? count('en', n, { one: 'ticket', other: 'tickets' }) : String(n)
}
