/** Runs of amendments in bulk and their items, as they stand in the tables. */
import type { PriceChange } from '#engines/pricing/index-price-list.ts'
import type { Context } from '#server/plumbing/context.ts'

export const itemProblems = [
  'figureMissing',
  'noChange',
  'noticeLate',
  'settled',
  'draftExists',
  'alreadyMade',
  'notPriceable',
] as const
export type ItemProblem = (typeof itemProblems)[number]
/** These cannot be made even when a person wants it. */
export const blocking: readonly ItemProblem[] = [
  'figureMissing',
  'noChange',
  'settled',
  'draftExists',
  'alreadyMade',
  'notPriceable',
]

export type RunFacts =
  | { kind: 'indexation' }
  | { kind: 'priceList'; priceListId: string; priceListNumber: number; name: string }

/** What is proposed for one contract, and from what it follows. */
export type ItemFacts = {
  feeBeforeGrosze: number
  feeAfterGrosze: number
  changes: PriceChange[]
  /** Of an indexation. */
  index?: { key: string; year: number; value: string | null }
  changeBp?: number
  announcedBp?: number
  limit?: 'cap' | 'floor'
  capBp?: number
  noticeBy?: string
  /** Of a price list: items that the contract keeps as its own, added and removed ones. */
  overridden?: string[]
  added?: string[]
  removed?: string[]
}

export type AmendmentRun = {
  id: string
  kind: 'indexation' | 'priceList'
  validFrom: string
  facts: RunFacts
  createdAt: string
  createdBy: string | null
  startedAt: string | null
  startedBy: string | null
  sendsLetters: boolean
  endedAt: string | null
}
export type AmendmentItem = {
  id: string
  runId: string
  contractId: string
  facts: ItemFacts
  problem: ItemProblem | null
  isChosen: boolean
  versionNumber: number | null
  letterFileId: string | null
  madeAt: string | null
  failure: { code: string; facts: Record<string, unknown> } | null
}

const runColumns = [
  'id',
  'kind',
  'validFrom',
  'facts',
  'createdAt',
  'createdBy',
  'startedAt',
  'startedBy',
  'sendsLetters',
  'endedAt',
] as const
const itemColumns = [
  'id',
  'runId',
  'contractId',
  'facts',
  'problem',
  'isChosen',
  'versionNumber',
  'letterFileId',
  'madeAt',
  'failure',
] as const

export async function runsOf(ctx: Context): Promise<AmendmentRun[]> {
  return (await ctx.tx
    .selectFrom('amendmentRuns')
    .select(runColumns)
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('createdAt', 'desc')
    .execute()) as AmendmentRun[]
}

export async function runOf(ctx: Context, id: string): Promise<AmendmentRun | undefined> {
  return (await ctx.tx
    .selectFrom('amendmentRuns')
    .select(runColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()) as AmendmentRun | undefined
}

export async function itemsOfRun(ctx: Context, runId: string): Promise<AmendmentItem[]> {
  return (await ctx.tx
    .selectFrom('amendmentItems')
    .select(itemColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('runId', '=', runId)
    .orderBy('position')
    .execute()) as AmendmentItem[]
}

/** Contracts that a run of this kind has amended from this day already. */
export async function madeBefore(
  ctx: Context,
  kind: AmendmentRun['kind'],
  validFrom: string,
): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('amendmentItems')
    .innerJoin('amendmentRuns', (join) =>
      join
        .onRef('amendmentRuns.tenantId', '=', 'amendmentItems.tenantId')
        .onRef('amendmentRuns.id', '=', 'amendmentItems.runId'),
    )
    .select('amendmentItems.contractId')
    .where('amendmentItems.tenantId', '=', ctx.tenantId)
    .where('amendmentRuns.kind', '=', kind)
    .where('amendmentRuns.validFrom', '=', validFrom)
    .where('amendmentItems.madeAt', 'is not', null)
    .execute()
  return new Set(rows.map(({ contractId }) => contractId))
}

export type NewItem = { contractId: string; facts: ItemFacts; problem: ItemProblem | null }

export async function insertRun(
  ctx: Context,
  run: { kind: AmendmentRun['kind']; validFrom: string; facts: RunFacts; items: NewItem[] },
): Promise<string> {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('amendmentRuns')
    .values({
      tenantId: ctx.tenantId,
      id,
      kind: run.kind,
      validFrom: run.validFrom,
      facts: JSON.stringify(run.facts),
      createdAt: ctx.now.toString(),
      createdBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  const rows = run.items.map(({ contractId, facts, problem }, position) => ({
    tenantId: ctx.tenantId,
    id: ctx.newId(),
    runId: id,
    contractId,
    position,
    facts: JSON.stringify(facts),
    problem,
    isChosen: problem === null,
  }))
  for (let i = 0; i < rows.length; i += 500)
    await ctx.tx
      .insertInto('amendmentItems')
      .values(rows.slice(i, i + 500))
      .execute()
  return id
}

export async function setItem(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('amendmentItems')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function setRun(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('amendmentRuns')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}
