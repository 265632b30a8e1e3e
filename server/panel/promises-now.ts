/** Before a report is sent: what would be promised for each way of "how urgent", and whether it would wait at the gate. */
import { anyPriority } from '#engines/worktime/service-level.ts'
import { priorityKeys, type PriorityKey } from '#server/accounts/public.ts'
import { contractFor, type Terms } from '#server/contracts/public.ts'
import { clocksByTerms } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { me } from './me.ts'

export async function promisesNow(ctx: Context) {
  const { id, clientId } = me(ctx)
  const match = await contractFor(ctx, { clientId, at: ctx.now })
  if (!match) return { mayReport: true, levels: [] }
  const { version } = match
  const { reporters, serviceLevels } = version.terms
  return {
    mayReport: reporters.mode === 'all' || reporters.contactIds.includes(id),
    levels: priorityKeys.flatMap((priority) => {
      const level = rowFor(serviceLevels, priority)
      if (!level) return []
      const { clocks } = clocksByTerms(version, reportedNow(ctx, priority), ctx.now)
      const due = (target: string) => clocks.find((one) => one.target === target)?.dueAt ?? null
      return [
        {
          priority,
          definition: level.definition,
          reactBy: due('reaction'),
          resolveBy: due('resolution'),
        },
      ]
    }),
  }
}

/** The row that speaks of the priority alone, else the one for all the others. */
function rowFor(
  levels: Terms['serviceLevels'],
  priority: PriorityKey,
): Terms['serviceLevels'][number] | undefined {
  const wide = levels.filter(({ category, deviceClass, site }) => !category && !deviceClass && !site)
  return wide.find((one) => one.priority === priority) ?? wide.find((one) => one.priority === anyPriority)
}

function reportedNow(ctx: Context, priority: string) {
  const at = ctx.now.toString()
  return [
    { seq: 1, at, kind: 'reported', byKind: 'contact', byId: null, byName: '', facts: { priority } },
  ] as const
}
