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
  signUp: {
    title: 'Open a company account', lead: 'Free. In three minutes you see the first deadline counted.', email: 'Work e-mail', password: 'Password', passwordHint: 'at least 10 characters', name: 'First and last name', company: 'Company name', nip: 'NIP of the company', nipLater: 'you can add it later',
    next: 'Next: trade', have: 'Have an account?', signIn: 'Sign in', terms: 'You can correct the company data in the settings.', promise: ['The contract says when.', 'Opiekun keeps watch.'], onePlace: 'One contract counts deadlines, prices, invoice and document.',
    sampleTicket: 'The label printer does not print', sampleFrom: 'Fri 15:40', sampleDue: 'due: today, 11:25', sampleLine: '11th ticket, over the package of 10',
    tradeTitle: 'What do you service?', tradeLead: 'We prepare service levels, calendars and a price list. You can change everything later.', ready: 'ready', onStart: (trade) => `${trade}: to begin with`, levels: 'Service levels', begin: 'Begin with this set', back: 'Back',
    steps: ['Company', 'Trade'], reaction: (text) => `reaction ${text}`, resolution: (text) => `resolution ${text}`, demo: 'See the demo company', demoLead: 'or first have a look at how it works',
  },
  signIn: {
    title: 'Sign in', submit: 'Sign in', link: 'Send me a link instead of a password', sent: 'If this address has an account, the link is on its way. It works for 15 minutes and only once.', noAccount: 'No account?', create: 'Open a company account', needEmail: 'Enter the e-mail address first.',
  },
  enter: {
    entering: 'Entering…', invitation: 'Accept the invitation', invitationLead: 'Choose the password you will sign in with.', accept: 'Set the password and enter', confirm: 'Confirm the address', confirmLead: 'One click and the address is confirmed.', confirmButton: 'Confirm and enter', open: 'Enter', openLead: 'The link works only once, so we ask.', again: 'Ask for a new link',
  },
  tradesShort: {
    it: 'reaction from 30 min, ticket package, remote or on site', hvac: 'seasonal inspections, 24/7 clock for cold rooms', print: 'replacement devices, ticket package', alarms: '24/7 clock, maintenance, interventions', lifts: 'release of persons day and night, inspections', generic: 'begin with a simple contract and change what you like',
  },
  nav: { settings: 'Settings', people: 'People', outbox: 'Outbox' },
  settings: {
    company: 'Company', invoices: 'Invoices', levels: 'Service levels', calendars: 'Calendars', channels: 'Channels', people: 'People', outbox: 'Outbox', sandbox: 'Sandbox',
    name: 'Name', nip: 'NIP', regon: 'REGON', street: 'Street and number', city: 'Postcode and town', email: 'E-mail', phone: 'Phone', register: 'Register entry', registerHint: 'the sentence of KRS or CEIDG; it stands on contracts and invoices', representation: 'Represented by', account: 'Bank account', bank: 'Bank',
    invoicePattern: 'Pattern of invoice numbers', correctionPattern: 'Pattern of correction numbers', contractPattern: 'Pattern of contract numbers', patternHint: '{n} counter, {MM} month, {YYYY} year', paymentDays: 'Payment term in days', saved: 'Saved.', save: 'Save changes',
    form: 'Report form', formHint: 'Give this address to clients or put it on your page.', mailAddress: 'E-mail address for tickets', mailHint: 'It works when the server receives mail (setting --smtp-in). You can also add an IMAP mailbox.', secret: 'Key for taking messages by HTTP',
    hours: 'Hours', holidays: 'closed on public holidays', noHolidays: 'also on public holidays', addCalendar: 'Add a calendar', closed: 'closed', day: 'Day', from: 'from', to: 'to', priority: 'Priority', definition: 'When', reaction: 'Reaction (min)', resolution: 'Resolution', resolutionMinutes: 'minutes', resolutionDays: 'business days', calendar: 'Calendar', closedOnHolidays: 'Closed on public holidays', calendarName: 'Name of the calendar', default: 'default',
    sandboxWhat: 'A separate company to try things in, with its own clock that you move forward. Mail from a sandbox never leaves for real addresses.', sandboxFrom: 'The clock begins at', sandboxFromHint: 'empty: from now', openSandbox: 'Open a sandbox',
    theirs: 'Somebody saved changes before you. Their version is shown; your entries are below.', legal: 'Who works here',
  },
  people: {
    invite: 'Invite a person', name: 'First and last name', email: 'E-mail', phone: 'Phone', role: 'Role', joined: 'works here', invited: 'invited', left: 'has left', send: 'Send the invitation', end: 'End access', endTitle: (name) => `End the access of ${name}?`, endWhy: 'Sessions of this person end at once. Their work stays under their name.', again: 'Send again',
    roleWhat: { owner: 'everything, also billing and people', manager: 'everything except changing owners', accountManager: 'clients, contracts, tickets', technician: 'tickets and working time', billing: 'billing, invoices, payments' },
  },
  outbox: {
    empty: 'Nothing has left yet.', emptyWhy: 'Every message that the company sends stands here, with its fate.', to: 'to', masked: "Somebody else's link is covered.", resend: 'Send now', kept: 'No SMTP server is set, so messages stay here.', attachments: 'Attachments',
    states: { queued: 'waiting', sending: 'leaving', sent: 'sent', kept: 'kept here', failed: 'refused', uncertain: 'not known whether it arrived' },
  },
  banner: {
    unconfirmed: 'Confirm your e-mail address: we sent you a link.', resend: 'Send again', resent: 'Sent.', mailKept: 'Mail stays in the outbox, because no SMTP server is set.', outbox: 'Show the outbox', demo: 'This is the demo company. Nothing leaves for real addresses.',
    sandbox: (now) => `Sandbox. The clock stands at: ${now}`, move: 'Move the clock', moving: 'The clock is moving…', hour: '+1 hour', day: '+1 day', week: '+1 week', month: 'start of the next month', to: 'To the moment',
  },
}
