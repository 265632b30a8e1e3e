/**
 * A suspended contract is not in force: nothing new falls under it until it is resumed. A
 * suspension is a stretch of days with a reason; one that was planned may be called off.
 */
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf, isSuspendedOn, type Contract } from './contract-store.ts'
import { mayKeepContracts, refuseUnless } from './draft-contract.ts'
import { setContract } from './version-store.ts'

export type NewSuspension = { version?: number; fromOn?: string; toOn?: string | null; reason: string }

export async function suspendContract(
  ctx: Context,
  contractId: string,
  given: NewSuspension,
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  if (given.version !== undefined && given.version !== contract.version)
    refuse('changed_meanwhile', { now: contract })
  await refuseUnless(ctx, contract, 'suspend')
  const reason = given.reason.trim()
  if (reason === '') refuse('reason_missing', {}, 'reason')
  const { fromOn = today(ctx).toString(), toOn = null } = given
  // What happened before today was judged in force, and stays so.
  if (fromOn < today(ctx).toString()) refuse('suspension_in_past', {}, 'fromOn')
  if (toOn !== null && toOn < fromOn) refuse('dates_reversed', { validFrom: fromOn, validTo: toOn }, 'toOn')
  await ctx.tx
    .insertInto('contractSuspensions')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      contractId,
      fromOn,
      toOn,
      reason,
      recordedAt: ctx.now.toString(),
      recordedBy: staffId(ctx),
    })
    .execute()
  return noted(ctx, contract, 'contract_suspended', { fromOn, toOn, reason })
}

/** From today it is in force again; a suspension that had not begun never was. */
export async function resumeContract(ctx: Context, contractId: string): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  await refuseUnless(ctx, contract, 'resume')
  const date = today(ctx).toString()
  const lastDay = today(ctx).subtract({ days: 1 }).toString()
  await ctx.tx
    .updateTable('contractSuspensions')
    .set({ toOn: lastDay, resumedAt: ctx.now.toString(), resumedBy: staffId(ctx) })
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>=', date)]))
    .execute()
  return noted(ctx, contract, 'contract_resumed', { wasSuspended: isSuspendedOn(contract, date) })
}

async function noted(
  ctx: Context,
  { id, number, clientId }: Contract,
  what: 'contract_suspended' | 'contract_resumed',
  facts: Record<string, unknown>,
): Promise<Contract> {
  await setContract(ctx, id, {})
  await recordEvent(ctx, what, { kind: 'contract', id }, { number, ...facts })
  await announce(ctx, 'contract', { id, clientId })
  return (await contractOf(ctx, id))!
}

const staffId = (ctx: Context): string | null => (ctx.actor.kind === 'staff' ? ctx.actor.id : null)
