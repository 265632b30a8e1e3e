/** Signed scans: received, read, confirmed by a person, put aside; their files as they came. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import type { Context } from '#server/plumbing/context.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { sendFile } from '#server/plumbing/http/file-routes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf } from '../contract-store.ts'
import { Day } from '../contract-schemas.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { confirmScan, dismissScan, receiveScan } from './receive-scan.ts'
import { scanOf, scansOf, scanStates, type ScanRow } from './scan-store.ts'

const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepContracts } as const
const Whole = z.number().int()
const Id = z.object({ id: z.uuid() })
const Stamp = z.string().nullable()
const ScanView = z.object({
  id: z.uuid(),
  files: z.array(
    z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), bytes: Whole, sha256: z.string() }),
  ),
  state: z.enum(scanStates),
  wantedContractId: Stamp,
  wantedNumber: Whole.nullable(),
  contractId: Stamp,
  /** Number of the version. */
  number: Whole.nullable(),
  contractNumber: Stamp,
  /** When refused: the code and the facts of its sentence. */
  refusalCode: Stamp,
  refusalFacts: z.record(z.string(), z.unknown()).nullable(),
  /** Pages of the scan, in its order, with the codes on each. */
  pages: z.array(z.object({ code: Stamp, page: Whole.nullable() })),
  documentPages: Whole.nullable(),
  missing: z.array(Whole),
  unread: Whole,
  /** As the file states them; nothing of it is verified. */
  signatures: z.array(
    z.object({
      signer: z.string(),
      issuer: z.string().optional(),
      signedAt: z.string().optional(),
      kind: z.string().optional(),
      isFollowedByChanges: z.boolean(),
    }),
  ),
  signedOn: Stamp,
  receivedAt: z.string(),
  receivedByName: z.string(),
  receivedByKind: z.string(),
  decidedAt: Stamp,
  decidedByName: z.string(),
  version: Whole,
})

nameShapes({ SignedScan: ScanView })

export const scanRoutes: FastifyPluginAsyncZod = async (server) => {
  const Asked = z.object({ contractId: z.uuid().optional(), waiting: z.enum(['true', 'false']).optional() })
  server.get(
    '/api/signed-scans',
    { schema: { querystring: Asked, response: { 200: z.array(ScanView) } }, config: readers },
    (request) =>
      see(request, async (ctx) => {
        const { contractId, waiting } = request.query
        const states =
          waiting === 'true' ? (['reading', 'unreadable', 'incomplete', 'refused'] as const) : undefined
        const scans = await scansOf(ctx, { ...(contractId && { contractId }), ...(states && { states }) })
        return views(ctx, scans)
      }),
  )
  const Received = z.object({
    /** Files sent before to /api/files: one PDF, or the pages of one contract in order. */
    fileIds: z.array(z.uuid()).min(1).max(50),
    contractId: z.uuid().optional(),
    number: Whole.min(1).optional(),
    signedOn: Day.optional(),
  })
  server.post(
    '/api/signed-scans',
    { schema: { body: Received, response: { 201: ScanView } }, config: keepers },
    async (request, reply) =>
      reply.code(201).send(
        await act(request, async (ctx) => {
          const { fileIds, contractId, number, signedOn } = request.body
          const wanted = contractId && number ? { contractId, number } : undefined
          return view(
            ctx,
            await receiveScan(ctx, { fileIds, ...(wanted && { wanted }), ...(signedOn && { signedOn }) }),
          )
        }),
      ),
  )
  server.get(
    '/api/signed-scans/:id',
    { schema: { params: Id, response: { 200: ScanView } }, config: readers },
    (request) =>
      see(request, async (ctx) => view(ctx, (await scanOf(ctx, request.params.id)) ?? refuse('not_found'))),
  )
  server.get(
    '/api/signed-scans/:id/files/:fileId',
    { schema: { params: z.object({ id: z.uuid(), fileId: z.uuid() }) }, config: readers },
    async (request, reply) => {
      const { id, fileId } = request.params
      const file = await see(request, async (ctx) => {
        const scan = await scanOf(ctx, id)
        if (!scan?.fileIds.includes(fileId)) refuse('not_found')
        return readFileOf(ctx, fileId)
      })
      return sendFile(reply, file, true)
    },
  )
  const Confirmed = z.object({ version: Whole, contractId: z.uuid(), number: Whole.min(1), signedOn: Day })
  server.put(
    '/api/signed-scans/:id/confirmation',
    { schema: { params: Id, body: Confirmed, response: { 200: ScanView } }, config: keepers },
    (request) =>
      act(request, async (ctx) => view(ctx, await confirmScan(ctx, request.params.id, request.body))),
  )
  server.put(
    '/api/signed-scans/:id/dismissal',
    {
      schema: { params: Id, body: z.object({ version: Whole }), response: { 200: ScanView } },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) => view(ctx, await dismissScan(ctx, request.params.id, request.body.version))),
  )
}

async function views(ctx: Context, scans: ScanRow[]): Promise<z.infer<typeof ScanView>[]> {
  const shown: z.infer<typeof ScanView>[] = []
  for (const scan of scans) shown.push(await view(ctx, scan))
  return shown
}

async function view(ctx: Context, scan: ScanRow): Promise<z.infer<typeof ScanView>> {
  const { receivedBy, decidedBy, reading, fileIds, ...rest } = scan
  const contract = scan.contractId ? await contractOf(ctx, scan.contractId) : undefined
  const files = await ctx.tx
    .selectFrom('files')
    .select(['id', 'name', 'mediaType', 'bytes', 'sha256'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', fileIds)
    .execute()
  return {
    ...rest,
    files: fileIds.flatMap((id) => files.find((file) => file.id === id) ?? []),
    contractNumber: contract?.number ?? null,
    pages: (reading?.pages ?? []).map(({ marks: [mark] }) => ({
      code: mark?.pageCode ?? null,
      page: mark?.page ?? null,
    })),
    documentPages: reading?.documentPages ?? null,
    missing: reading?.missing ?? [],
    unread: reading?.unread ?? 0,
    signatures: reading?.signatures ?? [],
    receivedByName: receivedBy.name,
    receivedByKind: receivedBy.kind,
    decidedByName: decidedBy?.name ?? '',
  }
}

tellRoutes({
  'GET /api/signed-scans': 'Scans that wait for a decision, and those decided',
  'POST /api/signed-scans': [
    'Takes in a scan and finds the version that it belongs to',
    'signed_scan_wrong_type',
    'file_too_large',
  ],
  'GET /api/signed-scans/{id}': 'One scan: what was read in it, and where it seems to belong',
  'GET /api/signed-scans/{id}/files/{fileId}': 'A file of a scan',
  'PUT /api/signed-scans/{id}/confirmation': [
    'Puts a scan to its version',
    'scan_already_decided',
    'scan_of_other_version',
  ],
  'PUT /api/signed-scans/{id}/dismissal': ['Puts a scan aside', 'scan_already_decided'],
})
