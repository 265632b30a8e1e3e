/**
 * The public form: anybody may report, nobody is signed in. What is answered is the same for
 * known and unknown senders; how often one address on the net may do it is counted.
 */
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { companyOf, countAttempt, priorityKeys, validEmail } from '#server/accounts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { keepUpload } from '#server/plumbing/files/file-store.ts'
import { actAs, type Caller } from '#server/plumbing/http/act.ts'
import { bytesOf, FileView } from '#server/plumbing/http/file-routes.ts'
import { uploadBytesMax } from '#server/plumbing/http/server.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { confirmBySender } from './confirm-by-sender.ts'
import { FileIds } from './desk-schemas.ts'
import { reportTicket } from './report-ticket.ts'

const config = { allow: ['anyone'] } as const
const Slug = z.object({ slug: z.string().min(1).max(80) })

export const formRoutes: FastifyPluginAsyncZod = async (server) => {
  const FormView = z
    .object({
      company: z.string(),
      phone: z.string(),
      priorities: z.array(z.string()),
      language: z.enum(['pl', 'en']),
    })
    .meta({ id: 'PublicForm' })
  server.get(
    '/api/public/forms/:slug',
    { schema: { params: Slug, response: { 200: FormView } }, config },
    async (request) =>
      actAs(request, await publicCaller(request, request.params.slug), async (ctx) => {
        const { name, phone, language } = await companyOf(ctx)
        return { company: name, phone, priorities: [...priorityKeys], language }
      }),
  )

  const upload = {
    params: Slug,
    querystring: z.object({ name: z.string().min(1).max(300) }),
    consumes: ['application/octet-stream'],
    response: { 201: FileView },
  }
  server.post(
    '/api/public/forms/:slug/files',
    { schema: upload, config, bodyLimit: uploadBytesMax },
    async (request, reply) => {
      await countAttempt(server.app, `form-files:${request.ip}`, 40, 60)
      const caller = await publicCaller(request, request.params.slug)
      const bytes = bytesOf(request.body)
      return reply
        .code(201)
        .send(await actAs(request, caller, (ctx) => keepUpload(ctx, request.query.name, bytes)))
    },
  )

  const Report = z.object({
    email: z.string().max(200),
    name: z.string().max(200).optional(),
    subject: z.string().max(300),
    description: z.string().max(50_000).default(''),
    proposedPriority: z.string().max(40).optional(),
    fileIds: FileIds,
  })
  server.post(
    '/api/public/forms/:slug/tickets',
    { schema: { params: Slug, body: Report, response: { 201: z.object({ name: z.string() }) } }, config },
    async (request, reply) => {
      await countAttempt(server.app, `form:${request.ip}`, 30, 60)
      const caller = await publicCaller(request, request.params.slug)
      await countAttempt(server.app, `form-company:${caller.tenantId}`, 600, 60)
      const { email, name, ...report } = request.body
      const reporterEmail = validEmail(email)
      const ticket = await actAs(request, caller, (ctx) =>
        reportTicket(ctx, {
          ...report,
          source: 'form',
          reporterName: name,
          reporterEmail,
          senderIsTrusted: false,
        }),
      )
      return reply.code(201).send({ name: ticket.name })
    },
  )

  const Confirmation = z.object({ token: z.string().min(10).max(200) })
  server.post(
    '/api/public/report-confirmations',
    {
      schema: { body: Confirmation, response: { 201: z.object({ name: z.string(), company: z.string() }) } },
      config,
    },
    async (request, reply) => {
      await countAttempt(server.app, `confirm-report:${request.ip}`, 60, 60)
      return reply.code(201).send(await confirmBySender(server.app, request.body.token, request.language))
    },
  )
}

/** The company is named in the address. */
async function publicCaller(request: FastifyRequest, slug: string): Promise<Caller> {
  const tenantId = await tenantOfSlug(request.server.app, slug)
  return { tenantId, actor: { kind: 'public' }, language: request.language }
}

async function tenantOfSlug(app: App, slug: string): Promise<string> {
  const row = await app.db.inSystem((tx) =>
    tx.selectFrom('tenantSlugs').select('tenantId').where('slug', '=', slug.toLowerCase()).executeTakeFirst(),
  )
  return row?.tenantId ?? refuse('not_found')
}

tellRoutes({
  'GET /api/public/forms/{slug}': 'What the public form of a company shows',
  'POST /api/public/forms/{slug}/files': [
    'Keeps a file of a report by the form',
    'file_too_large',
    'file_type_refused',
    'file_broken',
    'too_many_attempts',
  ],
  'POST /api/public/forms/{slug}/tickets': [
    'Reports by the public form',
    'email_invalid',
    'too_many_attempts',
  ],
  'POST /api/public/report-confirmations': [
    'The sender confirms a report by the key from the mail',
    'link_unknown',
    'too_many_attempts',
  ],
})
