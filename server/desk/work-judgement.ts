/**
 * What a person says of a piece of work before any price does: waived, with the reason; or out
 * of scope, with the clause that leaves it out. Either is shown in the proof of completeness.
 * Work that stands on an invoice is changed by a correction only.
 */
import { sql } from 'kysely'
import { mayOnly, signature, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { refuseIfSettled, type WorkKind } from './settled-work.ts'

export type Judgement = { verdict: 'waived' | 'outOfScope'; reason: string; clause: string }

export async function judgementsOf(
  ctx: Context,
  workKind: WorkKind,
  workIds: readonly string[],
): Promise<Map<string, Judgement>> {
  if (workIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('workJudgements')
    .select(['workId', 'verdict', 'reason', 'clause'])
    .where('tenantId', '=', ctx.tenantId)
    .where('workKind', '=', workKind)
    .where(sql<boolean>`work_id = any(${[...workIds]}::text[])`)
    .execute()
  return new Map(rows.map(({ workId, ...said }) => [workId, said as Judgement]))
}

/** As the price engine reads it. */
export function judgedAs(said: Judgement | undefined): {
  waived?: { reason: string }
  outOfScope?: { clause?: string; reason?: string }
} {
  if (!said) return {}
  if (said.verdict === 'waived') return { waived: { reason: said.reason } }
  return {
    outOfScope: { ...(said.clause && { clause: said.clause }), ...(said.reason && { reason: said.reason }) },
  }
}

export async function judgeWork(
  ctx: Context,
  workKind: WorkKind,
  workId: string,
  said: { verdict: 'waived' | 'outOfScope'; reason?: string; clause?: string },
): Promise<void> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  const [reason, clause] = [said.reason?.trim() ?? '', said.clause?.trim() ?? '']
  if (said.verdict === 'waived' && !reason) refuse('reason_missing', {}, 'reason')
  if (said.verdict === 'outOfScope' && !clause && !reason) refuse('reason_missing', {}, 'clause')
  await refuseUnknown(ctx, workKind, workId)
  await refuseIfSettled(ctx, workKind, workId)
  const by = signature(ctx.actor)
  const values = {
    verdict: said.verdict,
    reason,
    clause,
    judgedBy: by.id,
    judgedByName: by.name,
    judgedAt: ctx.now.toString(),
  }
  await ctx.tx
    .insertInto('workJudgements')
    .values({ tenantId: ctx.tenantId, workKind, workId, ...values })
    .onConflict((c) => c.columns(['tenantId', 'workKind', 'workId']).doUpdateSet(values))
    .execute()
  await tell(ctx, 'work_judged', workId, { workKind, verdict: said.verdict, reason, clause })
}

export async function withdrawJudgement(ctx: Context, workKind: WorkKind, workId: string): Promise<void> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  await refuseUnknown(ctx, workKind, workId)
  await refuseIfSettled(ctx, workKind, workId)
  await ctx.tx
    .deleteFrom('workJudgements')
    .where('tenantId', '=', ctx.tenantId)
    .where('workKind', '=', workKind)
    .where('workId', '=', workId)
    .execute()
  await tell(ctx, 'work_judgement_withdrawn', workId, { workKind })
}

async function tell(
  ctx: Context,
  event: string,
  workId: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordEvent(ctx, event, { kind: String(facts.workKind), id: workId }, facts)
  await announce(ctx, 'billing', { staffOnly: true })
}

const tables = { ticket: 'tickets', time: 'timeEntries', trip: 'trips', material: 'materials' } as const

async function refuseUnknown(ctx: Context, workKind: WorkKind, workId: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom(tables[workKind] as 'tickets')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', workId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) refuse('not_found')
}
