/** Live meters of a contract. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { metersOf } from './meters.ts'

const Grosze = z.number().int()
const Amount = z.object({ name: z.string(), netGrosze: Grosze, informative: z.boolean() })
const Meters = z.object({
  month: z.string(),
  /** What is granted, used and left, and what the next ticket or hour costs; by its kind, as the pricing engine says. */
  packages: z.array(z.looseObject({ kind: z.string(), itemId: z.string() })),
  /** Pools and blocks that may be drawn from today; hours in minutes. */
  stocks: z.array(
    z.object({
      pool: z.string(),
      name: z.string(),
      kind: z.enum(['pool', 'block']),
      unit: z.string(),
      granted: z.string(),
      left: z.string(),
      until: z.string(),
      alertAtBp: z.number().int().nullable(),
    }),
  ),
  /** What one more ticket or hour adds to the bill right now; null where the contract does not price it. */
  next: z.object({
    ticketGrosze: Grosze.nullable(),
    remoteHourGrosze: Grosze.nullable(),
    onSiteHourGrosze: Grosze.nullable(),
  }),
  soFar: z.object({ netGrosze: Grosze, lines: z.array(Amount) }),
  forecast: z
    .object({
      netGrosze: Grosze,
      daysGone: z.number().int(),
      daysAll: z.number().int(),
      lines: z.array(Amount),
    })
    .nullable(),
  lastMonth: z.object({ month: z.string(), netGrosze: Grosze }).nullable(),
  alerts: z.array(
    z.object({ itemId: z.string(), lot: z.string(), shareBp: z.number().int(), at: z.string() }),
  ),
  /** A bill of ours has gone on from what the contract brought along: its opening balance stays. */
  hasBills: z.boolean(),
})
nameShapes({ Meters, MeterAmount: Amount })

export const meterRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/contracts/:id/meters',
    {
      schema: { params: z.object({ id: z.uuid() }), response: { 200: Meters } },
      config: { allow: ['owner', 'manager', 'accountManager', 'billing'], refusals: ['not_found'] },
    },
    (request) => see(request, (ctx) => metersOf(ctx, request.params.id)),
  )
}

tellRoutes({
  'GET /api/contracts/{id}/meters': "What of a contract's packages and pools is used at the moment",
})
