/** Tells the people of the company: the opiekun about a new ticket, whoever gets one delegated. */
import { clientOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { moment } from '#words/format.ts'
import { mailToStaff, staffAddressOf } from './desk-mails.ts'
import { notify, type NoticeKind } from './notices.ts'
import { deskWords, priorityName } from './room-words.ts'
import { ticketName, type TicketRow } from './ticket-store.ts'

export const factsOf = (
  ticket: Pick<TicketRow, 'number' | 'subject'>,
): { name: string; subject: string } => ({
  name: ticketName(ticket.number),
  subject: ticket.subject,
})

export async function noticeOf(
  ctx: Context,
  kind: NoticeKind,
  ticket: TicketRow,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await notify(ctx, ticket.assigneeId, {
    kind,
    ticketId: ticket.id,
    conversationId: ticket.conversationId,
    facts: { ...factsOf(ticket), ...facts },
  })
}

export async function tellStaffOfReport(ctx: Context, ticket: TicketRow): Promise<void> {
  if (ctx.actor.kind === 'staff' && ctx.actor.id === ticket.assigneeId) return
  await noticeOf(ctx, ticket.heldBecause ? 'ticket_at_gate' : 'ticket_reported', ticket)
  const client = ticket.clientId ? await clientOf(ctx, ticket.clientId) : undefined
  await mailToStaff(ctx, ticket.assigneeId, ticket, {
    kind: 'ticket_assigned',
    write: (language, named) =>
      deskWords(language).mails.assigned(named, {
        client: client?.name ?? '',
        priority: priorityName(language, ticket.priority),
        reactBy: ticket.reactBy ? moment(language, ticket.reactBy, ctx.tenant.timezone) : undefined,
        link: staffAddressOf(ctx, ticket.id),
      }),
  })
}

export async function tellDelegate(ctx: Context, ticket: TicketRow, by: string, note: string): Promise<void> {
  if (ctx.actor.kind === 'staff' && ctx.actor.id === ticket.assigneeId) return
  await noticeOf(ctx, 'ticket_delegated', ticket, { by })
  await mailToStaff(ctx, ticket.assigneeId, ticket, {
    kind: 'ticket_delegated',
    write: (language, named) =>
      deskWords(language).mails.delegated(named, { by, note, link: staffAddressOf(ctx, ticket.id) }),
  })
}
