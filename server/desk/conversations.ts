/**
 * Conversations and their messages. A conversation belongs to a ticket or is free; every
 * message stands in it whatever way it came. Internal notes never leave the company.
 */
import { sql } from 'kysely'
import { signature, type Context } from '#server/plumbing/context.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { mayKnowOf } from './ticket-store.ts'

export type Channel = 'panel' | 'email' | 'form' | 'desk' | 'api'
export type AuthorKind = 'staff' | 'contact' | 'sender' | 'automatic'
export type Author = { kind: AuthorKind; id: string | null; name: string }
export type MessageFile = { id: string; name: string; mediaType: string; bytes: number }
export type Message = {
  id: string
  conversationId: string
  at: string
  authorKind: AuthorKind
  authorId: string | null
  authorName: string
  isInternal: boolean
  channel: Channel
  text: string
  incomingMailId: string | null
  files: MessageFile[]
}
export type Conversation = {
  id: string
  clientId: string | null
  contactId: string | null
  ticketId: string | null
  subject: string
  lastMessageAt: string
  createdAt: string
}

export async function findConversation(ctx: Context, id: string): Promise<Conversation | undefined> {
  const row = await ctx.tx
    .selectFrom('conversations')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && mayKnowOf(ctx, row.clientId) ? row : undefined
}

export async function insertConversation(
  ctx: Context,
  row: { clientId: string | null; contactId: string | null; ticketId: string | null; subject: string },
): Promise<string> {
  const id = ctx.newId()
  const now = ctx.now.toString()
  await ctx.tx
    .insertInto('conversations')
    .values({ tenantId: ctx.tenantId, id, ...row, lastMessageAt: now, createdAt: now })
    .execute()
  return id
}

export type NewMessage = {
  conversationId: string
  author: Author
  text: string
  channel: Channel
  isInternal?: boolean
  files?: MessageFile[]
  incomingMailId?: string | null
  mailMessageId?: string | null
}

export async function insertMessage(ctx: Context, message: NewMessage): Promise<Message> {
  const id = ctx.newId()
  const at = ctx.now.toString()
  const { author, files = [], isInternal = false, channel, conversationId } = message
  const text = storable(message.text)
  const incomingMailId = message.incomingMailId ?? null
  await ctx.tx
    .insertInto('messages')
    .values({
      tenantId: ctx.tenantId,
      id,
      conversationId,
      at,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      isInternal,
      channel,
      textBody: text,
      incomingMailId,
      mailMessageId: message.mailMessageId ?? null,
      files: JSON.stringify(files),
    })
    .execute()
  await ctx.tx
    .updateTable('conversations')
    .set({ lastMessageAt: at })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', conversationId)
    .execute()
  return {
    id,
    conversationId,
    at,
    authorKind: author.kind,
    authorId: author.id,
    authorName: author.name,
    isInternal,
    channel,
    text,
    incomingMailId,
    files,
  }
}

/** PostgreSQL keeps every character but one. */
export const storable = (text: string): string => text.replaceAll('\u0000', '')

/** The message that a mail of ours carried is found again by the mail's Message-ID. */
export async function noteMailOf(ctx: Context, messageId: string, mailMessageId: string): Promise<void> {
  await ctx.tx
    .updateTable('messages')
    .set({ mailMessageId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', messageId)
    .execute()
}

/** The messages of a conversation, oldest first. A client never sees what is internal. */
export async function messagesOf(ctx: Context, conversationId: string): Promise<Message[]> {
  let query = ctx.tx
    .selectFrom('messages')
    .select(['id', 'conversationId', 'at', 'authorKind', 'authorId', 'authorName', 'isInternal', 'channel'])
    .select(['textBody as text', 'incomingMailId', 'files'])
    .where('tenantId', '=', ctx.tenantId)
    .where('conversationId', '=', conversationId)
  if (ctx.actor.kind === 'contact') query = query.where('isInternal', '=', false)
  const rows = await query.orderBy('at').orderBy('id').execute()
  return rows as Message[]
}

/** References of the thread: the Message-IDs of all its mails, ours and theirs, oldest first. */
export async function threadOf(ctx: Context, conversationId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('messages')
    .select('mailMessageId')
    .where('tenantId', '=', ctx.tenantId)
    .where('conversationId', '=', conversationId)
    .where('isInternal', '=', false)
    .where('mailMessageId', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.mailMessageId!)
}

/** The conversation to which a mail with one of these Message-IDs belongs. */
export async function conversationByMessageIds(
  ctx: Context,
  messageIds: string[],
): Promise<Conversation | undefined> {
  if (messageIds.length === 0) return undefined
  const row = await ctx.tx
    .selectFrom('messages')
    .select('conversationId')
    .where('tenantId', '=', ctx.tenantId)
    .where('mailMessageId', 'in', messageIds)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && findConversation(ctx, row.conversationId)
}

/** Files that go with a message: they exist, and whoever attaches them has sent them. */
export async function filesToAttach(ctx: Context, fileIds: readonly string[] = []): Promise<MessageFile[]> {
  if (fileIds.length === 0) return []
  const me = signature(ctx.actor)
  const rows = await ctx.tx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'bytes', 'createdBy'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...fileIds])
    .execute()
  const own = rows.filter(({ createdBy }) => {
    const by = createdBy as { kind: string; id: string | null }
    return me.kind === 'system' || (by.kind === me.kind && by.id === me.id)
  })
  return fileIds.map((id) => {
    const file = own.find((one) => one.id === id) ?? refuse('not_found', { fileId: id }, 'fileIds')
    return { id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }
  })
}

/** Whether a file stands in a message that this client may read. */
export async function mayReadFile(ctx: Context, clientId: string, fileId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('messages as m')
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.tenantId', '=', 'm.tenantId').onRef('c.id', '=', 'm.conversationId'),
    )
    .select('m.id')
    .where('m.tenantId', '=', ctx.tenantId)
    .where('c.clientId', '=', clientId)
    .where('m.isInternal', '=', false)
    .where(sql<boolean>`m.files @> ${JSON.stringify([{ id: fileId }])}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever has read a conversation up to now: staff or contact. */
export async function markRead(ctx: Context, conversationId: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff' && actor.kind !== 'contact') return
  const conversation = (await findConversation(ctx, conversationId)) ?? refuse('not_found')
  const readAt = ctx.now.toString()
  await ctx.tx
    .insertInto('readMarks')
    .values({ tenantId: ctx.tenantId, conversationId, readerId: actor.id, readAt })
    .onConflict((c) => c.columns(['tenantId', 'conversationId', 'readerId']).doUpdateSet({ readAt }))
    .execute()
  await announce(ctx, 'conversations', { id: conversationId, clientId: conversation.clientId })
}

export async function readMarksOf(
  ctx: Context,
  conversationId: string,
): Promise<{ readerId: string; readAt: string }[]> {
  return ctx.tx
    .selectFrom('readMarks')
    .select(['readerId', 'readAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('conversationId', '=', conversationId)
    .execute()
}
