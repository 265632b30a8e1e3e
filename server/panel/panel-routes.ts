/** The panel, first part: the session with its hats, contracts in plain words, invoices, files. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { cookieOptions, panelCookie } from '#server/accounts/public.ts'
import { keepUpload } from '#server/plumbing/files/file-store.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf, FileView, sendFile } from '#server/plumbing/http/file-routes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { panelContracts, panelDocument, priceOfNext } from './panel-contract.ts'
import { panelFile } from './panel-files.ts'
import { panelInvoice, panelInvoiceFile, panelInvoices, transferPicture } from './panel-invoices.ts'
import { panelPlaces } from './panel-places.ts'
import { promisesNow } from './promises-now.ts'
import { changeHat, panelSession, speak } from './panel-session.ts'
import {
  AboutQuery,
  ContractsView,
  Id,
  InvoicePageView,
  InvoicesView,
  PlacesView,
  PriceOfNextView,
  PromisesView,
  SessionView,
} from './panel-shapes.ts'

const contact = { allow: ['contact'] } as const
const Hat = z.object({ tenantId: z.uuid(), subjectId: z.uuid() })
const Version = Id.extend({ number: z.coerce.number().int().min(1) })

export const panelRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/panel/session',
    { schema: { response: { 200: SessionView } }, config: contact },
    (request) => see(request, panelSession),
  )
  server.put(
    '/api/panel/session/hat',
    { schema: { body: Hat, response: { 201: Hat } }, config: contact },
    async (request, reply) => {
      const { actor } = request.caller!
      if (actor.kind !== 'contact') refuse('not_signed_in')
      const token = await changeHat(server.app, actor, request.body, request.headers['user-agent'] ?? '')
      return reply
        .setCookie(panelCookie, token, cookieOptions(server.app.settings.publicUrl, 'contact'))
        .code(201)
        .send(request.body)
    },
  )
  server.put(
    '/api/panel/session/language',
    {
      schema: { body: z.object({ language: z.enum(['pl', 'en']) }), response: { 204: z.null() } },
      config: contact,
    },
    async (request, reply) => {
      const { actor } = request.caller!
      if (actor.kind === 'contact') await speak(server.app, actor, request.body.language)
      return reply.code(204).send(null)
    },
  )

  server.get(
    '/api/panel/contract',
    { schema: { response: { 200: ContractsView } }, config: contact },
    (request) => see(request, panelContracts),
  )
  server.get(
    '/api/panel/price-of-next',
    { schema: { querystring: AboutQuery, response: { 200: PriceOfNextView } }, config: contact },
    (request) => see(request, (ctx) => priceOfNext(ctx, request.query)),
  )
  server.get(
    '/api/panel/promises',
    { schema: { querystring: AboutQuery, response: { 200: PromisesView } }, config: contact },
    (request) => see(request, (ctx) => promisesNow(ctx, request.query)),
  )
  server.get('/api/panel/places', { schema: { response: { 200: PlacesView } }, config: contact }, (request) =>
    see(request, panelPlaces),
  )
  for (const [path, which] of [
    ['document', 'document'],
    ['signed-scan', 'scan'],
  ] as const) {
    server.get(
      `/api/panel/contracts/:id/versions/:number/${path}`,
      {
        schema: { params: Version, querystring: z.object({ fileId: z.uuid().optional() }) },
        config: contact,
      },
      async (request, reply) =>
        sendFile(
          reply,
          await see(request, (ctx) =>
            panelDocument(ctx, request.params.id, request.params.number, which, request.query.fileId),
          ),
          true,
        ),
    )
  }

  server.get(
    '/api/panel/invoices',
    { schema: { response: { 200: InvoicesView } }, config: contact },
    (request) => see(request, panelInvoices),
  )
  server.get(
    '/api/panel/invoices/:id',
    { schema: { params: Id, response: { 200: InvoicePageView } }, config: contact },
    (request) => see(request, (ctx) => panelInvoice(ctx, request.params.id)),
  )
  server.get(
    '/api/panel/invoices/:id/transfer-code',
    { schema: { params: Id }, config: contact },
    async (request, reply) =>
      reply
        .header('Cache-Control', 'private, no-cache')
        .type('image/svg+xml')
        .send(await see(request, (ctx) => transferPicture(ctx, request.params.id))),
  )
  for (const which of ['pdf', 'xml'] as const) {
    server.get(
      `/api/panel/invoices/:id/${which}`,
      { schema: { params: Id }, config: contact },
      async (request, reply) =>
        sendFile(
          reply,
          await see(request, (ctx) => panelInvoiceFile(ctx, request.params.id, which)),
          which === 'pdf',
        ),
    )
  }

  const upload = {
    querystring: z.object({ name: z.string().min(1).max(300) }),
    consumes: ['application/octet-stream'],
    response: { 201: FileView },
  }
  server.post(
    '/api/panel/files',
    { schema: upload, config: contact, bodyLimit: 26 * 1024 * 1024 },
    async (request, reply) => {
      const bytes = bytesOf(request.body)
      return reply.code(201).send(await act(request, (ctx) => keepUpload(ctx, request.query.name, bytes)))
    },
  )
  server.get('/api/panel/files/:id', { schema: { params: Id }, config: contact }, async (request, reply) =>
    sendFile(reply, await see(request, (ctx) => panelFile(ctx, request.params.id)), true),
  )
}

tellRoutes({
  'GET /api/panel/session': 'Who looks at the panel, for which client, and who looks after them',
  'PUT /api/panel/session/hat': 'Goes over to another client or company of the same person',
  'PUT /api/panel/session/language': 'The language in which the person is spoken to',
  'GET /api/panel/contract': 'The contracts in plain words',
  'GET /api/panel/price-of-next': 'What the next report will cost, by what it is about',
  'GET /api/panel/promises': 'What would be promised for a report sent now, by what it is about',
  'GET /api/panel/places': 'The sites and devices that a report may be about',
  'GET /api/panel/contracts/{id}/versions/{number}/document': [
    'The document of a version as PDF',
    'pdf_unavailable',
  ],
  'GET /api/panel/contracts/{id}/versions/{number}/signed-scan': 'The scan of the signed document',
  'GET /api/panel/invoices': 'The invoices and what is open',
  'GET /api/panel/invoices/{id}': 'One invoice, line by line in sentences',
  'GET /api/panel/invoices/{id}/transfer-code': 'The code of the transfer as a picture',
  'GET /api/panel/invoices/{id}/pdf': ['The invoice as PDF', 'pdf_unavailable'],
  'GET /api/panel/invoices/{id}/xml': ['The invoice as FA(3)', 'pdf_unavailable'],
  'POST /api/panel/files': [
    'Keeps an uploaded file until something refers to it',
    'file_too_large',
    'file_type_refused',
    'file_broken',
  ],
  'GET /api/panel/files/{id}': 'A file of a conversation',
})
