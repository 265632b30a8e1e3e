/**
 * Clients: entered by NIP, changed, archived and taken back. A NIP stands once among the
 * clients that are not archived; whoever enters it again is shown the client that has it.
 */
import { staffMember } from '#server/accounts/public.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf, contactsOfClient, type Client, type InvoiceRecipient } from './client-store.ts'
import { contractsOfClient, lastDayOf } from './contract-store.ts'
import { closePanel, openPanel } from './panel-access.ts'
import { checkedNip, refuseTakenNip } from './nip.ts'

export type ClientData = Partial<Omit<Client, 'id' | 'archivedAt' | 'createdAt' | 'version' | 'name'>> & {
  name: string
}

export const mayKeepClients = ['owner', 'manager', 'accountManager', 'billing'] as const

export async function addClient(ctx: Context, data: ClientData): Promise<Client> {
  mayOnly(ctx, ...mayKeepClients)
  const row = { ...data, nip: checkedNip(data.nip), invoiceRecipient: recipientRow(data.invoiceRecipient) }
  await refuseTakenNip(ctx, row.nip)
  await refuseUnknownManager(ctx, data.accountManagerId)
  const id = ctx.newId()
  const added = await ctx.tx
    .insertInto('clients')
    .values({ ...row, tenantId: ctx.tenantId, id, createdAt: ctx.now.toString() })
    // Two people may enter the same NIP at the same moment; the second is told of the first.
    .onConflict((c) =>
      c.columns(['tenantId', 'nip']).where('nip', 'is not', null).where('archivedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) await refuseTakenNip(ctx, row.nip)
  await recordEvent(ctx, 'client_added', { kind: 'client', id }, { name: data.name })
  await announce(ctx, 'client', { id, staffOnly: true })
  return (await clientOf(ctx, id))!
}

export async function changeClient(
  ctx: Context,
  id: string,
  { version, ...change }: Partial<ClientData> & { version: number },
): Promise<Client> {
  mayOnly(ctx, ...mayKeepClients)
  const before = (await clientOf(ctx, id)) ?? refuse('not_found')
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  const { invoiceRecipient, ...plain } = change
  const row = {
    ...plain,
    ...('nip' in change && { nip: checkedNip(change.nip) }),
    ...('invoiceRecipient' in change && { invoiceRecipient: recipientRow(invoiceRecipient) }),
  }
  if (row.nip) await refuseTakenNip(ctx, row.nip, id)
  if (change.accountManagerId !== before.accountManagerId)
    await refuseUnknownManager(ctx, change.accountManagerId)
  await update(ctx, before, row)
  await recordEvent(ctx, 'client_changed', { kind: 'client', id }, { fields: Object.keys(change) })
  return (await clientOf(ctx, id))!
}

/** Out of the lists, with all that was done kept. Contracts come to their end first. */
export async function archiveClient(ctx: Context, id: string): Promise<Client> {
  mayOnly(ctx, ...mayKeepClients)
  const before = (await clientOf(ctx, id)) ?? refuse('not_found')
  if (before.archivedAt) return before
  const running = (await contractsOfClient(ctx, id)).filter(
    (c) => c.activatedAt && (lastDayOf(c) ?? '9999') >= today(ctx).toString(),
  )
  if (running.length > 0) refuse('client_has_contracts', { numbers: running.map((c) => c.number) })
  for (const contact of await contactsOfClient(ctx, id)) await closePanel(ctx, contact.id)
  await update(ctx, before, { archivedAt: ctx.now.toString() })
  await recordEvent(ctx, 'client_archived', { kind: 'client', id })
  return (await clientOf(ctx, id))!
}

export async function restoreClient(ctx: Context, id: string): Promise<Client> {
  mayOnly(ctx, ...mayKeepClients)
  const before = (await clientOf(ctx, id)) ?? refuse('not_found')
  if (!before.archivedAt) return before
  await refuseTakenNip(ctx, before.nip, id)
  await update(ctx, before, { archivedAt: null })
  for (const contact of await contactsOfClient(ctx, id))
    if (contact.hasPanelAccess) await openPanel(ctx, contact)
  await recordEvent(ctx, 'client_restored', { kind: 'client', id })
  return (await clientOf(ctx, id))!
}

async function update(
  ctx: Context,
  before: Client,
  values: Omit<Partial<ClientData>, 'invoiceRecipient'> & {
    archivedAt?: string | null
    invoiceRecipient?: string | null
  },
): Promise<void> {
  await ctx.tx
    .updateTable('clients')
    .set({ ...values, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', before.id)
    .execute()
  await announce(ctx, 'client', { id: before.id, staffOnly: true })
}

function recipientRow(recipient: InvoiceRecipient | null | undefined): string | null {
  if (!recipient) return null
  return JSON.stringify({ ...recipient, nip: checkedNip(recipient.nip, 'invoiceRecipient.nip') })
}

async function refuseUnknownManager(ctx: Context, staffId: string | null | undefined): Promise<void> {
  if (!staffId) return
  const person = await staffMember(ctx, staffId)
  if (!person || person.leftAt) refuse('account_manager_unknown', {}, 'accountManagerId')
}
