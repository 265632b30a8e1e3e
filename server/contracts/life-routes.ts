/** What happens to a contract in its life: suspension, end, renewal, and the queue of what comes next. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import type { Context } from '#server/plumbing/context.ts'
import { ContractDetailView, Day } from './contract-schemas.ts'
import type { Contract } from './contract-store.ts'
import { contractDetail } from './contract-views.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { endContract, endingKinds, withdrawEnd } from './end-contract.ts'
import { renewalKinds, renewalQueue } from './renewal-queue.ts'
import { declineRenewal, renewContract } from './renew-contract.ts'
import { resumeContract, suspendContract } from './suspend-contract.ts'

const Whole = z.number().int()
const Id = z.object({ id: z.uuid() })
const Reason = z.string().trim().max(500)
const EndBody = z.object({
  endedOn: Day,
  reason: Reason,
  version: Whole,
  /** Notice is held to its period; an agreement and a serious reason are not. */
  kind: z.enum(endingKinds).optional(),
  givenBy: z.enum(['us', 'client', 'both']).optional(),
  givenOn: Day.optional(),
})
const SuspensionBody = z.object({
  version: Whole.optional(),
  fromOn: Day.optional(),
  toOn: Day.nullable().optional(),
  reason: Reason,
})
const RenewalBody = z.object({ version: Whole, validTo: Day, reason: Reason.optional() })
const DeclineBody = z.object({ version: Whole, reason: Reason })
const RenewalItemView = z.object({
  contractId: z.uuid(),
  number: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  accountManagerId: z.string().nullable(),
  accountManagerName: z.string(),
  feeGrosze: Whole,
  kind: z.enum(renewalKinds),
  actBy: z.string(),
  daysLeft: Whole,
  on: z.string(),
  nextLastDay: z.string().nullable(),
  isRenewalDeclined: z.boolean(),
})
nameShapes({ RenewalItem: RenewalItemView })

const keepers = { allow: mayKeepContracts } as const
const answer = { 200: ContractDetailView }
const shown = async (ctx: Context, deed: Promise<Contract>) => contractDetail(ctx, (await deed).id)

export const lifeRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contract-renewals',
    {
      schema: {
        querystring: z.object({ days: z.coerce.number().int().min(1).max(730).default(120) }),
        response: { 200: z.array(RenewalItemView) },
      },
      config: { allow: ['staff'] },
    },
    (request) => see(request, (ctx) => renewalQueue(ctx, request.query.days)),
  )
  server.put(
    '/api/contracts/:id/end',
    { schema: { params: Id, body: EndBody, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, endContract(ctx, request.params.id, request.body))),
  )
  server.delete(
    '/api/contracts/:id/end',
    { schema: { params: Id, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, withdrawEnd(ctx, request.params.id))),
  )
  server.put(
    '/api/contracts/:id/suspension',
    { schema: { params: Id, body: SuspensionBody, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, suspendContract(ctx, request.params.id, request.body))),
  )
  server.delete(
    '/api/contracts/:id/suspension',
    { schema: { params: Id, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, resumeContract(ctx, request.params.id))),
  )
  server.put(
    '/api/contracts/:id/renewal',
    { schema: { params: Id, body: RenewalBody, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, renewContract(ctx, request.params.id, request.body))),
  )
  server.put(
    '/api/contracts/:id/renewal-refusal',
    { schema: { params: Id, body: DeclineBody, response: answer }, config: keepers },
    (request) => act(request, (ctx) => shown(ctx, declineRenewal(ctx, request.params.id, request.body))),
  )
}

tellRoutes({
  'GET /api/contract-renewals': 'What will happen to contracts soon, by the day until which one may act',
  'PUT /api/contracts/{id}/end': [
    'Sets the last day: by notice, by agreement or for a serious reason',
    'contract_ended',
    'contract_not_active',
    'reason_missing',
    'dates_reversed',
    'date_outside_contract',
    'amendment_inside_settled_period',
    'notice_in_future',
    'notice_too_short',
  ],
  'DELETE /api/contracts/{id}/end': ['Takes the notice back', 'contract_not_ended', 'contract_ended'],
  'PUT /api/contracts/{id}/suspension': [
    'Suspends a contract from a day on',
    'contract_suspended',
    'contract_not_active',
    'contract_ended',
    'reason_missing',
    'suspension_in_past',
    'dates_reversed',
  ],
  'DELETE /api/contracts/{id}/suspension': [
    'Resumes a suspended contract',
    'contract_not_suspended',
    'contract_ended',
  ],
  'PUT /api/contracts/{id}/renewal': [
    'Lets a definite term go on to a later day',
    'contract_indefinite',
    'contract_ended',
    'contract_not_active',
    'renewal_too_short',
  ],
  'PUT /api/contracts/{id}/renewal-refusal': [
    'Notes that a term shall not go on by itself',
    'contract_indefinite',
    'contract_has_no_renewal',
    'contract_ended',
    'contract_not_active',
    'reason_missing',
  ],
})
