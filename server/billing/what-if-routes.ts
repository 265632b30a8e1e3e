/** Prices tried without storing anything: over given work, over the past, against what was issued. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { PriceListShape } from '#server/contracts/public.ts'
import { inContext, type Context } from '#server/plumbing/context.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { backTest, whatIf } from './what-if.ts'
import { whatIfCsv, whatIfXlsx } from './what-if-sheet.ts'
import { priceWork, type WorkToPrice } from './price-work.ts'
import { Work } from './work-shapes.ts'

const Day = z.iso.date()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Grosze = z.number().int()
const Span = z.object({ from: Day, to: Day })
const Explanation = z.looseObject({ model: z.string() })
const Bin = z.looseObject({
  workId: z.string(),
  workKind: z.string(),
  bin: z.string(),
  unit: z.string(),
  quantity: z.string(),
})
const Line = z.object({
  itemId: z.string(),
  kind: z.string(),
  group: z.enum(['fee', 'overFee', 'adjustment']),
  name: z.string(),
  clause: z.string().optional(),
  quantity: z.string(),
  unit: z.union([z.string(), z.object({ named: z.string() })]),
  unitPrice: z.string(),
  netGrosze: Grosze,
  vat: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  informative: z.boolean(),
  /** The numbers behind the amount: `model` says which rule; see the pricing engine. */
  explanation: Explanation,
  workIds: z.array(z.string()),
})
const WorkToPriceBody = z.object({
  period: Span,
  fullPeriod: Span.optional(),
  contract: z.object({ from: Day, to: Day.optional() }).optional(),
  versions: z
    .array(z.object({ validFrom: Day, validTo: Day.optional(), priceList: PriceListShape }))
    .min(1)
    .max(50),
  work: z.array(Work).max(20_000),
  timezone: z.string().max(60).optional(),
})
const PricedWork = z.object({
  lines: z.array(Line),
  netGrosze: Grosze,
  vatGrosze: Grosze,
  grossGrosze: Grosze,
  bins: z.array(Bin),
  proof: z.array(
    z.object({
      unit: z.string(),
      total: z.string(),
      bins: z.array(z.object({ bin: z.string(), quantity: z.string() })),
      surplus: z.string(),
      complete: z.boolean(),
    }),
  ),
  needsDecision: z.array(Bin),
})
const Name = z.string().trim().min(1).max(60)
const Variant = z.union([
  z.object({ name: Name, asIs: z.literal(true) }),
  z.object({ name: Name, contractId: z.uuid(), version: z.number().int().min(1) }),
  z.object({ name: Name, priceList: PriceListShape }),
])
const Question = z.object({
  from: Month,
  to: Month,
  clientId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  variants: z.array(Variant).min(1).max(4),
})
const Row = z.object({
  clientId: z.uuid(),
  clientName: z.string(),
  month: z.string(),
  issuedNetGrosze: Grosze.nullable(),
  byHandGrosze: Grosze,
  missedTargets: z.number().int(),
})
const PastLine = Line.extend({ contractNumber: z.string(), month: z.string(), isLate: z.boolean() })
const WhatIfRow = Row.extend({
  results: z.array(
    z.object({
      netGrosze: Grosze,
      feeGrosze: Grosze,
      overGrosze: Grosze,
      creditGrosze: Grosze,
      undecided: z.number().int(),
      lines: z.array(PastLine),
    }),
  ),
})
const WhatIf = z.object({
  from: z.string(),
  to: z.string(),
  variants: z.array(z.object({ name: z.string(), netGrosze: Grosze, creditGrosze: Grosze })),
  issuedNetGrosze: Grosze,
  byHandGrosze: Grosze,
  rows: z.array(WhatIfRow),
})
const BackTestRow = Row.extend({
  issuedNetGrosze: Grosze,
  computedNetGrosze: Grosze,
  differenceGrosze: Grosze,
})
const BackTest = z.object({
  from: z.string(),
  to: z.string(),
  bills: z.number().int(),
  differing: z.number().int(),
  differenceGrosze: Grosze,
  rows: z.array(BackTestRow),
})
/** A file inside the answer: a question is too long for an address that a browser could open. */
const Sheet = z.object({ name: z.string(), mime: z.string(), base64: z.string() })
nameShapes({ Sheet, PricedWork, WhatIf, WhatIfRow, BackTest, WhatIfLine: PastLine })

const lookers = ['owner', 'manager', 'accountManager', 'billing'] as const
const refusals = ['terms_invalid', 'amount_invalid', 'dates_reversed', 'range_too_long', 'not_found'] as const

/** A question is posted because it is long; like every reading it leaves no trace. */
function look<T>(request: FastifyRequest, deed: (ctx: Context) => T | Promise<T>): Promise<T> {
  const caller = request.caller ?? refuse('not_signed_in')
  return inContext(request.server.app, caller, async (ctx) => deed(ctx))
}

export const whatIfRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/what-if/lines',
    {
      schema: { body: WorkToPriceBody, response: { 200: PricedWork } },
      config: { allow: lookers, refusals },
    },
    (request) => look(request, (ctx) => priceWork(ctx, request.body as unknown as WorkToPrice)),
  )
  server.post(
    '/api/what-if/past',
    { schema: { body: Question, response: { 200: WhatIf } }, config: { allow: lookers, refusals } },
    (request) => look(request, (ctx) => whatIf(ctx, request.body)),
  )
  server.post(
    '/api/what-if/past/sheet',
    {
      schema: {
        body: Question,
        querystring: z.object({ format: z.enum(['csv', 'xlsx']) }),
        response: { 200: Sheet },
      },
      config: { allow: lookers, refusals },
    },
    (request) =>
      look(request, async (ctx) => {
        const { format } = request.query
        const result = await whatIf(ctx, request.body)
        const file =
          format === 'csv'
            ? Buffer.from(whatIfCsv(ctx.language, result))
            : await whatIfXlsx(ctx.language, result)
        const name = `${result.from}-${result.to}.${format}`
        return { name, mime: types[format], base64: file.toString('base64') }
      }),
  )
  server.get(
    '/api/back-test',
    {
      schema: {
        querystring: z.object({ from: Month, to: Month, clientId: z.uuid().optional() }),
        response: { 200: BackTest },
      },
      config: { allow: lookers, refusals },
    },
    (request) => look(request, (ctx) => backTest(ctx, request.query)),
  )
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

tellRoutes({
  'POST /api/what-if/lines': [
    'Prices given work under a given price list; nothing is stored',
    'terms_invalid',
    'dates_reversed',
  ],
  'POST /api/what-if/past': [
    'What past months would have cost under other prices',
    'terms_invalid',
    'dates_reversed',
    'range_too_long',
  ],
  'POST /api/what-if/past/sheet': [
    'The same as a sheet: CSV or XLSX',
    'terms_invalid',
    'dates_reversed',
    'range_too_long',
  ],
  'GET /api/back-test': [
    'Past bills computed again beside what was issued',
    'dates_reversed',
    'range_too_long',
  ],
})
