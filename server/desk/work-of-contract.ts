/**
 * Work as the price engine reads it: the tickets of a contract and what was done on them. A
 * ticket counts where its price item says (by report or by first resolve), so tickets of the
 * period by either are handed over; time, trips, materials, readings and counts go by their
 * own moment.
 */
import { sql } from 'kysely'
import type { WorkFacts } from '#engines/pricing/asked-facts.ts'
import type { Facts, Ticket, WorkItem } from '#engines/pricing/work.ts'
import { countsOfContracts, deviceLabel, type Count } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ticketName } from './ticket-store.ts'
import { judgedAs, judgementsOf, type Judgement } from './work-judgement.ts'

export type Days = { from: string; to: string }

export async function workOfContract(ctx: Context, contractId: string, days: Days): Promise<WorkItem[]> {
  return (await workOfContracts(ctx, [contractId], days)).get(contractId) ?? []
}

/** Of many contracts at once: a look over years must not ask for each month anew. */
export async function workOfContracts(
  ctx: Context,
  contractIds: readonly string[],
  days: Days,
): Promise<Map<string, WorkItem[]>> {
  const found = new Map<string, WorkItem[]>()
  if (contractIds.length === 0) return found
  const { from, to } = instantsOf(ctx, days)
  const homes = await ticketHomes(ctx, contractIds, from, to)
  for (const ticket of await ticketsAsWork(ctx, [...homes.keys()])) put(found, homes.get(ticket.id)!, ticket)
  const ofThem = { column: 't.contractId', ids: contractIds } as const
  for (const { contractId, work } of await workBetween(ctx, ofThem, from, to)) put(found, contractId, work)
  for (const count of await countsOfContracts(ctx, contractIds))
    if (days.from <= count.on && count.on <= days.to) put(found, count.contractId, countAsWork(count))
  return found
}

function countAsWork({ id, kind, at, facts }: Count): WorkItem {
  const moments = { reading: 'readAt', units: 'countedAt', purchase: 'boughtAt', event: 'at' } as const
  return { kind, id, [moments[kind]]: at, ...facts } as unknown as WorkItem
}

function put(found: Map<string, WorkItem[]>, contractId: string, work: WorkItem): void {
  const own = found.get(contractId)
  if (own) own.push(work)
  else found.set(contractId, [work])
}

/** Tickets alone, by their ids: work may belong to a ticket of another period. */
export async function ticketsAsWork(ctx: Context, ids: readonly string[]): Promise<Ticket[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('tickets as t')
    .leftJoin('sites as s', (join) =>
      join.onRef('s.tenantId', '=', 't.tenantId').onRef('s.id', '=', 't.siteId'),
    )
    .leftJoin('devices as d', (join) =>
      join.onRef('d.tenantId', '=', 't.tenantId').onRef('d.id', '=', 't.deviceId'),
    )
    .select(['t.id', 't.number', 't.reportedAt', 't.priority', 't.state', 't.mergedIntoId'])
    .select(['t.notCountedBecause', 't.category', 't.deviceClass', 's.name as site'])
    .select(['d.name as deviceName', 'd.serialNumber'])
    .where('t.tenantId', '=', ctx.tenantId)
    .where(amongIds('t.id', ids))
    .orderBy('t.reportedAt')
    .orderBy('t.number')
    .execute()
  const resolved = await firstResolves(ctx, ids)
  const judged = await judgementsOf(ctx, 'ticket', ids)
  return rows.map((row) => ({
    kind: 'ticket',
    id: row.id,
    number: ticketName(row.number),
    reportedAt: row.reportedAt,
    priority: row.priority,
    ...factsOf(row),
    ...(resolved.has(row.id) && { resolvedAt: resolved.get(row.id)! }),
    ...(row.state === 'cancelled' && { cancelled: true }),
    ...(row.mergedIntoId && { mergedInto: row.mergedIntoId }),
    ...(row.notCountedBecause === 'ourFault' && { ourFault: true }),
    ...(row.notCountedBecause === 'warranty' && { warranty: true }),
    ...judgedAs(judged.get(row.id)),
  }))
}

type AboutRow = {
  category: string | null
  deviceClass: string | null
  site: string | null
  deviceName: string | null
  serialNumber: string | null
}

/** What price items ask about; work takes it from its ticket. A category is the service here, as in what contracts cover. */
function factsOf({ category, deviceClass, site, deviceName: name, serialNumber }: AboutRow): Facts {
  return {
    ...(category && { category, service: category }),
    ...(site && { site }),
    ...(deviceClass && { deviceClass }),
    ...(name && { device: deviceLabel({ name, serialNumber: serialNumber ?? '' }) }),
  }
}

/** Tickets of a client that no contract covers, with what was done on them: nobody has priced them yet. */
export async function workWithoutContract(ctx: Context, clientId: string, days: Days): Promise<WorkItem[]> {
  const { from, to } = instantsOf(ctx, days)
  const rows = await ctx.tx
    .selectFrom('tickets')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
    .where('contractId', 'is', null)
    .where('state', 'not in', ['held', 'refused'])
    .where('reportedAt', '>=', from)
    .where('reportedAt', '<', to)
    .execute()
  const ids = rows.map(({ id }) => id)
  const works = await workBetween(ctx, { column: 't.id', ids }, from, to)
  return [...(await ticketsAsWork(ctx, ids)), ...works.map(({ work }) => work)]
}

/** One parameter however many ids there are; a list of them would end at 65 535. */
const amongIds = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

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
    .where(amongIds('id', ids))
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

/** Which contract each ticket belongs to. Nobody pays for what was refused at the gate or still waits there. */
async function ticketHomes(
  ctx: Context,
  contractIds: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('tickets as t')
    .select(['t.id', 't.contractId'])
    .where('t.tenantId', '=', ctx.tenantId)
    .where(amongIds('t.contractId', contractIds))
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
  return new Map(rows.map((row) => [row.id, row.contractId!]))
}

async function firstResolves(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('ticketLog')
    .select(['ticketId', (e) => e.fn.min('at').as('at')])
    .where('tenantId', '=', ctx.tenantId)
    .where(amongIds('ticketId', ids))
    .where('kind', '=', 'resolved')
    .groupBy('ticketId')
    .execute()
  return new Map(rows.map((row) => [row.ticketId, String(row.at)]))
}

async function workBetween(
  ctx: Context,
  of: { column: 't.contractId' | 't.id'; ids: readonly string[] },
  from: string,
  to: string,
): Promise<{ contractId: string; work: WorkItem }[]> {
  const ofContracts = <T extends 'timeEntries' | 'trips' | 'materials'>(table: T, moment: string) =>
    ctx.tx
      .selectFrom(`${table} as e` as 'timeEntries as e')
      .innerJoin('tickets as t', (join) =>
        join.onRef('t.tenantId', '=', 'e.tenantId').onRef('t.id', '=', 'e.ticketId'),
      )
      .leftJoin('sites as s', (join) =>
        join.onRef('s.tenantId', '=', 't.tenantId').onRef('s.id', '=', 't.siteId'),
      )
      .selectAll('e')
      .select(['t.contractId', 's.travelZone'])
      .where('e.tenantId', '=', ctx.tenantId)
      .where(amongIds(of.column, of.ids))
      .where('e.removedAt', 'is', null)
      .where(`e.${moment}` as 'e.startedAt', '>=', from)
      .where(`e.${moment}` as 'e.startedAt', '<', to)
      .orderBy(`e.${moment}` as 'e.startedAt')
      .orderBy('e.id')
      .execute()
  const time = (await ofContracts('timeEntries', 'startedAt')).filter((row) => row.endedAt !== null)
  const trips = (await ofContracts('trips', 'at')) as unknown as TripRow[]
  const materials = (await ofContracts('materials', 'at')) as unknown as MaterialRow[]
  const rows = [...(time as TimeRow[]), ...trips, ...materials]
  const judged = new Map([
    ...(await judgementsOf(ctx, 'time', idsOf(time))),
    ...(await judgementsOf(ctx, 'trip', idsOf(trips))),
    ...(await judgementsOf(ctx, 'material', idsOf(materials))),
  ])
  const works = [
    ...time.map((row) => timeWork(row as TimeRow, judged)),
    ...trips.map((row) => tripWork(row, judged)),
    ...materials.map((row) => materialWork(row, judged)),
  ]
  return works.map((work, i) => ({ contractId: rows[i]!.contractId, work }))
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

type Judged = ReadonlyMap<string, Judgement>
type Base = {
  id: string
  ticketId: string
  contractId: string
  notBilledBecause: string | null
  facts: WorkFacts
}
type TimeRow = Base & { startedAt: string; endedAt: string; place: 'remote' | 'onSite' }
type TripRow = Base & { at: string; kilometres: string | null; travelZone: string | null }
type MaterialRow = Base & {
  at: string
  name: string
  quantity: string
  unit: string
  unitPrice: string | null
  cost: string | null
}

const timeWork = (row: TimeRow, judged: Judged): WorkItem => ({
  kind: 'time',
  ...base(row, judged),
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  place: row.place,
})

const tripWork = (row: TripRow, judged: Judged): WorkItem => ({
  kind: 'trip',
  ...base(row, judged),
  at: row.at,
  ...(row.kilometres && { km: row.kilometres }),
  // The zone of the site to which the trip went, unless whoever went says another.
  ...(row.travelZone && !row.facts.zone && { zone: row.travelZone }),
})

const materialWork = (row: MaterialRow, judged: Judged): WorkItem => ({
  kind: 'material',
  ...base(row, judged),
  usedAt: row.at,
  name: row.name,
  quantity: row.quantity,
  unit: row.unit,
  ...(row.unitPrice && { unitPrice: row.unitPrice }),
  ...(row.cost && { cost: row.cost }),
})

function base(
  row: Base,
  judged: Judged,
): { id: string; ticketId: string } & WorkFacts & ReturnType<typeof judgedAs> {
  return {
    id: row.id,
    ticketId: row.ticketId,
    ...row.facts,
    ...(row.notBilledBecause && { waived: { reason: row.notBilledBecause } }),
    ...judgedAs(judged.get(row.id)),
  }
}
