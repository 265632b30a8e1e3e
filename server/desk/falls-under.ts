/**
 * Under which contract a ticket falls by what it is about, and how urgent that makes it. Of
 * contracts that match equally the stricter one runs until a person chooses.
 */
import type { PriorityKey } from '#server/accounts/public.ts'
import { contractFor, type Match } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { stricterOf } from './clocks.ts'
import { circumstancesOf, coversOf, type TicketAbout } from './ticket-about.ts'
import { decidePriority, type Asked, type Decided } from './ticket-priority.ts'

export type Falls = Match & { decided: Decided }

export async function fallsUnder(
  ctx: Context,
  wanted: { clientId: string; at: Temporal.Instant; about: TicketAbout; asked: Asked },
): Promise<Falls | undefined> {
  const { clientId, at, about, asked } = wanted
  const found = await contractFor(ctx, { clientId, at, about: coversOf(about) })
  if (!found) return undefined
  const decided = ({ version }: Pick<Match, 'version'>) =>
    decidePriority(version.terms.priorityMatrix, about, asked)
  const { contract, version } = stricterOf(
    found,
    (one) => circumstancesOf(about, decided(one).priority satisfies PriorityKey),
    at,
  )
  const others = [found, ...found.others]
    .filter((one) => one.contract.id !== contract.id)
    .map((one) => ({ contract: one.contract, version: one.version }))
  return { contract, version, others, decided: decided({ version }) }
}
