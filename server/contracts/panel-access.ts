/**
 * The key to the panel: a contact with access has an identity and wears its hat. Taking the
 * access away drops the hat and ends the sessions at once; the person stays in the history.
 */
import { dropHat, identityFor, wearHat } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { Contact } from './client-store.ts'

export async function openPanel(
  ctx: Context,
  contact: Pick<Contact, 'id' | 'email' | 'name' | 'language'>,
): Promise<string> {
  const identity = await identityFor(ctx.tx, {
    email: contact.email,
    name: contact.name,
    language: contact.language,
    now: ctx.now.toString(),
    newId: ctx.newId,
  })
  await wearHat(ctx.tx, identity.id, { tenantId: ctx.tenantId, kind: 'contact', subjectId: contact.id })
  await ctx.tx
    .updateTable('contacts')
    .set({ identityId: identity.id })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', contact.id)
    .execute()
  return identity.id
}

export async function closePanel(ctx: Context, contactId: string): Promise<void> {
  await dropHat(ctx.tx, { tenantId: ctx.tenantId, kind: 'contact', subjectId: contactId })
}
