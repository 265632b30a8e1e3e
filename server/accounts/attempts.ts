/**
 * Limits on guessing and flooding, in real time and across processes: so many attempts
 * per bucket (an address, a person) and window. Counted before the secret is looked at.
 */
import type { App } from '#server/plumbing/app.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export async function countAttempt(
  app: App,
  bucket: string,
  attemptsMax: number,
  windowMinutes: number,
): Promise<void> {
  const windowMs = windowMinutes * 60_000
  const start = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(app.clock().epochMilliseconds / windowMs) * windowMs,
  )
  const { rows } = await app.db.pool.query<{ count: number }>(
    `insert into identity.attempts (bucket, window_start, count) values ($1, $2, 1)
     on conflict (bucket, window_start) do update set count = attempts.count + 1 returning count`,
    [bucket, start.toString()],
  )
  if (rows[0]!.count > attemptsMax) refuse('too_many_attempts', { minutes: windowMinutes })
}
