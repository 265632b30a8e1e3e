/**
 * What the work on a ticket costs before it is billed, and what is left of the packages: the
 * month priced by the same pipeline that will make the invoice. The ticket page, the panel and
 * the meters ask here. Work that was billed already stands as it was billed; what came later
 * gets what that has left over.
 */
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Line } from '#engines/pricing/line.ts'
import { packageLeft, type PackageLeft } from '#engines/pricing/package-left.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import type { Context } from '#server/plumbing/context.ts'
import { monthOf, otherTicketsOf, periodInput, pricingOf, type Month } from './pricing-input.ts'
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
  const { input, all, month } = now
  const { bins, lines } = priceOfPeriod(input)
  const own = [ticket.id, ...all.flatMap((work) => (ofTicket(work) === ticket.id ? [work.id] : []))]
  const billed = await settledParts(ctx, own)
  return {
    month: month.from.slice(0, 7),
    packages: packageLeft(input),
    bins: [...billed, ...bins.filter((part) => own.includes(part.workId))].map(shown),
    ticket: placeInPackage(input, { bins, lines }, ticket.id),
  }
}

export type PackagesNow = { month: string; packages: PackageLeft[] }

/** Before anybody reports: what is left, and what the next ticket or hour costs. */
export async function packageNow(ctx: Context, contractId: string, at = ctx.now): Promise<PackagesNow> {
  const now = await monthNow(ctx, contractId, at)
  const month = at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toPlainYearMonth().toString()
  return { month, packages: now ? packageLeft(now.input) : [] }
}

/** The question about the month of a moment, as billing would ask it today. */
export async function monthNow(
  ctx: Context,
  contractId: string,
  at: Temporal.Instant,
): Promise<{ input: PeriodInput; all: WorkItem[]; month: Month } | undefined> {
  const pricing = await pricingOf(ctx, contractId)
  if (!pricing) return undefined
  const month = monthOf(at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate())
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
  return { input: periodInput(pricing, month, work, isLate), all, month }
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
