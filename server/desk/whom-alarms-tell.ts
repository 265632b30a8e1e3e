/** From the roles of a ladder to people: each once, in the order named, never somebody who left, never nobody. */
import { managerOnDuty, type Staff } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { staffOnce, termsOfTicket } from './alarm-ground.ts'
import type { AlarmRole } from './desk-rules.ts'
import type { TicketRow } from './ticket-store.ts'

export async function peopleToTell(
  ctx: Context,
  ticket: Pick<TicketRow, 'assigneeId' | 'contractId' | 'reportedAt'>,
  tell: readonly string[],
): Promise<string[]> {
  const staff = (await staffOnce(ctx)).filter((one) => !one.leftAt)
  const terms = (await termsOfTicket(ctx, ticket))?.terms
  const holders: Record<AlarmRole, readonly (string | null | undefined)[]> = {
    assignee: [ticket.assigneeId],
    accountManager: [terms?.accountManagerId],
    deputy: [terms?.deputyId],
    manager: idsOf(staff, 'manager'),
    owner: idsOf(staff, 'owner'),
  }
  const named = tell.flatMap((who) => holders[who as AlarmRole] ?? [who])
  const here = new Set(staff.map((one) => one.id))
  const people = [...new Set(named)].filter((id): id is string => typeof id === 'string' && here.has(id))
  const isAsked = (role: AlarmRole) => tell.includes(role) && !people.some((id) => holders[role].includes(id))
  // A company without a manager has an owner; an alarm for nobody goes to whoever is on duty.
  return people.length === 0 || isAsked('manager')
    ? [...new Set([...people, (await managerOnDuty(ctx)).id])]
    : people
}

const idsOf = (staff: readonly Staff[], role: 'manager' | 'owner'): string[] =>
  staff.filter((one) => one.role === role && one.joinedAt).map((one) => one.id)
