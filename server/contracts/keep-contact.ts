/**
 * The people of a client: who may enter the panel, who approves, who gets the invoices. One
 * address may stand at two clients: one person, two hats. An invitation is a link by mail,
 * good for 15 minutes and for one use; another can always be asked for.
 */
import { mailLink, validEmail } from '#server/accounts/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractsWords } from './room-words.ts'
import { clientOf, contactOf, contactsOfClient, type Contact } from './client-store.ts'
import { mayKeepClients } from './keep-client.ts'
import { closePanel, openPanel } from './panel-access.ts'

export type ContactData = {
  name: string
  email: string
  phone?: string
  position?: string
  hasPanelAccess?: boolean
  isSupervisor?: boolean
  receivesInvoices?: boolean
  language?: 'pl' | 'en'
}

const invitationMinutes = 15

export async function addContact(ctx: Context, clientId: string, data: ContactData): Promise<Contact> {
  mayOnly(ctx, ...mayKeepClients)
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const email = validEmail(data.email)
  await refuseSecond(ctx, clientId, email)
  const id = ctx.newId()
  const row = {
    ...data,
    email,
    hasPanelAccess: data.hasPanelAccess ?? true,
    language: data.language ?? ctx.tenant.language,
  }
  await ctx.tx
    .insertInto('contacts')
    .values({ tenantId: ctx.tenantId, id, clientId: client.id, ...row, createdAt: ctx.now.toString() })
    .execute()
  if (row.hasPanelAccess && !client.archivedAt) await openPanel(ctx, { id, ...row })
  await recordEvent(ctx, 'contact_added', { kind: 'contact', id }, { clientId })
  await announce(ctx, 'client', { id: clientId, staffOnly: true })
  return (await contactOf(ctx, id))!
}

export async function changeContact(
  ctx: Context,
  id: string,
  { version, ...change }: Partial<ContactData> & { version: number },
): Promise<Contact> {
  mayOnly(ctx, ...mayKeepClients)
  const before = await presentContact(ctx, id)
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  const row = { ...change, ...(change.email !== undefined && { email: validEmail(change.email) }) }
  if (row.email && row.email !== before.email) await refuseSecond(ctx, before.clientId, row.email)
  await ctx.tx
    .updateTable('contacts')
    .set({ ...row, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const after = (await contactOf(ctx, id))!
  await followAccess(ctx, before, after)
  await recordEvent(ctx, 'contact_changed', { kind: 'contact', id }, { fields: Object.keys(change) })
  await announce(ctx, 'client', { id: before.clientId, staffOnly: true })
  return (await contactOf(ctx, id))!
}

/** A new address is another person's key: the old one stops opening. */
async function followAccess(ctx: Context, before: Contact, after: Contact): Promise<void> {
  if (before.hasPanelAccess && (!after.hasPanelAccess || before.email !== after.email))
    await closePanel(ctx, after.id)
  if (after.hasPanelAccess && (!before.hasPanelAccess || before.email !== after.email))
    await openPanel(ctx, after)
}

export async function inviteContact(ctx: Context, id: string): Promise<Contact> {
  mayOnly(ctx, ...mayKeepClients)
  const contact = await presentContact(ctx, id)
  if (!contact.hasPanelAccess) refuse('contact_has_no_access', { name: contact.name })
  const identityId = await openPanel(ctx, contact)
  const language = contact.language === 'en' ? 'en' : 'pl'
  const by = ctx.actor.kind === 'staff' ? ctx.actor.name : ctx.tenant.name
  await mailLink(
    { ...ctx, language },
    {
      purpose: 'sign_in',
      email: contact.email,
      identityId,
      subjectId: id,
      minutes: invitationMinutes,
      path: '/panel/enter',
      facts: { kind: 'contact', name: contact.name },
      text: (link) =>
        contractsWords(language).mails.invitation({
          company: ctx.tenant.name,
          name: contact.name,
          by,
          minutes: invitationMinutes,
          link,
          entrance: `${ctx.app.settings.publicUrl}/panel/enter`,
        }),
    },
  )
  await ctx.tx
    .updateTable('contacts')
    .set({ invitedAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(ctx, 'contact_invited', { kind: 'contact', id }, { clientId: contact.clientId })
  await announce(ctx, 'client', { id: contact.clientId, staffOnly: true })
  return (await contactOf(ctx, id))!
}

/** Leaves the client's list; tickets and messages keep the name. */
export async function endContact(ctx: Context, id: string): Promise<void> {
  mayOnly(ctx, ...mayKeepClients)
  const before = (await contactOf(ctx, id)) ?? refuse('not_found')
  if (before.leftAt) return
  await ctx.tx
    .updateTable('contacts')
    .set({ leftAt: ctx.now.toString(), version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await closePanel(ctx, id)
  await recordEvent(ctx, 'contact_left', { kind: 'contact', id }, { clientId: before.clientId })
  await announce(ctx, 'client', { id: before.clientId, staffOnly: true })
}

async function presentContact(ctx: Context, id: string): Promise<Contact> {
  const contact = (await contactOf(ctx, id)) ?? refuse('not_found')
  if (contact.leftAt) refuse('not_found')
  return contact
}

async function refuseSecond(ctx: Context, clientId: string, email: string): Promise<void> {
  const known = (await contactsOfClient(ctx, clientId)).find((contact) => contact.email === email)
  if (known) refuse('contact_email_taken', { email, name: known.name, contactId: known.id }, 'email')
}
