/**
 * Twelve whole months of mixed work, each computed by hand. The arithmetic stands beside
 * every line; November 2026 begins on a Sunday and has a holiday on Wednesday the 11th.
 * A month is a price list, what happened, and every line that stands on its bill.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import type { PriceItem, PriceList } from './price-list.ts'
import type { PeriodInput } from './price-period.ts'
import { recompute } from './recompute.ts'
import {
  amountsOf,
  bought,
  happened,
  listOf,
  meter,
  missed,
  monthOf,
  part,
  priced,
  read,
  remote,
  ticket,
  tickets,
  trip,
  units,
  visit,
} from './testing.ts'
import type { WorkItem } from './work.ts'

const fee = (feePrice: string, more: object = {}): PriceItem => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing: 'arrears',
  ...more,
})
const perTicket = (included: number, unitPrice: string, more: object = {}): PriceItem => ({
  id: 'tickets',
  kind: 'perTicket',
  included,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
  prorateIncluded: 'up',
  ...more,
})
const perTime = (id: string, hourPrice: string, more: object = {}): PriceItem => ({
  id,
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice,
  round: { unitMinutes: 15, scope: 'entry' },
  ...more,
})
const officeBands: NonNullable<Extract<PriceItem, { kind: 'perTime' }>['bands']> = [
  { days: ['sun', 'holiday'], factor: '2' },
  { days: ['workday'], fromTime: '07:00', toTime: '17:00', factor: '1' },
  { days: ['any'], factor: '1.5' },
]

type Month = {
  what: string
  list: PriceList
  month: string
  work: WorkItem[]
  more?: Partial<PeriodInput>
  lines: Record<string, number>
}

const months: Month[] = [
  {
    // fee 980,00. Tickets: 9 reported, 1 cancelled, 1 our fault → 7 counted − 5 = 2 × 74,50 = 149,00.
    // On site: a visit of 50 min and one of 65 + 30 min (together 95), first hour whole, then started 30:
    //   60 + 120 = 180 min × 160/60 = 480,00.
    // Travel: 12 km × 1,90 = 22,80 → least 45,00; 61 km × 1,90 = 115,90. Parts: 3 × 12,40 × 1,20 = 44,64.
    what: 'a small office: package of tickets, two visits, parts',
    month: '2026-11',
    list: listOf(
      fee('980.00'),
      perTicket(5, '74.50'),
      perTime('site', '160.00', {
        place: 'onSite',
        round: { unitMinutes: 30, firstMinutes: 60, scope: 'visit' },
      }),
      { id: 'km', kind: 'travel', perKmPrice: '1.90', minimumPerTripPrice: '45.00' },
      { id: 'parts', kind: 'material', costPlusBp: 2000 },
    ),
    work: [
      ...tickets(7, '2026-11-04T09:00'),
      ticket('2026-11-05T09:00', { cancelled: true }),
      ticket('2026-11-05T10:00', { ourFault: true }),
      visit('2026-11-09T10:00', 50),
      visit('2026-11-16T10:00', 65, { visitId: 'second' }),
      visit('2026-11-16T13:00', 30, { visitId: 'second' }),
      trip('2026-11-09T09:00', { km: '12' }),
      trip('2026-11-16T09:00', { km: '61' }),
      part('2026-11-16T10:00', { quantity: '3', cost: '12.40' }),
    ],
    lines: { fee: 98000, tickets: 14900, site: 48000, km: 4500 + 11590, parts: 4464 },
  },
  {
    // Tuesday 16:20, 100 min: 40 min × 1, 60 min × 1,5. Rounded by 15: 105, surplus 5 in the last band.
    //   40 × 120/60 = 80,00; 65 min × 180/60 = 195,00.
    // Holiday 11.11., 30 min × 240/60 = 120,00. Saturday 14.11., 45 min × 180/60 = 135,00.
    // Lines: ×1 80,00; ×1,5 (65 + 45) 110 × 3,00 = 330,00; ×2 120,00. Sum 530,00.
    what: 'hours by the clock: an afternoon over 17:00, a holiday, a Saturday',
    month: '2026-11',
    list: listOf(perTime('work', '120.00', { bands: officeBands })),
    work: [remote('2026-11-17T16:20', 100), remote('2026-11-11T10:00', 30), remote('2026-11-14T10:00', 45)],
    lines: { work: 8000 + 33000 + 12000 },
  },
  {
    // Pool of 8 h, left from October 1,5 h (good to 30.11.). Weighed: nights (22–6) count double.
    // 3.11. 4 h: 1,5 of October + 2,5 of November (5,5 left). 12.11. 22:00–00:00 2 h = 4 h weighed (1,5 left).
    // 20.11. 3 h: 1,5 of the pool, 1,5 h from block (10 h). 27.11. 9,5 h: 8,5 of the block, 1 h × 145,00 = 145,00.
    // A block bought on 15.11. for 1 390,00.
    what: 'carried hours, a night that counts double, a block, then the rate',
    month: '2026-11',
    list: listOf(
      fee('1100.00'),
      { id: 'pool', kind: 'pool', unit: 'hour', grant: '8', per: 'month', carry: { months: 1 } },
      { id: 'block', kind: 'block', unit: 'hour', size: '10', blockPrice: '1390.00', validMonths: 12 },
      perTime('work', '145.00', {
        weigh: [{ days: ['any'], fromTime: '22:00', toTime: '06:00', factor: '2' }],
        draw: ['pool', 'block'],
      }),
    ),
    work: [
      remote('2026-11-03T08:00', 240),
      remote('2026-11-12T22:00', 120),
      bought('block', '2026-11-15T12:00'),
      remote('2026-11-20T08:00', 180),
      remote('2026-11-27T08:00', 570),
    ],
    more: {
      opening: {
        lots: [
          {
            id: 'pool@2026-10-01',
            pool: 'pool',
            kind: 'pool',
            unit: 'hour',
            granted: '480',
            left: '90',
            from: '2026-10-01',
            until: '2026-11-30',
          },
        ],
      },
    },
    lines: { fee: 110000, block: 139000, work: 14500 },
  },
  {
    // 12 devices to 9.11., 15 from 10.11.: 9 × 12 + 21 × 15 = 108 + 315 = 423 device-days × 36,00 / 30 = 507,60.
    // Users, peak 27: graduated 10 × 14,00 + 17 × 11,00 = 140 + 187 = 327,00 (included 0).
    // Minimum 1 000,00: 507,60 + 327,00 = 834,60 → 165,40.
    what: 'numbers that change: devices by the day, users by the peak, a minimum',
    month: '2026-11',
    list: listOf(
      { id: 'devices', kind: 'perUnit', unit: 'komputer', unitPrice: '36.00', change: 'daily' },
      {
        id: 'users',
        kind: 'perUnit',
        unit: 'osoba',
        unitPrice: '14.00',
        change: 'peak',
        tiers: {
          mode: 'graduated',
          steps: [
            { upTo: '10', unitPrice: '14.00' },
            { upTo: null, unitPrice: '11.00' },
          ],
        },
      },
      { id: 'least', kind: 'minimum', amountPrice: '1000.00' },
    ),
    work: [
      units('komputer', '2026-11-10T08:00', '15'),
      units('osoba', '2026-11-01T00:00', '22'),
      units('osoba', '2026-11-07T08:00', '27'),
      units('osoba', '2026-11-21T08:00', '25'),
    ],
    more: { opening: { units: { 'komputer|||': '12' } } },
    lines: { devices: 50760, users: 32700, least: 16540 },
  },
  {
    // A: 21 480 − 15 000 = 6 480; B: old meter 9 900 → 10 250 (350), new 0 → 1 130 = 1 480.
    // A above 2 000: 4 480; B: 1 480 − 2 000 < 0 → 0. 4 480 × 0,0475 = 212,80.
    // A3: 85 sheets × 0,12 = 10,20. Fee 2 × 150,00 = 300,00.
    what: 'printers: a swapped meter, an allowance of each device, large sheets',
    month: '2026-11',
    list: listOf(
      { id: 'rent', kind: 'perUnit', unit: 'urządzenie', unitPrice: '150.00', change: 'daily' },
      {
        id: 'mono',
        kind: 'perMeter',
        meters: [{ meter: 'A4' }],
        scope: 'device',
        included: '2000',
        unitPrice: '0.0475',
      },
      { id: 'large', kind: 'perMeter', meters: [{ meter: 'A3' }], scope: 'device', unitPrice: '0.12' },
    ),
    work: [
      units('urządzenie', '2026-11-01T00:00', '2'),
      read('A', 'A4', '2026-11-30T18:00', '21480'),
      read('B', 'A4', '2026-11-14T12:00', '10250', '0'),
      read('B', 'A4', '2026-11-30T18:00', '1130'),
      read('A', 'A3', '2026-11-30T18:00', '585'),
    ],
    more: {
      opening: { meters: [meter('A', 'A4', '15000'), meter('B', 'A4', '9900'), meter('A', 'A3', '500')] },
    },
    lines: { rent: 30000, mono: 21280, large: 1020 },
  },
  {
    // Calls: 3, one in the fee; 2 × 210,00 = 420,00. The free one covers 60 min, the paid ones 30.
    // First visit (free) 100 min − 60 = 40 → 60 min. Second 20 min − 30 → 0. Third 130 − 30 = 100 → 120 min.
    // 180 min × 150/60 = 450,00. Express on the third: 300,00 × 40 % = 120,00.
    // Cap of 900,00 over calls, work and express: 420 + 450 + 120 = 990,00 → −90,00.
    what: 'call-outs that cover first minutes, an express surcharge, a cap',
    month: '2026-11',
    list: listOf(
      fee('700.00'),
      {
        id: 'calls',
        kind: 'perEvent',
        events: ['callOut'],
        unitPrice: '210.00',
        included: 1,
        coversMinutes: { included: 60, charged: 30 },
      },
      perTime('work', '150.00', { afterEvent: 'calls', round: { unitMinutes: 30, scope: 'visit' } }),
      { id: 'express', kind: 'surcharge', where: { flags: ['express'] }, of: ['work'], percentBp: 4000 },
      { id: 'cap', kind: 'cap', amountPrice: '900.00', over: ['calls', 'work', 'express'] },
    ),
    work: [
      happened('callOut', '2026-11-02T08:00', { visitId: 'a' }),
      visit('2026-11-02T09:00', 100, { visitId: 'a' }),
      happened('callOut', '2026-11-10T08:00', { visitId: 'b' }),
      visit('2026-11-10T09:00', 20, { visitId: 'b' }),
      happened('callOut', '2026-11-18T08:00', { visitId: 'c' }),
      visit('2026-11-18T08:30', 130, { visitId: 'c', flags: ['express'] }),
    ],
    lines: { fee: 70000, calls: 42000, work: 45000, express: 12000, cap: -9000 },
  },
  {
    // From 16.11. the fee is 1 500,00 (15 of 30 days each): 600,00 + 750,00 = 1 350,00.
    // Allowance 6 and 10 → (15 × 6 + 15 × 10)/30 = 8. 5 tickets on 3.11., 4 on 12.11., 2 on 20.11.: the first 8
    //   are included, above them 1 of 12.11. × 80,00 and 2 of 20.11. × 95,00 = 190,00.
    // Discount 10 % on tickets: (80,00 + 190,00) × 10 % = 27,00.
    what: 'terms that changed in the middle, with a discount on the tickets',
    month: '2026-11',
    list: listOf(fee('1200.00'), perTicket(6, '80.00'), off(1000, ['tickets'])),
    work: [
      ...tickets(5, '2026-11-03T09:00'),
      ...tickets(4, '2026-11-12T09:00'),
      ...tickets(2, '2026-11-20T09:00'),
    ],
    more: {
      versions: [
        {
          validFrom: '2025-01-01',
          priceList: listOf(fee('1200.00'), perTicket(6, '80.00'), off(1000, ['tickets'])),
        },
        {
          validFrom: '2026-11-16',
          priceList: listOf(fee('1500.00'), perTicket(10, '95.00'), off(1000, ['tickets'])),
        },
      ],
    },
    lines: { fee: 60000 + 75000, tickets: 8000 + 19000, off: -2700 },
  },
  {
    // 25 cameras: 10 × 20,00 + 15 × 15,00 = 425,00. Missed twice: 3 h 10 → 1 step of 6 h, 13 h → 3 steps: 4 × 5 % = 20 %,
    // at most 15 % = 63,75. One more miss nobody has confirmed: it waits. One-off 250,00 on 18.11.
    what: 'cameras by steps, credits up to their cap, a one-off fee',
    month: '2026-11',
    list: listOf(
      {
        id: 'cameras',
        kind: 'perUnit',
        unit: 'kamera',
        unitPrice: '20.00',
        change: 'first',
        tiers: {
          mode: 'graduated',
          steps: [
            { upTo: '10', unitPrice: '20.00' },
            { upTo: null, unitPrice: '15.00' },
          ],
        },
      },
      { id: 'setup', kind: 'oneOff', amountPrice: '250.00', on: '2026-11-18' },
      {
        id: 'late',
        kind: 'credit',
        measure: 'startedHours',
        stepHours: 6,
        of: ['cameras'],
        percentBp: 500,
        capBp: 1500,
      },
    ),
    work: [
      units('kamera', '2026-11-01T00:00', '25'),
      missed('2026-11-05T12:00', { lateMinutes: 190 }),
      missed('2026-11-12T12:00', { lateMinutes: 780 }),
      missed('2026-11-20T12:00', { lateMinutes: 60, confirmed: false }),
    ],
    lines: { cameras: 42500, setup: 25000, late: -6375 },
  },
  {
    // Money in the fee: 300,00 for work. 4 entries of 20 min, rounded together: 80 → 90 min × 130/60 = 195,00, all
    // of it paid by the 300,00. Travel 3 × 70,00, the first free → 140,00, which names no pool.
    // Discount 5 % on all: 500,00 + 140,00 = 640,00 → 32,00.
    what: 'an amount in the fee, time rounded for the period, a free trip',
    month: '2026-11',
    list: listOf(
      fee('500.00'),
      { id: 'inFee', kind: 'pool', unit: 'money', grant: '300.00', per: 'month' },
      perTime('work', '130.00', { round: { unitMinutes: 30, scope: 'period' }, draw: ['inFee'] }),
      { id: 'travel', kind: 'travel', perTripPrice: '70.00', includedTrips: 1 },
      off(500, 'all'),
    ),
    work: [
      ...['02', '09', '16', '23'].map((day) => remote(`2026-11-${day}T10:00`, 20)),
      ...['02', '09', '16'].map((day) => trip(`2026-11-${day}T09:00`)),
    ],
    lines: { fee: 50000, work: 19500, travel: 14000, inFee: -19500, off: -3200 },
  },
  {
    // Points: remote 10 and 31 min → 1 + 2 = 3; a visit of 61 min → 4 + 2 × 1,5 = 7 points; Sunday × 2: remote 20 → 2.
    // 12 points − 5 of the pool = 7 × 38,00 = 266,00. Commission: 4 % of 1 250,00 = 50,00 and of 150,00 = 6,00 → least 15,00.
    what: 'points with a pool, and a commission with its least',
    month: '2026-11',
    list: listOf(
      { id: 'pool', kind: 'pool', unit: 'point', grant: '5', per: 'month' },
      points('remote', '1', 30),
      points('onSite', '1.5', 60, '4'),
      {
        id: 'buying',
        kind: 'percentage',
        events: ['purchase'],
        ratePercent: '4',
        minimumPerEventPrice: '15.00',
      },
    ),
    work: [
      remote('2026-11-03T10:00', 10),
      remote('2026-11-04T10:00', 31),
      visit('2026-11-05T10:00', 61),
      remote('2026-11-08T10:00', 20),
      happened('purchase', '2026-11-09T10:00', { value: '1250.00' }),
      happened('purchase', '2026-11-10T10:00', { value: '150.00' }),
    ],
    lines: { onSite: 19000, remote: 7600, buying: 6500 },
  },
  {
    // Overtime: more than 8 h in a day costs × 1,5. 5.11.: 6 h + 4 h = 10 h: 8 h × 100 + 2 h × 150 = 1 100,00.
    // 6.11.: 7 h 50 → 8 h (rounded by 15: 480) × 100 = 800,00. Packages of 5 tickets for 60,00: 11 tickets → 3 × 60 = 180,00.
    what: 'overtime of a day, tickets by started packages of five',
    month: '2026-11',
    list: listOf(
      perTime('work', '100.00', { overtime: { afterMinutes: 480, per: 'day', factor: '1.5' } }),
      perTicket(0, '60.00', { tiers: { mode: 'package', size: '5', packagePrice: '60.00' } }),
    ),
    work: [
      remote('2026-11-05T07:00', 360),
      remote('2026-11-05T14:00', 240),
      remote('2026-11-06T08:00', 470),
      ...tickets(11, '2026-11-09T09:00'),
    ],
    lines: { work: 80000 + 30000 + 80000, tickets: 18000 },
  },
  {
    // 24-hour clock change, 25.10.2026 at 3:00 back to 2:00: work from 1:00 for 180 min ends at 3:00 by the clock.
    // Sunday × 2 all day: 180 min × 2 × 90/60 = 540,00. A stub: the contract from 20.10. (12 of 31 days): 620 × 12/31 = 240,00.
    // Bundle of fee and devices: 4 × 25 × 12/31 = 38,709… → 38,71; bundle 650 × 12/31 = 251,612… → 251,61:
    //   240,00 + 38,71 − 251,61 = 27,10 off.
    what: 'the night with 25 hours, a contract from the 20th, a price for two items together',
    month: '2026-10',
    list: listOf(
      fee('620.00'),
      { id: 'devices', kind: 'perUnit', unit: 'serwer', unitPrice: '25.00', change: 'daily' },
      perTime('work', '90.00', { round: { unitMinutes: 1, scope: 'entry' }, bands: officeBands }),
      { id: 'together', kind: 'bundle', amountPrice: '650.00', of: ['fee', 'devices'] },
    ),
    work: [units('serwer', '2026-10-20T08:00', '4'), remote('2026-10-25T01:00', 180)],
    more: { contract: { from: '2026-10-20' }, period: { from: '2026-10-20', to: '2026-10-31' } },
    lines: { fee: 24000, devices: 3871, work: 54000, together: -2710 },
  },
]

function off(percentBp: number, on: string[] | 'all'): PriceItem {
  return { id: 'off', kind: 'discount', percentBp, on, order: 1 }
}

function points(
  place: 'remote' | 'onSite',
  pointsPerUnit: string,
  unitMinutes: number,
  basePoints?: string,
): PriceItem {
  return {
    id: place,
    kind: 'points',
    place,
    round: { unitMinutes, scope: 'entry' },
    pointsPerUnit,
    ...(basePoints !== undefined && { basePoints }),
    weigh: [{ days: ['sun'], factor: '2' }],
    draw: ['pool'],
    unitPrice: '38.00',
  }
}

for (const { what, list, month, work, more, lines } of months) {
  test(`${what}: ${Object.values(lines).reduce((a, b) => a + b, 0) / 100} net`, () => {
    const found = priced(list, monthOf(month), work, more)
    assert.deepEqual(amountsOf(found), lines)
    for (const line of found.lines) {
      if (!line.informative) assert.equal(recompute(line.explanation), line.netGrosze, line.itemId)
    }
    assert.ok(found.proof.every(({ complete }) => complete))
  })
}

test('of the missed targets one waits for a person', () => {
  const { list, work } = months.find(({ what }) => what.startsWith('cameras'))!
  const { needsDecision } = priced(list, monthOf('2026-11'), work)
  assert.deepEqual(
    needsDecision.map(({ workKind, reason }) => [workKind, reason]),
    [['miss', 'creditToConfirm']],
  )
})

//  scope       minutes that cost money of two visits of one ticket (40 + 25 and 20) and one entry of another (10), by 30
const scopes = [
  ['entry', 60 + 30 + 30 + 30],
  ['visit', 90 + 30 + 30],
  ['ticket', 90 + 30],
  ['day', 120],
  ['period', 120],
] as const

for (const [scope, minutes] of scopes) {
  test(`rounded by the ${scope}, the same entries are ${minutes} minutes`, () => {
    const at = (hour: string, length: number, ticketId: string, visitId: string) =>
      visit(`2026-11-16T${hour}`, length, { ticketId, visitId })
    const work = [
      at('08:00', 40, 't1', 'a'),
      at('09:00', 25, 't1', 'a'),
      at('12:00', 20, 't1', 'b'),
      at('14:00', 10, 't2', 'c'),
    ]
    const list = listOf(perTime('work', '60.00', { round: { unitMinutes: 30, scope } }))
    assert.equal(priced(list, monthOf('2026-11'), work).netGrosze, minutes * 100)
  })
}
