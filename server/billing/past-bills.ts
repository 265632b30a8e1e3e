/**
 * The past, laid out as it was billed: for every contract each month with its own work and the
 * late work that its bill took in, and what really was issued. Loaded in a few queries however
 * many months and contracts there are; running it again is pure.
 */
import { sql } from 'kysely'
import type { Ticket, WorkItem } from '#engines/pricing/work.ts'
import type { Contract, LedgerEntry } from '#server/contracts/public.ts'
import {
  datesOf,
  pricingsOf,
  ticketsAsWork,
  workOfContracts,
  type Pricing,
  type WorkOfMonth,
} from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { isCreditLine } from './lay-credits.ts'
import { lineNow } from './line-now.ts'
import { monthOfDate, periodOf, type Period } from './periods.ts'
import { linesOf, type ProposalLine } from './proposal-store.ts'
import type { MonthToSettle } from './settle-contract.ts'
import { settledHomes, type SettledHome } from './settled-store.ts'

export type Months = { from: string; to: string }

export type PastContract = {
  /** Its ledger ends where the months begin. */
  pricing: Pricing
  /** By the month of the bill: late work first, then the month itself. */
  months: Map<string, MonthToSettle[]>
}

export async function pastOf(
  ctx: Context,
  contracts: readonly Contract[],
  range: Months,
): Promise<PastContract[]> {
  const pricings = await pricingsOf(ctx, contracts)
  const ids = pricings.map(({ contract }) => contract.id)
  const days = { from: periodOf(range.from).from, to: periodOf(range.to).to }
  const works = await workOfContracts(ctx, ids, await widened(ctx, ids, days))
  const homes = await settledHomes(
    ctx,
    [...works.values()].flatMap((own) => own.map(({ id }) => id)),
  )
  const bills = await billMonths(ctx)
  const tickets = await allTickets(ctx, [...works.values()].flat())
  return pricings.map((pricing) => {
    const ledger = pricing.ledger.filter((entry) => isBefore(entry, bills, range.from))
    const own = works.get(pricing.contract.id) ?? []
    const placed = placedByBill(own, { homes, bills, timezone: pricing.timezone, range })
    return { pricing: { ...pricing, ledger }, months: monthsOf(pricing.contract, placed, tickets, range) }
  })
}

/** What a contract brought along was there before every bill. */
const isBefore = (entry: LedgerEntry, bills: ReadonlyMap<string, string>, month: string): boolean =>
  entry.isOpening || (bills.get(entry.invoiceId) ?? monthOfDate(entry.periodFrom)) < month

/** A bill of these months may have taken in work of earlier ones. */
async function widened(
  ctx: Context,
  contractIds: readonly string[],
  days: { from: string; to: string },
): Promise<{ from: string; to: string }> {
  if (contractIds.length === 0) return days
  const row = await ctx.tx
    .selectFrom('contractLedger as l')
    .innerJoin('invoices as i', (join) =>
      join.onRef('i.tenantId', '=', 'l.tenantId').onRef('i.id', '=', 'l.invoiceId'),
    )
    .select((e) => e.fn.min('l.periodFrom').as('first'))
    .where('l.tenantId', '=', ctx.tenantId)
    .where('l.contractId', 'in', [...contractIds])
    .where('l.isLate', '=', true)
    .where('i.saleFrom', '>=', days.from)
    .executeTakeFirst()
  const first = row?.first ? String(row.first) : days.from
  return { from: first < days.from ? first : days.from, to: days.to }
}

/** The month of each bill that settled a proposal. */
async function billMonths(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('proposals')
    .select(['invoiceId', 'periodFrom'])
    .where('tenantId', '=', ctx.tenantId)
    .where('invoiceId', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.invoiceId!, monthOfDate(row.periodFrom)]))
}

async function allTickets(ctx: Context, works: readonly WorkItem[]): Promise<Map<string, Ticket>> {
  const found = new Map(works.flatMap((one) => (one.kind === 'ticket' ? [[one.id, one] as const] : [])))
  const missing = works.flatMap((one) =>
    'ticketId' in one && one.ticketId && !found.has(one.ticketId) ? [one.ticketId] : [],
  )
  for (const ticket of await ticketsAsWork(ctx, [...new Set(missing)])) found.set(ticket.id, ticket)
  return found
}

/** Of which month the work is, and on the bill of which month it stands. */
type Placed = { month: string; bill: string; work: WorkItem }

function placedByBill(
  works: readonly WorkItem[],
  by: {
    homes: ReadonlyMap<string, SettledHome>
    bills: ReadonlyMap<string, string>
    timezone: string
    range: Months
  },
): Placed[] {
  const placed = works.flatMap((work): Placed[] => {
    const home = by.homes.get(work.id)
    const dates = [...new Set(datesOf(work, by.timezone).map(monthOfDate))]
    if (!home) return dates.map((month) => ({ month, bill: month, work }))
    const month = monthOfDate(home.periodFrom)
    const settled = { month, bill: by.bills.get(home.invoiceId) ?? month, work }
    // A ticket that counts by its resolve was looked at in the month of its report too.
    const looked = dates.filter((one) => one < month).map((one) => ({ month: one, bill: one, work }))
    return [...looked, settled]
  })
  return placed.filter(({ bill }) => by.range.from <= bill && bill <= by.range.to)
}

function monthsOf(
  contract: Contract,
  placed: readonly Placed[],
  tickets: ReadonlyMap<string, Ticket>,
  range: Months,
): Map<string, MonthToSettle[]> {
  const months = new Map<string, MonthToSettle[]>()
  const byBill = Map.groupBy(placed, ({ bill }) => bill)
  for (let month = range.from; month <= range.to; month = nextMonth(month)) {
    const groups = Map.groupBy(byBill.get(month) ?? [], (one) => one.month)
    const settled: MonthToSettle[] = [...groups]
      .filter(([own]) => own < month)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([own, works]) => monthWith(periodOf(own), true, works, tickets))
    if (runsIn(contract, periodOf(month)))
      settled.push(monthWith(periodOf(month), false, groups.get(month) ?? [], tickets))
    if (settled.length > 0) months.set(month, settled)
  }
  return months
}

function monthWith(
  period: Period,
  isLate: boolean,
  placed: readonly Placed[],
  tickets: ReadonlyMap<string, Ticket>,
): MonthToSettle {
  const own = placed.map(({ work }) => work)
  return { period, isLate, work: { own, others: othersOf(own, tickets) } }
}

function othersOf(own: readonly WorkItem[], tickets: ReadonlyMap<string, Ticket>): WorkOfMonth['others'] {
  const here = new Set(own.flatMap((one) => (one.kind === 'ticket' ? [one.id] : [])))
  const named = own.flatMap((one) => ('ticketId' in one && one.ticketId ? [one.ticketId] : []))
  return [...new Set(named)].flatMap((id) => (here.has(id) ? [] : (tickets.get(id) ?? [])))
}

function runsIn({ validFrom, validTo, endedOn }: Contract, period: Period): boolean {
  const ends = [validTo, endedOn].filter((day) => day !== null)
  return validFrom <= period.to && ends.every((day) => day >= period.from)
}

export const nextMonth = (month: string): string =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()

/**
 * What was issued for a client and month, its corrections included; edits and lines added by
 * hand stand apart, and so do the credits that it gave.
 */
export type IssuedBill = {
  netGrosze: number
  byHandGrosze: number
  invoiceId: string
  creditLines: ProposalLine[]
}

export async function issuedBills(
  ctx: Context,
  clientIds: readonly string[],
  range: Months,
): Promise<Map<string, IssuedBill>> {
  if (clientIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('proposals as p')
    .innerJoin('invoices as i', (join) =>
      join.onRef('i.tenantId', '=', 'p.tenantId').onRef('i.id', '=', 'p.invoiceId'),
    )
    .select(['p.id', 'p.clientId', 'p.periodFrom', 'i.id as invoiceId', 'i.netGrosze'])
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.clientId', 'in', [...clientIds])
    .where('p.periodFrom', '>=', periodOf(range.from).from)
    .where('p.periodFrom', '<=', periodOf(range.to).to)
    .execute()
  const lines = await linesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const corrected = await correctedBy(
    ctx,
    rows.map(({ invoiceId }) => invoiceId),
  )
  return new Map(
    rows.map(({ id, clientId, periodFrom, invoiceId, netGrosze }) => {
      const own = lines.get(id) ?? []
      const byHandGrosze = own.reduce((sum, line) => {
        const said = line.isAdded || line.isInformative ? 0 : line.netGrosze
        const now = lineNow(line)
        return sum + (now.isBilled ? now.netGrosze : 0) - said
      }, 0)
      const bill = {
        netGrosze: netGrosze + (corrected.get(invoiceId) ?? 0),
        byHandGrosze,
        invoiceId,
        creditLines: own.filter(isCreditLine),
      }
      return [billKey(clientId, monthOfDate(periodFrom)), bill]
    }),
  )
}

/** By invoice, what its correcting invoices changed together. */
async function correctedBy(ctx: Context, invoiceIds: readonly string[]): Promise<Map<string, number>> {
  if (invoiceIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('invoices')
    .select(['correctsId', 'netGrosze'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', 'KOR')
    .where(sql<boolean>`corrects_id = any(${[...invoiceIds]}::uuid[])`)
    .execute()
  const sums = new Map<string, number>()
  for (const { correctsId, netGrosze } of rows)
    sums.set(correctsId!, (sums.get(correctsId!) ?? 0) + netGrosze)
  return sums
}

export const billKey = (clientId: string, month: string): string => `${clientId} ${month}`

/** By client and month of the report: targets that were missed, as the clocks of the tickets say. */
export async function missedTargets(
  ctx: Context,
  contractIds: readonly string[],
  range: Months,
): Promise<Map<string, number>> {
  if (contractIds.length === 0) return new Map()
  const { rows } = await sql<{ clientId: string; month: string; missed: number }>`
    select t.client_id, to_char(t.reported_at at time zone ${ctx.tenant.timezone}, 'YYYY-MM') as month,
      sum(jsonb_array_length(jsonb_path_query_array(t.clocks,
        '$.clocks[*] ? (@.state == "missed" || @.state == "breached_running")')))::int as missed
    from tickets t
    where t.tenant_id = ${ctx.tenantId} and t.contract_id = any(${[...contractIds]}::uuid[])
      and t.clocks is not null and t.state not in ('held', 'refused', 'cancelled', 'merged')
    group by 1, 2`.execute(ctx.tx)
  const within = rows.filter(({ month }) => range.from <= month && month <= range.to)
  return new Map(within.map(({ clientId, month, missed }) => [billKey(clientId, month), missed]))
}
