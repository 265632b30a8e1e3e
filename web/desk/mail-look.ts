/** Incoming mail on the screen: what kinds of outcome there are, and what a person may still decide. */
import type { Schemas } from '../generated/client.ts'
export const outcomes = [
  'ticket',
  'message',
  'note',
  'broken',
  'autoReply',
  'automatic',
  'bounce',
  'loop',
  'failed',
] as const
export type Outcome = IncomingMail['outcome']
export type IncomingMail = Schemas.IncomingMail
export type OriginalMail = Schemas.OriginalMail

export const mailViews = ['all', 'taken', 'skipped', 'problems'] as const
export type MailView = (typeof mailViews)[number]

const viewOf: Record<Outcome, Exclude<MailView, 'all'>> = {
  ticket: 'taken',
  message: 'taken',
  note: 'taken',
  autoReply: 'skipped',
  automatic: 'skipped',
  loop: 'skipped',
  broken: 'problems',
  bounce: 'problems',
  failed: 'problems',
}

export const inView = (mail: Pick<IncomingMail, 'outcome'>, view: MailView): boolean =>
  view === 'all' || viewOf[mail.outcome] === view

export const toneOf = ({ outcome }: Pick<IncomingMail, 'outcome'>): 'soft' | 'calm' | 'decision' =>
  ({ taken: 'soft', skipped: 'calm', problems: 'decision' } as const)[viewOf[outcome]]

/** A message that led nowhere may still become a ticket when somebody says so. */
export const mayBecomeTicket = (mail: Pick<IncomingMail, 'ticketId' | 'conversationId'>): boolean =>
  mail.ticketId === null && mail.conversationId === null

/** A page of its own for somebody else's HTML: its styles stay inside, nothing is fetched, links open elsewhere. */
export function framedHtml(html: string): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><base target="_blank"><style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#1b2422;background:#fff;overflow-wrap:anywhere}img,table{max-width:100%}</style>${html}`
}

export type MailboxForm = {
  host: string
  port: string
  isSecure: boolean
  username: string
  password: string
  folder: string
  withExisting: boolean
}
export const newMailbox: MailboxForm = {
  host: '',
  port: '993',
  isSecure: true,
  username: '',
  password: '',
  folder: 'INBOX',
  withExisting: false,
}

export type MailboxProblem = 'needHost' | 'needUsername' | 'needPassword' | 'badPort'

/** What is missing before the mailbox can be tried, by field. */
export function problemsOfMailbox(form: MailboxForm): Partial<Record<keyof MailboxForm, MailboxProblem>> {
  const port = Number(form.port)
  return {
    ...(form.host.trim() ? {} : { host: 'needHost' as const }),
    ...(/^\d+$/.test(form.port.trim()) && port >= 1 && port <= 65_535 ? {} : { port: 'badPort' as const }),
    ...(form.username.trim() ? {} : { username: 'needUsername' as const }),
    ...(form.password ? {} : { password: 'needPassword' as const }),
  }
}

/** The usual port follows the encryption, unless somebody typed another one. */
export const portFor = (port: string, isSecure: boolean): string =>
  port === '993' || port === '143' ? (isSecure ? '993' : '143') : port
