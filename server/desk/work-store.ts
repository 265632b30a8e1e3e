/** Work on tickets as it stands in the tables: time, trips, materials. */
import type { WorkFacts } from '#engines/pricing/asked-facts.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { settledAmong, type WorkKind } from './settled-work.ts'

export type Place = 'remote' | 'onSite'
type Entry = {
  id: string
  ticketId: string
  staffId: string
  staffName: string
  notBilledBecause: string | null
  /** What the price list asks of it: role, service, zone, marks. */
  facts: WorkFacts
  /** Stands on an invoice. */
  isSettled: boolean
  version: number
}
export type TimeEntry = Entry & {
  kind: 'time'
  place: Place
  startedAt: string
  endedAt: string | null
  note: string
}
export type TripEntry = Entry & { kind: 'trip'; at: string; kilometres: string | null; note: string }
export type MaterialEntry = Entry & {
  kind: 'material'
  at: string
  name: string
  quantity: string
  unit: string
  unitPrice: string | null
  cost: string | null
}
export type WorkEntry = TimeEntry | TripEntry | MaterialEntry

const tables = { time: 'timeEntries', trip: 'trips', material: 'materials' } as const
export type EntryKind = keyof typeof tables

/** Everything registered on a ticket and not taken back, oldest first. */
export async function workOfTicket(ctx: Context, ticketId: string): Promise<WorkEntry[]> {
  const kinds = ['time', 'trip', 'material'] as const
  const found: WorkEntry[] = []
  for (const kind of kinds) found.push(...(await entriesOf(ctx, kind, ticketId)))
  return found.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
}

const momentOf = (entry: WorkEntry): string => (entry.kind === 'time' ? entry.startedAt : entry.at)

async function entriesOf(ctx: Context, kind: EntryKind, ticketId: string): Promise<WorkEntry[]> {
  const rows = await selectEntries(ctx, kind)
    .where('e.ticketId', '=', ticketId)
    .where('e.removedAt', 'is', null)
    .execute()
  const settled = await settledAmong(
    ctx,
    kind as WorkKind,
    rows.map((row) => row.id),
  )
  return rows.map((row) => shaped(kind, row, settled.has(row.id)))
}

function selectEntries(ctx: Context, kind: EntryKind) {
  return ctx.tx
    .selectFrom(`${tables[kind]} as e` as 'timeEntries as e')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.tenantId', '=', 'e.tenantId').onRef('s.id', '=', 'e.staffId'),
    )
    .selectAll('e')
    .select('s.name as staffName')
    .where('e.tenantId', '=', ctx.tenantId)
}

function shaped(kind: EntryKind, row: object, isSettled: boolean): WorkEntry {
  const {
    tenantId: _tenant,
    removedAt: _at,
    removedBecause: _because,
    createdAt: _created,
    ...entry
  } = row as Record<string, unknown>
  return { ...entry, kind, isSettled } as unknown as WorkEntry
}

/** Locks one entry that stands. */
export async function lockEntry(ctx: Context, kind: EntryKind, id: string): Promise<WorkEntry> {
  const row = await selectEntries(ctx, kind)
    .where('e.id', '=', id)
    .where('e.removedAt', 'is', null)
    .forUpdate('e')
    .executeTakeFirst()
  if (!row) refuse('not_found')
  const settled = await settledAmong(ctx, kind as WorkKind, [id])
  return shaped(kind, row, settled.has(id))
}

export async function insertEntry(
  ctx: Context,
  kind: EntryKind,
  values: { ticketId: string; staffId: string } & Record<string, unknown>,
): Promise<WorkEntry> {
  const id = ctx.newId()
  const row = { tenantId: ctx.tenantId, id, createdAt: ctx.now.toString(), ...values }
  await ctx.tx
    .insertInto(tables[kind] as 'timeEntries')
    .values(row as never)
    .execute()
  return lockEntry(ctx, kind, id)
}

export async function updateEntry(
  ctx: Context,
  kind: EntryKind,
  entry: { id: string; version: number },
  values: Record<string, unknown>,
): Promise<void> {
  await ctx.tx
    .updateTable(tables[kind] as 'timeEntries')
    .set({ ...values, version: entry.version + 1 } as never)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', entry.id)
    .execute()
}

/** The timer that a person has running, wherever it is. */
export async function runningTimerOf(ctx: Context, staffId: string): Promise<TimeEntry | undefined> {
  const row = await selectEntries(ctx, 'time')
    .where('e.staffId', '=', staffId)
    .where('e.endedAt', 'is', null)
    .where('e.removedAt', 'is', null)
    .executeTakeFirst()
  return row && (shaped('time', row, false) as TimeEntry)
}
