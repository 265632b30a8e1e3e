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
  contractFor,
  type Client,
  type Contact,
  type Match,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export const gateReasons = [
  'unknown_sender',
  'address_of_two_clients',
  'sender_not_confirmed',
  'reporter_not_named',
] as const
export type GateReason = (typeof gateReasons)[number]
export const ticketMarks = ['no_client', 'no_contract', 'several_contracts', 'reporter_not_named'] as const
export type TicketMark = (typeof ticketMarks)[number]

export type Sender = {
  clientId?: string
  contactId?: string
  reporterName?: string
  reporterEmail?: string
  senderIsTrusted: boolean
}

export type Reporter = {
  client?: Client
  contact?: Contact
  match?: Match
  name: string
  email: string
  held?: GateReason
  heldFacts: Record<string, unknown>
  mark?: TicketMark
}

type Known = Pick<Reporter, 'client' | 'contact' | 'held'> & { heldFacts?: Record<string, unknown> }

export async function whoReports(ctx: Context, sender: Sender): Promise<Reporter> {
  const known = await knownSender(ctx, sender)
  const match = known.client && (await contractFor(ctx, { clientId: known.client.id, at: ctx.now }))
  const { held, mark } = judged(ctx, known, match)
  return {
    ...known,
    match,
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
function judged(ctx: Context, known: Known, match: Match | undefined): Pick<Reporter, 'held' | 'mark'> {
  if (known.held) return { held: known.held }
  if (!known.client) return { mark: 'no_client' }
  if (!match) return { mark: 'no_contract' }
  const mark = match.others.length > 0 ? 'several_contracts' : undefined
  if (isNamed(match, known.contact)) return { mark }
  return mayAdmitBySelf(ctx) ? { mark: 'reporter_not_named' } : { held: 'reporter_not_named', mark }
}

/** A report of nobody in particular (typed in without a person) is the client's own. */
export function isNamed({ version }: Pick<Match, 'version'>, contact: Contact | undefined): boolean {
  const { mode, contactIds } = version.terms.reporters
  return mode === 'all' || (contact !== undefined && contactIds.includes(contact.id))
}

function mayAdmitBySelf(ctx: Context): boolean {
  return ctx.actor.kind === 'staff' && ['owner', 'manager', 'accountManager'].includes(ctx.actor.role)
}
