/** An empty sandbox company with its own movable clock, for the person who asks for it. */
import type { FastifyRequest } from 'fastify'
import { refuse } from '#server/plumbing/refusal.ts'
import { createCompany } from './create-company.ts'
import type { Trade } from '#engines/presets/trades.ts'

export async function openSandbox(
  request: FastifyRequest,
  now: Temporal.Instant | undefined,
): Promise<{ tenantId: string }> {
  const { app } = request.server
  const caller = request.caller ?? refuse('not_signed_in')
  const { actor } = caller
  if (actor.kind !== 'staff') refuse('role_may_not')
  return app.db.inSystem(async (tx) => {
    const from = await tx
      .selectFrom('tenants')
      .select(['name', 'trade', 'language'])
      .where('tenantId', '=', caller.tenantId)
      .executeTakeFirstOrThrow()
    const { tenantId } = await createCompany(
      app,
      tx,
      {
        name: `${from.name} (piaskownica)`,
        trade: from.trade as Trade,
        kind: 'sandbox',
        language: from.language as 'pl' | 'en',
        clockNow: now ?? app.clock(),
      },
      { identityId: actor.identityId, name: actor.name, email: actor.email },
    )
    return { tenantId }
  })
}
