import type { collectionPl } from './collection.pl.ts'
import type { Words } from './words.ts'

export const collectionEn: Words<typeof collectionPl> = {
  mails: {
    reminder: ({ number, issued, due, gross, paid, open, interest, account, sender }) => ({
      subject: `Payment reminder – ${number}, due ${due}`,
      text: [
        'Hello,',
        `this is a reminder of an invoice that was due on ${due}:`,
        [
          `Invoice: ${number}`,
          `Issued: ${issued}`,
          `Due: ${due}`,
          `Gross amount: ${gross}`,
          paid && `Paid: ${paid}`,
          `Still open: ${open}`,
        ]
          .filter(Boolean)
          .join('\n'),
        `Please pay to the account ${account}, with the title: ${number}.`,
        interest
          ? `Statutory interest for late payment${interest.isCommercial ? ' in commercial transactions' : ''} comes to ${interest.amount} as of ${interest.on}. We state it for information.`
          : '',
        'If you have paid in the last few days, please disregard this message. If anything about the invoice is unclear, please reply to this message and we will explain it.',
        `Kind regards\n${sender}\n`,
      ]
        .filter(Boolean)
        .join('\n\n'),
    }),
  },
  stages: {
    beforeDue: 'Before due date',
    days1to7: '1–7 days',
    days8to30: '8–30 days',
    over30: 'Over 30 days',
  },
  steps: {
    reminder: 'reminder',
    none: 'nothing is waiting',
    noAddress: 'no address for invoices',
    person: 'a person decides',
  },
  reminderSent: ({ on }) => `Reminder sent ${on}`,
  overdue: ({ days }) => `${days} overdue`,
  dueIn: ({ days }) => `in ${days}`,
  dueToday: 'today',
  movedDue: ({ due, effective }) =>
    `The term ${due} falls on a day free from work, so it ends on ${effective} (art. 115 of the Polish civil code).`,
  interest: {
    title: 'Interest today',
    kinds: {
      commercial: 'statutory interest for late payment in commercial transactions',
      statutory: 'statutory interest for late payment',
    },
    segment: ({ principal, rate, days, from, to }) =>
      `${from} – ${to}: ${principal} × ${rate} × ${days} / 365`,
    notChecked: ({ until }) =>
      `Rates were checked until ${until}. Later days are counted at the last known rate.`,
    none: 'No interest yet.',
  },
  statement: {
    invoice: 'Invoice',
    correction: 'Correction',
    payment: 'Payment',
    withdrawn: 'Withdrawn payment',
    balance: 'Balance',
    credit: 'Credit',
    open: 'Open',
  },
  payment: {
    title: 'Enter a payment',
    paidOn: 'Paid on',
    amount: 'Amount',
    note: 'Title of the transfer',
    invoices: 'For which invoices',
    oldestFirst: 'The oldest due first',
    oldestFirstWhy:
      'When the payer named no debt, a payment goes to the one that was due first (art. 451 of the Polish civil code).',
    saved: ({ amount }) => `Payment of ${amount} entered`,
    left: ({ amount }) => `A credit of ${amount} waits for the next invoice.`,
    withdraw: 'Withdraw the payment',
    withdrawWhy: 'Why',
    useCredit: 'Use the credit',
  },
}
