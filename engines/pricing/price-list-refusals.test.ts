/** What is refused in a price list, each at its field; and work that waits for a person instead of costing nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { problemsOfPriceList } from './price-list-problems.ts'
import type { PriceItem, PriceList } from './price-list.ts'
import {
  happened,
  listOf,
  missed,
  monthOf,
  part,
  priced,
  read,
  remote,
  trip,
  units,
  warsaw,
} from './testing.ts'
import type { WorkItem } from './work.ts'

const work = {
  id: 'work',
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice: '100.00',
  round: { unitMinutes: 15, scope: 'entry' },
}
const seats = { id: 'seats', kind: 'perUnit', unit: 'osoba', unitPrice: '10.00' }
const steps = (...some: [string | null, string][]) => ({
  ...seats,
  tiers: { mode: 'graduated', steps: some.map(([upTo, unitPrice]) => ({ upTo, unitPrice })) },
})
const banded = (...bands: object[]) => ({ ...work, bands })
const hours = { id: 'hours', kind: 'pool', unit: 'hour', grant: '10', per: 'month' }
const rest = { days: ['any'], factor: '2' }
const surcharge = (id: string, of: string[]) => ({
  id,
  kind: 'surcharge',
  where: { flags: ['express'] },
  of,
  percentBp: 100,
})

//  what was typed                             items                                              problem, where
const typed: [string, object[], string, string][] = [
  [
    'steps with a gap at the end',
    [steps(['10', '10.00'], ['20', '8.00'])],
    'tiersGap',
    'items[0].tiers.steps[1].upTo',
  ],
  [
    'steps that overlap',
    [steps(['10', '10.00'], ['10', '8.00'], [null, '7.00'])],
    'tiersOverlap',
    'items[0].tiers.steps[1].upTo',
  ],
  [
    'a step after the endless one',
    [steps([null, '10.00'], [null, '7.00'])],
    'tiersOverlap',
    'items[0].tiers.steps[1].upTo',
  ],
  [
    'a first step of another price',
    [steps(['10', '9.00'], [null, '7.00'])],
    'tiersStartElsewhere',
    'items[0].tiers.steps[0].unitPrice',
  ],
  [
    'a negative step',
    [steps(['10', '10.00'], [null, '-7.00'])],
    'negative',
    'items[0].tiers.steps[1].unitPrice',
  ],
  [
    'packages of nothing',
    [{ ...seats, tiers: { mode: 'package', size: '0', packagePrice: '5.00' } }],
    'absurd',
    'items[0].tiers.size',
  ],
  ['hours that no band prices', [banded({ days: ['workday'], factor: '1' })], 'bandGap', 'items[0].bands'],
  [
    'bands that cross each other',
    [
      banded(
        { days: ['sat'], fromTime: '08:00', toTime: '14:00', factor: '1' },
        { days: ['sat'], fromTime: '12:00', toTime: '18:00', factor: '2' },
        rest,
      ),
    ],
    'bandsOverlap',
    'items[0].bands[1]',
  ],
  [
    'a band behind one for every day',
    [banded(rest, { days: ['sat'], factor: '3' })],
    'bandNeverReached',
    'items[0].bands[1]',
  ],
  [
    'a band at 25:00',
    [banded({ days: ['sat'], fromTime: '25:00', factor: '1' }, rest)],
    'notATime',
    'items[0].bands[0].fromTime',
  ],
  ['a negative factor', [banded({ days: ['any'], factor: '-1' })], 'negative', 'items[0].bands[0].factor'],
  [
    'a factor and a price',
    [banded({ days: ['any'], factor: '1', hourPrice: '5' })],
    'eitherFactorOrPrice',
    'items[0].bands[0]',
  ],
  [
    'bands and steps in one rule',
    [{ ...banded(rest), tiers: { mode: 'volume', steps: [{ upTo: null, unitPrice: '100.00' }] } }],
    'tiersWithBands',
    'items[0].tiers',
  ],
  ['a pool that nobody granted', [{ ...work, draw: ['hours'] }], 'unknownPool', 'items[0].draw[0]'],
  [
    'hours from a pool of tickets',
    [
      { ...work, draw: ['hours'] },
      { ...hours, unit: 'ticket' },
    ],
    'unitMismatch',
    'items[0].draw[0]',
  ],
  [
    'a pool that draws from a pool',
    [
      { ...hours, draw: ['other'] },
      { ...work, draw: ['hours'] },
    ],
    'feedEachOther',
    'items[0].draw',
  ],
  [
    'two pools that fill each other',
    [
      { ...hours, sharedAs: 'more' },
      { ...hours, id: 'more' },
      { ...work, draw: ['hours', 'more'] },
    ],
    'feedEachOther',
    'items[0].sharedAs',
  ],
  [
    'two surcharges of each other',
    [work, surcharge('a', ['b']), surcharge('b', ['a'])],
    'feedEachOther',
    'items[1]',
  ],
  ['half a ticket in a pool', [{ ...hours, unit: 'ticket', grant: '2.5' }], 'wholeGrant', 'items[0].grant'],
  [
    'a portion that lives 200 years',
    [{ ...hours, carry: { months: 2400 } }],
    'absurd',
    'items[0].carry.months',
  ],
  ['an unknown VAT rate', [{ ...work, vat: '24' }], 'unknownVat', 'items[0].vat'],
  [
    'a price beyond safe amounts',
    [{ ...work, hourPrice: '9000000000000' }],
    'tooLarge',
    'items[0].hourPrice',
  ],
  ['a quantity beyond safe amounts', [{ ...hours, grant: '99999999999' }], 'tooLarge', 'items[0].grant'],
  [
    'a rule that ends before it begins',
    [{ ...work, from: '2026-05-01', until: '2026-04-01' }],
    'datesReversed',
    'items[0].until',
  ],
  ['minutes covered by nothing', [{ ...work, afterEvent: 'calls' }], 'coversNothing', 'items[0].afterEvent'],
  [
    'a credit without a size',
    [seats, { id: 'c', kind: 'credit', measure: 'missed', of: ['seats'] }],
    'creditWithoutSize',
    'items[1]',
  ],
  [
    'two rules for experts',
    [
      { ...work, where: { roles: ['expert'] } },
      { ...work, id: 'w2', where: { roles: ['expert', 'senior'] } },
    ],
    'ambiguous',
    'items[1]',
  ],
  ['two rules for one event', [event('a'), event('b')], 'ambiguous', 'items[1]'],
]

function event(id: string) {
  return { id, kind: 'perEvent', events: ['patrol'], unitPrice: '10.00' }
}

for (const [what, items, code, path] of typed) {
  test(`${what}: ${code} at ${path}`, () => {
    const found = problemsOfPriceList(listOf(...(items as PriceItem[])))
    assert.ok(
      found.some((one) => one.code === code && one.path === path && one.weight === 'error'),
      JSON.stringify(found),
    )
  })
}

test('rules that can never take the same work are no contradiction', () => {
  const items = [
    { ...work, where: { roles: ['expert'] } },
    { ...work, id: 'w2', where: { roles: ['junior'] } },
    { ...work, id: 'w3', where: { otherwise: true } },
    { ...work, id: 'w4', where: { outOfScope: true } },
  ]
  assert.deepEqual(problemsOfPriceList(listOf(...(items as PriceItem[]))), [])
})

test('a change on a day is judged with the rules that stay', () => {
  const list = {
    ...listOf(work as PriceItem),
    changes: [{ from: '2026-13-01', items: [{ ...seats, unitPrice: '-1' }] }],
  }
  const found = problemsOfPriceList(list as PriceList)
  assert.deepEqual(
    found.map(({ code, path }) => [code, path]),
    [
      ['notADate', 'changes[0].from'],
      ['negative', 'changes[0].items[0].unitPrice'],
    ],
  )
})

const everything = listOf(
  ...([
    work,
    { id: 'km', kind: 'travel', perKmPrice: '2.00' },
    { id: 'parts', kind: 'material', costPlusBp: 1000 },
    {
      ...seats,
      unit: 'dźwig',
      sizes: [
        { upTo: '6', unitPrice: '10.00' },
        { upTo: null, unitPrice: '12.00' },
      ],
    },
    { ...event('patrol'), classes: [{ name: 'noc', unitPrice: '10.00' }] },
    { id: 'buying', kind: 'percentage', events: ['purchase'], ratePercent: '5' },
    { id: 'pages', kind: 'perMeter', meters: [{ meter: 'mono' }], scope: 'device', unitPrice: '0.05' },
    { id: 'late', kind: 'credit', measure: 'missed', of: ['seats'], amountPrice: '10.00' },
  ] as PriceItem[]),
)
const at = '2026-11-10T10:00'
const bare = (more: object) => ({ ...remote(at, 0), minutes: undefined, ...more }) as WorkItem

//  what was entered                     work                                                   why it waits
const waiting: [string, WorkItem, string][] = [
  ['work without a duration', bare({}), 'timeMissing'],
  ['an end before the start', bare({ endedAt: warsaw('2026-11-10T09:00') }), 'endsBeforeStart'],
  ['minutes below zero', bare({ minutes: -5 }), 'endsBeforeStart'],
  ['half a minute', bare({ minutes: 0.5 }), 'timeAbsurd'],
  ['an entry of three months', bare({ endedAt: warsaw('2027-02-10T09:00') }), 'timeAbsurd'],
  ['a trip without kilometres', trip(at), 'kmMissing'],
  ['a part without cost', part(at, {}), 'materialWithoutPrice'],
  ['a part in a quantity of words', part(at, { quantity: 'kilka', cost: '1' }), 'quantityUnreadable'],
  ['a part in a negative quantity', part(at, { quantity: '-2', cost: '1' }), 'quantityUnreadable'],
  ['a lift without its stops', units('dźwig', at, '1'), 'sizeUnknown'],
  ['an event of an unknown class', happened('patrol', at, { class: 'dzień' }), 'classUnknown'],
  ['an event that nothing prices', happened('flood', at), 'noItemPricesIt'],
  ['a purchase without its value', happened('purchase', at), 'valueMissing'],
  ['a meter that went back', read('A', 'mono', at, '90'), 'meterWentBack'],
  ['a credit that nobody confirmed', missed(at, { confirmed: false }), 'creditToConfirm'],
]

for (const [what, one, reason] of waiting) {
  test(`${what} waits for a person: ${reason}`, () => {
    const meters = [
      { device: 'A', meter: 'mono', value: '100', readAt: warsaw('2026-10-31T10:00'), history: [] },
    ]
    const found = priced(everything, monthOf('2026-11'), [one], { opening: { meters } })
    assert.deepEqual(
      found.needsDecision.map(({ workId, reason: why }) => [workId, why]),
      [[one.id, reason]],
    )
    assert.ok(found.proof.every(({ complete }) => complete))
    assert.equal(found.netGrosze, 0)
  })
}
