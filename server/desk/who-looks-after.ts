/**
 * Who looks after a ticket: the opiekun of the contract; while that person is away, whoever
 * was named for the absence, else the deputy of the contract; else the opiekun of the client,
 * else a manager who is there. Never nobody: when all are away, the opiekun finds it first.
 */
import { managerOnDuty, staffMember, staffOf, type Staff } from '#server/accounts/public.ts'
import { awayNow, clientOf, contractFor, type Client } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'

export async function whoLooksAfter(
  ctx: Context,
  client: Pick<Client, 'accountManagerId'> | undefined,
  terms: { accountManagerId: string; deputyId?: string } | undefined,
): Promise<Staff> {
  const away = await awayNow(ctx)
  const own = [terms?.accountManagerId, terms?.deputyId, client?.accountManagerId]
  const inOrder = own.flatMap((id) => [id, id && away.get(id)?.deputyId])
  let absent: Staff | undefined
  for (const id of inOrder) {
    const person = id ? await staffMember(ctx, id) : undefined
    if (!person || person.leftAt) continue
    if (!away.has(person.id)) return person
    absent ??= person
  }
  return (await managerWhoIsThere(ctx, away)) ?? absent ?? managerOnDuty(ctx)
}

async function managerWhoIsThere(
  ctx: Context,
  away: ReadonlyMap<string, unknown>,
): Promise<Staff | undefined> {
  const there = (await staffOf(ctx)).filter((one) => !one.leftAt && one.joinedAt && !away.has(one.id))
  return there.find(({ role }) => role === 'manager') ?? there.find(({ role }) => role === 'owner')
}

/** Who answers a client when no ticket decides. */
export async function staffForClient(ctx: Context, clientId: string | null): Promise<string> {
  if (!clientId) return (await managerOnDuty(ctx)).id
  const client = await clientOf(ctx, clientId)
  const match = await contractFor(ctx, { clientId, at: ctx.now })
  return (await whoLooksAfter(ctx, client, match?.version.terms)).id
}
