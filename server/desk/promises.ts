/**
 * Before a report is made: under which contract it would fall by what it is about, what would be
 * promised for each way of "how urgent", whether it would wait at the gate, and whether the
 * contract asks for impact and urgency. The panel and the desk's form ask the same.
 */
import { matchLevel } from '#engines/worktime/service-level.ts'
import { priorityKeys, type PriorityKey } from '#server/accounts/public.ts'
import type { ReportBarrier, Terms } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { clocksByTerms, dueOf } from './clocks.ts'
import { fallsUnder } from './falls-under.ts'
import { aboutOf, circumstancesOf, type AboutWish } from './ticket-about.ts'
import type { LogRow } from './ticket-state.ts'
import { barrierAt } from './who-reports.ts'

export type Promises = {
  contract: { id: string; number: string } | null
  /** Several match equally; this is the stricter one. */
  isSeveral: boolean
  /** What would hold it at the gate whatever its priority. */
  barrier: ReportBarrier | null
  levels: {
    priority: PriorityKey
    definition: string
    reactBy: string | null
    resolveBy: string | null
    /** At this priority it would wait at the gate. */
    waits: boolean
  }[]
  matrix: NonNullable<Terms['priorityMatrix']> | null
}

type Asking = { clientId: string; person?: { id: string; isSupervisor: boolean }; wish: AboutWish }

export async function promisesFor(ctx: Context, { clientId, person, wish }: Asking): Promise<Promises> {
  const about = await aboutOf(ctx, clientId, { ...wish, impact: null, urgency: null })
  const falls = await fallsUnder(ctx, { clientId, at: ctx.now, about, asked: {} })
  if (!falls) return { contract: null, isSeveral: false, barrier: null, levels: [], matrix: null }
  const { contract, version, others } = falls
  const report = { site: about.site, category: about.category }
  const barrier = await barrierAt(ctx, falls, person, report)
  const levels: Promises['levels'] = []
  for (const priority of priorityKeys) {
    const circumstances = circumstancesOf(about, priority)
    const row = matchLevel(version.terms.serviceLevels, circumstances)?.row
    if (row === undefined) continue
    const clocks = clocksByTerms(version, reportedNow(ctx, { ...circumstances }), ctx.now)
    const held = barrier ?? (await barrierAt(ctx, falls, person, { ...report, priority }))
    levels.push({
      priority,
      definition: version.terms.serviceLevels[row]!.definition,
      reactBy: dueOf(clocks, 'reaction') ?? null,
      resolveBy: dueOf(clocks, 'resolution') ?? null,
      waits: held !== undefined,
    })
  }
  return {
    contract: { id: contract.id, number: contract.number },
    isSeveral: others.length > 0,
    barrier: barrier ?? null,
    levels,
    matrix: version.terms.priorityMatrix ?? null,
  }
}

function reportedNow(ctx: Context, facts: Record<string, unknown>): LogRow[] {
  const at = ctx.now.toString()
  return [{ seq: 1, at, kind: 'reported', byKind: 'contact', byId: null, byName: '', facts }]
}
