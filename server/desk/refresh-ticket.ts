/**
 * After every deed the caches of a ticket are written anew from its log: where it stands, its
 * clocks, the next deadline; and its alarms are armed again. The truth stays in the log.
 */
import { nextDue } from '#engines/worktime/alarms.ts'
import type { Context } from '#server/plumbing/context.ts'
import { armAlarms } from './arm-alarms.ts'
import { clocksNow, dueOf } from './clocks.ts'
import { standingOf } from './ticket-state.ts'
import { logOf, updateTicket, type TicketRow } from './ticket-store.ts'

export async function refreshTicket(ctx: Context, ticketId: string): Promise<TicketRow> {
  const row = (await ctx.tx
    .selectFrom('tickets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()) as unknown as TicketRow
  const log = await logOf(ctx, ticketId)
  const { state, waitingFor, resolvedAt, closedAt } = standingOf(log)
  const clocks = await clocksNow(ctx, row, log)
  const values = {
    state,
    waitingFor,
    resolvedAt,
    closedAt,
    reactBy: dueOf(clocks, 'reaction') ?? null,
    resolveBy: dueOf(clocks, 'resolution') ?? null,
    nextDueAt: (clocks && nextDue(clocks.clocks)) ?? null,
    version: row.version + 1,
  }
  await updateTicket(ctx, ticketId, { ...values, clocks: clocks && JSON.stringify(clocks) })
  const after = { ...row, ...values, clocks }
  return { ...after, alarms: { ...(await armAlarms(ctx, after, row.clocks)) } }
}
