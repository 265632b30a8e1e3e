/**
 * The web server: translates and nothing else. Every route says who may knock, every
 * answer that says no carries a code, an incident of our own gets a number.
 */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { App } from '../app.ts'
import { Refusal, refusalStatus, type RefusalCode } from '../refusal.ts'
import type { Allowed, Caller } from './act.ts'
import { apiDocument } from './api-document.ts'

declare module 'fastify' {
  interface FastifyInstance {
    app: App
  }
}

export type HttpParts = {
  identify: (request: FastifyRequest) => Promise<Caller | undefined>
  sentence: (language: 'pl' | 'en', code: RefusalCode, facts: Record<string, unknown>) => string
  onResponse?: (route: string, method: string, status: number, seconds: number) => void
}

export const bodyBytesMax = 2 * 1024 * 1024
export const uploadBytesMax = 26 * 1024 * 1024

export async function buildServer(app: App, parts: HttpParts): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    // Each answer is logged once, below, without addresses.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytesMax,
    trustProxy: ['127.0.0.1', '::1'],
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  })
  server.decorate('app', app)
  server.decorateRequest('caller', undefined)
  server.decorateRequest('language', 'pl')
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  await server.register(cookie)
  await server.register(helmet, securityHeaders(app))
  await server.register(swagger, apiDocument(app.settings.publicUrl))
  server.addContentTypeParser(
    ['application/octet-stream', 'message/rfc822'],
    { parseAs: 'buffer', bodyLimit: uploadBytesMax },
    (_request, body, done) => done(null, body),
  )
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && !route.config?.allow && route.method !== 'HEAD')
      throw new Error(`${String(route.method)} ${route.url} does not say who may knock`)
  })
  server.addHook('onRequest', async (request) => guard(app, parts, request))
  server.addHook('onResponse', async (request, reply) => {
    parts.onResponse?.(
      request.routeOptions.url ?? 'unknown',
      request.method,
      reply.statusCode,
      reply.elapsedTime / 1000,
    )
    app.log.debug(
      { route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  server.setErrorHandler((error, request, reply) =>
    answerNo(app, parts, error as FastifyError, request, reply),
  )
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return sayNo(parts, request, reply, 'not_found', {})
    // Addresses of screens are the web's own affair; it is there when it was built.
    if (isPage(request) && 'sendFile' in reply)
      return reply.header('Cache-Control', 'no-cache').sendFile('index.html')
    return reply.code(404).type('text/plain; charset=utf-8').send('404')
  })
  return server
}

const isPage = ({ method, url }: FastifyRequest): boolean =>
  method === 'GET' && !/\.[a-z0-9]{2,5}(\?|$)/.test(url)

async function guard(app: App, parts: HttpParts, request: FastifyRequest): Promise<void> {
  request.language = languageOf(request)
  refuseOtherSites(app, request)
  const allow = request.routeOptions.config.allow
  if (!allow) return
  request.caller = await parts.identify(request)
  if (request.caller) request.language = request.caller.language
  if (allow.includes('anyone')) return
  if (!request.caller) throw new Refusal('not_signed_in')
  if (!mayKnock(allow, request.caller)) throw new Refusal('role_may_not')
}

function mayKnock(allow: readonly Allowed[], { actor }: Caller): boolean {
  if (actor.kind === 'contact') return allow.includes('contact')
  return actor.kind === 'staff' && (allow.includes('staff') || allow.includes(actor.role))
}

function languageOf(request: FastifyRequest): 'pl' | 'en' {
  const header = request.headers['accept-language'] ?? 'pl'
  return /^\s*en/i.test(header) ? 'en' : 'pl'
}

/** A browser says where a request comes from. Another site may not act in a signed-in person's name. */
function refuseOtherSites(app: App, request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site && !['same-origin', 'none'].includes(String(site))) throw new Refusal('cross_site')
  const origin = request.headers.origin
  if (origin && !ownOrigins(app, request).has(origin)) throw new Refusal('cross_site')
}

function ownOrigins(app: App, request: FastifyRequest): Set<string> {
  const own = new Set([new URL(app.settings.publicUrl).origin])
  const port = request.socket.localPort
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) own.add(`http://${name}:${port}`)
  return own
}

function securityHeaders(app: App) {
  const secure = app.settings.publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'frame-src': ["'self'", 'blob:'],
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' as const },
  }
}

function answerNo(
  app: App,
  parts: HttpParts,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof Refusal) return sayNo(parts, request, reply, error.code, error.facts, error.field)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((v) => ({
      field: v.instancePath.slice(1).replaceAll('/', '.'),
      reason: v.message ?? '',
    }))
    return sayNo(parts, request, reply, 'invalid_input', { fields }, fields[0]?.field)
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const upload =
      request.headers['content-type']?.includes('octet-stream') ||
      request.headers['content-type']?.includes('rfc822')
    return sayNo(parts, request, reply, upload ? 'file_too_large' : 'body_too_large', {
      megabytesMax: upload ? 25 : 2,
    })
  }
  if (error.statusCode && error.statusCode < 500)
    return sayNo(parts, request, reply, 'invalid_input', { reason: error.code ?? 'unreadable' })
  const incident = request.id
  app.log.error({ error, incident, route: request.routeOptions.url }, 'our own mistake')
  const message =
    request.language === 'en'
      ? 'Something broke on our side. Nothing was changed. Try again, or quote the number.'
      : 'Coś zepsuło się po naszej stronie. Niczego nie zmieniono. Spróbuj ponownie albo podaj nam numer zdarzenia.'
  return reply.code(500).send({ error: { code: 'internal_error', facts: {}, message, incident } })
}

function sayNo(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  facts: Record<string, unknown>,
  field?: string,
) {
  const message = parts.sentence(request.language, code, facts)
  return reply.code(refusalStatus[code]).send({ error: { code, facts, field, message } })
}
