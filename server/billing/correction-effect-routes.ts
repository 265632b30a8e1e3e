/** The effect of a correction inside settled months, shown before it may be activated. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { act } from '#server/plumbing/http/act.ts'
import { nameShapes } from '#server/plumbing/http/name-shapes.ts'
import { tellRoutes } from '#server/plumbing/http/tell-routes.ts'
import { correctionEffect } from './correction-effect.ts'

const Grosze = z.number().int()
const EffectView = z.object({
  months: z.array(z.object({ month: z.string(), beforeGrosze: Grosze, afterGrosze: Grosze })),
  /** What the correction would add to, or take from, the settled months together. */
  netGrosze: Grosze,
})
nameShapes({ CorrectionEffect: EffectView })

export const correctionEffectRoutes: FastifyPluginAsyncZod = async (server) => {
  server.put(
    '/api/contracts/:id/versions/:number/effect',
    {
      schema: {
        params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1) }),
        response: { 200: EffectView },
      },
      config: { allow: ['owner', 'manager', 'accountManager'] },
    },
    (request) => act(request, (ctx) => correctionEffect(ctx, request.params.id, request.params.number)),
  )
}

tellRoutes({
  'PUT /api/contracts/{id}/versions/{number}/effect':
    'Shows what a correction changes in settled months, and notes that it was shown',
})
