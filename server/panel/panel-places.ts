/** Where a report may be about: the sites and devices of the person's own client, and nothing of them that is ours. */
import { deviceLabel, devicesOf, sitesOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { me } from './me.ts'

export async function panelPlaces(ctx: Context) {
  const { clientId } = me(ctx)
  const sites = await sitesOf(ctx, clientId)
  const devices = await devicesOf(ctx, clientId)
  return {
    sites: sites.map(({ id, name }) => ({ id, name })),
    devices: devices.map(({ id, siteId, ...device }) => ({ id, siteId, name: deviceLabel(device) })),
  }
}
