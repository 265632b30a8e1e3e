/**
 * How a ticket ends: resolved with words to the client, reopened, closed by the client or by
 * itself after some business days, cancelled with a reason.
 */
import { endOfBusinessDay } from '#engines/worktime/business-days.ts'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import { calendarsOf } from '#server/accounts/public.ts'
import { termsOfContractAt } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { arm, disarm, type Timer } from '#server/plumbing/timers.ts'
import { longDate, moment } from '#words/format.ts'
import { dueOf, wasKept } from './clocks.ts'
import { insertMessage, noteMailOf } from './conversations.ts'
import { byStaff, onTicket, tellAll, viewAfter } from './deed.ts'
import { addresseeOf, mailToClient, panelAddressOf } from './desk-mails.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { deskWords } from './room-words.ts'
import { stopTimersOf } from './work-timer.ts'
import { noticeOf } from './tell-staff.ts'
import { lockTicket, logFact, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'

export async function resolveTicket(
  ctx: Context,
  ticketId: string,
  resolution: { text: string },
): Promise<TicketView> {
  const staff = byStaff(ctx)
  const text = resolution.text.trim()
  if (!text) refuse('message_empty', {}, 'text')
  let messageId = ''
  const after = await onTicket(ctx, ticketId, 'resolve', 'ticket_resolved', async ({ conversationId }) => {
    await stopTimersOf(ctx, ticketId)
    const author = { kind: 'staff' as const, id: staff.id, name: staff.name }
    messageId = (await insertMessage(ctx, { conversationId, author, text, channel: 'desk' })).id
    await logFact(ctx, ticketId, 'public_reply', { messageId })
    await logFact(ctx, ticketId, 'resolved', { messageId })
  })
  const closesAt = await armClosing(ctx, after)
  await mailResolution(ctx, after, { text, messageId, closesAt })
  return ticketView(ctx, after)
}

async function mailResolution(
  ctx: Context,
  ticket: TicketRow,
  said: { text: string; messageId: string; closesAt: Temporal.Instant },
): Promise<void> {
  const zone = ctx.tenant.timezone
  const promised = dueOf(ticket.clocks, 'resolution')
  const to = await addresseeOf(ctx, ticket)
  const mailed = await mailToClient(ctx, ticket, {
    kind: 'ticket_resolved',
    automatic: false,
    write: (language, named) =>
      deskWords(language).mails.resolved(named, {
        text: said.text,
        promised: promised && moment(language, promised, zone),
        finished: moment(language, ctx.now.toString(), zone),
        kept: wasKept(ticket.clocks, 'resolution'),
        link: to?.contact?.hasPanelAccess ? panelAddressOf(ctx, ticket.id) : undefined,
        closesOn: longDate(language, said.closesAt.toZonedDateTimeISO(zone).toPlainDate().toString()),
      }),
  })
  if (mailed) await noteMailOf(ctx, said.messageId, mailed)
}

const closeAfterDaysUsually = 5

/** Nobody objects for so many business days: then it closes by itself, at the end of the last. */
async function armClosing(ctx: Context, ticket: TicketRow): Promise<Temporal.Instant> {
  const version = ticket.contractId
    ? await termsOfContractAt(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
    : undefined
  const days = version?.terms.clock.closeAfterDays ?? closeAfterDaysUsually
  const calendar = await calendarFor(ctx, ticket, version?.terms)
  const at = endOfBusinessDay({ start: ctx.now, days, calendar })
  await arm(ctx, { what: 'close_ticket', subjectId: ticket.id, at, facts: { resolvedAt: ticket.resolvedAt } })
  return at
}

async function calendarFor(
  ctx: Context,
  ticket: TicketRow,
  terms:
    | {
        serviceLevels: { priority: string; calendar: string }[]
        calendars: Record<string, { calendar: WorkCalendar }>
      }
    | undefined,
): Promise<WorkCalendar> {
  const level =
    terms?.serviceLevels.find((one) => one.priority === ticket.priority) ?? terms?.serviceLevels[0]
  const own = level && terms?.calendars[level.calendar]?.calendar
  if (own) return own
  const calendars = await calendarsOf(ctx)
  return (calendars.find((one) => one.isDefault) ?? calendars[0] ?? refuse('calendar_never_opens')).calendar
}

export async function closeByItself(ctx: Context, timer: Timer): Promise<void> {
  const ticket = await lockTicket(ctx, timer.subjectId)
  if (ticket.state !== 'resolved' || ticket.resolvedAt !== timer.facts.resolvedAt) return
  await logFact(ctx, ticket.id, 'closed', {}, { kind: 'system', id: null, name: '' })
  await refreshTicket(ctx, ticket.id)
  await recordEvent(ctx, 'ticket_closed', { kind: 'ticket', id: ticket.id })
  await tellAll(ctx, ticket)
}

/** Confirmed by the client or by staff: it is over. */
export async function closeTicket(ctx: Context, ticketId: string): Promise<TicketView> {
  return viewAfter(ctx, ticketId, 'close', 'ticket_closed', async () => {
    await disarm(ctx, 'close_ticket', ticketId)
    await logFact(ctx, ticketId, 'closed')
  })
}

/** What was resolved or closed is in work again; by the client, who is not content, or by staff. */
export async function reopenTicket(
  ctx: Context,
  ticketId: string,
  because: { text?: string } = {},
): Promise<TicketView> {
  const { actor } = ctx
  const text = because.text?.trim() ?? ''
  const after = await onTicket(
    ctx,
    ticketId,
    'reopen',
    'ticket_reopened',
    async ({ conversationId, state }) => {
      if (actor.kind === 'contact' && state === 'closed') refuse('ticket_closed')
      await disarm(ctx, 'close_ticket', ticketId)
      const kind = actor.kind === 'contact' ? ('contact' as const) : ('staff' as const)
      const author = { kind, id: 'id' in actor ? actor.id : null, name: 'name' in actor ? actor.name : '' }
      const isInternal = kind === 'staff'
      if (text)
        await insertMessage(ctx, {
          conversationId,
          author,
          text,
          channel: isInternal ? 'desk' : 'panel',
          isInternal,
        })
      await logFact(ctx, ticketId, 'reopened', { text })
      if (text && !isInternal) await logFact(ctx, ticketId, 'client_message')
    },
  )
  await noticeOf(ctx, 'ticket_reopened', after)
  return ticketView(ctx, after)
}

export async function cancelTicket(
  ctx: Context,
  ticketId: string,
  because: { reason: string },
): Promise<TicketView> {
  byStaff(ctx)
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  return viewAfter(ctx, ticketId, 'cancel', 'ticket_cancelled', async () => {
    await stopTimersOf(ctx, ticketId)
    await disarm(ctx, 'close_ticket', ticketId)
    await logFact(ctx, ticketId, 'cancelled', { reason })
    return { reason }
  })
}
