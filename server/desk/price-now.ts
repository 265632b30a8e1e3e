/**
 * What the work on a ticket costs before it is billed, and what is left of the packages: the
 * month priced by the same pipeline that will make the invoice. The ticket page, the panel and
 * the meters ask here. Work that was billed already stands as it was billed; what came later
 * gets what that has left over.
 */
import { dec, sum, toText } from '#engines/base/decimal.ts'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Line } from '#engines/pricing/line.ts'
import { packageLeft, type PackageLeft } from '#engines/pricing/package-left.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import type { Context } from '#server/plumbing/context.ts'
import { monthOf, otherTicketsOf, periodInput, pricingOf, type Month } from './pricing-input.ts'
import { sharedNow } from './shared-pools.ts'
import { settledParts } from './settled-work.ts'
import { workOfContract } from './work-of-contract.ts'

type ShownBin = Pick<BinPart, 'workId' | 'workKind' | 'bin' | 'reason' | 'unit' | 'quantity' | 'surplus'>

export type PriceNow = {
  month: string
  packages: PackageLeft[]
  /** Of the ticket itself and of each piece of its work: in which bin it lies. */
  bins: ShownBin[]
  /** "to jest 11.: 85,00 zł"; null where tickets are not counted or this one does not count. */
  ticket: { ordinal: number; included: number; isOver: boolean; unitPrice: string } | null
}

export async function priceNow(
  ctx: Context,
  ticket: { id: string; contractId: string | null; reportedAt: string },
): Promise<PriceNow | null> {
  if (!ticket.contractId) return null
  const now = await monthNow(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
  if (!now) return null
  const { input, inputAsLast, all, month } = now
  const { bins, lines } = priceOfPeriod(input)
  const own = [ticket.id, ...all.flatMap((work) => (ofTicket(work) === ticket.id ? [work.id] : []))]
  const billed = await settledParts(ctx, own)
  return {
    month: month.from.slice(0, 7),
    packages: packagesOf(inputAsLast, ctx.now),
    bins: [...billed, ...bins.filter((part) => own.includes(part.workId))].map(shown),
    ticket: placeInPackage(input, { bins, lines }, ticket.id),
  }
}

export type PackagesNow = { month: string; packages: PackageLeft[] }

/** Before anybody reports: what is left, and what the next ticket or hour costs. */
export async function packageNow(ctx: Context, contractId: string, at = ctx.now): Promise<PackagesNow> {
  const now = await monthNow(ctx, contractId, at)
  const month = at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toPlainYearMonth().toString()
  return { month, packages: now ? packagesOf(now.inputAsLast, at) : [] }
}

/** Where tickets draw from pools or have steps of prices, the next one costs what the bill would add. */
function packagesOf(input: PeriodInput, at: Temporal.Instant): PackageLeft[] {
  const items = input.versions.flatMap(({ priceList }) => priceList.items)
  return packageLeft(input).map((one) => {
    const item = items.findLast(({ id }) => id === one.itemId)
    if (one.kind !== 'tickets' || item?.kind !== 'perTicket' || (!item.draw && !item.tiers)) return one
    const { ticketGrosze } = nextCosts(input, at)
    return { ...one, next: { ...one.next, priceGrosze: ticketGrosze ?? one.next.priceGrosze } }
  })
}

/** `inputAsLast`: the same after all other contracts that share its pools; what is left, what one more costs. */
export type MonthNow = { input: PeriodInput; inputAsLast: PeriodInput; all: WorkItem[]; month: Month }

/** The question about the month of a moment, as billing would ask it today. */
export async function monthNow(
  ctx: Context,
  contractId: string,
  at: Temporal.Instant,
): Promise<MonthNow | undefined> {
  const found = await pricingOf(ctx, contractId)
  if (!found) return undefined
  const month = monthOf(at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate())
  const { inTurn: pricing, asLast } = await sharedNow(ctx, found, month)
  const all = await workOfContract(ctx, contractId, month)
  const billed = new Set(
    (
      await settledParts(
        ctx,
        all.map(({ id }) => id),
      )
    ).map(({ workId }) => workId),
  )
  const own = all.filter(({ id }) => !billed.has(id))
  const { settledTo } = pricing.contract
  const isLate = settledTo !== null && settledTo >= month.to
  const work = { own, others: await otherTicketsOf(ctx, own) }
  const input = periodInput(pricing, month, work, isLate)
  const inputAsLast = asLast === pricing ? input : periodInput(asLast, month, work, isLate)
  return { input, inputAsLast, all, month }
}

const ofTicket = (work: WorkItem): string | undefined => ('ticketId' in work ? work.ticketId : undefined)

const shown = ({ workId, workKind, bin, reason, unit, quantity, surplus }: BinPart): ShownBin => ({
  workId,
  workKind,
  bin,
  reason,
  unit,
  quantity,
  surplus,
})

function placeInPackage(
  input: PeriodInput,
  priced: { bins: BinPart[]; lines: Line[] },
  ticketId: string,
): PriceNow['ticket'] {
  const counted = priced.bins.filter(
    (part) => part.workKind === 'ticket' && (part.bin === 'included' || part.bin === 'overage'),
  )
  const index = counted.findIndex((part) => part.workId === ticketId)
  const part = counted[index]
  const explained = priced.lines
    .map((line) => (line.itemId === part?.itemId ? line.explanation : undefined))
    .find((one) => one?.model === 'perTicket')
  if (!part || explained?.model !== 'perTicket') return null
  return {
    ordinal: Number(input.drawnBefore?.[part.itemId ?? ''] ?? 0) + index + 1,
    included: Number(explained.allowance.granted),
    isOver: part.bin === 'overage',
    unitPrice: explained.unitPrice,
  }
}

/** A pool or the blocks of one kind, as they stand now; hours in minutes. */
export type StockLeft = {
  pool: string
  name: string
  kind: 'pool' | 'block'
  unit: string
  granted: string
  left: string
  until: string
  alertAtBp: number | null
}

/** What may still be drawn today, the earliest to expire first. */
export function stocksOf(input: PeriodInput, on: string): StockLeft[] {
  const items = input.versions.flatMap(({ priceList }) => priceList.items)
  const { closing } = priceOfPeriod(input)
  return closing.lots
    .filter((lot) => lot.from <= on && on <= lot.until)
    .sort((a, b) => (a.until < b.until ? -1 : 1))
    .map(({ pool, kind, unit, granted, left, until, lost = [] }) => {
      const item = items.findLast(
        (one) => (one.kind === 'pool' || one.kind === 'block') && (one.id === pool || one.sharedAs === pool),
      )
      // What a cap will drop at the end of the month is still there today.
      const stillHere = lost.filter((one) => one.on > on).map(({ quantity }) => dec(quantity))
      const alertAtBp = item?.kind === 'pool' || item?.kind === 'block' ? item.alertAtBp : undefined
      return {
        pool,
        name: item?.name ?? '',
        kind,
        unit,
        granted,
        left: toText(sum([dec(left), ...stillHere])),
        until,
        alertAtBp: alertAtBp ?? null,
      }
    })
}

export type NextCosts = {
  ticketGrosze: number | null
  remoteHourGrosze: number | null
  onSiteHourGrosze: number | null
}

/** What one more ticket or hour adds to the bill right now: bands, pools, steps and caps included. */
export function nextCosts(input: PeriodInput, at: Temporal.Instant): NextCosts {
  const items = input.versions.at(-1)?.priceList.items ?? []
  const before = priceOfPeriod(input).netGrosze
  const now = at.toString()
  const cost = (work: WorkItem): number =>
    priceOfPeriod({ ...input, work: [...input.work, work] }).netGrosze - before
  const hour = (place: 'remote' | 'onSite'): number | null =>
    items.some(
      (one) =>
        (one.kind === 'perTime' || one.kind === 'points') && [place, 'any'].includes(one.place ?? 'any'),
    )
      ? cost({ kind: 'time', id: 'next', startedAt: now, minutes: 60, place, visitId: 'next' })
      : null
  const ticket = items.some((one) => one.kind === 'perTicket')
    ? cost({ kind: 'ticket', id: 'next', number: 'Z-999999', reportedAt: now, resolvedAt: now })
    : null
  return { ticketGrosze: ticket, remoteHourGrosze: hour('remote'), onSiteHourGrosze: hour('onSite') }
}
