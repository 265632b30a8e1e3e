/** Sent to be signed, and the page behind the link: anybody who holds it, nobody signed in. */
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { countAttempt } from '#server/accounts/public.ts'
import { act, actAs, see, type Caller } from '#server/plumbing/http/act.ts'
import { bytesOf, FileView, sendFile } from '#server/plumbing/http/file-routes.ts'
import { uploadBytesMax } from '#server/plumbing/http/server.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { keptScan } from '../attach-scan.ts'
import { Day } from '../contract-schemas.ts'
import { versionOf } from '../contract-store.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { scanStates } from '../scans/scan-store.ts'
import { acceptByClick, bringSigned, documentOfRequest, lookAtRequest, mayBring } from './accept-by-click.ts'
import { sendToSign } from './send-to-sign.ts'
import { companyOfKey, requestsOfVersion } from './signing-store.ts'

const anyone = { allow: ['anyone'] } as const
const VersionId = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(10_000) })
const Key = z.object({ key: z.string().min(10).max(100) })
const Stamp = z.string().nullable()
const RequestView = z.object({
  id: z.uuid(),
  email: z.string(),
  sha256: z.string(),
  sentAt: z.string(),
  expiresAt: z.string(),
  openedAt: Stamp,
  withdrawnAt: Stamp,
  acceptedAt: Stamp,
  acceptedName: Stamp,
  acceptedPosition: Stamp,
  acceptedFrom: Stamp,
})
const SigningView = z.object({
  company: z.string(),
  client: z.string(),
  number: z.string(),
  kind: z.enum(['original', 'amendment', 'correction']),
  validFrom: z.string(),
  fingerprint: z.string(),
  email: z.string(),
  document: z.object({
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    /** Hash of the file, in hexadecimal digits. An acceptance names it. */
    sha256: z.string(),
  }),
  sentAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(['open', 'accepted', 'expired', 'changed']),
  /** False: the form of the contract asks for a signature on paper or with a certificate. */
  byClick: z.boolean(),
  accepted: z.object({ name: z.string(), at: z.string() }).nullable(),
  signedOn: Stamp,
  scan: z
    .object({
      state: z.enum(scanStates),
      refusalCode: z.string().nullable(),
      refusalFacts: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable(),
  manager: z.object({ name: z.string(), email: z.string(), phone: z.string() }).nullable(),
})
const AcceptanceBody = z.object({
  name: z.string().trim().min(3).max(200),
  position: z.string().trim().max(200).optional(),
  sha256: z.string().length(64),
})

nameShapes({ SigningRequest: RequestView, Signing: SigningView })

export const signingRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contracts/:id/versions/:number/signing-requests',
    { schema: { params: VersionId, response: { 200: z.array(RequestView) } }, config: { allow: ['staff'] } },
    (request) =>
      see(request, async (ctx) => {
        const version = await versionOf(ctx, request.params.id, request.params.number)
        return requestsOfVersion(ctx, (version ?? refuse('not_found')).id)
      }),
  )
  const SendingBody = z.object({
    to: z.array(z.string().max(200)).max(10),
    message: z.string().trim().max(2000).optional(),
  })
  server.post(
    '/api/contracts/:id/versions/:number/signing-requests',
    {
      schema: { params: VersionId, body: SendingBody, response: { 201: z.array(RequestView) } },
      config: { allow: mayKeepContracts },
    },
    async (request, reply) =>
      reply.code(201).send(
        await act(request, async (ctx) => {
          const { id, number } = request.params
          await sendToSign(ctx, id, number, request.body)
          return requestsOfVersion(ctx, (await versionOf(ctx, id, number))!.id)
        }),
      ),
  )

  server.get(
    '/api/public/signing/:key',
    { schema: { params: Key, response: { 200: SigningView } }, config: anyone },
    async (request) => actAs(request, await caller(request), (ctx) => lookAtRequest(ctx, request.params.key)),
  )
  server.get(
    '/api/public/signing/:key/document',
    { schema: { params: Key }, config: anyone },
    async (request, reply) => {
      const file = await actAs(request, await caller(request), (ctx) =>
        documentOfRequest(ctx, request.params.key),
      )
      return sendFile(reply, file, true)
    },
  )
  server.post(
    '/api/public/signing/:key/acceptance',
    { schema: { params: Key, body: AcceptanceBody, response: { 201: SigningView } }, config: anyone },
    async (request, reply) => {
      const { key } = request.params
      const from = { address: request.ip, program: String(request.headers['user-agent'] ?? '') }
      const view = await actAs(request, await caller(request), async (ctx) => {
        await acceptByClick(ctx, key, request.body, from)
        return lookAtRequest(ctx, key)
      })
      return reply.code(201).send(view)
    },
  )
  server.post(
    '/api/public/signing/:key/files',
    {
      schema: {
        params: Key,
        querystring: z.object({ name: z.string().min(1).max(300) }),
        consumes: ['application/octet-stream'],
        response: { 201: FileView },
      },
      config: anyone,
      bodyLimit: uploadBytesMax,
    },
    async (request, reply) => {
      const who = await caller(request)
      const bytes = bytesOf(request.body)
      const { key } = request.params
      const file = await actAs(request, who, async (ctx) => {
        await mayBring(ctx, key)
        return keptScan(ctx, { name: request.query.name, bytes })
      })
      return reply.code(201).send(file)
    },
  )
  server.post(
    '/api/public/signing/:key/scans',
    {
      schema: {
        params: Key,
        body: z.object({ fileIds: z.array(z.uuid()).min(1).max(50), signedOn: Day.optional() }),
        response: { 201: SigningView },
      },
      config: anyone,
    },
    async (request, reply) => {
      const { key } = request.params
      const view = await actAs(request, await caller(request), async (ctx) => {
        await bringSigned(ctx, key, request.body)
        return lookAtRequest(ctx, key)
      })
      return reply.code(201).send(view)
    },
  )
}

/** The key names its company; how often one address tries keys is counted. */
async function caller(request: FastifyRequest<{ Params: { key: string } }>): Promise<Caller> {
  await countAttempt(request.server.app, `signing:${request.ip}`, 120, 60)
  const tenantId = companyOfKey(request.params.key) ?? refuse('link_unknown')
  return { tenantId, actor: { kind: 'public' }, language: request.language }
}

tellRoutes({
  'GET /api/contracts/{id}/versions/{number}/signing-requests': 'To whom a version was sent to be signed',
  'POST /api/contracts/{id}/versions/{number}/signing-requests': [
    'Sends a version to be signed',
    'email_invalid',
    'pdf_unavailable',
  ],
  'GET /api/public/signing/{key}': ['What the holder of a link is asked to sign', 'link_unknown'],
  'GET /api/public/signing/{key}/document': ['The document to be signed', 'link_unknown'],
  'POST /api/public/signing/{key}/acceptance': [
    'Accepts the document by a click',
    'link_unknown',
    'link_used',
    'link_expired',
    'signing_document_changed',
    'signing_needs_signature',
  ],
  'POST /api/public/signing/{key}/files': [
    'Keeps a page of the signed document',
    'link_unknown',
    'file_too_large',
    'file_type_refused',
  ],
  'POST /api/public/signing/{key}/scans': [
    'Brings the signed document back',
    'link_unknown',
    'signed_scan_wrong_type',
  ],
})
