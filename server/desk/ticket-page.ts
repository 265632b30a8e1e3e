/** All that stands on the page of one ticket: conversation, facts, clocks, contract, work. */
import {
  barrierOf,
  contactsOfClient,
  maySupervise,
  termsOfContractAt,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clocksNow } from './clocks.ts'
import { messagesOf, readMarksOf, type Message } from './conversations.ts'
import { pauseReasonsOf, type PauseReason } from './pause-clock.ts'
import { priceNow, type PriceNow } from './price-now.ts'
import type { LogRow } from './ticket-state.ts'
import { findTicket, logOf, ticketName, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'
import { askedNow, type AskedOfTicket } from './work-facts.ts'
import { workOfTicket, type WorkEntry } from './work-store.ts'

export type TicketPage = {
  ticket: TicketView
  messages: Message[]
  log: LogRow[]
  reads: { readerId: string; readAt: string }[]
  work: WorkEntry[]
  /** What the price list wants to know of work that is entered now. */
  asked: AskedOfTicket
  price: PriceNow | null
  /** Impact × urgency of the contract, where it agrees on one. */
  matrix: NonNullable<Terms['priorityMatrix']> | null
  pauseReasons: PauseReason[]
  /** Where the contract agrees credits, for those who may leave a ticket out of them. */
  credit: { excludedBecause: string | null } | null
  /** Who of the client there is, and who may report by the contract. */
  people: {
    id: string
    name: string
    email: string
    phone: string
    position: string
    mayReport: boolean
    isSupervisor: boolean
  }[]
  /** Tickets that go on from this one, and those that were merged into it. */
  followedBy: { id: string; name: string }[]
  absorbed: { id: string; name: string }[]
}

export async function ticketPage(ctx: Context, ticketId: string): Promise<TicketPage> {
  const row = (await findTicket(ctx, ticketId)) ?? refuse('not_found')
  const log = await logOf(ctx, ticketId)
  const ticket = await ticketView(ctx, { ...row, clocks: await clocksNow(ctx, row, log) })
  const terms = await termsOf(ctx, row)
  return {
    ticket,
    messages: await messagesOf(ctx, row.conversationId),
    log,
    reads: await readMarksOf(ctx, row.conversationId),
    work: await workOfTicket(ctx, ticketId),
    asked: await askedNow(ctx, row),
    price: await priceNow(ctx, row),
    matrix: terms?.priorityMatrix ?? null,
    pauseReasons: await pauseReasonsOf(ctx, row),
    credit: await creditOf(ctx, row, log),
    people: await peopleOf(ctx, row, terms?.reporters),
    followedBy: await namedBy(ctx, 'followsId', ticketId),
    absorbed: await namedBy(ctx, 'mergedIntoId', ticketId),
  }
}

async function creditOf(ctx: Context, row: TicketRow, log: readonly LogRow[]): Promise<TicketPage['credit']> {
  if (!row.contractId || (ctx.actor.kind === 'staff' && ctx.actor.role === 'technician')) return null
  const version = await termsOfContractAt(ctx, row.contractId, Temporal.Instant.from(row.reportedAt))
  if (!version?.terms.credits?.clauses.length) return null
  const said = log.findLast(({ kind }) => kind === 'credit_excluded' || kind === 'credit_included')
  return { excludedBecause: said?.kind === 'credit_excluded' ? String(said.facts.reason) : null }
}

async function termsOf(ctx: Context, { contractId, reportedAt }: TicketRow): Promise<Terms | undefined> {
  if (!contractId) return undefined
  return (await termsOfContractAt(ctx, contractId, Temporal.Instant.from(reportedAt)))?.terms
}

async function peopleOf(
  ctx: Context,
  row: TicketRow,
  reporters: Terms['reporters'] = { mode: 'all', contactIds: [] },
): Promise<TicketPage['people']> {
  if (!row.clientId) return []
  const contacts = await contactsOfClient(ctx, row.clientId)
  return contacts.map(({ id, name, email, phone, position, isSupervisor }) => {
    const person = { id, isSupervisor }
    return {
      id,
      name,
      email,
      phone,
      position,
      isSupervisor: maySupervise(reporters, person),
      mayReport: barrierOf(reporters, person, {}) === undefined,
    }
  })
}

async function namedBy(
  ctx: Context,
  column: 'followsId' | 'mergedIntoId',
  ticketId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number'])
    .where('tenantId', '=', ctx.tenantId)
    .where(column, '=', ticketId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ id: row.id, name: ticketName(row.number) }))
}
