/** The paper of a version: shown, kept, sent to be signed, and the signed scan. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { inContext } from '#server/plumbing/context.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf, sendFile } from '#server/plumbing/http/file-routes.ts'
import { signedScanOf } from './attach-scan.ts'
import { Day, VersionDetailView } from './contract-schemas.ts'
import { VersionId } from './contract-routes.ts'
import { versionDetail } from './contract-views.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { documentOf, keepDocument } from './keep-document.ts'
import { readDirectScan, takeDirectScan } from './scans/attach-signed-scan.ts'
import { sendToSign } from './signing/send-to-sign.ts'

const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepContracts } as const
const ScanAbout = z.object({
  name: z.string().min(1).max(300),
  signedOn: Day,
  /** A person has looked at what cannot be read, or lacks pages, and says that it belongs here. It never overrules a code. */
  confirmed: z.enum(['true', 'false']).default('false'),
})

export const documentRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contracts/:id/versions/:number/document',
    { schema: { params: VersionId }, config: readers },
    async (request, reply) =>
      sendFile(
        reply,
        await see(request, (ctx) => documentOf(ctx, request.params.id, request.params.number)),
        true,
      ),
  )
  server.post(
    '/api/contracts/:id/versions/:number/document',
    { schema: { params: VersionId, response: { 201: VersionDetailView } }, config: keepers },
    async (request, reply) =>
      reply.code(201).send(
        await act(request, async (ctx) => {
          await keepDocument(ctx, request.params.id, request.params.number)
          return versionDetail(ctx, request.params.id, request.params.number)
        }),
      ),
  )
  server.post(
    '/api/contracts/:id/versions/:number/sending',
    {
      schema: {
        params: VersionId,
        body: z.object({ to: z.array(z.string().max(200)).max(10) }),
        response: { 202: VersionDetailView },
      },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(202).send(
        await act(request, async (ctx) => {
          await sendToSign(ctx, request.params.id, request.params.number, request.body)
          return versionDetail(ctx, request.params.id, request.params.number)
        }),
      ),
  )
  const scan = {
    params: VersionId,
    querystring: ScanAbout,
    consumes: ['application/octet-stream'],
    response: { 200: VersionDetailView },
  }
  server.post(
    '/api/contracts/:id/versions/:number/signed-scan',
    { schema: scan, config: keepers, bodyLimit: 26 * 1024 * 1024 },
    async (request) => {
      const bytes = bytesOf(request.body)
      const caller = request.caller!
      const { app } = request.server
      const wanted = { contractId: request.params.id, number: request.params.number }
      const { name, signedOn, confirmed } = request.query
      const { scanId } = await act(request, (ctx) => takeDirectScan(ctx, wanted, { name, signedOn, bytes }))
      const given = { signedOn, isConfirmed: confirmed === 'true' }
      await readDirectScan(app, caller, scanId, wanted, given)
      return inContext(app, caller, (ctx) => versionDetail(ctx, wanted.contractId, wanted.number))
    },
  )
  server.get(
    '/api/contracts/:id/versions/:number/signed-scan',
    {
      schema: { params: VersionId, querystring: z.object({ fileId: z.uuid().optional() }) },
      config: readers,
    },
    async (request, reply) =>
      sendFile(
        reply,
        await see(request, (ctx) =>
          signedScanOf(ctx, request.params.id, request.params.number, request.query.fileId),
        ),
        true,
      ),
  )
}

tellRoutes({
  'GET /api/contracts/{id}/versions/{number}/document': [
    'The document of a version as PDF',
    'pdf_unavailable',
  ],
  'POST /api/contracts/{id}/versions/{number}/document': [
    'Keeps the document of a version as it stands',
    'pdf_unavailable',
  ],
  'POST /api/contracts/{id}/versions/{number}/sending': [
    'Sends the document of a version to be signed',
    'email_invalid',
    'pdf_unavailable',
  ],
  'POST /api/contracts/{id}/versions/{number}/signed-scan': [
    'Keeps the scan of the signed document after reading the codes on its pages',
    'signed_scan_wrong_type',
    'file_too_large',
    'scan_password',
    'scan_code_unknown',
    'scan_mixes_versions',
    'scan_of_changed_terms',
    'scan_of_other_contract',
    'scan_of_other_version',
    'scan_unreadable',
    'scan_incomplete',
  ],
  'GET /api/contracts/{id}/versions/{number}/signed-scan':
    'A file of the signed document: the first, or the one that is named',
})
