/** The absence calendar. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act, see } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { absenceKinds, absencesOf, changeAbsence, enterAbsence, removeAbsence } from './absences.ts'
import { Day } from './contract-schemas.ts'

const Id = z.object({ id: z.uuid() })
const AbsenceBody = z.object({
  staffId: z.uuid(),
  fromOn: Day,
  /** The last day away. */
  toOn: Day,
  kind: z.enum(absenceKinds),
  /** Stands in for the contracts of this person; without one the deputy of each contract does. */
  deputyId: z.uuid().nullable().optional(),
  note: z.string().trim().max(300).optional(),
})
const AbsenceView = AbsenceBody.extend({
  id: z.uuid(),
  fromOn: z.string(),
  toOn: z.string(),
  deputyId: z.string().nullable(),
  note: z.string(),
  version: z.number().int(),
})
nameShapes({ Absence: AbsenceView })
const everybody = { allow: ['staff'] } as const

export const absenceRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/absences',
    {
      schema: {
        querystring: z.object({ from: Day, to: Day }),
        response: { 200: z.array(AbsenceView) },
      },
      config: everybody,
    },
    (request) => see(request, (ctx) => absencesOf(ctx, request.query)),
  )
  server.post(
    '/api/absences',
    { schema: { body: AbsenceBody, response: { 201: AbsenceView } }, config: everybody },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => enterAbsence(ctx, request.body))),
  )
  server.put(
    '/api/absences/:id',
    {
      schema: {
        params: Id,
        body: AbsenceBody.extend({ version: z.number().int() }),
        response: { 200: AbsenceView },
      },
      config: everybody,
    },
    (request) => act(request, (ctx) => changeAbsence(ctx, request.params.id, request.body)),
  )
  server.delete(
    '/api/absences/:id',
    { schema: { params: Id, response: { 204: z.null() } }, config: everybody },
    async (request, reply) => {
      await act(request, (ctx) => removeAbsence(ctx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'GET /api/absences': 'Who is away on any of these days',
  'POST /api/absences': [
    'Enters an absence: whole days, both ends away',
    'assignee_unknown',
    'dates_reversed',
    'absence_deputy_same',
    'absence_overlaps',
  ],
  'PUT /api/absences/{id}': [
    'Changes an absence',
    'assignee_unknown',
    'dates_reversed',
    'absence_deputy_same',
    'absence_overlaps',
  ],
  'DELETE /api/absences/{id}': 'Removes an absence',
})
