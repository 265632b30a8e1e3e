import { count, duration, durationInWords, list, moment, nbsp, plural } from './format.ts'
import type { kitPl } from './kit.pl.ts'
import type { Words } from './words.ts'

export const kitEn: Words<typeof kitPl> = {
  product: 'Opiekun',
  buttons: {
    save: 'Save', cancel: 'Cancel', close: 'Close', back: 'Back', next: 'Next', add: 'Add', remove: 'Remove', edit: 'Change', copy: 'Copy', copied: 'Copied',
    undo: 'Undo', retry: 'Retry', tryNow: 'Try now', send: 'Send', show: 'Show', hide: 'Hide', more: 'More', search: 'Search', clear: 'Clear', confirm: 'Confirm',
    download: 'Download', open: 'Open', signOut: 'Sign out', start: 'Start', stop: 'Stop', yes: 'Yes', no: 'No',
  },
  time: {
    calm: 'calm', watch: 'watch', urgent: 'urgent', overdue: 'overdue', paused: 'paused', met: 'met', missed: 'missed',
    left: (seconds) => `${duration('en', seconds)} left`,
    leftInWords: (seconds) => `${durationInWords('en', seconds)} left`,
    overdueBy: (seconds) => `${duration('en', seconds)} overdue`,
    overdueInWords: (seconds) => `overdue by ${durationInWords('en', seconds)}`,
    within: (seconds) => `in ${duration('en', seconds)}`,
    waiting: ({ reason }) => reason ?? 'paused',
    due: (at, zone, now) => `due: ${moment('en', at, zone, now)}`,
    now: 'now', counted: 'counted', closed: 'outside hours', remaining: 'left', notCounted: '–', start: 'start', deadline: 'due',
    clockOf: 'clock', explain: 'Show where this deadline comes from', workDay: 'Working day with its deadlines', minutes: (n) => plural('en', n, { one: 'minute', other: 'minutes' }),
    hours: (n) => plural('en', n, { one: 'hour', other: 'hours' }), workingDays: 'working days',
    at: (time, label, state) => `${time}: ${label}, ${state}`, several: (n) => count('en', n, { one: 'deadline', other: 'deadlines' }),
  },
  frame: {
    menu: 'Menu', mainMenu: 'Main menu', skip: 'Skip to content', content: 'Content', search: 'Search or give a command', notices: 'Notifications', unread: (n) => `${n}\u00a0new`,
    profile: 'Profile', company: 'Company', money: 'Money', more: 'More', back: 'Back', close: 'Close', footer: 'Runs on', call: 'Call',
    theme: 'Appearance', themeSystem: 'as the system', themeLight: 'light', themeDark: 'dark', language: 'Language', newVersion: 'A new version is here.', reload: 'Reload',
    offline: 'No connection. What you type stays in this browser.', loading: 'Loading', sandbox: 'sandbox',
  },
  list: {
    previousNext: (at, all) => `${at} of ${all}`, selected: (n) => `${n}\u00a0selected`,
    select: (name) => `Select: ${name}`, expand: (name) => `Expand: ${name}`, collapse: (name) => `Collapse: ${name}`, new: (n) => `${n}\u00a0new`,
    nothing: 'Nothing here.', noMatch: 'Nothing matches the filter.', clearFilters: 'Clear filters',
  },
  money: { net: 'net', gross: 'gross', vat: 'VAT', total: 'total', was: 'was' },
  package: {
    used: (used, granted, noun) => nbsp(`${used} of ${granted} ${noun}`), inside: 'inside the fee', over: 'over the fee', notCounted: 'not counted',
    squares: (inside, over, notCounted) =>
      list('en', [`inside the fee: ${inside}`, ...(over > 0 ? [`over the fee: ${over}`] : []), ...(notCounted > 0 ? [`not counted: ${notCounted}`] : [])]),
    all: 'total, nothing was left out',
  },
  people: { nobody: 'unassigned', avatar: (name) => name, online: 'available now' },
  priorities: { critical: 'critical', high: 'high', normal: 'normal', low: 'low' },
  thread: {
    note: 'note, the client does not see it', reply: 'Reply', noteShort: 'Note', to: 'to', template: 'template', attach: 'Add a file', byEmail: 'by e-mail', byPanel: 'from the panel', byPhone: 'by phone',
    byForm: 'from the form', byApi: 'through the API', read: 'read', sent: 'sent', message: 'Message', writing: (name) => `${name} is writing`, remove: (name) => `Remove file ${name}`,
    picture: (name) => `Picture ${name}`, reaction: 'Quick template', afterSending: 'after sending',
  },
  steps: { done: 'done', current: 'now', ahead: 'ahead', failed: 'failed', of: (step, all) => `step ${step} of ${all}` },
  errors: {
    title: 'Something did not work.', kept: 'Kept', lastSave: 'Last save on the server', incident: 'Event number', copyIncident: 'Copy the event number', nextTry: (seconds) => `next try in ${seconds}\u00a0s`,
    screen: 'This screen did not open.', screenWhy: 'This is our mistake, not yours. Nothing was changed; try to open the screen again.', offline: 'There is no connection to the server.', offlineWhy: 'Check your network. We try again when the connection is back.',
    notFound: 'There is no such page.', notFoundWhy: 'The address may have changed, or the thing was removed.', home: 'Go to the start', required: 'This field is needed.', failed: 'Failed',
    unknown: 'It did not work. Nothing was changed; try again.',
  },
  confirm: { sure: 'This cannot be undone.' },
}

