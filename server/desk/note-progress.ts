/**
 * What happens to a ticket between taking it over and finishing it, and counts for the clock:
 * somebody arrives on site, the client can work again for now. And how much work a person
 * expects, for the forecast.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { insertMessage, noteMailOf } from './conversations.ts'
import { byStaff, onTicket, viewAfter } from './deed.ts'
import { decidedCredits } from './credit-store.ts'
import { mailToClient } from './desk-mails.ts'
import { deskWords } from './room-words.ts'
import { logFact, updateTicket } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'

export async function noteArrival(ctx: Context, ticketId: string): Promise<TicketView> {
  byStaff(ctx)
  return viewAfter(ctx, ticketId, 'arrive', 'arrived_on_site', () => logFact(ctx, ticketId, 'arrived'))
}

/** The client is told how to go on for now; the ticket stays open until it is really repaired. */
export async function giveWorkAround(
  ctx: Context,
  ticketId: string,
  workAround: { text: string },
): Promise<TicketView> {
  const staff = byStaff(ctx)
  const text = workAround.text.trim()
  if (!text) refuse('message_empty', {}, 'text')
  let messageId = ''
  const after = await onTicket(
    ctx,
    ticketId,
    'workAround',
    'work_around_given',
    async ({ conversationId }) => {
      const author = { kind: 'staff' as const, id: staff.id, name: staff.name }
      messageId = (await insertMessage(ctx, { conversationId, author, text, channel: 'desk' })).id
      await logFact(ctx, ticketId, 'public_reply', { messageId })
      await logFact(ctx, ticketId, 'worked_around', { messageId })
    },
  )
  const mailed = await mailToClient(ctx, after, {
    kind: 'ticket_work_around',
    automatic: false,
    write: (language, named) => ({ ...deskWords(language).mails.reply(named), lines: [text] }),
  })
  if (mailed) await noteMailOf(ctx, messageId, mailed)
  return ticketView(ctx, after)
}

const longestMinutes = 60 * 1000

/** null: the history of the category and priority answers again. */
export async function estimateTicket(
  ctx: Context,
  ticketId: string,
  { minutes }: { minutes: number | null },
): Promise<TicketView> {
  byStaff(ctx)
  const isPossible =
    minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= longestMinutes)
  if (!isPossible) refuse('estimate_invalid', { minutes }, 'minutes')
  return viewAfter(ctx, ticketId, 'delegate', 'ticket_estimated', async (ticket) => {
    if (ticket.estimateMinutes === minutes) return
    await updateTicket(ctx, ticketId, { estimateMinutes: minutes })
    await logFact(ctx, ticketId, 'estimated', { from: ticket.estimateMinutes, to: minutes })
  })
}

/**
 * A ticket that the contract leaves out of penalties: it counts neither as kept nor as missed.
 * While a credit for it is confirmed it cannot be left out: that is taken back first.
 */
export async function excludeFromCredits(
  ctx: Context,
  ticketId: string,
  { isExcluded, reason }: { isExcluded: boolean; reason: string },
): Promise<TicketView> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  if (isExcluded && !reason.trim()) refuse('reason_missing', {}, 'reason')
  return viewAfter(ctx, ticketId, 'judge', 'credit_exclusion', async () => {
    const confirmed = await decidedCredits(ctx, { ticketId, verdict: 'confirmed' })
    if (isExcluded && confirmed.length > 0) refuse('credit_confirmed', { by: confirmed[0]!.decidedByName })
    const facts = { reason: reason.trim() }
    await logFact(ctx, ticketId, isExcluded ? 'credit_excluded' : 'credit_included', facts)
    return facts
  })
}
