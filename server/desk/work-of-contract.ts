/**
 * Work as the price engine reads it: the tickets of a contract and what was done on them. A
 * ticket counts where its price item says (by report or by first resolve), so tickets of the
 * period by either are handed over; time, trips and materials go by their own moment.
 */
import type { Ticket, WorkItem } from '#engines/pricing/work.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ticketName } from './ticket-store.ts'

export type Days = { from: string; to: string }

export async function workOfContract(ctx: Context, contractId: string, days: Days): Promise<WorkItem[]> {
  const { from, to } = instantsOf(ctx, days)
  const ids = await ticketIdsOf(ctx, contractId, from, to)
  return [...(await ticketsAsWork(ctx, ids)), ...(await workBetween(ctx, contractId, from, to))]
}

/** Tickets alone, by their ids: work may belong to a ticket of another period. */
export async function ticketsAsWork(ctx: Context, ids: readonly string[]): Promise<Ticket[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'reportedAt', 'priority', 'state', 'mergedIntoId', 'notCountedBecause'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .orderBy('reportedAt')
    .orderBy('number')
    .execute()
  const resolved = await firstResolves(ctx, ids)
  return rows.map((row) => ({
    kind: 'ticket',
    id: row.id,
    number: ticketName(row.number),
    reportedAt: row.reportedAt,
    priority: row.priority,
    ...(resolved.has(row.id) && { resolvedAt: resolved.get(row.id)! }),
    ...(row.state === 'cancelled' && { cancelled: true }),
    ...(row.mergedIntoId && { mergedInto: row.mergedIntoId }),
    ...(row.notCountedBecause === 'ourFault' && { ourFault: true }),
    ...(row.notCountedBecause === 'warranty' && { warranty: true }),
  }))
}

/** Numbers, subjects and dates of tickets for whoever shows them beside an amount. */
export async function ticketNumbers(
  ctx: Context,
  ids: readonly string[],
): Promise<Record<string, { number: string; subject: string; reportedOn: string }>> {
  if (ids.length === 0) return {}
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'reportedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .execute()
  const reportedOn = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString()
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      { number: ticketName(row.number), subject: row.subject, reportedOn: reportedOn(row.reportedAt) },
    ]),
  )
}

function instantsOf({ tenant }: Context, days: Days): { from: string; to: string } {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(tenant.timezone).toInstant().toString()
  return {
    from: midnight(Temporal.PlainDate.from(days.from)),
    to: midnight(Temporal.PlainDate.from(days.to).add({ days: 1 })),
  }
}

/** Nobody pays for what was refused at the gate or still waits there. */
async function ticketIdsOf(ctx: Context, contractId: string, from: string, to: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('tickets as t')
    .select('t.id')
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.contractId', '=', contractId)
    .where('t.state', 'not in', ['held', 'refused'])
    .where((e) =>
      e.or([
        e.and([e('t.reportedAt', '>=', from), e('t.reportedAt', '<', to)]),
        e.exists(
          e
            .selectFrom('ticketLog as l')
            .select('l.seq')
            .whereRef('l.tenantId', '=', 't.tenantId')
            .whereRef('l.ticketId', '=', 't.id')
            .where('l.kind', '=', 'resolved')
            .where('l.at', '>=', from)
            .where('l.at', '<', to),
        ),
      ]),
    )
    .execute()
  return rows.map((row) => row.id)
}

async function firstResolves(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('ticketLog')
    .select(['ticketId', (e) => e.fn.min('at').as('at')])
    .where('tenantId', '=', ctx.tenantId)
    .where('ticketId', 'in', [...ids])
    .where('kind', '=', 'resolved')
    .groupBy('ticketId')
    .execute()
  return new Map(rows.map((row) => [row.ticketId, String(row.at)]))
}

async function workBetween(ctx: Context, contractId: string, from: string, to: string): Promise<WorkItem[]> {
  const ofContract = <T extends 'timeEntries' | 'trips' | 'materials'>(table: T, moment: string) =>
    ctx.tx
      .selectFrom(`${table} as e` as 'timeEntries as e')
      .innerJoin('tickets as t', (join) =>
        join.onRef('t.tenantId', '=', 'e.tenantId').onRef('t.id', '=', 'e.ticketId'),
      )
      .selectAll('e')
      .where('e.tenantId', '=', ctx.tenantId)
      .where('t.contractId', '=', contractId)
      .where('e.removedAt', 'is', null)
      .where(`e.${moment}` as 'e.startedAt', '>=', from)
      .where(`e.${moment}` as 'e.startedAt', '<', to)
      .orderBy(`e.${moment}` as 'e.startedAt')
      .orderBy('e.id')
      .execute()
  const time = (await ofContract('timeEntries', 'startedAt')).filter((row) => row.endedAt !== null)
  const trips = (await ofContract('trips', 'at')) as unknown as TripRow[]
  const materials = (await ofContract('materials', 'at')) as unknown as MaterialRow[]
  return [
    ...time.map((row) => ({
      kind: 'time' as const,
      ...base(row),
      startedAt: row.startedAt,
      endedAt: row.endedAt!,
      place: row.place as 'remote' | 'onSite',
    })),
    ...trips.map((row) => ({
      kind: 'trip' as const,
      ...base(row),
      at: row.at,
      ...(row.kilometres && { km: row.kilometres }),
    })),
    ...materials.map((row) => ({
      kind: 'material' as const,
      ...base(row),
      usedAt: row.at,
      name: row.name,
      quantity: row.quantity,
      unit: row.unit,
      ...(row.unitPrice && { unitPrice: row.unitPrice }),
      ...(row.cost && { cost: row.cost }),
    })),
  ]
}

type Base = { id: string; ticketId: string; notBilledBecause: string | null }
type TripRow = Base & { at: string; kilometres: string | null }
type MaterialRow = Base & {
  at: string
  name: string
  quantity: string
  unit: string
  unitPrice: string | null
  cost: string | null
}

function base(row: Base): { id: string; ticketId: string; waived?: { reason: string } } {
  return {
    id: row.id,
    ticketId: row.ticketId,
    ...(row.notBilledBecause && { waived: { reason: row.notBilledBecause } }),
  }
}
