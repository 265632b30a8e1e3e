/** The built web: hashed assets for a year, the two pages always fresh, and the service pages of the server. */
import * as fs from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readablePage, type ApiDocument } from './api-page.ts'
import type { Metrics } from '../metrics.ts'

export const webFolder = path.join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

export async function serveWeb(server: FastifyInstance): Promise<void> {
  if (!fs.existsSync(path.join(webFolder, 'index.html'))) return
  await server.register(fastifyStatic, {
    root: webFolder,
    index: false,
    wildcard: false,
    setHeaders: (reply, file) =>
      void reply.header(
        'Cache-Control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
  const page = (name: string) => (_request: unknown, reply: FastifyReply) =>
    reply.header('Cache-Control', 'no-cache').sendFile(name)
  server.get('/', page('index.html'))
  server.get('/panel', page('panel.html'))
  server.get('/panel/*', page('panel.html'))
}

export async function serviceRoutes(server: FastifyInstance, metrics: Metrics): Promise<void> {
  server.get('/health', async (_request, reply) => {
    try {
      await server.app.db.pool.query('select 1')
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'database_unreachable' })
    }
  })
  server.get('/metrics', async (request, reply) => {
    if (!isLoopback(request.ip)) return reply.code(404).send()
    return reply.type(metrics.contentType).send(await metrics.text(server.app))
  })
  server.get(
    '/api/openapi.json',
    { config: { allow: ['anyone'] }, schema: { hide: true } as never },
    async () => server.swagger(),
  )
  server.get(
    '/api',
    { config: { allow: ['anyone'] }, schema: { hide: true } as never },
    async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(readablePage(server.swagger() as unknown as ApiDocument)),
  )
}

const isLoopback = (ip: string): boolean => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1'
