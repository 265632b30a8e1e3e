/**
 * The queue: open tickets by the instant of the next unmet deadline; what has none follows,
 * what is paused comes last. The same rows serve search, the done ones and a client's list.
 */
import type { PriorityKey } from '#server/accounts/public.ts'
import { sql } from 'kysely'
import { nextDue } from '#engines/worktime/alarms.ts'
import { termsOfContractAt, type VersionInForce } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { clocksByTerms, type DeskClock, type TicketClocks } from './clocks.ts'
import { openStates, standingOf, type LogRow, type StateReason, type TicketState } from './ticket-state.ts'
import { ticketName, type TicketSource } from './ticket-store.ts'

export const queueGroups = ['mine', 'unassigned', 'team', 'paused'] as const
export type QueueGroup = (typeof queueGroups)[number]
export type QueueItem = {
  id: string
  number: number
  name: string
  subject: string
  source: TicketSource
  state: TicketState
  reason: StateReason
  waitingFor: string | null
  heldBecause: string | null
  mark: string | null
  priority: PriorityKey
  category: string | null
  client: { id: string; name: string } | null
  contact: { id: string; name: string } | null
  reporterName: string
  assignee: { id: string; name: string } | null
  group: QueueGroup
  reportedAt: string
  resolvedAt: string | null
  closedAt: string | null
  nextDueAt: string | null
  /** The clock that matters now: the next unmet one, else the paused one, else the last verdict. */
  clock: DeskClock | null
  version: number
}

export type QueueWish = {
  view?: 'open' | 'done' | 'all'
  search?: string
  clientId?: string
  contactId?: string
  assigneeId?: string
  contractId?: string
  siteId?: string
  deviceId?: string
  priority?: string
  most?: number
}

export async function ticketQueue(ctx: Context, wish: QueueWish = {}): Promise<QueueItem[]> {
  const rows = await rowsOf(ctx, wish)
  const logs = await logsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const terms = new Map<string, VersionInForce | undefined>()
  const items: QueueItem[] = []
  for (const row of rows) items.push(await itemOf(ctx, row, logs.get(row.id) ?? [], terms))
  return wish.view === 'done' ? items : items.sort(byUrgency)
}

/** For other rooms: the tickets of one client, newest first. */
export async function ticketsOfClient(
  ctx: Context,
  clientId: string,
  wish: Omit<QueueWish, 'clientId'> = {},
): Promise<QueueItem[]> {
  const items = await ticketQueue(ctx, { view: 'all', ...wish, clientId })
  return items.sort((a, b) => b.number - a.number)
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(ctx: Context, wish: QueueWish) {
  const { view = 'open', search, most = 500 } = wish
  let query = ctx.tx
    .selectFrom('tickets as t')
    .leftJoin('clients as c', (join) =>
      join.onRef('c.tenantId', '=', 't.tenantId').onRef('c.id', '=', 't.clientId'),
    )
    .leftJoin('contacts as p', (join) =>
      join.onRef('p.tenantId', '=', 't.tenantId').onRef('p.id', '=', 't.contactId'),
    )
    .leftJoin('staff as s', (join) =>
      join.onRef('s.tenantId', '=', 't.tenantId').onRef('s.id', '=', 't.assigneeId'),
    )
    .selectAll('t')
    .select([
      'c.name as clientName',
      'p.name as contactName',
      's.name as assigneeName',
      's.leftAt as assigneeLeftAt',
    ])
    .where('t.tenantId', '=', ctx.tenantId)
  const clientId = ctx.actor.kind === 'contact' ? ctx.actor.clientId : wish.clientId
  if (clientId) query = query.where('t.clientId', '=', clientId)
  for (const field of ['contactId', 'assigneeId', 'contractId', 'siteId', 'deviceId', 'priority'] as const) {
    const value = wish[field]
    if (value) query = query.where(`t.${field}`, '=', value)
  }
  const text = search?.trim()
  if (text) query = query.where(foundBy(text))
  else if (view !== 'all') query = query.where('t.state', view === 'open' ? 'in' : 'not in', [...openStates])
  if (view === 'open' && !text) query = query.orderBy('t.nextDueAt', (order) => order.asc().nullsLast())
  return query.orderBy('t.reportedAt', 'desc').orderBy('t.id').limit(most).execute()
}

/** By number ("Z-2431", "2431"), else by words in the subject or the conversation. */
function foundBy(text: string) {
  const number = /^(?:z-?)?(\d{1,9})$/i.exec(text)?.[1]
  if (number) return sql<boolean>`t.number = ${Number(number)}`
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  return sql<boolean>`t.id in (select search_tickets(${escaped}))`
}

export async function logsOf(ctx: Context, ids: string[]): Promise<Map<string, LogRow[]>> {
  const logs = new Map<string, LogRow[]>()
  if (ids.length === 0) return logs
  const rows = await ctx.tx
    .selectFrom('ticketLog')
    .select(['ticketId', 'seq', 'at', 'kind', 'byKind', 'byId', 'byName', 'facts'])
    .where('tenantId', '=', ctx.tenantId)
    .where('ticketId', 'in', ids)
    .orderBy('ticketId')
    .orderBy('seq')
    .execute()
  for (const { ticketId, ...row } of rows) logs.set(ticketId, [...(logs.get(ticketId) ?? []), row as LogRow])
  return logs
}

async function itemOf(
  ctx: Context,
  row: Row,
  log: LogRow[],
  terms: Map<string, VersionInForce | undefined>,
): Promise<QueueItem> {
  const clocks = await clocksToShow(ctx, row, log, terms)
  const state = row.state as TicketState
  const nextDueAt = clocks && openStates.includes(state) ? (nextDue(clocks.clocks) ?? null) : null
  return {
    id: row.id,
    number: row.number,
    name: ticketName(row.number),
    subject: row.subject,
    source: row.source as TicketSource,
    state,
    reason: standingOf(log).reason,
    waitingFor: row.waitingFor,
    heldBecause: row.heldBecause,
    mark: row.mark,
    priority: row.priority as PriorityKey,
    category: row.category,
    client: row.clientId ? { id: row.clientId, name: row.clientName ?? '' } : null,
    contact: row.contactId ? { id: row.contactId, name: row.contactName ?? '' } : null,
    reporterName: row.reporterName,
    assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName ?? '' } : null,
    group: groupOf(ctx, row, clocks),
    reportedAt: row.reportedAt,
    resolvedAt: row.resolvedAt,
    closedAt: row.closedAt,
    nextDueAt,
    clock: clocks ? (clockToShow(clocks.clocks) ?? null) : null,
    version: row.version,
  }
}

type Cached = Pick<Row, 'id' | 'contractId' | 'reportedAt' | 'nextDueAt' | 'clocks'>

const isOverdue = (ctx: Context, { clocks, nextDueAt }: Cached): boolean =>
  clocks !== null && nextDueAt !== null && Date.parse(nextDueAt) <= ctx.now.epochMilliseconds

/** For lists of other rooms: the same clocks as in the queue. */
export async function clocksInList(
  ctx: Context,
  rows: readonly Cached[],
): Promise<Map<string, TicketClocks | null>> {
  const overdue = rows.filter((row) => isOverdue(ctx, row))
  const logs = await logsOf(
    ctx,
    overdue.map((row) => row.id),
  )
  const known = new Map<string, VersionInForce | undefined>()
  const clocks = new Map<string, TicketClocks | null>()
  for (const row of rows) clocks.set(row.id, await clocksToShow(ctx, row, logs.get(row.id) ?? [], known))
  return clocks
}

/** The cache tells all but how far a deadline has been passed: what is overdue is counted anew. */
async function clocksToShow(
  ctx: Context,
  row: Cached,
  log: LogRow[],
  known: Map<string, VersionInForce | undefined>,
): Promise<TicketClocks | null> {
  const cached = row.clocks as TicketClocks | null
  if (!isOverdue(ctx, row) || !row.contractId) return cached
  const key = `${row.contractId} ${row.reportedAt.slice(0, 13)}`
  if (!known.has(key))
    known.set(key, await termsOfContractAt(ctx, row.contractId, Temporal.Instant.from(row.reportedAt)))
  const version = known.get(key)
  return version ? clocksByTerms(version, log, ctx.now) : cached
}

const unmet = ['running', 'standing', 'breached_running']

export function clockToShow(clocks: readonly DeskClock[]): DeskClock | undefined {
  const next = clocks.filter((clock) => unmet.includes(clock.state) && clock.dueAt)
  const first = next.sort((a, b) => Date.parse(a.dueAt!) - Date.parse(b.dueAt!))[0]
  return (
    first ??
    clocks.find((clock) => clock.state === 'paused') ??
    clocks.findLast((clock) => clock.target === 'resolution') ??
    clocks.at(-1)
  )
}

function groupOf({ actor }: Context, row: Row, clocks: TicketClocks | null): QueueGroup {
  const stands =
    clocks?.clocks.some((clock) => clock.state === 'paused') &&
    !clocks.clocks.some((clock) => unmet.includes(clock.state))
  if (row.state === 'waiting' && (stands || !clocks)) return 'paused'
  if (row.assigneeId === null || row.assigneeLeftAt !== null) return 'unassigned'
  return actor.kind === 'staff' && row.assigneeId === actor.id ? 'mine' : 'team'
}

const rank = (item: QueueItem): number => (item.nextDueAt ? 0 : item.group === 'paused' ? 2 : 1)

function byUrgency(a: QueueItem, b: QueueItem): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.nextDueAt && b.nextDueAt && a.nextDueAt !== b.nextDueAt)
    return Date.parse(a.nextDueAt) - Date.parse(b.nextDueAt)
  return a.number - b.number
}
