/** A month on one page: every client's proposal with its reason, problems first; and the list of months, skipped ones shown. */
import { contractsToSettle } from '#server/contracts/public.ts'
import { today, type Context } from '#server/plumbing/context.ts'
import type { Period } from './periods.ts'
import { monthBefore, monthOfDate, periodOf } from './periods.ts'
import { totalsOf, type ProposalView } from './proposal-view.ts'
import { linesOf, proposalsOf, type Proposal, type ProposalReason } from './proposal-store.ts'

export type ProposalRow = Pick<
  Proposal,
  'id' | 'clientId' | 'state' | 'reason' | 'problems' | 'invoiceId' | 'version'
> & {
  clientName: string
  totals: ProposalView['totals']
  contractNumbers: string[]
  previousNetGrosze: number | null
  tickets: number
  invoiceNumber: string | null
}
export type MonthView = {
  month: string
  from: string
  to: string
  isEnded: boolean
  isBuilt: boolean
  proposals: ProposalRow[]
  runId: string | null
  isRunning: boolean
}

const order: ProposalReason[] = ['needsDecision', 'overFee', 'withinFee', 'noTickets', 'empty']

export async function monthView(ctx: Context, period: Period): Promise<MonthView> {
  const proposals = await proposalsOf(ctx, period)
  const lines = await linesOf(
    ctx,
    proposals.map((p) => p.id),
  )
  const names = await namesOf(
    ctx,
    proposals.map((p) => p.clientId),
  )
  const numbers = await numbersOf(
    ctx,
    proposals.flatMap((p) => (p.invoiceId ? [p.invoiceId] : [])),
  )
  const before = await netBefore(ctx, period)
  const run = await ctx.tx
    .selectFrom('issueRuns')
    .select(['id', 'endedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('periodFrom', '=', period.from)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = proposals.map((p) => ({
    id: p.id,
    clientId: p.clientId,
    state: p.state,
    reason: p.reason,
    problems: p.problems,
    invoiceId: p.invoiceId,
    version: p.version,
    clientName: names.get(p.clientId) ?? '',
    totals: totalsOf(lines.get(p.id) ?? []),
    contractNumbers: [...new Set(p.bins.map((c) => c.contractNumber))],
    previousNetGrosze: before.get(p.clientId) ?? null,
    tickets: p.bins.flatMap((c) => c.bins).filter((b) => b.workKind === 'ticket').length,
    invoiceNumber: p.invoiceId ? (numbers.get(p.invoiceId) ?? null) : null,
  }))
  rows.sort(
    (a, b) =>
      order.indexOf(a.reason) - order.indexOf(b.reason) || a.clientName.localeCompare(b.clientName, 'pl'),
  )
  return {
    month: period.month,
    from: period.from,
    to: period.to,
    isEnded: period.to < today(ctx).toString(),
    isBuilt: proposals.length > 0,
    proposals: rows,
    runId: run?.id ?? null,
    isRunning: run !== undefined && run.endedAt === null,
  }
}

/** The months with contracts to settle, newest first; a month that nobody issued although a later one was is skipped. */
export async function billingMonths(
  ctx: Context,
): Promise<{ month: string; isEnded: boolean; proposals: number; issued: number; isSkipped: boolean }[]> {
  const first = await ctx.tx
    .selectFrom('contracts')
    .select('validFrom')
    .where('tenantId', '=', ctx.tenantId)
    .where('activatedAt', 'is not', null)
    .orderBy('validFrom')
    .limit(1)
    .executeTakeFirst()
  if (!first) return []
  const now = monthOfDate(today(ctx).toString())
  const rows = await ctx.tx
    .selectFrom('proposals')
    .select(['periodFrom', 'state'])
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  const months: { month: string; isEnded: boolean; proposals: number; issued: number; isSkipped: boolean }[] =
    []
  let anyIssuedLater = false
  for (
    let month = now, i = 0;
    month >= monthOfDate(first.validFrom) && i < 36;
    month = monthBefore(month), i++
  ) {
    const own = rows.filter((r) => monthOfDate(r.periodFrom) === month)
    const issued = own.filter((r) => r.state === 'issued').length
    const period = periodOf(month)
    const isSkipped =
      anyIssuedLater &&
      issued === 0 &&
      (await contractsToSettle(ctx, period)).some((c) => c.settledTo === null || c.settledTo < period.to)
    months.push({ month, isEnded: month < now, proposals: own.length, issued, isSkipped })
    anyIssuedLater ||= issued > 0
  }
  return months
}

async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

async function numbersOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('invoices')
    .select(['id', 'number'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((r) => [r.id, r.number]))
}

async function netBefore(ctx: Context, period: Period): Promise<Map<string, number>> {
  const before = periodOf(monthBefore(period.month))
  const rows = await ctx.tx
    .selectFrom('invoices')
    .select(['clientId', 'netGrosze'])
    .where('tenantId', '=', ctx.tenantId)
    .where('saleFrom', '=', before.from)
    .where('kind', '=', 'VAT')
    .execute()
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.clientId, (sums.get(row.clientId) ?? 0) + row.netGrosze)
  return sums
}
