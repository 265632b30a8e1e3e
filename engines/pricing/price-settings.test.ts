/**
 * Questions that price lists raise, each a setting with a default: how a package shrinks in a
 * part of a month, how a changing number is counted, what a minimum looks at, whose work a
 * package covers first, how portions end. One story, another setting, another amount.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { billingPeriodOn, fullPeriodOn } from './billing-period.ts'
import { priceContracts } from './price-contracts.ts'
import type { PriceItem } from './price-list.ts'
import {
  bought,
  happened,
  listOf,
  meter,
  missed,
  monthOf,
  priced,
  pricedMonths,
  read,
  remote,
  ticket,
  tickets,
  trip,
  units,
} from './testing.ts'
import type { WorkItem } from './work.ts'

const november = monthOf('2026-11')
const work = (more: object = {}): PriceItem => ({
  id: 'work',
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice: '100.00',
  round: { unitMinutes: 15, scope: 'entry' },
  ...more,
})
const fee = (feePrice: string, more: object = {}): PriceItem => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing: 'arrears',
  ...more,
})
const perTicket = (more: object = {}): PriceItem => ({
  id: 'tickets',
  kind: 'perTicket',
  included: 12,
  unitPrice: '95.00',
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged'],
  prorateIncluded: 'up',
  ...more,
})
const pool = (more: object = {}): PriceItem =>
  ({ id: 'pool', kind: 'pool', unit: 'hour', grant: '6', per: 'month', ...more }) as PriceItem
const stub = { contract: { from: '2026-11-14' }, period: { from: '2026-11-14', to: '2026-11-30' } }
const late = tickets(9, '2026-11-25T10:00')
const steps = {
  mode: 'graduated' as const,
  steps: [
    { upTo: '10', unitPrice: '10.00' },
    { upTo: null, unitPrice: '5.00' },
  ],
}
const seats = (change: string): PriceItem =>
  ({ id: 'seats', kind: 'perUnit', unit: 'osoba', unitPrice: '10.00', tiers: steps, change }) as PriceItem
const growing = [units('osoba', '2026-11-01T00:00', '8'), units('osoba', '2026-11-16T00:00', '20')]
const banded = work({
  includedMinutes: 60,
  bands: [
    { days: ['sun'], factor: '2' },
    { days: ['any'], factor: '1' },
  ],
})
const sundayLast = [remote('2026-11-02T10:00', 60), remote('2026-11-08T10:00', 60)]
const gift: PriceItem = { id: 'gift', kind: 'discount', percentBp: 2000, on: 'all', order: 1 }
const least = (more: object): PriceItem =>
  ({ id: 'least', kind: 'minimum', amountPrice: '900.00', ...more }) as PriceItem

//  the setting                                            list                                             work      more   net
const settings: [string, PriceItem[], WorkItem[], object, number][] = [
  // 17 of 30 days: 12 × 17/30 = 6,8.
  ['a package in a part of a month, rounded up: 7', [perTicket()], late, stub, 2 * 9500],
  ['to the nearest: 7', [perTicket({ prorateIncluded: 'halfUp' })], late, stub, 2 * 9500],
  // 11 × 17/30 = 6,23: up 7, nearest 6.
  ['of eleven, rounded up: 7', [perTicket({ included: 11 })], late, stub, 2 * 9500],
  [
    'of eleven, to the nearest: 6',
    [perTicket({ included: 11, prorateIncluded: 'halfUp' })],
    late,
    stub,
    3 * 9500,
  ],
  ['whole', [perTicket({ prorateIncluded: 'full' })], late, stub, 0],
  ['a fee that is owed whole in a part of a month', [fee('300.00', { prorate: 'none' })], [], stub, 30000],
  // Days of 8: 80,00; of 20: 150,00. By the day (80 + 150)/2; average 14: 120; peak 20: 150; first 8: 80; last 20: 150.
  ['steps, each day by its own number', [seats('daily')], growing, {}, 11500],
  ['steps by the average', [seats('average')], growing, {}, 12000],
  ['steps by the peak', [seats('peak')], growing, {}, 15000],
  ['steps by the first day', [seats('first')], growing, {}, 8000],
  ['steps by the last day', [seats('last')], growing, {}, 15000],
  ['a package for the oldest work', [banded], sundayLast, {}, 20000],
  [
    'a package for the dearest work',
    [{ ...banded, drawOrder: 'dearest' } as PriceItem],
    sundayLast,
    {},
    10000,
  ],
  // 1 000,00 less 20 % = 800,00. Compared before discounts: no top-up; after: up to 900,00.
  ['a minimum before discounts', [fee('1000.00'), gift, least({})], [], {}, 80000],
  ['a minimum after discounts', [fee('1000.00'), gift, least({ compared: 'afterDiscounts' })], [], {}, 90000],
  [
    'volume: all at the step that was reached',
    [seats('peak')].map((one) => ({ ...one, tiers: { ...steps, mode: 'volume' } }) as PriceItem),
    growing,
    {},
    10000,
  ],
  [
    'a price by started hundreds',
    [
      {
        id: 'calls',
        kind: 'perEvent',
        events: ['call'],
        unitPrice: '7.00',
        tiers: { mode: 'package', size: '100', packagePrice: '7.00', freeUnits: '50' },
      } as PriceItem,
    ],
    [happened('call', '2026-11-03T10:00', { quantity: '251' })],
    {},
    2100,
  ],
  [
    'blocks, each step at its own',
    [
      {
        id: 'calls',
        kind: 'perEvent',
        events: ['call'],
        unitPrice: '7.00',
        tiers: {
          mode: 'blocks',
          policy: 'allTiers',
          steps: [
            { size: '10', packagePrice: '7.00', packages: '2' },
            { size: '50', packagePrice: '20.00', packages: null },
          ],
        },
      } as PriceItem,
    ],
    [happened('call', '2026-11-03T10:00', { quantity: '75' })],
    {},
    1400 + 4000,
  ],
  [
    'steps entered for a price',
    [
      work({
        tiers: {
          mode: 'graduated',
          steps: [
            { upTo: '2', unitPrice: '100.00' },
            { upTo: null, unitPrice: '80.00', stepPrice: '30.00' },
          ],
        },
      }),
    ],
    [remote('2026-11-03T10:00', 180)],
    {},
    20000 + 8000 + 3000,
  ],
  [
    'a commission by steps',
    [
      {
        id: 'c',
        kind: 'percentage',
        events: ['buy'],
        ratePercent: '5',
        steps: [
          { upTo: '1000', ratePercent: '5' },
          { upTo: null, ratePercent: '2' },
        ],
      } as PriceItem,
    ],
    [happened('buy', '2026-11-03T10:00', { value: '1500.00' })],
    {},
    5000 + 1000,
  ],
  [
    'a surcharge of so much a visit',
    [
      work(),
      {
        id: 's',
        kind: 'surcharge',
        where: { flags: ['express'] },
        of: ['work'],
        amountPrice: '80.00',
      } as PriceItem,
    ],
    [
      remote('2026-11-03T10:00', 60, { flags: ['express'], visitId: 'v' }),
      remote('2026-11-03T11:00', 60, { flags: ['express'], visitId: 'v' }),
    ],
    {},
    20000 + 8000,
  ],
  [
    'a credit by the share of promises kept',
    [
      fee('1000.00'),
      {
        id: 'kept',
        kind: 'credit',
        measure: 'pointsBelow',
        thresholdBp: 9500,
        of: ['fee'],
        percentBp: 100,
        confirm: 'none',
      } as PriceItem,
    ],
    [missed('2026-11-30T12:00', { kept: { met: 23, of: 25 } })],
    {},
    100000 - 3000,
  ],
  [
    'free trips first',
    [{ id: 'trips', kind: 'travel', perTripPrice: '50.00', includedTrips: 2 } as PriceItem],
    ['03', '04', '05'].map((day) => trip(`2026-11-${day}T10:00`)),
    {},
    5000,
  ],
  [
    'opened again within 14 days: once',
    [perTicket({ included: 0, countsAgainAfterDays: 14 })],
    [again(10)],
    {},
    9500,
  ],
  [
    'opened again after 15 days: twice',
    [perTicket({ included: 0, countsAgainAfterDays: 14 })],
    [again(15)],
    {},
    19000,
  ],
  ['opened again where nothing is said: once', [perTicket({ included: 0 })], [again(15)], {}, 9500],
  ['another currency', [fee('250.00')], [], { currency: 'EUR' }, 25000],
]

function again(days: number): WorkItem {
  const resolvedAt = '2026-11-03T12:00:00Z'
  const at = Temporal.Instant.from(resolvedAt)
    .add({ hours: days * 24 })
    .toString()
  return ticket('2026-11-03T09:00', { reopened: [{ resolvedAt, at }] })
}

for (const [what, items, done, { currency = 'PLN', ...more }, net] of settings as [
  string,
  PriceItem[],
  WorkItem[],
  { currency?: 'EUR' },
  number,
][]) {
  test(`${what}: ${net / 100}`, () => {
    const found = priced({ ...listOf(...items), currency: currency as 'EUR' }, november, done, more)
    assert.equal(found.netGrosze, net)
    assert.equal(found.currency, currency)
  })
}

test('a block buys the next one by itself when nothing is left', () => {
  const list = listOf(
    {
      id: 'block',
      kind: 'block',
      unit: 'hour',
      size: '5',
      blockPrice: '400.00',
      topUp: 'automatic',
      validMonths: 12,
    },
    work({ draw: ['block'] }),
  )
  const found = priced(list, november, [bought('block', '2026-11-02T08:00'), remote('2026-11-03T08:00', 720)])
  assert.deepEqual(
    found.lines
      .filter(({ informative }) => !informative)
      .map(({ itemId, netGrosze, period }) => [itemId, netGrosze, period.from]),
    [
      ['block', 40000, '2026-11-02'],
      ['block', 80000, '2026-11-03'],
    ],
  )
  assert.deepEqual(
    found.closing.lots.map(({ left }) => left),
    ['0', '0', '180'],
  )
})

test('life first, then the cap; the cap first drops what would have expired anyway', () => {
  const left = (capFirst: object) => {
    const list = listOf(
      pool({ grant: '5', carry: { months: 1, cap: '6', ...capFirst } }),
      work({ draw: ['pool'] }),
    )
    const found = pricedMonths(
      list,
      [
        ['2026-09', []],
        ['2026-10', [remote('2026-10-05T08:00', 60)]],
      ],
      { contract: { from: '2026-09-01' } },
    )
    return found.at(-1)!.closing.lots.map((lot) => lot.left)
  }
  assert.deepEqual(
    [left({}), left({ capFirst: true })],
    [
      ['240', '300'],
      ['60', '300'],
    ],
  )
})

test('late work finds what its own period has left, also of hours that a later cap dropped', () => {
  const list = listOf(pool({ grant: '6', carry: { months: 1, cap: '4' } }), work({ draw: ['pool'] }))
  const [october] = pricedMonths(list, [['2026-10', [remote('2026-10-05T08:00', 60)]]], {
    contract: { from: '2026-10-01' },
  })
  assert.deepEqual(
    october!.closing.lots.map(({ left, lost }) => [left, lost]),
    [['240', [{ quantity: '60', on: '2026-11-01' }]]],
  )
  const late = priced(list, monthOf('2026-10'), [remote('2026-10-20T08:00', 330)], {
    onlyWork: true,
    opening: october!.closing,
  })
  assert.equal(late.netGrosze, 5000)
  assert.deepEqual(
    late.closing.lots.map(({ left }) => left),
    ['0'],
  )
})

test('late work in steps pays what it adds to the month', () => {
  const list = listOf(
    work({
      tiers: {
        mode: 'graduated',
        steps: [
          { upTo: '10', unitPrice: '100.00' },
          { upTo: null, unitPrice: '80.00' },
        ],
      },
    }),
  )
  const late = priced(list, november, [remote('2026-11-20T08:00', 180)], {
    onlyWork: true,
    pricedBefore: { work: '540' },
  })
  assert.equal(late.netGrosze, 10000 + 16000)
})

test('contracts of one client use a shared pool one after another; it is granted once', () => {
  const list = listOf(pool({ sharedAs: 'klient' }), work({ draw: ['pool'] }))
  const input = (done: WorkItem[]) => ({
    period: november,
    fullPeriod: november,
    contract: { from: '2026-01-01' },
    versions: [{ validFrom: '2026-01-01', priceList: list }],
    work: done,
    timezone: 'Europe/Warsaw',
  })
  const found = priceContracts([
    input([remote('2026-11-03T08:00', 240)]),
    input([remote('2026-11-04T08:00', 180)]),
  ])
  assert.deepEqual(
    found.map(({ netGrosze }) => netGrosze),
    [0, 10000],
  )
})

test('pools of each site are drawn by the work of that site', () => {
  const list = listOf(pool({ grant: '1', scope: 'site' }), work({ draw: ['pool'] }))
  const at = (site: string) => remote('2026-11-03T08:00', 90, { site })
  assert.equal(priced(list, november, [at('A'), at('B'), at('A')]).netGrosze, 5000 + 5000 + 15000)
})

test('a meter of the wrong reading waits, the next one counts from the last good one', () => {
  const list = listOf({
    id: 'pages',
    kind: 'perMeter',
    meters: [{ meter: 'mono' }],
    scope: 'device',
    unitPrice: '1.00',
  })
  const done = [read('A', 'mono', '2026-11-10T10:00', '90'), read('A', 'mono', '2026-11-20T10:00', '130')]
  const found = priced(list, november, done, { opening: { meters: [meter('A', 'mono', '100')] } })
  assert.deepEqual(
    [found.netGrosze, found.needsDecision.length, found.closing.meters[0]!.value],
    [3000, 1, '130'],
  )
})

//  billing                                       a day          its full period
const periods = [
  [{ period: 'month' }, '2026-11-15', '2026-11-01', '2026-11-30'],
  [{ period: 'month', anchorDay: 15 }, '2026-11-14', '2026-10-15', '2026-11-14'],
  [{ period: 'month', anchorDay: 31 }, '2026-02-28', '2026-02-28', '2026-03-30'],
  [{ period: 'quarter' }, '2026-11-15', '2026-10-01', '2026-12-31'],
  [{ period: 'quarter', anchorMonth: 2 }, '2026-01-15', '2025-11-01', '2026-01-31'],
  [{ period: 'year', anchorDay: 15, anchorMonth: 4 }, '2026-04-14', '2025-04-15', '2026-04-14'],
  [{ period: 'week' }, '2026-11-11', '2026-11-09', '2026-11-15'],
  [{ period: 'week', anchorWeekday: 'wed' }, '2026-11-10', '2026-11-04', '2026-11-10'],
] as const

for (const [billing, day, from, to] of periods) {
  test(`${JSON.stringify(billing)}: ${day} lies in ${from} to ${to}`, () =>
    assert.deepEqual(fullPeriodOn(billing, day), { from, to }))
}

test('the first period of a contract is cut at its beginning, its full period stays whole', () => {
  const found = billingPeriodOn({ period: 'quarter' }, { from: '2026-11-10', to: '2027-03-31' }, '2026-12-01')
  assert.deepEqual(found, {
    period: { from: '2026-11-10', to: '2026-12-31' },
    fullPeriod: { from: '2026-10-01', to: '2026-12-31' },
  })
  assert.equal(billingPeriodOn({ period: 'month' }, { from: '2026-11-10' }, '2026-11-09'), undefined)
})
