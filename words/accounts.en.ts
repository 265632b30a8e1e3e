import type { Words } from './words.ts'
import type { accountsPl } from './accounts.pl.ts'

export const accountsEn: Words<typeof accountsPl> = {
  mails: {
    confirm_email: ({ company, link }) => ({
      subject: `Confirm your e-mail address – ${company}`,
      body: `Hello,\n\nthe account of ${company} is ready. Please confirm this e-mail address:\n\n${link}\n\nThe link works for three days. If it was not you who opened the account, please ignore this message.\n`,
    }),
    sign_in: ({ company, link, minutes }) => ({
      subject: `Sign in to ${company}`,
      body: `Hello,\n\nhere is your link to sign in without a password:\n\n${link}\n\nIt works for ${minutes} minutes and only once. If you did not ask for it, please ignore this message.\n`,
    }),
    invitation: ({ company, link, name }) => ({
      subject: `Invitation to ${company}`,
      body: `Hello${name ? ` ${name}` : ''},\n\n${company} invites you to work together in Opiekun. Please accept and choose a password:\n\n${link}\n\nThe link works for seven days and only once.\n`,
    }),
    reset_password: ({ link, minutes }) => ({
      subject: 'New password',
      body: `Hello,\n\nchoose a new password here:\n\n${link}\n\nThe link works for ${minutes} minutes and only once.\n`,
    }),
    confirm_report: ({ company, link }) => ({
      subject: `Confirm your report – ${company}`,
      body: `Hello,\n\na report was sent from this address in the form of ${company}. Please confirm that it was you:\n\n${link}\n\nThe report is waiting; its text is kept.\n`,
    }),
  },
  roles: { owner: 'owner', manager: 'manager', accountManager: 'account manager', technician: 'technician', billing: 'billing' },
  trades: { it: 'IT support', hvac: 'HVAC and refrigeration', print: 'Printers and copiers', alarms: 'Alarms and cameras', lifts: 'Lifts', generic: 'General service' },
  priorities: { critical: 'critical', high: 'high', normal: 'normal', low: 'low' },
}
