/** Amendments in bulk: proposed, reviewed, made; with their letters. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '#server/plumbing/context.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import {
  blocking,
  itemProblems,
  itemsOfRun,
  runOf,
  runsOf,
  type AmendmentRun,
} from './amendment-run-store.ts'
import { aroundOf } from './contract-list.ts'
import { contractsOf } from './contract-store.ts'
import { Day } from './contract-schemas.ts'
import { letterOf } from './indexation-letter.ts'
import { chooseItems, makeAmendments } from './make-amendments.ts'
import { mayAmendInBulk, proposeIndexation, proposePriceList } from './propose-amendments.ts'

const Whole = z.number().int()
const Id = z.object({ id: z.uuid() })
const ItemId = Id.extend({ itemId: z.uuid() })
const NewRunBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('indexation'),
    year: Whole.min(2000).max(2100),
    /** All contracts whose clause names this month. */
    month: Whole.min(1).max(12),
  }),
  z.object({ kind: z.literal('priceList'), priceListId: z.uuid(), number: Whole.min(1), validFrom: Day }),
])
const PriceChangeView = z.object({
  itemId: z.string(),
  name: z.string().optional(),
  path: z.string(),
  before: z.string(),
  after: z.string(),
})
const ItemFactsView = z.object({
  feeBeforeGrosze: Whole,
  feeAfterGrosze: Whole,
  changes: z.array(PriceChangeView),
  index: z.object({ key: z.string(), year: Whole, value: z.string().nullable() }).optional(),
  changeBp: Whole.optional(),
  announcedBp: Whole.optional(),
  limit: z.enum(['cap', 'floor']).optional(),
  capBp: Whole.optional(),
  noticeBy: z.string().optional(),
  overridden: z.array(z.string()).optional(),
  added: z.array(z.string()).optional(),
  removed: z.array(z.string()).optional(),
})
const ItemView = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  number: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  facts: ItemFactsView,
  problem: z.enum(itemProblems).nullable(),
  /** Cannot be made at all. */
  isBlocked: z.boolean(),
  isChosen: z.boolean(),
  versionNumber: Whole.nullable(),
  letterFileId: z.string().nullable(),
  madeAt: z.string().nullable(),
  failure: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
})
const RunView = z.object({
  id: z.uuid(),
  kind: z.enum(['indexation', 'priceList']),
  validFrom: z.string(),
  /** Of a price list: its name and version. */
  priceListName: z.string().nullable(),
  priceListNumber: Whole.nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  sendsLetters: z.boolean(),
})
const RunDetailView = RunView.extend({ items: z.array(ItemView) })
nameShapes({ AmendmentRun: RunView, AmendmentItem: ItemView, AmendmentRunDetail: RunDetailView })

const keepers = { allow: mayAmendInBulk } as const
const answer = { 200: RunDetailView }

export const amendmentRunRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/amendment-runs',
    { schema: { response: { 200: z.array(RunView) } }, config: keepers },
    (request) => see(request, async (ctx) => (await runsOf(ctx)).map(viewOf)),
  )
  server.post(
    '/api/amendment-runs',
    { schema: { body: NewRunBody, response: { 201: RunDetailView } }, config: keepers },
    async (request, reply) => {
      const { body } = request
      const run = await act(request, async (ctx) =>
        detailOf(
          ctx,
          body.kind === 'indexation' ? await proposeIndexation(ctx, body) : await proposePriceList(ctx, body),
        ),
      )
      return reply.code(201).send(run)
    },
  )
  server.get(
    '/api/amendment-runs/:id',
    { schema: { params: Id, response: answer }, config: keepers },
    (request) => see(request, (ctx) => detailOf(ctx, request.params.id)),
  )
  server.put(
    '/api/amendment-runs/:id/choice',
    {
      schema: {
        params: Id,
        body: z.object({ itemIds: z.array(z.uuid()).max(10_000), isChosen: z.boolean() }),
        response: answer,
      },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) => {
        await chooseItems(ctx, request.params.id, request.body)
        return detailOf(ctx, request.params.id)
      }),
  )
  server.put(
    '/api/amendment-runs/:id/making',
    {
      schema: { params: Id, body: z.object({ sendsLetters: z.boolean() }), response: answer },
      config: keepers,
    },
    (request) =>
      act(request, async (ctx) => {
        await makeAmendments(ctx, request.params.id, request.body)
        return detailOf(ctx, request.params.id)
      }),
  )
  server.get(
    '/api/amendment-runs/:id/items/:itemId/letter',
    { schema: { params: ItemId }, config: keepers },
    async (request, reply) => {
      const { id, itemId } = request.params
      const letter = await see(request, (ctx) => letterOf(ctx, id, itemId))
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${letter.name}"`)
        .send(letter.content)
    },
  )
}

async function detailOf(ctx: Context, id: string) {
  const run = (await runOf(ctx, id)) ?? refuse('not_found')
  const { clients } = await aroundOf(ctx)
  const contracts = new Map((await contractsOf(ctx)).map((contract) => [contract.id, contract]))
  const items = (await itemsOfRun(ctx, id)).map(({ runId: _run, ...item }) => {
    const contract = contracts.get(item.contractId)
    return {
      ...item,
      number: contract?.number ?? '',
      clientId: contract?.clientId ?? '',
      clientName: clients.get(contract?.clientId ?? '') ?? '',
      isBlocked: item.problem !== null && blocking.includes(item.problem),
    }
  })
  return { ...viewOf(run), items }
}

function viewOf({ facts, createdBy: _created, startedBy: _started, ...run }: AmendmentRun) {
  const list = facts.kind === 'priceList' ? facts : undefined
  return { ...run, priceListName: list?.name ?? null, priceListNumber: list?.priceListNumber ?? null }
}

tellRoutes({
  'GET /api/amendment-runs': 'Runs of amendments in bulk, the newest first',
  'POST /api/amendment-runs': [
    'Proposes amendments: the indexation of a month, or a new version of a price list',
    'price_list_not_published',
  ],
  'GET /api/amendment-runs/{id}': 'A run with what it proposes for each contract',
  'PUT /api/amendment-runs/{id}/choice': ['Takes contracts into the run or out of it', 'indexation_made'],
  'PUT /api/amendment-runs/{id}/making': [
    'Makes the chosen amendments, one by one, in the background',
    'indexation_made',
  ],
  'GET /api/amendment-runs/{id}/items/{itemId}/letter': [
    'The letter of an indexation as PDF',
    'pdf_unavailable',
  ],
})
