/** Months, proposals, runs of issuing. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { binNames } from '#engines/pricing/bins.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { addLine, decideProblems, editLine, undoEdit } from './edit-proposal.ts'
import { startIssueRun } from './issue-invoices.ts'
import { issueRunView } from './issue-run-view.ts'
import { billingMonths, monthView } from './month-view.ts'
import { periodOf } from './periods.ts'
import { proposeBilling } from './propose-billing.ts'
import { proposalView } from './proposal-view.ts'

const Id = z.object({ id: z.uuid() })
const Month = z.object({ month: z.string() })
const Version = z.coerce.number().int()
const Text = (max: number) => z.string().trim().max(max)
const Anything = z.record(z.string(), z.unknown())
const Reason = z.enum(['withinFee', 'overFee', 'noTickets', 'needsDecision', 'empty'])
const Problem = z.object({ code: z.string(), facts: Anything })
const Totals = z.object({
  netGrosze: z.number().int(),
  vatGrosze: z.number().int(),
  grossGrosze: z.number().int(),
  feeGrosze: z.number().int(),
  overGrosze: z.number().int(),
})
const LineNow = z.object({
  name: z.string(),
  quantity: z.string(),
  unitPrice: z.string(),
  netGrosze: z.number().int(),
  isBilled: z.boolean(),
})
const LineEdit = z.object({
  name: z.string().optional(),
  quantity: z.string().optional(),
  unitPrice: z.string().optional(),
  netGrosze: z.number().int().optional(),
  isWaived: z.boolean().optional(),
  reason: z.string(),
  byName: z.string(),
  byId: z.string(),
  at: z.string(),
})
const LineView = z.object({
  id: z.uuid(),
  contractId: z.string().nullable(),
  itemId: z.string().nullable(),
  name: z.string(),
  quantity: z.string(),
  unit: z.union([z.string(), z.object({ named: z.string() })]),
  unitPrice: z.string(),
  netGrosze: z.number().int(),
  vat: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  isAnnex15: z.boolean(),
  isInformative: z.boolean(),
  isAdded: z.boolean(),
  /** The numbers behind the amount: `model` says which rule; see the pricing engine. */
  explanation: z.looseObject({
    model: z.string(),
    group: z.string().optional(),
    clause: z.string().optional(),
  }),
  workIds: z.array(z.string()),
  edit: LineEdit.nullable(),
  now: LineNow,
})
const Bins = z.object({
  contractId: z.string(),
  contractNumber: z.string(),
  periodFrom: z.string(),
  isLate: z.boolean(),
  paymentDays: z.number().int(),
  bins: z.array(
    z.looseObject({
      workId: z.string(),
      workKind: z.string(),
      bin: z.enum(binNames),
      /** The price item that decided. */
      itemId: z.string().optional(),
      reason: z.string().optional(),
      note: z.string().optional(),
      unit: z.string(),
      quantity: z.string(),
      surplus: z.string().optional(),
    }),
  ),
})
const ProposalRow = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  state: z.enum(['open', 'issued', 'skipped']),
  reason: Reason,
  problems: z.array(Problem),
  totals: Totals,
  contractNumbers: z.array(z.string()),
  previousNetGrosze: z.number().int().nullable(),
  tickets: z.number().int(),
  invoiceId: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  version: z.number().int(),
})
const ProposalBody = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  currency: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  state: z.enum(['open', 'issued', 'skipped']),
  reason: Reason,
  problems: z.array(Problem),
  bins: z.array(Bins),
  lines: z.array(LineView),
  totals: Totals,
  tickets: z.record(z.string(), z.object({ number: z.string(), subject: z.string() })),
  previous: z.object({ netGrosze: z.number().int(), tickets: z.number().int() }).nullable(),
  invoiceId: z.string().nullable(),
  builtAt: z.string(),
  version: z.number().int(),
})
const MonthView = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  isEnded: z.boolean(),
  isBuilt: z.boolean(),
  proposals: z.array(ProposalRow),
  runId: z.string().nullable(),
  isRunning: z.boolean(),
})
const RunView = z.object({
  id: z.uuid(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  items: z.array(
    z.object({
      proposalId: z.uuid(),
      clientName: z.string(),
      state: z.enum(['waiting', 'issued', 'failed']),
      invoiceId: z.string().nullable(),
      number: z.string().nullable(),
      grossGrosze: z.number().int().nullable(),
      recipientEmails: z.array(z.string()),
      errorCode: z.string().nullable(),
      errorFacts: Anything,
      mailState: z.string().nullable(),
    }),
  ),
})
const money = ['owner', 'manager', 'billing'] as const

nameShapes({
  ProposalProblem: Problem,
  ProposalTotals: Totals,
  LineEdit,
  ProposalLine: LineView,
  ContractBins: Bins,
  ProposalInList: ProposalRow,
  Proposal: ProposalBody,
  BillingMonth: MonthView,
  IssueRun: RunView,
})

export const billingRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/billing/months',
    {
      schema: {
        response: {
          200: z.array(
            z.object({
              month: z.string(),
              isEnded: z.boolean(),
              proposals: z.number().int(),
              issued: z.number().int(),
              isSkipped: z.boolean(),
            }),
          ),
        },
      },
      config: { allow: money },
    },
    (request) => see(request, billingMonths),
  )
  server.get(
    '/api/billing/months/:month',
    { schema: { params: Month, response: { 200: MonthView } }, config: { allow: money } },
    (request) => see(request, (ctx) => monthView(ctx, periodOf(request.params.month))),
  )
  server.put(
    '/api/billing/months/:month/proposals',
    {
      schema: { params: Month, response: { 200: z.object({ built: z.number().int() }) } },
      config: { allow: money },
    },
    (request) => act(request, (ctx) => proposeBilling(ctx, periodOf(request.params.month))),
  )

  server.get(
    '/api/proposals/:id',
    { schema: { params: Id, response: { 200: ProposalBody } }, config: { allow: money } },
    (request) => see(request, (ctx) => proposalView(ctx, request.params.id)),
  )
  server.post(
    '/api/proposals/:id/lines',
    {
      schema: {
        params: Id,
        body: z.object({
          version: z.number().int(),
          name: Text(512).min(1),
          quantity: Text(30),
          unit: Text(20).min(1),
          unitPrice: Text(30),
          vat: Text(5),
          isAnnex15: z.boolean().optional(),
          reason: Text(500),
        }),
        response: { 201: ProposalBody },
      },
      config: { allow: money },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, (ctx) => addLine(ctx, request.params.id, request.body.version, request.body)),
        ),
  )
  server.patch(
    '/api/proposals/:id/lines/:lineId',
    {
      schema: {
        params: Id.extend({ lineId: z.uuid() }),
        body: z.object({
          version: z.number().int(),
          name: Text(512).min(1).optional(),
          quantity: Text(30).optional(),
          unitPrice: Text(30).optional(),
          net: Text(30).optional(),
          isWaived: z.boolean().optional(),
          reason: Text(500),
        }),
        response: { 200: ProposalBody },
      },
      config: { allow: money },
    },
    (request) =>
      act(request, (ctx) =>
        editLine(ctx, request.params.id, request.params.lineId, request.body.version, request.body),
      ),
  )
  server.delete(
    '/api/proposals/:id/lines/:lineId/edit',
    {
      schema: {
        params: Id.extend({ lineId: z.uuid() }),
        querystring: z.object({ version: Version }),
        response: { 200: ProposalBody },
      },
      config: { allow: money },
    },
    (request) =>
      act(request, (ctx) => undoEdit(ctx, request.params.id, request.params.lineId, request.query.version)),
  )
  server.put(
    '/api/proposals/:id/decision',
    {
      schema: {
        params: Id,
        body: z.object({ version: z.number().int(), reason: Text(500) }),
        response: { 200: ProposalBody },
      },
      config: { allow: money },
    },
    (request) =>
      act(request, (ctx) =>
        decideProblems(ctx, request.params.id, request.body.version, request.body.reason),
      ),
  )

  server.post(
    '/api/billing/months/:month/issue-runs',
    {
      schema: {
        params: Month,
        body: z.object({
          proposals: z.array(z.object({ id: z.uuid(), version: z.number().int() })).max(5000),
        }),
        response: { 202: z.object({ runId: z.uuid() }) },
      },
      config: { allow: money },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(
          await act(request, (ctx) =>
            startIssueRun(ctx, periodOf(request.params.month), request.body.proposals),
          ),
        ),
  )
  server.get(
    '/api/issue-runs/:id',
    { schema: { params: Id, response: { 200: RunView } }, config: { allow: money } },
    (request) => see(request, (ctx) => issueRunView(ctx, request.params.id)),
  )
}

tellRoutes({
  'GET /api/billing/months': 'The months, each with how far its billing is',
  'GET /api/billing/months/{month}': 'One month with its proposals',
  'PUT /api/billing/months/{month}/proposals': [
    'Proposes the month, or counts open proposals again',
    'period_not_ended',
  ],
  'GET /api/proposals/{id}': 'One proposal: lines with their explanation, bins, changes by hand',
  'POST /api/proposals/{id}/lines': [
    'Adds a line by hand',
    'amount_invalid',
    'vat_unknown',
    'reason_missing',
    'proposal_issued',
  ],
  'PATCH /api/proposals/{id}/lines/{lineId}': [
    'Changes or waives a line',
    'amount_invalid',
    'line_unknown',
    'reason_missing',
    'proposal_issued',
  ],
  'DELETE /api/proposals/{id}/lines/{lineId}/edit': [
    'Takes a change of a line back',
    'line_unknown',
    'proposal_issued',
  ],
  'PUT /api/proposals/{id}/decision': [
    'Decides what the proposal could not',
    'reason_missing',
    'proposal_issued',
  ],
  'POST /api/billing/months/{month}/issue-runs': [
    'Issues the chosen proposals in bulk',
    'issue_run_running',
    'nothing_to_issue',
    'proposal_needs_decision',
    'proposal_empty',
    'seller_incomplete',
  ],
  'GET /api/issue-runs/{id}': 'How far a run of issuing is',
})
