/**
 * Live updates as server-sent events. One stream per browser; an event names a topic and
 * an id, the browser refetches what it shows. A contact hears only what names its client.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { inContext } from '../context.ts'
import { refuse } from '../refusal.ts'
import type { Announcement } from '../live.ts'

/** A page that waited longer heard the rest from the tab that listened meanwhile. */
const longestMissedMs = 60_000

export const liveRoutes: FastifyPluginAsync = async (server) => {
  server.get('/api/live', { schema: { hide: true } as never, config: { allow: ['staff'] } }, stream)
  server.get('/api/panel/live', { schema: { hide: true } as never, config: { allow: ['contact'] } }, stream)
}

async function stream(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const caller = request.caller ?? refuse('not_signed_in')
  const { actor } = caller
  // A sandbox has its own time, which stands still between its moves.
  const clock = await inContext(request.server.app, caller, async (ctx) => ({
    nowMs: ctx.now.epochMilliseconds,
    standsStill: ctx.tenant.kind === 'sandbox',
  }))
  reply.hijack()
  const { raw } = reply
  // Whoever has left meanwhile closes nothing any more: a beat started now would beat for ever.
  if (raw.destroyed || request.raw.destroyed) return
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  })
  raw.write(`retry: 2000\nevent: hello\ndata: ${JSON.stringify(clock)}\n\n`)
  const tell = (announcement: Announcement) => {
    if (actor.kind === 'contact' && !mayHear(actor.clientId, announcement)) return
    raw.write(
      `event: changed\ndata: ${JSON.stringify({ topic: announcement.topic, id: announcement.id })}\n\n`,
    )
  }
  const unsubscribe = request.server.app.live.subscribe(caller.tenantId, tell, missedMs(request))
  const beat = setInterval(() => raw.write(': still here\n\n'), 20_000)
  raw.once('close', () => {
    clearInterval(beat)
    unsubscribe()
  })
}

/** `age`: for how long the page has stood, in milliseconds, without having listened. */
function missedMs(request: FastifyRequest): number {
  const age = Number((request.query as { age?: unknown }).age)
  return Number.isFinite(age) ? Math.min(Math.max(age, 0), longestMissedMs) : 0
}

function mayHear(clientId: string, announcement: Announcement): boolean {
  return announcement.topic === 'gap' || (!announcement.staffOnly && announcement.clientId === clientId)
}
