/** A contract that began before us: what it brought along is drawn, carried, expires and is shown like what we granted. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {
  enterCount,
  enterOpeningBalance,
  openingBalancesOf,
  removeOpeningBalance,
  type OpeningBalance,
} from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import type { RefusalCode } from '#server/plumbing/refusal.ts'
import { pricingStage, type Items, type Play } from '#server/testing/pricing-stage.ts'
import { refused } from '#server/testing/scene.ts'
import { metersOf } from './meters.ts'
import type { ProposalView } from './proposal-view.ts'

const scene = pricingStage()

const fee: Items[number] = { id: 'fee', kind: 'flatFee', feePrice: '100.00', timing: 'arrears' }
const tickets: Items[number] = {
  id: 'tickets',
  kind: 'perTicket',
  included: 10,
  unitPrice: '85.00',
  countedBy: 'reportedAt',
  excludes: [],
  prorateIncluded: 'up',
}
const pool = (more: object = {}): Items[number] => ({
  id: 'pool',
  kind: 'pool',
  name: 'Godziny',
  unit: 'hour',
  grant: '5',
  per: 'month',
  carry: { months: 2 },
  ...more,
})
const block: Items[number] = {
  id: 'block',
  kind: 'block',
  name: 'Pakiet 10',
  unit: 'hour',
  size: '10',
  blockPrice: '1650.00',
  validMonths: 6,
}
const work = (draw: string[]): Items[number] => ({
  id: 'work',
  kind: 'perTime',
  place: 'any',
  includedMinutes: 0,
  hourPrice: '200.00',
  draw,
  round: { unitMinutes: 15, scope: 'entry' },
})
const overFee = (view: ProposalView): number => view.totals.netGrosze - 10_000
const as = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', what: 'test' } })
const enter = (play: Play, contractId: string, on: string, given: Omit<OpeningBalance, 'asOf'>) =>
  enterOpeningBalance(as(play.at(`${on}T12:00`)), contractId, { ...given, asOf: on })
const hours = (play: Play, client: Parameters<Play['time']>[0], at: string, n: number) =>
  play.time(client, at, n * 60)

test('of ten tickets three were left: the fourth is charged, and the meters count from seven', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, tickets])
    await enter(play, contract.id, '2026-03-10', { kind: 'allowance', unit: 'ticket', quantity: '3' })
    for (const day of ['11', '12', '13', '16', '17']) await play.ticket(client, `2026-03-${day}T10:00`)
    const meters = await metersOf(play.at('2026-03-18T10:00'), contract.id)
    assert.deepEqual(
      meters.packages.map((one) => (one.kind === 'tickets' ? [one.included, one.used, one.left] : [])),
      [[10, 12, 0]],
    )
    assert.equal(overFee(await play.propose(client, '2026-03')), 2 * 8_500)
    await play.issue(client, '2026-03')
    // April has its own ten again.
    for (const day of ['01', '02', '03']) await play.ticket(client, `2026-04-${day}T10:00`)
    assert.equal(overFee(await play.propose(client, '2026-04')), 0)
  }))

test('late work of the first month draws from what the contract brought and the bill left', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, tickets])
    await enter(play, contract.id, '2026-03-10', { kind: 'allowance', unit: 'ticket', quantity: '3' })
    for (const day of ['11', '12']) await play.ticket(client, `2026-03-${day}T10:00`)
    await play.issue(client, '2026-03')
    for (const day of ['13', '16']) await play.ticket(client, `2026-03-${day}T10:00`)
    assert.equal(overFee(await play.propose(client, '2026-04')), 8_500)
  }))

test('twelve hours carried over: the oldest are used first and go first', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, pool(), work(['pool'])])
    await enter(play, contract.id, '2026-03-10', { kind: 'pool', quantity: '12' })
    const { stocks } = await metersOf(play.at('2026-03-11T10:00'), contract.id)
    assert.deepEqual(
      stocks.map(({ left, granted, until }) => [left, granted, until]),
      [
        ['120', '300', '2026-03-31'],
        ['300', '300', '2026-04-30'],
        ['300', '300', '2026-05-31'],
      ],
    )
    await hours(play, client, '2026-03-12T10:00', 3)
    assert.equal(overFee(await play.propose(client, '2026-03')), 0)
    await play.issue(client, '2026-03')
    // Of February 4 hours are left, March's 5 and April's 5: the fifteenth is charged.
    await hours(play, client, '2026-04-13T10:00', 15)
    assert.equal(overFee(await play.propose(client, '2026-04')), 20_000)
  }))

test('a balance of an earlier month waits for the first bill; other pools begin with it', () =>
  scene(async (play) => {
    const other = pool({ id: 'other', name: 'Inne', grant: '2' })
    const { client, contract } = await play.contractWith([fee, pool(), other, work(['pool', 'other'])])
    await enter(play, contract.id, '2026-02-27', { kind: 'pool', item: 'Godziny', quantity: '6' })
    // March: 6 brought along, 5 of its own, and 2 of the other pool.
    await hours(play, client, '2026-03-12T08:00', 14)
    assert.equal(overFee(await play.propose(client, '2026-03')), 20_000)
  }))

test('a block is drawn until its last day, and its price is not charged again', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, block, work(['block'])])
    await enter(play, contract.id, '2026-03-10', { kind: 'block', quantity: '7', validTo: '2026-04-15' })
    await hours(play, client, '2026-03-12T10:00', 2)
    assert.equal(overFee(await play.propose(client, '2026-03')), 0)
    const { stocks } = await metersOf(play.at('2026-03-13T10:00'), contract.id)
    assert.deepEqual(
      stocks.map(({ name, kind, left, granted, until }) => [name, kind, left, granted, until]),
      [['Pakiet 10', 'block', '300', '600', '2026-04-15']],
    )
    await play.issue(client, '2026-03')
    await hours(play, client, '2026-04-14T10:00', 1)
    await hours(play, client, '2026-04-16T10:00', 1)
    assert.equal(overFee(await play.propose(client, '2026-04')), 20_000)
  }))

test('two blocks stand beside each other, the one that expires first is used first', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, block, work(['block'])])
    await enter(play, contract.id, '2026-03-10', { kind: 'block', quantity: '4', validTo: '2026-09-30' })
    await enter(play, contract.id, '2026-03-10', { kind: 'block', quantity: '1', validTo: '2026-03-31' })
    await hours(play, client, '2026-03-12T10:00', 1)
    await play.issue(client, '2026-03')
    const { stocks } = await metersOf(play.at('2026-04-02T10:00'), contract.id)
    assert.deepEqual(
      stocks.map(({ left, until }) => [left, until]),
      [['240', '2026-09-30']],
    )
  }))

test('a meter goes on from the reading of the month before', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([
      fee,
      {
        id: 'pages',
        kind: 'perMeter',
        meters: [{ meter: 'strony' }],
        scope: 'device',
        included: '0',
        unitPrice: '0.10',
      },
    ])
    const reading = { kind: 'meter', unit: 'strony', device: 'A' } as const
    await enter(play, contract.id, '2026-02-28', { ...reading, quantity: '5000' })
    await enterCount(as(play.at('2026-03-31T20:00')), contract.id, {
      kind: 'reading',
      on: '2026-03-31',
      meter: 'strony',
      device: 'A',
      value: '5350',
    })
    assert.equal(overFee(await play.propose(client, '2026-03')), 3_500)
  }))

test('a balance that was typed wrong is taken back with its reason and counts no more', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, tickets])
    const given = { kind: 'allowance', unit: 'ticket', quantity: '0' } as const
    const { id } = await enter(play, contract.id, '2026-03-10', given)
    const ctx = as(play.at('2026-03-10T13:00'))
    await refused('balance_entered_already', enter(play, contract.id, '2026-03-10', given))
    await refused('reason_missing', removeOpeningBalance(ctx, contract.id, id, { reason: ' ' }))
    await removeOpeningBalance(ctx, contract.id, id, { reason: 'zła umowa' })
    assert.deepEqual(await openingBalancesOf(ctx, contract.id), [])
    await play.ticket(client, '2026-03-11T10:00')
    assert.equal(overFee(await play.propose(client, '2026-03')), 0)
  }))

test('once a bill has gone on from it, a beginning is no longer changed', () =>
  scene(async (play) => {
    const { client, contract } = await play.contractWith([fee, tickets])
    const { id } = await enter(play, contract.id, '2026-03-10', {
      kind: 'allowance',
      unit: 'ticket',
      quantity: '3',
    })
    await play.issue(client, '2026-03')
    const ctx = as(play.at('2026-04-03T13:00'))
    await refused('balance_after_billing', removeOpeningBalance(ctx, contract.id, id, { reason: 'x' }))
    await refused(
      'balance_after_billing',
      enter(play, contract.id, '2026-04-03', { kind: 'meter', unit: 'strony', quantity: '1' }),
    )
  }))

//  what is wrong                                 what was said                                                        answer, at its field
const wrong: [string, Omit<OpeningBalance, 'asOf'>, RefusalCode, string][] = [
  ['more than the pool can hold', { kind: 'pool', quantity: '16' }, 'balance_above_allowance', 'poolLeft'],
  [
    'more tickets than there are',
    { kind: 'allowance', unit: 'ticket', quantity: '11' },
    'balance_above_allowance',
    'ticketsLeft',
  ],
  ['no such pool', { kind: 'pool', item: 'Km', quantity: '1' }, 'balance_without_allowance', 'poolLeft'],
  ['a block without its last day', { kind: 'block', quantity: '7' }, 'balance_needs_last_day', 'validTo'],
  [
    'a block that ended before',
    { kind: 'block', quantity: '7', validTo: '2026-03-09' },
    'dates_reversed',
    'validTo',
  ],
  ['a word for a number', { kind: 'pool', quantity: 'pięć' }, 'amount_invalid', 'poolLeft'],
  ['less than nothing', { kind: 'pool', quantity: '-1' }, 'amount_invalid', 'poolLeft'],
]
for (const [what, given, code, field] of wrong)
  test(`${what}: ${code}`, () =>
    scene(async (play) => {
      const { contract } = await play.contractWith([fee, tickets, pool(), block, work(['pool', 'block'])])
      const no = await refused(code, enter(play, contract.id, '2026-03-10', given))
      assert.equal(no.field, field)
    }))

test('hours without a package of their own mean the only pool of hours', () =>
  scene(async (play) => {
    const { contract } = await play.contractWith([fee, pool(), work(['pool'])])
    const kept = await enter(play, contract.id, '2026-03-10', {
      kind: 'allowance',
      unit: 'hour',
      quantity: '2,5',
    })
    assert.deepEqual([kept.kind, kept.itemId, kept.quantity], ['pool', 'pool', '2.5'])
  }))

test('of two pools one must be named', () =>
  scene(async (play) => {
    const two = [pool(), pool({ id: 'second', name: 'Drugie' })]
    const { contract } = await play.contractWith([fee, ...two, work(['pool', 'second'])])
    const no = await refused(
      'balance_which_package',
      enter(play, contract.id, '2026-03-10', { kind: 'pool', quantity: '1' }),
    )
    assert.equal(no.field, 'pool')
  }))
