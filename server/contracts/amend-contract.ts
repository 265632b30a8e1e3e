/**
 * Terms in force are never edited: a change is a new version. An amendment takes effect on a
 * day that is not settled yet; a correction replaces a version that was written down wrongly
 * and says why. Both begin as a draft with the terms that hold on that day.
 */
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { refuseSettled } from './activate-contract.ts'
import { contractOf, versionsOfContract, type Contract, type VersionRow } from './contract-store.ts'
import { mayKeepContracts, refuseOutside, refuseUnless } from './draft-contract.ts'
import { inForceOn } from './terms-in-force.ts'
import { insertDraft, setContract } from './version-store.ts'

export type Amendment = { kind: 'amendment'; validFrom: string; reason?: string }
export type Correction = { kind: 'correction'; corrects: number; reason: string }

export async function amendContract(
  ctx: Context,
  contractId: string,
  change: Amendment | Correction,
): Promise<VersionRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  await refuseUnless(ctx, contract, 'amend')
  const draft =
    change.kind === 'amendment'
      ? await amendment(ctx, contract, change)
      : await correction(ctx, contract, change)
  await recordEvent(
    ctx,
    'change_drafted',
    { kind: 'contract', id: contractId },
    { number: contract.number, kind: change.kind, validFrom: draft.validFrom },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
  return draft
}

async function amendment(
  ctx: Context,
  contract: Contract,
  { validFrom, reason }: Amendment,
): Promise<VersionRow> {
  refuseOutside(contract, validFrom)
  refuseSettled(contract, validFrom)
  const before =
    inForceOn(await versionsOfContract(ctx, contract.id), validFrom) ??
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'validFrom')
  return insertDraft(ctx, {
    contractId: contract.id,
    kind: 'amendment',
    validFrom,
    validTo: contract.validTo,
    terms: before.terms,
    reason: reason ?? null,
  })
}

async function correction(
  ctx: Context,
  contract: Contract,
  { corrects, reason }: Correction,
): Promise<VersionRow> {
  if (reason.trim() === '') refuse('reason_missing', {}, 'reason')
  const wrong =
    (await versionsOfContract(ctx, contract.id)).find((v) => v.number === corrects) ?? refuse('not_found')
  return insertDraft(ctx, {
    contractId: contract.id,
    kind: 'correction',
    correctsId: wrong.id,
    validFrom: wrong.validFrom,
    validTo: wrong.validTo,
    terms: wrong.terms,
    reason: reason.trim(),
  })
}

/** The last day of the contract, by notice or by agreement; what is settled stays settled. */
export async function endContract(
  ctx: Context,
  contractId: string,
  end: { endedOn: string; reason: string; version: number },
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  if (contract.version !== end.version) refuse('changed_meanwhile', { now: contract })
  await refuseUnless(ctx, contract, 'end')
  if (end.reason.trim() === '') refuse('reason_missing', {}, 'reason')
  if (end.endedOn < contract.validFrom)
    refuse('dates_reversed', { validFrom: contract.validFrom, validTo: end.endedOn }, 'endedOn')
  if (contract.validTo !== null && end.endedOn > contract.validTo)
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'endedOn')
  if (contract.settledTo !== null && end.endedOn < contract.settledTo)
    refuse('amendment_inside_settled_period', { settledTo: contract.settledTo }, 'endedOn')
  await setContract(ctx, contractId, { endedOn: end.endedOn, endReason: end.reason.trim() })
  await recordEvent(
    ctx,
    'contract_end_set',
    { kind: 'contract', id: contractId },
    {
      number: contract.number,
      endedOn: end.endedOn,
      reason: end.reason.trim(),
      setOn: today(ctx).toString(),
    },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}

/** The notice is taken back before the last day has passed. */
export async function withdrawEnd(ctx: Context, contractId: string): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  await refuseUnless(ctx, contract, 'withdrawEnd')
  await setContract(ctx, contractId, { endedOn: null, endReason: null })
  await recordEvent(
    ctx,
    'contract_end_withdrawn',
    { kind: 'contract', id: contractId },
    { number: contract.number },
  )
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}
