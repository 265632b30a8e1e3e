/** A ticket as the screens, the API and other rooms see it: names instead of ids, and what may be done. */
import type { PriorityKey } from '#server/accounts/public.ts'
import { staffMember } from '#server/accounts/public.ts'
import { clientOf, contactOf, contractOf, deviceOf, siteOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { RefusalCode } from '#server/plumbing/refusal.ts'
import { clocksNow, type TicketClocks } from './clocks.ts'
import { prioritySourceOf, type PrioritySource } from './ticket-priority.ts'
import {
  standingOf,
  whatMayBeDone,
  type StateReason,
  type TicketDeed,
  type TicketState,
} from './ticket-state.ts'
import { findTicket, logOf, ticketName, type TicketRow, type TicketSource } from './ticket-store.ts'

export type TicketView = {
  id: string
  number: number
  /** "Z-2431", as people call it. */
  name: string
  subject: string
  source: TicketSource
  state: TicketState
  reason: StateReason
  waitingFor: string | null
  heldBecause: string | null
  heldFacts: Record<string, unknown>
  mark: string | null
  priority: PriorityKey
  proposedPriority: string | null
  /** Who set the priority: a person of the company, the contract's impact × urgency, the reporter. */
  priorityBy: PrioritySource
  category: string | null
  site: { id: string; name: string } | null
  device: { id: string; name: string; serialNumber: string } | null
  deviceClass: string | null
  impact: string | null
  urgency: string | null
  client: { id: string; name: string } | null
  contact: { id: string; name: string; email: string; phone: string } | null
  reporterName: string
  reporterEmail: string
  contract: { id: string; number: string } | null
  assignee: { id: string; name: string } | null
  conversationId: string
  reportedAt: string
  reactBy: string | null
  resolveBy: string | null
  nextDueAt: string | null
  clocks: TicketClocks | null
  resolvedAt: string | null
  closedAt: string | null
  follows: { id: string; name: string } | null
  mergedInto: { id: string; name: string } | null
  notCountedBecause: string | null
  estimateMinutes: number | null
  may: Record<TicketDeed, true | RefusalCode>
  version: number
}

export async function ticketView(ctx: Context, ticket: TicketRow): Promise<TicketView> {
  const client = ticket.clientId ? await clientOf(ctx, ticket.clientId) : undefined
  const contact = ticket.contactId ? await contactOf(ctx, ticket.contactId) : undefined
  const contract = ticket.contractId ? await contractOf(ctx, ticket.contractId) : undefined
  const assignee = ticket.assigneeId ? await staffMember(ctx, ticket.assigneeId) : undefined
  const site = ticket.siteId ? await siteOf(ctx, ticket.siteId) : undefined
  const device = ticket.deviceId ? await deviceOf(ctx, ticket.deviceId) : undefined
  const log = await logOf(ctx, ticket.id)
  const { reason } = standingOf(log)
  return {
    id: ticket.id,
    number: ticket.number,
    name: ticketName(ticket.number),
    subject: ticket.subject,
    source: ticket.source,
    state: ticket.state,
    reason,
    waitingFor: ticket.waitingFor,
    heldBecause: ticket.heldBecause,
    heldFacts: ctx.actor.kind === 'staff' ? ticket.heldFacts : {},
    mark: ticket.mark,
    priority: ticket.priority,
    proposedPriority: ticket.proposedPriority,
    priorityBy: prioritySourceOf(log),
    category: ticket.category,
    site: site ? { id: site.id, name: site.name } : null,
    device: device ? { id: device.id, name: device.name, serialNumber: device.serialNumber } : null,
    deviceClass: ticket.deviceClass,
    impact: ticket.impact,
    urgency: ticket.urgency,
    client: client ? { id: client.id, name: client.name } : null,
    contact: contact
      ? { id: contact.id, name: contact.name, email: contact.email, phone: contact.phone }
      : null,
    reporterName: ticket.reporterName,
    reporterEmail: ticket.reporterEmail,
    contract: contract ? { id: contract.id, number: contract.number } : null,
    assignee: assignee ? { id: assignee.id, name: assignee.name } : null,
    conversationId: ticket.conversationId,
    reportedAt: ticket.reportedAt,
    reactBy: ticket.reactBy,
    resolveBy: ticket.resolveBy,
    nextDueAt: ticket.nextDueAt,
    clocks: ticket.clocks,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
    follows: await namedTicket(ctx, ticket.followsId),
    mergedInto: await namedTicket(ctx, ticket.mergedIntoId),
    notCountedBecause: ticket.notCountedBecause,
    estimateMinutes: ticket.estimateMinutes,
    may: whatMayBeDone(ticket.state),
    version: ticket.version,
  }
}

async function namedTicket(ctx: Context, id: string | null): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const row = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, name: ticketName(row.number) } : null
}

export async function ticketOf(ctx: Context, id: string): Promise<TicketView | undefined> {
  const ticket = await findTicket(ctx, id)
  if (!ticket) return undefined
  // Counted now, as on the page of the technician: what is cached would be behind after the deadline.
  return ticketView(ctx, { ...ticket, clocks: await clocksNow(ctx, ticket, await logOf(ctx, id)) })
}
