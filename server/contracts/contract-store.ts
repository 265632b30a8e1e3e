/**
 * Contracts and the versions of their terms as they stand in the tables. Two times are
 * kept: since when terms are valid, and since when we know it. Of the recorded versions
 * that are valid on a day, the latest beginning wins; of two that begin together, the later recorded.
 */
import type { Context } from '#server/plumbing/context.ts'
import type { Terms } from './terms.ts'

export type Contract = {
  id: string
  number: string
  clientId: string
  concludedOn: string | null
  validFrom: string
  validTo: string | null
  activatedAt: string | null
  activatedBy: string | null
  suspendedAt: string | null
  endedOn: string | null
  endReason: string | null
  settledTo: string | null
  createdAt: string
  version: number
}
export type VersionKind = 'original' | 'amendment' | 'correction'
export type VersionRow = {
  id: string
  contractId: string
  number: number
  kind: VersionKind
  correctsId: string | null
  validFrom: string
  validTo: string | null
  recordedAt: string
  supersededAt: string | null
  recordedBy: string | null
  reason: string | null
  isDraft: boolean
  terms: Terms
  fingerprint: string
  pageCode: string
  sentAt: string | null
  documentFileId: string | null
  documentSha256: string | null
  signedScanFileId: string | null
  signedOn: string | null
  version: number
}
export type VersionInForce = { versionId: string; number: number; validFrom: string; terms: Terms }

export const contractColumns = [
  'id',
  'number',
  'clientId',
  'concludedOn',
  'validFrom',
  'validTo',
  'activatedAt',
  'activatedBy',
  'suspendedAt',
  'endedOn',
  'endReason',
  'settledTo',
  'createdAt',
  'version',
] as const
export const versionColumns = [
  'id',
  'contractId',
  'number',
  'kind',
  'correctsId',
  'validFrom',
  'validTo',
  'recordedAt',
  'supersededAt',
  'recordedBy',
  'reason',
  'isDraft',
  'terms',
  'fingerprint',
  'pageCode',
  'sentAt',
  'documentFileId',
  'documentSha256',
  'signedScanFileId',
  'signedOn',
  'version',
] as const

export async function contractOf(ctx: Context, id: string): Promise<Contract | undefined> {
  return ctx.tx
    .selectFrom('contracts')
    .select(contractColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function contractsOfClient(ctx: Context, clientId: string): Promise<Contract[]> {
  return ctx.tx
    .selectFrom('contracts')
    .select(contractColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
    .orderBy('validFrom', 'desc')
    .orderBy('number')
    .execute()
}

export async function contractsOf(ctx: Context): Promise<Contract[]> {
  return ctx.tx
    .selectFrom('contracts')
    .select(contractColumns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('number', 'desc')
    .execute()
}

/** Every version, drafts and superseded ones too, in the order of their numbers. */
export async function allVersions(ctx: Context, contractId: string): Promise<VersionRow[]> {
  const rows = await ctx.tx
    .selectFrom('contractVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .orderBy('number')
    .execute()
  return rows as VersionRow[]
}

/** What was recorded and still stands, in the order in which it takes effect. */
export async function versionsOfContract(
  ctx: Context,
  contractId: string,
  knownAt?: Temporal.Instant,
): Promise<VersionRow[]> {
  let query = ctx.tx
    .selectFrom('contractVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where('isDraft', '=', false)
  if (knownAt) {
    const known = knownAt.toString()
    query = query
      .where('recordedAt', '<=', known)
      .where((e) => e.or([e('supersededAt', 'is', null), e('supersededAt', '>', known)]))
  } else query = query.where('supersededAt', 'is', null)
  const rows = await query.orderBy('validFrom').orderBy('recordedAt').orderBy('number').execute()
  return rows as VersionRow[]
}

export async function versionOf(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<VersionRow | undefined> {
  const row = await ctx.tx
    .selectFrom('contractVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row as VersionRow | undefined
}

/** The date by the calendar of the place where the company works. */
export function dateOf(ctx: Context, at: Temporal.Instant | string): string {
  if (typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)) return at
  return Temporal.Instant.from(at).toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()
}

/** The last day of force as far as it is known: the end that was agreed, or an earlier one that was given notice of. */
export function lastDayOf(contract: Pick<Contract, 'validTo' | 'endedOn'>): string | null {
  const ends = [contract.validTo, contract.endedOn].filter((day): day is string => day !== null)
  return ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b))
}

export function isValidOn(contract: Contract, date: string): boolean {
  const last = lastDayOf(contract)
  return contract.activatedAt !== null && contract.validFrom <= date && (last === null || date <= last)
}
