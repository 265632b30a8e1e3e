/**
 * Contracts and the versions of their terms as they stand in the tables. Two times are
 * kept: since when terms are valid, and since when we know it. Of the recorded versions
 * that are valid on a day, the latest beginning wins; of two that begin together, the later recorded.
 */
import { sql } from 'kysely'
import type { Context } from '#server/plumbing/context.ts'
import type { Terms } from './terms.ts'

export type Suspension = { fromOn: string; toOn: string | null; reason: string }
export type Contract = {
  id: string
  number: string
  clientId: string
  concludedOn: string | null
  validFrom: string
  validTo: string | null
  activatedAt: string | null
  activatedBy: string | null
  /** Stretches without force, both days in them; the last may still go on. */
  suspensions: Suspension[]
  endedOn: string | null
  endReason: string | null
  settledTo: string | null
  templateId: string | null
  /** The trade whose usual terms it began with, where it was no template of the company. */
  templateTrade: string | null
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
  /** 'builtIn', or one of the company's own templates; nothing chosen: what is usual. */
  paperChoice: string | null
  /** What the kept document was printed on: 'builtIn' or a template. */
  printedOn: string | null
  signedScanFileId: string | null
  signedOn: string | null
  /** The company's price list that the prices were taken from. */
  priceListId: string | null
  priceListNumber: number | null
  effectShown: EffectShown | null
  version: number
}
/** What a correction inside settled months changes, as it was shown to a person. */
export type EffectShown = { fingerprint: string; netGrosze: number; shownAt: string }
export type VersionInForce = { versionId: string; number: number; validFrom: string; terms: Terms }

const contractColumns = [
  'id',
  'number',
  'clientId',
  'concludedOn',
  'validFrom',
  'validTo',
  'activatedAt',
  'activatedBy',
  'endedOn',
  'endReason',
  'settledTo',
  'templateId',
  'templateTrade',
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
  'paperChoice',
  'printedOn',
  'signedScanFileId',
  'signedOn',
  'priceListId',
  'priceListNumber',
  'effectShown',
  'version',
] as const

/** Contracts with the stretches in which they are suspended. */
export function selectContracts(ctx: Context) {
  return ctx.tx
    .selectFrom('contracts')
    .select(contractColumns)
    .select(
      sql<Suspension[]>`coalesce((
        select jsonb_agg(jsonb_build_object('fromOn', s.from_on, 'toOn', s.to_on, 'reason', s.reason) order by s.from_on)
        from contract_suspensions s
        where s.tenant_id = contracts.tenant_id and s.contract_id = contracts.id
      ), '[]')`.as('suspensions'),
    )
    .where('tenantId', '=', ctx.tenantId)
}

export async function contractOf(ctx: Context, id: string): Promise<Contract | undefined> {
  return selectContracts(ctx).where('id', '=', id).executeTakeFirst()
}

export async function contractsOfClient(ctx: Context, clientId: string): Promise<Contract[]> {
  return selectContracts(ctx)
    .where('clientId', '=', clientId)
    .orderBy('validFrom', 'desc')
    .orderBy('number')
    .execute()
}

/** All of a company: their suspensions are one further look, not one for each of them. */
export async function contractsOf(ctx: Context): Promise<Contract[]> {
  const rows = await ctx.tx
    .selectFrom('contracts')
    .select(contractColumns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('number', 'desc')
    .execute()
  const suspended = await ctx.tx
    .selectFrom('contractSuspensions')
    .select(['contractId', 'fromOn', 'toOn', 'reason'])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('fromOn')
    .execute()
  const stretches = Map.groupBy(suspended, ({ contractId }) => contractId)
  return rows.map((row) =>
    Object.assign(row, {
      suspensions: (stretches.get(row.id) ?? []).map(({ contractId: _id, ...stretch }) => stretch),
    }),
  )
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

export function isSuspendedOn({ suspensions }: Pick<Contract, 'suspensions'>, date: string): boolean {
  return suspensions.some(({ fromOn, toOn }) => fromOn <= date && (toOn === null || date <= toOn))
}

/** Between its first and its last day, whether suspended or not. */
export function isValidOn(contract: Contract, date: string): boolean {
  const last = lastDayOf(contract)
  return contract.activatedAt !== null && contract.validFrom <= date && (last === null || date <= last)
}
