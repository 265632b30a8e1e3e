/** Before a report is sent: what would be promised for each way of "how urgent", and whether it would wait at the gate. */
import { promisesFor, type AboutWish } from '#server/desk/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { me } from './me.ts'

export async function promisesNow(ctx: Context, wish: AboutWish) {
  const person = me(ctx)
  const { levels, barrier, matrix } = await promisesFor(ctx, { clientId: person.clientId, person, wish })
  return { mayReport: barrier !== 'reporter_not_named', barrier, levels, matrix }
}
