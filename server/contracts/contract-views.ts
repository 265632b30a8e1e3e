/** Contracts as people see them: with names, derived state, alarm, and what may be done now. */
import { sql } from 'kysely'
import { dec, sum, toGrosze } from '#engines/base/decimal.ts'
import { itemsOf } from '#engines/pricing/price-list.ts'
import { staffOf } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { problemsOfVersion } from './activate-contract.ts'
import {
  allVersions,
  contractOf,
  contractsOf,
  contractsOfClient,
  lastDayOf,
  versionColumns,
  versionOf,
  type Contract,
  type VersionRow,
} from './contract-store.ts'
import { deedsOf, isUnsigned, stateOf, type ContractDeed, type ContractState } from './contract-state.ts'
import { inForceOn } from './terms-in-force.ts'
import { differenceOf, type TermsChange } from './terms-difference.ts'
import type { TermsProblem } from './terms-problems.ts'
import type { Terms } from './terms.ts'

export type ContractSummary = Omit<Contract, 'activatedBy'> & {
  clientName: string
  state: ContractState
  lastDay: string | null
  /** In force although nobody signed it. */
  isUnsigned: boolean
  accountManagerId: string | null
  accountManagerName: string
  /** Fees of a month, net, without what comes over them. */
  feeGrosze: number
  versionInForce: number | null
  draftNumber: number | null
  draftKind: VersionRow['kind'] | null
}
export type VersionSummary = Omit<VersionRow, 'terms' | 'contractId' | 'correctsId' | 'recordedBy'> & {
  recordedByName: string
  correctsNumber: number | null
  isInForce: boolean
}
export type ContractDetail = ContractSummary & {
  versions: VersionSummary[]
  deeds: Record<ContractDeed, true | string>
}
export type VersionDetail = VersionSummary & {
  terms: Terms
  problems: TermsProblem[]
  changes: TermsChange[]
  basedOn: number | null
}

export async function contractList(ctx: Context, clientId?: string): Promise<ContractSummary[]> {
  const contracts = clientId ? await contractsOfClient(ctx, clientId) : await contractsOf(ctx)
  const versions = Map.groupBy(await standingVersions(ctx), (version) => version.contractId)
  const names = await namesOf(ctx)
  return contracts.map((contract) => summary(ctx, contract, versions.get(contract.id) ?? [], names))
}

export async function contractDetail(ctx: Context, id: string): Promise<ContractDetail> {
  const contract = (await contractOf(ctx, id)) ?? refuse('not_found')
  const versions = await allVersions(ctx, id)
  const names = await namesOf(ctx)
  const base = summary(
    ctx,
    contract,
    versions.filter((version) => !version.supersededAt),
    names,
  )
  return {
    ...base,
    versions: versions.map((version) => versionSummary(version, versions, names.staff, base.versionInForce)),
    deeds: deedsOf(contract, today(ctx).toString(), base.draftNumber !== null),
  }
}

/** One version with its terms, what is wrong with them, and how they differ from what they change. */
export async function versionDetail(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<VersionDetail> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  const versions = await allVersions(ctx, contractId)
  const names = await namesOf(ctx)
  const before = versionBefore(version, versions)
  const inForce = inForceOn(standing(versions), today(ctx).toString())?.number ?? null
  return {
    ...versionSummary(version, versions, names.staff, inForce),
    terms: version.terms,
    problems: version.isDraft ? await problemsOfVersion(ctx, contract, version) : [],
    changes: before ? differenceOf(before.terms, version.terms) : [],
    basedOn: before?.number ?? null,
  }
}

/** The version it corrects, or the one that would hold on its first day without it. */
export function versionBefore(version: VersionRow, versions: VersionRow[]): VersionRow | undefined {
  if (version.correctsId) return versions.find((one) => one.id === version.correctsId)
  if (version.kind === 'original') return undefined
  const others = standing(versions).filter(
    (one) =>
      one.id !== version.id &&
      (version.isDraft || one.recordedAt < version.recordedAt || one.number < version.number),
  )
  const number = inForceOn(others, version.validFrom)?.number
  return versions.find((one) => one.number === number)
}

function standing(versions: VersionRow[]): VersionRow[] {
  return versions
    .filter((version) => !version.isDraft && !version.supersededAt)
    .sort(
      (a, b) =>
        Number(a.validFrom > b.validFrom) - Number(a.validFrom < b.validFrom) ||
        Temporal.Instant.compare(a.recordedAt, b.recordedAt) ||
        a.number - b.number,
    )
}

type Names = { clients: Map<string, string>; staff: Map<string, string> }

function summary(ctx: Context, contract: Contract, versions: VersionRow[], names: Names): ContractSummary {
  const date = today(ctx).toString()
  const recorded = standing(versions)
  // Before the first day the terms that will hold, after the last day the terms that held.
  const inForce = inForceOn(recorded, date) ?? recorded.at(date < contract.validFrom ? 0 : -1)
  const draft = versions.find((version) => version.isDraft)
  const shown = versions.find((version) => version.number === inForce?.number) ?? draft
  const { activatedBy: _by, ...rest } = contract
  return {
    ...rest,
    clientName: names.clients.get(contract.clientId) ?? '',
    state: stateOf(contract, date),
    lastDay: lastDayOf(contract),
    isUnsigned: isUnsigned(contract, shown?.signedOn ?? null, date),
    accountManagerId: shown?.terms.accountManagerId ?? null,
    accountManagerName: names.staff.get(shown?.terms.accountManagerId ?? '') ?? '',
    feeGrosze: shown ? feeOf(shown.terms) : 0,
    versionInForce: inForce?.number ?? null,
    draftNumber: draft?.number ?? null,
    draftKind: draft?.kind ?? null,
  }
}

/** A fee that cannot be read yet stands for nothing in a list. */
function feeOf(terms: Terms): number {
  return toGrosze(
    sum(
      itemsOf(terms.priceList, 'flatFee').map(({ feePrice }) =>
        dec(/^\d{1,12}(\.\d{1,8})?$/.test(feePrice) ? feePrice : '0'),
      ),
    ),
  )
}

function versionSummary(
  version: VersionRow,
  versions: VersionRow[],
  staff: Map<string, string>,
  inForce: number | null,
): VersionSummary {
  const { terms: _terms, contractId: _contractId, correctsId, recordedBy, ...rest } = version
  return {
    ...rest,
    recordedByName: staff.get(recordedBy ?? '') ?? '',
    correctsNumber: versions.find((one) => one.id === correctsId)?.number ?? null,
    isInForce: version.number === inForce && !version.isDraft,
  }
}

async function standingVersions(ctx: Context): Promise<VersionRow[]> {
  const rows = await ctx.tx
    .selectFrom('contractVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('supersededAt', 'is', null)
    .execute()
  return rows as VersionRow[]
}

async function namesOf(ctx: Context): Promise<Names> {
  const clients = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy(sql`name`)
    .execute()
  const staff = await staffOf(ctx)
  return {
    clients: new Map(clients.map(({ id, name }) => [id, name])),
    staff: new Map(staff.map(({ id, name }) => [id, name])),
  }
}
