/**
 * Sites of a client: added, changed, archived and taken back. A name stands once among the
 * sites of a client, because terms know a site by its name alone.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf } from './client-store.ts'
import { mayKeepClients } from './keep-client.ts'
import { contractsNaming } from './named-places.ts'
import { devicesOf, siteOf, sitesOf, type Site } from './place-store.ts'

export type SiteData = {
  name: string
  addressLine1?: string
  addressLine2?: string
  travelZone?: string
  note?: string
}

/** Whoever stands before a device that nobody has entered may enter it. */
export const mayKeepPlaces = [...mayKeepClients, 'technician'] as const

export async function addSite(ctx: Context, clientId: string, data: SiteData): Promise<Site> {
  mayOnly(ctx, ...mayKeepPlaces)
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const name = nameOf(data.name)
  await refuseSecond(ctx, clientId, name)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('sites')
    .values({ ...data, name, tenantId: ctx.tenantId, id, clientId: client.id, createdAt: ctx.now.toString() })
    .execute()
  await recordEvent(ctx, 'site_added', { kind: 'site', id }, { clientId, name })
  await announce(ctx, 'client', { id: clientId, staffOnly: true })
  return (await siteOf(ctx, id))!
}

/** `confirmNamed`: contracts may go on naming it as it was called before. */
export async function changeSite(
  ctx: Context,
  id: string,
  { version, confirmNamed, ...change }: Partial<SiteData> & { version: number; confirmNamed?: boolean },
): Promise<Site> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await siteOf(ctx, id)) ?? refuse('not_found')
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  const name = change.name === undefined ? before.name : nameOf(change.name)
  if (name !== before.name) {
    await refuseSecond(ctx, before.clientId, name, id)
    if (!confirmNamed && name.toLocaleLowerCase('pl') !== before.name.toLocaleLowerCase('pl'))
      await refuseNamed(ctx, before)
  }
  await update(ctx, before, { ...change, name })
  await recordEvent(ctx, 'site_changed', { kind: 'site', id }, { fields: Object.keys(change) })
  return (await siteOf(ctx, id))!
}

/** Tickets keep it; what stands there is moved or archived first. */
export async function archiveSite(ctx: Context, id: string): Promise<Site> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await siteOf(ctx, id)) ?? refuse('not_found')
  if (before.archivedAt) return before
  const devices = (await devicesOf(ctx, before.clientId)).filter(({ siteId }) => siteId === id)
  if (devices.length > 0) refuse('site_has_devices', { devices: devices.length })
  await update(ctx, before, { archivedAt: ctx.now.toString() })
  await recordEvent(ctx, 'site_archived', { kind: 'site', id }, { clientId: before.clientId })
  return (await siteOf(ctx, id))!
}

export async function restoreSite(ctx: Context, id: string): Promise<Site> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await siteOf(ctx, id)) ?? refuse('not_found')
  if (!before.archivedAt) return before
  await refuseSecond(ctx, before.clientId, before.name, id)
  await update(ctx, before, { archivedAt: null })
  await recordEvent(ctx, 'site_restored', { kind: 'site', id }, { clientId: before.clientId })
  return (await siteOf(ctx, id))!
}

/** A site of this client, as a device or a ticket names it. */
export async function siteOfClient(
  ctx: Context,
  clientId: string | null | undefined,
  siteId: string,
  known?: string | null,
): Promise<Site> {
  const site = await siteOf(ctx, siteId)
  // What belongs to another client does not exist for a client's person.
  if (!site || (site.clientId !== clientId && ctx.actor.kind !== 'staff')) refuse('not_found', {}, 'siteId')
  if (site.clientId !== clientId) refuse('site_not_of_client', { name: site.name }, 'siteId')
  if (site.archivedAt && site.id !== known) refuse('site_archived', { name: site.name }, 'siteId')
  return site
}

async function update(
  ctx: Context,
  before: Site,
  values: Partial<SiteData> & { archivedAt?: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('sites')
    .set({ ...values, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', before.id)
    .execute()
  await announce(ctx, 'client', { id: before.clientId, staffOnly: true })
}

const nameOf = (text: string): string => {
  const name = text.trim().replace(/\s+/g, ' ')
  return name || refuse('invalid_input', {}, 'name')
}

async function refuseSecond(ctx: Context, clientId: string, name: string, ownId?: string): Promise<void> {
  const same = (await sitesOf(ctx, clientId)).find(
    (one) => one.id !== ownId && likePlain(one.name) === likePlain(name),
  )
  if (same) refuse('site_name_taken', { name: same.name, siteId: same.id }, 'name')
}

async function refuseNamed(ctx: Context, { clientId, name }: Site): Promise<void> {
  const numbers = await contractsNaming(ctx, clientId, 'sites', name)
  if (numbers.length > 0) refuse('place_named_in_contracts', { name, numbers: numbers.join(', ') }, 'name')
}

/** As the database compares: without case and diacritics. */
export const likePlain = (text: string): string =>
  text.trim().toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
