/** Invoices: list, one, PDF, FA(3), correction, the month for the accountant. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { sendFile } from '#server/plumbing/http/file-routes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { accountantCsv } from './accountant-csv.ts'
import { correctInvoice, linesNow } from './correct-invoice.ts'
import { correctionsOf, invoiceOf, invoicesOf, linesOfInvoice } from './invoice-store.ts'
import { deliverInvoice, fileName } from './deliver-invoice.ts'

const Id = z.object({ id: z.uuid() })
const Party = z.looseObject({
  name: z.string(),
  nip: z.string().nullable(),
  addressLine1: z.string(),
  addressLine2: z.string(),
  /** Of the seller. */
  bankAccount: z.string().optional(),
  bankName: z.string().optional(),
})
export const InvoiceView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['VAT', 'KOR']),
  clientId: z.uuid(),
  correctsId: z.string().nullable(),
  correctionReason: z.string().nullable(),
  issueOn: z.string(),
  saleFrom: z.string(),
  saleTo: z.string(),
  dueOn: z.string(),
  currency: z.string(),
  buyer: Party,
  seller: Party,
  netGrosze: z.number().int(),
  vatGrosze: z.number().int(),
  grossGrosze: z.number().int(),
  totals: z.array(z.object({ vat: z.string(), netGrosze: z.number().int(), vatGrosze: z.number().int() })),
  isSplitPayment: z.boolean(),
  contractNumbers: z.array(z.string()),
  recipientEmails: z.array(z.string()),
  contentSha256: z.string(),
  pdfFileId: z.string().nullable(),
  xmlFileId: z.string().nullable(),
  mailId: z.string().nullable(),
  /** 'notReported': "nie zgłoszono do KSeF". */
  ksefState: z.string(),
})
const Line = z.object({
  position: z.number().int(),
  name: z.string(),
  quantity: z.string(),
  unit: z.string(),
  unitPrice: z.string(),
  netGrosze: z.number().int(),
  vat: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  isAnnex15: z.boolean(),
  isBefore: z.boolean(),
  /** Lines taken over from elsewhere may come without the numbers behind them. */
  explanation: z.looseObject({
    model: z.string().optional(),
    clause: z.string().optional(),
    edit: z.looseObject({ reason: z.string() }).nullish(),
  }),
  workIds: z.array(z.string()),
})
const WholeInvoice = InvoiceView.extend({
  lines: z.array(Line),
  corrections: z.array(InvoiceView),
  /** As they stand after the corrections so far. */ linesNow: z.array(Line),
})
const money = ['owner', 'manager', 'billing'] as const
const readers = ['owner', 'manager', 'billing', 'accountManager'] as const

nameShapes({ Party, Invoice: InvoiceView, InvoiceLine: Line, InvoicePage: WholeInvoice })

export const invoiceRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/invoices',
    {
      schema: {
        querystring: z.object({
          clientId: z.uuid().optional(),
          month: z
            .string()
            .regex(/^\d{4}-\d{2}$/)
            .optional(),
          search: z.string().max(60).optional(),
        }),
        response: { 200: z.array(InvoiceView) },
      },
      config: { allow: readers },
    },
    (request) => see(request, (ctx) => invoicesOf(ctx, request.query)),
  )
  server.get(
    '/api/invoices/:id',
    { schema: { params: Id, response: { 200: WholeInvoice } }, config: { allow: readers } },
    (request) =>
      see(request, async (ctx) => {
        const invoice = (await invoiceOf(ctx, request.params.id)) ?? refuse('not_found')
        return {
          ...invoice,
          lines: await linesOfInvoice(ctx, invoice.id),
          corrections: await correctionsOf(ctx, invoice.id),
          linesNow: invoice.kind === 'KOR' ? [] : await linesNow(ctx, invoice),
        }
      }),
  )
  for (const kind of ['pdf', 'xml'] as const) {
    server.get(
      `/api/invoices/:id/${kind}`,
      { schema: { params: Id }, config: { allow: readers } },
      async (request, reply) => {
        const file = await see(request, async (ctx) => {
          await deliverInvoice(ctx, request.params.id)
          const invoice = (await invoiceOf(ctx, request.params.id)) ?? refuse('not_found')
          const fileId = kind === 'pdf' ? invoice.pdfFileId : invoice.xmlFileId
          const stored = await readFileOf(ctx, fileId ?? refuse('pdf_unavailable'))
          return { ...stored, name: `${fileName(invoice)}.${kind}` }
        })
        return sendFile(reply, file, kind === 'pdf')
      },
    )
  }
  server.post(
    '/api/invoices/:id/corrections',
    {
      schema: {
        params: Id,
        body: z.object({
          reason: z.string().trim().max(256),
          withClientData: z.boolean().default(false),
          lines: z
            .array(
              z.object({
                position: z.number().int(),
                name: z.string().trim().min(1).max(512).optional(),
                quantity: z.string().max(30).optional(),
                unitPrice: z.string().max(30).optional(),
                vat: z.string().max(5).optional(),
              }),
            )
            .max(500)
            .default([]),
        }),
        response: { 201: InvoiceView },
      },
      config: { allow: money },
    },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => correctInvoice(ctx, request.params.id, request.body))),
  )
  server.get(
    '/api/billing/months/:month/accountant.csv',
    { schema: { params: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }) }, config: { allow: money } },
    async (request, reply) => {
      const csv = await see(request, (ctx) => accountantCsv(ctx, request.params.month))
      return reply
        .header('Content-Disposition', `attachment; filename="faktury-${request.params.month}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(csv)
    },
  )
}

tellRoutes({
  'GET /api/invoices': 'Invoices, by client, month or number',
  'GET /api/invoices/{id}': 'One invoice with its lines and corrections',
  'GET /api/invoices/{id}/pdf': ['The invoice as PDF', 'pdf_unavailable'],
  'GET /api/invoices/{id}/xml': ['The invoice as FA(3)', 'pdf_unavailable'],
  'POST /api/invoices/{id}/corrections': [
    "Corrects lines or the client's data",
    'reason_missing',
    'amount_invalid',
    'vat_unknown',
    'correction_changes_nothing',
    'correction_of_nip',
  ],
  'GET /api/billing/months/{month}/accountant.csv': 'The invoices of a month for the accountant',
})
