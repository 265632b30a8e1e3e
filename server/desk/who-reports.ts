/**
 * Who reports, for which client, under which contract, and whether it must wait at the gate.
 * A report is never refused for who sent it: what cannot be decided is held with its reason
 * or marked, and a person decides.
 */
import { cleanEmail } from '#server/accounts/public.ts'
import {
  clientOf,
  contactOf,
  contactsByEmail,
  barrierOf,
  limitsMoney,
  reportBarriers,
  type Client,
  type Contact,
  type Match,
  type ReportBarrier,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { fallsUnder, type Falls } from './falls-under.ts'
import { packageNow } from './price-now.ts'
import { aboutOf, type AboutWish, type TicketAbout } from './ticket-about.ts'
import { askedPriority, decidePriority, refuseUnknownKeys, type Decided } from './ticket-priority.ts'

export const gateReasons = [
  'unknown_sender',
  'address_of_two_clients',
  'sender_not_confirmed',
  ...reportBarriers,
] as const
export type GateReason = (typeof gateReasons)[number]
export const ticketMarks = [
  'no_client',
  'no_contract',
  'several_contracts',
  'reporter_not_named',
  'above_limit',
] as const
export type TicketMark = (typeof ticketMarks)[number]

export type Sender = AboutWish & {
  clientId?: string
  contactId?: string
  reporterName?: string
  reporterEmail?: string
  senderIsTrusted: boolean
  source?: string
  priority?: string
  proposedPriority?: string
}

export type Reporter = {
  client?: Client
  contact?: Contact
  match?: Falls
  about: TicketAbout
  decided: Decided
  name: string
  email: string
  held?: GateReason
  heldFacts: Record<string, unknown>
  mark?: TicketMark
}

type Known = Pick<Reporter, 'client' | 'contact' | 'held'> & { heldFacts?: Record<string, unknown> }

export async function whoReports(ctx: Context, sender: Sender): Promise<Reporter> {
  const known = await knownSender(ctx, sender)
  const asked = askedPriority(ctx, sender)
  const about = await aboutOf(ctx, known.client?.id, sender)
  const match =
    known.client && (await fallsUnder(ctx, { clientId: known.client.id, at: ctx.now, about, asked }))
  refuseUnknownKeys(match?.version.terms.priorityMatrix, sender)
  const decided = match?.decided ?? decidePriority(undefined, about, asked)
  const { held, mark } = await judged(ctx, known, match, { about, priority: decided.priority })
  return {
    ...known,
    match,
    about,
    decided,
    held,
    mark,
    heldFacts: known.heldFacts ?? {},
    name: known.contact?.name ?? sender.reporterName?.trim() ?? '',
    email: known.contact?.email ?? cleanEmail(sender.reporterEmail ?? ''),
  }
}

async function knownSender(ctx: Context, sender: Sender): Promise<Known> {
  const { actor } = ctx
  if (actor.kind === 'contact') return named(ctx, actor.clientId, actor.id)
  if (sender.contactId || sender.clientId) return named(ctx, sender.clientId, sender.contactId)
  const byAddress = sender.reporterEmail ? await contactsByEmail(ctx, sender.reporterEmail) : []
  const [contact] = byAddress
  if (!contact) return actor.kind === 'staff' && !sender.reporterEmail ? {} : { held: 'unknown_sender' }
  const clientIds = [...new Set(byAddress.map((one) => one.clientId))]
  if (clientIds.length > 1) {
    return {
      held: 'address_of_two_clients',
      heldFacts: { clientIds, contactIds: byAddress.map(({ id }) => id) },
    }
  }
  const known = await named(ctx, contact.clientId, contact.id)
  return sender.senderIsTrusted ? known : { ...known, held: 'sender_not_confirmed' }
}

async function named(ctx: Context, clientId?: string, contactId?: string): Promise<Known> {
  const contact = contactId
    ? ((await contactOf(ctx, contactId)) ?? refuse('not_found', {}, 'contactId'))
    : undefined
  if (contact && clientId && contact.clientId !== clientId) refuse('not_found', {}, 'contactId')
  const client = await clientOf(ctx, contact?.clientId ?? clientId!)
  return { client: client ?? refuse('not_found', {}, 'clientId'), contact }
}

/** Staff who may admit a report admit what they type in themselves; it stays marked. */
async function judged(
  ctx: Context,
  known: Known,
  match: Match | undefined,
  { about, priority }: { about: TicketAbout; priority: string },
): Promise<Pick<Reporter, 'held' | 'mark'>> {
  if (known.held) return { held: known.held }
  if (!known.client) return { mark: 'no_client' }
  if (!match) return { mark: 'no_contract' }
  const mark = match.others.length > 0 ? 'several_contracts' : undefined
  const barrier = await barrierAt(ctx, match, known.contact, { ...about, priority })
  if (!barrier) return { mark }
  if (barrier === 'limit_amount' || !mayAdmitBySelf(ctx)) return { held: barrier, mark }
  return { mark: barrier === 'reporter_not_named' ? barrier : 'above_limit' }
}

/** What of the contract stands in the way of this report; the price is asked only where money is limited. */
export async function barrierAt(
  ctx: Context,
  { contract, version }: Pick<Match, 'contract' | 'version'>,
  contact: Pick<Contact, 'id' | 'isSupervisor'> | undefined,
  report: { site?: string | null; category?: string | null; priority?: string },
): Promise<ReportBarrier | undefined> {
  const { reporters } = version.terms
  const priced = contact && limitsMoney(reporters) ? await nextTicketGrosze(ctx, contract.id) : undefined
  return barrierOf(reporters, contact, {
    ...(report.site && { site: report.site }),
    ...(report.category && { category: report.category }),
    priority: report.priority,
    amountGrosze: priced,
  })
}

async function nextTicketGrosze(ctx: Context, contractId: string): Promise<number> {
  const { packages } = await packageNow(ctx, contractId)
  return Math.max(0, ...packages.map((one) => (one.kind === 'tickets' ? one.next.priceGrosze : 0)))
}

function mayAdmitBySelf(ctx: Context): boolean {
  return ctx.actor.kind === 'staff' && ['owner', 'manager', 'accountManager'].includes(ctx.actor.role)
}
