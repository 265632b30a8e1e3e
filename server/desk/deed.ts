/** What the deeds on a ticket share: who may act, and what is told after every one of them. */
import type { Actor, Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { lockFor, type TicketRow } from './ticket-store.ts'
import type { TicketDeed } from './ticket-state.ts'
import { ticketView, type TicketView } from './ticket-view.ts'
import { watchPackages } from './watch-packages.ts'

type StaffActor = Extract<Actor, { kind: 'staff' }>

export function byStaff(ctx: Context): StaffActor {
  return ctx.actor.kind === 'staff' ? ctx.actor : refuse('role_may_not')
}

/** What may take something out of a package. */
const usesPackage: ReadonlySet<string> = new Set([
  'work_logged',
  'work_changed',
  'ticket_admitted',
  'ticket_linked',
  'contract_chosen',
  'about_changed',
])

/** Locks the ticket, does one thing to it, refreshes its caches, records and tells it. */
export async function onTicket(
  ctx: Context,
  ticketId: string,
  deed: TicketDeed,
  event: string,
  change: (ticket: TicketRow) => Promise<Record<string, unknown> | void>,
): Promise<TicketRow> {
  const before = await lockFor(ctx, deed, ticketId)
  const facts = await change(before)
  const after = await refreshTicket(ctx, ticketId)
  await recordEvent(ctx, event, { kind: 'ticket', id: ticketId }, facts ?? {})
  await tellAll(ctx, after)
  if (usesPackage.has(event)) await watchPackages(ctx, after.contractId)
  return after
}

export async function tellAll(ctx: Context, ticket: Pick<TicketRow, 'id' | 'clientId'>): Promise<void> {
  await announce(ctx, 'ticket', { id: ticket.id, clientId: ticket.clientId })
  await announce(ctx, 'tickets', { id: ticket.id, clientId: ticket.clientId })
}

export async function viewAfter(
  ctx: Context,
  ticketId: string,
  deed: TicketDeed,
  event: string,
  change: Parameters<typeof onTicket>[4],
): Promise<TicketView> {
  return ticketView(ctx, await onTicket(ctx, ticketId, deed, event, change))
}
