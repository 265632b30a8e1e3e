/**
 * What the price list of a ticket's contract asks of work done on a day: the terms in force then
 * say it. Answers that the list does not know are refused at their field; without a contract
 * nothing is asked.
 */
import {
  askedFacts,
  factProblem,
  type AskedFacts,
  type AskedKind,
  type AskedOf,
  type WorkFacts,
} from '#engines/pricing/asked-facts.ts'
import { isSameName } from '#engines/base/same-name.ts'
import type { PriceList } from '#engines/pricing/price-list.ts'
import { siteOf, termsOfContractAt } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { findTicket, type TicketRow } from './ticket-store.ts'

export type AskedOfTicket = Record<AskedKind, AskedFacts>

/** What the ticket is about already answers, as far as the list knows the answer. */
export async function askedNow(ctx: Context, ticket: TicketRow): Promise<AskedOfTicket> {
  const list = await listAt(ctx, ticket.contractId, ctx.now)
  const site = ticket.siteId ? await siteOf(ctx, ticket.siteId) : undefined
  const known: Partial<Record<AskedOf, string | null | undefined>> = {
    site: site?.name,
    zone: site?.travelZone,
    deviceClass: ticket.deviceClass,
    service: ticket.category,
  }
  const isOpen = ([name, choices]: [string, string[]]) =>
    !choices.some((one) => isSameName(one, known[name as AskedOf]))
  const of = (kind: AskedKind): AskedFacts =>
    list ? Object.fromEntries(Object.entries(askedFacts(list, kind)).filter(isOpen)) : {}
  return { time: of('time'), trip: of('trip'), material: of('material') }
}

/** Trimmed, without empty answers. */
export async function checkedFacts(
  ctx: Context,
  ticketId: string,
  kind: AskedKind,
  at: string,
  given: WorkFacts,
): Promise<WorkFacts> {
  const facts = tidy(given)
  if (Object.keys(facts).length === 0) return {}
  const ticket = await findTicket(ctx, ticketId)
  const list = await listAt(ctx, ticket?.contractId ?? null, Temporal.Instant.from(at))
  const none: PriceList = { currency: 'PLN', vat: '23', items: [] }
  const problem = factProblem(list ?? none, kind, facts)
  if (problem) {
    const { field, value, choices } = problem
    refuse('work_fact_unknown', { value, choices: choices.join(', ') }, `facts.${field}`)
  }
  return facts
}

function tidy({ flags, ...rest }: WorkFacts): WorkFacts {
  const marks = [...new Set((flags ?? []).map((one) => one.trim()).filter(Boolean))]
  const single = Object.entries(rest).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()]] : [],
  )
  return { ...Object.fromEntries(single), ...(marks.length > 0 && { flags: marks }) }
}

async function listAt(
  ctx: Context,
  contractId: string | null,
  at: Temporal.Instant,
): Promise<PriceList | undefined> {
  const version = contractId ? await termsOfContractAt(ctx, contractId, at) : undefined
  return version?.terms.priceList
}
