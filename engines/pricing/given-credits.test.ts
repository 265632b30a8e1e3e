/** Credits on a bill: never below zero in any VAT rate, the rest waits for the next bill. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { giveCredits, type BilledAmount } from './given-credits.ts'

const line = (netGrosze: number, vat = '23', contractId: string | null = 'a'): BilledAmount => ({
  contractId,
  vat,
  netGrosze,
})
const credit = (leftGrosze: number, more: object = {}) => ({
  id: 'k1',
  contractId: 'a',
  month: '2026-03',
  confirmedGrosze: leftGrosze,
  leftGrosze,
  ...more,
})

//  what it shows                                credits                              bill                                            taken by rate, then left
const cases = [
  ['a credit comes off the fee', [credit(100)], [line(1000)], [[['23', 100]], 0]],
  ['of a smaller bill, the rest waits', [credit(1500)], [line(1000)], [[['23', 1000]], 500]],
  ['an empty bill gives nothing', [credit(100)], [], [[], 100]],
  [
    'two rates bear it in proportion',
    [credit(100)],
    [line(300, '23'), line(100, '8')],
    [
      [
        ['23', 75],
        ['8', 25],
      ],
      0,
    ],
  ],
  [
    'to the last grosz',
    [credit(100)],
    [line(200, '23'), line(100, '8')],
    [
      [
        ['23', 67],
        ['8', 33],
      ],
      0,
    ],
  ],
  ['a discount of the rate leaves less room', [credit(900)], [line(1000), line(-300)], [[['23', 700]], 200]],
  ['a rate below zero bears nothing', [credit(900)], [line(1000, '8'), line(-300)], [[['8', 900]], 0]],
  ['own lines first', [credit(100)], [line(100, '8', 'b'), line(500)], [[['23', 100]], 0]],
  [
    'then those of the other contract',
    [credit(700)],
    [line(100, '8', 'b'), line(500)],
    [
      [
        ['23', 500],
        ['8', 100],
      ],
      100,
    ],
  ],
  [
    'what a person took off by hand counts',
    [credit(900)],
    [line(1000), line(-400, '23', null)],
    [[['23', 600]], 300],
  ],
] as const

for (const [what, credits, bill, [parts, left]] of cases)
  test(`${what}: left ${left}`, () => {
    const [given] = giveCredits(credits, bill)
    assert.deepEqual(given!.parts.map(({ vat, grosze }) => [vat, grosze]).sort(), [...parts].sort())
    assert.equal(given!.leftGrosze, left)
    assert.equal(given!.takenGrosze, credits[0].leftGrosze - left)
  })

test('the oldest month is served first, whatever order they come in', () => {
  const credits = [credit(600), credit(600, { id: 'k0', month: '2026-02' })]
  assert.deepEqual(
    giveCredits(credits, [line(1000)]).map(({ credit: { id }, takenGrosze, leftGrosze }) => [
      id,
      takenGrosze,
      leftGrosze,
    ]),
    [
      ['k0', 600, 0],
      ['k1', 400, 200],
    ],
  )
})

test('whatever the bill, no rate goes below zero and nothing is lost', () => {
  let seed = 7
  const chance = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
  for (let i = 0; i < 500; i++) {
    const bill = Array.from({ length: chance(6) }, () =>
      line(chance(2000) - 600, ['23', '8', 'zw'][chance(3)], ['a', 'b', null][chance(3)]),
    )
    const credits = Array.from({ length: 1 + chance(4) }, (_, n) =>
      credit(chance(900), {
        id: `k${n}`,
        contractId: ['a', 'b', 'c'][chance(3)],
        month: `2026-0${1 + chance(5)}`,
      }),
    )
    const given = giveCredits(credits, bill)
    const net = new Map<string, number>()
    for (const { vat, netGrosze } of bill) net.set(vat, (net.get(vat) ?? 0) + netGrosze)
    const before = new Map(net)
    for (const { parts } of given)
      for (const { vat, grosze } of parts) {
        assert.ok(grosze > 0)
        net.set(vat, net.get(vat)! - grosze)
      }
    for (const [vat, grosze] of net) assert.ok(grosze >= Math.min(0, before.get(vat)!), `${vat} ${grosze}`)
    for (const { credit: one, takenGrosze, leftGrosze } of given)
      assert.equal(takenGrosze + leftGrosze, one.leftGrosze)
    const room = [...before.values()].reduce((sum, one) => sum + Math.max(0, one), 0)
    const wanted = credits.reduce((sum, one) => sum + one.leftGrosze, 0)
    assert.equal(
      given.reduce((sum, one) => sum + one.takenGrosze, 0),
      Math.min(room, wanted),
    )
  }
})
