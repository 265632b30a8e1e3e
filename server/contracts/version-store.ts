/** Writing versions of terms: a draft is inserted, rewritten and thrown away; a recorded one only gains facts. */
import type { Context } from '#server/plumbing/context.ts'
import { allVersions, versionOf, type VersionKind, type VersionRow } from './contract-store.ts'
import { fingerprint, pageCode, type Terms } from './terms.ts'

export type NewVersion = {
  contractId: string
  kind: VersionKind
  validFrom: string
  validTo: string | null
  terms: Terms
  reason?: string | null
  correctsId?: string | null
  priceListId?: string | null
  priceListNumber?: number | null
  paperChoice?: string | null
}

export async function insertDraft(ctx: Context, draft: NewVersion): Promise<VersionRow> {
  const number = Math.max(0, ...(await allVersions(ctx, draft.contractId)).map((v) => v.number)) + 1
  const id = ctx.newId()
  await ctx.tx
    .insertInto('contractVersions')
    .values({
      tenantId: ctx.tenantId,
      id,
      number,
      contractId: draft.contractId,
      kind: draft.kind,
      correctsId: draft.correctsId ?? null,
      priceListId: draft.priceListId ?? null,
      priceListNumber: draft.priceListNumber ?? null,
      paperChoice: draft.paperChoice ?? null,
      validFrom: draft.validFrom,
      validTo: draft.validTo,
      reason: draft.reason ?? null,
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      ...stored(id, draft.terms),
    })
    .execute()
  return (await versionOf(ctx, draft.contractId, number))!
}

/** What was sent or printed before speaks of other terms: it is forgotten with them. */
export async function rewriteDraft(
  ctx: Context,
  draft: VersionRow,
  change: { terms?: Terms; validFrom?: string; validTo?: string | null; reason?: string | null },
): Promise<void> {
  const { terms, ...rest } = change
  await setVersion(ctx, draft.id, {
    ...rest,
    ...(terms && stored(draft.id, terms)),
    sentAt: null,
    documentFileId: null,
    documentSha256: null,
    printedOn: null,
    signedScanFileId: null,
    signedOn: null,
    version: draft.version + 1,
  })
}

export async function setVersion(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('contractVersions')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function dropDraft(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .deleteFrom('contractVersions')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('isDraft', '=', true)
    .execute()
}

export async function setContract(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('contracts')
    .set((e) => ({ ...values, version: e('version', '+', 1) }))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

function stored(id: string, terms: Terms) {
  const print = fingerprint(terms)
  return { terms: JSON.stringify(terms), fingerprint: print, pageCode: pageCode(id, print) }
}
