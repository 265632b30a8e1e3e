/** The rules of the desk: the escalation ladder, quiet hours and categories of a company. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { changeDeskRules, deskRulesOf } from './desk-rules.ts'

const Step = z.object({
  share: z.number().int().min(1).max(100).optional().describe('Percent of the open time; 100 is the breach'),
  overMinutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 14)
    .optional()
    .describe('Or so many open minutes after the breach'),
  tell: z
    .array(z.string().max(40))
    .max(20)
    .describe('assignee, accountManager, deputy, manager, owner, or ids of people'),
  byMail: z.boolean(),
})
const Quiet = z.object({
  from: z.string().max(5).describe('"20:00", wall clock of the company'),
  to: z.string().max(5),
  freeDays: z.boolean().describe('Days without working hours are quiet as a whole'),
})
const Alarms = z.object({ ladder: z.array(Step).max(20), quiet: Quiet.nullable() })
const Categories = z.array(z.string().max(60)).max(100)
const Rules = z.object({ alarms: Alarms, categories: Categories, version: z.number().int() })

export const deskRulesRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/desk-rules',
    { schema: { response: { 200: Rules } }, config: { allow: ['staff'] } },
    (request) => see(request, deskRulesOf),
  )
  server.patch(
    '/api/desk-rules',
    {
      schema: {
        body: z.object({
          alarms: Alarms.optional(),
          categories: Categories.optional(),
          version: z.number().int(),
        }),
        response: { 200: Rules },
      },
      config: { allow: ['owner', 'manager'] },
    },
    (request) => act(request, (ctx) => changeDeskRules(ctx, request.body)),
  )
}

tellRoutes({
  'GET /api/desk-rules': 'The rules of the desk: escalation, quiet hours, categories',
  'PATCH /api/desk-rules': [
    'Changes the rules of the desk',
    'ladder_invalid',
    'quiet_hours_invalid',
    'category_invalid',
  ],
})
