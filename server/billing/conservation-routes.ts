/** The proof that nothing was left out, for a client and month. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { conservationOf } from './conservation.ts'

/** Exact decimals as text; minutes, pieces and tickets are whole. */
const Quantity = z.string()
const Item = z.object({
  workId: z.string(),
  workKind: z.string(),
  on: z.string(),
  quantity: Quantity,
  surplus: Quantity,
  ticket: z.object({ id: z.uuid(), number: z.string(), subject: z.string() }).nullable(),
  contractNumber: z.string().nullable(),
  invoice: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  note: z.string().nullable(),
})
const Bin = z.object({
  bin: z.string(),
  reason: z.string().nullable(),
  quantity: Quantity,
  surplus: Quantity,
  items: z.array(Item),
})
const Unit = z.object({
  unit: z.string(),
  total: Quantity,
  binned: Quantity,
  surplus: Quantity,
  isComplete: z.boolean(),
  bins: z.array(Bin),
})
const Conservation = z.object({
  clientId: z.uuid(),
  clientName: z.string(),
  month: z.string(),
  isComplete: z.boolean(),
  pending: z.number().int(),
  units: z.array(Unit),
})
nameShapes({ Conservation, ConservedUnit: Unit, ConservedBin: Bin, ConservedWork: Item })

export const conservationRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/clients/:id/conservation',
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        querystring: z.object({ month: z.string() }),
        response: { 200: Conservation },
      },
      config: {
        allow: ['owner', 'manager', 'accountManager', 'billing'],
        refusals: ['not_found', 'invalid_input'],
      },
    },
    (request) => see(request, (ctx) => conservationOf(ctx, request.params.id, request.query.month)),
  )
}

tellRoutes({
  'GET /api/clients/{id}/conservation': 'The proof that no work of a client and month was left out',
})
