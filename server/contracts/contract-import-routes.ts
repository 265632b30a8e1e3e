/** Existing contracts from a spreadsheet, with a dry run; and what they brought along. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { bytesOf } from '#server/plumbing/http/file-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { Day } from './contract-schemas.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { importContracts } from './import-contracts.ts'
import { enterOpeningBalance, openingBalancesOf, removeOpeningBalance } from './opening-balances.ts'
import { balanceKinds } from './opening-packages.ts'

const Whole = z.number().int()
const Yes = z.enum(['true', 'false']).default('false')
const ImportView = z.object({
  rows: z.array(
    z.object({
      row: Whole,
      number: z.string(),
      clientName: z.string(),
      client: z.enum(['new', 'known']),
      happens: z.enum(['draft', 'inForce', 'known', 'balance', 'nothing']),
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
  kind: z.enum(balanceKinds),
  itemId: z.string().nullable(),
  /** "ticket", "hour"; of a meter, what it counts. */
  unit: z.string(),
  quantity: z.string(),
  device: z.string(),
  asOf: z.string(),
  /** The last day of a prepaid block. */
  validTo: z.string().nullable(),
  note: z.string(),
})
const BalanceBody = z.object({
  kind: z.enum(balanceKinds),
  /** "ticket" or "hour" of a package inside the fee; of a meter, what it counts. */
  unit: z.string().trim().max(60).optional(),
  quantity: z.string().trim().min(1).max(30),
  asOf: Day,
  /** Of a pool or a block: its price item, by id or name; the only one need not be named. */
  item: z.string().trim().max(200).optional(),
  device: z.string().trim().max(120).optional(),
  validTo: Day.nullable().optional(),
  note: z.string().trim().max(500).optional(),
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
  server.post(
    '/api/contracts/:id/opening-balances',
    {
      schema: { params: z.object({ id: z.uuid() }), body: BalanceBody, response: { 201: BalanceView } },
      config: { allow: mayKeepContracts },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await act(request, (ctx) => enterOpeningBalance(ctx, request.params.id, request.body))),
  )
  server.delete(
    '/api/contracts/:id/opening-balances/:balanceId',
    {
      schema: {
        params: z.object({ id: z.uuid(), balanceId: z.uuid() }),
        body: z.object({ reason: z.string().trim().max(500) }),
        response: { 200: z.array(BalanceView) },
      },
      config: { allow: mayKeepContracts },
    },
    (request) =>
      act(request, async (ctx) => {
        const { id, balanceId } = request.params
        await removeOpeningBalance(ctx, id, balanceId, request.body)
        return openingBalancesOf(ctx, id)
      }),
  )
}

tellRoutes({
  'POST /api/contract-imports': [
    'Existing contracts from CSV or XLSX, with opening balances; a dry run says what would happen',
    'spreadsheet_unreadable',
    'csv_has_problems',
  ],
  'GET /api/contracts/{id}/opening-balances': 'What a contract brought along that began before us',
  'POST /api/contracts/{id}/opening-balances': [
    'Enters what is left of a package, a pool or a block, or the reading of a meter',
    'balance_above_allowance',
    'balance_without_allowance',
    'balance_which_package',
    'balance_entered_already',
    'balance_after_billing',
    'balance_needs_last_day',
    'balance_pool_apart',
    'amount_invalid',
    'date_outside_contract',
    'entry_in_future',
    'reading_runs_backwards',
    'count_settled',
  ],
  'DELETE /api/contracts/{id}/opening-balances/{balanceId}': [
    'Takes an opening balance back',
    'balance_after_billing',
    'reason_missing',
    'count_settled',
  ],
})
