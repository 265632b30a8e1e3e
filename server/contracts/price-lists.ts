/**
 * The company's price lists: named, in numbered versions. A draft version is edited; a published one
 * never changes. A contract takes a published version into its own terms and may override
 * items; a newer version reaches it only by a person's deed.
 */
import type { PriceList } from '#engines/pricing/price-list.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { listed } from './contract-list.ts'
import { readPriceList } from './terms-input.ts'

export const mayKeepPriceLists = ['owner', 'manager'] as const

export type PriceListRow = {
  id: string
  name: string
  description: string
  archivedAt: string | null
  version: number
}
export type PriceListVersion = {
  id: string
  priceListId: string
  number: number
  priceList: PriceList
  note: string
  isDraft: boolean
  publishedAt: string | null
  version: number
}
export type PriceListDetail = PriceListRow & {
  versions: PriceListVersion[]
  /** Contracts in which a version of it stands, by its number. */
  contracts: { number: number; contracts: number }[]
}

const listColumns = ['id', 'name', 'description', 'archivedAt', 'version'] as const
const versionColumns = [
  'id',
  'priceListId',
  'number',
  'priceList',
  'note',
  'isDraft',
  'publishedAt',
  'version',
] as const

export async function priceListsOf(ctx: Context): Promise<PriceListDetail[]> {
  const lists = await ctx.tx
    .selectFrom('priceLists')
    .select(listColumns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('name')
    .execute()
  const versions = Map.groupBy(await versionsOf(ctx), ({ priceListId }) => priceListId)
  const uses = Map.groupBy(await usesOf(ctx), ({ priceListId }) => priceListId)
  return lists.map((list) => ({
    ...list,
    versions: versions.get(list.id) ?? [],
    contracts: (uses.get(list.id) ?? []).map(({ number, contracts }) => ({ number, contracts })),
  }))
}

export async function priceListOf(ctx: Context, id: string): Promise<PriceListDetail> {
  return (await priceListsOf(ctx)).find((list) => list.id === id) ?? refuse('not_found')
}

export async function publishedVersion(
  ctx: Context,
  priceListId: string,
  number?: number,
): Promise<PriceListVersion> {
  const list = await priceListOf(ctx, priceListId)
  const published = list.versions.filter(({ isDraft }) => !isDraft)
  const found = number === undefined ? published.at(-1) : published.find((one) => one.number === number)
  return found ?? refuse('price_list_not_published', {}, 'priceListId')
}

export async function createPriceList(
  ctx: Context,
  given: { name: string; description?: string; priceList: PriceList },
): Promise<PriceListDetail> {
  mayOnly(ctx, ...mayKeepPriceLists)
  const name = given.name.trim()
  await refuseNameTaken(ctx, name)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('priceLists')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      description: given.description?.trim() ?? '',
      createdAt: ctx.now.toString(),
    })
    .execute()
  await insertVersion(ctx, id, 1, readPriceList(given.priceList, 'priceList'))
  return noted(ctx, id, 'price_list_created', { name })
}

export async function renamePriceList(
  ctx: Context,
  id: string,
  given: { version: number; name?: string; description?: string; isArchived?: boolean },
): Promise<PriceListDetail> {
  mayOnly(ctx, ...mayKeepPriceLists)
  const before = await priceListOf(ctx, id)
  if (before.version !== given.version) refuse('changed_meanwhile', { now: before })
  const name = given.name?.trim() ?? before.name
  const returns = before.archivedAt !== null && given.isArchived === false
  const isRenamed = name.toLocaleLowerCase('pl') !== before.name.toLocaleLowerCase('pl')
  if (isRenamed || returns) await refuseNameTaken(ctx, name)
  await ctx.tx
    .updateTable('priceLists')
    .set({
      name,
      description: given.description?.trim() ?? before.description,
      ...(given.isArchived !== undefined && { archivedAt: given.isArchived ? ctx.now.toString() : null }),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const isPutAway = given.isArchived !== undefined && given.isArchived !== (before.archivedAt !== null)
  const what = !isPutAway
    ? 'price_list_changed'
    : given.isArchived
      ? 'price_list_archived'
      : 'price_list_restored'
  return noted(ctx, id, what, { name })
}

/** The draft of the next version: it begins as the last published one. */
export async function draftPriceList(ctx: Context, id: string): Promise<PriceListDetail> {
  mayOnly(ctx, ...mayKeepPriceLists)
  const { versions } = await priceListOf(ctx, id)
  if (versions.some(({ isDraft }) => isDraft)) return priceListOf(ctx, id)
  const last = versions.at(-1)!
  await insertVersion(ctx, id, last.number + 1, last.priceList)
  return noted(ctx, id, 'price_list_drafted', { number: last.number + 1 })
}

export async function writePriceList(
  ctx: Context,
  id: string,
  number: number,
  given: { version: number; priceList: PriceList; note?: string },
): Promise<PriceListDetail> {
  mayOnly(ctx, ...mayKeepPriceLists)
  const draft = await draftOf(ctx, id, number)
  if (draft.version !== given.version) refuse('changed_meanwhile', { now: draft })
  await setVersion(ctx, draft.id, {
    priceList: JSON.stringify(readPriceList(given.priceList, 'priceList')),
    note: given.note?.trim() ?? draft.note,
    version: draft.version + 1,
  })
  await announce(ctx, 'priceLists', { id, staffOnly: true })
  return priceListOf(ctx, id)
}

export async function publishPriceList(
  ctx: Context,
  id: string,
  number: number,
  given: { version: number },
): Promise<PriceListDetail> {
  mayOnly(ctx, ...mayKeepPriceLists)
  const draft = await draftOf(ctx, id, number)
  if (draft.version !== given.version) refuse('changed_meanwhile', { now: draft })
  const problems = problemsOfPriceList(draft.priceList).filter(({ weight }) => weight === 'error')
  const [first] = problems
  if (first) refuse('terms_invalid', { problems }, `priceList.${first.path.replace(/\[(\d+)\]/g, '.$1')}`)
  await setVersion(ctx, draft.id, {
    isDraft: false,
    publishedAt: ctx.now.toString(),
    publishedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    version: draft.version + 1,
  })
  return noted(ctx, id, 'price_list_published', { number })
}

async function draftOf(ctx: Context, id: string, number: number): Promise<PriceListVersion> {
  const { versions } = await priceListOf(ctx, id)
  const version = versions.find((one) => one.number === number) ?? refuse('not_found')
  if (!version.isDraft) refuse('price_list_published', { number })
  return version
}

async function refuseNameTaken(ctx: Context, name: string): Promise<void> {
  const taken = (await priceListsOf(ctx)).some(
    (list) => list.archivedAt === null && list.name.toLocaleLowerCase('pl') === name.toLocaleLowerCase('pl'),
  )
  if (taken) refuse('price_list_name_taken', { name }, 'name')
}

async function versionsOf(ctx: Context): Promise<PriceListVersion[]> {
  return (await ctx.tx
    .selectFrom('priceListVersions')
    .select(versionColumns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('number')
    .execute()) as PriceListVersion[]
}

type Use = { priceListId: string; number: number; contracts: number }

/** By the version of each contract that is in force, or was or will be. */
async function usesOf(ctx: Context): Promise<Use[]> {
  const uses = new Map<string, Use>()
  for (const { head, summary } of await listed(ctx)) {
    if (!head?.priceListId || !['inForce', 'future', 'suspended'].includes(summary.state)) continue
    const key = `${head.priceListId} ${head.priceListNumber}`
    const use = uses.get(key) ?? {
      priceListId: head.priceListId,
      number: head.priceListNumber ?? 0,
      contracts: 0,
    }
    uses.set(key, { ...use, contracts: use.contracts + 1 })
  }
  return [...uses.values()].sort((a, b) => a.number - b.number)
}

async function insertVersion(ctx: Context, id: string, number: number, priceList: PriceList): Promise<void> {
  await ctx.tx
    .insertInto('priceListVersions')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      priceListId: id,
      number,
      priceList: JSON.stringify(priceList),
      createdAt: ctx.now.toString(),
    })
    .execute()
}

async function setVersion(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('priceListVersions')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

async function noted(
  ctx: Context,
  id: string,
  what: string,
  facts: Record<string, unknown>,
): Promise<PriceListDetail> {
  await recordEvent(ctx, what, { kind: 'priceList', id }, facts)
  await announce(ctx, 'priceLists', { id, staffOnly: true })
  return priceListOf(ctx, id)
}
