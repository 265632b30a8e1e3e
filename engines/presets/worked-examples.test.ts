/**
 * The worked examples of the ready price lists, executed through the public door. Each
 * row is an example as a person wrote it: what happened, and what stands on the bill.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { indexPriceList, indexChange } from '../pricing/index-price-list.ts'
import type { PriceList } from '../pricing/price-list.ts'
import { problemsOfPriceList } from '../pricing/price-list-problems.ts'
import type { PeriodInput, PricedPeriod } from '../pricing/price-period.ts'
import { recompute } from '../pricing/recompute.ts'
import {
  amountsOf,
  bought,
  happened,
  meter,
  missed,
  monthOf,
  part,
  priced,
  pricedMonths,
  read,
  remote,
  ticket,
  tickets,
  trip,
  units,
  visit,
} from '../pricing/testing.ts'
import type { TimeEntry, WorkItem } from '../pricing/work.ts'
import { presetById, pricePresets } from './price-lists/all.ts'

const november = monthOf('2026-11')
const list = (id: string): PriceList => presetById(id)!.priceList

const intervention = (
  event: string,
  reportedAt: string,
  from: string,
  minutes: number,
  n: string,
): WorkItem[] => [happened(event, reportedAt, { visitId: n }), visit(from, minutes, { visitId: n })]

const hv2a = [
  ...intervention('intervention', '2026-11-02T09:00', '2026-11-02T10:00', 100, 'a'),
  ...intervention('intervention', '2026-11-05T14:00', '2026-11-05T15:00', 260, 'b'),
  ...intervention('intervention', '2026-11-09T09:00', '2026-11-09T10:00', 60, 'c'),
  ...intervention('intervention', '2026-11-10T09:00', '2026-11-10T10:00', 90, 'd'),
  ...intervention('intervention', '2026-11-11T08:30', '2026-11-11T09:00', 150, 'e'),
  ...intervention('intervention', '2026-11-21T20:00', '2026-11-21T20:30', 280, 'f'),
]

/** Above the fee by the register: 6 780,00 zł, as ten paid interventions of two hours on working days. */
const hv2b = Array.from({ length: 4 }, (_, i) =>
  intervention('intervention', '2026-11-02T06:00', `2026-11-0${i + 2}T08:00`, 60, `in${i}`),
)
  .flat()
  .concat(
    Array.from({ length: 9 }, (_, i) => {
      const day = ['16', '17', '18', '19', '20', '23', '24', '25', '26'][i]!
      return intervention(
        'intervention',
        `2026-11-${day}T07:00`,
        `2026-11-${day}T08:00`,
        i < 8 ? 120 : 60,
        `o${i}`,
      )
    }).flat(),
  )

const al1: WorkItem[] = [
  units('obiekt', '2026-11-01T00:00', '6'),
  ...['A', 'A', 'A', 'B'].map((site) => happened('patrol', '2026-11-10T22:00', { site })),
  visit('2026-11-12T10:00', 85),
  visit('2026-11-13T10:00', 40, { flags: ['express'] }),
  trip('2026-11-12T10:00'),
  trip('2026-11-13T10:00'),
]
const lifts = (stops: string, n: string) => units('dźwig', '2026-11-01T00:00', n, { size: stops })
const li1 = [lifts('5', '3'), lifts('9', '2'), lifts('14', '1')]
const inScope = { category: 'failure' } satisfies Partial<TimeEntry>
const outside = { outOfScope: { clause: '§ 3', reason: 'wandalizm' } }
const hours = (at: string, n: number) => remote(at, n * 60)
const stub = { contract: { from: '2026-11-19' }, period: { from: '2026-11-19', to: '2026-11-30' } }

//  example    what happened                                                          more   net
const months: [string, WorkItem[], Partial<PeriodInput>, number][] = [
  [
    'IT-1 a',
    [
      ...tickets(12, '2026-11-05T10:00'),
      ticket('2026-11-03T10:00', {
        reopened: [{ resolvedAt: '2026-11-04T10:00:00Z', at: '2026-11-09T10:00:00Z' }],
      }),
      ticket('2026-11-06T10:00', { cancelled: true }),
      ticket('2026-11-06T11:00', { mergedInto: 'x' }),
      ticket('2026-11-06T12:00', { mergedInto: 'x' }),
      ticket('2026-11-06T13:00', { priority: 'critical' }),
    ],
    {},
    154500,
  ],
  ['IT-1 b', tickets(9, '2026-11-05T10:00'), {}, 145000],
  ['IT-1 c', tickets(7, '2026-11-25T10:00'), stub, 77000],
  [
    'IT-2 a',
    [
      visit('2026-11-17T16:20', 105),
      visit('2026-11-18T15:40', 70),
      ...[9, 15, 16, 44, 61].map((minutes) => remote('2026-11-19T09:00', minutes)),
      trip('2026-11-17T16:00', { zone: 'I' }),
      trip('2026-11-18T15:00', { zone: 'I' }),
    ],
    {},
    175800,
  ],
  ['IT-2 b', [visit('2026-11-20T21:15', 80), trip('2026-11-20T21:00', { zone: 'II' })], {}, 77150],
  [
    'IT-4 a',
    [
      units('stanowisko', '2026-11-01T00:00', '38'),
      units('stanowisko', '2026-11-15T08:00', '44'),
      units('serwer', '2026-11-01T00:00', '2'),
    ],
    {},
    301113,
  ],
  [
    'IT-4 b',
    [units('stanowisko', '2026-11-01T00:00', '12'), units('serwer', '2026-11-01T00:00', '1')],
    {},
    150000,
  ],
  [
    'HV-1 a',
    [
      happened('inspection', '2026-11-03T08:00', { class: 'jednostka wewnętrzna', quantity: '14' }),
      happened('inspection', '2026-11-03T09:00', { class: 'jednostka zewnętrzna VRF', quantity: '2' }),
      trip('2026-11-03T08:00', { km: '22' }),
      trip('2026-11-04T08:00', { km: '86' }),
      ...intervention('callOut', '2026-11-05T08:00', '2026-11-05T09:00', 95, 'w'),
      trip('2026-11-05T08:30', { km: '22' }),
      part('2026-11-05T10:00', { cost: '412.50' }),
    ],
    {},
    476005,
  ],
  [
    'HV-1 b',
    [
      ...intervention('callOut', '2026-11-05T08:00', '2026-11-05T09:00', 28, 'w'),
      trip('2026-11-05T08:30', { km: '41' }),
      happened('leakCheck', '2026-11-05T10:00', { quantity: '2' }),
      part('2026-11-05T10:00', { name: 'czynnik chłodniczy', quantity: '1.4', unit: 'kg' }),
    ],
    {},
    120830,
  ],
  ['HV-2 a', hv2a, {}, 846500],
  ['HV-2 b', hv2b, {}, 990000],
  [
    'PR-1 a',
    [
      units('urządzenie', '2026-11-01T00:00', '1'),
      read('A', 'mono', '2026-11-30T20:00', '18905'),
      read('A', 'kolor', '2026-11-30T20:00', '3702'),
    ],
    { opening: { meters: [meter('A', 'mono', '12480'), meter('A', 'kolor', '3110')] } },
    48137,
  ],
  [
    'PR-1 b',
    [
      units('urządzenie', '2026-11-01T00:00', '1'),
      read('A', 'mono', '2026-11-12T10:00', '47035', '118'),
      read('A', 'mono', '2026-11-30T20:00', '2960'),
      read('A', 'kolor', '2026-11-12T10:00', '1116', '0'),
      read('A', 'kolor', '2026-11-30T20:00', '189'),
    ],
    { opening: { meters: [meter('A', 'mono', '45210'), meter('A', 'kolor', '1000')] } },
    34801,
  ],
  [
    'PR-3 a',
    [
      read('A', 'mono', '2026-11-30T20:00', '820'),
      read('A', 'kolor', '2026-11-30T20:00', '40'),
      read('B', 'mono', '2026-11-30T20:00', '2310'),
      read('B', 'kolor', '2026-11-30T20:00', '155'),
    ],
    { opening: { meters: ['A', 'B'].flatMap((one) => [meter(one, 'mono', '0'), meter(one, 'kolor', '0')]) } },
    25475,
  ],
  ['AL-1 a', al1, {}, 138000],
  ['AL-1 b', [units('obiekt', '2026-11-01T00:00', '6'), units('obiekt', '2026-11-13T08:00', '7')], {}, 58740],
  [
    'AL-2 a',
    [
      units('kamera', '2026-11-01T00:00', '41'),
      units('rejestrator', '2026-11-01T00:00', '2'),
      missed('2026-11-12T12:00', { priority: 'critical', target: 'resolution', lateMinutes: 560 }),
    ],
    {},
    65917,
  ],
  [
    'AL-2 b',
    [
      units('kamera', '2026-11-01T00:00', '41'),
      units('rejestrator', '2026-11-01T00:00', '2'),
      missed('2026-11-12T12:00', { priority: 'critical', target: 'resolution', lateMinutes: 1920 }),
    ],
    {},
    54285,
  ],
  [
    'AL-2 c',
    [units('kamera', '2026-11-01T00:00', '8'), units('rejestrator', '2026-11-01T00:00', '1')],
    {},
    22800,
  ],
  [
    'LI-1 a',
    [
      ...li1,
      visit('2026-11-17T23:10', 85, inScope),
      visit('2026-11-15T14:00', 50, { category: 'entrapment' }),
      happened('udtExam', '2026-11-18T09:00', { quantity: '2' }),
    ],
    {},
    292000,
  ],
  [
    'LI-1 b',
    [
      ...li1,
      visit('2026-11-17T10:00', 200, { ...inScope, ...outside }),
      part('2026-11-17T10:00', { cost: '640.00', ...outside }),
    ],
    {},
    322100,
  ],
  [
    'LI-3 a',
    [
      ...['1', '2', '3', '4', '5'].map((group) => units('dźwig', '2026-11-01T00:00', '1', { group })),
      missed('2026-11-20T12:00', { target: 'downtime', device: '3', lateMinutes: 2880 + 4 * 1440 + 180 }),
    ],
    {},
    164333,
  ],
  [
    'LI-3 b',
    [
      ...['1', '2', '3', '4', '5'].map((group) => units('dźwig', '2026-11-01T00:00', '1', { group })),
      missed('2026-11-20T12:00', { target: 'downtime', device: '3', lateMinutes: 2880 + 18 * 1440 + 10 }),
    ],
    {},
    153000,
  ],
  ['GE-1 a', [hours('2026-11-10T10:00', 3.75)], {}, 80000],
  ['GE-1 b', [hours('2026-11-10T10:00', 26)], {}, 450000],
  ['GE-1 c', [20, 35, 52, 118].map((minutes) => remote('2026-11-10T10:00', minutes)), {}, 80750],
  ['GE-4 a', tickets(6, '2026-11-10T10:00'), {}, 77988],
]

for (const [example, work, more, net] of months) {
  test(`${example}: ${net / 100} net`, () => {
    const found = priced(list(example.split(' ')[0]!), november, work, more)
    assert.equal(found.netGrosze, net, JSON.stringify(amountsOf(found)))
    assert.deepEqual(found.needsDecision, [])
    proves(found)
  })
}

test('IT-2 a: where rounding goes on by the clock, the second visit costs 21 zł more', () => {
  const { priceList } = presetById('IT-2')!
  const items = priceList.items.map((item) =>
    item.kind === 'perTime' && item.bands
      ? { ...item, round: { ...item.round, surplus: 'extend' as const } }
      : item,
  )
  const second = (of: PriceList) => priced(of, november, [visit('2026-11-18T15:40', 70)]).netGrosze
  assert.deepEqual([second(priceList), second({ ...priceList, items })], [37800, 39900])
})

test('GE-4 b: in February the dated discount is over', () => {
  const found = priced(list('GE-4'), monthOf('2027-02'), tickets(5, '2027-02-10T10:00'))
  assert.equal(found.netGrosze, 74690)
})

test('PR-3 b: a minimum that devices share is reached by both together', () => {
  const { priceList } = presetById('PR-3')!
  const items = priceList.items.map((item) =>
    item.kind === 'minimum' ? { ...item, per: 'contract' as const, amountPrice: '150.00' } : item,
  )
  const [, work, more] = months.find(([example]) => example === 'PR-3 a')!
  assert.equal(priced({ ...priceList, items }, november, work, more).netGrosze, 23845)
})

//  example   months with their work                                               more     net of each month
const quarters: [string, [string, WorkItem[]][], Partial<PeriodInput>, number[]][] = [
  [
    'IT-3 a',
    [
      ['2026-07', [hours('2026-07-10T08:00', 19.25)]],
      ['2026-08', [hours('2026-08-10T08:00', 8.5)]],
      ['2026-09', [hours('2026-09-10T08:00', 14.75)]],
    ],
    {},
    [240000, 240000, 353750],
  ],
  [
    'IT-3 b',
    [
      ['2026-08', [hours('2026-08-10T08:00', 10)]],
      ['2026-09', [hours('2026-09-10T08:00', 17.5)]],
    ],
    { contract: { from: '2026-08-01' } },
    [240000, 301250],
  ],
  [
    'IT-3 a',
    [
      ['2026-07', [hours('2026-07-10T08:00', 28), hours('2026-07-13T08:00', 10)]],
      ['2026-08', [hours('2026-08-10T08:00', 4.5)]],
      ['2026-09', []],
    ],
    {},
    [240000, 240000, 353750],
  ],
  [
    'IT-3 c',
    [
      ['2026-07', [hours('2026-07-10T08:00', 30)]],
      ['2026-08', []],
      ['2026-09', []],
    ],
    {},
    [240000, 240000, 240000],
  ],
  [
    'HV-3 b',
    [
      ['2026-01', [hours('2026-01-12T08:00', 3)]],
      ['2026-02', [hours('2026-02-12T08:00', 1)]],
      ['2026-03', [hours('2026-03-12T08:00', 0.5)]],
      ['2026-04', [hours('2026-04-14T08:00', 12)]],
      ['2026-05', [hours('2026-05-12T08:00', 10.5)]],
    ],
    { contract: { from: '2026-01-01' } },
    [115000, 115000, 115000, 115000, 186750],
  ],
  [
    'PR-2 a',
    [
      [
        '2026-07',
        [read('A', 'monoA4', '2026-07-31T20:00', '17200'), read('A', 'monoA3', '2026-07-31T20:00', '3100')],
      ],
      [
        '2026-08',
        [read('A', 'monoA4', '2026-08-31T20:00', '27200'), read('A', 'kolor', '2026-08-31T20:00', '2000')],
      ],
      [
        '2026-09',
        [read('A', 'monoA4', '2026-09-30T20:00', '37200'), read('A', 'kolor', '2026-09-30T20:00', '2650')],
      ],
    ],
    { opening: { meters: ['monoA4', 'monoA3', 'kolor'].map((name) => meter('A', name, '0')) } },
    [89000, 89000, 138220],
  ],
  [
    'PR-2 b',
    [
      [
        '2026-07',
        [read('A', 'monoA4', '2026-07-31T20:00', '28000'), read('A', 'kolor', '2026-07-31T20:00', '3480')],
      ],
      ['2026-08', []],
      ['2026-09', []],
    ],
    { opening: { meters: ['monoA4', 'kolor'].map((name) => meter('A', name, '0')) } },
    [89000, 89000, 101960],
  ],
  [
    'AL-3',
    [
      [
        '2026-11',
        [
          ...[20, 45, 61].map((minutes) => remote('2026-11-10T09:00', minutes)),
          visit('2026-11-12T09:00', 50),
          visit('2026-11-13T09:00', 130),
          visit('2026-11-14T09:00', 90),
        ],
      ],
      ['2026-12', Array.from({ length: 12 }, () => remote('2026-12-10T09:00', 30))],
    ],
    { opening: { lots: [block('block', 'point', '40', '2026-06-10', '2027-06-09')] } },
    [0, 17500],
  ],
  [
    'GE-3',
    [
      [
        '2026-11',
        [
          hours('2026-11-02T09:00', 3.5),
          hours('2026-11-03T22:00', 2),
          hours('2026-11-10T09:00', 5),
          hours('2026-11-24T08:00', 8),
          hours('2026-11-25T08:00', 8),
          hours('2026-11-26T08:00', 5),
        ],
      ],
    ],
    {
      opening: {
        lots: [
          { ...block('block25', 'hour', '1500', '2026-05-04', '2026-11-03'), id: 'A', left: '240' },
          { ...block('block25', 'hour', '1500', '2026-10-12', '2027-04-11'), id: 'B' },
        ],
      },
    },
    [145800],
  ],
  ['GE-3', [['2026-12', [hours('2026-12-01T09:00', 8.25), hours('2026-12-13T10:00', 1.5)]]], {}, [229950]],
]

function block(pool: string, unit: 'hour' | 'point', granted: string, from: string, until: string) {
  return { id: `${pool}:1`, pool, kind: 'block' as const, unit, granted, left: granted, from, until }
}

for (const [example, worked, more, nets] of quarters) {
  test(`${example}: ${nets.map((net) => net / 100).join(' + ')} net`, () => {
    const found = pricedMonths(list(example.split(' ')[0]!), worked, more)
    assert.deepEqual(
      found.map(({ netGrosze }) => netGrosze),
      nets,
      JSON.stringify(found.map(amountsOf)),
    )
    found.forEach(proves)
  })
}

test('HV-3 a: at the end of March half an hour of January expires, the cap drops one of February', () => {
  const [, worked, more] = quarters.find(([example]) => example === 'HV-3 b')!
  const march = pricedMonths(list('HV-3'), worked.slice(0, 3), more)[2]!
  assert.deepEqual(
    march.notices.map((notice) => ('lotId' in notice ? [notice.kind, notice.lotId, notice.quantity] : [])),
    [
      ['lotCapped', 'hours@2026-02-01', '60'],
      ['lotExpired', 'hours@2026-01-01', '30'],
    ],
  )
})

test('PR-1 c: a missing reading costs the average, the next one settles both months', () => {
  const opening = { meters: [meter('A', 'mono', '100000', ['5100', '4700', '5500'])] }
  const rent = units('urządzenie', '2026-11-01T00:00', '1')
  const worked: [string, WorkItem[]][] = [
    ['2026-11', [rent]],
    ['2026-12', [read('A', 'mono', '2026-12-31T20:00', '109640')]],
  ]
  const found = pricedMonths(list('PR-1'), worked, { opening })
  assert.deepEqual(
    found.map((month) => amountsOf(month)['mono']),
    [4620, 2268],
  )
  assert.deepEqual(
    found[0]!.notices.map(({ kind }) => kind),
    ['readingEstimated'],
  )
})

test('LI-2: a quarter of four lifts, its index announced in the middle, with cap and floor', () => {
  const { priceList } = presetById('LI-2')!
  const quarter = { from: '2026-01-01', to: '2026-03-31' }
  const four = [units('dźwig', '2026-01-01T00:00', '4')]
  const netAt = (indexValue: string) => {
    const { changeBp } = indexChange(indexValue, { capBp: 600, floorBp: 0 })
    const next = indexPriceList(priceList, changeBp).priceList
    const versions = [
      { validFrom: '2025-01-01', priceList },
      { validFrom: '2026-02-01', priceList: next },
    ]
    return priced(priceList, quarter, four, { versions }).netGrosze
  }
  const before = priced(priceList, quarter, four).netGrosze
  assert.deepEqual([before, netAt('104.1'), netAt('107.4'), netAt('99.4')], [330000, 339024, 343200, 330000])
})

test('GE-2: blocks are bought, used by their expiry, and what is left of one is lost', () => {
  const worked: [string, WorkItem[]][] = [
    ['2026-02', [bought('block10', '2026-02-16T10:00')]],
    ['2026-03', [hours('2026-03-10T08:00', 4)]],
    ['2026-06', [bought('block30', '2026-06-01T10:00')]],
    ['2026-07', [hours('2026-07-14T08:00', 3.5)]],
    ['2026-08', [hours('2026-08-20T08:00', 6)]],
    ['2027-02', [hours('2027-02-28T00:00', 24), hours('2027-02-27T08:00', 1)]],
  ]
  const found = pricedMonths(list('GE-2'), worked, { contract: { from: '2026-02-01' } })
  assert.deepEqual(
    found.map(({ netGrosze }) => netGrosze),
    [165000, 0, 450000, 0, 0, 19000],
  )
  const notices = found.map((month) =>
    month.notices.map((notice) => [notice.kind, 'on' in notice ? notice.on : '']),
  )
  assert.deepEqual(notices[3], [['low', '2026-07-31']])
  assert.deepEqual(notices[4], [['lotExpired', '2026-08-16']])
  assert.deepEqual(
    found[3]!.closing.lots.map(({ until, left }) => [until, left]),
    [
      ['2026-08-15', '150'],
      ['2027-05-31', '1800'],
    ],
  )
})

test('every ready price list is free of problems', () => {
  assert.equal(pricePresets.length, 20)
  for (const { id, priceList } of pricePresets)
    assert.deepEqual([id, problemsOfPriceList(priceList)], [id, []])
})

function proves(found: PricedPeriod): void {
  for (const line of found.lines) {
    if (!line.informative) assert.equal(line.netGrosze, recompute(line.explanation), line.itemId)
  }
}
