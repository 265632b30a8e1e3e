/** Uploads (raw bytes, one file a call) and downloads (always as attachments, never sniffed). */
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from './tell-routes.ts'
import { nameShapes } from './name-shapes.ts'
import { keepUpload, readFileOf } from '../files/file-store.ts'
import { refuse } from '../refusal.ts'
import { act, see } from './act.ts'

export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
})

nameShapes({ StoredFile: FileView })

export const fileRoutes: FastifyPluginAsyncZod = async (server) => {
  const schema = {
    querystring: z.object({ name: z.string().min(1).max(300) }),
    consumes: ['application/octet-stream'],
    response: { 201: FileView },
  }
  server.post(
    '/api/files',
    { schema, config: { allow: ['staff'] }, bodyLimit: 26 * 1024 * 1024 },
    async (request, reply) => {
      const bytes = bytesOf(request.body)
      return reply.code(201).send(await act(request, (ctx) => keepUpload(ctx, request.query.name, bytes)))
    },
  )
  server.get(
    '/api/files/:id',
    { schema: { params: z.object({ id: z.uuid() }) }, config: { allow: ['staff'] } },
    async (request, reply) => {
      const file = await see(request, (ctx) => readFileOf(ctx, request.params.id))
      return sendFile(reply, file)
    },
  )
}

export function bytesOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) refuse('invalid_input', { reason: 'octet_stream_expected' })
  return body
}

/** Pictures and PDFs may be shown inside our own pages; everything else is only saved. */
export function sendFile(
  reply: FastifyReply,
  file: { name: string; mediaType: string; content: Buffer },
  inline = false,
): FastifyReply {
  const shown = inline && /^(image\/(png|jpeg|webp|gif)|application\/pdf)$/.test(file.mediaType)
  return reply
    .header(
      'Content-Disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('X-Content-Type-Options', 'nosniff')
    .header('Cache-Control', 'private, no-cache')
    .type(file.mediaType)
    .send(file.content)
}

tellRoutes({
  'POST /api/files': [
    'Keeps an uploaded file until something refers to it',
    'file_too_large',
    'file_type_refused',
    'file_broken',
  ],
  'GET /api/files/{id}': 'A file, as an attachment',
})
