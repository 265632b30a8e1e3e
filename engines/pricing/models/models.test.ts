/**
 * Charge models by themselves, where the neutral cases are few: edges of tiers, free
 * parts, limits, stubs of cycles, coins that are left over.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import 'temporal-polyfill/global'
import { allocate, creditCap, creditsOnLines, lessDiscounts } from './allocate.ts'
import { blocks, capacity } from './blocks.ts'
import { overageOf, priceOfOverage } from './bucket.ts'
import { sinceBilled } from './charge.ts'
import { cyclesUpTo, type Subscription } from './cycles.ts'
import { converted, packages } from './package.ts'
import { flat, perUnitFrom } from './per-unit.ts'
import { percentage } from './percentage.ts'
import { calendarDays, prorated, proratedChange } from './proration.ts'
import { limited, trueUp } from './spend-limits.ts'
import { graduated, volume, type TierTerms } from './tiers.ts'
import { roundedMinutes, time } from './time.ts'

const cameras: TierTerms = {
  tiers: [
    { upTo: '8', unitPrice: '21.00' },
    { upTo: '32', unitPrice: '16.00' },
    { upTo: null, unitPrice: '11.50' },
  ],
}
const prints = {
  tiers: [
    { upTo: '100', unitPrice: '1', flatFee: '50' },
    { upTo: '200', unitPrice: '0.5' },
  ],
}
const shelves = [
  { blockSize: '100', maxBlocks: '2', blockPrice: '5' },
  { blockSize: '1000', maxBlocks: null, blockPrice: '20' },
]
const sizes = [
  { price: '10', limits: { seats: '5', gb: '100' } },
  { price: '25', limits: { seats: '20', gb: '500' } },
]
const card = { ratePercent: '2', fixedPerEvent: '0.30' }
const quarterHour = { unitMinutes: 15 }
const firstHour = { unitMinutes: 30, firstMinutes: 60 }
const monthly: Subscription = { start: '2026-11-19', billingDay: 1, period: 'month', inAdvance: true }

//  what it shows                                            answer                                                    expected
const cases: [string, unknown, unknown][] = [
  ['a flat amount', flat('49.00').amount, '49'],
  [
    'a usage minimum raises few units',
    perUnitFrom('3', { unitPrice: '2', minimumQuantity: '5' }).amount,
    '10',
  ],
  [
    'a usage minimum leaves many units',
    perUnitFrom('7', { unitPrice: '2', minimumQuantity: '5' }).amount,
    '14',
  ],
  ['41 cameras, each part at its tier', graduated('41', cameras).amount, '655.5'],
  ['8 cameras end the first tier', graduated('8', cameras).amount, '168'],
  ['the parts of 9 cameras', graduated('9', cameras).parts.map((part) => part.quantity), ['8', '1']],
  ['41 cameras, all at the last tier', volume('41', cameras).amount, '471.5'],
  [
    'the tier of the whole, the price of a part',
    volume('10', { ...cameras, fullQuantity: '40' }).amount,
    '115',
  ],
  ['no use, no fee of the first tier', graduated('0', prints).amount, '0'],
  ['no use, but the fee is agreed', graduated('0', { ...prints, flatFeeWithoutUsage: true }).amount, '50'],
  ['above the last tier it goes on', graduated('300', prints).amount, '250'],
  [
    'since the first 30 were billed',
    sinceBilled((some) => graduated(some, cameras), '41', '30').amount,
    '135.5',
  ],
  ['started packages', packages('101', { packageSize: '50', packagePrice: '4' }).amount, '12'],
  [
    'full packages only',
    packages('149', { packageSize: '50', packagePrice: '4', rounding: 'down' }).amount,
    '8',
  ],
  [
    'free units cover everything',
    packages('20', { packageSize: '50', packagePrice: '4', freeUnits: '30' }).amount,
    '0',
  ],
  [
    'seconds become started minutes',
    converted('121', { divideBy: '60', rounding: 'up', freeUnits: '1' }),
    '2',
  ],
  ['blocks, every tier for its part', blocks('450', { tiers: shelves, policy: 'allTiers' }).amount, '30'],
  ['blocks, all at the tier reached', blocks('450', { tiers: shelves, policy: 'topTier' }).amount, '20'],
  ['no blocks', blocks('0', { tiers: shelves, policy: 'topTier' }).amount, '0'],
  ['a capacity that holds every unit', capacity({ seats: '5', gb: '101' }, sizes)?.amount, '25'],
  ['a capacity that nothing holds', capacity({ seats: '21' }, sizes), undefined],
  ['a percentage with a fixed part', percentage(['100', '10'], card).amount, '2.8'],
  ['a free event owes no fixed part', percentage(['100', '10'], { ...card, freeEvents: 1 }).amount, '0.5'],
  ['an event free in part owes it', percentage(['100', '10'], { ...card, freeUnits: '60' }).amount, '1.6'],
  ['no minutes stay no minutes', roundedMinutes(0, { ...quarterHour, minimumMinutes: 30 }), 0],
  ['16 minutes are two quarters', roundedMinutes(16, quarterHour), 30],
  ['the first hour is indivisible', roundedMinutes(5, firstHour), 60],
  ['then every started half an hour', roundedMinutes(61, firstHour), 90],
  [
    '100 minutes of an hour at 30.00',
    time(100, { hourPrice: '30.00', rounding: { unitMinutes: 1 } }).amount,
    '50',
  ],
  [
    'overtime after an hour',
    time(90, { hourPrice: '100', rounding: quarterHour, overtime: { afterMinutes: 60, hourPrice: '150' } })
      .amount,
    '175',
  ],
  [
    'half of what is left below the maximum',
    limited('200', { percentDiscount: '50', maximumSpend: '80', billedBefore: '30' }),
    '50',
  ],
  ['a maximum that is used up', limited('200', { maximumSpend: '80', billedBefore: '90' }), '0'],
  ['a minimum when the period is over', limited('20', { minimumSpend: '100', billedBefore: '30' }), '70'],
  ['a minimum waits for the end', limited('20', { minimumSpend: '100', periodClosed: false }), '20'],
  ['a commitment for 12 of 30 days', trueUp('300', '100', { days: 12, ofDays: 30 }), '20'],
  ['a commitment that was reached', trueUp('300', '400'), '0'],
  ['carried over once', overageOf(['10', '150'], { included: '60', rollover: true }), '40'],
  ['only what was granted is carried', overageOf(['80', '150'], { included: '60', rollover: true }), '90'],
  ['carried in by hand', overageOf(['150'], { included: '60', carriedIn: '30' }), '60'],
  [
    'minutes priced by the hour',
    priceOfOverage('90', { overagePrice: '150', unitsPerPricedUnit: '60' }),
    '225',
  ],
  ['12 of 30 days of 1 450,00', prorated('1450.00', { days: 12, ofDays: 30 }, 2), '580'],
  [
    'a change for 17 of 31 days',
    proratedChange({ from: '50', to: '100', share: { days: 17, ofDays: 31 }, decimals: 2 }),
    '27.42',
  ],
  [
    'days over the end of summer time',
    calendarDays('2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z', 'Europe/Warsaw'),
    1,
  ],
  ['a stub of 12 days before the 1st', cyclesUpTo('2026-11-30', monthly), '0.4'],
  ['the stub and December', cyclesUpTo('2026-12-01', monthly), '1.4'],
  [
    'in arrears the stub comes when it is over',
    cyclesUpTo('2026-11-30', { ...monthly, inAdvance: false }),
    '0',
  ],
  ['in arrears on the 1st', cyclesUpTo('2026-12-01', { ...monthly, inAdvance: false }), '0.4'],
  [
    'it ended after ten days of December',
    cyclesUpTo('2027-03-01', { ...monthly, end: '2026-12-11' }),
    '0.722580645161',
  ],
  ['a third of a zloty', allocate(100, ['1', '1', '1']), [34, 33, 33]],
  ['a credit shared out', allocate(-100, ['1', '2']), [-33, -67]],
  ['no more back than was paid', creditCap('300', '200', '50'), '150'],
  ['credits in order over lines', creditsOnLines(['100', '50', '5'], ['60', '60']), ['0', '30', '5']],
  [
    'each discount from the original',
    lessDiscounts('200', [{ percent: '10' }, { percent: '10' }], ['5']),
    '165',
  ],
]

for (const [what, got, expected] of cases) {
  test(`${what}: ${JSON.stringify(expected)}`, () => assert.deepEqual(got, expected))
}

test('shares add up to the total, and each is within a coin of its exact share', () => {
  const total = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const weights = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 8 })
    .filter((some) => some.some((one) => one > 0))
  fc.assert(
    fc.property(total, weights, (minor, some) => {
      const whole = some.reduce((a, b) => a + b, 0)
      const shares = allocate(minor, some.map(String))
      assert.equal(
        shares.reduce((a, b) => a + b, 0),
        minor,
      )
      shares.forEach((share, i) => assert(Math.abs(share * whole - minor * (some[i] ?? 0)) < whole))
    }),
  )
})

test('graduated tiers never cost less for more', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), (few, more) => {
      const cost = (n: number) => Number(graduated(String(n), cameras).amount)
      assert(cost(few) <= cost(few + more))
    }),
  )
})
