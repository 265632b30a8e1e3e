/**
 * How urgent a ticket is: as a person of the company said; else by impact × urgency, where the
 * contract has that table and both are known; else as the panel's reporter wished; else normal.
 */
import { priorityFrom } from '#engines/worktime/priority-matrix.ts'
import { priorityKeys, type PriorityKey } from '#server/accounts/public.ts'
import type { Terms } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import type { AboutWish, TicketAbout } from './ticket-about.ts'
import type { LogRow } from './ticket-state.ts'

export type PrioritySource = 'person' | 'matrix' | 'reporter' | 'usual'
export type Decided = { priority: PriorityKey; by: PrioritySource }
/** What somebody with the right said, and what the reporter wishes. */
export type Asked = { chosen?: PriorityKey | undefined; wished?: PriorityKey | undefined }

export const isPriority = (key: string): key is PriorityKey =>
  (priorityKeys as readonly string[]).includes(key)

/** Only staff set a priority; from the panel the wish counts, elsewhere a person decides. */
export function askedPriority(
  ctx: Context,
  report: { source?: string; priority?: string | undefined; proposedPriority?: string | undefined },
): Asked {
  for (const field of ['priority', 'proposedPriority'] as const) {
    const key = report[field]
    if (key !== undefined && !isPriority(key)) refuse('priority_unknown', { priority: key }, field)
  }
  return {
    chosen: ctx.actor.kind === 'staff' ? (report.priority as PriorityKey | undefined) : undefined,
    wished: report.source === 'panel' ? (report.proposedPriority as PriorityKey | undefined) : undefined,
  }
}

export function decidePriority(
  matrix: Terms['priorityMatrix'],
  { impact, urgency }: Pick<TicketAbout, 'impact' | 'urgency'>,
  { chosen, wished }: Asked,
): Decided {
  if (chosen) return { priority: chosen, by: 'person' }
  const found = matrix && impact && urgency ? priorityFrom(matrix, { impact, urgency }) : undefined
  if (found) return { priority: found as PriorityKey, by: 'matrix' }
  return wished ? { priority: wished, by: 'reporter' } : { priority: 'normal', by: 'usual' }
}

/** Who says how bad it is says it in the words of the contract. */
export function refuseUnknownKeys(matrix: Terms['priorityMatrix'], { impact, urgency }: AboutWish): void {
  if (!matrix) return
  if (impact && !matrix.impacts.some(({ key }) => key === impact))
    refuse('impact_unknown', { impact }, 'impact')
  if (urgency && !matrix.urgencies.some(({ key }) => key === urgency))
    refuse('urgency_unknown', { urgency }, 'urgency')
}

/** Who set the priority last, read from the log. */
export function prioritySourceOf(log: readonly LogRow[]): PrioritySource {
  const row = log.findLast(({ kind }) => kind === 'reported' || kind === 'priority_changed')
  if (row?.kind === 'priority_changed') return row.facts.because === 'matrix' ? 'matrix' : 'person'
  return (row?.facts.priorityBy as PrioritySource | undefined) ?? 'usual'
}

/** What was asked for so far, when it is decided anew: a person's word stays. */
export const askedSoFar = (priority: PriorityKey, by: PrioritySource): Asked =>
  by === 'person' ? { chosen: priority } : { wished: priority }
