/** Codes that were printed: which version, which wording of it, since when. */
import type { Context } from '#server/plumbing/context.ts'
import type { Contract, VersionRow } from '../contract-store.ts'

export type PrintedPaper = {
  pageCode: string
  contractId: string
  contractNumber: string
  versionNumber?: number
  isCurrent: boolean
}

/** From now on a scan with this code is recognised, also after the draft has changed. */
export async function rememberPaper(ctx: Context, contract: Contract, version: VersionRow): Promise<void> {
  await ctx.tx
    .insertInto('contractPapers')
    .values({
      tenantId: ctx.tenantId,
      pageCode: version.pageCode,
      contractId: contract.id,
      versionId: version.id,
      fingerprint: version.fingerprint,
      firstMadeAt: ctx.now.toString(),
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'pageCode']).doNothing())
    .execute()
}

/** What stands behind codes: versions as they are now, and wordings that were printed once. */
export async function papersByCode(ctx: Context, codes: string[]): Promise<PrintedPaper[]> {
  if (codes.length === 0) return []
  const current = await ctx.tx
    .selectFrom('contractVersions as v')
    .innerJoin('contracts as c', (join) =>
      join.onRef('c.tenantId', '=', 'v.tenantId').onRef('c.id', '=', 'v.contractId'),
    )
    .select(['v.pageCode', 'v.contractId', 'v.number as versionNumber', 'c.number as contractNumber'])
    .where('v.tenantId', '=', ctx.tenantId)
    .where('v.pageCode', 'in', codes)
    .execute()
  const printed = await ctx.tx
    .selectFrom('contractPapers as p')
    .leftJoin('contracts as c', (join) =>
      join.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.id', '=', 'p.contractId'),
    )
    .leftJoin('contractVersions as v', (join) =>
      join.onRef('v.tenantId', '=', 'p.tenantId').onRef('v.id', '=', 'p.versionId'),
    )
    .select(['p.pageCode', 'p.contractId', 'c.number as contractNumber', 'v.number as versionNumber'])
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.pageCode', 'in', codes)
    .execute()
  const older = printed
    .filter((paper) => !current.some((one) => one.pageCode === paper.pageCode))
    .map(({ contractNumber, versionNumber, ...paper }) => ({
      ...paper,
      contractNumber: contractNumber ?? '',
      ...(versionNumber !== null && { versionNumber }),
      isCurrent: false,
    }))
  return [...current.map((paper) => ({ ...paper, isCurrent: true })), ...older]
}
