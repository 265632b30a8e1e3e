/** A company's own templates as they stand in the table. */
import { signature, type Context } from '#server/plumbing/context.ts'
import { announce } from '#server/plumbing/live.ts'
import type { VersionKind, VersionRow } from '../contract-store.ts'
import type { Findings } from './check-template.ts'
import type { TemplateKind } from './known-placeholders.ts'

export type TemplateRow = {
  id: string
  kind: TemplateKind
  name: string
  fileId: string
  sha256: string
  findings: Findings
  isDefault: boolean
  createdAt: string
  createdBy: { kind: string; id: string | null; name: string }
  archivedAt: string | null
  version: number
}

const columns = [
  'id',
  'kind',
  'name',
  'fileId',
  'sha256',
  'findings',
  'isDefault',
  'createdAt',
  'createdBy',
  'archivedAt',
  'version',
] as const

const rows = (ctx: Context) =>
  ctx.tx.selectFrom('documentTemplates').select(columns).where('tenantId', '=', ctx.tenantId)

/** In use; with the archived ones where somebody asks for them. */
export async function ownTemplates(ctx: Context, withArchived = false): Promise<TemplateRow[]> {
  let query = rows(ctx).orderBy('createdAt', 'desc').orderBy('id')
  if (!withArchived) query = query.where('archivedAt', 'is', null)
  return (await query.execute()) as TemplateRow[]
}

export async function ownTemplate(ctx: Context, id: string): Promise<TemplateRow | undefined> {
  return (await rows(ctx).where('id', '=', id).executeTakeFirst()) as TemplateRow | undefined
}

export async function insertTemplate(
  ctx: Context,
  template: Pick<TemplateRow, 'kind' | 'name' | 'fileId' | 'sha256' | 'findings'>,
): Promise<TemplateRow> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('documentTemplates')
    .values({
      ...template,
      tenantId: ctx.tenantId,
      id,
      findings: JSON.stringify(template.findings),
      createdAt: ctx.now.toString(),
      createdBy: JSON.stringify(signature(ctx.actor)),
    })
    .execute()
  await announce(ctx, 'contract', { staffOnly: true })
  return (await ownTemplate(ctx, id))!
}

export async function setTemplate(
  ctx: Context,
  { id, version }: TemplateRow,
  values: { name?: string; isDefault?: boolean; archivedAt?: string | null },
): Promise<TemplateRow> {
  await ctx.tx
    .updateTable('documentTemplates')
    .set({ ...values, version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(ctx, 'contract', { staffOnly: true })
  return (await ownTemplate(ctx, id))!
}

/** There is one default of a kind, or none: the one before steps back. */
export async function clearDefault(ctx: Context, kind: TemplateKind): Promise<void> {
  await ctx.tx
    .updateTable('documentTemplates')
    .set({ isDefault: false })
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', kind)
    .where('isDefault', '=', true)
    .execute()
}

export const builtIn = 'builtIn'
export const templateKindOf = (kind: VersionKind): TemplateKind =>
  kind === 'amendment' ? 'amendment' : 'contract'

/**
 * The one chosen for the version, also when it has left the list since; else the one chosen for the
 * contract, else the company's default; none: our own text.
 */
export function templateFor(
  { kind: of, paperChoice }: Pick<VersionRow, 'kind' | 'paperChoice'>,
  { all, ofContract }: Templates,
): TemplateRow | undefined {
  if (paperChoice === builtIn) return undefined
  if (paperChoice) return all.find(({ id }) => id === paperChoice)
  const kind = templateKindOf(of)
  const inUse = all.filter((one) => one.kind === kind && !one.archivedAt)
  const chosen = inUse.find(({ id }) => id === ofContract)
  return chosen ?? inUse.find(({ isDefault }) => isDefault)
}

/** All templates of the company, archived ones too, and the one chosen for a contract. */
export type Templates = { all: TemplateRow[]; ofContract: string | null }

export async function templatesAround(ctx: Context, contractId: string): Promise<Templates> {
  return { all: await ownTemplates(ctx, true), ofContract: await chosenTemplate(ctx, contractId) }
}

export async function chosenTemplate(ctx: Context, contractId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('contracts')
    .select('documentTemplateId')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', contractId)
    .executeTakeFirst()
  return row?.documentTemplateId ?? null
}
