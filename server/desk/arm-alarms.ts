/**
 * Arms the alarms of a ticket: at shares of the open time and at the breach. Each is delivered
 * once for one deadline; what has already passed when a deadline moves sounds at once, the
 * strongest alone.
 */
import { alarmsOf, type Alarm } from '#engines/worktime/alarms.ts'
import type { Context } from '#server/plumbing/context.ts'
import { armAll, disarm, type TimerToArm } from '#server/plumbing/timers.ts'
import type { TicketRow } from './ticket-store.ts'

export const warningShares = [75, 90]

export const alarmKey = ({ target, share }: Pick<Alarm, 'target' | 'share'>): string => `${target}:${share}`

export type Delivered = Record<string, string>

export async function armAlarms(ctx: Context, ticket: TicketRow): Promise<void> {
  await disarm(ctx, 'ticket_alarm', ticket.id)
  if (!ticket.clocks) return
  const alarms = alarmsOf(ticket.clocks.clocks, warningShares).filter((alarm) => !wasDelivered(ticket, alarm))
  const isPast = ({ at }: Alarm) => Temporal.Instant.compare(Temporal.Instant.from(at), ctx.now) <= 0
  const strongest = new Map(alarms.filter(isPast).map((alarm) => [alarm.target, alarm]))
  await armAll(ctx, [
    ...alarms.filter((one) => !isPast(one)).map((alarm) => timerOf(ticket.id, alarm, alarm.at)),
    ...[...strongest.values()].map((alarm) => timerOf(ticket.id, alarm, ctx.now.toString())),
  ])
}

/** Delivered for this deadline, itself or a stronger one of the same target. */
export function wasDelivered(ticket: Pick<TicketRow, 'alarms' | 'clocks'>, alarm: Alarm): boolean {
  const dueAt = ticket.clocks?.clocks.find((clock) => clock.target === alarm.target)?.dueAt
  return [...warningShares, 100].some(
    (share) => share >= alarm.share && ticket.alarms[alarmKey({ ...alarm, share })] === dueAt,
  )
}

function timerOf(ticketId: string, alarm: Alarm, at: string): TimerToArm {
  const facts = { target: alarm.target, share: alarm.share }
  return { what: 'ticket_alarm', subjectId: ticketId, key: alarmKey(alarm), at, facts }
}
