/** Decisions about credits that missed targets propose. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act } from '#server/plumbing/http/act.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { CreditDecided } from './credit-shapes.ts'
import { decideCredit, withdrawCredit } from './decide-credit.ts'
import { Id, Reason } from './desk-schemas.ts'
import { decisionOf } from './proposed-credits.ts'

const Decision = z.object({
  contractId: z.uuid(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  clauseId: z.string().max(60),
  ticketId: z.uuid().nullable().describe('null: a clause on the whole month'),
  verdict: z.enum(['confirmed', 'declined']),
  proposedGrosze: z.number().int().min(0).describe('As the caller saw the proposal'),
  amount: z.string().max(30).optional().describe('Another amount, net, as typed: "120,50"'),
  reason: z.string().max(1000).optional().describe('Needed when declined, or with another amount'),
})
const config = { allow: ['owner', 'manager', 'billing'] } as const

export const creditRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/credits',
    { schema: { body: Decision, response: { 201: CreditDecided } }, config },
    async (request, reply) =>
      reply
        .code(201)
        .send(await act(request, async (ctx) => decisionOf(await decideCredit(ctx, request.body)))),
  )
  server.put(
    '/api/credits/:id/withdrawal',
    { schema: { params: Id, body: Reason, response: { 204: z.null() } }, config },
    async (request, reply) => {
      await act(request, (ctx) => withdrawCredit(ctx, request.params.id, request.body))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'POST /api/credits': [
    'Confirms or declines a proposed credit',
    'period_not_ended',
    'credit_not_proposed',
    'credit_decided',
    'credit_still_grows',
    'amount_invalid',
    'reason_missing',
  ],
  'PUT /api/credits/{id}/withdrawal': [
    'Takes the decision back while no invoice stands on it',
    'credit_on_invoice',
    'reason_missing',
  ],
})
