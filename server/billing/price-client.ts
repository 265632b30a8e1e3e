/**
 * What one client owes for one month: every contract priced by the engine, its own period and
 * late work of earlier periods, from terms in force and registered work that no
 * invoice has settled. Nothing is stored here.
 */
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Line } from '#engines/pricing/line.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import type { Ticket, WorkItem } from '#engines/pricing/work.ts'
import {
  contractsToSettle,
  versionsOfContract,
  type Contract,
  type VersionRow,
} from '#server/contracts/public.ts'
import { ticketsAsWork, workOfContract } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { monthBefore, periodOf, type Period } from './periods.ts'
import { drawnFrom, settledIds } from './settled-store.ts'

export type PricedContract = {
  contract: Contract
  period: Period
  isLate: boolean
  lines: Line[]
  bins: BinPart[]
  needsDecision: BinPart[]
  paymentDays: number
  isUnsigned: boolean
}

const lateMonthsMax = 12

export async function priceClient(ctx: Context, clientId: string, period: Period): Promise<PricedContract[]> {
  const contracts = (await contractsToSettle(ctx, { from: period.from, to: period.to })).filter(
    (c) => c.clientId === clientId,
  )
  const priced: PricedContract[] = []
  for (const contract of contracts) priced.push(...(await priceContract(ctx, contract, period)))
  return priced
}

async function priceContract(ctx: Context, contract: Contract, period: Period): Promise<PricedContract[]> {
  const versions = (await versionsOfContract(ctx, contract.id)).filter((v) => !v.isDraft && !v.supersededAt)
  if (versions.length === 0) return []
  const done: PricedContract[] = []
  for (const late of await monthsWithLateWork(ctx, contract, period)) {
    const work = await unsettledWork(ctx, contract, late)
    const priced = work.own.length > 0 ? await pricedOf(ctx, contract, versions, late, work, true) : undefined
    if (priced?.bins.some((bin) => !belongsElsewhere(bin))) done.push(priced)
  }
  const isSettled = contract.settledTo !== null && contract.settledTo >= period.to
  const work = await unsettledWork(ctx, contract, period)
  if (!isSettled || work.own.length > 0)
    done.push(await pricedOf(ctx, contract, versions, period, work, isSettled))
  return done
}

/** Mostly there is none: one look at the whole time before finds that out. */
async function monthsWithLateWork(ctx: Context, contract: Contract, period: Period): Promise<Period[]> {
  const months = lateMonths(contract, period)
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const { own } = await unsettledWork(ctx, contract, { from: first.from, to: last.to })
  return own.length > 0 ? months : []
}

/** Settled months before this one in which somebody may have entered work since. */
function lateMonths(contract: Contract, period: Period): Period[] {
  const months: Period[] = []
  let month = monthBefore(period.month)
  for (let i = 0; i < lateMonthsMax && contract.settledTo; i++, month = monthBefore(month)) {
    const one = periodOf(month)
    if (one.to < contract.validFrom) break
    if (one.to <= contract.settledTo) months.unshift(one)
  }
  return months
}

/** A ticket of this period that counts in another one: nothing is settled here by it. */
export const belongsElsewhere = ({ reason }: BinPart): boolean =>
  reason === 'otherPeriod' || reason === 'notResolvedYet'

type Work = { own: WorkItem[]; others: Ticket[] }

async function unsettledWork(
  ctx: Context,
  contract: Contract,
  period: { from: string; to: string },
): Promise<Work> {
  const all = await workOfContract(ctx, contract.id, { from: period.from, to: period.to })
  const settled = await settledIds(
    ctx,
    all.map((one) => one.id),
  )
  const own = all.filter((one) => !settled.has(one.id))
  const here = new Set(own.filter((one) => one.kind === 'ticket').map((one) => one.id))
  const missing = [
    ...new Set(
      own.flatMap((one) =>
        'ticketId' in one && one.ticketId && !here.has(one.ticketId) ? [one.ticketId] : [],
      ),
    ),
  ]
  return { own, others: await ticketsAsWork(ctx, missing) }
}

async function pricedOf(
  ctx: Context,
  contract: Contract,
  versions: VersionRow[],
  period: Period,
  work: Work,
  onlyWork: boolean,
): Promise<PricedContract> {
  const span = { from: period.from, to: period.to }
  const result = priceOfPeriod({
    period: span,
    fullPeriod: span,
    contract: { from: contract.validFrom, to: contract.endedOn ?? contract.validTo ?? undefined },
    versions: versions.map((v) => ({
      validFrom: v.validFrom,
      validTo: v.validTo ?? undefined,
      priceList: v.terms.priceList,
    })),
    work: work.own,
    otherTickets: work.others,
    timezone: ctx.tenant.timezone,
    onlyWork,
    drawnBefore: onlyWork ? await drawnFrom(ctx, contract.id, period.from) : {},
  })
  const last = versions.filter((v) => v.validFrom <= period.to).at(-1) ?? versions.at(-1)!
  return {
    contract,
    period,
    isLate: onlyWork,
    lines: result.lines,
    bins: result.bins,
    needsDecision: result.needsDecision,
    paymentDays: last.terms.billing.paymentDays,
    isUnsigned: !last.signedOn,
  }
}
