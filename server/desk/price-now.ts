/**
 * What the work on a ticket costs before it is billed: the month of its report priced by the
 * same pipeline that will make the invoice. Which ticket of the package it is, whether its
 * work lies inside the fee or over it, and what is left.
 */
import type { BinPart } from '#engines/pricing/bins.ts'
import { packageLeft, type PackageLeft } from '#engines/pricing/package-left.ts'
import { priceOfPeriod, type PeriodInput } from '#engines/pricing/price-period.ts'
import type { Ticket, WorkItem } from '#engines/pricing/work.ts'
import { contractOf, lastDayOf, versionsOfContract } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ticketsAsWork, workOfContract } from './work-of-contract.ts'

export type PriceNow = {
  month: string
  packages: PackageLeft[]
  /** Of the ticket itself and of each piece of its work: in which bin it lies. */
  bins: Pick<BinPart, 'workId' | 'workKind' | 'bin' | 'reason' | 'unit' | 'quantity' | 'surplus'>[]
  /** "to jest 11.: 85,00 zł"; null where tickets are not counted or this one does not count. */
  ticket: { ordinal: number; included: number; isOver: boolean; unitPrice: string } | null
}

export async function priceNow(
  ctx: Context,
  ticket: { id: string; contractId: string | null; reportedAt: string },
): Promise<PriceNow | null> {
  if (!ticket.contractId) return null
  const input = await monthInput(ctx, ticket.contractId, Temporal.Instant.from(ticket.reportedAt))
  if (!input) return null
  const { bins } = priceOfPeriod(input)
  const own = new Set([
    ticket.id,
    ...input.work.flatMap((work) => (ofTicket(work) === ticket.id ? [work.id] : [])),
  ])
  return {
    month: input.period.from.slice(0, 7),
    packages: packageLeft(input),
    bins: bins
      .filter((part) => own.has(part.workId))
      .map(({ workId, workKind, bin, reason, unit, quantity, surplus }) => ({
        workId,
        workKind,
        bin,
        reason,
        unit,
        quantity,
        surplus,
      })),
    ticket: placeInPackage(input, bins, ticket.id),
  }
}

/** For a client before reporting: what is left, and what the next ticket costs. */
export async function packageNow(ctx: Context, contractId: string, at = ctx.now): Promise<PackageLeft[]> {
  const input = await monthInput(ctx, contractId, at)
  return input ? packageLeft(input) : []
}

const ofTicket = (work: WorkItem): string | undefined => ('ticketId' in work ? work.ticketId : undefined)

async function monthInput(
  ctx: Context,
  contractId: string,
  at: Temporal.Instant,
): Promise<PeriodInput | undefined> {
  const contract = await contractOf(ctx, contractId)
  const versions = await versionsOfContract(ctx, contractId)
  if (!contract || versions.length === 0) return undefined
  const day = at.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate()
  const period = { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() }
  const work = await workOfContract(ctx, contractId, period)
  return {
    period,
    fullPeriod: period,
    contract: { from: contract.validFrom, to: lastDayOf(contract) ?? undefined },
    versions: versions.map((one) => ({
      validFrom: one.validFrom,
      validTo: one.validTo ?? undefined,
      priceList: one.terms.priceList,
    })),
    work,
    otherTickets: await otherTickets(ctx, work),
    timezone: ctx.tenant.timezone,
  }
}

async function otherTickets(ctx: Context, work: WorkItem[]): Promise<Ticket[]> {
  const here = new Set(work.flatMap((one) => (one.kind === 'ticket' ? [one.id] : [])))
  const missing = new Set(work.flatMap((one) => ofTicket(one) ?? []).filter((id) => !here.has(id)))
  return ticketsAsWork(ctx, [...missing])
}

function placeInPackage(input: PeriodInput, bins: BinPart[], ticketId: string): PriceNow['ticket'] {
  const counted = bins.filter(
    (part) => part.workKind === 'ticket' && (part.bin === 'included' || part.bin === 'overage'),
  )
  const index = counted.findIndex((part) => part.workId === ticketId)
  const part = counted[index]
  const item = input.versions
    .flatMap(({ priceList }) => priceList.items)
    .findLast((one) => one.kind === 'perTicket' && one.id === part?.itemId)
  if (!part || item?.kind !== 'perTicket') return null
  return {
    ordinal: index + 1,
    included: item.included,
    isOver: part.bin === 'overage',
    unitPrice: item.unitPrice,
  }
}
