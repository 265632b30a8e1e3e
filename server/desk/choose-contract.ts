/**
 * Where several contracts match a ticket equally, a person chooses; until then the stricter one
 * runs. What each would promise is counted from the same log, so the choice can be seen before it
 * is made. Work that is on an invoice already keeps its contract: that is for a correction.
 */
import { contractOf, contractsInForce, matches, type Match } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { byStaff, viewAfter } from './deed.ts'
import { notePriority } from './change-about.ts'
import { clocksByTerms, dueOf } from './clocks.ts'
import { fallsUnder } from './falls-under.ts'
import { isTicketSettled } from './settled-work.ts'
import { aboutOf, coversOf } from './ticket-about.ts'
import { askedSoFar, decidePriority, prioritySourceOf } from './ticket-priority.ts'
import { findTicket, logFact, logOf, updateTicket, type TicketRow } from './ticket-store.ts'
import type { TicketView } from './ticket-view.ts'

export type ContractChoice = {
  id: string
  number: string
  validFrom: string
  isChosen: boolean
  /** Of those that match most narrowly; the others are in force, but not meant. */
  isAmongNarrowest: boolean
  fits: 'certain' | 'maybe' | 'no'
  covers: { sites: string[]; deviceClasses: string[]; services: string[] } | null
  reactBy: string | null
  resolveBy: string | null
}

export async function contractChoices(ctx: Context, ticketId: string): Promise<ContractChoice[]> {
  byStaff(ctx)
  const ticket = (await findTicket(ctx, ticketId)) ?? refuse('not_found')
  if (!ticket.clientId) return []
  const at = Temporal.Instant.from(ticket.reportedAt)
  const { clientId } = ticket
  const log = await logOf(ctx, ticketId)
  const about = await aboutOf(ctx, clientId, {}, ticket)
  const asked = { chosen: ticket.priority }
  const falls = await fallsUnder(ctx, { clientId, at, about, asked })
  const narrowest = new Set(falls ? [falls, ...falls.others].map(({ contract }) => contract.id) : [])
  const all = await contractsInForce(ctx, { clientId, at })
  const choices = all.map(({ contract, version }): ContractChoice => {
    const clocks = clocksByTerms(version, log, ctx.now)
    return {
      id: contract.id,
      number: contract.number,
      validFrom: contract.validFrom,
      isChosen: contract.id === ticket.contractId,
      isAmongNarrowest: narrowest.has(contract.id),
      fits: matches(version.terms.covers, coversOf(about)),
      covers: version.terms.covers ?? null,
      reactBy: dueOf(clocks, 'reaction') ?? null,
      resolveBy: dueOf(clocks, 'resolution') ?? null,
    }
  })
  return choices.sort((a, b) => Number(b.isAmongNarrowest) - Number(a.isAmongNarrowest))
}

export async function chooseContract(
  ctx: Context,
  ticketId: string,
  contractId: string,
): Promise<TicketView> {
  byStaff(ctx)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found', {}, 'contractId')
  return viewAfter(ctx, ticketId, 'chooseContract', 'contract_chosen', async (ticket) => {
    if (contract.clientId !== ticket.clientId) refuse('not_found', {}, 'contractId')
    const at = Temporal.Instant.from(ticket.reportedAt)
    const inForce = await contractsInForce(ctx, { clientId: contract.clientId, at })
    const chosen = inForce.find((one) => one.contract.id === contractId)
    if (!chosen) refuse('contract_not_active', {}, 'contractId')
    if (contractId !== ticket.contractId && (await isTicketSettled(ctx, ticketId)))
      refuse('ticket_work_settled', {}, 'contractId')
    await noteChoice(ctx, ticket, chosen)
  })
}

async function noteChoice(
  ctx: Context,
  ticket: TicketRow,
  { contract, version }: Pick<Match, 'contract' | 'version'>,
) {
  const mark = ticket.mark === 'several_contracts' || ticket.mark === 'no_contract' ? null : ticket.mark
  await updateTicket(ctx, ticket.id, { contractId: contract.id, mark })
  await logFact(ctx, ticket.id, 'contract_chosen', { contractId: contract.id, number: contract.number })
  const asked = askedSoFar(ticket.priority, prioritySourceOf(await logOf(ctx, ticket.id)))
  await notePriority(ctx, ticket, decidePriority(version.terms.priorityMatrix, ticket, asked))
}
