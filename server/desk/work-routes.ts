/** Work on tickets: the stopwatch, entries by hand, their changes. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import {
  EntryChangeBody,
  EntryParams,
  Id,
  MaterialBody,
  Reason,
  TimeBody,
  TimeEntryView,
  TimerBody,
  TripBody,
  WorkEntryView,
} from './desk-schemas.ts'
import { byStaff } from './deed.ts'
import { changeEntry, logMaterial, logTime, logTrip, removeEntry } from './log-work.ts'
import { startTimer, stopTimer } from './work-timer.ts'
import { runningTimerOf } from './work-store.ts'

const config = { allow: ['staff'] } as const

export const workRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get('/api/timer', { schema: { response: { 200: TimeEntryView.nullable() } }, config }, (request) =>
    see(request, async (ctx) => (await runningTimerOf(ctx, byStaff(ctx).id)) ?? null),
  )
  server.post(
    '/api/tickets/:id/timer',
    { schema: { params: Id, body: TimerBody, response: { 201: TimeEntryView } }, config },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => startTimer(ctx, request.params.id, request.body))),
  )
  server.put(
    '/api/timer/end',
    {
      schema: { body: z.object({ note: z.string().max(2000).optional() }), response: { 200: TimeEntryView } },
      config,
    },
    (request) => act(request, (ctx) => stopTimer(ctx, request.body)),
  )
  server.post(
    '/api/tickets/:id/time',
    { schema: { params: Id, body: TimeBody, response: { 201: WorkEntryView } }, config },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => logTime(ctx, request.params.id, request.body))),
  )
  server.post(
    '/api/tickets/:id/trips',
    { schema: { params: Id, body: TripBody, response: { 201: WorkEntryView } }, config },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => logTrip(ctx, request.params.id, request.body))),
  )
  server.post(
    '/api/tickets/:id/materials',
    { schema: { params: Id, body: MaterialBody, response: { 201: WorkEntryView } }, config },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => logMaterial(ctx, request.params.id, request.body))),
  )
  server.put(
    '/api/work/:kind/:id',
    { schema: { params: EntryParams, body: EntryChangeBody, response: { 200: WorkEntryView } }, config },
    (request) =>
      act(request, (ctx) => changeEntry(ctx, request.params.kind, request.params.id, request.body)),
  )
  server.put(
    '/api/work/:kind/:id/removal',
    { schema: { params: EntryParams, body: Reason, response: { 204: z.null() } }, config },
    async (request, reply) => {
      await act(request, (ctx) => removeEntry(ctx, request.params.kind, request.params.id, request.body))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'GET /api/timer': 'The stopwatch that runs for me',
  'POST /api/tickets/{id}/timer': ['Starts the stopwatch on a ticket', 'timer_already_running'],
  'PUT /api/timer/end': ['Stops the stopwatch: its time becomes an entry', 'timer_not_running'],
  'POST /api/tickets/{id}/time': [
    'Enters time of work',
    'entry_ends_before_start',
    'entry_in_future',
    'work_fact_unknown',
  ],
  'POST /api/tickets/{id}/trips': ['Enters a trip', 'entry_in_future', 'work_fact_unknown'],
  'POST /api/tickets/{id}/materials': ['Enters material', 'entry_in_future', 'work_fact_unknown'],
  'PUT /api/work/{kind}/{id}': [
    'Changes an entry of work',
    'entry_settled',
    'entry_ends_before_start',
    'entry_in_future',
    'work_fact_unknown',
  ],
  'PUT /api/work/{kind}/{id}/removal': ['Takes an entry of work back', 'entry_settled', 'reason_missing'],
})
