/** The messenger for staff, and the notices on the screen. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { act, see } from '#server/plumbing/http/act.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { AboutFields } from './about-shapes.ts'
import { byStaff } from './deed.ts'
import { findConversation, markRead, messagesOf, readMarksOf } from './conversations.ts'
import {
  ConversationInListView,
  ConversationView,
  FileIds,
  Id,
  MessageBody,
  MessageView,
  NoticeView,
  ReadView,
  TicketSchema,
  WrittenView,
} from './desk-schemas.ts'
import { noticesOf, seeNotices } from './notices.ts'
import { reportTicket } from './report-ticket.ts'
import { conversationsOf, startConversation } from './start-conversation.ts'
import { writeMessage } from './write-message.ts'

const config = { allow: ['staff'] } as const
const ConversationPage = z.object({
  conversation: ConversationView,
  messages: z.array(MessageView),
  reads: z.array(ReadView),
})

nameShapes({ ConversationPage })

export const conversationRoutes: FastifyPluginAsyncZod = async (server) => {
  const Wish = z.object({
    clientId: z.uuid().optional(),
    free: z.stringbool().optional(),
    most: z.coerce.number().int().min(1).max(500).optional(),
  })
  server.get(
    '/api/conversations',
    { schema: { querystring: Wish, response: { 200: z.array(ConversationInListView) } }, config },
    (request) => see(request, (ctx) => conversationsOf(ctx, request.query)),
  )
  const Start = z.object({
    contactId: z.uuid(),
    subject: z.string().max(300).default(''),
    text: z.string().max(50_000),
    fileIds: FileIds,
  })
  server.post(
    '/api/conversations',
    { schema: { body: Start, response: { 201: WrittenView } }, config },
    async (request, reply) =>
      reply
        .code(201)
        .send(await act(request, (ctx) => startConversation(ctx, { ...request.body, channel: 'desk' }))),
  )
  server.get(
    '/api/conversations/:id',
    { schema: { params: Id, response: { 200: ConversationPage } }, config },
    (request) =>
      see(request, async (ctx) => {
        const conversation = (await findConversation(ctx, request.params.id)) ?? refuse('not_found')
        return {
          conversation,
          messages: await messagesOf(ctx, conversation.id),
          reads: await readMarksOf(ctx, conversation.id),
        }
      }),
  )
  server.post(
    '/api/conversations/:id/messages',
    { schema: { params: Id, body: MessageBody, response: { 201: WrittenView } }, config },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await act(request, (ctx) =>
            writeMessage(ctx, { conversationId: request.params.id, channel: 'desk', ...request.body }),
          ),
        ),
  )
  server.put(
    '/api/conversations/:id/read',
    { schema: { params: Id, response: { 204: z.null() } }, config },
    async (request, reply) => {
      await act(request, (ctx) => markRead(ctx, request.params.id))
      return reply.code(204).send(null)
    },
  )
  const Turn = z.object({
    subject: z.string().max(300).optional(),
    priority: z.string().max(40).optional(),
    takeOver: z.boolean().optional(),
    category: z.string().max(100).optional(),
    ...AboutFields,
  })
  server.post(
    '/api/conversations/:id/ticket',
    { schema: { params: Id, body: Turn, response: { 201: TicketSchema } }, config },
    async (request, reply) => {
      const ticket = await act(request, async (ctx) => {
        const conversation = (await findConversation(ctx, request.params.id)) ?? refuse('not_found')
        if (conversation.ticketId) refuse('conversation_has_ticket', { ticketId: conversation.ticketId })
        const { subject, ...report } = request.body
        return reportTicket(ctx, {
          ...report,
          source: 'manual',
          clientId: conversation.clientId ?? undefined,
          contactId: conversation.contactId ?? undefined,
          conversationId: conversation.id,
          subject: subject?.trim() || conversation.subject,
          description: '',
          senderIsTrusted: true,
        })
      })
      return reply.code(201).send(ticket)
    },
  )

  server.get('/api/notices', { schema: { response: { 200: z.array(NoticeView) } }, config }, (request) =>
    see(request, (ctx) => noticesOf(ctx, byStaff(ctx).id)),
  )
  const Seen = z.object({ id: z.uuid().optional(), ticketId: z.uuid().optional() })
  server.put(
    '/api/notices/seen',
    { schema: { body: Seen, response: { 204: z.null() } }, config },
    async (request, reply) => {
      await act(request, (ctx) => seeNotices(ctx, byStaff(ctx).id, request.body))
      return reply.code(204).send(null)
    },
  )
}

tellRoutes({
  'GET /api/conversations': 'Conversations with clients, the latest first',
  'POST /api/conversations': ['Begins a conversation with a person of a client', 'message_empty'],
  'GET /api/conversations/{id}': 'One conversation with its messages and who has read them',
  'POST /api/conversations/{id}/messages': ['Writes in a conversation', 'message_empty'],
  'PUT /api/conversations/{id}/read': 'Notes that I have read a conversation',
  'POST /api/conversations/{id}/ticket': [
    'Makes a ticket of a free conversation',
    'conversation_has_ticket',
    'site_not_of_client',
    'device_not_of_client',
  ],
  'GET /api/notices': 'My notices, the newest first',
  'PUT /api/notices/seen': 'Notes that notices were seen',
})
