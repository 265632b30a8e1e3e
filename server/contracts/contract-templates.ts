/**
 * Contract templates: the terms of a kind of contract without its people. One for each trade is
 * built in; the company clones it, or any of its own, changes it, and sees how it differs from where it
 * came from, as that was when it was cloned and as it is now. A contract that began with a template keeps its own terms.
 */
import { companyOf, trades, type Trade } from '#server/accounts/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf, versionOf } from './contract-store.ts'
import { usualTerms } from './default-terms.ts'
import { differenceOf, type TermsChange } from './terms-difference.ts'
import { readTerms } from './terms-input.ts'
import { TemplateTerms, type Terms } from './terms.ts'

export const mayKeepTemplates = ['owner', 'manager'] as const

export type TemplateSummary = {
  /** Of a built-in one: its trade. */
  id: string
  name: string
  trade: string
  isBuiltIn: boolean
  originId: string | null
  archivedAt: string | null
  version: number
}
export type TemplateDetail = TemplateSummary & {
  terms: TemplateTerms
  /** Against its origin as it is now. */
  changes: TermsChange[]
  /** What the origin itself has changed since it was cloned. */
  originChanges: TermsChange[]
}
type Row = Omit<TemplateSummary, 'isBuiltIn'> & { terms: TemplateTerms; originTerms: TemplateTerms }

const columns = ['id', 'name', 'trade', 'originId', 'originTerms', 'terms', 'archivedAt', 'version'] as const

/** The company's own by name, then the built-in ones. */
export async function templatesOf(ctx: Context): Promise<TemplateSummary[]> {
  return [...(await rowsOf(ctx)).map(summaryOf), ...trades.map(builtIn)]
}

export async function templateDetail(ctx: Context, id: string): Promise<TemplateDetail> {
  if (isTrade(id)) {
    return { ...builtIn(id), terms: await usualTerms(ctx, id), changes: [], originChanges: [] }
  }
  const row = await rowOf(ctx, id)
  const origin = await originNow(ctx, row)
  return {
    ...summaryOf(row),
    terms: row.terms,
    changes: between(origin, row.terms),
    originChanges: between(row.originTerms, origin),
  }
}

/** The terms a new contract begins with, and the template it remembers. */
export async function templateToDraft(
  ctx: Context,
  id: string,
): Promise<{ id: string | null; trade: string | null; terms: TemplateTerms }> {
  if (isTrade(id)) return { id: null, trade: id, terms: await usualTerms(ctx, id) }
  const { terms, archivedAt, name } = await rowOf(ctx, id)
  if (archivedAt) refuse('template_archived', { name }, 'template')
  return { id, trade: null, terms }
}

export type NewTemplate =
  | { name: string; from: string }
  | { name: string; contractId: string; number: number }

/** A clone of a template, or the terms of a contract without its people. */
export async function createTemplate(ctx: Context, given: NewTemplate): Promise<TemplateDetail> {
  mayOnly(ctx, ...mayKeepTemplates)
  const name = given.name.trim()
  await refuseNameTaken(ctx, name)
  const origin = 'from' in given ? await templateDetail(ctx, given.from) : await ofContract(ctx, given)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('contractTemplates')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      trade: origin.trade,
      originId: 'from' in given && !isTrade(given.from) ? given.from : null,
      originTerms: JSON.stringify(origin.terms),
      terms: JSON.stringify(origin.terms),
      createdAt: ctx.now.toString(),
      createdBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  return noted(ctx, id, 'template_created', { name, from: 'from' in given ? given.from : given.contractId })
}

export async function writeTemplate(
  ctx: Context,
  id: string,
  given: { version: number; name?: string; terms?: TemplateTerms; isArchived?: boolean },
): Promise<TemplateDetail> {
  mayOnly(ctx, ...mayKeepTemplates)
  const before = await rowOf(ctx, id)
  if (before.version !== given.version) refuse('changed_meanwhile', { now: before })
  const name = given.name?.trim() ?? before.name
  const isRenamed = name.toLocaleLowerCase('pl') !== before.name.toLocaleLowerCase('pl')
  const returns = before.archivedAt !== null && given.isArchived === false
  if (isRenamed || returns) await refuseNameTaken(ctx, name)
  await ctx.tx
    .updateTable('contractTemplates')
    .set({
      name,
      ...(given.terms && { terms: JSON.stringify(readTemplate(given.terms)) }),
      ...(given.isArchived !== undefined && { archivedAt: given.isArchived ? ctx.now.toString() : null }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const isPutAway = given.isArchived !== undefined && given.isArchived !== (before.archivedAt !== null)
  const what = !isPutAway ? 'template_changed' : given.isArchived ? 'template_archived' : 'template_restored'
  return noted(ctx, id, what, { name })
}

/** How the terms of a contract differ from what they began with – a template or the terms of a trade – as that is now. */
export async function differenceFromTemplate(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<{ template: TemplateSummary; changes: TermsChange[] }> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  const own = withoutPeople(version.terms)
  if (contract.templateId) {
    const row = await rowOf(ctx, contract.templateId)
    return { template: summaryOf(row), changes: between(row.terms, own) }
  }
  const trade = contract.templateTrade ?? (await companyOf(ctx)).trade
  if (!isTrade(trade)) refuse('not_found')
  return { template: builtIn(trade), changes: between(await usualTerms(ctx, trade), own) }
}

export const withoutPeople = (terms: Terms): TemplateTerms => TemplateTerms.parse(terms)

/** People are no part of a template: the same ones stand on both sides of a comparison. */
const between = (a: TemplateTerms, b: TemplateTerms): TermsChange[] =>
  differenceOf({ ...nobody, ...a }, { ...nobody, ...b })
const nobody: Pick<Terms, 'accountManagerId' | 'reporters'> = {
  accountManagerId: '',
  reporters: { mode: 'all', contactIds: [] },
}

const readTemplate = (terms: TemplateTerms): TemplateTerms =>
  withoutPeople(readTerms({ ...nobody, ...terms }))

const isTrade = (id: string): id is Trade => (trades as readonly string[]).includes(id)
const builtIn = (trade: Trade): TemplateSummary => ({
  id: trade,
  name: '',
  trade,
  isBuiltIn: true,
  originId: null,
  archivedAt: null,
  version: 0,
})
const summaryOf = ({ terms: _terms, originTerms: _origin, ...row }: Row): TemplateSummary => ({
  ...row,
  isBuiltIn: false,
})

async function originNow(ctx: Context, row: Row): Promise<TemplateTerms> {
  if (row.originId) return (await rowOf(ctx, row.originId)).terms
  // What was made from a contract has no origin that could change.
  return isTrade(row.trade) ? usualTerms(ctx, row.trade) : row.originTerms
}

async function ofContract(
  ctx: Context,
  { contractId, number }: { contractId: string; number: number },
): Promise<{ trade: string; terms: TemplateTerms }> {
  const version = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  return { trade: '', terms: withoutPeople(version.terms) }
}

async function refuseNameTaken(ctx: Context, name: string): Promise<void> {
  const taken = (await rowsOf(ctx)).some(
    (row) => row.archivedAt === null && row.name.toLocaleLowerCase('pl') === name.toLocaleLowerCase('pl'),
  )
  if (taken) refuse('template_name_taken', { name }, 'name')
}

async function rowsOf(ctx: Context): Promise<Row[]> {
  return (await ctx.tx
    .selectFrom('contractTemplates')
    .select(columns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('name')
    .execute()) as Row[]
}

async function rowOf(ctx: Context, id: string): Promise<Row> {
  return (await rowsOf(ctx)).find((row) => row.id === id) ?? refuse('not_found')
}

async function noted(
  ctx: Context,
  id: string,
  what: string,
  facts: Record<string, unknown>,
): Promise<TemplateDetail> {
  await recordEvent(ctx, what, { kind: 'contractTemplate', id }, facts)
  await announce(ctx, 'contractTemplates', { id, staffOnly: true })
  return templateDetail(ctx, id)
}
