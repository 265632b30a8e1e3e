/** Tickets for staff: the queue, the page, and every deed on a ticket. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { validEmail } from '#server/accounts/public.ts'
import { clientOf, contactOf } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import {
  Id,
  MessageBody,
  QueueItemView,
  Reason,
  ReportBody,
  TicketPageView,
  TicketSchema,
  WrittenView,
} from './desk-schemas.ts'
import { cancelTicket, closeTicket, reopenTicket, resolveTicket } from './finish-ticket.ts'
import { admitTicket, linkTicketToClient, refuseTicket } from './gate.ts'
import { AboutBody, ContractChoiceView, PromisesView } from './about-shapes.ts'
import { changeAbout } from './change-about.ts'
import { chooseContract, contractChoices } from './choose-contract.ts'
import { changePriority, delegateTicket, markNotCounted, takeOver } from './handle-ticket.ts'
import { mergeTickets } from './merge-tickets.ts'
import { estimateTicket, excludeFromCredits, giveWorkAround, noteArrival } from './note-progress.ts'
import { pauseClock, resumeClock } from './pause-clock.ts'
import { promisesFor } from './promises.ts'
import { ticketQueue } from './queue.ts'
import { reportTicket } from './report-ticket.ts'
import { ticketPage } from './ticket-page.ts'
import { findTicket } from './ticket-store.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { writeMessage } from './write-message.ts'

const config = { allow: ['staff'] } as const
const answer = { response: { 200: TicketSchema } }

export const ticketRoutes: FastifyPluginAsyncZod = async (server) => {
  const Wish = z.object({
    view: z.enum(['open', 'done', 'all']).default('open'),
    search: z.string().max(200).optional(),
    clientId: z.uuid().optional(),
    assigneeId: z.uuid().optional(),
    contractId: z.uuid().optional(),
    siteId: z.uuid().optional(),
    deviceId: z.uuid().optional(),
    priority: z.string().max(40).optional(),
    most: z.coerce.number().int().min(1).max(1000).optional(),
  })
  server.get(
    '/api/tickets',
    { schema: { querystring: Wish, response: { 200: z.array(QueueItemView) } }, config },
    (request) => see(request, (ctx) => ticketQueue(ctx, request.query)),
  )
  server.post(
    '/api/tickets',
    { schema: { body: ReportBody, response: { 201: TicketSchema } }, config },
    async (request, reply) => {
      const ticket = await act(request, (ctx) =>
        reportTicket(ctx, { ...request.body, reporterEmail: emailOf(request.body), senderIsTrusted: true }),
      )
      return reply.code(201).send(ticket)
    },
  )
  server.get(
    '/api/tickets/:id',
    { schema: { params: Id, response: { 200: TicketPageView } }, config },
    (request) => see(request, (ctx) => ticketPage(ctx, request.params.id)),
  )
  server.post(
    '/api/tickets/:id/messages',
    { schema: { params: Id, body: MessageBody, response: { 201: WrittenView } }, config },
    async (request, reply) => {
      const written = await act(request, async (ctx) => {
        const ticket = (await findTicket(ctx, request.params.id)) ?? refuse('not_found')
        return writeMessage(ctx, { conversationId: ticket.conversationId, channel: 'desk', ...request.body })
      })
      return reply.code(201).send(written)
    },
  )
  server.get(
    '/api/tickets/:id/contract-choices',
    { schema: { params: Id, response: { 200: z.array(ContractChoiceView) } }, config },
    (request) => see(request, (ctx) => contractChoices(ctx, request.params.id)),
  )
  const Wanted = z.object({
    contactId: z.uuid().optional(),
    siteId: z.uuid().optional(),
    deviceId: z.uuid().optional(),
    deviceClass: z.string().max(60).optional(),
    category: z.string().max(100).optional(),
  })
  server.get(
    '/api/clients/:id/promises',
    { schema: { params: Id, querystring: Wanted, response: { 200: PromisesView } }, config },
    (request) =>
      see(request, async (ctx) => {
        const { contactId, ...wish } = request.query
        const client = (await clientOf(ctx, request.params.id)) ?? refuse('not_found')
        const person = contactId ? await contactOf(ctx, contactId) : undefined
        return promisesFor(ctx, { clientId: client.id, wish, ...(person && { person }) })
      }),
  )
  await server.register(addDeeds)
}

const emailOf = ({ reporterEmail }: { reporterEmail?: string }): string | undefined =>
  reporterEmail?.trim() ? validEmail(reporterEmail) : undefined

const addDeeds: FastifyPluginAsyncZod = async (server) => {
  const on =
    <B>(deed: (ctx: Context, id: string, body: B) => Promise<z.infer<typeof TicketSchema>>) =>
    (request: FastifyRequest) =>
      act(request, (ctx) => deed(ctx, (request.params as z.infer<typeof Id>).id, request.body as B))
  const nothing = { schema: { params: Id, ...answer }, config }
  const given = <S extends z.ZodType>(body: S) => ({ schema: { params: Id, body, ...answer }, config })

  server.put('/api/tickets/:id/takeover', nothing, on(takeOver))
  server.put(
    '/api/tickets/:id/assignee',
    given(z.object({ staffId: z.uuid(), note: z.string().max(2000).optional() })),
    on(delegateTicket),
  )
  server.put(
    '/api/tickets/:id/priority',
    given(z.object({ priority: z.string().max(40), version: z.number().int().optional() })),
    on(changePriority),
  )
  server.put(
    '/api/tickets/:id/category',
    given(z.object({ category: z.string().max(100).nullable(), version: z.number().int().optional() })),
    on(changeAbout),
  )
  server.put('/api/tickets/:id/about', given(AboutBody), on(changeAbout))
  server.put(
    '/api/tickets/:id/contract',
    given(z.object({ contractId: z.uuid() })),
    on((ctx, id, body: { contractId: string }) => chooseContract(ctx, id, body.contractId)),
  )
  server.put(
    '/api/tickets/:id/pause',
    given(
      z.object({
        reason: z.string().max(60),
        sentence: z.string().max(2000).optional(),
        until: z
          .string()
          .max(40)
          .optional()
          .describe('The clock goes on by itself at this instant (ISO 8601)'),
      }),
    ),
    on(pauseClock),
  )
  server.delete('/api/tickets/:id/pause', nothing, on(resumeClock))
  server.put(
    '/api/tickets/:id/resolution',
    given(z.object({ text: z.string().max(50_000) })),
    on(resolveTicket),
  )
  server.delete(
    '/api/tickets/:id/resolution',
    nothing,
    on((ctx, id) => reopenTicket(ctx, id)),
  )
  server.put('/api/tickets/:id/closure', nothing, on(closeTicket))
  server.delete(
    '/api/tickets/:id/closure',
    nothing,
    on((ctx, id) => reopenTicket(ctx, id)),
  )
  server.put('/api/tickets/:id/cancellation', given(Reason), on(cancelTicket))
  server.put('/api/tickets/:id/admission', nothing, on(admitTicket))
  server.put('/api/tickets/:id/refusal', given(Reason), on(refuseTicket))
  server.put(
    '/api/tickets/:id/client',
    given(z.object({ clientId: z.uuid(), contactId: z.uuid().optional() })),
    on(linkTicketToClient),
  )
  server.put(
    '/api/tickets/:id/merger',
    given(z.object({ intoId: z.uuid() })),
    on((ctx, id, body: { intoId: string }) => mergeTickets(ctx, id, body.intoId)),
  )
  const Verdict = z.object({
    because: z.enum(['ourFault', 'warranty']).nullable(),
    reason: z.string().max(1000).default(''),
  })
  server.put('/api/tickets/:id/verdict', given(Verdict), on(markNotCounted))
  server.put('/api/tickets/:id/arrival', nothing, on(noteArrival))
  server.put(
    '/api/tickets/:id/work-around',
    given(z.object({ text: z.string().max(50_000) })),
    on(giveWorkAround),
  )
  const Estimate = z.object({
    minutes: z.number().nullable().describe('Whole minutes of work; null: from history'),
  })
  server.put('/api/tickets/:id/estimate', given(Estimate), on(estimateTicket))
  const Exclusion = z.object({ isExcluded: z.boolean(), reason: z.string().max(1000).default('') })
  server.put(
    '/api/tickets/:id/credit-exclusion',
    { ...given(Exclusion), config: { allow: ['owner', 'manager', 'accountManager', 'billing'] } },
    on(excludeFromCredits),
  )
}

tellRoutes({
  'GET /api/tickets': 'Tickets by their nearest deadline, each with the clock that matters now',
  'POST /api/tickets': [
    'Takes a report down',
    'priority_unknown',
    'email_invalid',
    'category_unknown',
    'site_not_of_client',
    'site_archived',
    'device_not_of_client',
    'device_archived',
    'impact_unknown',
    'urgency_unknown',
  ],
  'GET /api/tickets/{id}': 'A ticket with its messages, log, work, clocks and price',
  'POST /api/tickets/{id}/messages': ['Replies to the client or writes an internal note', 'message_empty'],
  'PUT /api/tickets/{id}/takeover': 'Takes a ticket over: a reaction',
  'PUT /api/tickets/{id}/assignee': ['Hands a ticket to somebody else', 'assignee_unknown'],
  'PUT /api/tickets/{id}/priority': [
    'Changes the priority; the clocks are counted again',
    'priority_unknown',
  ],
  'PUT /api/tickets/{id}/category': ['Changes the category', 'category_unknown'],
  'PUT /api/tickets/{id}/about': [
    'Says what a ticket is about: site, device, category, impact and urgency; the clocks are counted again',
    'category_unknown',
    'site_not_of_client',
    'site_archived',
    'device_not_of_client',
    'device_archived',
    'impact_unknown',
    'urgency_unknown',
  ],
  'GET /api/tickets/{id}/contract-choices':
    "The client's contracts in force at the report, with what each would promise",
  'GET /api/clients/{id}/promises': [
    'What a report made now would fall under and be promised, by what it is about',
    'site_not_of_client',
    'device_not_of_client',
  ],
  'PUT /api/tickets/{id}/contract': [
    'Says which contract a ticket belongs to',
    'contract_not_active',
    'ticket_work_settled',
  ],
  'PUT /api/tickets/{id}/pause': [
    'Stops the clock for a named reason',
    'pause_reason_unknown',
    'message_empty',
  ],
  'DELETE /api/tickets/{id}/pause': 'Lets the clock run on',
  'PUT /api/tickets/{id}/resolution': ['Resolves a ticket with the words to the client', 'message_empty'],
  'DELETE /api/tickets/{id}/resolution': 'Reopens a resolved ticket',
  'PUT /api/tickets/{id}/closure': 'Closes a resolved ticket',
  'DELETE /api/tickets/{id}/closure': 'Reopens a closed ticket',
  'PUT /api/tickets/{id}/cancellation': ['Cancels a ticket', 'reason_missing'],
  'PUT /api/tickets/{id}/admission': ['Lets a report in from the gate', 'only_supervisor_admits'],
  'PUT /api/tickets/{id}/refusal': ['Refuses a report at the gate', 'reason_missing'],
  'PUT /api/tickets/{id}/client': 'Says whose report it is',
  'PUT /api/tickets/{id}/merger': [
    'Puts a ticket into another one',
    'merge_other_client',
    'merge_with_itself',
  ],
  'PUT /api/tickets/{id}/arrival': 'Notes the arrival at the client',
  'PUT /api/tickets/{id}/work-around': ['Says that a work-around holds', 'message_empty'],
  'PUT /api/tickets/{id}/estimate': ['Says when it will be done', 'estimate_invalid'],
  'PUT /api/tickets/{id}/credit-exclusion': [
    'Takes a ticket out of the credits, or back into them',
    'reason_missing',
    'credit_confirmed',
  ],
  'PUT /api/tickets/{id}/verdict': ['Says whether a ticket counts against the allowance', 'reason_missing'],
})
