/**
 * What one client owes for one month: every contract priced by the engine, its own period and
 * late work of earlier periods, from terms in force and registered work that no
 * invoice has settled. A contract that ended is still asked for late work. Nothing is stored here.
 */
import type { Lot } from '#engines/pricing/state.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import { contractsEndedBefore, contractsToSettle, type Contract } from '#server/contracts/public.ts'
import {
  datesOf,
  otherTicketsOf,
  pricingsOf,
  withShared,
  workOfContracts,
  type Pricing,
} from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { monthBefore, monthOfDate, periodOf, type Period } from './periods.ts'
import { settleContract, type MonthToSettle, type PricedContract } from './settle-contract.ts'
import { settledIds } from './settled-store.ts'

export { belongsElsewhere, type PricedContract } from './settle-contract.ts'

const lateMonthsMax = 36

export async function priceClient(ctx: Context, clientId: string, period: Period): Promise<PricedContract[]> {
  const running = await contractsToSettle(ctx, { from: period.from, to: period.to })
  const ended = await contractsEndedBefore(ctx, period.from)
  const contracts = [...running, ...ended].filter((one) => one.clientId === clientId)
  const priced: PricedContract[] = []
  let shared: Lot[] | undefined
  for (const pricing of await pricingsOf(ctx, contracts)) {
    const months = await monthsToSettle(ctx, pricing, period)
    const tried = { invoiceId: '', notedAt: ctx.now.toString() }
    const settled = settleContract(withShared(pricing, shared), months, tried)
    priced.push(...settled.priced)
    shared = [...(shared ?? []), ...settled.shared]
  }
  return priced
}

/** Clients whose contracts ended before a period, with work that came after their last bill. */
export async function clientsWithLateWork(ctx: Context, period: Period): Promise<string[]> {
  const ended = await contractsEndedBefore(ctx, period.from)
  const found: string[] = []
  for (const contract of ended) {
    const late = await lateWork(ctx, contract, period)
    if (late.length > 0) found.push(contract.clientId)
  }
  return [...new Set(found)]
}

async function monthsToSettle(ctx: Context, { contract }: Pricing, period: Period): Promise<MonthToSettle[]> {
  const late = await lateWork(ctx, contract, period)
  const months: MonthToSettle[] = []
  for (const [month, own] of byMonth(ctx, late, lateSpan(contract, period)))
    months.push(await monthWith(ctx, periodOf(month), true, own))
  if (isOver(contract, period)) return months
  const isSettled = contract.settledTo !== null && contract.settledTo >= period.to
  const own = await unsettledWork(ctx, contract, period)
  if (!isSettled || own.length > 0) months.push(await monthWith(ctx, period, isSettled, own))
  return months
}

/** A ticket stands in the month of its report and in that of its resolve; its price item says which of them counts. */
function byMonth(ctx: Context, works: readonly WorkItem[], span: Span | undefined): [string, WorkItem[]][] {
  if (!span) return []
  const months = new Map<string, WorkItem[]>()
  for (const work of works) {
    const dates = datesOf(work, ctx.tenant.timezone).filter((date) => span.from <= date && date <= span.to)
    for (const month of new Set(dates.map(monthOfDate)))
      months.set(month, [...(months.get(month) ?? []), work])
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1))
}

async function monthWith(
  ctx: Context,
  period: Period,
  isLate: boolean,
  own: WorkItem[],
): Promise<MonthToSettle> {
  return { period, isLate, work: { own, others: await otherTicketsOf(ctx, own) } }
}

const isOver = ({ endedOn, validTo }: Contract, { from }: Period): boolean =>
  (endedOn !== null && endedOn < from) || (validTo !== null && validTo < from)

type Span = { from: string; to: string }

/** Work of settled months before this one that somebody entered after their bills. */
async function lateWork(ctx: Context, contract: Contract, period: Period): Promise<WorkItem[]> {
  const span = lateSpan(contract, period)
  return span ? unsettledWork(ctx, contract, span) : []
}

/** The settled months before a period, as far back as we look. */
function lateSpan({ settledTo, validFrom }: Contract, period: Period): Span | undefined {
  if (!settledTo) return undefined
  const before = periodOf(monthBefore(period.month))
  const last = before.to <= settledTo ? before : settledMonth(settledTo)
  const oldest = Temporal.PlainYearMonth.from(period.month).subtract({ months: lateMonthsMax }).toString()
  const first = periodOf([oldest, monthOfDate(validFrom)].reduce((a, b) => (a > b ? a : b)))
  return first.from <= last.from ? { from: first.from, to: last.to } : undefined
}

/** Bills settle whole months. */
function settledMonth(settledTo: string): Period {
  const month = periodOf(monthOfDate(settledTo))
  return month.to <= settledTo ? month : periodOf(monthBefore(month.month))
}

async function unsettledWork(ctx: Context, contract: Contract, span: Span): Promise<WorkItem[]> {
  const all = (await workOfContracts(ctx, [contract.id], span)).get(contract.id) ?? []
  const settled = await settledIds(
    ctx,
    all.map((one) => one.id),
  )
  return all.filter((one) => !settled.has(one.id))
}
