/** A contract that ends on a day, whatever its notice period is. */
import type { Context } from '#server/plumbing/context.ts'

export async function endContractOn(ctx: Context, contractId: string, endedOn: string): Promise<void> {
  await ctx.tx
    .updateTable('contracts')
    .set({ endedOn, endReason: 'test' })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', contractId)
    .execute()
}
