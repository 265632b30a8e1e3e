/** Payments, the board of collection, statements of account. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { clientStatement } from './client-statement.ts'
import { collectionBoard } from './collection-view.ts'
import { allocateCredit, enterPayment, withdrawPayment } from './enter-payment.ts'
import { invoicePayments } from './payment-view.ts'

const Grosze = z.number().int()
const PaymentShape = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  paidOn: z.string(),
  amountGrosze: Grosze,
  currency: z.string(),
  note: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string().nullable(),
  enteredByName: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  allocations: z.array(z.object({ invoiceId: z.uuid(), number: z.string(), amountGrosze: Grosze })),
  /** Not put on any invoice: the client's credit. */
  leftGrosze: Grosze,
})
const BalanceShape = z.object({
  invoiceId: z.uuid(),
  number: z.string(),
  clientId: z.uuid(),
  issueOn: z.string(),
  dueOn: z.string(),
  grossGrosze: Grosze,
  paidGrosze: Grosze,
  openGrosze: Grosze,
})
export const InterestShape = z.object({
  grosze: Grosze,
  /** Commercial transactions, or the interest that consumers owe. */
  isCommercial: z.boolean(),
  segments: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      days: z.number().int(),
      rateBp: z.number().int(),
      principalGrosze: Grosze,
    }),
  ),
  /** Rates are known for certain up to this day; set when the computation passes it. */
  uncertainAfter: z.string().optional(),
})
const Stage = z.enum(['beforeDue', 'days1to7', 'days8to30', 'over30'])
const NextStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), at: z.string() }),
  z.object({ kind: z.literal('person'), because: z.enum(['reminded', 'no_address', 'credit']) }),
  z.object({ kind: z.literal('none') }),
])
const OpenInvoiceShape = BalanceShape.extend({
  effectiveDueOn: z.string(),
  daysOverdue: z.number().int(),
  stage: Stage,
  interest: InterestShape,
  reminders: z.array(
    z.object({
      id: z.uuid(),
      invoiceId: z.uuid(),
      step: z.number().int(),
      at: z.string(),
      openGrosze: Grosze,
      interestGrosze: Grosze,
      mailId: z.string().nullable(),
      mailState: z.string().nullable(),
    }),
  ),
  nextStep: NextStep,
})
const Sum = z.object({ count: z.number().int(), openGrosze: Grosze })
export const BoardView = z.object({
  on: z.string(),
  invoices: z.array(OpenInvoiceShape.extend({ clientName: z.string() })),
  sums: z.object({
    openGrosze: Grosze,
    overdueGrosze: Grosze,
    interestGrosze: Grosze,
    dueThisWeekGrosze: Grosze,
    stages: z.object({ beforeDue: Sum, days1to7: Sum, days8to30: Sum, over30: Sum }),
  }),
})
export const StatementView = z.object({
  on: z.string(),
  client: z.object({
    id: z.uuid(),
    name: z.string(),
    nip: z.string().nullable(),
    phone: z.string(),
    email: z.string(),
    invoiceEmail: z.string(),
  }),
  balanceGrosze: Grosze,
  openGrosze: Grosze,
  overdueGrosze: Grosze,
  interestGrosze: Grosze,
  creditGrosze: Grosze,
  open: z.array(OpenInvoiceShape),
  invoices: z.array(BalanceShape),
  payments: z.array(PaymentShape),
  rows: z.array(
    z.object({
      kind: z.enum(['invoice', 'correction', 'payment']),
      id: z.uuid(),
      on: z.string(),
      text: z.string(),
      amountGrosze: Grosze,
      balanceGrosze: Grosze,
    }),
  ),
})

const Id = z.object({ id: z.uuid() })
const InvoiceIds = z.array(z.uuid()).max(500).optional()
const Entry = z.object({
  clientId: z.uuid(),
  paidOn: z.iso.date(),
  amount: z.string().max(40),
  note: z.string().trim().max(500).optional(),
  invoiceIds: InvoiceIds,
})
const Reason = z.object({ reason: z.string().max(500) })
const money = { allow: ['owner', 'manager', 'billing'] } as const
const readers = { allow: ['owner', 'manager', 'billing', 'accountManager'] } as const

nameShapes({
  Payment: PaymentShape,
  Balance: BalanceShape,
  Interest: InterestShape,
  NextStep,
  OpenInvoice: OpenInvoiceShape,
  CollectionBoard: BoardView,
  ClientStatement: StatementView,
})

export const collectionRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get('/api/collection', { schema: { response: { 200: BoardView } }, config: readers }, (request) =>
    see(request, collectionBoard),
  )
  server.get(
    '/api/collection/clients/:id',
    { schema: { params: Id, response: { 200: StatementView } }, config: readers },
    (request) => see(request, (ctx) => clientStatement(ctx, request.params.id)),
  )
  server.get(
    '/api/invoices/:id/payments',
    {
      schema: { params: Id, response: { 200: BalanceShape.extend({ payments: z.array(PaymentShape) }) } },
      config: readers,
    },
    (request) => see(request, (ctx) => invoicePayments(ctx, request.params.id)),
  )
  server.post(
    '/api/payments',
    { schema: { body: Entry, response: { 201: PaymentShape } }, config: money },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => enterPayment(ctx, request.body))),
  )
  server.post(
    '/api/payments/:id/withdrawal',
    { schema: { params: Id, body: Reason, response: { 200: PaymentShape } }, config: money },
    (request) => act(request, (ctx) => withdrawPayment(ctx, request.params.id, request.body.reason)),
  )
  server.post(
    '/api/payments/:id/allocations',
    {
      schema: { params: Id, body: z.object({ invoiceIds: InvoiceIds }), response: { 200: PaymentShape } },
      config: money,
    },
    (request) => act(request, (ctx) => allocateCredit(ctx, request.params.id, request.body.invoiceIds)),
  )
}

tellRoutes({
  'GET /api/collection': 'Open invoices by how long they are due, with interest and the next step',
  'GET /api/collection/clients/{id}': 'The account of one client',
  'GET /api/invoices/{id}/payments': 'What was paid on an invoice',
  'POST /api/payments': [
    'Enters a payment and puts it on invoices',
    'amount_invalid',
    'payment_in_future',
    'invoice_paid',
  ],
  'POST /api/payments/{id}/withdrawal': ['Takes a payment back', 'reason_missing', 'payment_withdrawn'],
  'POST /api/payments/{id}/allocations': [
    "Puts a client's credit on invoices",
    'payment_withdrawn',
    'invoice_paid',
  ],
})
