/**
 * Who looks after a ticket: the opiekun of the contract, the deputy when that person has left,
 * else the opiekun of the client, else the manager. Never nobody.
 */
import { managerOnDuty, staffMember, type Staff } from '#server/accounts/public.ts'
import { clientOf, contractFor, type Client } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'

export async function whoLooksAfter(
  ctx: Context,
  client: Pick<Client, 'accountManagerId'> | undefined,
  terms: { accountManagerId: string; deputyId?: string } | undefined,
): Promise<Staff> {
  for (const id of [terms?.accountManagerId, terms?.deputyId, client?.accountManagerId]) {
    const person = id ? await staffMember(ctx, id) : undefined
    if (person && !person.leftAt) return person
  }
  return managerOnDuty(ctx)
}

/** Who answers a client when no ticket decides. */
export async function staffForClient(ctx: Context, clientId: string | null): Promise<string> {
  if (!clientId) return (await managerOnDuty(ctx)).id
  const client = await clientOf(ctx, clientId)
  const match = await contractFor(ctx, { clientId, at: ctx.now })
  return (await whoLooksAfter(ctx, client, match?.version.terms)).id
}
