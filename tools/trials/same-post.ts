/**
 * The same POST twenty times at once under one Idempotency-Key: one effect, and everybody is
 * told the same. Another body under that key is refused.
 */
import { people } from '#demo/cast.ts'
import { signIn, type Caller } from './client.ts'
import { onProgram, type Running } from './on-program.ts'

export type SamePostResult = { rounds: number; posts: number; effects: number; violations: string[] }

const atOnce = 20

export async function trySamePost(wanted: { rounds: number }): Promise<SamePostResult> {
  return onProgram([], async (running) => {
    const caller = await signIn(running.life.address, people.find((p) => p.key === 'ola')!.email)
    const violations: string[] = []
    let effects = 0
    for (let round = 1; round <= wanted.rounds; round++) {
      const made = await oneRound(running, caller, round)
      effects += made.effects
      violations.push(...made.violations)
    }
    return { rounds: wanted.rounds, posts: wanted.rounds * atOnce, effects, violations }
  })
}

type Ticket = { id: string; number: string }

async function oneRound(
  { client, company }: Running,
  caller: Caller,
  round: number,
): Promise<{ effects: number; violations: string[] }> {
  const { rows: clients } = await client.query<{ id: string }>(
    'select id from clients where tenant_id = $1',
    [company.tenantId],
  )
  const body = {
    clientId: clients[0]!.id,
    subject: `Runda ${round}`,
    description: 'Dwadzieścia razy to samo.',
    source: 'manual',
  }
  const post = (text: typeof body): Promise<Ticket> =>
    caller.send<Ticket>('POST', '/api/tickets', text, `runda-numer-${round}`)
  const answers = await Promise.all(Array.from({ length: atOnce }, () => post(body)))
  const { rows } = await client.query<{ id: string }>('select id from tickets where subject = $1', [
    body.subject,
  ])
  const refused = await post({ ...body, subject: 'Coś innego' }).then(
    () => false,
    (error: Error) => error.message.includes('key_reused'),
  )
  const violations: string[] = []
  if (rows.length !== 1) violations.push(`round ${round}: ${rows.length} tickets`)
  if (new Set(answers.map((answer) => JSON.stringify(answer))).size !== 1)
    violations.push(`round ${round}: the answers differ`)
  if (answers.some((answer) => answer.id !== rows[0]?.id))
    violations.push(`round ${round}: an answer speaks of another ticket`)
  if (!refused) violations.push(`round ${round}: another body under the key was not refused`)
  return { effects: rows.length, violations }
}
