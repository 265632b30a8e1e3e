/**
 * Where an incoming mail continues: by the messages it answers, else by the token in its
 * subject. Knowing a number or having been forwarded a mail is not enough to speak in a
 * client's conversation: the sender must belong to it. Otherwise a new report follows it.
 */
import { staffOf } from '#server/accounts/public.ts'
import { contactsByEmail } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { findConversation, type Author, type Conversation } from './conversations.ts'
import type { IncomingMail } from './mail-parse.ts'
import { findTicket, ticketByNumber } from './ticket-store.ts'

export type Place = { conversationId: string; ticketId: string | null; mayContinue: boolean; author: Author }

export async function placeOfAnswer(ctx: Context, mail: IncomingMail): Promise<Place | undefined> {
  if (!mail.from) return undefined
  const answered = await answeredConversation(ctx, mail.answers)
  const conversation = answered ?? (await conversationOfToken(ctx, mail.subject))
  if (!conversation) return undefined
  const author = await authorIn(ctx, conversation, mail.from)
  // A colleague of ours who answers an alarm writes a note; the subject alone proves nothing.
  const mayContinue = author !== undefined && (author.kind !== 'staff' || answered !== undefined)
  return {
    conversationId: conversation.id,
    ticketId: conversation.ticketId,
    mayContinue,
    author: author ?? { kind: 'sender', id: null, name: mail.from.name || mail.from.address },
  }
}

async function answeredConversation(ctx: Context, messageIds: string[]): Promise<Conversation | undefined> {
  if (messageIds.length === 0) return undefined
  const found =
    (await fromMessages(ctx, messageIds)) ??
    (await fromOurMails(ctx, messageIds)) ??
    (await fromIncoming(ctx, messageIds))
  return found ? findConversation(ctx, found) : undefined
}

async function fromMessages(ctx: Context, messageIds: string[]): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select('conversationId')
    .where('tenantId', '=', ctx.tenantId)
    .where('mailMessageId', 'in', messageIds)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.conversationId
}

/** Confirmations, alarms and other letters that are no message of the conversation. */
async function fromOurMails(ctx: Context, messageIds: string[]): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('mails')
    .select(['subjectKind', 'subjectId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('messageId', 'in', messageIds)
    .where('subjectKind', 'in', ['ticket', 'conversation'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.subjectId) return undefined
  return row.subjectKind === 'conversation'
    ? row.subjectId
    : (await findTicket(ctx, row.subjectId))?.conversationId
}

async function fromIncoming(ctx: Context, messageIds: string[]): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('incomingMails')
    .select('conversationId')
    .where('tenantId', '=', ctx.tenantId)
    .where('messageId', 'in', messageIds)
    .where('conversationId', 'is not', null)
    .orderBy('receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.conversationId ?? undefined
}

async function conversationOfToken(ctx: Context, subject: string): Promise<Conversation | undefined> {
  const number = /\[Z-(\d{1,9})\]/i.exec(subject)?.[1]
  const ticket = number === undefined ? undefined : await ticketByNumber(ctx, Number(number))
  return ticket && findConversation(ctx, ticket.conversationId)
}

/** Who the sender is in this conversation; nobody when they do not belong to it. */
async function authorIn(
  ctx: Context,
  conversation: Conversation,
  from: { address: string; name: string },
): Promise<Author | undefined> {
  const contacts = await contactsByEmail(ctx, from.address)
  const contact =
    contacts.find((one) => one.id === conversation.contactId) ??
    contacts.find((one) => one.clientId === conversation.clientId)
  if (contact) return { kind: 'contact', id: contact.id, name: contact.name }
  const ticket = conversation.ticketId ? await findTicket(ctx, conversation.ticketId) : undefined
  if (ticket?.reporterEmail.toLowerCase() === from.address)
    return { kind: 'sender', id: null, name: ticket.reporterName || from.name || from.address }
  const staff = (await staffOf(ctx)).find((one) => !one.leftAt && one.email.toLowerCase() === from.address)
  return staff && { kind: 'staff', id: staff.id, name: staff.name }
}
