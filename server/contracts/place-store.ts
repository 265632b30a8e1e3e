/** Sites and devices of clients as they stand in the tables. */
import { sql } from 'kysely'
import type { Context } from '#server/plumbing/context.ts'

export type Site = {
  id: string
  clientId: string
  name: string
  addressLine1: string
  addressLine2: string
  /** A zone of the price list; empty: none. */
  travelZone: string
  note: string
  archivedAt: string | null
  createdAt: string
  version: number
}
export type Device = {
  id: string
  clientId: string
  siteId: string | null
  deviceClass: string
  /** What people call it: a model, a place, a number of their own. */
  name: string
  serialNumber: string
  note: string
  archivedAt: string | null
  createdAt: string
  version: number
}

const siteColumns = [
  'id',
  'clientId',
  'name',
  'addressLine1',
  'addressLine2',
  'travelZone',
  'note',
  'archivedAt',
  'createdAt',
  'version',
] as const
const deviceColumns = [
  'id',
  'clientId',
  'siteId',
  'deviceClass',
  'name',
  'serialNumber',
  'note',
  'archivedAt',
  'createdAt',
  'version',
] as const

export async function siteOf(ctx: Context, id: string): Promise<Site | undefined> {
  return ctx.tx
    .selectFrom('sites')
    .select(siteColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function sitesOf(ctx: Context, clientId: string, withArchived = false): Promise<Site[]> {
  let query = ctx.tx
    .selectFrom('sites')
    .select(siteColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
  if (!withArchived) query = query.where('archivedAt', 'is', null)
  return query
    .orderBy(sql`plain(name)`)
    .orderBy('id')
    .execute()
}

export async function deviceOf(ctx: Context, id: string): Promise<Device | undefined> {
  return ctx.tx
    .selectFrom('devices')
    .select(deviceColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function devicesOf(ctx: Context, clientId: string, withArchived = false): Promise<Device[]> {
  let query = ctx.tx
    .selectFrom('devices')
    .select(deviceColumns)
    .where('tenantId', '=', ctx.tenantId)
    .where('clientId', '=', clientId)
  if (!withArchived) query = query.where('archivedAt', 'is', null)
  return query
    .orderBy(sql`plain(name)`)
    .orderBy(sql`plain(serial_number)`)
    .orderBy('id')
    .execute()
}

/** "Drukarka etykiet (PL-2041)": tells two of one model apart. */
export const deviceLabel = ({ name, serialNumber }: Pick<Device, 'name' | 'serialNumber'>): string =>
  serialNumber ? `${name} (${serialNumber})` : name
