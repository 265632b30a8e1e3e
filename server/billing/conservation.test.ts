/** Every unit of work lies in one bin, billed or not; one more entry changes exactly its own. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { judgeWork, reportTicket } from '#server/desk/public.ts'
import { playHistory } from '#server/testing/history.ts'
import { pricingStage, type Items } from '#server/testing/pricing-stage.ts'
import { conservationOf, type Conservation } from './conservation.ts'

const scene = pricingStage()

const told = ({ units }: Conservation) =>
  Object.fromEntries(
    units.map(({ unit, bins }) => [
      unit,
      Object.fromEntries(
        bins.map(({ bin, reason, quantity }) => [`${bin}${reason ? ` ${reason}` : ''}`, quantity]),
      ),
    ]),
  )

test('billed, late and open work of every client and month is proved to the last unit', async (t) => {
  await scene(async (play) => {
    const { contracts } = await playHistory(play, { seed: 11, from: '2026-01', months: 3, perMonth: 8 })
    const ctx = play.at('2026-05-10T10:00')
    let works = 0
    for (const { clientId } of contracts)
      for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
        const proof = await conservationOf(ctx, clientId, month)
        for (const { unit, total, binned, isComplete } of proof.units)
          assert.ok(isComplete, `${month} ${unit}: ${total} of work, ${binned} in bins`)
        works += proof.units.flatMap(({ bins }) => bins.flatMap(({ items }) => items)).length
      }
    assert.ok(works > 100)
    t.diagnostic(`${works} pieces of work in their bins`)
  })
})

test('a ticket in the package, one above it, a waived trip, unpriced material, a ticket without a contract', () =>
  scene(async (play) => {
    const items: Items = [
      { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' },
      {
        id: 'tickets',
        kind: 'perTicket',
        included: 1,
        unitPrice: '85.00',
        countedBy: 'reportedAt',
        excludes: [],
        prorateIncluded: 'up',
      },
      { id: 'travel', kind: 'travel', perTripPrice: '60.00' },
    ]
    const { client } = await play.contractWith(items)
    await play.ticket(client, '2026-03-02T10:00')
    const tripId = await play.trip(client, '2026-03-05T10:00', '12.5')
    const ctx = play.at('2026-03-20T10:00')
    assert.deepEqual(told(await conservationOf(ctx, client.id, '2026-03')), {
      ticket: { included: '1', overage: '1' },
      trip: { overage: '1' },
      kilometre: { overage: '12.5' },
    })
    await judgeWork(ctx, 'trip', tripId, { verdict: 'outOfScope', clause: '§ 4 ust. 2' })
    const proof = await conservationOf(ctx, client.id, '2026-03')
    assert.deepEqual(told(proof), {
      ticket: { included: '1', overage: '1' },
      trip: { outOfScope: '1' },
      kilometre: { outOfScope: '12.5' },
    })
    const out = proof.units.find(({ unit }) => unit === 'trip')!.bins[0]!.items[0]!
    assert.deepEqual(
      [out.note, out.on, out.ticket?.number.startsWith('Z-')],
      ['§ 4 ust. 2', '2026-03-05', true],
    )
  }))

test('work of a client without a contract waits, and is shown', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([
      { id: 'fee', kind: 'flatFee', feePrice: '500.00', timing: 'arrears' },
    ])
    const ctx = play.at('2025-12-20T10:00')
    const report = {
      source: 'manual',
      clientId: client.id,
      subject: 'Przed umową',
      description: 'Opis.',
    } as const
    await reportTicket(ctx, { ...report, priority: 'normal', senderIsTrusted: true })
    const proof = await conservationOf(ctx, client.id, '2025-12')
    assert.deepEqual(told(proof), { ticket: { 'pending noTermsInForce': '1' } })
    assert.deepEqual([proof.pending, proof.isComplete, contract.validFrom], [1, true, '2026-01-01'])
  }))
