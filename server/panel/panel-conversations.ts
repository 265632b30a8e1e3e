/**
 * The messenger: conversations of tickets and free ones with the opiekun, what is unread,
 * and when the other side has read. A free conversation belongs to the person who began it;
 * the client's supervisors see it too.
 */
import { staffOf } from '#server/accounts/public.ts'
import {
  conversationOf,
  conversationsOf,
  messagesOf,
  readMarksOf,
  ticketOf,
  type ConversationInList,
} from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { me } from './me.ts'
import { opiekunCard, type OpiekunCard } from './opiekun-card.ts'
import { shownMessages, type PanelMessage } from './panel-messages.ts'

export type PanelConversation = {
  id: string
  subject: string
  ticketId: string | null
  contactName: string | null
  lastMessageAt: string
  lastText: string
  lastAuthor: string
  unread: number
}

export type PanelConversationPage = {
  id: string
  subject: string
  ticket: { id: string; name: string } | null
  accountManager: OpiekunCard
  messages: PanelMessage[]
  /** Up to when somebody of the company has read; undefined: nobody yet. */
  readByThemAt: string | null
}

type Owned = Pick<ConversationInList, 'ticketId' | 'contactId'>

export async function panelConversations(ctx: Context): Promise<PanelConversation[]> {
  const all = await conversationsOf(ctx, { clientId: me(ctx).clientId })
  return all
    .filter((one) => maySee(ctx, one))
    .map(({ id, subject, ticketId, contactName, lastMessageAt, lastText, lastAuthor, unread }) => ({
      id,
      subject,
      ticketId,
      contactName,
      lastMessageAt,
      lastText,
      lastAuthor,
      unread,
    }))
}

export async function panelConversation(ctx: Context, id: string): Promise<PanelConversationPage> {
  const conversation = await ownConversation(ctx, id)
  const ticket = conversation.ticketId ? await ticketOf(ctx, conversation.ticketId) : undefined
  return {
    id: conversation.id,
    subject: conversation.subject,
    ticket: ticket ? { id: ticket.id, name: ticket.name } : null,
    accountManager: await opiekunCard(ctx),
    messages: shownMessages(ctx, await messagesOf(ctx, conversation.id)),
    readByThemAt: await readByThemAt(ctx, conversation.id),
  }
}

export async function ownConversation(ctx: Context, id: string) {
  const conversation = await conversationOf(ctx, id)
  if (!conversation || conversation.clientId !== me(ctx).clientId || !maySee(ctx, conversation))
    refuse('not_found')
  return conversation
}

function maySee(ctx: Context, { ticketId, contactId }: Owned): boolean {
  const actor = me(ctx)
  return ticketId !== null || contactId === null || contactId === actor.id || actor.isSupervisor
}

export async function readByThemAt(ctx: Context, conversationId: string): Promise<string | null> {
  const staff = new Set((await staffOf(ctx)).map((one) => one.id))
  const marks = (await readMarksOf(ctx, conversationId))
    .filter((one) => staff.has(one.readerId))
    .map((one) => one.readAt)
  return marks.sort().at(-1) ?? null
}
