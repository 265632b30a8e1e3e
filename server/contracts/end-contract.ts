/**
 * The end of a contract: by notice, by agreement, or for a serious reason. Each is a row that
 * stays, taken back or not; the contract carries the last day that follows from them. Notice
 * is held to its period; an agreement and a serious reason are not.
 */
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf, type Contract } from './contract-store.ts'
import { mayKeepContracts, refuseUnless } from './draft-contract.ts'
import { noticeEndsOn } from './notice-period.ts'
import { armRenewal } from './renew-contract.ts'
import { termsOfContractAt } from './terms-in-force.ts'
import { setContract } from './version-store.ts'

export const endingKinds = ['notice', 'agreement', 'seriousReason'] as const
export type Ending = {
  endedOn: string
  reason: string
  version: number
  kind?: (typeof endingKinds)[number]
  givenBy?: 'us' | 'client' | 'both'
  givenOn?: string
}

export async function endContract(ctx: Context, contractId: string, end: Ending): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  if (contract.version !== end.version) refuse('changed_meanwhile', { now: contract })
  await refuseUnless(ctx, contract, 'end')
  refuseWrongEnd(contract, end)
  const { kind = 'agreement', givenOn = today(ctx).toString() } = end
  if (kind === 'notice') await refuseShortNotice(ctx, contract, end.endedOn, givenOn)
  await withdrawRows(ctx, contractId)
  const reason = end.reason.trim()
  await ctx.tx
    .insertInto('contractEndings')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      contractId,
      kind,
      givenBy: end.givenBy ?? (kind === 'agreement' ? 'both' : 'us'),
      givenOn,
      endsOn: end.endedOn,
      reason,
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  await setContract(ctx, contractId, { endedOn: end.endedOn, endReason: reason })
  await armRenewal(ctx, contractId)
  await recordEvent(
    ctx,
    'contract_end_set',
    { kind: 'contract', id: contractId },
    { number: contract.number, kind, endedOn: end.endedOn, reason, setOn: today(ctx).toString() },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}

/** The notice is taken back before the last day has passed. */
export async function withdrawEnd(ctx: Context, contractId: string): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  await refuseUnless(ctx, contract, 'withdrawEnd')
  await withdrawRows(ctx, contractId)
  await setContract(ctx, contractId, { endedOn: null, endReason: null })
  await armRenewal(ctx, contractId)
  await recordEvent(
    ctx,
    'contract_end_withdrawn',
    { kind: 'contract', id: contractId },
    { number: contract.number },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}

function refuseWrongEnd(contract: Contract, { endedOn, reason }: Ending): void {
  if (reason.trim() === '') refuse('reason_missing', {}, 'reason')
  if (endedOn < contract.validFrom)
    refuse('dates_reversed', { validFrom: contract.validFrom, validTo: endedOn }, 'endedOn')
  if (contract.validTo !== null && endedOn > contract.validTo)
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'endedOn')
  if (contract.settledTo !== null && endedOn < contract.settledTo)
    refuse('amendment_inside_settled_period', { settledTo: contract.settledTo }, 'endedOn')
}

/** A notice that was given in a month of other terms keeps the period of those terms. */
async function refuseShortNotice(
  ctx: Context,
  contract: Contract,
  endedOn: string,
  givenOn: string,
): Promise<void> {
  if (givenOn > today(ctx).toString()) refuse('notice_in_future', { givenOn }, 'givenOn')
  const version = await termsOfContractAt(ctx, contract.id, givenOn)
  const earliest = version && noticeEndsOn(givenOn, version.terms.term)
  if (earliest && endedOn < earliest)
    refuse('notice_too_short', { earliest, months: version.terms.term.noticeMonths }, 'endedOn')
}

async function withdrawRows(ctx: Context, contractId: string): Promise<void> {
  await ctx.tx
    .updateTable('contractEndings')
    .set({
      withdrawnAt: ctx.now.toString(),
      withdrawnBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where('withdrawnAt', 'is', null)
    .execute()
}
