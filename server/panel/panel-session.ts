/**
 * The session of a client's person: who, for which client, served by which company, looked
 * after by whom. One person may stand on the lists of several clients and companies and
 * changes between them like hats.
 */
import { companyOf, openSession } from '#server/accounts/public.ts'
import { clientOf } from '#server/contracts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { me, type ContactActor } from './me.ts'
import { opiekunCard, type OpiekunCard } from './opiekun-card.ts'

export type Hat = { tenantId: string; subjectId: string; company: string; client: string; isWorn: boolean }

export type PanelSession = {
  person: { id: string; name: string; email: string; isSupervisor: boolean; language: 'pl' | 'en' }
  client: { id: string; name: string }
  company: {
    tenantId: string
    name: string
    timezone: string
    phone: string
    email: string
    kind: 'live' | 'sandbox' | 'demo'
  }
  accountManager: OpiekunCard
  hats: Hat[]
  now: string
}

export async function panelSession(ctx: Context): Promise<PanelSession> {
  const { id, name, email, clientId, isSupervisor, identityId } = me(ctx)
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const company = await companyOf(ctx)
  return {
    person: { id, name, email, isSupervisor, language: ctx.language },
    client: { id: client.id, name: client.name },
    company: {
      tenantId: ctx.tenantId,
      name: company.name,
      timezone: company.timezone,
      phone: company.phone,
      email: company.email,
      kind: company.kind,
    },
    accountManager: await opiekunCard(ctx),
    hats: await hatsWorn(ctx.app, identityId, id),
    now: ctx.now.toString(),
  }
}

/** Hats name rows of other companies: they are read outside of this one, by the person's own identity alone. */
async function hatsWorn(app: App, identityId: string, wornId: string): Promise<Hat[]> {
  const { rows } = await app.db.pool.query<Omit<Hat, 'isWorn'>>(
    `select h.tenant_id as "tenantId", h.subject_id as "subjectId", t.name as company, k.name as client
     from identity.hats h
     join tenants t on t.tenant_id = h.tenant_id
     join contacts c on c.tenant_id = h.tenant_id and c.id = h.subject_id and c.left_at is null and c.has_panel_access
     join clients k on k.tenant_id = c.tenant_id and k.id = c.client_id and k.archived_at is null
     where h.identity_id = $1 and h.kind = 'contact' order by t.name, k.name, h.subject_id`,
    [identityId],
  )
  return rows.map((row) => ({ ...row, isWorn: row.subjectId === wornId }))
}

/** Puts on another hat of the same person: a session of its own. */
export async function changeHat(
  app: App,
  actor: ContactActor,
  hat: { tenantId: string; subjectId: string },
  userAgent: string,
): Promise<string> {
  const known = (await hatsWorn(app, actor.identityId, actor.id)).some(
    (one) => one.tenantId === hat.tenantId && one.subjectId === hat.subjectId,
  )
  if (!known) refuse('not_found')
  return app.db.inSystem((tx) =>
    openSession(tx, actor.identityId, { ...hat, kind: 'contact' }, { now: app.clock(), userAgent }),
  )
}

export async function speak(app: App, actor: ContactActor, language: 'pl' | 'en'): Promise<void> {
  await app.db.inSystem((tx) =>
    tx.updateTable('identity.identities').set({ language }).where('id', '=', actor.identityId).execute(),
  )
}
