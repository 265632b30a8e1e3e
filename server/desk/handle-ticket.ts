/** Whose the ticket is and how urgent: take over, delegate, set the priority, say that it does not count for the package. */
import { staffMember } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { insertMessage } from './conversations.ts'
import { byStaff, onTicket, viewAfter } from './deed.ts'
import { isPriority } from './ticket-priority.ts'
import { tellDelegate } from './tell-staff.ts'
import { logFact, updateTicket, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'

export async function takeOver(ctx: Context, ticketId: string): Promise<TicketView> {
  const staff = byStaff(ctx)
  return viewAfter(ctx, ticketId, 'takeOver', 'ticket_taken_over', async () => {
    await updateTicket(ctx, ticketId, { assigneeId: staff.id })
    await logFact(ctx, ticketId, 'taken_over', { staffId: staff.id })
  })
}

/** Delegation is no reaction: the clock runs on until somebody answers the client. */
export async function delegateTicket(
  ctx: Context,
  ticketId: string,
  to: { staffId: string; note?: string },
): Promise<TicketView> {
  const staff = byStaff(ctx)
  const person = await staffMember(ctx, to.staffId)
  if (!person || person.leftAt) refuse('assignee_unknown', {}, 'staffId')
  const note = to.note?.trim() ?? ''
  const after = await onTicket(ctx, ticketId, 'delegate', 'ticket_delegated', async ({ conversationId }) => {
    await updateTicket(ctx, ticketId, { assigneeId: person.id })
    await logFact(ctx, ticketId, 'delegated', { staffId: person.id, to: person.name, note })
    const author = { kind: 'staff' as const, id: staff.id, name: staff.name }
    if (note)
      await insertMessage(ctx, { conversationId, author, text: note, channel: 'desk', isInternal: true })
  })
  await tellDelegate(ctx, after, staff.name, note)
  return ticketView(ctx, after)
}

/** By the contract's rule the clock is counted anew from the report, or begins again. */
export async function changePriority(
  ctx: Context,
  ticketId: string,
  change: { priority: string; version?: number },
): Promise<TicketView> {
  byStaff(ctx)
  const { priority } = change
  if (!isPriority(priority)) refuse('priority_unknown', { priority }, 'priority')
  return viewAfter(ctx, ticketId, 'changePriority', 'priority_changed', async (ticket) => {
    await refuseIfChanged(ctx, ticket, change.version)
    if (ticket.priority === priority) return {}
    await updateTicket(ctx, ticketId, { priority })
    await logFact(ctx, ticketId, 'priority_changed', { from: ticket.priority, to: priority })
    return { from: ticket.priority, to: priority }
  })
}

/** Our own fault or warranty: the ticket stays, but does not use up the package. */
export async function markNotCounted(
  ctx: Context,
  ticketId: string,
  verdict: { because: 'ourFault' | 'warranty' | null; reason: string },
): Promise<TicketView> {
  byStaff(ctx)
  if (verdict.because && !verdict.reason.trim()) refuse('reason_missing', {}, 'reason')
  return viewAfter(ctx, ticketId, 'judge', 'ticket_judged', async () => {
    await updateTicket(ctx, ticketId, { notCountedBecause: verdict.because })
    const facts = { because: verdict.because, reason: verdict.reason.trim() }
    await logFact(ctx, ticketId, verdict.because ? 'not_counted' : 'counted_again', facts)
    return facts
  })
}

export async function refuseIfChanged(
  ctx: Context,
  ticket: TicketRow,
  seen: number | undefined,
): Promise<void> {
  if (seen !== undefined && seen !== ticket.version)
    refuse('changed_meanwhile', { now: await ticketView(ctx, ticket) })
}
