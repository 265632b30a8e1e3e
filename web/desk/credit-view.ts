/** When a proposed credit may be decided, and why not yet: the month runs, the ticket runs, the role. */
import { dateOf } from '#words/format.ts'
import type { Schemas } from '../generated/client.ts'
import type { Role } from '../session.ts'

export type Credit = Schemas.ProposedCredit
export type Obstacle = 'role' | 'waitsForMonth' | 'grows'

const deciding: readonly Role[] = ['owner', 'manager', 'billing']

export const creditKey = ({ contract, month, clauseId, ticket }: Credit): string =>
  [contract.id, month, clauseId, ticket?.id].join(' ')

/** The server refuses the same; the first that stands in the way is told. */
export function obstacleOf(
  { month, isGrowing }: Pick<Credit, 'month' | 'isGrowing'>,
  role: Role,
  nowMs: number,
  zone: string,
): Obstacle | undefined {
  if (!deciding.includes(role)) return 'role'
  if (month >= dateOf(nowMs, zone).slice(0, 7)) return 'waitsForMonth'
  return isGrowing ? 'grows' : undefined
}
