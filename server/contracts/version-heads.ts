/**
 * What lists of contracts need of each version: who looks after it, its fees, its term. The rest of
 * the terms stays in the table, so a thousand contracts are one quick look.
 */
import type { Context } from '#server/plumbing/context.ts'
import { versionColumns, type VersionRow } from './contract-store.ts'
import type { Terms } from './terms.ts'

export type VersionHead = Pick<
  VersionRow,
  | 'id'
  | 'contractId'
  | 'number'
  | 'kind'
  | 'validFrom'
  | 'validTo'
  | 'recordedAt'
  | 'supersededAt'
  | 'isDraft'
  | 'sentAt'
  | 'signedOn'
  | 'priceListId'
  | 'priceListNumber'
> & {
  accountManagerId: string
  term: Terms['term']
  indexation: Terms['indexation'] | null
  /** Of each flat fee, as it is written. */
  fees: string[]
}

export function headOf({ terms, ...version }: VersionRow): VersionHead {
  return {
    ...version,
    accountManagerId: terms.accountManagerId,
    term: terms.term,
    indexation: terms.indexation ?? null,
    fees: terms.priceList.items.flatMap((item) => (item.kind === 'flatFee' ? [item.feePrice] : [])),
  }
}

/** Every version that stands, drafts too; of the whole company or of some contracts. */
export async function standingHeads(ctx: Context, contractIds?: string[]): Promise<VersionHead[]> {
  if (contractIds?.length === 0) return []
  let query = ctx.tx
    .selectFrom('contractVersions')
    .select([
      'id',
      'contractId',
      'number',
      'kind',
      'validFrom',
      'validTo',
      'recordedAt',
      'supersededAt',
      'isDraft',
      'sentAt',
      'signedOn',
      'priceListId',
      'priceListNumber',
      'accountManagerId',
      'term',
      'indexation',
      'fees',
    ])
    .where('tenantId', '=', ctx.tenantId)
    .where('supersededAt', 'is', null)
  if (contractIds) query = query.where('contractId', 'in', contractIds)
  return (await query.execute()) as unknown as VersionHead[]
}

/** The same with all their terms, in the order in which they take effect: for what must read every contract. */
export async function standingVersions(ctx: Context): Promise<VersionRow[]> {
  const rows = await ctx.tx
    .selectFrom('contractVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('supersededAt', 'is', null)
    .orderBy('contractId')
    .orderBy('validFrom')
    .orderBy('recordedAt')
    .orderBy('number')
    .execute()
  return rows as VersionRow[]
}
