/** The built web: hashed assets for a year, the two pages always fresh, and the service pages of the server. */
import * as fs from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
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

type ApiDocument = {
  info: { title: string; description?: string }
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content?: Record<string, { schema: unknown }> }
        responses?: Record<string, { content?: Record<string, { schema: unknown }> }>
        parameters?: { name: string; in: string; required?: boolean }[]
      }
    >
  >
}

/** The OpenAPI document as one page that a person can read and search. */
function readablePage(api: ApiDocument): string {
  const operations = Object.entries(api.paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ url, method, operation })),
  )
  const list = operations.map(({ url, method, operation }) => {
    const parameters = (operation.parameters ?? [])
      .map((p) => `<li><code>${escape(p.name)}</code> (${p.in}${p.required ? '' : ', optional'})</li>`)
      .join('')
    const body = operation.requestBody?.content?.['application/json']?.schema
    const answers = Object.entries(operation.responses ?? {})
      .map(
        ([status, answer]) => `<p>${status}</p>${schemaBlock(answer.content?.['application/json']?.schema)}`,
      )
      .join('')
    return `<details id="${method}-${escape(url)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(url)}</code></summary>${parameters && `<ul>${parameters}</ul>`}${body ? `<p>body</p>${schemaBlock(body)}` : ''}${answers}</details>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(api.info.title)} API</title><style>body{font:15px/1.5 Inter,system-ui,sans-serif;max-width:900px;margin:32px auto;padding:0 16px;color:#1b2422;background:#faf9f6}summary{cursor:pointer;padding:6px 0}b{display:inline-block;width:70px;color:#0f6152}pre{background:#fff;border:1px solid #e8e6df;border-radius:8px;padding:12px;overflow:auto;font-size:12.5px}@media(prefers-color-scheme:dark){body{background:#0f1413;color:#e8ecea}pre{background:#161c1a;border-color:#262e2b}b{color:#7fcfb8}}</style><h1>${escape(api.info.title)} API</h1><p>${escape(api.info.description ?? '')}</p><p><a href="/api/openapi.json">openapi.json</a></p>${list.join('')}</html>`
}

const schemaBlock = (schema: unknown): string =>
  schema ? `<pre>${escape(JSON.stringify(schema, null, 2))}</pre>` : ''
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
