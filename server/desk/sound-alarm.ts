/**
 * An alarm of a ticket sounds: a warning goes to whoever has the ticket, a breach to the
 * manager as well, by mail and on the screen. What was meanwhile fulfilled, paused or moved
 * is not said; what comes late, because the program was off, is said once and marked.
 */
import { alarmsOf, type Alarm } from '#engines/worktime/alarms.ts'
import { managerOnDuty } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import type { Timer } from '#server/plumbing/timers.ts'
import { duration, moment } from '#words/format.ts'
import { alarmKey, armAlarms, wasDelivered, warningShares } from './arm-alarms.ts'
import { clocksNow, type MainTarget } from './clocks.ts'
import { mailToStaff, staffAddressOf } from './desk-mails.ts'
import { notify } from './notices.ts'
import { deskWords } from './room-words.ts'
import { factsOf } from './tell-staff.ts'
import { lockTicket, logOf, updateTicket, type TicketRow } from './ticket-store.ts'

const lateMinutes = 10

export async function soundAlarm(ctx: Context, timer: Timer): Promise<void> {
  const stored = await lockTicket(ctx, timer.subjectId)
  const clocks = await clocksNow(ctx, stored, await logOf(ctx, stored.id))
  if (!clocks) return
  const ticket: TicketRow = { ...stored, clocks }
  const alarm = strongestDue(ctx, ticket, String(timer.facts.target))
  if (!alarm) return armAlarms(ctx, ticket)
  const dueAt = clocks.clocks.find((clock) => clock.target === alarm.target)!.dueAt!
  const alarms = { ...ticket.alarms, [alarmKey(alarm)]: dueAt }
  await updateTicket(ctx, ticket.id, { alarms: JSON.stringify(alarms), clocks: JSON.stringify(clocks) })
  await armAlarms(ctx, { ...ticket, alarms })
  await tell(ctx, ticket, alarm, dueAt)
}

/** Of what is due by now and has not been said, the strongest: after a night off one mail, not three. */
function strongestDue(ctx: Context, ticket: TicketRow, target: string): Alarm | undefined {
  const due = alarmsOf(ticket.clocks!.clocks, warningShares).filter(
    (alarm) =>
      alarm.target === target && Temporal.Instant.compare(Temporal.Instant.from(alarm.at), ctx.now) <= 0,
  )
  const last = due.at(-1)
  return last && !wasDelivered(ticket, last) ? last : undefined
}

async function tell(ctx: Context, ticket: TicketRow, alarm: Alarm, dueAt: string): Promise<void> {
  const isBreach = alarm.kind === 'breach'
  const isLate = Temporal.Instant.from(alarm.at).until(ctx.now).total('minutes') > lateMinutes
  const manager = isBreach ? (await managerOnDuty(ctx)).id : null
  const kind = isBreach ? ('clock_breach' as const) : ('clock_warning' as const)
  const facts = { ...factsOf(ticket), target: alarm.target, share: alarm.share, dueAt, isLate }
  for (const staffId of new Set([ticket.assigneeId, manager])) {
    if (!staffId) continue
    await notify(ctx, staffId, { kind, ticketId: ticket.id, facts })
    await mailAlarm(ctx, staffId, ticket, { alarm, dueAt, isLate })
  }
  await recordEvent(
    ctx,
    kind,
    { kind: 'ticket', id: ticket.id },
    { target: alarm.target, share: alarm.share, dueAt, isLate },
  )
  await announce(ctx, 'alarm', { id: ticket.id, staffOnly: true })
  await announce(ctx, 'tickets', { id: ticket.id, staffOnly: true })
}

async function mailAlarm(
  ctx: Context,
  staffId: string,
  ticket: TicketRow,
  given: { alarm: Alarm; dueAt: string; isLate: boolean },
): Promise<void> {
  const { alarm, isLate } = given
  const target = alarm.target as MainTarget
  const link = staffAddressOf(ctx, ticket.id)
  const left = ticket.clocks!.clocks.find((clock) => clock.target === target)?.remainingSeconds ?? 0
  await mailToStaff(ctx, staffId, ticket, {
    kind: `clock_${alarm.kind}`,
    write(language, named) {
      const words = deskWords(language).mails
      const dueAt = moment(language, given.dueAt, ctx.tenant.timezone)
      if (alarm.kind === 'breach') return words.breach(named, { target, dueAt, isLate, link })
      return words.warning(named, { target, dueAt, left: duration(language, left), link })
    },
  })
}
