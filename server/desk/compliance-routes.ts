/** The compliance report: its figures, the list behind each of them, proposed credits, and the files. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { targetKinds } from '#engines/worktime/targets.ts'
import { mayOnly } from '#server/plumbing/context.ts'
import { see } from '#server/plumbing/http/act.ts'
import { sendFile } from '#server/plumbing/http/file-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { complianceFile, fileKinds } from './compliance-file.ts'
import { compliance, dimensions, judgedTickets } from './compliance.ts'
import { CreditDecided } from './credit-shapes.ts'
import { creditsOf } from './proposed-credits.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Target = z.enum(targetKinds)
const Wish = z.object({
  from: Month.describe('First month of the reports'),
  to: Month.describe('Last month, included'),
  clientId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  priority: z.string().max(40).optional(),
  category: z.string().max(100).optional(),
  assigneeId: z.uuid().optional(),
  target: Target.optional(),
})
const By = z.enum(dimensions)

const Whole = z.number().int()
const Figures = z.object({
  met: Whole,
  missed: Whole,
  open: Whole,
  keptBp: Whole.nullable().describe('Kept of what was judged, in basis points'),
  medianUsedSeconds: Whole.nullable().describe('Half of the kept ones took at most so long'),
  worstOverSeconds: Whole,
})
const Row = z.object({
  key: z.string(),
  name: z.string(),
  tickets: Whole,
  all: Figures,
  targets: z.partialRecord(Target, Figures),
})
const Report = z.object({
  from: Month,
  to: Month,
  by: By,
  rows: z.array(Row),
  total: Row,
  months: z.array(Row),
})
const Named = z.object({ id: z.uuid(), name: z.string() })
const Contract = z.object({ id: z.uuid(), number: z.string() })
const Judged = z.object({
  id: z.uuid(),
  name: z.string(),
  subject: z.string(),
  priority: z.string(),
  category: z.string().nullable(),
  client: Named.nullable(),
  contract: Contract.nullable(),
  assignee: Named.nullable(),
  reportedAt: z.string(),
  target: Target,
  verdict: z.enum(['met', 'missed', 'open']),
  dueAt: z.string().nullable(),
  metAt: z.string().nullable(),
  usedSeconds: Whole,
  overSeconds: Whole,
})
const Credit = z.object({
  month: Month,
  contract: Contract,
  client: Named,
  ticket: Named.nullable(),
  clauseId: z.string(),
  clause: z.string().optional(),
  target: Target,
  amountGrosze: Whole,
  units: Whole,
  eachGrosze: Whole,
  of: z.object({ met: Whole, judged: Whole, thresholdBp: Whole }).nullable(),
  overSeconds: Whole.optional(),
  cutBy: z.array(z.object({ cap: z.enum(['ticket', 'period', 'year']), grosze: Whole })).optional(),
  decision: CreditDecided.nullable().describe("A person's word; null while nobody has decided"),
  isGrowing: z.boolean().describe('Counted by the hour, and the target is not fulfilled yet'),
  isGone: z.boolean().describe('Decided, and no longer proposed: verdicts or terms changed since'),
})
const Credits = z.object({
  credits: z.array(Credit),
  totalGrosze: Whole.describe('Proposed, whatever was decided'),
  confirmedGrosze: Whole,
  excluded: z.array(z.object({ month: Month, ticket: Named, target: z.string(), because: z.string() })),
})
nameShapes({
  ComplianceFigures: Figures,
  ComplianceRow: Row,
  Compliance: Report,
  JudgedTicket: Judged,
  ProposedCredit: Credit,
  ProposedCredits: Credits,
})

/** Ten years at most, and not backwards. */
function refuseBadPeriod({ from, to }: { from: string; to: string }): void {
  if (from > to) refuse('dates_reversed', { validFrom: from, validTo: to }, 'to')
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12
  if (months > 120) refuse('invalid_input', { reason: 'period_too_long' }, 'from')
}

const config = { allow: ['staff'] } as const

export const complianceRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/reports/compliance',
    {
      schema: { querystring: Wish.extend({ by: By.default('client') }), response: { 200: Report } },
      config,
    },
    (request) => {
      refuseBadPeriod(request.query)
      return see(request, (ctx) => compliance(ctx, request.query))
    },
  )
  const List = Wish.extend({
    by: By.optional(),
    key: z.string().max(100).optional().describe('Of a row of the report; empty for those without'),
    verdict: z.enum(['met', 'missed', 'open']).optional(),
    most: z.coerce.number().int().min(1).max(5000).optional(),
  })
  server.get(
    '/api/reports/compliance/tickets',
    { schema: { querystring: List, response: { 200: z.array(Judged) } }, config },
    (request) => {
      refuseBadPeriod(request.query)
      return see(request, (ctx) => judgedTickets(ctx, request.query))
    },
  )
  server.get(
    '/api/reports/compliance/credits',
    {
      schema: {
        querystring: Wish.pick({ from: true, to: true, clientId: true, contractId: true }),
        response: { 200: Credits },
      },
      config: { allow: ['owner', 'manager', 'accountManager', 'billing'] },
    },
    (request) => {
      refuseBadPeriod(request.query)
      return see(request, (ctx) => creditsOf(ctx, request.query))
    },
  )
  server.get(
    '/api/reports/compliance/file',
    {
      schema: {
        querystring: Wish.extend({ by: By.default('client'), format: z.enum(fileKinds) }),
        produces: [
          'text/csv',
          'application/pdf',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
      },
      config,
    },
    async (request, reply) => {
      refuseBadPeriod(request.query)
      const file = await see(request, (ctx) => {
        mayOnly(ctx, 'owner', 'manager', 'accountManager', 'technician', 'billing')
        return complianceFile(ctx, request.query)
      })
      return sendFile(reply, file)
    },
  )
}

tellRoutes({
  'GET /api/reports/compliance': ['How the promises of a span were kept', 'dates_reversed'],
  'GET /api/reports/compliance/tickets': ['The tickets behind a figure of the report', 'dates_reversed'],
  'GET /api/reports/compliance/credits': ['The credits that missed promises would give', 'dates_reversed'],
  'GET /api/reports/compliance/file': ['The report as a file', 'dates_reversed'],
})
