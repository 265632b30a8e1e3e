/**
 * The gate: a held report is admitted with one click by the opiekun or the client's
 * supervisor, confirmed by its sender's link, linked to a client, or refused with a reason.
 * The sender is answered every time; nothing is lost.
 */
import { clientOf, contactOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { answerReport, confirmReport as sendPromise } from './answer-report.ts'
import { noteAbout, notePriority } from './change-about.ts'
import { onTicket } from './deed.ts'
import { mailToClient } from './desk-mails.ts'
import { supervisesTicket } from './reporters-of.ts'
import { deskWords } from './room-words.ts'
import { fallsUnder } from './falls-under.ts'
import { aboutOf } from './ticket-about.ts'
import { askedSoFar, prioritySourceOf } from './ticket-priority.ts'
import { logFact, logOf, updateTicket, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'
import { whoLooksAfter } from './who-looks-after.ts'
import { barrierAt, type GateReason } from './who-reports.ts'
import { tellStaffOfReport } from './tell-staff.ts'

export async function admitTicket(ctx: Context, ticketId: string): Promise<TicketView> {
  const after = await onTicket(ctx, ticketId, 'admit', 'ticket_admitted', async (ticket) => {
    await refuseUnlessAtGate(ctx, ticket, 'admit')
    await updateTicket(ctx, ticketId, {
      heldBecause: null,
      heldFacts: '{}',
      admittedAt: ctx.now.toString(),
      senderIsTrusted: true,
    })
    await logFact(ctx, ticketId, 'admitted', { because: ticket.heldBecause })
  })
  await sendPromise(ctx, after)
  return ticketView(ctx, after)
}

export async function refuseTicket(
  ctx: Context,
  ticketId: string,
  because: { reason: string },
): Promise<TicketView> {
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  const after = await onTicket(ctx, ticketId, 'refuse', 'ticket_refused', async (ticket) => {
    await refuseUnlessAtGate(ctx, ticket, 'refuse')
    await updateTicket(ctx, ticketId, { refusedAt: ctx.now.toString() })
    await logFact(ctx, ticketId, 'refused', { reason, because: ticket.heldBecause })
    return { reason }
  })
  await mailToClient(ctx, after, {
    kind: 'report_refused',
    write: (language, named) => deskWords(language).mails.refused(named, { reason }),
  })
  return ticketView(ctx, after)
}

/** The opiekun, whoever leads the company, and a supervisor of that client; above a limit of money only the supervisor admits. */
async function refuseUnlessAtGate(ctx: Context, ticket: TicketRow, deed: 'admit' | 'refuse'): Promise<void> {
  const { actor } = ctx
  if (await supervisesTicket(ctx, ticket)) return
  if (deed === 'admit' && ticket.heldBecause === 'limit_amount') refuse('only_supervisor_admits')
  if (
    actor.kind === 'staff' &&
    (['owner', 'manager', 'accountManager'].includes(actor.role) || actor.id === ticket.assigneeId)
  )
    return
  refuse('role_may_not', { roles: ['owner', 'manager', 'accountManager'] })
}

/** The sender's own link: it was them. What else holds the report holds it still. */
export async function confirmReport(ctx: Context, ticketId: string): Promise<TicketView> {
  let wasWaiting = false
  const after = await onTicket(ctx, ticketId, 'note', 'report_confirmed', async (ticket) => {
    if (ticket.heldBecause !== 'sender_not_confirmed' || ticket.state !== 'held') return
    wasWaiting = true
    await logFact(ctx, ticketId, 'confirmed')
    await settle(ctx, ticket, { clientId: ticket.clientId!, contactId: ticket.contactId ?? undefined })
  })
  if (wasWaiting) await answerReport(ctx, after)
  return ticketView(ctx, after)
}

/** A person decides whose report it is; the contract and the opiekun follow from that. */
export async function linkTicketToClient(
  ctx: Context,
  ticketId: string,
  to: { clientId: string; contactId?: string },
): Promise<TicketView> {
  if (ctx.actor.kind !== 'staff') refuse('role_may_not')
  const client = (await clientOf(ctx, to.clientId)) ?? refuse('not_found', {}, 'clientId')
  const contact = to.contactId ? await contactOf(ctx, to.contactId) : undefined
  if (to.contactId && contact?.clientId !== client.id) refuse('not_found', {}, 'contactId')
  let wasHeld = false
  const after = await onTicket(ctx, ticketId, 'link', 'ticket_linked', async (ticket) => {
    wasHeld = ticket.state === 'held'
    if (wasHeld) await refuseUnlessAtGate(ctx, ticket, 'refuse')
    await logFact(ctx, ticketId, 'linked', {
      clientId: client.id,
      client: client.name,
      contactId: contact?.id,
    })
    await settle(ctx, ticket, to)
  })
  if (wasHeld) await answerReport(ctx, after)
  await tellStaffOfReport(ctx, after)
  return ticketView(ctx, after)
}

/** The client is known now: who looks after it, by which contract, and whether it may pass. */
async function settle(
  ctx: Context,
  ticket: TicketRow,
  to: { clientId: string; contactId?: string },
): Promise<void> {
  const at = Temporal.Instant.from(ticket.reportedAt)
  const client = await clientOf(ctx, to.clientId)
  const contact = to.contactId ? await contactOf(ctx, to.contactId) : undefined
  const log = await logOf(ctx, ticket.id)
  // Sites and devices of another client are not this one's.
  const own = {
    ...ticket,
    ...(ticket.clientId !== to.clientId && { siteId: null, deviceId: null, deviceClass: null }),
  }
  const about = await aboutOf(ctx, to.clientId, {}, own)
  const asked = askedSoFar(ticket.priority, prioritySourceOf(log))
  const match = await fallsUnder(ctx, { clientId: to.clientId, at, about, asked })
  const assignee = await whoLooksAfter(ctx, client, match?.version.terms)
  const priority = match?.decided.priority ?? ticket.priority
  const barrier = match && (await barrierAt(ctx, match, contact, { ...about, priority }))
  const held: GateReason | undefined =
    barrier && (barrier === 'limit_amount' || !mayOverride(ctx)) ? barrier : undefined
  await updateTicket(ctx, ticket.id, {
    clientId: to.clientId,
    contactId: contact?.id ?? null,
    contractId: match?.contract.id ?? null,
    assigneeId: ticket.state === 'held' ? assignee.id : ticket.assigneeId,
    mark: match ? (match.others.length > 0 ? 'several_contracts' : null) : 'no_contract',
    senderIsTrusted: true,
    ...(ticket.state === 'held' && {
      heldBecause: held ?? null,
      heldFacts: '{}',
      admittedAt: held ? null : ctx.now.toString(),
    }),
  })
  await noteAbout(ctx, ticket, about, log)
  if (match) await notePriority(ctx, ticket, match.decided)
  await ctx.tx
    .updateTable('conversations')
    .set({ clientId: to.clientId, contactId: contact?.id ?? null })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', ticket.conversationId)
    .execute()
  if (ticket.state === 'held' && !held)
    await logFact(ctx, ticket.id, 'admitted', { because: ticket.heldBecause })
}

function mayOverride({ actor }: Context): boolean {
  return actor.kind === 'staff' && ['owner', 'manager', 'accountManager'].includes(actor.role)
}
