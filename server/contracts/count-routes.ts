/** What a contract counts besides tickets: readings, numbers of devices and users, blocks, events. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { countsOf, enterCount, removeCount } from './contract-counts.ts'
import { contractOf } from './contract-store.ts'

const Id = z.object({ id: z.uuid() })
const Text = (max: number) => z.string().trim().max(max)
const Day = z.iso.date()
/** An exact decimal as a person types it: "1 234,5". */
const Typed = Text(30)
const common = { on: Day, note: Text(500).optional() }
const CountToEnter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reading'),
    ...common,
    meter: Text(60).min(1),
    device: Text(120),
    value: Typed.min(1),
    goesOnFrom: Typed.optional(),
  }),
  z.object({
    kind: z.literal('units'),
    ...common,
    unit: Text(60).min(1),
    quantity: Typed.min(1),
    class: Text(60).optional(),
    size: Typed.optional(),
    group: Text(120).optional(),
  }),
  z.object({
    kind: z.literal('purchase'),
    ...common,
    itemId: Text(60).min(1),
    blocks: z.number().int().min(1).max(1000),
  }),
  z.object({
    kind: z.literal('event'),
    ...common,
    event: Text(60).min(1),
    quantity: Typed.optional(),
    class: Text(60).optional(),
    value: Typed.optional(),
    site: Text(120).optional(),
  }),
])
const Count = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  kind: z.enum(['reading', 'units', 'purchase', 'event']),
  at: z.string(),
  on: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  note: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  isSettled: z.boolean(),
})
nameShapes({ ContractCount: Count })

const keepers = ['owner', 'manager', 'accountManager', 'technician', 'billing'] as const

export const countRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contracts/:id/counts',
    { schema: { params: Id, response: { 200: z.array(Count) } }, config: { allow: keepers } },
    (request) =>
      see(request, async (ctx) =>
        countsOf(ctx, (await contractOf(ctx, request.params.id)) ?? refuse('not_found')),
      ),
  )
  server.post(
    '/api/contracts/:id/counts',
    { schema: { params: Id, body: CountToEnter, response: { 201: Count } }, config: { allow: keepers } },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => enterCount(ctx, request.params.id, request.body))),
  )
  server.delete(
    '/api/contracts/:id/counts/:countId',
    {
      schema: {
        params: Id.extend({ countId: z.uuid() }),
        body: z.object({ reason: Text(500) }),
        response: { 200: z.object({ removed: z.literal(true) }) },
      },
      config: { allow: ['owner', 'manager', 'accountManager', 'billing'] },
    },
    (request) =>
      act(request, async (ctx) => {
        await removeCount(ctx, request.params.id, request.params.countId, request.body)
        return { removed: true as const }
      }),
  )
}

tellRoutes({
  'GET /api/contracts/{id}/counts':
    'What was counted on a contract: readings, numbers of devices, blocks, events',
  'POST /api/contracts/{id}/counts': [
    'Enters a count',
    'amount_invalid',
    'reading_runs_backwards',
    'block_unknown',
    'date_outside_contract',
    'entry_in_future',
  ],
  'DELETE /api/contracts/{id}/counts/{countId}': ['Takes a count back', 'count_settled', 'reason_missing'],
})
