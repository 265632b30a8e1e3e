/** The stopwatch: one per person. Starting it is the start of work, which fulfils the reaction. */
import type { Context } from '#server/plumbing/context.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { byStaff, onTicket } from './deed.ts'
import { findTicket, logFact, ticketName } from './ticket-store.ts'
import {
  insertEntry,
  lockEntry,
  runningTimerOf,
  updateEntry,
  type Place,
  type TimeEntry,
} from './work-store.ts'

export async function startTimer(
  ctx: Context,
  ticketId: string,
  work: { place: Place; note?: string },
): Promise<TimeEntry> {
  const staff = byStaff(ctx)
  // Two taps at once: the second waits here and then finds the first one running.
  await ctx.tx
    .selectFrom('staff')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', staff.id)
    .forUpdate()
    .execute()
  const running = await runningTimerOf(ctx, staff.id)
  if (running) {
    const other = await findTicket(ctx, running.ticketId)
    refuse('timer_already_running', {
      number: other ? ticketName(other.number) : '',
      ticketId: running.ticketId,
    })
  }
  let entry: TimeEntry | undefined
  await onTicket(ctx, ticketId, 'logWork', 'timer_started', async () => {
    const values = {
      ticketId,
      staffId: staff.id,
      place: work.place,
      startedAt: ctx.now.toString(),
      note: work.note?.trim() ?? '',
    }
    entry = (await insertEntry(ctx, 'time', values)) as TimeEntry
    await logFact(ctx, ticketId, 'work_started', {
      entryId: entry.id,
      startedAt: entry.startedAt,
      place: work.place,
    })
  })
  await announce(ctx, 'timer', { id: staff.id, staffOnly: true })
  return entry!
}

export async function stopTimer(ctx: Context, work: { note?: string } = {}): Promise<TimeEntry> {
  const staff = byStaff(ctx)
  const running = (await runningTimerOf(ctx, staff.id)) ?? refuse('timer_not_running')
  return stop(ctx, running, work.note)
}

async function stop(ctx: Context, running: TimeEntry, note?: string): Promise<TimeEntry> {
  const entry = (await lockEntry(ctx, 'time', running.id)) as TimeEntry
  if (entry.endedAt) refuse('timer_not_running')
  const values = { endedAt: ctx.now.toString(), ...(note !== undefined && { note: note.trim() }) }
  await updateEntry(ctx, 'time', entry, values)
  await announce(ctx, 'timer', { id: entry.staffId, staffOnly: true })
  await announce(ctx, 'ticket', { id: entry.ticketId, staffOnly: true })
  return (await lockEntry(ctx, 'time', entry.id)) as TimeEntry
}

/** When a ticket ends, nobody's stopwatch goes on running for it. */
export async function stopTimersOf(ctx: Context, ticketId: string): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('timeEntries')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('ticketId', '=', ticketId)
    .where('endedAt', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
  for (const { id } of rows) await stop(ctx, (await lockEntry(ctx, 'time', id)) as TimeEntry)
}
