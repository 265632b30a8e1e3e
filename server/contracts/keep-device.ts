/**
 * Devices of a client: added, changed, moved to another of its sites, archived and taken back. A
 * device never changes its client: what was sold is archived here and added there.
 */
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf } from './client-store.ts'
import { likePlain, mayKeepPlaces, siteOfClient } from './keep-site.ts'
import { contractsNaming } from './named-places.ts'
import { deviceLabel, deviceOf, devicesOf, type Device } from './place-store.ts'

export type DeviceData = {
  name: string
  siteId?: string | null
  deviceClass?: string
  serialNumber?: string
  note?: string
}

export async function addDevice(ctx: Context, clientId: string, data: DeviceData): Promise<Device> {
  mayOnly(ctx, ...mayKeepPlaces)
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const row = tidy(data)
  if (data.siteId) await siteOfClient(ctx, clientId, data.siteId)
  await refuseSecond(ctx, clientId, row.serialNumber)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('devices')
    .values({
      ...row,
      name: nameOf(data.name),
      tenantId: ctx.tenantId,
      id,
      clientId: client.id,
      createdAt: ctx.now.toString(),
    })
    .execute()
  await recordEvent(ctx, 'device_added', { kind: 'device', id }, { clientId, name: data.name })
  await announce(ctx, 'client', { id: clientId, staffOnly: true })
  return (await deviceOf(ctx, id))!
}

/** `confirmNamed`: the last device of a class may change it although contracts name the class. */
export async function changeDevice(
  ctx: Context,
  id: string,
  { version, confirmNamed, ...change }: Partial<DeviceData> & { version: number; confirmNamed?: boolean },
): Promise<Device> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await deviceOf(ctx, id)) ?? refuse('not_found')
  if (before.version !== version) refuse('changed_meanwhile', { now: before })
  const row = tidy(change)
  if (change.siteId) await siteOfClient(ctx, before.clientId, change.siteId, before.siteId)
  if (row.serialNumber) await refuseSecond(ctx, before.clientId, row.serialNumber, id)
  if (!confirmNamed && row.deviceClass !== undefined)
    await refuseLastOfNamedClass(ctx, before, row.deviceClass)
  await update(ctx, before, { ...row, ...(change.name !== undefined && { name: nameOf(change.name) }) })
  await recordEvent(ctx, 'device_changed', { kind: 'device', id }, { fields: Object.keys(change) })
  return (await deviceOf(ctx, id))!
}

/** Out of the lists; tickets keep it. */
export async function archiveDevice(ctx: Context, id: string): Promise<Device> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await deviceOf(ctx, id)) ?? refuse('not_found')
  if (before.archivedAt) return before
  await update(ctx, before, { archivedAt: ctx.now.toString() })
  await recordEvent(ctx, 'device_archived', { kind: 'device', id }, { clientId: before.clientId })
  return (await deviceOf(ctx, id))!
}

/** Where its site has gone meanwhile, it comes back without one. */
export async function restoreDevice(ctx: Context, id: string): Promise<Device> {
  mayOnly(ctx, ...mayKeepPlaces)
  const before = (await deviceOf(ctx, id)) ?? refuse('not_found')
  if (!before.archivedAt) return before
  await refuseSecond(ctx, before.clientId, before.serialNumber, id)
  await update(ctx, before, { archivedAt: null })
  await recordEvent(ctx, 'device_restored', { kind: 'device', id }, { clientId: before.clientId })
  return (await deviceOf(ctx, id))!
}

/** A device of this client, as a ticket names it. */
export async function deviceOfClient(
  ctx: Context,
  clientId: string | null | undefined,
  deviceId: string,
  known?: string | null,
): Promise<Device> {
  const device = await deviceOf(ctx, deviceId)
  if (!device || (device.clientId !== clientId && ctx.actor.kind !== 'staff'))
    refuse('not_found', {}, 'deviceId')
  const name = deviceLabel(device)
  if (device.clientId !== clientId) refuse('device_not_of_client', { name }, 'deviceId')
  if (device.archivedAt && device.id !== known) refuse('device_archived', { name }, 'deviceId')
  return device
}

async function update(
  ctx: Context,
  before: Device,
  values: Partial<DeviceData> & { archivedAt?: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('devices')
    .set({ ...values, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', before.id)
    .execute()
  await announce(ctx, 'client', { id: before.clientId, staffOnly: true })
}

const tidy = ({ name: _name, ...data }: Partial<DeviceData>): Omit<Partial<DeviceData>, 'name'> => ({
  ...data,
  ...(data.deviceClass !== undefined && { deviceClass: data.deviceClass.trim() }),
  ...(data.serialNumber !== undefined && { serialNumber: data.serialNumber.trim() }),
})

const nameOf = (text: string): string => text.trim() || refuse('invalid_input', {}, 'name')

async function refuseSecond(
  ctx: Context,
  clientId: string,
  serialNumber: string | undefined,
  ownId?: string,
): Promise<void> {
  if (!serialNumber) return
  const same = (await devicesOf(ctx, clientId)).find(
    (one) => one.id !== ownId && likePlain(one.serialNumber) === likePlain(serialNumber),
  )
  if (same) refuse('device_serial_taken', { name: same.name, deviceId: same.id }, 'serialNumber')
}

async function refuseLastOfNamedClass(ctx: Context, before: Device, next: string): Promise<void> {
  const { clientId, deviceClass, id } = before
  if (!deviceClass || likePlain(next) === likePlain(deviceClass)) return
  const others = (await devicesOf(ctx, clientId)).filter((one) => one.id !== id)
  if (others.some((one) => likePlain(one.deviceClass) === likePlain(deviceClass))) return
  const numbers = await contractsNaming(ctx, clientId, 'deviceClasses', deviceClass)
  if (numbers.length > 0)
    refuse('place_named_in_contracts', { name: deviceClass, numbers: numbers.join(', ') }, 'deviceClass')
}
