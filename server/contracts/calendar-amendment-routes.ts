/** A changed calendar reaches contracts by amendments that a person chooses. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { amendCalendars, contractsWithOlderCopy } from './amend-calendars.ts'

const Day = z.iso.date()
const OlderCopy = z.object({
  contractId: z.uuid(),
  number: z.string(),
  clientName: z.string(),
  version: z.number().int(),
  problem: z.enum(['draft_exists', 'amendment_inside_settled_period']).nullable(),
})
const Made = z.object({
  amended: z.array(z.object({ contractId: z.uuid(), number: z.string(), version: z.number().int() })),
  skipped: z.array(z.object({ contractId: z.uuid(), number: z.string(), code: z.string() })),
})
nameShapes({ OlderCalendarCopy: OlderCopy, CalendarAmendments: Made })
const Id = z.object({ id: z.uuid() })

export const calendarAmendmentRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/calendars/:id/contracts',
    {
      schema: {
        params: Id,
        querystring: z.object({ validFrom: Day.optional() }),
        response: { 200: z.array(OlderCopy) },
      },
      config: { allow: ['staff'] },
    },
    (request) =>
      see(request, (ctx) => contractsWithOlderCopy(ctx, request.params.id, request.query.validFrom)),
  )
  server.post(
    '/api/calendars/:id/amendments',
    {
      schema: {
        params: Id,
        body: z.object({
          contractIds: z.array(z.uuid()).min(1).max(2000),
          validFrom: Day,
          reason: z.string().max(500),
        }),
        response: { 200: Made },
      },
      config: { allow: ['owner', 'manager'] },
    },
    (request) => act(request, (ctx) => amendCalendars(ctx, request.params.id, request.body)),
  )
}

tellRoutes({
  'GET /api/calendars/{id}/contracts': 'Contracts in force on a day that hold an older copy of this calendar',
  'POST /api/calendars/{id}/amendments': [
    'Drafts an amendment with the calendar as it is now for each of these contracts',
    'reason_missing',
  ],
})
