/** A person's word on a piece of work: waived with a reason, out of scope by a clause; and taking it back. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act } from '#server/plumbing/http/act.ts'
import { judgeWork, withdrawJudgement } from './work-judgement.ts'

const Params = z.object({ kind: z.enum(['ticket', 'time', 'trip', 'material']), id: z.uuid() })
const Said = z.object({
  verdict: z.enum(['waived', 'outOfScope']),
  reason: z.string().trim().max(500).optional(),
  clause: z.string().trim().max(60).optional(),
})
const Done = z.object({ done: z.literal(true) })
const judges = ['owner', 'manager', 'accountManager', 'billing'] as const
const refusals = ['reason_missing', 'entry_settled', 'not_found'] as const

export const judgementRoutes: FastifyPluginAsyncZod = async (server) => {
  server.put(
    '/api/work/:kind/:id/judgement',
    {
      schema: { params: Params, body: Said, response: { 200: Done } },
      config: { allow: judges, refusals },
    },
    (request) =>
      act(request, async (ctx) => {
        await judgeWork(ctx, request.params.kind, request.params.id, request.body)
        return { done: true as const }
      }),
  )
  server.delete(
    '/api/work/:kind/:id/judgement',
    { schema: { params: Params, response: { 200: Done } }, config: { allow: judges, refusals } },
    (request) =>
      act(request, async (ctx) => {
        await withdrawJudgement(ctx, request.params.kind, request.params.id)
        return { done: true as const }
      }),
  )
}

tellRoutes({
  'PUT /api/work/{kind}/{id}/judgement': [
    'Waives a piece of work or puts it out of scope',
    'reason_missing',
    'entry_settled',
  ],
  'DELETE /api/work/{kind}/{id}/judgement': ['Takes such a judgement back', 'entry_settled'],
})
