/**
 * A person's word on a credit that was proposed for a missed target: confirmed, as it stands or
 * with another amount and the reason for it; declined with a reason; taken back while no invoice
 * stands on it. A month is decided when it is over, because caps and shares need all of it.
 * A confirmed credit comes off the client's next bill.
 */
import { parseDecimal, toText } from '#engines/base/decimal.ts'
import { mayOnly, signature, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { enqueue } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { decidedCredits, lockCredit, type CreditFacts, type DecidedCredit } from './credit-store.ts'
import { creditsOf, type CreditOfMonth } from './proposed-credits.ts'
import { lockTicket, logFact } from './ticket-store.ts'

export type CreditDecision = {
  contractId: string
  month: string
  clauseId: string
  ticketId: string | null
  verdict: 'confirmed' | 'declined'
  /** What the person saw: the decision is about that proposal. */
  proposedGrosze: number
  /** As people type it: "120,50"; without it the proposed amount. */
  amount?: string
  reason?: string
}

export async function decideCredit(ctx: Context, decision: CreditDecision): Promise<DecidedCredit> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const { contractId, month, clauseId, ticketId, verdict } = decision
  await lockContract(ctx, contractId)
  if (month >= today(ctx).toString().slice(0, 7)) refuse('period_not_ended', { to: month }, 'month')
  const proposed = await creditsOf(ctx, { from: month, to: month, contractId })
  const seen = proposed.credits.find(
    (one) => one.clauseId === clauseId && one.ticket?.id === (ticketId ?? undefined),
  )
  if (!seen) refuse('credit_not_proposed', { month })
  if (seen.decision) refuse('credit_decided', { by: seen.decision.byName })
  if (seen.isGrowing) refuse('credit_still_grows', { name: seen.ticket?.name ?? '' })
  if (seen.amountGrosze !== decision.proposedGrosze) refuse('changed_meanwhile', { now: seen })
  const amountGrosze = verdict === 'confirmed' ? amountOf(decision) : 0
  const reason = decision.reason?.trim() ?? ''
  const isEdited = verdict === 'declined' || amountGrosze !== seen.amountGrosze
  if (isEdited && !reason) refuse('reason_missing', {}, 'reason')
  const id = ctx.newId()
  const by = signature(ctx.actor)
  await ctx.tx
    .insertInto('credits')
    .values({
      tenantId: ctx.tenantId,
      id,
      clientId: seen.client.id,
      contractId,
      month,
      clauseId,
      target: seen.target,
      ticketId,
      verdict,
      proposedGrosze: seen.amountGrosze,
      amountGrosze,
      facts: JSON.stringify(factsOf(seen)),
      reason,
      decidedBy: by.id,
      decidedByName: by.name,
      decidedAt: ctx.now.toString(),
    })
    .execute()
  const [credit] = await decidedCredits(ctx, { ids: [id] })
  await tell(ctx, `credit_${verdict}`, credit!, { amountGrosze, reason })
  return credit!
}

/** Two people at once: the second waits here and finds the first one's word. */
async function lockContract(ctx: Context, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('contracts')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) refuse('not_found')
}

function amountOf({ amount, proposedGrosze }: CreditDecision): number {
  if (amount === undefined) return proposedGrosze
  const parsed = parseDecimal(amount)
  const text = 'value' in parsed ? toText(parsed.value, 2) : ''
  // Two places at most, above zero: whoever wants none declines it.
  if (!/^\d{1,9}\.\d{2}$/.test(text) || text === '0.00') refuse('amount_invalid', { text: amount }, 'amount')
  return Number(text.replace('.', ''))
}

function factsOf({ clause, units, eachGrosze, overSeconds, of, cutBy, ticket }: CreditOfMonth): CreditFacts {
  return {
    ...(clause !== undefined && { clause }),
    units,
    eachGrosze,
    ...(overSeconds !== undefined && { overSeconds }),
    ...(of && { of }),
    ...(cutBy && { cutBy }),
    ...(ticket && { ticketName: ticket.name }),
  }
}

/** The proposal stands again. What is on an invoice is taken back by a correcting invoice. */
export async function withdrawCredit(ctx: Context, id: string, because: { reason: string }): Promise<void> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  await lockCredit(ctx, id)
  const [credit] = await decidedCredits(ctx, { ids: [id] })
  if (!credit) refuse('not_found')
  const [use] = credit.uses
  if (use) refuse('credit_on_invoice', { number: use.invoiceNumber, invoiceId: use.invoiceId })
  await ctx.tx
    .updateTable('credits')
    .set({
      withdrawnAt: ctx.now.toString(),
      withdrawnByName: signature(ctx.actor).name,
      withdrawnBecause: reason,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'credit_withdrawn', credit, { amountGrosze: credit.amountGrosze, reason })
}

async function tell(
  ctx: Context,
  what: string,
  credit: DecidedCredit,
  facts: { amountGrosze: number; reason: string },
): Promise<void> {
  if (credit.ticketId) {
    await lockTicket(ctx, credit.ticketId)
    await logFact(ctx, credit.ticketId, what, facts)
    await announce(ctx, 'ticket', { id: credit.ticketId, staffOnly: true })
  }
  await recordEvent(ctx, what, { kind: 'credit', id: credit.id }, { ...facts, month: credit.month })
  await announce(ctx, 'tickets', { staffOnly: true })
  // Billing lays its open proposals of this client anew.
  await enqueue(ctx, 'credit_decided', { clientId: credit.clientId })
}
