/**
 * Tickets as the client sees them: four steps (received → in work → waits for you → done),
 * the promised time with its explanation, who works on it. Nothing internal is in here: the
 * fields are named one by one, so a new field of the desk stays with the desk.
 */
import type { PriorityKey } from '#server/accounts/public.ts'
import { sql } from 'kysely'
import { deviceLabel } from '#server/contracts/public.ts'
import { must } from '#engines/base/must.ts'
import {
  clocksInList,
  messagesOf,
  supervisesTicket,
  ticketOf,
  ticketName,
  type TicketClocks,
  type TicketState,
  type TicketView,
} from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { me } from './me.ts'
import { opiekunCard, type OpiekunCard } from './opiekun-card.ts'
import { readByThemAt } from './panel-conversations.ts'
import { shownMessages, type PanelMessage } from './panel-messages.ts'

export const steps = ['received', 'inWork', 'waitsForYou', 'done'] as const
export type Step = (typeof steps)[number]

export type PanelTicket = {
  id: string
  name: string
  subject: string
  state: TicketState
  step: Step
  /** The named reason while the clock is paused. */
  waitingFor: string | null
  priority: PriorityKey
  reporterName: string
  reportedAt: string
  reactBy: string | null
  resolveBy: string | null
  nextDueAt: string | null
  clocks: TicketClocks | null
  resolvedAt: string | null
  closedAt: string | null
  assigneeName: string | null
  conversationId: string
}

export type PanelTicketPage = PanelTicket & {
  isHeld: boolean
  follows: { id: string; name: string } | null
  mergedInto: { id: string; name: string } | null
  /** What it is about, by name. */
  site: string | null
  device: string | null
  mayConfirm: boolean
  mayReopen: boolean
  /** A supervisor decides about a report that waits at the gate. */
  mayAdmit: boolean
  messages: PanelMessage[]
  accountManager: OpiekunCard
  readByThemAt: string | null
}

export function stepOf(state: TicketState, waitingFor: string | null): Step {
  if (state === 'held' || state === 'received') return 'received'
  if (state === 'waiting') return waitingFor === 'waitingForClient' ? 'waitsForYou' : 'inWork'
  return state === 'inWork' ? 'inWork' : 'done'
}

const openStates: TicketState[] = ['held', 'received', 'inWork', 'waiting', 'resolved']

export type TicketFilter = { show?: 'open' | 'history'; search?: string; most?: number }

/** Open ones by the next deadline, history by the day of report. */
export async function panelTickets(
  ctx: Context,
  { show = 'open', search = '', most = 200 }: TicketFilter,
): Promise<PanelTicket[]> {
  const isOpen = show === 'open'
  let query = ctx.tx
    .selectFrom('tickets as t')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.tenantId', '=', 't.tenantId').onRef('s.id', '=', 't.assigneeId'),
    )
    .select([
      't.id',
      't.number',
      't.subject',
      't.state',
      't.waitingFor',
      't.priority',
      't.reporterName',
      't.reportedAt',
      't.reactBy',
      't.resolveBy',
      't.nextDueAt',
      't.contractId',
    ])
    .select(['t.clocks', 't.resolvedAt', 't.closedAt', 's.name as assigneeName', 't.conversationId'])
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.clientId', '=', me(ctx).clientId)
    .where('t.state', isOpen ? 'in' : 'not in', openStates)
  if (search.trim())
    query = query.where(
      sql<boolean>`plain(t.subject) like plain(${`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`})`,
    )
  query = isOpen ? query.orderBy('t.nextDueAt', (o) => o.asc().nullsLast()) : query
  const rows = await query.orderBy('t.reportedAt', 'desc').orderBy('t.number', 'desc').limit(most).execute()
  const clocks = await clocksInList(ctx, rows)
  return rows.map(({ number, contractId: _contractId, ...row }) => {
    const state = row.state as TicketState
    return {
      ...row,
      priority: row.priority as PriorityKey,
      state,
      name: ticketName(number),
      step: stepOf(state, row.waitingFor),
      clocks: clocks.get(row.id) ?? null,
    }
  })
}

export async function panelTicket(ctx: Context, id: string): Promise<PanelTicketPage> {
  const actor = me(ctx)
  const ticket = (await ticketOf(ctx, id)) ?? refuse('not_found')
  const { contract, reportedAt } = ticket
  must(ticket.client?.id === actor.clientId, 'the desk shows a contact only the tickets of the own client')
  const messages = shownMessages(ctx, await messagesOf(ctx, ticket.conversationId))
  return {
    ...shown(ticket),
    isHeld: ticket.state === 'held',
    follows: ticket.follows,
    mergedInto: ticket.mergedInto,
    mayConfirm: ticket.may.close === true,
    mayReopen: ticket.may.reopen === true && ticket.state === 'resolved',
    mayAdmit:
      ticket.state === 'held' &&
      (await supervisesTicket(ctx, { contractId: contract?.id ?? null, reportedAt })),
    site: ticket.site?.name ?? null,
    device: ticket.device && deviceLabel(ticket.device),
    messages,
    accountManager: await opiekunCard(ctx),
    readByThemAt: await readByThemAt(ctx, ticket.conversationId),
  }
}

export function shown(ticket: TicketView): PanelTicket {
  const {
    id,
    name,
    subject,
    state,
    waitingFor,
    priority,
    reporterName,
    reportedAt,
    reactBy,
    resolveBy,
    nextDueAt,
    clocks,
    resolvedAt,
    closedAt,
    conversationId,
  } = ticket
  return {
    id,
    name,
    subject,
    state,
    step: stepOf(state, waitingFor),
    waitingFor,
    priority,
    reporterName,
    reportedAt,
    reactBy,
    resolveBy,
    nextDueAt,
    clocks,
    resolvedAt,
    closedAt,
    assigneeName: ticket.assignee?.name ?? null,
    conversationId,
  }
}
