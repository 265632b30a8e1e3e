/** "UM/2026/041": the next free number by the company's pattern, counted per year or month. */
import { formatNumber, periodKey } from '#engines/invoice/numbering.ts'
import { companyOf } from '#server/accounts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { takeNumber } from '#server/plumbing/counters.ts'

export async function nextContractNumber(ctx: Context, on: string): Promise<string> {
  const { contractPattern } = await companyOf(ctx)
  for (;;) {
    const n = await takeNumber(ctx, 'contract', periodKey(contractPattern, on))
    const number = formatNumber(contractPattern.replace('{n}', String(n).padStart(3, '0')), n, on)
    // A number typed in by hand is passed over.
    if (!(await isTaken(ctx, number)) || !contractPattern.includes('{n}')) return number
  }
}

export async function isTaken(ctx: Context, number: string, exceptId?: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('contracts')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined && row.id !== exceptId
}
