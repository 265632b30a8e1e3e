/**
 * Two tickets about one thing become one: the conversation and the work that is not yet on an
 * invoice move into the one that remains; the other stays in the log and counts for nothing.
 */
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { disarm } from '#server/plumbing/timers.ts'
import { byStaff, tellAll, viewAfter } from './deed.ts'
import { refreshTicket } from './refresh-ticket.ts'
import { settledAmong } from './settled-work.ts'
import { lockFor, logFact, ticketName, updateTicket, type TicketRow } from './ticket-store.ts'
import type { TicketView } from './ticket-view.ts'

export async function mergeTickets(ctx: Context, ticketId: string, intoId: string): Promise<TicketView> {
  byStaff(ctx)
  if (ticketId === intoId) refuse('merge_with_itself', {}, 'intoId')
  // Both are locked in one order, whichever goes into which: two merges at once cannot wait for each other.
  for (const id of [ticketId, intoId].sort()) await lockFor(ctx, 'merge', id)
  const merged = await lockFor(ctx, 'merge', ticketId)
  return viewAfter(ctx, intoId, 'merge', 'tickets_merged', async (into) => {
    if (merged.clientId !== into.clientId) refuse('merge_other_client', {}, 'intoId')
    await moveContent(ctx, merged, into)
    await disarm(ctx, 'close_ticket', ticketId)
    await updateTicket(ctx, ticketId, { mergedIntoId: intoId, heldBecause: null })
    await logFact(ctx, ticketId, 'merged', { intoId, into: ticketName(into.number) })
    await logFact(ctx, intoId, 'absorbed', { fromId: ticketId, from: ticketName(merged.number) })
    await tellAll(ctx, await refreshTicket(ctx, ticketId))
    return { fromId: ticketId }
  })
}

async function moveContent(ctx: Context, from: TicketRow, into: TicketRow): Promise<void> {
  await ctx.tx
    .updateTable('messages')
    .set({ conversationId: into.conversationId })
    .where('tenantId', '=', ctx.tenantId)
    .where('conversationId', '=', from.conversationId)
    .execute()
  for (const [table, kind] of [
    ['timeEntries', 'time'],
    ['trips', 'trip'],
    ['materials', 'material'],
  ] as const) {
    const rows = await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('tenantId', '=', ctx.tenantId)
      .where('ticketId', '=', from.id)
      .execute()
    const settled = await settledAmong(
      ctx,
      kind,
      rows.map((row) => row.id),
    )
    const free = rows.map((row) => row.id).filter((id) => !settled.has(id))
    if (free.length > 0) {
      await ctx.tx
        .updateTable(table)
        .set({ ticketId: into.id })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', 'in', free)
        .execute()
    }
  }
}
