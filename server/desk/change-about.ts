/**
 * A person says what a ticket is really about: another site, another device, another kind of
 * matter, how many it stops. The clock is counted anew from the report, or begins again, by the
 * contract's rule; another contract may match more narrowly now, and impact × urgency may
 * give another priority, unless a person has set it.
 */
import { matches, contractsInForce, type Match } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { byStaff, onTicket } from './deed.ts'
import { refuseIfChanged } from './handle-ticket.ts'
import { fallsUnder, type Falls } from './falls-under.ts'
import { isTicketSettled } from './settled-work.ts'
import { aboutOf, columnsOf, coversOf, type AboutWish, type TicketAbout } from './ticket-about.ts'
import {
  askedSoFar,
  decidePriority,
  prioritySourceOf,
  refuseUnknownKeys,
  type Asked,
} from './ticket-priority.ts'
import type { LogRow } from './ticket-state.ts'
import { logFact, logOf, updateTicket, type TicketRow } from './ticket-store.ts'
import { ticketView, type TicketView } from './ticket-view.ts'

export type AboutChange = AboutWish & {
  version?: number | undefined
  /** A person gives a priority that was set by hand back to the contract's table. */
  priorityFromMatrix?: boolean | undefined
}

export async function changeAbout(ctx: Context, ticketId: string, change: AboutChange): Promise<TicketView> {
  byStaff(ctx)
  const after = await onTicket(ctx, ticketId, 'changeAbout', 'about_changed', async (ticket) => {
    await refuseIfChanged(ctx, ticket, change.version)
    const about = await aboutOf(ctx, ticket.clientId, change, ticket)
    const log = await logOf(ctx, ticketId)
    const source = change.priorityFromMatrix ? 'matrix' : prioritySourceOf(log)
    const then = await contractAfter(ctx, ticket, about, log, askedSoFar(ticket.priority, source))
    refuseUnknownKeys(then.match?.version.terms.priorityMatrix, change)
    const facts = await noteAbout(ctx, ticket, about, log)
    await noteContract(ctx, ticket, then)
    await notePriority(ctx, ticket, then.decided)
    return facts
  })
  return ticketView(ctx, after)
}

/** The names go into the log: the clock reads them there, as they were at that moment. */
export async function noteAbout(
  ctx: Context,
  ticket: TicketRow,
  about: TicketAbout,
  log: readonly LogRow[],
): Promise<Record<string, unknown>> {
  const before = saidIn(log)
  const { site, deviceClass, category } = about
  const said = { site, deviceClass, category }
  const changed = Object.entries({ ...said, impact: about.impact, urgency: about.urgency }).filter(
    ([name, value]) =>
      value !== (name in before ? before[name as keyof typeof before] : ticket[name as 'impact']),
  )
  const isOther = about.deviceId !== ticket.deviceId || about.siteId !== ticket.siteId
  if (changed.length === 0 && !isOther) return {}
  const facts = Object.fromEntries(changed)
  await updateTicket(ctx, ticket.id, columnsOf(about))
  await logFact(ctx, ticket.id, 'reclassified', {
    ...facts,
    ...(isOther && { deviceId: about.deviceId, siteId: about.siteId }),
  })
  return facts
}

/** What the log says last of site, class and category; null: nothing. */
function saidIn(log: readonly LogRow[]): {
  site: string | null
  deviceClass: string | null
  category: string | null
} {
  const said = { site: null, deviceClass: null, category: null } as ReturnType<typeof saidIn>
  for (const { kind, facts } of log) {
    if (kind === 'category_changed') said.category = (facts.to as string | null) ?? null
    if (kind !== 'reported' && kind !== 'reclassified') continue
    for (const name of ['site', 'deviceClass', 'category'] as const)
      if (name in facts) said[name] = (facts[name] as string | null) ?? null
  }
  return said
}

type After = Pick<Falls, 'decided'> & {
  match: Pick<Match, 'contract' | 'version'> | undefined
  isSeveral: boolean
  isKept: boolean
}

/** A contract that a person chose, or whose work is billed, stays as long as it can mean this ticket. */
async function contractAfter(
  ctx: Context,
  ticket: TicketRow,
  about: TicketAbout,
  log: readonly LogRow[],
  asked: Asked,
): Promise<After> {
  const at = Temporal.Instant.from(ticket.reportedAt)
  const none: After = {
    decided: decidePriority(undefined, about, asked),
    match: undefined,
    isSeveral: false,
    isKept: false,
  }
  if (!ticket.clientId) return none
  const own = (await contractsInForce(ctx, { clientId: ticket.clientId, at })).find(
    (one) => one.contract.id === ticket.contractId,
  )
  const wasChosen = log.some(({ kind }) => kind === 'contract_chosen')
  const fitsStill = own && matches(own.version.terms.covers, coversOf(about)) !== 'no'
  if (own && ((wasChosen && fitsStill) || (await isTicketSettled(ctx, ticket.id)))) {
    const decided = decidePriority(own.version.terms.priorityMatrix, about, asked)
    return { decided, match: own, isSeveral: false, isKept: true }
  }
  const falls = await fallsUnder(ctx, { clientId: ticket.clientId, at, about, asked })
  if (!falls) return none
  return { decided: falls.decided, match: falls, isSeveral: falls.others.length > 0, isKept: false }
}

async function noteContract(ctx: Context, ticket: TicketRow, after: After): Promise<void> {
  if (after.isKept) return
  const isOfMatch = ticket.mark === 'several_contracts' || ticket.mark === 'no_contract'
  const contractId = after.match?.contract.id ?? null
  const clientless = ticket.clientId === null
  const mark = after.isSeveral
    ? 'several_contracts'
    : !after.match && !clientless
      ? 'no_contract'
      : isOfMatch
        ? null
        : ticket.mark
  if (mark === ticket.mark && contractId === ticket.contractId) return
  await updateTicket(ctx, ticket.id, { contractId, mark })
  if (contractId !== ticket.contractId)
    await logFact(ctx, ticket.id, 'contract_matched', {
      contractId,
      number: after.match?.contract.number ?? '',
    })
}

export async function notePriority(
  ctx: Context,
  ticket: Pick<TicketRow, 'id' | 'priority'>,
  { priority, by }: Falls['decided'],
): Promise<void> {
  if (priority === ticket.priority || by !== 'matrix') return
  await updateTicket(ctx, ticket.id, { priority })
  await logFact(ctx, ticket.id, 'priority_changed', {
    from: ticket.priority,
    to: priority,
    because: 'matrix',
  })
}
