import type { Words } from './words.ts'
import type { billingPl } from './billing.pl.ts'

export const billingEn: Words<typeof billingPl> = {
  mails: {
    invoice: ({ number, company, period, gross, due, panel }) => ({
      subject: `Invoice ${number} – ${company}`,
      body: `Hello,\n\nplease find attached invoice ${number} for the period ${period}.\n\nTo pay: ${gross}\nDue: ${due}\n\nThe panel shows where every line comes from: ${panel}\n\nKind regards\n${company}\n`,
    }),
    correction: ({ number, company, gross, panel }) => ({
      subject: `Correcting invoice ${number} – ${company}`,
      body: `Hello,\n\nplease find attached correcting invoice ${number}. Change of the amount: ${gross}.\n\nThe panel shows the details: ${panel}\n\nKind regards\n${company}\n`,
    }),
  },
  units: { period: 'month', ticket: 'ticket', hour: 'h', contact: 'contact', trip: 'trip', kilometre: 'km', amount: 'service', user: 'user', device: 'pc' } as Record<string, string>,
  paper: {
    soldIn: 'period',
    transferTitle: (number) => `Invoice ${number}`,
    appendixTitle: 'Appendix: work in the period',
    groupWithin: 'Tickets',
    inside: 'within the fee',
    over: 'over the fee',
    notCounted: 'not counted',
    editedLine: (reason) => `Changed by hand: ${reason}`,
  },
}
