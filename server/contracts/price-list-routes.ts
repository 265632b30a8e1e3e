/** The company's price lists, their versions, and the table of indices. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { indexKeys } from '#engines/pricing/index-price-list.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { Day, VersionDetailView } from './contract-schemas.ts'
import { versionDetail } from './contract-views.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { enterIndexFigure, indexFiguresOf } from './index-figures.ts'
import { PriceList } from './price-list-schema.ts'
import {
  createPriceList,
  draftPriceList,
  mayKeepPriceLists,
  priceListOf,
  priceListsOf,
  publishPriceList,
  renamePriceList,
  writePriceList,
} from './price-lists.ts'
import { takePriceList } from './take-price-list.ts'

const Whole = z.number().int()
const Id = z.object({ id: z.uuid() })
const VersionId = Id.extend({ number: z.coerce.number().int().min(1) })
const Name = z.string().trim().min(1).max(120)
const Description = z.string().trim().max(500)
const PriceListVersionView = z.object({
  id: z.uuid(),
  number: Whole,
  priceList: PriceList,
  note: z.string(),
  isDraft: z.boolean(),
  publishedAt: z.string().nullable(),
  version: Whole,
})
const PriceListView = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  archivedAt: z.string().nullable(),
  version: Whole,
  versions: z.array(PriceListVersionView),
  /** How many contracts stand on each version. */
  contracts: z.array(z.object({ number: Whole, contracts: Whole })),
})
const IndexFigureView = z.object({
  index: z.enum(indexKeys),
  year: Whole,
  /** "103.6": prices per hundred of the year before. */
  value: z.string(),
  source: z.string(),
  announcedOn: z.string().nullable(),
  /** 0: known by itself, not entered by the company. */
  version: Whole,
})
nameShapes({ CompanyPriceList: PriceListView, IndexFigure: IndexFigureView })

const keepers = { allow: mayKeepPriceLists } as const
const readers = { allow: ['staff'] } as const
const answer = { 200: PriceListView }

export const priceListRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/price-lists',
    { schema: { response: { 200: z.array(PriceListView) } }, config: readers },
    (request) => see(request, priceListsOf),
  )
  server.post(
    '/api/price-lists',
    {
      schema: {
        body: z.object({ name: Name, description: Description.optional(), priceList: PriceList }),
        response: { 201: PriceListView },
      },
      config: keepers,
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => createPriceList(ctx, request.body))),
  )
  server.get(
    '/api/price-lists/:id',
    { schema: { params: Id, response: answer }, config: readers },
    (request) => see(request, (ctx) => priceListOf(ctx, request.params.id)),
  )
  server.patch(
    '/api/price-lists/:id',
    {
      schema: {
        params: Id,
        body: z.object({
          version: Whole,
          name: Name.optional(),
          description: Description.optional(),
          isArchived: z.boolean().optional(),
        }),
        response: answer,
      },
      config: keepers,
    },
    (request) => act(request, (ctx) => renamePriceList(ctx, request.params.id, request.body)),
  )
  server.post(
    '/api/price-lists/:id/versions',
    { schema: { params: Id, response: { 201: PriceListView } }, config: keepers },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => draftPriceList(ctx, request.params.id))),
  )
  server.put(
    '/api/price-lists/:id/versions/:number',
    {
      schema: {
        params: VersionId,
        body: z.object({ version: Whole, priceList: PriceList, note: Description.optional() }),
        response: answer,
      },
      config: keepers,
    },
    (request) =>
      act(request, (ctx) => writePriceList(ctx, request.params.id, request.params.number, request.body)),
  )
  server.put(
    '/api/price-lists/:id/versions/:number/publication',
    { schema: { params: VersionId, body: z.object({ version: Whole }), response: answer }, config: keepers },
    (request) =>
      act(request, (ctx) => publishPriceList(ctx, request.params.id, request.params.number, request.body)),
  )
  server.put(
    '/api/contracts/:id/versions/:number/price-list',
    {
      schema: {
        params: VersionId,
        body: z.object({
          version: Whole,
          /** Null: the prices stay, but follow no list any more. */
          priceListId: z.uuid().nullable(),
          priceListNumber: Whole.optional(),
        }),
        response: { 200: VersionDetailView },
      },
      config: { allow: mayKeepContracts },
    },
    (request) =>
      act(request, async (ctx) => {
        const { id, number } = request.params
        await takePriceList(ctx, id, number, request.body)
        return versionDetail(ctx, id, number)
      }),
  )
  server.get(
    '/api/index-figures',
    { schema: { response: { 200: z.array(IndexFigureView) } }, config: readers },
    (request) => see(request, indexFiguresOf),
  )
  server.put(
    '/api/index-figures/:index/:year',
    {
      schema: {
        params: z.object({ index: z.enum(indexKeys), year: z.coerce.number().int().min(2000).max(2100) }),
        body: z.object({
          value: z.string().trim().max(20),
          source: z.string().trim().max(300),
          announcedOn: Day.nullable().optional(),
          version: Whole,
        }),
        response: { 200: IndexFigureView },
      },
      config: keepers,
    },
    (request) =>
      act(request, (ctx) => enterIndexFigure(ctx, request.params.index, request.params.year, request.body)),
  )
}

tellRoutes({
  'GET /api/price-lists': 'The price lists of the company with their versions',
  'POST /api/price-lists': [
    'Adds a price list; its first version is a draft',
    'price_list_name_taken',
    'amount_invalid',
  ],
  'GET /api/price-lists/{id}': 'One price list',
  'PATCH /api/price-lists/{id}': ['Renames or archives a price list', 'price_list_name_taken'],
  'POST /api/price-lists/{id}/versions': 'Begins the draft of the next version',
  'PUT /api/price-lists/{id}/versions/{number}': [
    'Writes a draft version',
    'price_list_published',
    'amount_invalid',
  ],
  'PUT /api/price-lists/{id}/versions/{number}/publication': [
    'Publishes a version; it never changes afterwards',
    'price_list_published',
    'terms_invalid',
  ],
  'PUT /api/contracts/{id}/versions/{number}/price-list': [
    'Takes a published price list into a draft, or lets it follow none',
    'terms_in_force',
    'price_list_not_published',
  ],
  'GET /api/index-figures': 'The table of indices: published figures and those that the company entered',
  'PUT /api/index-figures/{index}/{year}': ['Enters or corrects the index of a year', 'index_figure_invalid'],
})
