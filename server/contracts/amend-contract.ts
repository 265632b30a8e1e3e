/**
 * Terms in force are never edited: a change is a new version. An amendment takes effect on a
 * day that is not settled yet; a correction replaces a version that was written down wrongly
 * and says why. Both begin as a draft with the terms that hold on that day.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { refuseSettled } from './activate-contract.ts'
import { contractOf, versionsOfContract, type Contract, type VersionRow } from './contract-store.ts'
import { mayKeepContracts, refuseOutside, refuseUnless } from './draft-contract.ts'
import { appliesOn } from './terms-as-of.ts'
import { insertDraft } from './version-store.ts'

export type Amendment = { kind: 'amendment'; validFrom: string; reason?: string }
/** Of a version, or of what was forgotten: from a day on, in the place of nothing. */
export type Correction = { kind: 'correction'; corrects?: number; validFrom?: string; reason: string }

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
    appliesOn(await versionsOfContract(ctx, contract.id), validFrom) ??
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'validFrom')
  return insertDraft(ctx, {
    contractId: contract.id,
    kind: 'amendment',
    validFrom,
    validTo: contract.validTo,
    terms: before.terms,
    reason: reason ?? null,
    priceListId: before.priceListId,
    priceListNumber: before.priceListNumber,
  })
}

async function correction(
  ctx: Context,
  contract: Contract,
  { corrects, validFrom, reason }: Correction,
): Promise<VersionRow> {
  if (reason.trim() === '') refuse('reason_missing', {}, 'reason')
  const versions = await versionsOfContract(ctx, contract.id)
  const wrong = corrects === undefined ? undefined : versions.find((v) => v.number === corrects)
  if (corrects !== undefined && !wrong) refuse('not_found')
  if (!wrong && validFrom === undefined) refuse('invalid_input', { reason: 'what_to_correct' }, 'corrects')
  if (validFrom !== undefined) refuseOutside(contract, validFrom)
  const before = wrong ?? appliesOn(versions, validFrom!)
  if (!before)
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'validFrom')
  return insertDraft(ctx, {
    contractId: contract.id,
    kind: 'correction',
    correctsId: wrong?.id ?? null,
    validFrom: wrong?.validFrom ?? validFrom!,
    validTo: before.validTo,
    terms: before.terms,
    reason: reason.trim(),
    priceListId: before.priceListId,
    priceListNumber: before.priceListNumber,
    // It stands in the place of the version it corrects, on the same paper.
    paperChoice: before.kind === 'amendment' ? null : before.paperChoice,
  })
}
