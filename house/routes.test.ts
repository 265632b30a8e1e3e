/**
 * Every route × every kind of actor: who is not named by `allow` is turned away before the
 * route runs; who is named gets past the door (whatever the route then says).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { openStage } from '#server/testing/scene.ts'
import { setCast, type Cast } from '#demo/cast.ts'
import { openSession } from '#server/accounts/identity-store.ts'
import { staffCookie } from '#server/accounts/callers.ts'

type Route = { method: string; url: string; allow: readonly string[] }
const routes: Route[] = []

const stage = openStage({
  onServer: (server: FastifyInstance) =>
    server.addHook('onRoute', (route: RouteOptions) => {
      for (const method of [route.method].flat()) {
        if (method !== 'HEAD' && route.url.startsWith('/api/'))
          routes.push({ method, url: route.url, allow: route.config?.allow ?? [] })
      }
    }),
})

const roleOf = { marta: 'owner', ola: 'accountManager', piotr: 'technician', ewa: 'billing' } as const

async function cookieOf(cast: Cast, who: keyof typeof roleOf): Promise<string> {
  const { app } = await stage()
  const { actor, tenantId } = cast[who]
  const token = await app.db.inSystem((tx) =>
    openSession(
      tx,
      actor.identityId,
      { tenantId, kind: 'staff', subjectId: actor.id },
      { now: app.clock(), userAgent: 'test' },
    ),
  )
  return `${staffCookie}=${token}`
}

test('every route turns away whom it does not name, and lets in whom it names', async () => {
  const opened = await stage()
  await opened.server.ready()
  const cast = await setCast(opened)
  assert.ok(routes.length > 20, `saw only ${routes.length} routes`)
  const wrong: string[] = []
  for (const [who, role] of [['nobody', ''], ...Object.entries(roleOf)] as [
    keyof typeof roleOf | 'nobody',
    string,
  ][]) {
    const cookie = who === 'nobody' ? undefined : await cookieOf(cast, who)
    for (const { method, url, allow } of routes) {
      if (
        url.endsWith('/live') ||
        // Fills a whole company for anybody who asks.
        url === '/api/demo' ||
        (url === '/api/session' && method === 'DELETE') ||
        (url === '/api/panel/session' && method === 'DELETE')
      )
        continue
      const path = url.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000').replace('*', 'x')
      const answer = await opened.server.inject({
        method: method as 'GET',
        url: path,
        headers: cookie ? { cookie } : {},
      })
      const code =
        answer.statusCode === 401 || answer.statusCode === 403
          ? (answer.json() as { error?: { code?: string } }).error?.code
          : undefined
      const expected = expectedCode(allow, url, who === 'nobody' ? undefined : role)
      if (expected ? code !== expected : code === 'not_signed_in')
        wrong.push(
          `${method} ${url} as ${role || 'nobody'}: ${answer.statusCode} ${code ?? ''}, expected ${expected ?? 'to be let in'}`,
        )
      if (answer.statusCode >= 500 && answer.statusCode !== 503)
        wrong.push(
          `${method} ${url} as ${role || 'nobody'}: ${answer.statusCode} ${answer.body.slice(0, 200)}`,
        )
    }
  }
  assert.deepEqual(wrong, [])
})

function expectedCode(allow: readonly string[], url: string, role: string | undefined): string | undefined {
  if (allow.includes('anyone')) return undefined
  // The panel has a cookie of its own: a staff session is nobody there.
  if (!role || url.startsWith('/api/panel/')) return 'not_signed_in'
  return allow.includes('staff') || allow.includes(role) ? undefined : 'role_may_not'
}
