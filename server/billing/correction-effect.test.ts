/** A correction inside settled months: refused until its effect was shown, of exactly these terms. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {
  activateVersion,
  amendContract,
  contractOf,
  versionOf,
  writeTerms,
  type Terms,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import { pricingStage } from '#server/testing/pricing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { correctionEffect } from './correction-effect.ts'

const scene = pricingStage()

const dearer =
  (hourPrice: string) =>
  (terms: Terms): Terms => ({
    ...terms,
    priceList: {
      ...terms.priceList,
      items: terms.priceList.items.map((item) => (item.kind === 'perTime' ? { ...item, hourPrice } : item)),
    },
  })

/** March and April are billed at 100,00 zł an hour; in May it turns out that since April 120,00 zł was agreed. */
async function forgotten(
  play: Parameters<Parameters<typeof scene>[0]>[0],
): Promise<{ ctx: Context; id: string }> {
  const { client, contract } = await play.contractWith([
    { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' },
    {
      id: 'time',
      kind: 'perTime',
      includedMinutes: 0,
      hourPrice: '100.00',
      round: { unitMinutes: 15, scope: 'entry' },
    },
  ])
  for (const month of ['2026-03', '2026-04']) {
    await play.time(client, `${month}-10T10:00`, 90)
    await play.issue(client, month)
  }
  const ctx: Context = {
    ...play.at('2026-05-10T10:00'),
    actor: { kind: 'system', what: 'test' },
  }
  const { id } = contract
  assert.equal((await contractOf(ctx, id))?.settledTo, '2026-04-30')
  const draft = await amendContract(ctx, id, {
    kind: 'correction',
    validFrom: '2026-04-01',
    reason: 'aneks nie został wpisany',
  })
  await writeTerms(ctx, id, draft.number, { version: draft.version, terms: dearer('120.00')(draft.terms) })
  return { ctx, id }
}

test('the effect is shown month by month, nothing is recomputed, and then it may be activated', async () => {
  await scene(async (play) => {
    const { ctx, id } = await forgotten(play)
    const effect = await correctionEffect(ctx, id, 2)
    assert.deepEqual(effect, {
      months: [{ month: '2026-04', beforeGrosze: 65_000, afterGrosze: 68_000 }],
      netGrosze: 3_000,
    })
    await activateVersion(ctx, id, 2)
    assert.equal((await versionOf(ctx, id, 2))?.isDraft, false)
  })
})

test('terms changed after the look must be looked at again', async () => {
  await refused(
    'effect_not_shown',
    scene(async (play) => {
      const { ctx, id } = await forgotten(play)
      await correctionEffect(ctx, id, 2)
      const draft = (await versionOf(ctx, id, 2))!
      await writeTerms(ctx, id, 2, { version: draft.version, terms: dearer('130.00')(draft.terms) })
      await activateVersion(ctx, id, 2)
    }),
  )
})
