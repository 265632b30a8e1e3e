/**
 * An alarm of a ticket sounds: each rung of the company's ladder once, to whom it names, on
 * the screen and by mail. What was meanwhile fulfilled, paused or moved is not said; what
 * comes late, because the program was off, is said once, in its order, and marked. In quiet
 * hours the mails wait for the morning, unless somebody is always there.
 */
import { quietUntil } from '#engines/worktime/quiet-hours.ts'
import {
  isReached,
  noteDelivered,
  pendingOf,
  runsRoundTheClock,
  type LadderAlarm,
} from '#engines/worktime/ladder.ts'
import { calendarsOf } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { arm, type Timer } from '#server/plumbing/timers.ts'
import { ladderOnce, termsOfTicket, ticketAndLog, type TicketAndLog } from './alarm-ground.ts'
import { alarmsAt, armNext, stepOf, type Ladder } from './arm-alarms.ts'
import { mailAlarm } from './alarm-mail.ts'
import { clocksByTerms, type DeskClock, type TicketClocks } from './clocks.ts'
import { notify } from './notices.ts'
import { factsOf } from './tell-staff.ts'
import { updateTicket, type TicketRow } from './ticket-store.ts'
import { peopleToTell } from './whom-alarms-tell.ts'

/** As late as this only when the program was off, or much too slow. */
const lateSeconds = 60

/** The ticket is locked by whoever fires the timer. Answers when the next alarm of it is due. */
export async function soundAlarm(ctx: Context, timer: Timer): Promise<string | undefined> {
  const found = await ticketAndLog(ctx, timer.subjectId)
  const clocks = found && (await clocksOfTicket(ctx, found))
  if (!found || !clocks) return undefined
  const stored = found.ticket
  const ticket: TicketRow = { ...stored, clocks }
  const ladder = await ladderOnce(ctx, clocks.warnings)
  const alarms = alarmsAt(clocks, ladder)
  const [alarm, ...others] = pendingOf(alarms, stored.alarms)
  const isDue = alarm && Date.parse(alarm.at) <= ctx.now.epochMilliseconds
  const clock = alarm && clocks.clocks.find((one) => one.target === alarm.target)
  // It was moved, or counts from hours that the clock did not know yet: looked at again then.
  if (!alarm || !clock || !isDue || !isReached(alarm, clock))
    return armNext(ctx, stored.id, alarm ? [alarm] : [], alarms)
  const delivered = noteDelivered(stored.alarms, alarm)
  await updateTicket(ctx, ticket.id, { alarms: JSON.stringify(delivered), clocks: JSON.stringify(clocks) })
  const armedAt = await armNext(ctx, ticket.id, others, alarms)
  const lateBySeconds = Math.floor((ctx.now.epochMilliseconds - Date.parse(timer.at)) / 1000)
  await tell(ctx, {
    ticket,
    clocks,
    clock,
    alarm,
    ladder,
    isLate: lateBySeconds > lateSeconds,
    lateBySeconds,
  })
  return armedAt
}

async function clocksOfTicket(ctx: Context, { ticket, log }: TicketAndLog): Promise<TicketClocks | null> {
  const version = await termsOfTicket(ctx, ticket)
  return version ? clocksByTerms(version, log, ctx.now) : null
}

export type Sounding = {
  ticket: TicketRow
  clocks: TicketClocks
  clock: DeskClock
  alarm: LadderAlarm
  isLate: boolean
}

async function tell(
  ctx: Context,
  sounding: Sounding & { ladder: Ladder; lateBySeconds: number },
): Promise<void> {
  const { ticket, alarm, ladder, clock, isLate, lateBySeconds } = sounding
  const step = stepOf(ladder.steps, alarm)
  if (!step) return
  const kind = alarm.kind === 'warning' ? ('clock_warning' as const) : ('clock_breach' as const)
  const facts = {
    target: alarm.target,
    rung: alarm.rung,
    share: step.share ?? 100,
    dueAt: alarm.dueAt,
    isLate,
    ...(isLate && { dueToSoundAt: alarm.at, lateBySeconds }),
  }
  const people = await peopleToTell(ctx, ticket, step.tell)
  const holdUntil = step.byMail ? await quietEnd(ctx, ladder, clock) : undefined
  for (const staffId of people) {
    await notify(ctx, staffId, { kind, ticketId: ticket.id, facts: { ...factsOf(ticket), ...facts } })
    if (!step.byMail) continue
    if (holdUntil) await holdMail(ctx, staffId, sounding, holdUntil)
    else await mailAlarm(ctx, staffId, sounding)
  }
  await recordEvent(ctx, kind, { kind: 'ticket', id: ticket.id }, { ...facts, at: alarm.at, told: people })
  await announce(ctx, 'alarm', { id: ticket.id, staffOnly: true })
  await announce(ctx, 'tickets', { id: ticket.id, staffOnly: true })
}

async function quietEnd(
  ctx: Context,
  { quiet }: Ladder,
  clock: DeskClock,
): Promise<Temporal.Instant | undefined> {
  if (!quiet || runsRoundTheClock(clock)) return undefined
  const calendars = await calendarsOf(ctx)
  const calendar = (calendars.find((one) => one.isDefault) ?? calendars[0])?.calendar
  return calendar && quietUntil(ctx.now, quiet, calendar)
}

/** One mail per person and target waits: a stronger alarm of the same night takes its place. */
async function holdMail(
  ctx: Context,
  staffId: string,
  { ticket, alarm }: Sounding,
  until: Temporal.Instant,
): Promise<void> {
  const { target, rung, at, dueAt } = alarm
  await arm(ctx, {
    what: 'held_alarm_mail',
    subjectId: ticket.id,
    key: `${staffId} ${target}`,
    at: until,
    facts: { staffId, target, rung, at, dueAt },
  })
}

/** In the morning it is said only if it still holds. */
export async function sendHeldMail(ctx: Context, timer: Timer): Promise<void> {
  const found = await ticketAndLog(ctx, timer.subjectId)
  if (!found) return
  const { ticket } = found
  const clocks = await clocksOfTicket(ctx, found)
  const { staffId, target, rung, at } = timer.facts
  const ladder = await ladderOnce(ctx, clocks?.warnings)
  const alarm = alarmsAt(clocks, ladder).find(
    (one) => one.target === target && one.rung === rung && (one.kind === 'escalation' || one.at === at),
  )
  const clock = clocks?.clocks.find((one) => one.target === target)
  if (!clocks || !alarm || !clock) return
  await mailAlarm(ctx, String(staffId), {
    ticket: { ...ticket, clocks },
    clocks,
    clock,
    alarm,
    isLate: false,
  })
}
