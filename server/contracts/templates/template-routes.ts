/** The company's own DOCX templates: checked, kept, tried with a sample client, chosen for a contract. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf, sendFile } from '#server/plumbing/http/file-routes.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { VersionDetailView } from '../contract-schemas.ts'
import { versionDetail } from '../contract-views.ts'
import { mayKeepContracts } from '../draft-contract.ts'
import { knownPlaceholders } from './known-placeholders.ts'
import { choosePaper, chooseTemplate } from './choose-paper.ts'
import { addTemplate, changeTemplate, checkOwnTemplate, sampleOf } from './keep-template.ts'
import { templateBytesMax } from './refuse-docx.ts'
import { chosenTemplate, ownTemplate, ownTemplates, type TemplateRow } from './template-store.ts'

const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepContracts } as const
const Id = z.object({ id: z.uuid() })
const Kind = z.enum(['contract', 'amendment'])
const problemCodes = [
  'tag_open',
  'tag_unopened',
  'loop_open',
  'loop_unopened',
  'loop_crossed',
  'loop_misplaced',
  'other',
  'unknown',
  'outside_loop',
  'list_as_value',
] as const
const FindingsView = z.object({
  used: z.array(z.string()),
  problems: z.array(
    z.object({
      code: z.enum(problemCodes),
      tag: z.string(),
      suggestion: z.string().optional(),
      loop: z.string().optional(),
    }),
  ),
  advised: z.array(z.string()),
  typed: z.array(z.string()),
  hasOwnMark: z.boolean(),
})
const CheckView = FindingsView.extend({ pages: z.number().int().nullable() })
const TemplateView = z.object({
  id: z.uuid(),
  kind: Kind,
  name: z.string(),
  sha256: z.string(),
  findings: FindingsView,
  isDefault: z.boolean(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  version: z.number().int(),
})
const ChosenView = z.object({ templateId: z.uuid().nullable() })
const octets = { consumes: ['application/octet-stream'] }
const bodyLimit = templateBytesMax + 1024 * 1024

export const templateRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/document-templates',
    {
      schema: {
        querystring: z.object({ archived: z.enum(['true', 'false']).default('false') }),
        response: { 200: z.array(TemplateView) },
      },
      config: readers,
    },
    (request) =>
      see(request, async (ctx) => (await ownTemplates(ctx, request.query.archived === 'true')).map(view)),
  )
  server.get(
    '/api/document-templates/placeholders/:kind',
    {
      schema: {
        params: z.object({ kind: Kind }),
        response: {
          200: z.object({ plain: z.array(z.string()), inside: z.record(z.string(), z.array(z.string())) }),
        },
      },
      config: readers,
    },
    async (request) => {
      const { plain, inside } = knownPlaceholders(request.params.kind)
      const lists: Record<string, string[]> = {}
      for (const [loop, names] of inside) lists[loop] = [...names]
      return { plain: [...plain].filter((name) => !inside.has(name)), inside: lists }
    },
  )
  server.post(
    '/api/document-templates/checks',
    {
      schema: { querystring: z.object({ kind: Kind }), ...octets, response: { 200: CheckView } },
      config: keepers,
      bodyLimit,
    },
    async (request) => {
      const bytes = bytesOf(request.body)
      return see(request, (ctx) => checkOwnTemplate(ctx, request.query.kind, bytes))
    },
  )
  const about = z.object({
    kind: Kind,
    name: z.string().trim().min(1).max(120),
    fileName: z.string().min(1).max(300),
  })
  server.post(
    '/api/document-templates',
    {
      schema: { querystring: about, ...octets, response: { 201: TemplateView } },
      config: keepers,
      bodyLimit,
    },
    async (request, reply) => {
      const bytes = bytesOf(request.body)
      return reply
        .code(201)
        .send(await act(request, async (ctx) => view(await addTemplate(ctx, { ...request.query, bytes }))))
    },
  )
  server.patch(
    '/api/document-templates/:id',
    {
      schema: {
        params: Id,
        body: z.object({
          version: z.number().int(),
          name: z.string().trim().min(1).max(120).optional(),
          isDefault: z.boolean().optional(),
          isArchived: z.boolean().optional(),
        }),
        response: { 200: TemplateView },
      },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) => view(await changeTemplate(ctx, request.params.id, request.body))),
  )
  server.get(
    '/api/document-templates/:id/file',
    { schema: { params: Id }, config: readers },
    async (request, reply) =>
      sendFile(
        reply,
        await see(request, async (ctx) => {
          const template = (await ownTemplate(ctx, request.params.id)) ?? refuse('not_found')
          return readFileOf(ctx, template.fileId)
        }),
      ),
  )
  server.get(
    '/api/document-templates/:id/sample',
    { schema: { params: Id }, config: readers },
    async (request, reply) =>
      sendFile(reply, await see(request, (ctx) => sampleOf(ctx, request.params.id)), true),
  )
  server.get(
    '/api/contracts/:id/document-template',
    { schema: { params: Id, response: { 200: ChosenView } }, config: readers },
    (request) => see(request, async (ctx) => ({ templateId: await chosenTemplate(ctx, request.params.id) })),
  )
  server.put(
    '/api/contracts/:id/document-template',
    { schema: { params: Id, body: ChosenView, response: { 200: ChosenView } }, config: keepers },
    (request) =>
      act(request, async (ctx) => {
        await chooseTemplate(ctx, request.params.id, request.body.templateId)
        return { templateId: await chosenTemplate(ctx, request.params.id) }
      }),
  )
  server.put(
    '/api/contracts/:id/versions/:number/document-template',
    {
      schema: {
        params: Id.extend({ number: z.coerce.number().int().min(1).max(10_000) }),
        /** Our own text, one of the company's templates, or null: what is usual. */
        body: z.object({ choice: z.union([z.literal('builtIn'), z.uuid()]).nullable() }),
        response: { 200: VersionDetailView },
      },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) => {
        const { id, number } = request.params
        await choosePaper(ctx, id, number, request.body.choice)
        return versionDetail(ctx, id, number)
      }),
  )
}

function view({ createdBy, fileId: _file, ...template }: TemplateRow) {
  return { ...template, createdByName: createdBy.name }
}

tellRoutes({
  'GET /api/document-templates': "The company's own DOCX templates",
  'POST /api/document-templates': [
    'Keeps a template after checking it',
    'template_not_docx',
    'template_broken',
    'template_unfit',
    'template_macros',
    'template_too_large',
  ],
  'GET /api/document-templates/placeholders/{kind}': 'The placeholders that a template may use',
  'POST /api/document-templates/checks': [
    'Checks a template without keeping it',
    'template_not_docx',
    'template_broken',
    'template_macros',
    'template_external_link',
    'template_raw_xml',
    'template_too_large',
  ],
  'PATCH /api/document-templates/{id}': 'Renames a template, puts it into the archive or takes it out of it',
  'GET /api/document-templates/{id}/file': 'The template as it was uploaded',
  'GET /api/document-templates/{id}/sample': 'The template filled in for a sample client',
  'GET /api/contracts/{id}/document-template': 'Which template a contract uses',
  'PUT /api/contracts/{id}/document-template': 'Chooses the template of a contract',
  'PUT /api/contracts/{id}/versions/{number}/document-template': [
    'Chooses the paper of one version',
    'paper_kept',
  ],
})
