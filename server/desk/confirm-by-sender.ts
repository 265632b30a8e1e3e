/**
 * The link in the mail to the sender is clicked: the report was theirs. The link is used up
 * only when the deed is done, and a second click finds it done already.
 */
import { takeLink, usable } from '#server/accounts/public.ts'
import { contactOf } from '#server/contracts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, inContext, type Actor, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { confirmReport } from './gate.ts'

export async function confirmBySender(
  app: App,
  token: string,
  language: 'pl' | 'en',
): Promise<{ name: string; company: string }> {
  return app.db.inSystem(async (tx) => {
    const link = usable(await takeLink(tx, token, ['confirm_report'], app.clock()))
    const { tenantId, subjectId, facts } = link
    if (!tenantId || !subjectId) refuse('link_unknown')
    const actor = await asSystem(app, tenantId, 'confirm_report', (ctx) => contactActor(ctx, subjectId))
    return inContext(app, { tenantId, actor, language }, async (ctx) => {
      const { name } = await confirmReport(ctx, String(facts.ticketId))
      return { name, company: ctx.tenant.name }
    })
  })
}

async function contactActor(ctx: Context, contactId: string): Promise<Actor> {
  const contact = await contactOf(ctx, contactId)
  if (!contact || contact.leftAt) refuse('link_unknown')
  const { id, name, email, clientId, isSupervisor, identityId } = contact
  return { kind: 'contact', id, name, email, clientId, isSupervisor, identityId: identityId ?? id }
}
