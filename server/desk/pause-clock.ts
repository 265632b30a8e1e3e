/**
 * The clock of a ticket is paused for a named reason of its contract, and goes on: when somebody
 * says so, or by itself at a moment named in advance. Waiting for the client says what is
 * needed and tells the client; the client's message ends it.
 */
import { termsOfContractAt, type Terms } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { arm, type Timer } from '#server/plumbing/timers.ts'
import { duration, moment } from '#words/format.ts'
import { timeLeft } from './clocks.ts'
import { byStaff, tellAll, viewAfter } from './deed.ts'
import { insertMessage, noteMailOf } from './conversations.ts'
import { mailToClient } from './desk-mails.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { deskWords, pauseReasonName } from './room-words.ts'
import { lockFor, lockTicket, logFact, logOf, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'

export type PauseReason = Terms['clock']['pauseReasons'][number]

export const waitingForClient = 'waitingForClient'

/** Without a contract, and for every contract that names none. */
export const usualPauseReasons: PauseReason[] = [
  { key: waitingForClient, stops: ['resolution'] },
  { key: 'noAccess', stops: ['resolution'] },
  { key: 'partsOrdered', stops: ['resolution'] },
  { key: 'thirdParty', stops: ['resolution'] },
]

export const isWaitForClient = (reason: string | null): boolean => reason === waitingForClient

export async function pauseReasonsOf(
  ctx: Context,
  ticket: Pick<TicketRow, 'contractId' | 'reportedAt'>,
): Promise<PauseReason[]> {
  const version = ticket.contractId
    ? await termsOfContractAt(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
    : undefined
  const reasons = version?.terms.clock.pauseReasons ?? []
  return reasons.length > 0 ? reasons : usualPauseReasons
}

export async function pauseClock(
  ctx: Context,
  ticketId: string,
  pause: { reason: string; sentence?: string; until?: string },
): Promise<TicketView> {
  const staff = byStaff(ctx)
  const ticket = await lockFor(ctx, 'pause', ticketId)
  const reason = (await pauseReasonsOf(ctx, ticket)).find((one) => one.key === pause.reason)
  if (!reason) refuse('pause_reason_unknown', { reason: pause.reason }, 'reason')
  const until = endOf(ctx, pause)
  const sentence = pause.sentence?.trim() ?? ''
  const tells = isWaitForClient(reason.key) && sentence !== ''
  // The question is a public reply too; it comes before the wait that it begins.
  const messageId = tells ? await ask(ctx, ticket, sentence, staff) : undefined
  await logFact(ctx, ticketId, 'paused', {
    reason: reason.key,
    name: reason.name,
    stops: reason.stops,
    sentence,
    ...(until && { until }),
  })
  if (until) await arm(ctx, { what: 'resume_clock', subjectId: ticketId, at: until })
  const after = await refreshTicket(ctx, ticketId)
  if (messageId) await tellClient(ctx, after, { sentence, reason, messageId })
  await recordEvent(ctx, 'clock_paused', { kind: 'ticket', id: ticketId }, { reason: reason.key })
  await tellAll(ctx, after)
  return ticketView(ctx, after)
}

/** A pause that ends before it begins, or on a day that does not exist, is nobody's intention. */
function endOf(ctx: Context, { until }: { until?: string }): string | undefined {
  if (until === undefined) return undefined
  const at = instantOf(until)
  if (!at || Temporal.Instant.compare(at, ctx.now) <= 0)
    refuse('pause_ends_before_start', { until, from: ctx.now.toString() }, 'until')
  return at.toString()
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

async function ask(
  ctx: Context,
  ticket: TicketRow,
  text: string,
  staff: { id: string; name: string },
): Promise<string> {
  const author = { kind: 'staff' as const, id: staff.id, name: staff.name }
  const message = await insertMessage(ctx, {
    conversationId: ticket.conversationId,
    author,
    text,
    channel: 'desk',
  })
  await logFact(ctx, ticket.id, 'public_reply', { messageId: message.id })
  return message.id
}

async function tellClient(
  ctx: Context,
  ticket: TicketRow,
  said: { sentence: string; reason: PauseReason; messageId: string },
): Promise<void> {
  const left = timeLeft(ticket.clocks, 'resolution')
  const mailed = await mailToClient(ctx, ticket, {
    kind: 'ticket_waiting',
    automatic: false,
    write: (language, named) =>
      deskWords(language).mails.waiting(named, {
        sentence: said.sentence,
        since: moment(language, ctx.now.toString(), ctx.tenant.timezone),
        reason: pauseReasonName(language, said.reason.key, said.reason.name),
        left: left === undefined ? undefined : duration(language, left),
      }),
  })
  if (mailed) await noteMailOf(ctx, said.messageId, mailed)
}

export async function resumeClock(ctx: Context, ticketId: string): Promise<TicketView> {
  byStaff(ctx)
  return viewAfter(ctx, ticketId, 'resume', 'clock_resumed', async ({ waitingFor }) => {
    await logFact(ctx, ticketId, 'resumed', {
      reason: waitingFor,
      minutes: await minutesOfPause(ctx, ticketId),
    })
  })
}

/**
 * The named moment has come; a pause that ended otherwise, or another one, is left alone. The clock
 * goes on from that moment, also when we noticed it late.
 */
export async function resumeByItself(ctx: Context, timer: Timer): Promise<void> {
  const ticket = await lockTicket(ctx, timer.subjectId)
  const paused = (await logOf(ctx, ticket.id)).findLast((row) => row.kind === 'paused')
  if (ticket.state !== 'waiting' || paused?.facts.until !== timer.at) return
  const endedAt = Temporal.Instant.from(timer.at)
  const lateMinutes = Math.floor(endedAt.until(ctx.now).total('minutes'))
  await logFact(
    ctx,
    ticket.id,
    'resumed',
    {
      reason: ticket.waitingFor,
      minutes: Math.floor(Temporal.Instant.from(paused.at).until(endedAt).total('minutes')),
      endedAt: timer.at,
      ...(lateMinutes > lateAfterMinutes && { lateMinutes }),
    },
    { kind: 'system', id: null, name: '' },
  )
  const after = await refreshTicket(ctx, ticket.id)
  await recordEvent(ctx, 'clock_resumed', { kind: 'ticket', id: ticket.id })
  await tellAll(ctx, after)
}

/** Later than this is worth saying: nobody was there to wake it. */
const lateAfterMinutes = 5

/** How long the pause that now ends has lasted. */
export async function minutesOfPause(ctx: Context, ticketId: string): Promise<number> {
  const paused = (await logOf(ctx, ticketId)).findLast((row) => row.kind === 'paused')
  return paused ? Math.floor(Temporal.Instant.from(paused.at).until(ctx.now).total('minutes')) : 0
}
