/**
 * Which terms apply. A contract is in force when a person has activated it, its validity has
 * begun, and it is not suspended, ended or expired; a signature is not required. "What applied
 * on day X, as known on day Y" can always be asked.
 */
import type { Context } from '#server/plumbing/context.ts'
import {
  contractsOfClient,
  dateOf,
  isSuspendedOn,
  isValidOn,
  selectContracts,
  versionsOfContract,
  type Contract,
  type VersionInForce,
  type VersionRow,
} from './contract-store.ts'
import { narrowest, type About } from './matching.ts'
import { appliesOn } from './terms-as-of.ts'

type InForce = { contract: Contract; version: VersionInForce }
export type Match = InForce & {
  /** Others of the same client that match as narrowly: a person chooses. */
  others: InForce[]
}

/** The contract under which a client's report falls: the one that matches most narrowly what it is about. */
export async function contractFor(
  ctx: Context,
  wanted: { clientId: string; at: Temporal.Instant; about?: About },
): Promise<Match | undefined> {
  const all = await contractsInForce(ctx, wanted)
  const named = all.map((one) => ({ ...one, covers: one.version.terms.covers }))
  const [first, ...others] = narrowest(named, wanted.about ?? {}).map(({ contract, version }) => ({
    contract,
    version,
  }))
  return first && { ...first, others }
}

/** Every contract of a client that is in force at a moment, by number. */
export async function contractsInForce(
  ctx: Context,
  wanted: { clientId: string; at: Temporal.Instant },
): Promise<InForce[]> {
  const date = dateOf(ctx, wanted.at)
  const candidates = (await contractsOfClient(ctx, wanted.clientId)).filter(
    (contract) => isValidOn(contract, date) && !isSuspendedOn(contract, date),
  )
  const matches: InForce[] = []
  for (const contract of candidates.sort((a, b) => (a.number < b.number ? -1 : 1))) {
    const version = await termsOfContractAt(ctx, contract.id, date)
    if (version) matches.push({ contract, version })
  }
  return matches
}

/** The terms in force at a moment or on a day; `knownAt`: as they were known then. */
export async function termsOfContractAt(
  ctx: Context,
  contractId: string,
  at: Temporal.Instant | string,
  knownAt?: Temporal.Instant,
): Promise<VersionInForce | undefined> {
  return inForceOn(await versionsOfContract(ctx, contractId, knownAt), dateOf(ctx, at))
}

/** Of the versions in the order in which they take effect, the last that has begun. */
export function inForceOn(versions: VersionRow[], date: string): VersionInForce | undefined {
  const version = appliesOn(versions, date)
  return (
    version && {
      versionId: version.id,
      number: version.number,
      validFrom: version.validFrom,
      terms: version.terms,
    }
  )
}

/** Contracts that are in force on any day of a period. */
export async function contractsToSettle(
  ctx: Context,
  period: { from: string; to: string },
): Promise<Contract[]> {
  return selectContracts(ctx)
    .where('activatedAt', 'is not', null)
    .where('validFrom', '<=', period.to)
    .where((e) => e.or([e('validTo', 'is', null), e('validTo', '>=', period.from)]))
    .where((e) => e.or([e('endedOn', 'is', null), e('endedOn', '>=', period.from)]))
    .orderBy('number')
    .execute()
}

/** Billing tells up to which day a contract is settled; it never goes back. */
export async function noteSettled(ctx: Context, contractId: string, settledTo: string): Promise<void> {
  await ctx.tx
    .updateTable('contracts')
    .set({ settledTo })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', contractId)
    .where((e) => e.or([e('settledTo', 'is', null), e('settledTo', '<', settledTo)]))
    .execute()
}
