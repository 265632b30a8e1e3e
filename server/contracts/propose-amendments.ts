/**
 * Amendments in bulk, proposed: the yearly indexation by each contract's own clause, or a new version of
 * a price list for the contracts that took an older one. Nothing changes yet; each proposal
 * shows old and new prices, or says why none is made.
 */
import { dec, sum, toGrosze } from '#engines/base/decimal.ts'
import { indexChange, indexPriceList, type PriceChange } from '#engines/pricing/index-price-list.ts'
import { itemsOf, type PriceList } from '#engines/pricing/price-list.ts'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import {
  insertRun,
  madeBefore,
  type ItemFacts,
  type ItemProblem,
  type NewItem,
} from './amendment-run-store.ts'
import { contractsOf, lastDayOf, type Contract, type VersionRow } from './contract-store.ts'
import { stateOf } from './contract-state.ts'
import { indexFiguresOf, type IndexRow } from './index-figures.ts'
import { mergePriceList } from './merge-price-list.ts'
import { indexationIn } from './next-indexation.ts'
import { priceListOf } from './price-lists.ts'
import { appliesOn } from './terms-as-of.ts'
import { standingVersions } from './version-heads.ts'
import type { Indexation } from './terms.ts'

export const mayAmendInBulk = ['owner', 'manager'] as const

/** All contracts whose clause names this month; the index of the year before decides. */
export async function proposeIndexation(
  ctx: Context,
  given: { year: number; month: number },
): Promise<string> {
  mayOnly(ctx, ...mayAmendInBulk)
  const first = Temporal.PlainDate.from({ year: given.year, month: given.month, day: 1 })
  const validFrom = first.toString()
  const figures = await indexFiguresOf(ctx)
  const done = await madeBefore(ctx, 'indexation', validFrom)
  const items = (await runningOn(ctx, validFrom)).flatMap(({ contract, version, hasDraft }): NewItem[] => {
    const clause = version.terms.indexation
    if (!clause || clause.month !== given.month || isTooEarly(clause, contract, given.year)) return []
    const { facts, problem } = indexed(version.terms.priceList, clause, given.year, figures)
    const found = problem ?? hindrance(contract, validFrom, hasDraft, done) ?? lateness(ctx, facts)
    return [{ contractId: contract.id, facts, problem: found }]
  })
  const runId = await insertRun(ctx, { kind: 'indexation', validFrom, facts: { kind: 'indexation' }, items })
  return noted(ctx, runId, { kind: 'indexation', validFrom, contracts: items.length })
}

/** Contracts that took an older version of the list, from a day on. */
export async function proposePriceList(
  ctx: Context,
  given: { priceListId: string; number: number; validFrom: string },
): Promise<string> {
  mayOnly(ctx, ...mayAmendInBulk)
  const list = await priceListOf(ctx, given.priceListId)
  const after = list.versions.find((one) => one.number === given.number && !one.isDraft)
  if (!after) refuse('price_list_not_published', {}, 'number')
  const items = (await runningOn(ctx, given.validFrom)).flatMap(
    ({ contract, version, hasDraft }): NewItem[] => {
      const before = list.versions.find(
        (one) => version.priceListId === list.id && one.number === version.priceListNumber,
      )
      if (!before || before.number >= after.number) return []
      const own = version.terms.priceList
      const merged = mergePriceList(own, before.priceList, after.priceList)
      const { overridden, changed, added, removed, priceList } = merged
      const isSame = changed.length + added.length + removed.length === 0
      const facts = { ...factsOf(own, priceList, changesBetween(own, priceList)), overridden, added, removed }
      const problem = unpriceable(priceList) ?? hindrance(contract, given.validFrom, hasDraft, new Set())
      return [{ contractId: contract.id, facts, problem: isSame ? 'noChange' : problem }]
    },
  )
  const facts = {
    kind: 'priceList',
    priceListId: list.id,
    priceListNumber: after.number,
    name: list.name,
  } as const
  const runId = await insertRun(ctx, { kind: 'priceList', validFrom: given.validFrom, facts, items })
  return noted(ctx, runId, { ...facts, validFrom: given.validFrom, contracts: items.length })
}

type Running = { contract: Contract; version: VersionRow; hasDraft: boolean }

/** Contracts that will be in force on a day, each with the version that would hold then. */
async function runningOn(ctx: Context, day: string): Promise<Running[]> {
  const versions = Map.groupBy(await standingVersions(ctx), ({ contractId }) => contractId)
  return (await contractsOf(ctx))
    .filter((contract) => isRunning(contract, day, today(ctx).toString()))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .flatMap((contract): Running[] => {
      const own = versions.get(contract.id) ?? []
      const version = appliesOn(
        own.filter(({ isDraft }) => !isDraft),
        day,
      )
      return version ? [{ contract, version, hasDraft: own.some(({ isDraft }) => isDraft) }] : []
    })
}

function isRunning(contract: Contract, day: string, now: string): boolean {
  const last = lastDayOf(contract)
  return ['future', 'inForce', 'suspended'].includes(stateOf(contract, now)) && (last === null || day <= last)
}

const isTooEarly = (clause: Indexation, { validFrom }: Contract, year: number): boolean =>
  year < (clause.firstYear ?? Temporal.PlainDate.from(validFrom).year + 1)

function indexed(
  own: PriceList,
  clause: Indexation,
  year: number,
  figures: IndexRow[],
): { facts: ItemFacts; problem: ItemProblem | null } {
  const { indexYear, noticeBy } = indexationIn(clause, year)
  const value = figures.find((one) => one.index === clause.index && one.year === indexYear)?.value ?? null
  const index = { key: clause.index, year: indexYear, value }
  const bad = unpriceable(own)
  if (value === null || bad)
    return { facts: { ...factsOf(own, own, []), index, noticeBy }, problem: bad ?? 'figureMissing' }
  const { changeBp, announcedBp, limit } = indexChange(value, clause)
  const { priceList, changes } = indexPriceList(own, changeBp)
  const facts = {
    ...factsOf(own, priceList, changes),
    index,
    noticeBy,
    changeBp,
    announcedBp,
    limit,
    capBp: clause.capBp,
  }
  return { facts, problem: changes.length === 0 ? 'noChange' : null }
}

function factsOf(before: PriceList, after: PriceList, changes: PriceChange[]): ItemFacts {
  return { feeBeforeGrosze: feeOf(before), feeAfterGrosze: feeOf(after), changes }
}

function hindrance(
  contract: Contract,
  validFrom: string,
  hasDraft: boolean,
  done: ReadonlySet<string>,
): ItemProblem | null {
  if (done.has(contract.id)) return 'alreadyMade'
  if (contract.settledTo !== null && validFrom <= contract.settledTo) return 'settled'
  return hasDraft ? 'draftExists' : null
}

/** The client can no longer be told in time: left out unless a person takes it in. */
const lateness = (ctx: Context, { noticeBy }: ItemFacts): ItemProblem | null =>
  noticeBy !== undefined && today(ctx).toString() > noticeBy ? 'noticeLate' : null

const unpriceable = (list: PriceList): ItemProblem | null =>
  problemsOfPriceList(list).some(({ weight }) => weight === 'error') ? 'notPriceable' : null

function feeOf(list: PriceList): number {
  const fees = itemsOf(list, 'flatFee').map(({ feePrice }) => feePrice)
  return toGrosze(sum(fees.filter((fee) => /^\d{1,12}(\.\d{1,8})?$/.test(fee)).map(dec)))
}

/** Prices of items that stand on both sides, by the same place in them. */
function changesBetween(before: PriceList, after: PriceList): PriceChange[] {
  return before.items.flatMap((item) => {
    const other = after.items.find(({ id }) => id === item.id)
    if (!other) return []
    const now = pricesIn(other)
    return [...pricesIn(item)].flatMap(([path, price]) => {
      const next = now.get(path)
      return next === undefined || next === price
        ? []
        : [{ itemId: item.id, ...(item.name && { name: item.name }), path, before: price, after: next }]
    })
  })
}

function pricesIn(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([name, one]) => {
      const at = path === '' ? name : `${path}.${name}`
      const isPrice = typeof one === 'string' && (/(^p|P)rice$/.test(name) || path.endsWith('listPrices'))
      return isPrice ? [[at, one] as const] : [...pricesIn(one, at)]
    }),
  )
}

async function noted(ctx: Context, runId: string, facts: Record<string, unknown>): Promise<string> {
  await recordEvent(ctx, 'amendments_proposed', { kind: 'amendmentRun', id: runId }, facts)
  return runId
}
