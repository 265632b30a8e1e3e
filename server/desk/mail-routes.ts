/** Raw mail over HTTP, what became of incoming mail, and the company's mailboxes. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { countAttempt } from '#server/accounts/public.ts'
import { act, actAs, see } from '#server/plumbing/http/act.ts'
import { sendFile } from '#server/plumbing/http/file-routes.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { addMailbox, mailboxesOf, pauseMailbox, removeMailbox, tryMailbox } from './mail-boxes.ts'
import { incomingMail, incomingMailsOf, rawMail } from './mail-log.ts'
import { receiveMail, reportRecordedMail } from './mail-receive.ts'
import { mailBytesMax } from './smtp-in.ts'

const Outcome = z.enum([
  'ticket',
  'message',
  'note',
  'broken',
  'autoReply',
  'automatic',
  'bounce',
  'loop',
  'failed',
])
const ReceivedView = z.object({
  id: z.uuid(),
  outcome: Outcome,
  isRepeated: z.boolean(),
  ticketId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
})
const IncomingView = z.object({
  id: z.uuid(),
  source: z.enum(['smtp', 'imap', 'http']),
  sender: z.string(),
  subject: z.string(),
  receivedAt: z.string(),
  outcome: Outcome,
  ticketId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
  facts: z.record(z.string(), z.unknown()),
})
/** The whole message as it came; `html` is freed of everything that could act. */
const OriginalView = IncomingView.extend({
  text: z.string(),
  html: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.number().int() })),
})
const Text = (max: number) => z.string().trim().min(1).max(max)
const MailboxBody = z.object({
  host: Text(253),
  port: z.number().int().min(1).max(65_535),
  isSecure: z.boolean().default(true),
  username: Text(320),
  password: z.string().min(1).max(500),
  folder: Text(200).default('INBOX'),
  /** Also receive what already lies in the folder. */
  withExisting: z.boolean().default(false),
})
const MailboxView = z.object({
  id: z.uuid(),
  host: z.string(),
  port: z.number().int(),
  isSecure: z.boolean(),
  username: z.string(),
  folder: z.string(),
  /** Why it cannot be read at the moment: refused, no_folder, no_answer, no_tls or other. */
  lastError: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  isPaused: z.boolean(),
  version: z.number().int(),
})
const Id = z.object({ id: z.uuid() })
const managers = { allow: ['owner', 'manager'] } as const

nameShapes({
  ReceivedMail: ReceivedView,
  IncomingMail: IncomingView,
  OriginalMail: OriginalView,
  Mailbox: MailboxView,
})

export const mailRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/public/mail/:slug',
    {
      schema: {
        params: z.object({ slug: z.string().max(60) }),
        consumes: ['message/rfc822'],
        response: { 202: ReceivedView },
      },
      config: { allow: ['anyone'] },
      bodyLimit: mailBytesMax,
    },
    async (request, reply) => {
      const tenantId = await tenantByIntakeSecret(request, request.params.slug)
      const raw = request.body
      if (!Buffer.isBuffer(raw) || raw.length === 0) refuse('mail_unreadable')
      const postman = {
        tenantId,
        actor: { kind: 'system' as const, what: 'mail' },
        language: request.language,
      }
      return reply
        .code(202)
        .send(await actAs(request, postman, (ctx) => receiveMail(ctx, { raw, source: 'http' })))
    },
  )

  server.get(
    '/api/incoming-mails',
    {
      schema: {
        querystring: z.object({ before: z.string().max(40).optional() }),
        response: { 200: z.array(IncomingView) },
      },
      config: { allow: ['staff'] },
    },
    (request) => see(request, (ctx) => incomingMailsOf(ctx, request.query.before)),
  )
  server.get(
    '/api/incoming-mails/:id',
    { schema: { params: Id, response: { 200: OriginalView } }, config: { allow: ['staff'] } },
    (request) => see(request, (ctx) => incomingMail(ctx, request.params.id)),
  )
  server.get(
    '/api/incoming-mails/:id/raw',
    { schema: { params: Id }, config: { allow: ['staff'] } },
    async (request, reply) => sendFile(reply, await see(request, (ctx) => rawMail(ctx, request.params.id))),
  )
  server.post(
    '/api/incoming-mails/:id/ticket',
    { schema: { params: Id, response: { 201: ReceivedView } }, config: { allow: ['staff'] } },
    async (request, reply) =>
      reply.code(201).send(await act(request, (ctx) => reportRecordedMail(ctx, request.params.id))),
  )

  server.get(
    '/api/mailboxes',
    { schema: { response: { 200: z.array(MailboxView) } }, config: managers },
    (request) => see(request, mailboxesOf),
  )
  server.post(
    '/api/mailboxes',
    { schema: { body: MailboxBody, response: { 201: MailboxView } }, config: managers },
    async (request, reply) => {
      // Tried before the transaction begins: a slow server must not hold the database.
      const tried = await tryMailbox(request.body)
      return reply.code(201).send(await act(request, (ctx) => addMailbox(ctx, request.body, tried)))
    },
  )
  server.patch(
    '/api/mailboxes/:id',
    {
      schema: {
        params: Id,
        body: z.object({ isPaused: z.boolean(), version: z.number().int() }),
        response: { 200: MailboxView },
      },
      config: managers,
    },
    (request) => act(request, (ctx) => pauseMailbox(ctx, request.params.id, request.body)),
  )
  server.delete(
    '/api/mailboxes/:id',
    { schema: { params: Id, response: { 204: z.null() } }, config: managers },
    async (request, reply) => {
      await act(request, (ctx) => removeMailbox(ctx, request.params.id))
      return reply.code(204).send(null)
    },
  )
}

/** The company is named in the address, its secret stands in the header; guesses are counted. */
async function tenantByIntakeSecret(request: FastifyRequest, slug: string): Promise<string> {
  const { app } = request.server
  const { rows } = await app.db.pool.query<{ tenant_id: string; intake_secret: string }>(
    'select tenant_id, intake_secret from tenant_slugs s join tenants t using (tenant_id) where s.slug = $1',
    [slug.toLowerCase()],
  )
  const company = rows[0] ?? refuse('mail_recipient_unknown')
  const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (isEqual(given, company.intake_secret)) return company.tenant_id
  await countAttempt(app, `intake ${request.ip}`, 30, 15)
  return refuse('intake_secret_wrong')
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}

tellRoutes({
  'POST /api/public/mail/{slug}': [
    "Takes a raw MIME message; the company's secret stands in Authorization",
    'mail_recipient_unknown',
    'intake_secret_wrong',
    'mail_unreadable',
    'too_many_attempts',
  ],
  'GET /api/incoming-mails': 'Incoming mail and what became of it',
  'GET /api/incoming-mails/{id}': 'One incoming mail, freed of everything that could act',
  'GET /api/incoming-mails/{id}/raw': 'The message as it came',
  'POST /api/incoming-mails/{id}/ticket': 'Makes a ticket of a mail that became none',
  'GET /api/mailboxes': 'The mailboxes that are read',
  'POST /api/mailboxes': ['Adds a mailbox after trying it', 'mailbox_unreachable'],
  'PATCH /api/mailboxes/{id}': 'Pauses a mailbox or reads it again',
  'DELETE /api/mailboxes/{id}': 'Stops reading a mailbox',
})
