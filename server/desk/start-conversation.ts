/** A free conversation between a client's person and the opiekun: the messenger. */
import { contactOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { insertConversation, type Channel, type Conversation } from './conversations.ts'
import { writeMessage, type Written } from './write-message.ts'

export type ConversationToStart = {
  /** Staff name the person; a contact starts their own. */
  contactId?: string
  subject: string
  text: string
  channel: Channel
  fileIds?: string[]
}

export async function startConversation(ctx: Context, wanted: ConversationToStart): Promise<Written> {
  const contactId = ctx.actor.kind === 'contact' ? ctx.actor.id : wanted.contactId
  const contact = contactId ? await contactOf(ctx, contactId) : undefined
  if (!contact) refuse('not_found', {}, 'contactId')
  const subject = wanted.subject.trim() || wanted.text.trim().slice(0, 80)
  const conversationId = await insertConversation(ctx, {
    clientId: contact.clientId,
    contactId: contact.id,
    ticketId: null,
    subject,
  })
  await recordEvent(ctx, 'conversation_started', { kind: 'conversation', id: conversationId })
  return writeMessage(ctx, {
    conversationId,
    text: wanted.text,
    channel: wanted.channel,
    fileIds: wanted.fileIds,
  })
}

export type ConversationInList = Conversation & {
  clientName: string | null
  contactName: string | null
  lastText: string
  lastAuthor: string
  unread: number
}

/** Conversations with what was said last; for staff all or only the free ones, for a contact their client's. */
export async function conversationsOf(
  ctx: Context,
  wanted: { clientId?: string; free?: boolean; most?: number } = {},
): Promise<ConversationInList[]> {
  const clientId = ctx.actor.kind === 'contact' ? ctx.actor.clientId : wanted.clientId
  const readerId = 'id' in ctx.actor ? ctx.actor.id : null
  const isStaff = ctx.actor.kind === 'staff'
  const { rows } = await ctx.client.query(
    `select c.id, c.client_id as "clientId", c.contact_id as "contactId", c.ticket_id as "ticketId", c.subject,
       c.last_message_at as "lastMessageAt", c.created_at as "createdAt", k.name as "clientName", p.name as "contactName",
       coalesce(left(last.text_body, 140), '') as "lastText", coalesce(last.author_name, '') as "lastAuthor",
       (select count(*)::int from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
         and (not m.is_internal or $3) and m.author_id is distinct from $2 and m.at > coalesce(r.read_at, '-infinity')) as unread
     from conversations c
     left join clients k on k.tenant_id = c.tenant_id and k.id = c.client_id
     left join contacts p on p.tenant_id = c.tenant_id and p.id = c.contact_id
     left join read_marks r on r.tenant_id = c.tenant_id and r.conversation_id = c.id and r.reader_id = $2
     left join lateral (select m.text_body, m.author_name from messages m
       where m.tenant_id = c.tenant_id and m.conversation_id = c.id and (not m.is_internal or $3) order by m.at desc, m.id desc limit 1) last on true
     where c.tenant_id = $1 and ($4::uuid is null or c.client_id = $4) and ($5::boolean is null or (c.ticket_id is null) = $5)
     order by c.last_message_at desc, c.id limit $6`,
    [ctx.tenantId, readerId, isStaff, clientId ?? null, wanted.free ?? null, wanted.most ?? 100],
  )
  return rows as ConversationInList[]
}
