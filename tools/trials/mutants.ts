/**
 * Programs that are wrong on purpose: a trial that does not notice them would prove nothing.
 * `sequence` takes invoice numbers from a database sequence, which keeps what a killed
 * transaction took.
 */
import type { IssuingTrial } from './issuing.ts'

const sequenceCounters = `
import { sql } from 'kysely'
import type { Context } from './context.ts'

export async function takeNumber(ctx: Context, _series: string, _period: string): Promise<number> {
  const { rows } = await sql<{ last: number }>\`select nextval('trial_numbers')::int as last\`.execute(ctx.tx)
  return rows[0]!.last
}
`

export const mutants: Record<string, Pick<IssuingTrial, 'patch' | 'prepare'>> = {
  sequence: {
    patch: { file: 'server/plumbing/counters.ts', text: sequenceCounters },
    async prepare(pool) {
      await pool.query('create sequence trial_numbers; grant usage on sequence trial_numbers to opiekun_app')
    },
  },
}
