/**
 * The mails of the desk. Those to the client's side keep the thread: the token in the
 * subject, References of what was said before, and the company's own address for replies.
 */
import { must } from '#engines/base/must.ts'
import { companyOf, staffMember } from '#server/accounts/public.ts'
import { contactOf, type Contact } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import type { Lang } from '#words/words.ts'
import { threadOf, type MessageFile } from './conversations.ts'
import { deskWords, languageOf } from './room-words.ts'
import { ticketName, type TicketRow } from './ticket-store.ts'

type Text = { subject: string; lines: readonly string[] }
type Write = (language: Lang, ticket: { name: string; subject: string }) => Text

export const staffAddressOf = (ctx: Context, ticketId: string): string =>
  `${ctx.app.settings.publicUrl}/tickets/${ticketId}`
export const panelAddressOf = (ctx: Context, ticketId: string): string =>
  `${ctx.app.settings.publicUrl}/panel/tickets/${ticketId}`
/** Where an answer reaches us: the company's own mailbox, or the address that our receiver takes. */
export async function replyAddressOf(ctx: Context): Promise<string> {
  const own = await ctx.tx
    .selectFrom('mailboxes')
    .select('username')
    .where('tenantId', '=', ctx.tenantId)
    .where('isPaused', '=', false)
    .where('username', 'like', '%_@_%')
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return own?.username ?? `${ctx.tenant.slug}@${ctx.app.settings.mailDomain}`
}

export type Addressee = { address: string; name: string; language: Lang; contact?: Contact }

/** Whom we answer about a ticket: its contact, else the address from which it came. */
export async function addresseeOf(
  ctx: Context,
  ticket: Pick<TicketRow, 'contactId' | 'reporterEmail' | 'reporterName'>,
): Promise<Addressee | undefined> {
  const contact = ticket.contactId ? await contactOf(ctx, ticket.contactId) : undefined
  if (contact && !contact.leftAt) {
    return { address: contact.email, name: contact.name, language: languageOf(contact.language), contact }
  }
  if (!ticket.reporterEmail) return undefined
  return { address: ticket.reporterEmail, name: ticket.reporterName, language: ctx.tenant.language }
}

/** Writes to the person on the client's side; answers the Message-ID, or nothing when there is no address. */
export async function mailToClient(
  ctx: Context,
  ticket: TicketRow,
  mail: {
    kind: string
    write: Write
    automatic?: boolean
    files?: readonly MessageFile[]
    to?: Addressee
    secret?: boolean
  },
): Promise<string | undefined> {
  const to = mail.to ?? (await addresseeOf(ctx, ticket))
  if (!to) return undefined
  const references = await threadOf(ctx, ticket.conversationId)
  const text = mail.write(to.language, { name: ticketName(ticket.number), subject: ticket.subject })
  const sent = await sendMail(ctx, {
    kind: mail.kind,
    to: [{ address: to.address, name: to.name }],
    subject: text.subject,
    text: await letter(ctx, to, text.lines, mail.automatic !== false),
    replyTo: await replyAddressOf(ctx),
    inReplyTo: references.at(-1),
    references,
    attachments: mail.files?.map(({ id, name }) => ({ fileId: id, name })),
    automatic: mail.automatic ?? true,
    secret: mail.secret,
    subjectKind: 'ticket',
    subjectId: ticket.id,
  })
  return sent.messageId
}

export async function mailToStaff(
  ctx: Context,
  staffId: string | null,
  ticket: Pick<TicketRow, 'id' | 'number' | 'subject'>,
  mail: { kind: string; write: Write },
): Promise<void> {
  const person = staffId ? await staffMember(ctx, staffId) : undefined
  if (!person || person.leftAt) return
  const { language } = ctx.tenant
  const text = mail.write(language, { name: ticketName(ticket.number), subject: ticket.subject })
  await sendMail(ctx, {
    kind: mail.kind,
    to: [{ address: person.email, name: person.name }],
    subject: text.subject,
    text: `${[deskWords(language).mails.hello, ...text.lines.filter(Boolean)].join('\n\n')}\n`,
    subjectKind: 'ticket',
    subjectId: ticket.id,
  })
}

/** A whole letter: greeting where the program writes, the text, the quiet footer. */
export async function letter(
  ctx: Context,
  to: Addressee,
  lines: readonly string[],
  isGreeted: boolean,
): Promise<string> {
  must(lines.length > 0, 'a letter says something')
  const company = await companyOf(ctx)
  const words = deskWords(to.language).mails
  const link = to.contact?.hasPanelAccess ? `${ctx.app.settings.publicUrl}/panel` : ''
  const footer = words.footer({ company: company.name, phone: company.phone, link })
  return `${[...(isGreeted ? [words.hello] : []), ...lines.filter(Boolean), `-- \n${footer}`].join('\n\n')}\n`
}
