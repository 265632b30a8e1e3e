/** Contract templates: built in for each trade, cloned, changed, compared. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { ChangeView } from './contract-schemas.ts'
import {
  createTemplate,
  differenceFromTemplate,
  mayKeepTemplates,
  templateDetail,
  templatesOf,
  writeTemplate,
} from './contract-templates.ts'
import { TemplateTerms } from './terms.ts'

const Whole = z.number().int()
const Name = z.string().trim().min(1).max(120)
/** A built-in template is named by its trade. */
const TemplateId = z.object({ id: z.string().trim().max(60) })
const TemplateSummaryView = z.object({
  id: z.string(),
  name: z.string(),
  trade: z.string(),
  isBuiltIn: z.boolean(),
  originId: z.string().nullable(),
  archivedAt: z.string().nullable(),
  version: Whole,
})
const TemplateView = TemplateSummaryView.extend({
  terms: TemplateTerms,
  /** Against its origin as it is now. */
  changes: z.array(ChangeView),
  /** What the origin has changed since the template was cloned from it. */
  originChanges: z.array(ChangeView),
})
nameShapes({ TemplateTerms, ContractTemplateSummary: TemplateSummaryView, ContractTemplate: TemplateView })
const keepers = { allow: mayKeepTemplates } as const
const readers = { allow: ['staff'] } as const

export const contractTemplateRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contract-templates',
    { schema: { response: { 200: z.array(TemplateSummaryView) } }, config: readers },
    (request) => see(request, templatesOf),
  )
  server.post(
    '/api/contract-templates',
    {
      schema: {
        body: z.union([
          z.object({ name: Name, from: z.string().trim().max(60) }),
          z.object({ name: Name, contractId: z.uuid(), number: Whole.min(1) }),
        ]),
        response: { 201: TemplateView },
      },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => createTemplate(ctx, request.body))),
  )
  server.get(
    '/api/contract-templates/:id',
    { schema: { params: TemplateId, response: { 200: TemplateView } }, config: readers },
    (request) => see(request, (ctx) => templateDetail(ctx, request.params.id)),
  )
  server.put(
    '/api/contract-templates/:id',
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.object({
          version: Whole,
          name: Name.optional(),
          terms: TemplateTerms.optional(),
          isArchived: z.boolean().optional(),
        }),
        response: { 200: TemplateView },
      },
      config: keepers,
    },
    (request) => act(request, (ctx) => writeTemplate(ctx, request.params.id, request.body)),
  )
  server.get(
    '/api/contracts/:id/versions/:number/template-difference',
    {
      schema: {
        params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1) }),
        response: { 200: z.object({ template: TemplateSummaryView, changes: z.array(ChangeView) }) },
      },
      config: readers,
    },
    (request) => see(request, (ctx) => differenceFromTemplate(ctx, request.params.id, request.params.number)),
  )
}

tellRoutes({
  'GET /api/contract-templates': 'Contract templates: of the company, and one built in for each trade',
  'POST /api/contract-templates': ['Clones a template, or makes one from a contract', 'template_name_taken'],
  'GET /api/contract-templates/{id}': 'One template, compared with its origin',
  'PUT /api/contract-templates/{id}': [
    'Changes a template of the company',
    'template_name_taken',
    'amount_invalid',
    'calendar_never_opens',
    'calendar_invalid',
  ],
  'GET /api/contracts/{id}/versions/{number}/template-difference':
    'How the terms differ from the template they began with',
})
