/**
 * Work entered by hand: time, a trip, material. It may be changed or taken back with a reason
 * while no invoice stands on it; what is on an invoice needs a correction.
 */
import type { WorkFacts } from '#engines/pricing/asked-facts.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { byStaff, onTicket } from './deed.ts'
import { checkedFacts } from './work-facts.ts'
import { lockFor, logFact } from './ticket-store.ts'
import {
  insertEntry,
  lockEntry,
  updateEntry,
  type EntryKind,
  type Place,
  type WorkEntry,
} from './work-store.ts'

export type TimeToLog = {
  place: Place
  startedAt: string
  endedAt: string
  note?: string
  staffId?: string
  facts?: WorkFacts
}
export type TripToLog = {
  at: string
  kilometres?: string
  note?: string
  staffId?: string
  facts?: WorkFacts
}
export type MaterialToLog = {
  at: string
  name: string
  quantity: string
  unit: string
  unitPrice?: string
  cost?: string
  staffId?: string
  facts?: WorkFacts
}

export async function logTime(ctx: Context, ticketId: string, work: TimeToLog): Promise<WorkEntry> {
  refuseBadTimes(ctx, work)
  const values = {
    place: work.place,
    startedAt: work.startedAt,
    endedAt: work.endedAt,
    note: work.note?.trim() ?? '',
    facts: await factsText(ctx, ticketId, 'time', work.startedAt, work.facts),
  }
  const entry = await register(ctx, ticketId, 'time', work.staffId, values)
  await onTicket(ctx, ticketId, 'logWork', 'work_logged', async () => {
    await logFact(ctx, ticketId, 'work_started', {
      entryId: entry.id,
      startedAt: work.startedAt,
      place: work.place,
    })
    return { kind: 'time' }
  })
  return entry
}

export async function logTrip(ctx: Context, ticketId: string, work: TripToLog): Promise<WorkEntry> {
  refuseFuture(ctx, work.at, 'at')
  const values = {
    at: work.at,
    kilometres: work.kilometres ?? null,
    note: work.note?.trim() ?? '',
    facts: await factsText(ctx, ticketId, 'trip', work.at, work.facts),
  }
  return told(ctx, ticketId, 'trip', await register(ctx, ticketId, 'trip', work.staffId, values))
}

export async function logMaterial(ctx: Context, ticketId: string, work: MaterialToLog): Promise<WorkEntry> {
  refuseFuture(ctx, work.at, 'at')
  const { at, name, quantity, unit, unitPrice = null, cost = null } = work
  return told(
    ctx,
    ticketId,
    'material',
    await register(ctx, ticketId, 'material', work.staffId, {
      at,
      name: name.trim(),
      quantity,
      unit,
      unitPrice,
      cost,
      facts: await factsText(ctx, ticketId, 'material', at, work.facts),
    }),
  )
}

/** As it is stored; what the price list of that day does not know is refused at its field. */
async function factsText(
  ctx: Context,
  ticketId: string,
  kind: EntryKind,
  at: string,
  facts: WorkFacts = {},
): Promise<string> {
  return JSON.stringify(await checkedFacts(ctx, ticketId, kind, at, facts))
}

/** Staff log their own work; whoever leads may enter it for somebody else. */
async function register(
  ctx: Context,
  ticketId: string,
  kind: EntryKind,
  staffId: string | undefined,
  values: Record<string, unknown>,
): Promise<WorkEntry> {
  const staff = byStaff(ctx)
  if (staffId && staffId !== staff.id && staff.role === 'technician') refuse('role_may_not')
  await lockFor(ctx, 'logWork', ticketId)
  return insertEntry(ctx, kind, { ticketId, staffId: staffId ?? staff.id, ...values })
}

async function told(ctx: Context, ticketId: string, kind: EntryKind, entry: WorkEntry): Promise<WorkEntry> {
  await onTicket(ctx, ticketId, 'logWork', 'work_logged', async () => ({ kind }))
  return entry
}

export type EntryChange = Partial<
  Omit<TimeToLog, 'staffId'> & Omit<TripToLog, 'staffId'> & Omit<MaterialToLog, 'staffId'>
> & {
  /** Why it is not billed; null takes that back. */
  notBilledBecause?: string | null
  version: number
}

const fieldsOf: Record<EntryKind, readonly (keyof EntryChange)[]> = {
  time: ['place', 'startedAt', 'endedAt', 'note', 'notBilledBecause'],
  trip: ['at', 'kilometres', 'note', 'notBilledBecause'],
  material: ['at', 'name', 'quantity', 'unit', 'unitPrice', 'cost', 'notBilledBecause'],
}

export async function changeEntry(
  ctx: Context,
  kind: EntryKind,
  id: string,
  change: EntryChange,
): Promise<WorkEntry> {
  const entry = await entryToChange(ctx, kind, id)
  if (entry.version !== change.version) refuse('changed_meanwhile', { now: entry })
  const changed = fieldsOf[kind].filter((field) => change[field] !== undefined)
  const moment = entry.kind === 'time' ? (change.startedAt ?? entry.startedAt) : (change.at ?? entry.at)
  const values = {
    ...Object.fromEntries(changed.map((field) => [field, change[field]])),
    ...(change.facts && { facts: await factsText(ctx, entry.ticketId, kind, moment, change.facts) }),
  }
  if (entry.kind === 'time') {
    const { startedAt = entry.startedAt, endedAt = entry.endedAt } = change
    refuseBadTimes(ctx, { startedAt, endedAt: endedAt ?? ctx.now.toString() })
  } else refuseFuture(ctx, change.at ?? entry.at, 'at')
  await updateEntry(ctx, kind, entry, values)
  await onTicket(ctx, entry.ticketId, 'logWork', 'work_changed', async () => ({ kind, id, before: entry }))
  return lockEntry(ctx, kind, id)
}

export async function removeEntry(
  ctx: Context,
  kind: EntryKind,
  id: string,
  because: { reason: string },
): Promise<void> {
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  const entry = await entryToChange(ctx, kind, id)
  await updateEntry(ctx, kind, entry, { removedAt: ctx.now.toString(), removedBecause: reason })
  await onTicket(ctx, entry.ticketId, 'logWork', 'work_removed', async () => {
    await logFact(ctx, entry.ticketId, 'work_removed', { entryId: id, kind, reason })
    return { kind, id, reason }
  })
}

async function entryToChange(ctx: Context, kind: EntryKind, id: string): Promise<WorkEntry> {
  const staff = byStaff(ctx)
  const entry = await lockEntry(ctx, kind, id)
  if (entry.isSettled) refuse('entry_settled', { kind })
  if (entry.staffId !== staff.id && staff.role === 'technician') refuse('role_may_not')
  return entry
}

function refuseBadTimes(ctx: Context, work: { startedAt: string; endedAt: string }): void {
  const [from, to] = [Temporal.Instant.from(work.startedAt), Temporal.Instant.from(work.endedAt)]
  if (Temporal.Instant.compare(to, from) <= 0) refuse('entry_ends_before_start', {}, 'endedAt')
  refuseFuture(ctx, work.endedAt, 'endedAt')
}

function refuseFuture(ctx: Context, at: string, field: string): void {
  if (Temporal.Instant.compare(Temporal.Instant.from(at), ctx.now) > 0) refuse('entry_in_future', {}, field)
}
