/** Who may report and who admits, by the contract of a ticket as it was at the report. */
import { maySupervise, termsOfContractAt, type Terms } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { TicketRow } from './ticket-store.ts'

type Placed = Pick<TicketRow, 'contractId' | 'reportedAt'>

export async function reportersOf(ctx: Context, ticket: Placed): Promise<Terms['reporters']> {
  const version = ticket.contractId
    ? await termsOfContractAt(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
    : undefined
  return version?.terms.reporters ?? { mode: 'all', contactIds: [] }
}

/** Is the client's person who acts here one of those who admit? */
export async function supervisesTicket(ctx: Context, ticket: Placed): Promise<boolean> {
  const { actor } = ctx
  return actor.kind === 'contact' && maySupervise(await reportersOf(ctx, ticket), actor)
}
