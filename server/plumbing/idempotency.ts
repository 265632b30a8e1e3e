/**
 * The header Idempotency-Key: the key is taken in the same transaction as the effect, so
 * concurrent calls wait for the first and replay its answer. Another body under the same
 * key is refused. What was refused left no trace and may be tried again.
 */
import { createHash } from 'node:crypto'
import type { Context } from './context.ts'
import { refuse } from './refusal.ts'

const keptDays = 7

export async function once<T>(
  ctx: Context,
  scope: string,
  key: string,
  request: unknown,
  deed: (ctx: Context) => Promise<T>,
): Promise<T> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  const columns = { tenantId: ctx.tenantId, scope, key }
  const taken = await ctx.tx
    .insertInto('idempotencyKeys')
    .values({ ...columns, requestHash, createdAt: ctx.app.clock().toString() })
    .onConflict((c) => c.columns(['tenantId', 'scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  const mine = ctx.tx
    .selectFrom('idempotencyKeys')
    .where('tenantId', '=', ctx.tenantId)
    .where('scope', '=', scope)
    .where('key', '=', key)
  if (!taken) {
    const before = await mine.select(['requestHash', 'body']).executeTakeFirstOrThrow()
    if (before.requestHash !== requestHash) refuse('key_reused', { key })
    return (before.body as { result: T }).result
  }
  const result = await deed(ctx)
  await ctx.tx
    .updateTable('idempotencyKeys')
    .set({ status: 200, body: JSON.stringify({ result: result ?? null }) })
    .where('tenantId', '=', ctx.tenantId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
  return result
}

/** Forgets keys older than a week; a daily errand of the sweep. */
export function forgetOldKeys(now: Temporal.Instant): { sql: string; values: string[] } {
  return {
    sql: 'delete from idempotency_keys where created_at < $1',
    values: [now.subtract({ hours: keptDays * 24 }).toString()],
  }
}
