/** Existing contracts from a spreadsheet, with a dry run; and what they brought along. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf } from '#server/plumbing/http/file-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { importContracts } from './import-contracts.ts'
import { openingBalancesOf } from './opening-balances.ts'

const Whole = z.number().int()
const Yes = z.enum(['true', 'false']).default('false')
const ImportView = z.object({
  rows: z.array(
    z.object({
      row: Whole,
      number: z.string(),
      clientName: z.string(),
      client: z.enum(['new', 'known']),
      happens: z.enum(['draft', 'inForce', 'known', 'meter', 'nothing']),
      contractId: z.string().nullable(),
      balances: Whole,
      problems: z.array(z.object({ column: z.string(), message: z.string() })),
    }),
  ),
  unknownHeadings: z.array(z.string()),
  newContracts: Whole,
  newClients: Whole,
  balances: Whole,
  problems: Whole,
  isSaved: z.boolean(),
})
const BalanceView = z.object({
  id: z.uuid(),
  kind: z.enum(['allowance', 'block', 'meter']),
  itemId: z.string().nullable(),
  /** "ticket", "hour"; of a meter, what it counts. */
  unit: z.string(),
  quantity: z.string(),
  device: z.string(),
  asOf: z.string(),
  note: z.string(),
})
nameShapes({ ContractImport: ImportView, OpeningBalance: BalanceView })

export const contractImportRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/contract-imports',
    {
      schema: {
        querystring: z.object({ name: z.string().min(1).max(300), dryRun: Yes, skipProblems: Yes }),
        consumes: ['application/octet-stream'],
        response: { 200: ImportView },
      },
      config: { allow: mayKeepContracts },
      bodyLimit: 12 * 1024 * 1024,
    },
    (request) => {
      const bytes = bytesOf(request.body)
      const { dryRun, skipProblems } = request.query
      return act(request, (ctx) =>
        importContracts(ctx, { bytes, dryRun: dryRun === 'true', skipProblems: skipProblems === 'true' }),
      )
    },
  )
  server.get(
    '/api/contracts/:id/opening-balances',
    {
      schema: { params: z.object({ id: z.uuid() }), response: { 200: z.array(BalanceView) } },
      config: { allow: ['staff'] },
    },
    (request) => see(request, (ctx) => openingBalancesOf(ctx, request.params.id)),
  )
}

tellRoutes({
  'POST /api/contract-imports': [
    'Existing contracts from CSV or XLSX, with opening balances; a dry run says what would happen',
    'spreadsheet_unreadable',
    'csv_has_problems',
  ],
  'GET /api/contracts/{id}/opening-balances': 'What an imported contract brought along',
})
