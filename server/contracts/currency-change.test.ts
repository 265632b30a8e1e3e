/** The currency of a contract changes between two billing periods only, and never in one that is settled. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Currency } from '#engines/pricing/price-list.ts'
import type { Context } from '#server/plumbing/context.ts'
import { pricingStage, type Items } from '#server/testing/pricing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { activateVersion } from './activate-contract.ts'
import { amendContract, type Amendment, type Correction } from './amend-contract.ts'
import { versionOf } from './contract-store.ts'
import { writeTerms } from './draft-contract.ts'

const scene = pricingStage()
const items: Items = [{ id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' }]

async function changed(
  ctx: Context,
  id: string,
  change: Amendment | Correction,
  currency: Currency,
): Promise<void> {
  const { number } = await amendContract(ctx, id, change)
  const draft = (await versionOf(ctx, id, number))!
  const terms = { ...draft.terms, priceList: { ...draft.terms.priceList, currency } }
  await writeTerms(ctx, id, number, { version: draft.version, terms })
  await activateVersion(ctx, id, number, {})
}

/** March is settled; it is 10 April. */
async function settledMarch<T>(deed: (ctx: Context, id: string) => Promise<T>): Promise<T> {
  return scene(async (play) => {
    const { client, contract } = await play.contractWith(items)
    for (const month of ['2026-01', '2026-02', '2026-03']) await play.issue(client, month)
    const ctx: Context = { ...play.at('2026-04-10T10:00'), actor: { kind: 'system', what: 'test' } }
    return deed(ctx, contract.id)
  })
}
const amendment = (validFrom: string): Amendment => ({ kind: 'amendment', validFrom })

test('from the first day of a period that is not settled it changes', () =>
  settledMarch(async (ctx, id) => {
    await changed(ctx, id, amendment('2026-05-01'), 'EUR')
    assert.equal((await versionOf(ctx, id, 2))?.terms.priceList.currency, 'EUR')
  }))

test('the same currency may be amended on any day', () =>
  settledMarch(async (ctx, id) => {
    await changed(ctx, id, amendment('2026-05-12'), 'PLN')
    assert.equal((await versionOf(ctx, id, 2))?.isDraft, false)
  }))

//  what it shows                          the change                                                                    the first day offered
const cases: [string, Amendment | Correction, string][] = [
  ['inside an open period', amendment('2026-05-12'), '2026-06-01'],
  ['on its last day', amendment('2026-05-31'), '2026-06-01'],
  [
    'inside a settled period, as a correction',
    { kind: 'correction', validFrom: '2026-03-12', reason: 'pomyłka' },
    '2026-04-01',
  ],
  [
    'from the first day of a settled period, as a correction',
    { kind: 'correction', validFrom: '2026-03-01', reason: 'pomyłka' },
    '2026-04-01',
  ],
]

for (const [what, change, first] of cases)
  test(`${what} it is refused at the day, ${first} is offered`, async () => {
    const refusal = await refused(
      'currency_inside_period',
      settledMarch((ctx, id) => changed(ctx, id, change, 'EUR')),
    )
    assert.deepEqual([refusal.field, refusal.facts.first], ['validFrom', first])
  })

test('an earlier change that leaves a later one inside a period is refused', async () => {
  const refusal = await refused(
    'currency_inside_period',
    settledMarch(async (ctx, id) => {
      await changed(ctx, id, amendment('2026-07-15'), 'PLN')
      await changed(ctx, id, amendment('2026-06-01'), 'EUR')
    }),
  )
  assert.equal(refusal.facts.first, '2026-08-01')
})
