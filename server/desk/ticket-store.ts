/** Tickets, their log and their names, as they stand in the tables. */
import type { PriorityKey } from '#server/accounts/public.ts'
import { signature, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import type { TicketClocks } from './clocks.ts'
import { refuseUnlessPossible, type LogRow, type TicketDeed, type TicketState } from './ticket-state.ts'

export type TicketSource = 'form' | 'panel' | 'email' | 'manual' | 'api'
export type TicketRow = {
  id: string
  number: number
  clientId: string | null
  contractId: string | null
  contactId: string | null
  conversationId: string
  reporterName: string
  reporterEmail: string
  source: TicketSource
  subject: string
  priority: PriorityKey
  proposedPriority: string | null
  category: string | null
  siteId: string | null
  deviceId: string | null
  /** Of the device as it was then; or said where no device is named. */
  deviceClass: string | null
  impact: string | null
  urgency: string | null
  assigneeId: string | null
  reportedAt: string
  heldBecause: string | null
  heldFacts: Record<string, unknown>
  admittedAt: string | null
  refusedAt: string | null
  mark: string | null
  mergedIntoId: string | null
  followsId: string | null
  notCountedBecause: string | null
  senderIsTrusted: boolean
  state: TicketState
  waitingFor: string | null
  nextDueAt: string | null
  reactBy: string | null
  resolveBy: string | null
  clocks: TicketClocks | null
  /** Alarms that were delivered: target and share, with the deadline that they spoke of. */
  alarms: Record<string, string>
  resolvedAt: string | null
  closedAt: string | null
  /** What a person expects it to take; null: the history of its kind answers. */
  estimateMinutes: number | null
  version: number
}

export const ticketName = (number: number): string => `Z-${number}`

export async function findTicket(ctx: Context, id: string): Promise<TicketRow | undefined> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && mayKnowOf(ctx, row.clientId) ? (row as unknown as TicketRow) : undefined
}

export async function ticketByNumber(ctx: Context, number: number): Promise<TicketRow | undefined> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && findTicket(ctx, row.id)
}

/** Locks a ticket for a deed: its log has one writer at a time. What another client owns does not exist. */
export async function lockTicket(ctx: Context, id: string): Promise<TicketRow> {
  const row = await ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !mayKnowOf(ctx, row.clientId)) refuse('not_found')
  return row as unknown as TicketRow
}

/** Locks several for what the clock does to them, in the order of ids, so that nobody waits in a circle. */
export async function lockTickets(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Locks it and refuses what is impossible in its state. */
export async function lockFor(ctx: Context, deed: TicketDeed, id: string): Promise<TicketRow> {
  const ticket = await lockTicket(ctx, id)
  const into = ticket.mergedIntoId ? await findTicket(ctx, ticket.mergedIntoId) : undefined
  refuseUnlessPossible(deed, { state: ticket.state, mergedIntoName: into && ticketName(into.number) })
  return ticket
}

export function mayKnowOf(ctx: Context, clientId: string | null): boolean {
  if (ctx.actor.kind === 'contact') return clientId === ctx.actor.clientId
  return ctx.actor.kind !== 'public'
}

export async function updateTicket(
  ctx: Context,
  id: string,
  values: Partial<Omit<TicketRow, 'clocks' | 'heldFacts' | 'alarms'>> & {
    clocks?: string | null
    heldFacts?: string
    alarms?: string
  },
): Promise<void> {
  await ctx.tx
    .updateTable('tickets')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function logOf(ctx: Context, ticketId: string): Promise<LogRow[]> {
  const rows = await ctx.tx
    .selectFrom('ticketLog')
    .select(['seq', 'at', 'kind', 'byKind', 'byId', 'byName', 'facts'])
    .where('tenantId', '=', ctx.tenantId)
    .where('ticketId', '=', ticketId)
    .orderBy('seq')
    .execute()
  return rows as LogRow[]
}

type Author = { kind: string; id: string | null; name: string }

/** Writes one fact into a ticket's log. The ticket is locked by its deed, so numbers do not collide. */
export async function logFact(
  ctx: Context,
  ticketId: string,
  kind: string,
  facts: Record<string, unknown> = {},
  by: Author = signature(ctx.actor),
): Promise<void> {
  const last = await ctx.tx
    .selectFrom('ticketLog')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('tenantId', '=', ctx.tenantId)
    .where('ticketId', '=', ticketId)
    .executeTakeFirst()
  await ctx.tx
    .insertInto('ticketLog')
    .values({
      tenantId: ctx.tenantId,
      ticketId,
      seq: (last?.seq ?? 0) + 1,
      at: ctx.now.toString(),
      kind,
      byKind: by.kind,
      byId: by.id,
      byName: by.name,
      facts: JSON.stringify(facts),
    })
    .execute()
}
