/** The forecast: targets at risk in the next two, four or eight working hours. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { see } from '#server/plumbing/http/act.ts'
import { ClockView } from './clock-shapes.ts'
import { forecast } from './forecast.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })
const Minutes = z.number()
const Estimate = z.object({
  minutes: Minutes,
  from: z.enum(['person', 'categoryAndPriority', 'category', 'priority', 'all', 'usual']),
  cases: z.number().int().describe('Finished tickets behind the estimate'),
})
const Risk = z.object({
  ticket: Named.extend({
    subject: z.string(),
    priority: z.string(),
    category: z.string().nullable(),
    client: Named.nullable(),
  }),
  target: z.string(),
  dueAt: z.string(),
  leftMinutes: Minutes.describe("Open minutes of the ticket's own clock until the deadline"),
  effortMinutes: Minutes.describe('Work that is still to do'),
  clock: ClockView,
  workedMinutes: Minutes,
  estimate: Estimate,
  person: Named.nullable(),
  aheadMinutes: Minutes.describe('Work of the same person that comes before it'),
  availableMinutes: Minutes.describe("The person's working minutes until the deadline"),
  lateMinutes: Minutes,
  move: z
    .object({
      to: Named,
      savedTargets: z.number().int(),
      savedMinutes: Minutes,
      lateMinutesAfter: Minutes,
    })
    .nullable()
    .describe('The re-assignment that saves most'),
})
const Person = Named.extend({
  role: z.string(),
  openTickets: z.number().int(),
  loadMinutes: Minutes.describe('Work that the open tickets ask for'),
  freeMinutes: Minutes.describe('Of the working time left today'),
})
const Forecast = z.object({
  at: z.string(),
  hours: z.number().int(),
  risks: z.array(Risk),
  people: z.array(Person),
})
nameShapes({ Forecast, ForecastRisk: Risk, ForecastPerson: Person })

export const forecastRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/forecast',
    {
      schema: {
        querystring: z.object({ hours: z.coerce.number().int().min(1).max(40).default(4) }),
        response: { 200: Forecast },
      },
      config: { allow: ['staff'] },
    },
    (request) => see(request, (ctx) => forecast(ctx, request.query)),
  )
}

tellRoutes({ 'GET /api/forecast': 'Open tickets that will probably miss their promise, with the reason' })
