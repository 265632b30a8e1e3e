/** Contracts in a list: with names, derived state, alarm, fee, and what will happen to their term. */
import { dec, sum, toGrosze } from '#engines/base/decimal.ts'
import { staffOf } from '#server/accounts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import {
  contractsOf,
  contractsOfClient,
  lastDayOf,
  type Contract,
  type Suspension,
  type VersionKind,
} from './contract-store.ts'
import { isUnsigned, stateOf, type ContractState } from './contract-state.ts'
import { renewalOf } from './notice-period.ts'
import { appliesOn, knownVersions } from './terms-as-of.ts'
import { standingHeads, type VersionHead } from './version-heads.ts'

export type ContractSummary = Omit<Contract, 'activatedBy' | 'suspensions'> & {
  /** The stretch without force that runs today, or the next one. */
  suspension: Suspension | null
  clientName: string
  state: ContractState
  lastDay: string | null
  /** In force although nobody signed it. */
  isUnsigned: boolean
  accountManagerId: string | null
  accountManagerName: string
  /** Fees of a month, net, without what comes over them. */
  feeGrosze: number
  /** Until when one may say no before a definite term goes on by itself, and to which day it would go. */
  renewal: { decideBy: string; nextLastDay: string } | null
  isRenewalDeclined: boolean
  versionInForce: number | null
  draftNumber: number | null
  draftKind: VersionKind | null
}

export type Around = {
  clients: Map<string, string>
  staff: Map<string, string>
  /** "contract id, last day" of every term that was said not to go on. */
  declined: Set<string>
}

export async function contractList(ctx: Context, clientId?: string): Promise<ContractSummary[]> {
  return (await listed(ctx, clientId)).map(({ summary }) => summary)
}

export type Listed = { summary: ContractSummary; head: VersionHead | undefined }

/** With the version that each row speaks of. */
export async function listed(ctx: Context, clientId?: string): Promise<Listed[]> {
  const contracts = clientId ? await contractsOfClient(ctx, clientId) : await contractsOf(ctx)
  const ids = clientId ? contracts.map(({ id }) => id) : undefined
  const heads = Map.groupBy(await standingHeads(ctx, ids), ({ contractId }) => contractId)
  const around = await aroundOf(ctx)
  const date = today(ctx).toString()
  return contracts.map((contract) => summaryOf(contract, heads.get(contract.id) ?? [], around, date))
}

export function summaryOf(contract: Contract, versions: VersionHead[], around: Around, date: string): Listed {
  const known = knownVersions(versions)
  // Before the first day the terms that will hold, after the last day the terms that held.
  const inForce = appliesOn(known, date) ?? known.at(date < contract.validFrom ? 0 : -1)
  const draft = versions.find((version) => version.isDraft)
  const head = inForce ?? draft
  const isDeclined = around.declined.has(`${contract.id} ${contract.validTo}`)
  const goesOn = head && contract.validTo !== null && contract.endedOn === null && !isDeclined
  // Each by its name: copying the rest of an object a thousand times is what a list would wait for.
  const summary: ContractSummary = {
    id: contract.id,
    number: contract.number,
    clientId: contract.clientId,
    concludedOn: contract.concludedOn,
    validFrom: contract.validFrom,
    validTo: contract.validTo,
    activatedAt: contract.activatedAt,
    endedOn: contract.endedOn,
    endReason: contract.endReason,
    settledTo: contract.settledTo,
    templateId: contract.templateId,
    templateTrade: contract.templateTrade,
    createdAt: contract.createdAt,
    version: contract.version,
    suspension:
      contract.suspensions.find(({ fromOn, toOn }) => toOn === null || (toOn >= date && toOn >= fromOn)) ??
      null,
    clientName: around.clients.get(contract.clientId) ?? '',
    state: stateOf(contract, date),
    lastDay: lastDayOf(contract),
    isUnsigned: isUnsigned(contract, head?.signedOn ?? null, date),
    accountManagerId: head?.accountManagerId ?? null,
    accountManagerName: around.staff.get(head?.accountManagerId ?? '') ?? '',
    feeGrosze: head ? feeOf(head.fees) : 0,
    renewal: (goesOn && renewalOf(contract.validTo!, head.term)) || null,
    isRenewalDeclined: isDeclined,
    versionInForce: inForce?.number ?? null,
    draftNumber: draft?.number ?? null,
    draftKind: draft?.kind ?? null,
  }
  return { summary, head }
}

/** A fee that cannot be read yet stands for nothing in a list. */
function feeOf(fees: string[]): number {
  return toGrosze(sum(fees.map((fee) => dec(/^\d{1,12}(\.\d{1,8})?$/.test(fee) ? fee : '0'))))
}

export async function aroundOf(ctx: Context): Promise<Around> {
  const clients = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  const declined = await ctx.tx
    .selectFrom('contractRenewals')
    .select(['contractId', 'lastDayBefore'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', 'declined')
    .execute()
  const staff = await staffOf(ctx)
  return {
    clients: new Map(clients.map(({ id, name }) => [id, name])),
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    declined: new Set(declined.map(({ contractId, lastDayBefore }) => `${contractId} ${lastDayBefore}`)),
  }
}
