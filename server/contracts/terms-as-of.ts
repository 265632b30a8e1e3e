/**
 * "What applied on day X, as known on day Y." Both times are kept with each version: since when
 * it is valid, and when we recorded it and recorded something in its place. Of the versions that were known
 * and not replaced on day Y, the one whose beginning is the latest not after X applies; of
 * two that begin together, the later recorded. A contract's end, as it was known on day Y, closes it.
 */
import { versionsOfContract, type VersionInForce, type VersionRow } from './contract-store.ts'
import type { Context } from '#server/plumbing/context.ts'

export type KnownVersion = Pick<
  VersionRow,
  'number' | 'validFrom' | 'validTo' | 'recordedAt' | 'supersededAt' | 'isDraft'
>

/** In the order in which they take effect, as they were known at a moment (or now). */
export function knownVersions<V extends KnownVersion>(
  versions: readonly V[],
  knownAt?: Temporal.Instant,
): V[] {
  return versions
    .filter((version) => !version.isDraft && wasKnown(version, knownAt))
    .sort(
      (a, b) =>
        Number(a.validFrom > b.validFrom) - Number(a.validFrom < b.validFrom) ||
        Temporal.Instant.compare(a.recordedAt, b.recordedAt) ||
        a.number - b.number,
    )
}

function wasKnown({ recordedAt, supersededAt }: KnownVersion, at: Temporal.Instant | undefined): boolean {
  if (!at) return supersededAt === null
  if (Temporal.Instant.compare(recordedAt, at) > 0) return false
  return supersededAt === null || Temporal.Instant.compare(supersededAt, at) > 0
}

/** Of known versions in their order, the last that has begun. */
export function appliesOn<V extends KnownVersion>(known: readonly V[], day: string): V | undefined {
  return known.findLast((v) => v.validFrom <= day && (v.validTo === null || day <= v.validTo))
}

export type AskedTerms = { on: string; knownAt?: Temporal.Instant }
export type TermsAsOf = VersionInForce & { isSuspended: boolean }

/** Nothing applied before the first day, after the last, or before anybody had recorded anything. */
export async function termsAsOf(
  ctx: Context,
  contractId: string,
  { on, knownAt }: AskedTerms,
): Promise<TermsAsOf | undefined> {
  const version = appliesOn(await versionsOfContract(ctx, contractId, knownAt), on)
  if (!version) return undefined
  const life = await lifeAsKnown(ctx, contractId, knownAt)
  if (life.lastDay !== null && on > life.lastDay) return undefined
  const isSuspended = life.suspensions.some(({ from, to }) => from <= on && (to === null || on <= to))
  const { id: versionId, number, validFrom, terms } = version
  return { versionId, number, validFrom, terms, isSuspended }
}

type Life = { lastDay: string | null; suspensions: { from: string; to: string | null }[] }

/** The end and the suspensions of a contract, from their rows, as they stood at a moment. */
async function lifeAsKnown(ctx: Context, contractId: string, knownAt?: Temporal.Instant): Promise<Life> {
  const of = { contractId, tenantId: ctx.tenantId }
  const known = (at: string | null): boolean =>
    at !== null && (!knownAt || Temporal.Instant.compare(at, knownAt) <= 0)
  const contract = await ctx.tx
    .selectFrom('contracts')
    .select(['validTo', 'endedOn'])
    .where('tenantId', '=', of.tenantId)
    .where('id', '=', of.contractId)
    .executeTakeFirstOrThrow()
  const renewals = await ctx.tx
    .selectFrom('contractRenewals')
    .select(['lastDayBefore', 'recordedAt'])
    .where('tenantId', '=', of.tenantId)
    .where('contractId', '=', of.contractId)
    .where('kind', '=', 'renewed')
    .orderBy('recordedAt')
    .execute()
  const endings = await ctx.tx
    .selectFrom('contractEndings')
    .select(['endsOn', 'recordedAt', 'withdrawnAt'])
    .where('tenantId', '=', of.tenantId)
    .where('contractId', '=', of.contractId)
    .orderBy('recordedAt')
    .execute()
  const suspensions = await ctx.tx
    .selectFrom('contractSuspensions')
    .select(['fromOn', 'toOn', 'recordedAt', 'resumedAt'])
    .where('tenantId', '=', of.tenantId)
    .where('contractId', '=', of.contractId)
    .execute()
  // A renewal that was not known yet had not moved the end.
  const agreed = renewals.find(({ recordedAt }) => !known(recordedAt))?.lastDayBefore ?? contract.validTo
  const ending = endings.findLast((one) => known(one.recordedAt) && !known(one.withdrawnAt))
  // Ends that were entered before there were rows of them stand in the contract alone.
  const given = endings.length === 0 ? contract.endedOn : (ending?.endsOn ?? null)
  const ends = [agreed, given].filter((day): day is string => day !== null)
  return {
    lastDay: ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b)),
    suspensions: suspensions
      .filter((one) => known(one.recordedAt))
      .map(({ fromOn, toOn, resumedAt }) => ({ from: fromOn, to: known(resumedAt) ? toOn : null })),
  }
}
