/** The panel, second part: tickets with their conversation, and the messenger. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { priorityKeys } from '#server/accounts/public.ts'
import {
  admitTicket,
  closeTicket,
  markRead,
  refuseTicket,
  reopenTicket,
  reportTicket,
  startConversation,
  writeMessage,
  type Written,
} from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { ownConversation, panelConversation, panelConversations } from './panel-conversations.ts'
import { shownMessages } from './panel-messages.ts'
import {
  AboutQuery,
  ConversationPageView,
  ConversationView,
  Id,
  TicketPageView,
  TicketView,
  WrittenView,
} from './panel-shapes.ts'
import { panelTicket, panelTickets, shown } from './panel-tickets.ts'

const contact = { allow: ['contact'] } as const
const FileIds = z.array(z.uuid()).max(20).optional()
const Text = z.string().max(50_000)
const Report = z.object({
  subject: z.string().max(300).default(''),
  description: Text.default(''),
  proposedPriority: z.enum(priorityKeys).optional(),
  ...AboutQuery.shape,
  impact: z.string().max(60).optional().describe("A key of the contract's impact × urgency"),
  urgency: z.string().max(60).optional().describe("A key of the contract's impact × urgency"),
  fileIds: FileIds,
})
const NewMessage = z.object({ text: Text.default(''), fileIds: FileIds })
const Found = z.object({
  show: z.enum(['open', 'history']).default('open'),
  search: z.string().max(100).optional(),
})

export const panelTalkRoutes: FastifyPluginAsyncZod = async (server) => {
  server.get(
    '/api/panel/tickets',
    { schema: { querystring: Found, response: { 200: z.array(TicketView) } }, config: contact },
    (request) => see(request, (ctx) => panelTickets(ctx, request.query)),
  )
  server.post(
    '/api/panel/tickets',
    { schema: { body: Report, response: { 201: TicketView } }, config: contact },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) =>
            shown(await reportTicket(ctx, { source: 'panel', senderIsTrusted: true, ...request.body })),
          ),
        ),
  )
  server.get(
    '/api/panel/tickets/:id',
    { schema: { params: Id, response: { 200: TicketPageView } }, config: contact },
    (request) => see(request, (ctx) => panelTicket(ctx, request.params.id)),
  )
  server.post(
    '/api/panel/tickets/:id/messages',
    { schema: { params: Id, body: NewMessage, response: { 201: WrittenView } }, config: contact },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) =>
            write(ctx, (await panelTicket(ctx, request.params.id)).conversationId, request.body),
          ),
        ),
  )
  server.put(
    '/api/panel/tickets/:id/closure',
    { schema: { params: Id, response: { 200: TicketPageView } }, config: contact },
    (request) => act(request, (ctx) => onTicket(ctx, request.params.id, closeTicket)),
  )
  server.delete(
    '/api/panel/tickets/:id/closure',
    { schema: { params: Id, response: { 200: TicketPageView } }, config: contact },
    (request) => act(request, (ctx) => onTicket(ctx, request.params.id, reopenTicket)),
  )
  server.put(
    '/api/panel/tickets/:id/admission',
    { schema: { params: Id, response: { 200: TicketPageView } }, config: contact },
    (request) => act(request, (ctx) => onTicket(ctx, request.params.id, admitTicket)),
  )
  server.put(
    '/api/panel/tickets/:id/refusal',
    {
      schema: {
        params: Id,
        body: z.object({ reason: z.string().max(500) }),
        response: { 200: TicketPageView },
      },
      config: contact,
    },
    (request) =>
      act(request, (ctx) =>
        onTicket(ctx, request.params.id, () => refuseTicket(ctx, request.params.id, request.body)),
      ),
  )

  server.get(
    '/api/panel/conversations',
    { schema: { response: { 200: z.array(ConversationView) } }, config: contact },
    (request) => see(request, panelConversations),
  )
  server.post(
    '/api/panel/conversations',
    {
      schema: {
        body: NewMessage.extend({ subject: z.string().max(200).default('') }),
        response: { 201: WrittenView },
      },
      config: contact,
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) =>
            shownWritten(ctx, await startConversation(ctx, { channel: 'panel', ...request.body })),
          ),
        ),
  )
  server.get(
    '/api/panel/conversations/:id',
    { schema: { params: Id, response: { 200: ConversationPageView } }, config: contact },
    (request) => see(request, (ctx) => panelConversation(ctx, request.params.id)),
  )
  server.post(
    '/api/panel/conversations/:id/messages',
    { schema: { params: Id, body: NewMessage, response: { 201: WrittenView } }, config: contact },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, async (ctx) =>
            write(ctx, (await ownConversation(ctx, request.params.id)).id, request.body),
          ),
        ),
  )
  server.put(
    '/api/panel/conversations/:id/reading',
    { schema: { params: Id, response: { 204: z.null() } }, config: contact },
    async (request, reply) => {
      await act(request, async (ctx) => markRead(ctx, (await ownConversation(ctx, request.params.id)).id))
      return reply.code(204).send(null)
    },
  )
}

async function write(ctx: Context, conversationId: string, message: { text: string; fileIds?: string[] }) {
  return shownWritten(ctx, await writeMessage(ctx, { conversationId, channel: 'panel', ...message }))
}

function shownWritten(ctx: Context, { message, conversationId, ticketId, opened }: Written) {
  return {
    conversationId,
    ticketId,
    message: shownMessages(ctx, [message])[0]!,
    opened: opened ? { id: opened.id, name: opened.name } : null,
  }
}

/** Of another client it does not exist; the page stands before and after the deed. */
async function onTicket(ctx: Context, id: string, deed: (ctx: Context, id: string) => Promise<unknown>) {
  await panelTicket(ctx, id)
  await deed(ctx, id)
  return panelTicket(ctx, id)
}

tellRoutes({
  'GET /api/panel/tickets': 'Open tickets, or those that are over',
  'POST /api/panel/tickets': [
    'Reports a problem',
    'site_archived',
    'device_archived',
    'impact_unknown',
    'urgency_unknown',
  ],
  'GET /api/panel/tickets/{id}': 'A ticket with its promise and its messages',
  'POST /api/panel/tickets/{id}/messages': ['Writes about a ticket', 'message_empty'],
  'PUT /api/panel/tickets/{id}/closure': 'Confirms that it works',
  'DELETE /api/panel/tickets/{id}/closure': 'Says that it does not work',
  'PUT /api/panel/tickets/{id}/admission': ['A supervisor lets a report in', 'only_supervisor_admits'],
  'PUT /api/panel/tickets/{id}/refusal': [
    'A supervisor refuses a report',
    'only_supervisor_admits',
    'reason_missing',
  ],
  'GET /api/panel/conversations': 'The conversations',
  'POST /api/panel/conversations': ['Begins a conversation', 'message_empty'],
  'GET /api/panel/conversations/{id}': 'One conversation',
  'POST /api/panel/conversations/{id}/messages': ['Writes in a conversation', 'message_empty'],
  'PUT /api/panel/conversations/{id}/reading': 'Notes that I have read a conversation',
})
