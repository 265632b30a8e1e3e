/**
 * Arms the alarms of a ticket: one timer stands for the next that is still to be delivered,
 * and whoever sounds it arms the one after. What a change of the deadline has put into the
 * past sounds at once, the strongest alone; what merely fell due while the program was off
 * stands at its own instant, so that the alarms of a company go off in their order.
 */
import {
  ladderOf,
  passOver,
  pendingOf,
  rungKey,
  type Delivered,
  type LadderAlarm,
  type Rung,
} from '#engines/worktime/ladder.ts'
import type { Context } from '#server/plumbing/context.ts'
import { arm, disarm, type TimerToArm } from '#server/plumbing/timers.ts'
import type { TicketClocks } from './clocks.ts'
import { deskRulesOf, type AlarmRules, type LadderStep } from './desk-rules.ts'
import { updateTicket, type TicketRow } from './ticket-store.ts'

/** The company's ladder; a contract may name its own warnings. */
export type Ladder = { steps: LadderStep[]; quiet: AlarmRules['quiet'] }

export async function ladderFor(ctx: Context, own?: TicketClocks['warnings']): Promise<Ladder> {
  const { alarms } = await deskRulesOf(ctx)
  return { steps: own?.length ? ownSteps(alarms.ladder, own) : alarms.ladder, quiet: alarms.quiet }
}

/** Warnings as the contract says, by mail as the company does there; the breach and what follows it stay. */
function ownSteps(ladder: readonly LadderStep[], own: NonNullable<TicketClocks['warnings']>): LadderStep[] {
  const shared = ladder.filter(({ share }) => share !== undefined)
  const isNamed = (step: LadderStep) => own.some(({ share }) => share === step.share)
  const kept = ladder.filter((step) => !isNamed(step) && (step.share === undefined || step.share === 100))
  const steps = own.map(({ share, tell }) => {
    const like = shared.findLast((step) => step.share! <= share)
    return { share, tell: [...tell], byMail: like?.byMail ?? true }
  })
  return [...steps, ...kept]
}

export const rungsOf = (steps: readonly LadderStep[]): Rung[] =>
  steps.map(({ share, overMinutes }) => (share !== undefined ? { share } : { overMinutes: overMinutes! }))

export const stepOf = (steps: readonly LadderStep[], { rung }: LadderAlarm): LadderStep | undefined =>
  steps.find((step, index) => rungKey(rungsOf(steps)[index]!) === rung)

export const alarmsAt = (clocks: TicketClocks | null, ladder: Ladder): LadderAlarm[] =>
  clocks ? ladderOf(clocks.clocks, rungsOf(ladder.steps), clocks.at) : []

/** After a deed: what it has overtaken counts as said, and the next alarm is armed. */
export async function armAlarms(
  ctx: Context,
  ticket: TicketRow,
  before: TicketClocks | null,
): Promise<Delivered> {
  const ladder = await ladderFor(ctx, ticket.clocks?.warnings)
  const { delivered, timer } = planAlarms(ctx.now, ticket, before, ladder)
  if (delivered !== ticket.alarms) await updateTicket(ctx, ticket.id, { alarms: JSON.stringify(delivered) })
  await disarm(ctx, 'ticket_alarm', ticket.id)
  if (timer) await arm(ctx, timer)
  return delivered
}

export function planAlarms(
  now: Temporal.Instant,
  ticket: Pick<TicketRow, 'id' | 'clocks' | 'alarms'>,
  before: TicketClocks | null,
  ladder: Ladder,
): { delivered: Delivered; timer: TimerToArm | undefined } {
  const alarms = alarmsAt(ticket.clocks, ladder)
  const shares = ladder.steps.filter((step) => step.share !== undefined)
  const earlier = alarmsAt(before, { ...ladder, steps: shares })
  const delivered = passOver(alarms, ticket.alarms, earlier, now.toString())
  return { delivered, timer: timerOf(now, ticket.id, pendingOf(alarms, delivered), earlier) }
}

/** Only the next one is armed; whoever sounds it arms the one after. */
export async function armNext(
  ctx: Context,
  ticketId: string,
  pending: readonly LadderAlarm[],
  known: readonly LadderAlarm[],
): Promise<string | undefined> {
  const timer = timerOf(ctx.now, ticketId, pending, known)
  if (timer) await arm(ctx, timer)
  return timer?.at.toString()
}

/** One that has just become due by a change is not late: its moment is the change. */
function timerOf(
  now: Temporal.Instant,
  ticketId: string,
  [next]: readonly LadderAlarm[],
  known: readonly LadderAlarm[],
): TimerToArm | undefined {
  if (!next) return undefined
  const { target, rung, at } = next
  const isKnown = known.some((one) => one.target === target && one.rung === rung && one.at === at)
  const isOvertaken = Date.parse(at) < now.epochMilliseconds && !isKnown
  return {
    what: 'ticket_alarm',
    subjectId: ticketId,
    key: 'next',
    at: isOvertaken ? now.toString() : at,
    facts: { target, rung },
  }
}
