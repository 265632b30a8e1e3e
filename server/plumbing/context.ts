/**
 * The context of a deed: one transaction, one actor, one moment. It is the first argument
 * of every deed; there is no other clock and no ambient user.
 */
import type pg from 'pg'
import type { App } from './app.ts'
import type { Tx } from './db/database.ts'
import { refuse } from './refusal.ts'

export type Role = 'owner' | 'manager' | 'accountManager' | 'technician' | 'billing'
export type Actor =
  | { kind: 'staff'; id: string; name: string; email: string; role: Role; identityId: string }
  | {
      kind: 'contact'
      id: string
      name: string
      email: string
      clientId: string
      isSupervisor: boolean
      identityId: string
    }
  | { kind: 'public' }
  | { kind: 'system'; what: string }

export type Tenant = {
  id: string
  slug: string
  name: string
  kind: 'live' | 'sandbox' | 'demo'
  timezone: string
  language: 'pl' | 'en'
  version: number
}

export type Context = {
  app: App
  tx: Tx
  client: pg.PoolClient
  tenant: Tenant
  tenantId: string
  actor: Actor
  now: Temporal.Instant
  /** Language of the person acting. */
  language: 'pl' | 'en'
  newId: () => string
}

/** Opens a tenant transaction for an actor and does one deed in it. */
export async function inContext<T>(
  app: App,
  who: { tenantId: string; actor: Actor; language?: 'pl' | 'en'; now?: Temporal.Instant },
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  return app.db.inTenant(who.tenantId, async (tx, client) => {
    const tenant = await loadTenant(tx, who.tenantId)
    const now = who.now ?? (tenant.clockNow ? Temporal.Instant.from(tenant.clockNow) : app.clock())
    const language = who.language ?? tenant.language
    return deed({
      app,
      tx,
      client,
      tenant,
      tenantId: who.tenantId,
      actor: who.actor,
      now,
      language,
      newId: app.newId,
    })
  })
}

/** What a job or a timer does: as the system, at the tenant's own time. */
export function asSystem<T>(
  app: App,
  tenantId: string,
  what: string,
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inContext(app, { tenantId, actor: { kind: 'system', what } }, deed)
}

async function loadTenant(tx: Tx, tenantId: string): Promise<Tenant & { clockNow: string | null }> {
  const row = await tx
    .selectFrom('tenants')
    .select(['tenantId as id', 'slug', 'name', 'kind', 'timezone', 'language', 'version', 'clockNow'])
    .where('tenantId', '=', tenantId)
    .executeTakeFirst()
  if (!row) refuse('not_found')
  return row as Tenant & { clockNow: string | null }
}

export function mayOnly(ctx: Context, ...roles: Role[]): void {
  if (ctx.actor.kind === 'system') return
  if (ctx.actor.kind !== 'staff' || !roles.includes(ctx.actor.role)) refuse('role_may_not', { roles })
}

/** The actor as it is written into logs and events: who, never more. */
export function signature(actor: Actor): { kind: Actor['kind']; id: string | null; name: string } {
  if (actor.kind === 'staff' || actor.kind === 'contact')
    return { kind: actor.kind, id: actor.id, name: actor.name }
  return { kind: actor.kind, id: null, name: actor.kind === 'system' ? actor.what : '' }
}

/** Today's date where the company works. */
export function today(ctx: Context): Temporal.PlainDate {
  return ctx.now.toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate()
}
