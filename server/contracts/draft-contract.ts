/**
 * A contract begins as a draft with the company's usual terms. Only drafts are edited: their
 * number and days, and their terms as a whole, by whoever saw the latest version of them.
 */
import { companyOf } from '#server/accounts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf } from './client-store.ts'
import { isTaken, nextContractNumber } from './contract-number.ts'
import { allVersions, contractOf, versionOf, type Contract, type VersionRow } from './contract-store.ts'
import { templateToDraft } from './contract-templates.ts'
import { defaultTerms, withPeople } from './default-terms.ts'
import { deedsOf, type ContractDeed } from './contract-state.ts'
import { readTerms } from './terms-input.ts'
import type { Terms } from './terms.ts'
import { dropDraft, insertDraft, rewriteDraft, setContract } from './version-store.ts'

export const mayKeepContracts = ['owner', 'manager', 'accountManager'] as const
export type NewContract = {
  clientId: string
  number?: string
  validFrom?: string
  validTo?: string | null
  concludedOn?: string | null
  terms?: Terms
  /** A template of the company, or the usual terms of a trade. */
  template?: string
}

export async function draftContract(ctx: Context, given: NewContract): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const client = (await clientOf(ctx, given.clientId)) ?? refuse('not_found')
  if (client.archivedAt) refuse('client_archived')
  const validFrom = given.validFrom ?? today(ctx).toString()
  const validTo = given.validTo ?? null
  refuseReversed(validFrom, validTo)
  const template = given.template ? await templateToDraft(ctx, given.template) : undefined
  const terms = given.terms
    ? readTerms(given.terms)
    : template
      ? await withPeople(ctx, client, template.terms)
      : await defaultTerms(ctx, client)
  if (given.number && (await isTaken(ctx, given.number)))
    refuse('number_taken', { number: given.number }, 'number')
  const number = given.number ?? (await nextContractNumber(ctx, validFrom))
  const id = ctx.newId()
  await ctx.tx
    .insertInto('contracts')
    .values({
      tenantId: ctx.tenantId,
      id,
      number,
      clientId: client.id,
      validFrom,
      validTo,
      concludedOn: given.concludedOn ?? null,
      templateId: template?.id ?? null,
      templateTrade: await tradeBehind(ctx, given, template?.trade ?? null),
      createdAt: ctx.now.toString(),
    })
    .execute()
  await insertDraft(ctx, {
    contractId: id,
    kind: 'original',
    validFrom,
    validTo,
    terms:
      given.terms || validTo === null ? terms : { ...terms, term: { ...terms.term, isIndefinite: false } },
  })
  await recordEvent(ctx, 'contract_drafted', { kind: 'contract', id }, { number, clientId: client.id })
  await announce(ctx, 'contract', { id, staffOnly: true })
  return (await contractOf(ctx, id))!
}

/** Without a template a contract begins with what is usual in the company's own trade. */
async function tradeBehind(ctx: Context, given: NewContract, trade: string | null): Promise<string | null> {
  return given.template || given.terms ? trade : (await companyOf(ctx)).trade
}

export type ContractChange = {
  version: number
  number?: string
  validFrom?: string
  validTo?: string | null
  concludedOn?: string | null
}

/** Number and days of a contract that is not in force yet; the day it was concluded also later. */
export async function changeContract(
  ctx: Context,
  id: string,
  { version, ...change }: ContractChange,
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const before = (await contractOf(ctx, id)) ?? refuse('not_found')
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  const dates = {
    validFrom: change.validFrom ?? before.validFrom,
    validTo: change.validTo === undefined ? before.validTo : change.validTo,
  }
  const changesForce =
    dates.validFrom !== before.validFrom ||
    dates.validTo !== before.validTo ||
    (change.number ?? before.number) !== before.number
  if (before.activatedAt && changesForce) refuse('terms_in_force', { number: before.number })
  refuseReversed(dates.validFrom, dates.validTo)
  if (change.number && (await isTaken(ctx, change.number, id)))
    refuse('number_taken', { number: change.number }, 'number')
  await setContract(ctx, id, change)
  const draft = (await allVersions(ctx, id)).find((v) => v.isDraft && v.kind === 'original')
  if (draft && changesForce) await rewriteDraft(ctx, draft, dates)
  await recordEvent(ctx, 'contract_changed', { kind: 'contract', id }, { fields: Object.keys(change) })
  await announce(ctx, 'contract', { id, staffOnly: true })
  return (await contractOf(ctx, id))!
}

/** The terms of a draft, as a whole. Whoever did not see the latest version is shown it instead. */
export async function writeTerms(
  ctx: Context,
  contractId: string,
  number: number,
  given: { version: number; terms: Terms; validFrom?: string; reason?: string },
): Promise<VersionRow> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const draft = await openDraft(ctx, contract, number)
  if (draft.version !== given.version) refuse('changed_meanwhile', { now: draft })
  const movesFrom = given.validFrom !== undefined && given.validFrom !== draft.validFrom
  if (movesFrom && draft.kind === 'original')
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'validFrom')
  if (movesFrom) refuseOutside(contract, given.validFrom!)
  await rewriteDraft(ctx, draft, {
    terms: readTerms(given.terms),
    ...(movesFrom && { validFrom: given.validFrom }),
    ...(given.reason !== undefined && { reason: given.reason }),
  })
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
  return (await versionOf(ctx, contractId, number))!
}

/** Throws a draft away; a contract that never was in force goes with it. */
export async function discardDraft(ctx: Context, contractId: string, number: number): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const draft = await openDraft(ctx, contract, number)
  await dropDraft(ctx, draft.id)
  if (!contract.activatedAt)
    await ctx.tx
      .deleteFrom('contracts')
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', contractId)
      .execute()
  await recordEvent(
    ctx,
    'draft_discarded',
    { kind: 'contract', id: contractId },
    { number: contract.number, version: number },
  )
  await announce(ctx, 'contract', { id: contractId, staffOnly: true })
}

export async function openDraft(ctx: Context, contract: Contract, number: number): Promise<VersionRow> {
  const version = (await versionOf(ctx, contract.id, number)) ?? refuse('not_found')
  if (!version.isDraft) refuse('terms_in_force', { number: contract.number, version: number })
  return version
}

/** Says no by the table of states and deeds. */
export async function refuseUnless(ctx: Context, contract: Contract, deed: ContractDeed): Promise<void> {
  const hasDraft = (await allVersions(ctx, contract.id)).some((v) => v.isDraft)
  const answer = deedsOf(contract, today(ctx).toString(), hasDraft)[deed]
  if (answer !== true) refuse(answer, { number: contract.number })
}

export function refuseReversed(validFrom: string, validTo: string | null): void {
  if (validTo !== null && validTo < validFrom) refuse('dates_reversed', { validFrom, validTo }, 'validTo')
}

export function refuseOutside(contract: Contract, date: string): void {
  const { validFrom: from, validTo: to } = contract
  if (date < from || (to !== null && date > to)) refuse('date_outside_contract', { from, to }, 'validFrom')
}
