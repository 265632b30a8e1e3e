/** Sign-up, sign-in, the session and its hats. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { inContext } from '#server/plumbing/context.ts'
import { see } from '#server/plumbing/http/act.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { cookieOptions, panelCookie, staffCookie } from './callers.ts'
import { companyOf } from './company.ts'
import { closeSession, hatsOf, openSession } from './identity-store.ts'
import { hashOfToken } from './passwords.ts'
import {
  askForLink,
  askToConfirm,
  enterByLink,
  listensOnLoopback,
  signIn,
  signUp,
  type SignedIn,
} from './sign-in.ts'
import { trades } from '#engines/presets/trades.ts'

const Entered = z.object({ kind: z.enum(['staff', 'contact']), tenantId: z.uuid(), subjectId: z.uuid() })
const Name = z.string().trim().min(1).max(200)

export const SessionView = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['owner', 'manager', 'accountManager', 'technician', 'billing']),
    language: z.enum(['pl', 'en']),
  }),
  company: z.object({
    tenantId: z.uuid(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['live', 'sandbox', 'demo']),
    timezone: z.string(),
    trade: z.string(),
  }),
  companies: z.array(z.object({ tenantId: z.uuid(), name: z.string(), kind: z.string() })),
  /** The address is not confirmed yet. */
  isUnconfirmed: z.boolean(),
  /** No SMTP server: mail waits in the outbox. */
  isMailKept: z.boolean(),
  now: z.string(),
})

nameShapes({ Entered, Session: SessionView })

export const accountRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/sign-up',
    {
      schema: {
        body: z.object({
          email: z.string().max(200),
          password: z.string().max(200),
          name: Name,
          company: Name,
          nip: z.string().max(20).optional(),
          trade: z.enum(trades),
        }),
        response: { 201: Entered },
      },
      config: { allow: ['anyone'] },
    },
    async (request, reply) => entered(reply.code(201), await signUp(server.app, request.body, from(request))),
  )

  server.post(
    '/api/session',
    {
      schema: {
        body: z.object({ email: z.string().max(200), password: z.string().max(200) }),
        response: { 201: Entered },
      },
      config: { allow: ['anyone'] },
    },
    async (request, reply) => entered(reply.code(201), await signIn(server.app, request.body, from(request))),
  )

  server.post(
    '/api/session/links',
    {
      schema: {
        body: z.object({ email: z.string().max(200), kind: z.enum(['staff', 'contact']).default('staff') }),
        response: { 202: z.object({ sent: z.literal(true) }) },
      },
      config: { allow: ['anyone'] },
    },
    async (request, reply) => {
      await askForLink(server.app, request.body, from(request))
      return reply.code(202).send({ sent: true as const })
    },
  )

  server.post(
    '/api/session/entries',
    {
      schema: {
        body: z.object({
          token: z.string().min(10).max(200),
          password: z.string().max(200).optional(),
          name: Name.optional(),
        }),
        response: { 201: Entered },
      },
      config: { allow: ['anyone'] },
    },
    async (request, reply) =>
      entered(reply.code(201), await enterByLink(server.app, request.body, from(request))),
  )

  server.get(
    '/api/session',
    { schema: { response: { 200: SessionView } }, config: { allow: ['staff'] } },
    async (request) => sessionView(request),
  )

  server.put(
    '/api/session/company',
    {
      schema: { body: z.object({ tenantId: z.uuid() }), response: { 201: Entered } },
      config: { allow: ['staff'] },
    },
    async (request, reply) => {
      const { actor } = request.caller!
      if (actor.kind !== 'staff') refuse('role_may_not')
      const made = await server.app.db.inSystem(async (tx) => {
        const hat =
          (await hatsOf(tx, actor.identityId, 'staff')).find((h) => h.tenantId === request.body.tenantId) ??
          refuse('not_found')
        const token = await openSession(tx, actor.identityId, hat, {
          now: server.app.clock(),
          userAgent: from(request).userAgent,
        })
        return { token, kind: 'staff' as const, tenantId: hat.tenantId, subjectId: hat.subjectId }
      })
      return entered(reply.code(201), made)
    },
  )

  server.put(
    '/api/session/language',
    {
      schema: { body: z.object({ language: z.enum(['pl', 'en']) }), response: { 204: z.null() } },
      config: { allow: ['staff'] },
    },
    async (request, reply) => {
      const { actor } = request.caller!
      if (actor.kind === 'staff')
        await server.app.db.inSystem((tx) =>
          tx
            .updateTable('identity.identities')
            .set({ language: request.body.language })
            .where('id', '=', actor.identityId)
            .execute(),
        )
      return reply.code(204).send(null)
    },
  )

  server.post(
    '/api/session/confirmation',
    { schema: { response: { 202: z.object({ sent: z.literal(true) }) } }, config: { allow: ['staff'] } },
    async (request, reply) => {
      const { actor, ...caller } = request.caller!
      if (actor.kind === 'staff')
        await inContext(server.app, { ...caller, actor }, (ctx) =>
          askToConfirm(ctx, actor.identityId, actor.email),
        )
      return reply.code(202).send({ sent: true as const })
    },
  )

  for (const [path, cookie] of [
    ['/api/session', staffCookie],
    ['/api/panel/session', panelCookie],
  ] as const) {
    server.delete(
      path,
      { schema: { response: { 204: z.null() } }, config: { allow: ['anyone'] } },
      async (request, reply) => {
        const token = request.cookies[cookie]
        if (token) await server.app.db.inSystem((tx) => closeSession(tx, hashOfToken(token)))
        return reply.clearCookie(cookie, { path: '/' }).code(204).send(null)
      },
    )
  }
}

function entered(reply: FastifyReply, made: SignedIn) {
  const { app } = reply.server
  const name = made.kind === 'contact' ? panelCookie : staffCookie
  const { kind, tenantId, subjectId } = made
  return reply
    .setCookie(name, made.token, cookieOptions(app.settings.publicUrl, kind))
    .send({ kind, tenantId, subjectId })
}

function from(request: FastifyRequest) {
  return {
    userAgent: String(request.headers['user-agent'] ?? ''),
    address: request.ip,
    language: request.language,
  }
}

async function sessionView(request: FastifyRequest): Promise<z.infer<typeof SessionView>> {
  const { app } = request.server
  const { actor, language } = request.caller ?? refuse('not_signed_in')
  if (actor.kind !== 'staff') refuse('role_may_not')
  const known = await app.db.inSystem(async (tx) => ({
    companies: await hatsOf(tx, actor.identityId, 'staff'),
    identity: await tx
      .selectFrom('identity.identities')
      .select('confirmedAt')
      .where('id', '=', actor.identityId)
      .executeTakeFirstOrThrow(),
  }))
  return see(request, async (ctx) => {
    const company = await companyOf(ctx)
    return {
      person: { id: actor.id, name: actor.name, email: actor.email, role: actor.role, language },
      company: {
        tenantId: ctx.tenantId,
        name: company.name,
        slug: company.slug,
        kind: company.kind,
        timezone: company.timezone,
        trade: company.trade,
      },
      companies: known.companies.map((h) => ({ tenantId: h.tenantId, name: h.company, kind: h.tenantKind })),
      isUnconfirmed: known.identity.confirmedAt === null,
      isMailKept: !app.settings.smtpUrl && (company.kind !== 'live' || listensOnLoopback(app)),
      now: ctx.now.toString(),
    }
  })
}

tellRoutes({
  'POST /api/sign-up': [
    'Opens a company with its owner, who is signed in',
    'email_invalid',
    'email_taken',
    'password_too_short',
    'too_many_attempts',
    'nip_checksum',
  ],
  'POST /api/session': ['Signs in with e-mail and password', 'wrong_email_or_password', 'too_many_attempts'],
  'GET /api/session': 'Who is signed in, where, and in which other companies they work',
  'DELETE /api/session': 'Signs out',
  'POST /api/session/links': [
    'Sends a link to sign in; answers the same for addresses that are not known',
    'email_invalid',
    'too_many_attempts',
  ],
  'POST /api/session/entries': [
    'Signs in by the key of a link; an invitation sets the password',
    'link_used',
    'link_expired',
    'link_unknown',
    'password_too_short',
  ],
  'PUT /api/session/company': ['Goes over to another company of the same person', 'not_found'],
  'PUT /api/session/language': 'The language in which the person is spoken to',
  'POST /api/session/confirmation': 'Sends the link that confirms the address again',
  'DELETE /api/panel/session': 'Signs out of the panel',
})
