/** Sites and devices of clients, and the import of both. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf } from '#server/plumbing/http/file-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { clientOf } from './client-store.ts'
import { importPlaces } from './import-places.ts'
import { addDevice, archiveDevice, changeDevice, restoreDevice } from './keep-device.ts'
import { addSite, archiveSite, changeSite, mayKeepPlaces, restoreSite } from './keep-site.ts'
import { placeColumns, type PlaceColumn } from './place-rows.ts'
import { devicesOf, sitesOf } from './place-store.ts'

const Text = (max: number) => z.string().trim().max(max)
const kept = {
  id: z.uuid(),
  clientId: z.uuid(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number().int(),
}
const SiteBody = z.object({
  name: Text(120).min(1),
  addressLine1: Text(200),
  addressLine2: Text(200),
  travelZone: Text(60).describe('A zone of the price list: what a trip there costs'),
  note: Text(1000),
})
export const SiteView = SiteBody.extend(kept)
const DeviceBody = z.object({
  name: Text(200).min(1),
  siteId: z.uuid().nullable(),
  deviceClass: Text(60).describe('The text by which terms of contracts name the class'),
  serialNumber: Text(80),
  note: Text(1000),
})
export const DeviceView = DeviceBody.extend(kept)

const happens = z.enum(['new', 'known'])
const Whole = z.number().int()
const columns = ['', ...(Object.keys(placeColumns) as PlaceColumn[])] as const
const ImportView = z.object({
  rows: z.array(
    z.object({
      row: Whole,
      clientName: z.string(),
      site: z.object({ name: z.string(), happens }).nullable(),
      device: z
        .object({ name: z.string(), deviceClass: z.string(), serialNumber: z.string(), happens })
        .nullable(),
      problems: z.array(z.object({ column: z.enum(columns), message: z.string() })),
    }),
  ),
  unknownHeadings: z.array(z.string()),
  newSites: Whole,
  newDevices: Whole,
  problems: Whole,
  isSaved: z.boolean(),
})
nameShapes({ Site: SiteView, Device: DeviceView, PlaceImport: ImportView })

const Id = z.object({ id: z.uuid() })
const Yes = z.enum(['true', 'false']).default('false')
const Archived = z.object({ archived: Yes.describe('With those in the archive') })
const Change = { version: Whole, confirmNamed: z.boolean().optional() }
const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepPlaces } as const

export const placeRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/clients/:id/sites',
    { schema: { params: Id, querystring: Archived, response: { 200: z.array(SiteView) } }, config: readers },
    (request) =>
      see(request, async (ctx) => {
        await refuseNoClient(ctx, request.params.id)
        return sitesOf(ctx, request.params.id, request.query.archived === 'true')
      }),
  )
  server.post(
    '/api/clients/:id/sites',
    {
      schema: { params: Id, body: SiteBody.partial().required({ name: true }), response: { 201: SiteView } },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => addSite(ctx, request.params.id, request.body))),
  )
  server.patch(
    '/api/sites/:id',
    {
      schema: { params: Id, body: SiteBody.partial().extend(Change), response: { 200: SiteView } },
      config: keepers,
    },
    (request) => act(request, (ctx) => changeSite(ctx, request.params.id, request.body)),
  )
  server.put(
    '/api/sites/:id/archiving',
    { schema: { params: Id, response: { 200: SiteView } }, config: keepers },
    (request) => act(request, (ctx) => archiveSite(ctx, request.params.id)),
  )
  server.delete(
    '/api/sites/:id/archiving',
    { schema: { params: Id, response: { 200: SiteView } }, config: keepers },
    (request) => act(request, (ctx) => restoreSite(ctx, request.params.id)),
  )
  await server.register(deviceRoutes)
}

const deviceRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/clients/:id/devices',
    {
      schema: { params: Id, querystring: Archived, response: { 200: z.array(DeviceView) } },
      config: readers,
    },
    (request) =>
      see(request, async (ctx) => {
        await refuseNoClient(ctx, request.params.id)
        return devicesOf(ctx, request.params.id, request.query.archived === 'true')
      }),
  )
  server.post(
    '/api/clients/:id/devices',
    {
      schema: {
        params: Id,
        body: DeviceBody.partial().required({ name: true }),
        response: { 201: DeviceView },
      },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => addDevice(ctx, request.params.id, request.body))),
  )
  server.patch(
    '/api/devices/:id',
    {
      schema: { params: Id, body: DeviceBody.partial().extend(Change), response: { 200: DeviceView } },
      config: keepers,
    },
    (request) => act(request, (ctx) => changeDevice(ctx, request.params.id, request.body)),
  )
  server.put(
    '/api/devices/:id/archiving',
    { schema: { params: Id, response: { 200: DeviceView } }, config: keepers },
    (request) => act(request, (ctx) => archiveDevice(ctx, request.params.id)),
  )
  server.delete(
    '/api/devices/:id/archiving',
    { schema: { params: Id, response: { 200: DeviceView } }, config: keepers },
    (request) => act(request, (ctx) => restoreDevice(ctx, request.params.id)),
  )
  server.post(
    '/api/place-imports',
    {
      schema: {
        querystring: z.object({
          name: z.string().min(1).max(300),
          dryRun: Yes,
          skipProblems: Yes,
          clientId: z.uuid().optional().describe('Whose file it is, where its rows do not say'),
        }),
        consumes: ['application/octet-stream'],
        response: { 200: ImportView },
      },
      config: keepers,
      bodyLimit: 12 * 1024 * 1024,
    },
    (request) => {
      const bytes = bytesOf(request.body)
      const { dryRun, skipProblems, clientId } = request.query
      const how = { dryRun: dryRun === 'true', skipProblems: skipProblems === 'true', clientId }
      return act(request, (ctx) => importPlaces(ctx, { bytes, ...how }))
    },
  )
}

async function refuseNoClient(ctx: Context, clientId: string): Promise<void> {
  if (!(await clientOf(ctx, clientId))) refuse('not_found')
}

tellRoutes({
  'GET /api/clients/{id}/sites': 'The sites of a client by name',
  'POST /api/clients/{id}/sites': ['Adds a site', 'site_name_taken'],
  'PATCH /api/sites/{id}': ['Changes a site', 'site_name_taken', 'place_named_in_contracts'],
  'PUT /api/sites/{id}/archiving': ['Puts a site into the archive', 'site_has_devices'],
  'DELETE /api/sites/{id}/archiving': ['Takes a site out of the archive', 'site_name_taken'],
  'GET /api/clients/{id}/devices': 'The devices of a client by name',
  'POST /api/clients/{id}/devices': [
    'Adds a device',
    'device_serial_taken',
    'site_not_of_client',
    'site_archived',
  ],
  'PATCH /api/devices/{id}': [
    'Changes a device, or moves it to another site of its client',
    'device_serial_taken',
    'site_not_of_client',
    'site_archived',
    'place_named_in_contracts',
  ],
  'PUT /api/devices/{id}/archiving': 'Puts a device into the archive',
  'DELETE /api/devices/{id}/archiving': ['Takes a device out of the archive', 'device_serial_taken'],
  'POST /api/place-imports': [
    'Sites and devices from CSV or XLSX; a dry run says what would happen',
    'spreadsheet_unreadable',
    'csv_has_problems',
    'import_client_unknown',
  ],
})
