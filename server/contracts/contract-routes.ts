/** Contracts, the versions of their terms, and worked examples. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { noteOnboarding } from '#server/accounts/public.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract } from './amend-contract.ts'
import {
  ContractDetailView,
  ContractSummaryView,
  Day,
  ExampleBody,
  ExampleView,
  VersionDetailView,
} from './contract-schemas.ts'
import { contractList } from './contract-list.ts'
import { contractDetail, versionDetail } from './contract-views.ts'
import {
  changeContract,
  discardDraft,
  draftContract,
  mayKeepContracts,
  writeTerms,
} from './draft-contract.ts'
import { priceExample } from './price-example.ts'
import { contractOf } from './contract-store.ts'
import { termsAsOf } from './terms-as-of.ts'
import { Terms } from './terms.ts'

const Whole = z.number().int()
const Id = z.object({ id: z.uuid() })
export const VersionId = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(10_000) })
const ContractNumber = z.string().trim().min(1).max(60)
const NewContractBody = z.object({
  clientId: z.uuid(),
  number: ContractNumber.optional(),
  validFrom: Day.optional(),
  validTo: Day.nullable().optional(),
  concludedOn: Day.nullable().optional(),
  terms: Terms.optional(),
  /** The id of a template of the company, or a trade whose usual terms the draft begins with. */
  template: z.string().trim().max(60).optional(),
})
const ContractChangeBody = z.object({
  version: Whole,
  number: ContractNumber.optional(),
  validFrom: Day.optional(),
  validTo: Day.nullable().optional(),
  concludedOn: Day.nullable().optional(),
})
const ChangeBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amendment'), validFrom: Day, reason: z.string().trim().max(500).optional() }),
  z.object({
    kind: z.literal('correction'),
    /** The number of the wrong version; without it, what was forgotten from `validFrom` on. */
    corrects: Whole.optional(),
    validFrom: Day.optional(),
    reason: z.string().trim().max(500),
  }),
])
const TermsBody = z.object({
  version: Whole,
  terms: Terms,
  validFrom: Day.optional(),
  reason: z.string().trim().max(500).optional(),
})
const ActivationBody = z.object({
  version: Whole.optional(),
  confirmOverlap: z.boolean().optional(),
  signedOn: Day.optional(),
})
const TermsAsked = z.object({ on: Day, knownAt: z.iso.datetime({ offset: true }).optional() })
const TermsAnswer = z.object({
  versionId: z.uuid(),
  number: Whole,
  validFrom: z.string(),
  terms: Terms,
  /** The contract was suspended on that day: the terms stood, but were not in force. */
  isSuspended: z.boolean(),
})
const readers = { allow: ['staff'] } as const
const keepers = { allow: mayKeepContracts } as const

export const contractRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contracts',
    {
      schema: {
        querystring: z.object({ clientId: z.uuid().optional() }),
        response: { 200: z.array(ContractSummaryView) },
      },
      config: readers,
    },
    (request) => see(request, (ctx) => contractList(ctx, request.query.clientId)),
  )
  server.post(
    '/api/contracts',
    { schema: { body: NewContractBody, response: { 201: ContractDetailView } }, config: keepers },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) => contractDetail(ctx, (await draftContract(ctx, request.body)).id)),
        ),
  )
  server.post(
    '/api/contracts/example',
    { schema: { body: ExampleBody, response: { 200: ExampleView } }, config: readers },
    (request) => see(request, (ctx) => priceExample(ctx, request.body)),
  )
  server.put(
    '/api/contracts/legal-notice',
    { schema: { response: { 200: z.object({ legalNoticeAt: z.string() }) } }, config: keepers },
    (request) =>
      act(request, async (ctx) => {
        const legalNoticeAt = ctx.now.toString()
        await noteOnboarding(ctx, {
          legalNoticeAt,
          legalNoticeBy: ctx.actor.kind === 'staff' ? ctx.actor.name : '',
        })
        return { legalNoticeAt }
      }),
  )

  server.get(
    '/api/contracts/:id',
    { schema: { params: Id, response: { 200: ContractDetailView } }, config: readers },
    (request) => see(request, (ctx) => contractDetail(ctx, request.params.id)),
  )
  server.patch(
    '/api/contracts/:id',
    {
      schema: { params: Id, body: ContractChangeBody, response: { 200: ContractDetailView } },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) =>
        contractDetail(ctx, (await changeContract(ctx, request.params.id, request.body)).id),
      ),
  )
  server.get(
    '/api/contracts/:id/terms',
    { schema: { params: Id, querystring: TermsAsked, response: { 200: TermsAnswer } }, config: readers },
    (request) =>
      see(request, async (ctx) => {
        const { on, knownAt } = request.query
        const asked = { on, ...(knownAt && { knownAt: Temporal.Instant.from(knownAt) }) }
        await contractOf(ctx, request.params.id).then((contract) => contract ?? refuse('not_found'))
        return (await termsAsOf(ctx, request.params.id, asked)) ?? refuse('not_found')
      }),
  )

  server.post(
    '/api/contracts/:id/versions',
    { schema: { params: Id, body: ChangeBody, response: { 201: VersionDetailView } }, config: keepers },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) =>
            versionDetail(
              ctx,
              request.params.id,
              (await amendContract(ctx, request.params.id, request.body)).number,
            ),
          ),
        ),
  )
  server.get(
    '/api/contracts/:id/versions/:number',
    { schema: { params: VersionId, response: { 200: VersionDetailView } }, config: readers },
    (request) => see(request, (ctx) => versionDetail(ctx, request.params.id, request.params.number)),
  )
  server.put(
    '/api/contracts/:id/versions/:number/terms',
    { schema: { params: VersionId, body: TermsBody, response: { 200: VersionDetailView } }, config: keepers },
    (request) =>
      act(request, async (ctx) => {
        const { id, number } = request.params
        await writeTerms(ctx, id, number, request.body)
        return versionDetail(ctx, id, number)
      }),
  )
  server.put(
    '/api/contracts/:id/versions/:number/activation',
    {
      schema: { params: VersionId, body: ActivationBody, response: { 200: ContractDetailView } },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) =>
        contractDetail(
          ctx,
          (await activateVersion(ctx, request.params.id, request.params.number, request.body)).id,
        ),
      ),
  )
  server.delete(
    '/api/contracts/:id/versions/:number',
    { schema: { params: VersionId, response: { 204: z.null() } }, config: keepers },
    async (request, reply) => {
      await act(request, (ctx) => discardDraft(ctx, request.params.id, request.params.number))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'GET /api/contracts': 'The contracts with what is in force today',
  'POST /api/contracts': [
    'Drafts a contract with the usual terms',
    'client_archived',
    'dates_reversed',
    'number_taken',
    'template_archived',
  ],
  'POST /api/contracts/example': [
    'What an invoice would say for given figures under given prices',
    'terms_invalid',
  ],
  'PUT /api/contracts/legal-notice': "Notes that the notice about the contract's text was read",
  'GET /api/contracts/{id}': 'One contract with its versions and what may be done with it',
  'PATCH /api/contracts/{id}': [
    'Changes the head of a contract',
    'dates_reversed',
    'number_taken',
    'terms_in_force',
  ],
  'PUT /api/contracts/{id}/end': [
    'Ends a contract',
    'date_outside_contract',
    'notice_too_short',
    'reason_missing',
    'amendment_inside_settled_period',
  ],
  'DELETE /api/contracts/{id}/end': 'Takes the end of a contract back',
  'GET /api/contracts/{id}/terms': 'The terms in force on a day, as known then or at a given moment',
  'POST /api/contracts/{id}/versions': [
    'Drafts an amendment or a correction',
    'date_outside_contract',
    'reason_missing',
  ],
  'GET /api/contracts/{id}/versions/{number}':
    'One version: its terms, what is wrong with them, what they change',
  'PUT /api/contracts/{id}/versions/{number}/terms': [
    'Writes the terms of a draft',
    'terms_in_force',
    'amount_invalid',
    'calendar_invalid',
  ],
  'PUT /api/contracts/{id}/versions/{number}/activation': [
    'Puts a version in force',
    'terms_invalid',
    'contracts_overlap',
    'contract_already_active',
    'contract_ended',
    'amendment_inside_settled_period',
  ],
  'DELETE /api/contracts/{id}/versions/{number}': ['Discards a draft', 'terms_in_force'],
})
