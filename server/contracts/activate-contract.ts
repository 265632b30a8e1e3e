/**
 * Activation: a person puts a version in force. Nothing wrong may stand in it; another contract
 * of the client over the same days is pointed out and must be meant. A signature is not
 * required. A correction takes the place of the version it corrects; both stay readable.
 */
import { staffOf, companyOf } from '#server/accounts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { enqueue } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf, contactsOfClient } from './client-store.ts'
import {
  contractOf,
  contractsOfClient,
  lastDayOf,
  versionOf,
  versionsOfContract,
  type Contract,
  type VersionRow,
} from './contract-store.ts'
import { stateOf } from './contract-state.ts'
import { mayKeepContracts, refuseOutside, refuseReversed } from './draft-contract.ts'
import { clash } from './matching.ts'
import { armRenewal } from './renew-contract.ts'
import { appliesOn } from './terms-as-of.ts'
import { problemsOfTerms, type TermsProblem } from './terms-problems.ts'
import { setContract, setVersion } from './version-store.ts'
import { problemsOfExamples } from './worked-examples.ts'

export type Activation = {
  version?: number
  confirmOverlap?: boolean
  signedOn?: string
}

export async function activateVersion(
  ctx: Context,
  contractId: string,
  number: number,
  given: Activation = {},
): Promise<Contract> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const state = stateOf(contract, today(ctx).toString())
  if (state === 'ended' || state === 'expired') refuse('contract_ended', { number: contract.number })
  const draft = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  if (!draft.isDraft) refuse('contract_already_active', { number: contract.number })
  if (given.version !== undefined && given.version !== draft.version)
    refuse('changed_meanwhile', { now: draft })
  await refuseUnfit(ctx, contract, draft, given.confirmOverlap ?? false)

  await setVersion(ctx, draft.id, {
    isDraft: false,
    recordedAt: ctx.now.toString(),
    recordedBy: staffId(ctx),
    ...(given.signedOn && { signedOn: given.signedOn }),
  })
  if (draft.correctsId) await setVersion(ctx, draft.correctsId, { supersededAt: ctx.now.toString() })
  await setContract(
    ctx,
    contractId,
    contract.activatedAt ? {} : { activatedAt: ctx.now.toString(), activatedBy: staffId(ctx) },
  )
  const what = {
    original: 'contract_activated',
    amendment: 'contract_amended',
    correction: 'contract_corrected',
  }[draft.kind]
  await recordEvent(
    ctx,
    what,
    { kind: 'contract', id: contractId },
    {
      number: contract.number,
      version: number,
      validFrom: draft.validFrom,
      reason: draft.reason,
      ...(draft.effectShown && { effectGrosze: draft.effectShown.netGrosze }),
    },
  )
  await armRenewal(ctx, contractId)
  // The desk judges open tickets by the terms in force at their report: these may be others now.
  await enqueue(ctx, 'terms_changed', { contractId })
  await enqueue(ctx, 'contract_document', { versionId: draft.id, contractId, number })
  await announce(ctx, 'contract', { id: contractId, clientId: contract.clientId })
  return (await contractOf(ctx, contractId))!
}

async function refuseUnfit(
  ctx: Context,
  contract: Contract,
  draft: VersionRow,
  confirmOverlap: boolean,
): Promise<void> {
  refuseReversed(contract.validFrom, contract.validTo)
  if (draft.kind !== 'original') refuseOutside(contract, draft.validFrom)
  if (draft.kind === 'amendment') refuseSettled(contract, draft.validFrom)
  if (draft.kind !== 'original') await refuseCurrencyInside(ctx, contract, draft)
  const problems = await problemsOfVersion(ctx, contract, draft)
  const first = problems.find((problem) => problem.weight === 'error')
  if (first)
    refuse(
      'terms_invalid',
      { problems: problems.filter((problem) => problem.weight === 'error') },
      first.path,
    )
  refuseUnseenEffect(contract, draft)
  if (!confirmOverlap) await refuseOverlap(ctx, contract, draft)
}

/** A correction inside settled months: a person has seen what it changes, of exactly these terms. */
function refuseUnseenEffect(contract: Contract, draft: VersionRow): void {
  if (draft.kind !== 'correction' || !touchesSettled(contract, draft.validFrom)) return
  if (draft.effectShown?.fingerprint !== effectMark(draft))
    refuse('effect_not_shown', { settledTo: contract.settledTo }, 'effect')
}

export const touchesSettled = ({ settledTo }: Contract, validFrom: string): boolean =>
  settledTo !== null && validFrom <= settledTo

/** Billing showed a person what the draft changes in settled months. */
export async function noteEffectShown(ctx: Context, draft: VersionRow, netGrosze: number): Promise<void> {
  const shown = { fingerprint: effectMark(draft), netGrosze, shownAt: ctx.now.toString() }
  await setVersion(ctx, draft.id, { effectShown: JSON.stringify(shown) })
}

/** Of which terms from which day an effect was shown. */
export const effectMark = ({ fingerprint, validFrom }: VersionRow): string => `${fingerprint} ${validFrom}`

export function refuseSettled(contract: Contract, date: string): void {
  if (contract.settledTo !== null && date <= contract.settledTo)
    refuse('amendment_inside_settled_period', { settledTo: contract.settledTo }, 'validFrom')
}

/**
 * One bill has one currency: another one begins with a billing period, and not in one that is
 * settled. It is looked at where the draft begins and where the version after it goes on.
 */
async function refuseCurrencyInside(ctx: Context, contract: Contract, draft: VersionRow): Promise<void> {
  const others = (await versionsOfContract(ctx, contract.id)).filter(({ id }) => id !== draft.correctsId)
  const currencyOf = ({ terms }: VersionRow) => terms.priceList.currency
  const before = appliesOn(others, dayBefore(draft.validFrom))
  const after = others.find(({ validFrom }) => validFrom > draft.validFrom)
  const replaced = appliesOn(await versionsOfContract(ctx, contract.id), draft.validFrom)
  const { settledTo } = contract
  if (settledTo !== null && touchesSettled(contract, draft.validFrom) && replaced && isOther(replaced))
    refuseCurrency(monthAfter(settledTo), draft)
  if (before && isOther(before) && !isFirstDay(draft.validFrom))
    refuseCurrency(monthAfter(draft.validFrom), draft)
  if (after && isOther(after) && !isFirstDay(after.validFrom))
    refuseCurrency(monthAfter(after.validFrom), draft)

  function isOther(version: VersionRow): boolean {
    return currencyOf(version) !== currencyOf(draft)
  }
}

function refuseCurrency(first: string, { terms }: VersionRow): never {
  return refuse('currency_inside_period', { first, currency: terms.priceList.currency }, 'validFrom')
}

const isFirstDay = (date: string): boolean => Temporal.PlainDate.from(date).day === 1
const monthAfter = (date: string): string =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months: 1 }).toString()
const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

/** Two contracts under which one ticket could fall equally; a narrower one and a wider one get along. */
async function refuseOverlap(ctx: Context, contract: Contract, draft: VersionRow): Promise<void> {
  const covers = draft.terms.covers
  if (draft.kind !== 'original' && isSameCover(await coversBefore(ctx, contract, draft), covers)) return
  const last = lastDayOf(contract) ?? '9999-12-31'
  for (const one of await contractsOfClient(ctx, contract.clientId)) {
    if (one.id === contract.id || !one.activatedAt) continue
    if (one.validFrom > last || contract.validFrom > (lastDayOf(one) ?? '9999-12-31')) continue
    const versions = await versionsOfContract(ctx, one.id)
    if (!versions.some(({ terms }) => clash(covers, terms.covers))) continue
    refuse(
      'contracts_overlap',
      { number: one.number, contractId: one.id, validFrom: one.validFrom, validTo: lastDayOf(one) },
      'validFrom',
    )
  }
}

async function coversBefore(ctx: Context, contract: Contract, draft: VersionRow) {
  return appliesOn(await versionsOfContract(ctx, contract.id), draft.validFrom)?.terms.covers
}

const isSameCover = (a: VersionRow['terms']['covers'], b: VersionRow['terms']['covers']): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Everything that is wrong with a version now, as the editor shows it and as activation refuses it. */
export async function problemsOfVersion(
  ctx: Context,
  contract: Contract,
  version: VersionRow,
): Promise<TermsProblem[]> {
  const client = (await clientOf(ctx, contract.clientId))!
  const [company, staff, contacts] = [
    await companyOf(ctx),
    await staffOf(ctx),
    await contactsOfClient(ctx, contract.clientId),
  ]
  const problems = problemsOfTerms(version.terms, {
    staffIds: new Set(staff.filter((person) => !person.leftAt).map((person) => person.id)),
    contactIds: new Set(contacts.map((contact) => contact.id)),
    validFrom: contract.validFrom,
    validTo: contract.validTo,
    companyHasNip: company.nip !== null,
    clientHasNip: client.nip !== null,
    hasInvoiceEmail:
      client.invoiceEmail !== '' ||
      client.email !== '' ||
      contacts.some((contact) => contact.receivesInvoices),
  })
  return [
    ...problems,
    ...problemsOfExamples(ctx, version.terms, version.validFrom),
    ...(await laterVersions(ctx, version)),
  ]
}

/** What takes effect later stands as it was written: it does not contain this change. */
async function laterVersions(ctx: Context, version: VersionRow): Promise<TermsProblem[]> {
  if (version.kind === 'original') return []
  const later = (await versionsOfContract(ctx, version.contractId)).filter(
    (one) => one.validFrom > version.validFrom && one.id !== version.correctsId,
  )
  return later.map(({ number, validFrom }) => ({
    code: 'laterVersions',
    weight: 'warning',
    path: 'validFrom',
    values: { number, validFrom },
  }))
}

const staffId = (ctx: Context): string | null => (ctx.actor.kind === 'staff' ? ctx.actor.id : null)
