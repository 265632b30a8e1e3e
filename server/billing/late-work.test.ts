/** Late work settles against its own month, with what issued work has left there; fees in advance are owed once. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { pricingStage, type Items } from '#server/testing/pricing-stage.ts'
import { endContractOn } from '#server/testing/ended-contract.ts'
import { judgeWork, packageNow, priceNow } from '#server/desk/public.ts'
import { refused } from '#server/testing/scene.ts'
import type { ProposalView } from './proposal-view.ts'

const scene = pricingStage()

const hours = (hourPrice: string, more: object = {}): Items[number] => ({
  id: 'time',
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice,
  round: { unitMinutes: 15, scope: 'entry' },
  ...more,
})
const fee = (timing: 'advance' | 'arrears'): Items[number] => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice: '500.00',
  timing,
})
const charged = (view: ProposalView) =>
  view.lines.filter(({ now }) => now.isBilled).map(({ name, now }) => [name, now.netGrosze])

test('a contract that ended last month still bills the work that was entered after its last bill', () =>
  scene(async ({ contractWith, time, issue, propose, at }) => {
    const { client, contract } = await contractWith([fee('arrears'), hours('120.00')])
    await issue(client, '2026-03')
    await endContractOn(at('2026-03-20T09:00'), contract.id, '2026-04-15')
    await issue(client, '2026-04')
    await time(client, '2026-04-10T10:00', 60)
    const view = await propose(client, '2026-05')
    assert.deepEqual(charged(view), [['Praca serwisowa, kwiecień 2026 (praca spóźniona)', 12_000]])
    assert.equal(view.totals.netGrosze, 12_000)
  }))

//  what it shows                                          items of the list                                          late work adds
const limits = [
  ['above a cap that is nearly reached', [hours('100.00'), cap('250.00')], 5_000],
  ['above a cap that is reached', [hours('100.00'), cap('200.00')], 0],
  ['below a minimum that was topped up', [hours('100.00'), minimum('350.00')], 0],
  ['beyond a minimum that was topped up', [hours('100.00'), minimum('250.00')], 5_000],
] as const

for (const [what, items, added] of limits) {
  test(`an hour of late work ${what} adds ${added / 100} zł`, () =>
    scene(async ({ contractWith, time, issue, propose }) => {
      const { client } = await contractWith([
        ...items,
        { ...fee('arrears'), feePrice: '0.01' } as Items[number],
      ])
      await time(client, '2026-03-10T10:00', 120)
      await issue(client, '2026-03')
      await time(client, '2026-03-11T10:00', 60)
      const view = await propose(client, '2026-04')
      const late = view.lines.filter((line) => line.periodFrom === '2026-03-01')
      assert.equal(
        late.reduce((sum, { now }) => sum + now.netGrosze, 0),
        added,
      )
    }))
}

function cap(amountPrice: string): Items[number] {
  return { id: 'cap', kind: 'cap', amountPrice, over: ['time'] }
}
function minimum(amountPrice: string): Items[number] {
  return { id: 'minimum', kind: 'minimum', amountPrice, over: ['time'] }
}

test('a fee in advance stands on the bill before its month, that of the first month on its own', () =>
  scene(async ({ contractWith, issue, propose }) => {
    const { client } = await contractWith([fee('advance')])
    assert.deepEqual(charged(await propose(client, '2026-03')), [
      ['Abonament serwisowy, marzec 2026', 50_000],
      ['Abonament serwisowy, kwiecień 2026', 50_000],
    ])
    await issue(client, '2026-03')
    assert.deepEqual(charged(await propose(client, '2026-04')), [['Abonament serwisowy, maj 2026', 50_000]])
  }))

test('late tickets get what the issued ones have left of their month, and the page says so', () =>
  scene(async ({ contractWith, ticket, issue, propose, at }) => {
    const tickets: Items[number] = {
      id: 'tickets',
      kind: 'perTicket',
      included: 3,
      unitPrice: '85.00',
      countedBy: 'reportedAt',
      excludes: [],
      prorateIncluded: 'up',
    }
    const { client, contract } = await contractWith([fee('arrears'), tickets])
    for (const day of ['02', '03']) await ticket(client, `2026-03-${day}T10:00`)
    await issue(client, '2026-03')
    const late = [await ticket(client, '2026-03-01T10:00'), await ticket(client, '2026-03-20T10:00')]
    const view = await propose(client, '2026-04')
    assert.deepEqual(
      view.lines.filter(({ itemId }) => itemId === 'tickets').map(({ now }) => [now.quantity, now.netGrosze]),
      [['1', 8_500]],
    )
    const price = await priceNow(at('2026-04-02T10:00'), {
      id: late[1]!,
      contractId: contract.id,
      reportedAt: '2026-03-20T09:00:00Z',
    })
    assert.deepEqual(price?.ticket, { ordinal: 4, included: 3, isOver: true, unitPrice: '85.00' })
    const [left] = (await packageNow(at('2026-03-25T10:00'), contract.id)).packages
    assert.equal(left?.kind === 'tickets' && left.used, 4)
  }))

test('work that nobody prices waits for a decision; waived or out of scope it says by whom and why', () =>
  scene(async ({ contractWith, trip, propose, at, issue }) => {
    const { client } = await contractWith([fee('arrears'), hours('100.00')])
    const tripId = await trip(client, '2026-03-10T10:00', '12')
    const waiting = await propose(client, '2026-03')
    assert.equal(waiting.reason, 'needsDecision')
    assert.ok(waiting.bins[0]!.bins.some(({ workId, bin }) => workId === tripId && bin === 'pending'))
    await refused('reason_missing', judgeWork(at('2026-04-01T09:00'), 'trip', tripId, { verdict: 'waived' }))
    await judgeWork(at('2026-04-01T09:00'), 'trip', tripId, { verdict: 'waived', reason: 'po drodze' })
    const decided = await propose(client, '2026-03')
    assert.notEqual(decided.reason, 'needsDecision')
    const bin = decided.bins[0]!.bins.find(({ workId }) => workId === tripId)
    assert.deepEqual([bin?.bin, bin?.note], ['waived', 'po drodze'])
    await issue(client, '2026-03')
    await refused(
      'entry_settled',
      judgeWork(at('2026-04-03T09:00'), 'trip', tripId, { verdict: 'outOfScope', clause: '§ 3' }),
    )
  }))
