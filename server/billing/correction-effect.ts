/**
 * What a correction of terms changes in months that are settled: those months run again with the terms as
 * they stand and with the correction in its place. Nothing is issued and nothing recomputed; that it
 * was shown is noted with the draft, and without it the correction is not activated.
 */
import {
  knownVersions,
  noteEffectShown,
  contractOf,
  versionOf,
  versionsOfContract,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { pastOf } from './past-bills.ts'
import { monthOfDate } from './periods.ts'
import type { PricedContract } from './settle-contract.ts'
import { runAgain } from './what-if.ts'

export type CorrectionEffect = {
  months: { month: string; beforeGrosze: number; afterGrosze: number }[]
  netGrosze: number
}

export async function correctionEffect(
  ctx: Context,
  contractId: string,
  number: number,
): Promise<CorrectionEffect> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const draft = (await versionOf(ctx, contractId, number)) ?? refuse('not_found')
  if (!draft.isDraft || draft.kind !== 'correction') refuse('not_found')
  const { settledTo } = contract
  const months = settledTo === null || draft.validFrom > settledTo ? [] : await compared(settledTo)
  const netGrosze = months.reduce((sum, one) => sum + one.afterGrosze - one.beforeGrosze, 0)
  await noteEffectShown(ctx, draft, netGrosze)
  return { months, netGrosze }

  async function compared(to: string) {
    const past = await pastOf(ctx, [contract], { from: monthOfDate(draft.validFrom), to: monthOfDate(to) })
    const recorded = { ...draft, isDraft: false, recordedAt: ctx.now.toString() }
    const corrected = knownVersions([
      ...(await versionsOfContract(ctx, contractId)).filter(({ id }) => id !== draft.correctsId),
      recorded,
    ])
    const before = runAgain(past, ({ pricing }) => pricing.versions)
    const after = runAgain(past, () => corrected)
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((key) => ({
        month: key.split(' ')[1] ?? '',
        beforeGrosze: netOf(before.get(key)),
        afterGrosze: netOf(after.get(key)),
      }))
      .sort((a, b) => (a.month < b.month ? -1 : 1))
  }
}

const netOf = (priced: PricedContract[] = []): number =>
  priced.flatMap(({ lines }) => lines).reduce((sum, { netGrosze }) => sum + netGrosze, 0)
