/** Live meters of a contract: what is left of its packages, what the next thing costs, this month's bill so far and as it is going. */
import type { Line } from '#engines/pricing/line.ts'
import type { PackageLeft } from '#engines/pricing/package-left.ts'
import { packageLeft } from '#engines/pricing/package-left.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import { contractOf, ledgerOf } from '#server/contracts/public.ts'
import {
  alertsOf,
  monthNow,
  nextCosts,
  stocksOf,
  type NextCosts,
  type PackageAlert,
  type StockLeft,
} from '#server/desk/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { lineName } from '#words/line-name.ts'
import { forecastOf } from './forecast.ts'
import { monthBefore, periodOf } from './periods.ts'

export type ShownAmount = { name: string; netGrosze: number; informative: boolean }
export type Meters = {
  month: string
  packages: PackageLeft[]
  stocks: StockLeft[]
  /** One more of each, right now. */
  next: NextCosts
  soFar: { netGrosze: number; lines: ShownAmount[] }
  forecast: { netGrosze: number; daysGone: number; daysAll: number; lines: ShownAmount[] } | null
  /** The same contract's share of the bill before. */
  lastMonth: { month: string; netGrosze: number } | null
  alerts: PackageAlert[]
  /** A bill of ours has gone on from what the contract brought along. */
  hasBills: boolean
}

export async function metersOf(ctx: Context, contractId: string): Promise<Meters> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const on = today(ctx).toString()
  const now = await monthNow(ctx, contract.id, ctx.now)
  const month = on.slice(0, 7)
  const hasBills = (await ledgerOf(ctx, contract.id)).some(({ isOpening }) => !isOpening)
  if (!now) return { ...nothing, month, hasBills }
  const { lines, netGrosze } = priceOfPeriod(now.input)
  const forecast = forecastOf(now.input, on)
  const shown = (some: readonly Line[]) => some.map((line) => shownLine(ctx, line, month))
  return {
    month,
    packages: packageLeft(now.input),
    stocks: stocksOf(now.inputAsLast, on),
    next: nextCosts(now.inputAsLast, ctx.now),
    soFar: { netGrosze, lines: shown(lines) },
    forecast: { ...forecast, lines: shown(forecast.lines) },
    lastMonth: await lastMonthOf(ctx, contractId, monthBefore(month)),
    alerts: await alertsOf(ctx, contractId),
    hasBills,
  }
}

const nothing: Omit<Meters, 'month' | 'hasBills'> = {
  packages: [],
  stocks: [],
  next: { ticketGrosze: null, remoteHourGrosze: null, onSiteHourGrosze: null },
  soFar: { netGrosze: 0, lines: [] },
  forecast: null,
  lastMonth: null,
  alerts: [],
}

function shownLine(ctx: Context, line: Line, month: string): ShownAmount {
  const named = line.period.from > periodOf(month).to ? line.period.from.slice(0, 7) : month
  const name = lineName(ctx.language, line, { month: named, isLate: false })
  return { name, netGrosze: line.netGrosze, informative: line.informative }
}

async function lastMonthOf(ctx: Context, contractId: string, month: string): Promise<Meters['lastMonth']> {
  const rows = await ctx.tx
    .selectFrom('proposals as p')
    .innerJoin('proposalLines as l', (join) =>
      join.onRef('l.tenantId', '=', 'p.tenantId').onRef('l.proposalId', '=', 'p.id'),
    )
    .select('l.netGrosze')
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.periodFrom', '=', periodOf(month).from)
    .where('p.state', '=', 'issued')
    .where('l.contractId', '=', contractId)
    .execute()
  if (rows.length === 0) return null
  return { month, netGrosze: rows.reduce((sum, row) => sum + row.netGrosze, 0) }
}
