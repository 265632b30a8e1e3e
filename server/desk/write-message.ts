/**
 * A message is written. What a person on the client's side writes ends the wait for the client
 * at its moment, reopens a resolved ticket, and after the end opens a linked new one. A public
 * reply of staff fulfils the reaction and goes out by mail; internal notes never leave;
 * automatic answers change nothing.
 */
import { contactOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import {
  filesToAttach,
  findConversation,
  insertMessage,
  markRead,
  noteMailOf,
  readMarksOf,
  threadOf,
  type Author,
  type Channel,
  type Conversation,
  type Message,
} from './conversations.ts'
import { letter, mailToClient, replyAddressOf } from './desk-mails.ts'
import { notify } from './notices.ts'
import { isWaitForClient, minutesOfPause } from './pause-clock.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { reportTicket } from './report-ticket.ts'
import { aboutStill } from './ticket-about.ts'
import { deskWords, languageOf } from './room-words.ts'
import { noticeOf } from './tell-staff.ts'
import { refuseUnlessPossible } from './ticket-state.ts'
import { staffForClient } from './who-looks-after.ts'
import { findTicket, lockTicket, logFact, type TicketRow } from './ticket-store.ts'
import type { TicketView } from './ticket-view.ts'

export type MessageToWrite = {
  conversationId: string
  text: string
  isInternal?: boolean
  channel: Channel
  fileIds?: string[]
  incomingMailId?: string
  mailMessageId?: string
  /** Who wrote, when it is not the one who acts: the sender of a mail, or an automatic answer. */
  author?: Author
}
export type Written = {
  message: Message
  conversationId: string
  ticketId: string | null
  /** The linked new ticket that a message after the end has opened. */
  opened?: TicketView
}

export async function writeMessage(ctx: Context, wanted: MessageToWrite): Promise<Written> {
  if (wanted.text.trim() === '' && !wanted.fileIds?.length) refuse('message_empty', {}, 'text')
  const author = wanted.author ?? authorOf(ctx)
  if (wanted.isInternal && author.kind !== 'staff') refuse('role_may_not')
  const conversation = await standingConversation(ctx, wanted.conversationId)
  if (conversation.ticketId === null) return writeFreely(ctx, conversation, wanted, author)
  const ticket = await lockTicket(ctx, conversation.ticketId)
  if (isClient(author)) return clientWrites(ctx, ticket, wanted, author)
  if (author.kind === 'staff') return staffWrites(ctx, ticket, wanted, author)
  return {
    message: await keep(ctx, ticket.conversationId, wanted, author),
    conversationId: ticket.conversationId,
    ticketId: ticket.id,
  }
}

function authorOf({ actor }: Context): Author {
  if (actor.kind === 'staff' || actor.kind === 'contact')
    return { kind: actor.kind, id: actor.id, name: actor.name }
  if (actor.kind === 'system') return { kind: 'automatic', id: null, name: '' }
  return refuse('not_signed_in')
}

const isClient = ({ kind }: Author): boolean => kind === 'contact' || kind === 'sender'

/** After a merge people still answer in the old thread: it goes on in the ticket that remained. */
async function standingConversation(ctx: Context, id: string): Promise<Conversation> {
  const conversation = (await findConversation(ctx, id)) ?? refuse('not_found')
  const ticket = conversation.ticketId ? await findTicket(ctx, conversation.ticketId) : undefined
  const into = ticket?.mergedIntoId ? await findTicket(ctx, ticket.mergedIntoId) : undefined
  return into ? standingConversation(ctx, into.conversationId) : conversation
}

async function keep(
  ctx: Context,
  conversationId: string,
  wanted: MessageToWrite,
  author: Author,
): Promise<Message> {
  const message = await insertMessage(ctx, {
    conversationId,
    author,
    text: wanted.text.trim(),
    channel: wanted.channel,
    isInternal: wanted.isInternal,
    files: await filesToAttach(ctx, wanted.fileIds),
    incomingMailId: wanted.incomingMailId,
    mailMessageId: wanted.mailMessageId,
  })
  await markRead(ctx, conversationId)
  return message
}

async function clientWrites(
  ctx: Context,
  ticket: TicketRow,
  wanted: MessageToWrite,
  author: Author,
): Promise<Written> {
  if (['closed', 'cancelled', 'refused'].includes(ticket.state))
    return opensNewTicket(ctx, ticket, wanted, author)
  const message = await keep(ctx, ticket.conversationId, wanted, author)
  await logFact(ctx, ticket.id, 'client_message', { messageId: message.id }, author)
  if (ticket.state === 'waiting' && isWaitForClient(ticket.waitingFor)) {
    await logFact(
      ctx,
      ticket.id,
      'resumed',
      { reason: ticket.waitingFor, minutes: await minutesOfPause(ctx, ticket.id) },
      author,
    )
  }
  if (ticket.state === 'resolved') await logFact(ctx, ticket.id, 'reopened', {}, author)
  await refreshTicket(ctx, ticket.id)
  await noticeOf(ctx, ticket.state === 'resolved' ? 'ticket_reopened' : 'client_wrote', ticket, {
    author: author.name,
  })
  await recordEvent(ctx, 'client_wrote', { kind: 'ticket', id: ticket.id }, { channel: wanted.channel })
  await tellBrowsers(ctx, ticket)
  return { message, conversationId: ticket.conversationId, ticketId: ticket.id }
}

async function opensNewTicket(
  ctx: Context,
  ticket: TicketRow,
  wanted: MessageToWrite,
  author: Author,
): Promise<Written> {
  const opened = await reportTicket(ctx, {
    ...(author.kind === 'contact' && (await aboutStill(ctx, ticket))),
    source: wanted.channel === 'panel' ? 'panel' : wanted.channel === 'email' ? 'email' : 'api',
    clientId: author.kind === 'contact' ? (ticket.clientId ?? undefined) : undefined,
    contactId: author.kind === 'contact' ? (author.id ?? undefined) : undefined,
    reporterName: author.name,
    reporterEmail: author.kind === 'sender' ? ticket.reporterEmail : undefined,
    subject: ticket.subject,
    description: wanted.text,
    fileIds: wanted.fileIds,
    incomingMailId: wanted.incomingMailId,
    mailMessageId: wanted.mailMessageId,
    senderIsTrusted: author.kind === 'contact',
    followsId: ticket.id,
  })
  const [message] = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('conversationId', '=', opened.conversationId)
    .execute()
  return {
    message: await readMessage(ctx, message!.id),
    conversationId: opened.conversationId,
    ticketId: opened.id,
    opened,
  }
}

async function readMessage(ctx: Context, id: string): Promise<Message> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at', 'authorKind', 'authorId', 'authorName', 'isInternal', 'channel'])
    .select(['textBody as text', 'incomingMailId', 'files'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as Message
}

async function staffWrites(
  ctx: Context,
  ticket: TicketRow,
  wanted: MessageToWrite,
  author: Author,
): Promise<Written> {
  refuseUnlessPossible(wanted.isInternal ? 'note' : 'reply', ticket)
  const message = await keep(ctx, ticket.conversationId, wanted, author)
  if (!wanted.isInternal) {
    await logFact(ctx, ticket.id, 'public_reply', { messageId: message.id, human: true }, author)
    await refreshTicket(ctx, ticket.id)
    const mailed = await mailToClient(ctx, ticket, {
      kind: 'ticket_reply',
      automatic: false,
      files: message.files,
      write: (language, named) => ({
        ...deskWords(language).mails.reply(named),
        lines: [message.text || message.files.map((f) => f.name).join(', ')],
      }),
    })
    if (mailed && !wanted.mailMessageId) await noteMailOf(ctx, message.id, mailed)
    await recordEvent(ctx, 'staff_replied', { kind: 'ticket', id: ticket.id }, {})
  }
  await tellBrowsers(ctx, ticket, wanted.isInternal)
  return { message, conversationId: ticket.conversationId, ticketId: ticket.id }
}

async function tellBrowsers(ctx: Context, ticket: TicketRow, staffOnly = false): Promise<void> {
  const what = { clientId: ticket.clientId, staffOnly }
  await announce(ctx, 'ticket', { id: ticket.id, ...what })
  await announce(ctx, 'conversations', { id: ticket.conversationId, ...what })
  if (!staffOnly) await announce(ctx, 'tickets', { id: ticket.id, ...what })
}

/** In a free conversation nothing counts time; whoever is not looking gets a mail. */
async function writeFreely(
  ctx: Context,
  conversation: Conversation,
  wanted: MessageToWrite,
  author: Author,
): Promise<Written> {
  const message = await keep(ctx, conversation.id, wanted, author)
  if (isClient(author)) await noticeToOpiekun(ctx, conversation, author)
  if (author.kind === 'staff' && !wanted.isInternal) await mailWhoIsAway(ctx, conversation, message)
  await announce(ctx, 'conversations', {
    id: conversation.id,
    clientId: conversation.clientId,
    staffOnly: wanted.isInternal,
  })
  return { message, conversationId: conversation.id, ticketId: null }
}

async function noticeToOpiekun(ctx: Context, conversation: Conversation, author: Author): Promise<void> {
  const staffId = await staffForClient(ctx, conversation.clientId)
  await notify(ctx, staffId, {
    kind: 'client_wrote',
    conversationId: conversation.id,
    facts: { name: '', subject: conversation.subject, author: author.name },
  })
}

const awayMinutes = 5

async function mailWhoIsAway(ctx: Context, conversation: Conversation, message: Message): Promise<void> {
  const contact = conversation.contactId ? await contactOf(ctx, conversation.contactId) : undefined
  if (!contact || contact.leftAt) return
  const seen = (await readMarksOf(ctx, conversation.id)).find((mark) => mark.readerId === contact.id)
  const isHere = seen && Temporal.Instant.from(seen.readAt).until(ctx.now).total('minutes') < awayMinutes
  if (isHere) return
  const references = await threadOf(ctx, conversation.id)
  const to = { address: contact.email, name: contact.name, language: languageOf(contact.language), contact }
  const sent = await sendMail(ctx, {
    kind: 'message',
    to: [{ address: contact.email, name: contact.name }],
    subject: deskWords(to.language).mails.message({ subject: conversation.subject }).subject,
    text: await letter(ctx, to, [message.text || message.files.map((f) => f.name).join(', ')], false),
    replyTo: await replyAddressOf(ctx),
    inReplyTo: references.at(-1),
    references,
    attachments: message.files.map(({ id, name }) => ({ fileId: id, name })),
    automatic: false,
    subjectKind: 'conversation',
    subjectId: conversation.id,
  })
  await noteMailOf(ctx, message.id, sent.messageId)
}
