/**
 * A ticket is reported: the one deed behind the form, the panel, e-mail, the API and the
 * telephone. It is never refused for who sent it or what it lacks: it gets a number, goes to
 * the opiekun with the deadlines of the contract, or waits at the gate; the sender is answered.
 */
import { signature, type Context } from '#server/plumbing/context.ts'
import { takeNumber } from '#server/plumbing/counters.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { answerReport } from './answer-report.ts'
import {
  filesToAttach,
  findConversation,
  insertConversation,
  insertMessage,
  storable,
  type Author,
  type Channel,
} from './conversations.ts'
import { tellStaffOfReport } from './tell-staff.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { watchPackages } from './watch-packages.ts'
import { circumstancesOf, columnsOf, type AboutWish } from './ticket-about.ts'
import { logFact, type TicketRow, type TicketSource } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'
import { whoLooksAfter } from './who-looks-after.ts'
import { whoReports, type Reporter } from './who-reports.ts'

export type TicketReport = AboutWish & {
  source: TicketSource
  clientId?: string
  contactId?: string
  reporterName?: string
  reporterEmail?: string
  subject: string
  description: string
  /** What the reporter wishes; from the panel it is the priority, elsewhere a person decides. */
  proposedPriority?: string
  /** Set by staff, who know the contract's definitions. */
  priority?: string
  fileIds?: string[]
  incomingMailId?: string
  mailMessageId?: string
  /** Typed in from a phone call by the person who takes the ticket over at once. */
  takeOver?: boolean
  /** The sender is who they say: signed in, or mail that passed its checks. */
  senderIsTrusted: boolean
  /** A free conversation that becomes a ticket; without one a new conversation begins. */
  conversationId?: string
  followsId?: string
}

export async function reportTicket(ctx: Context, report: TicketReport): Promise<TicketView> {
  const reporter = await whoReports(ctx, report)
  const { match, about, decided } = reporter
  const { priority } = decided
  const assignee = await whoLooksAfter(ctx, reporter.client, match?.version.terms)
  const ticketId = ctx.newId()
  const conversationId = await conversationFor(ctx, report, reporter, ticketId)

  await insertTicket(ctx, report, reporter, {
    id: ticketId,
    conversationId,
    priority,
    contractId: match?.contract.id ?? null,
    assigneeId: assignee.id,
    ...columnsOf(about),
  })
  await logFact(ctx, ticketId, 'reported', {
    source: report.source,
    ...circumstancesOf(about, priority),
    priorityBy: decided.by,
    assigneeId: assignee.id,
  })
  if (reporter.held) await logFact(ctx, ticketId, 'held', { because: reporter.held })
  await keepDescription(ctx, report, reporter, conversationId)
  if (report.takeOver && ctx.actor.kind === 'staff') await takeOverAtOnce(ctx, ticketId, reporter)

  const ticket = await refreshTicket(ctx, ticketId)
  await recordEvent(
    ctx,
    'ticket_reported',
    { kind: 'ticket', id: ticketId },
    { number: ticket.number, source: report.source, held: reporter.held },
  )
  await tellStaffOfReport(ctx, ticket)
  await answerReport(ctx, ticket)
  await watchPackages(ctx, ticket.contractId)
  await announce(ctx, 'tickets', { id: ticketId, clientId: ticket.clientId })
  await announce(ctx, 'conversations', { id: conversationId, clientId: ticket.clientId })
  return ticketView(ctx, ticket)
}

async function conversationFor(
  ctx: Context,
  report: TicketReport,
  reporter: Reporter,
  ticketId: string,
): Promise<string> {
  const free = report.conversationId ? await findConversation(ctx, report.conversationId) : undefined
  const row = { clientId: reporter.client?.id ?? null, contactId: reporter.contact?.id ?? null, ticketId }
  if (!free || free.ticketId) return insertConversation(ctx, { ...row, subject: subjectOf(report) })
  await ctx.tx
    .updateTable('conversations')
    .set({ ticketId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', free.id)
    .execute()
  return free.id
}

async function insertTicket(
  ctx: Context,
  report: TicketReport,
  reporter: Reporter,
  decided: Pick<TicketRow, 'id' | 'conversationId' | 'priority' | 'contractId' | 'assigneeId'> &
    ReturnType<typeof columnsOf>,
): Promise<void> {
  await ctx.tx
    .insertInto('tickets')
    .values({
      tenantId: ctx.tenantId,
      ...decided,
      number: await takeNumber(ctx, 'ticket', ''),
      clientId: reporter.client?.id ?? null,
      contactId: reporter.contact?.id ?? null,
      reporterName: storable(reporter.name),
      reporterEmail: reporter.email,
      source: report.source,
      subject: subjectOf(report),
      proposedPriority: report.proposedPriority ?? null,
      reportedAt: ctx.now.toString(),
      heldBecause: reporter.held ?? null,
      heldFacts: JSON.stringify(reporter.heldFacts),
      mark: reporter.mark ?? null,
      followsId: report.followsId ?? null,
      senderIsTrusted: report.senderIsTrusted || ctx.actor.kind === 'contact',
      state: reporter.held ? 'held' : 'received',
      clocks: null,
    })
    .execute()
}

/** A report without a subject takes its first line: nothing is refused for what it lacks. */
function subjectOf({ subject, description }: TicketReport): string {
  const line = subject.trim() || (description.trim().split('\n')[0] ?? '')
  return storable(line).replace(/\s+/g, ' ').slice(0, 200) || '–'
}

async function keepDescription(
  ctx: Context,
  report: TicketReport,
  reporter: Reporter,
  conversationId: string,
): Promise<void> {
  const files = await filesToAttach(ctx, report.fileIds)
  // A free conversation already says it; only what is new is added.
  if (!report.description.trim() && files.length === 0) return
  await insertMessage(ctx, {
    conversationId,
    author: authorOf(ctx, reporter),
    text: report.description.trim(),
    channel: channels[report.source],
    files,
    incomingMailId: report.incomingMailId,
    mailMessageId: report.mailMessageId,
  })
}

const channels: Record<TicketSource, Channel> = {
  form: 'form',
  panel: 'panel',
  email: 'email',
  manual: 'desk',
  api: 'api',
}

function authorOf(ctx: Context, { contact, name, email }: Reporter): Author {
  if (contact) return { kind: 'contact', id: contact.id, name: contact.name }
  if (name || email) return { kind: 'sender', id: null, name: name || email }
  return { kind: 'staff', id: signature(ctx.actor).id, name: signature(ctx.actor).name }
}

async function takeOverAtOnce(ctx: Context, ticketId: string, reporter: Reporter): Promise<void> {
  if (reporter.held || ctx.actor.kind !== 'staff') return
  await ctx.tx
    .updateTable('tickets')
    .set({ assigneeId: ctx.actor.id })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', ticketId)
    .execute()
  await logFact(ctx, ticketId, 'taken_over')
}
