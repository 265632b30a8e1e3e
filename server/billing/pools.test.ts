/** Pools, prepaid blocks, meters and numbers of units go on from bill to bill; counted by hand. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { enterCount, removeCount } from '#server/contracts/public.ts'
import { pricingStage, type Items, type Play } from '#server/testing/pricing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { conservationOf } from './conservation.ts'
import { metersOf } from './meters.ts'
import type { ProposalView } from './proposal-view.ts'

const scene = pricingStage()

const fee: Items[number] = { id: 'fee', kind: 'flatFee', feePrice: '100.00', timing: 'arrears' }
const work = (draw: string[]): Items[number] => ({
  id: 'work',
  kind: 'perTime',
  place: 'any',
  includedMinutes: 0,
  hourPrice: '200.00',
  draw,
  round: { unitMinutes: 15, scope: 'entry' },
})
const pool = (more: object = {}): Items[number] => ({
  id: 'pool',
  kind: 'pool',
  unit: 'hour',
  grant: '5',
  per: 'month',
  carry: { months: 2 },
  ...more,
})
const overFee = (view: ProposalView): number => view.totals.netGrosze - 10_000
const hours = (play: Play, client: Parameters<Play['time']>[0], at: string, n: number) =>
  play.time(client, at, n * 60)

//  what was worked in                 January  February  late in January  adds
const late = [
  ['what February has drawn is gone', 3, 6, 1, 20_000],
  ['what February left is there', 3, 1, 1, 0],
  ['more than is left is charged', 3, 1, 2, 20_000],
] as const

for (const [what, january, february, lateHours, added] of late)
  test(`late work of January draws from January’s hours: ${what}`, () =>
    scene(async (play) => {
      const { client } = await play.contractWith([fee, pool(), work(['pool'])])
      await hours(play, client, '2026-01-12T10:00', january)
      await play.issue(client, '2026-01')
      await hours(play, client, '2026-02-10T10:00', february)
      await play.issue(client, '2026-02')
      await hours(play, client, '2026-01-20T10:00', lateHours)
      assert.equal(overFee(await play.propose(client, '2026-03')), added)
    }))

test('unused hours go on for two months and are gone in the third', () =>
  scene(async (play) => {
    const { client } = await play.contractWith([fee, pool(), work(['pool'])])
    for (const month of ['2026-01', '2026-02', '2026-03']) await play.issue(client, month)
    // April has its own 5 hours, March's and February's: 15. January's are gone.
    await hours(play, client, '2026-04-10T10:00', 16)
    assert.equal(overFee(await play.propose(client, '2026-04')), 20_000)
  }))

test('a block is sold on a line, used after the package, and gone when its time is over', () =>
  scene(async (play) => {
    const block: Items[number] = {
      id: 'block',
      kind: 'block',
      unit: 'hour',
      size: '10',
      blockPrice: '1650.00',
      validMonths: 2,
      alertAtBp: 2500,
    }
    const monthly = pool({ grant: '1', carry: undefined })
    const { client, contract } = await play.contractWith([fee, monthly, block, work(['pool', 'block'])])
    const bought = await enterCount(play.at('2026-03-20T10:00'), contract.id, {
      kind: 'purchase',
      on: '2026-03-10',
      itemId: 'block',
      blocks: 1,
    })
    await hours(play, client, '2026-03-12T10:00', 4)
    assert.equal(overFee(await play.propose(client, '2026-03')), 165_000)
    await play.issue(client, '2026-03')
    await refused(
      'count_settled',
      removeCount(play.at('2026-04-03T10:00'), contract.id, bought.id, { reason: 'pomyłka' }),
    )
    // 7 of 10 hours are left; April takes 1 from the package and 6 from the block.
    await hours(play, client, '2026-04-08T10:00', 7)
    const meters = await metersOf(play.at('2026-04-09T10:00'), contract.id)
    assert.deepEqual(
      meters.stocks.map(({ pool: of, left, granted, until }) => [of, left, granted, until]),
      [
        ['pool', '0', '60', '2026-04-30'],
        ['block', '60', '600', '2026-05-09'],
      ],
    )
    assert.equal(meters.next.remoteHourGrosze, 0)
    await play.issue(client, '2026-04')
    const proof = await conservationOf(play.at('2026-05-03T10:00'), client.id, '2026-04')
    const minutes = proof.units.find(({ unit }) => unit === 'minute')!
    assert.deepEqual(minutes.bins.map(({ bin, quantity }) => [bin, quantity]).sort(), [
      ['block', '360'],
      ['included', '60'],
    ])
    // The last hour of the block was good until 9 May.
    await hours(play, client, '2026-05-11T10:00', 2)
    assert.equal(overFee(await play.propose(client, '2026-05')), 20_000)
  }))

test('two contracts of a client draw from one pool in their order', () =>
  scene(async (play) => {
    const shared = pool({ sharedAs: 'razem', carry: undefined, grant: '3' })
    const first = await play.contractWith([fee, shared, work(['pool'])])
    const second = await play.secondContract(first.client, [{ ...fee, id: 'fee2' }, shared, work(['pool'])])
    await play.timeOn(first.contract, first.client, '2026-03-10T10:00', 120)
    await play.timeOn(second, first.client, '2026-03-11T10:00', 120)
    const view = await play.propose(first.client, '2026-03')
    const charged = view.lines.filter(({ itemId, now }) => itemId === 'work' && now.isBilled)
    assert.deepEqual(
      charged.map(({ contractId, now }) => [contractId === second.id, now.netGrosze]),
      [[true, 20_000]],
    )
  }))

//  what it shows                                   hours on the first, on the second   left on the first, on the second   one more on the first, on the second
const together = [
  ['nothing was done', 0, 0, ['180', '180'], [0, 0]],
  ['the other contract used a part', 0, 2, ['60', '60'], [0, 0]],
  ['both used it up', 1, 2, ['0', '0'], [20_000, 20_000]],
  ['more than there was', 3, 2, ['0', '0'], [20_000, 20_000]],
] as const

for (const [what, onFirst, onSecond, left, oneMore] of together)
  test(`live meters of a shared pool count work of both contracts before any bill: ${what}`, () =>
    scene(async (play) => {
      const shared = pool({ sharedAs: 'razem', carry: undefined, grant: '3' })
      const first = await play.contractWith([fee, shared, work(['pool'])])
      const second = await play.secondContract(first.client, [{ ...fee, id: 'fee2' }, shared, work(['pool'])])
      if (onFirst > 0) await play.timeOn(first.contract, first.client, '2026-03-10T10:00', onFirst * 60)
      if (onSecond > 0) await play.timeOn(second, first.client, '2026-03-11T10:00', onSecond * 60)
      const meters = []
      for (const { id } of [first.contract, second])
        meters.push(await metersOf(play.at('2026-03-20T10:00'), id))
      assert.deepEqual(
        meters.map(({ stocks }) => stocks.map((stock) => stock.left)),
        left.map((one) => [one]),
      )
      assert.deepEqual(
        meters.map(({ next }) => next.remoteHourGrosze),
        oneMore,
      )
      // What the meters say of each comes to the bill of both.
      const view = await play.propose(first.client, '2026-03')
      assert.equal(
        meters.reduce((sum, { soFar }) => sum + soFar.netGrosze, 0),
        view.totals.netGrosze,
      )
    }))

test('work of a month that nobody has billed yet is gone from a pool of three months', () =>
  scene(async (play) => {
    const shared = pool({ sharedAs: 'razem', per: 'quarter', carry: undefined, grant: '6' })
    const first = await play.contractWith([fee, shared, work(['pool'])])
    const second = await play.secondContract(first.client, [{ ...fee, id: 'fee2' }, shared, work(['pool'])])
    await play.timeOn(second, first.client, '2026-01-12T10:00', 120)
    await play.issue(first.client, '2026-01')
    await play.timeOn(second, first.client, '2026-02-12T10:00', 60)
    await play.timeOn(first.contract, first.client, '2026-02-13T10:00', 60)
    const { stocks } = await metersOf(play.at('2026-03-20T10:00'), first.contract.id)
    // 6 − 2 of January's bill − 1 − 1 of February without one.
    assert.deepEqual(
      stocks.map(({ left }) => left),
      ['120'],
    )
  }))

test('a meter is read, units change inside a month, what they leave is the next beginning', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([
      fee,
      { id: 'seats', kind: 'perUnit', unit: 'stanowisko', unitPrice: '30.00', change: 'daily' },
      {
        id: 'pages',
        kind: 'perMeter',
        meters: [{ meter: 'strony' }],
        scope: 'device',
        included: '100',
        unitPrice: '0.10',
      },
    ])
    const count = (on: string, given: object) =>
      enterCount(play.at(`${on}T20:00`), contract.id, { on, ...given } as Parameters<typeof enterCount>[2])
    await count('2026-04-01', { kind: 'units', unit: 'stanowisko', quantity: '10' })
    await count('2026-04-16', { kind: 'units', unit: 'stanowisko', quantity: '14' })
    await count('2026-04-30', { kind: 'reading', meter: 'strony', device: 'A', value: '5000' })
    // 15 days of 10 and 15 of 14 at 30,00 = 360,00; the first reading is only a beginning.
    assert.equal(overFee(await play.propose(client, '2026-04')), 36_000)
    await play.issue(client, '2026-04')
    await refused(
      'reading_runs_backwards',
      count('2026-05-20', { kind: 'reading', meter: 'strony', device: 'A', value: '4000' }),
    )
    await count('2026-05-31', { kind: 'reading', meter: 'strony', device: 'A', value: '5350' })
    // 14 seats the whole month, 350 pages of which 100 are in the price.
    assert.equal(overFee(await play.propose(client, '2026-05')), 42_000 + 2_500)
  }))
