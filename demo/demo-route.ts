/**
 * "Look at the demo company": whoever asks gets one of their own, fresh, and is signed in as its
 * owner. Its people have addresses and a password that nobody else knows.
 */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { cookieOptions, countAttempt, openSession, staffCookie } from '#server/accounts/public.ts'
import type { App } from '#server/plumbing/app.ts'
import { castPassword } from './cast.ts'
import { fillDemo } from './fill.ts'

const Entered = z.object({ kind: z.literal('staff'), tenantId: z.uuid(), subjectId: z.uuid() })
const demosPerHour = 10

export const demoRoutes: FastifyPluginAsyncZod = async (server) => {
  server.post(
    '/api/demo',
    { schema: { response: { 201: Entered } }, config: { allow: ['anyone'] } },
    async (request, reply) => {
      const { app } = server
      await countAttempt(app, `demo ${request.ip}`, demosPerHour, 60)
      const { tenantId, cast } = await fillDemo(app, {
        tag: `-${app.newId().slice(0, 8)}`,
        password: app.newId(),
      })
      const { id: subjectId, identityId } = cast.marta.actor
      const at = { now: app.clock(), userAgent: String(request.headers['user-agent'] ?? '') }
      const token = await app.db.inSystem((tx) =>
        openSession(tx, identityId, { tenantId, kind: 'staff', subjectId }, at),
      )
      return reply
        .setCookie(staffCookie, token, cookieOptions(app.settings.publicUrl, 'staff'))
        .code(201)
        .send({ kind: 'staff' as const, tenantId, subjectId })
    },
  )
}

/** `--demo`: fills one demo company when the installation has none; says how to enter it. */
export async function openDemo(app: App, say: (line: string) => void): Promise<void> {
  const known = await app.db.inSystem((tx) =>
    tx.selectFrom('tenants').select('tenantId').where('kind', '=', 'demo').limit(1).executeTakeFirst(),
  )
  const isTaken = await app.db.inSystem((tx) =>
    tx
      .selectFrom('identity.identities')
      .select('id')
      .where('email', '=', 'marta@zuraw.example')
      .executeTakeFirst(),
  )
  if (!known && !isTaken) await fillDemo(app)
  say(
    `Demo: ${app.settings.publicUrl}/sign-in  marta@zuraw.example, ola@zuraw.example, piotr@zuraw.example, ewa@zuraw.example  password ${castPassword}`,
  )
}

tellRoutes({
  'POST /api/demo': ["Opens a demo company of one's own, signed in as its owner", 'too_many_attempts'],
})
