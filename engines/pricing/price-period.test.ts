/**
 * Whole periods, recomputed by hand: the lists of the trades, the story of the
 * bakery, months in which the terms changed, months that are not whole.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { workOfExample } from './example.ts'
import type { PriceItem, PriceList } from './price-list.ts'
import { priceOfPeriod, type PeriodInput } from './price-period.ts'
import type { Ticket, TimeEntry, WorkItem } from './work.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const timezone = 'Europe/Warsaw'

const list = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })

const fee = (feePrice: string): PriceItem => ({ id: 'fee', kind: 'flatFee', feePrice, timing: 'arrears' })
const tickets = (included: number, unitPrice: string, more: object = {}): PriceItem => ({
  id: 'tix',
  kind: 'perTicket',
  included,
  unitPrice,
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
  prorateIncluded: 'up',
  ...more,
})
const hourly = (hourPrice: string, more: object = {}): PriceItem => ({
  id: 'work',
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice,
  round: { unitMinutes: 15, scope: 'entry' },
  ...more,
})

const bakery = list(
  fee('1200.00'),
  tickets(10, '85.00'),
  hourly('180.00', {
    id: 'onSite',
    place: 'onSite',
    includedMinutes: 240,
    round: { unitMinutes: 30, firstMinutes: 60, scope: 'visit' },
  }),
)
const office12 = list(fee('1450.00'), tickets(12, '95.00', { exceptPriorities: ['P1'] }))
const oneRate = list(
  hourly('190.00'),
  { id: 'min', kind: 'minimum', amountPrice: '800.00' },
  { id: 'cap', kind: 'cap', amountPrice: '4500.00' },
)
const discounted = list(
  fee('640.00'),
  tickets(4, '130.00'),
  { id: 'd1', kind: 'discount', on: ['fee'], percentBp: 1500, until: '2027-01-31', order: 1 },
  { id: 'd2', kind: 'discount', on: 'all', percentBp: 300, order: 2 },
)
const onCall = list(
  hourly('196.00', { id: 'remote', place: 'remote', flatUpTo: { minutes: 15, price: '49.00' } }),
  {
    id: 'trip',
    kind: 'travel',
    zones: [
      { zone: 'I', perTripPrice: '60.00' },
      { zone: 'II', perTripPrice: '110.00' },
    ],
  },
)
const cooling = list(
  { id: 'km', kind: 'travel', perKmPrice: '2.30', minimumPerTripPrice: '69.00' },
  { id: 'mat', kind: 'material', costPlusBp: 1800, listPrices: { R32: '310.00' } },
)

const warsaw = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).toInstant().toString()
const ticket = (n: number, more: Partial<Ticket> = {}): Ticket => ({
  kind: 'ticket',
  id: `t${n}`,
  number: `Z-${n}`,
  reportedAt: warsaw(`2026-11-${String(1 + (n % 30)).padStart(2, '0')}T10:00`),
  ...more,
})
const entry = (id: string, at: string, minutes: number, more: Partial<TimeEntry> = {}): TimeEntry => ({
  kind: 'time',
  id,
  startedAt: warsaw(at),
  minutes,
  place: 'remote',
  ...more,
})
const many = (n: number, from = 1) => Array.from({ length: n }, (_, i) => ticket(from + i))

function priced(priceList: PriceList, work: WorkItem[], more: Partial<PeriodInput> = {}) {
  return priceOfPeriod({
    period: november,
    fullPeriod: november,
    contract: { from: '2026-01-01' },
    versions: [{ validFrom: '2026-01-01', priceList }],
    work,
    timezone,
    ...more,
  })
}

const seventeen = [
  ...many(13),
  ticket(14, { cancelled: true }),
  ticket(15, { mergedInto: 't1' }),
  ticket(16, { mergedInto: 't2' }),
  ticket(17, { priority: 'P1' }),
]
const remotely = [9, 15, 16, 44, 61].map((minutes, i) => entry(`r${i}`, `2026-11-1${i}T09:00`, minutes))
const trip = (id: string, more: object): WorkItem => ({
  kind: 'trip',
  id,
  at: warsaw('2026-11-17T16:00'),
  ...more,
})
const visits = [trip('v1', { zone: 'I' }), trip('v2', { zone: 'I' })]
const material = (id: string, more: object): WorkItem => ({
  kind: 'material',
  id,
  usedAt: warsaw('2026-11-17T16:00'),
  name: 'część',
  quantity: '1',
  unit: 'szt.',
  ...more,
})
const entriesOf = (...minutes: number[]) => minutes.map((one, i) => entry(`e${i}`, '2026-11-10T10:00', one))
const stub = { period: { from: '2026-11-19', to: '2026-11-30' }, contract: { from: '2026-11-19' } }
const late = (n: number) => many(n, 20).map((one) => ({ ...one, reportedAt: warsaw('2026-11-25T10:00') }))
const february = { from: '2027-02-01', to: '2027-02-28' }
const inFebruary = workOfExample({ tickets: 5 }, february, timezone)

//  what it shows                                   price list   work                        more  net
const cases: [string, PriceList, WorkItem[], Partial<PeriodInput>, number][] = [
  ['13 tickets and a merged duplicate', bakery, [...many(13), ticket(14, { mergedInto: 't3' })], {}, 145500],
  ['10 tickets are in the fee', bakery, many(10), {}, 120000],
  ['no tickets', bakery, [], {}, 120000],
  [
    '3 h 20 min on site of 4 h in the fee',
    bakery,
    [entry('s', '2026-11-10T10:00', 200, { place: 'onSite' })],
    {},
    120000,
  ],
  [
    '4 h 10 min on site: the fifth hour begun is half an hour',
    bakery,
    [entry('s', '2026-11-10T10:00', 250, { place: 'onSite' })],
    {},
    129000,
  ],
  ['IT-1 a: 17 registered, 13 counted', office12, seventeen, {}, 154500],
  ['IT-1 b: 9 counted', office12, many(9), {}, 145000],
  ['IT-1 c: from the 19th, 7 counted, 5 of them in the package', office12, late(7), stub, 77000],
  ['IT-2: remote contacts, the short ones flat', onCall, remotely, {}, 58800],
  ['IT-2: two trips into zone I', onCall, visits, {}, 12000],
  ['IT-2 b: a trip into zone II', onCall, [trip('v3', { zone: 'II' })], {}, 11000],
  [
    'HV-1 a: trips of 22, 86 and 22 km, a part',
    cooling,
    [...['22', '86', '22'].map((km, i) => trip(`k${i}`, { km })), material('m', { cost: '412.50' })],
    {},
    82255,
  ],
  [
    'HV-1 b: 41 km, 1.4 kg from the list',
    cooling,
    [trip('k', { km: '41' }), material('m', { name: 'R32', quantity: '1.4', unit: 'kg' })],
    {},
    52830,
  ],
  ['GE-1 a: raised to the minimum', oneRate, entriesOf(225), {}, 80000],
  ['GE-1 b: held by the cap', oneRate, entriesOf(1560), {}, 450000],
  ['GE-1 c: every entry rounded by itself', oneRate, entriesOf(20, 35, 52, 118), {}, 80750],
  ['GE-4 a: discounts in their order', discounted, many(6), {}, 77988],
  [
    'GE-4 b: in February without the dated one',
    discounted,
    inFebruary,
    { period: february, fullPeriod: february },
    74690,
  ],
]

for (const [what, priceList, work, more, net] of cases) {
  test(`${what}: ${net / 100} net`, () => {
    assert.equal(priced(priceList, work, more).netGrosze, net)
  })
}

test('a fee of a part of a month is owed for its days', () => {
  const { lines } = priced(office12, [], stub)
  assert.deepEqual(
    lines.map((line) => [line.itemId, line.quantity, line.unitPrice, line.netGrosze, line.period]),
    [['fee', '1', '580.00', 58000, { from: '2026-11-19', to: '2026-11-30' }]],
  )
})

test('a package of 12 is 5 for twelve days of thirty, and its explanation says so', () => {
  const { lines } = priced(office12, late(7), stub)
  const { explanation } = lines[1]!
  assert(explanation.model === 'perTicket')
  assert.deepEqual(
    [explanation.counted, explanation.allowance.granted, explanation.included, explanation.overage],
    [7, '5', 5, 2],
  )
})

test('an allowance may stay full in a part of a month', () => {
  const full = list(fee('1450.00'), tickets(12, '95.00', { prorateIncluded: 'full' }))
  assert.equal(priced(full, late(13), stub).netGrosze, 58000 + 9500)
})

const dearer = [
  { validFrom: '2026-01-01', priceList: list(fee('1200.00'), tickets(10, '85.00')) },
  { validFrom: '2026-11-16', priceList: list(fee('1500.00'), tickets(12, '90.00')) },
]

test('terms that changed on the 16th: fees by days, one package, each ticket at the price of its day', () => {
  const early = many(12).map((one) => ({ ...one, reportedAt: warsaw('2026-11-03T10:00') }))
  const { lines, netGrosze } = priced(bakery, [...early, ...late(3)], { versions: dearer })
  assert.deepEqual(
    lines.map((line) => [line.itemId, line.quantity, line.unitPrice, line.netGrosze, line.period.from]),
    [
      ['fee', '1', '600.00', 60000, '2026-11-01'],
      ['fee', '1', '750.00', 75000, '2026-11-16'],
      ['tix', '1', '85.00', 8500, '2026-11-01'],
      ['tix', '3', '90.00', 27000, '2026-11-16'],
    ],
  )
  assert.equal(netGrosze, 60000 + 75000 + 8500 + 27000)
})

test('an amendment that leaves the fee alone leaves one line of the whole fee', () => {
  const versions = [
    dearer[0]!,
    { validFrom: '2026-11-16', priceList: list(fee('1200.00'), tickets(11, '85.00')) },
  ]
  const { lines } = priced(bakery, [], { versions })
  assert.deepEqual(
    lines.map((line) => [line.quantity, line.unitPrice, line.netGrosze, line.period]),
    [['1', '1200.00', 120000, november]],
  )
})

test('of two versions that begin on one day the later recorded stands', () => {
  const versions = [...dearer, { validFrom: '2026-11-16', priceList: list(fee('1800.00')) }]
  assert.equal(priced(bakery, [], { versions }).netGrosze, 60000 + 90000)
})

test('the fee of next month stands on the bill of this one, with its own period', () => {
  const ahead = list(
    { id: 'fee', kind: 'flatFee', feePrice: '1450.00', timing: 'advance' },
    tickets(12, '95.00'),
  )
  const december = { from: '2026-12-01', to: '2026-12-31' }
  const { lines } = priced(ahead, many(13), {
    feesInAdvanceFor: [{ period: december, fullPeriod: december }],
  })
  assert.deepEqual(
    lines.map((line) => [line.itemId, line.netGrosze, line.period]),
    [
      ['fee', 145000, december],
      ['tix', 9500, november],
    ],
  )
})

test('tickets reported at one moment use the package in the order of their numbers', () => {
  const same = [1000, 998, 999].map((n) => ticket(n, { reportedAt: warsaw('2026-11-03T10:00') }))
  const { bins } = priced(list(tickets(2, '85.00')), same)
  assert.deepEqual(
    bins.map((part) => [part.workId, part.bin]),
    [
      ['t1000', 'overage'],
      ['t998', 'included'],
      ['t999', 'included'],
    ],
  )
})

test('where the contract counts resolved tickets, one not resolved yet waits for its month', () => {
  const byResolve = list(tickets(0, '85.00', { countedBy: 'resolvedAt' }))
  const work = [
    ticket(1, { reportedAt: warsaw('2026-10-28T10:00'), resolvedAt: warsaw('2026-11-02T10:00') }),
    ticket(2),
    ticket(3, { resolvedAt: warsaw('2026-12-01T00:00') }),
  ]
  const { bins, netGrosze } = priced(byResolve, work)
  assert.deepEqual(
    bins.map((part) => [part.bin, part.reason]),
    [
      ['overage', undefined],
      ['notCounted', 'notResolvedYet'],
      ['notCounted', 'otherPeriod'],
    ],
  )
  assert.equal(netGrosze, 8500)
})

test('a report half an hour after midnight on 1 December in Warsaw is not November work', () => {
  const { bins } = priced(bakery, [ticket(1, { reportedAt: '2026-11-30T23:30:00Z' })])
  assert.equal(bins[0]!.reason, 'otherPeriod')
})

//  what it shows                               work                                                                      bin            reason
const pricedWithTicket = [
  [
    'time on an included ticket',
    [ticket(1), entry('e', '2026-11-05T10:00', 40, { ticketId: 't1' })],
    'included',
    'pricedByTicket',
  ],
  [
    'time on a ticket above the package',
    [ticket(1), ticket(2), ticket(3), entry('e', '2026-11-05T10:00', 40, { ticketId: 't3' })],
    'overage',
    'pricedByTicket',
  ],
  [
    'time on a duplicate goes with the ticket it was merged into',
    [ticket(1), ticket(4, { mergedInto: 't1' }), entry('e', '2026-11-05T10:00', 40, { ticketId: 't4' })],
    'included',
    'pricedByTicket',
  ],
  [
    'time on a ticket of our own fault',
    [ticket(1, { ourFault: true }), entry('e', '2026-11-05T10:00', 40, { ticketId: 't1' })],
    'notCounted',
    'ourFault',
  ],
  ['time without a ticket', [entry('e', '2026-11-05T10:00', 40)], 'pending', 'noItemPricesIt'],
  [
    'time on a ticket nobody knows',
    [entry('e', '2026-11-05T10:00', 40, { ticketId: 'x' })],
    'pending',
    'ticketUnknown',
  ],
  ['a trip that nothing prices', [trip('k', {})], 'pending', 'noItemPricesIt'],
  ['a trip that was waived', [trip('k', { waived: { reason: 'połączony z innym' } })], 'waived', undefined],
  [
    'work that the contract leaves out',
    [entry('e', '2026-11-05T10:00', 40, { outOfScope: { clause: '§ 3' } })],
    'outOfScope',
    undefined,
  ],
] as const

for (const [what, work, bin, reason] of pricedWithTicket) {
  test(`${what}: ${bin} ${reason ?? ''}`, () => {
    const { bins } = priced(list(tickets(2, '85.00')), [...work])
    assert.deepEqual([bins.at(-1)!.bin, bins.at(-1)!.reason], [bin, reason])
  })
}

test('time on a ticket of another month is priced with that ticket', () => {
  const october = ticket(1, { reportedAt: warsaw('2026-10-20T10:00') })
  const work = [entry('e', '2026-11-05T10:00', 40, { ticketId: 't1' })]
  const { bins } = priced(list(tickets(2, '85.00')), work, { otherTickets: [october] })
  assert.deepEqual([bins[0]!.bin, bins[0]!.reason], ['notCounted', 'ticketOfOtherPeriod'])
})

test('hours on our own fault and under warranty are not charged', () => {
  const work = [ticket(1, { warranty: true }), entry('e', '2026-11-05T10:00', 40, { ticketId: 't1' })]
  const { bins, netGrosze } = priced(list(hourly('190.00')), work)
  assert.deepEqual([bins[1]!.bin, bins[1]!.reason, netGrosze], ['notCounted', 'warranty', 0])
})

test('work on days without terms in force waits for a person', () => {
  const { bins, needsDecision, netGrosze } = priced(oneRate, [entry('e', '2026-11-05T10:00', 60)], stub)
  assert.deepEqual([bins[0]!.bin, bins[0]!.reason], ['notCounted', 'otherPeriod'])
  assert.equal(needsDecision.length, 0)
  assert.equal(netGrosze, 32000)
  const gap = priced(oneRate, [entry('e', '2026-11-05T10:00', 60)], { contract: { from: '2026-11-19' } })
  assert.deepEqual([gap.needsDecision[0]!.workId, gap.needsDecision[0]!.reason], ['e', 'noTermsInForce'])
})

test('the allowance is drawn from the oldest work on, and the surplus of rounding stands apart', () => {
  const pool = list(hourly('180.00', { includedMinutes: 55 }))
  const { bins, lines } = priced(pool, [
    entry('b', '2026-11-12T10:00', 20),
    entry('a', '2026-11-10T10:00', 40),
  ])
  assert.deepEqual(
    bins.map((part) => [part.workId, part.bin, part.quantity, part.surplus]),
    [
      ['b', 'included', '10', undefined],
      ['b', 'overage', '10', '10'],
      ['a', 'included', '40', '5'],
    ],
  )
  assert.deepEqual([lines[0]!.quantity, lines[0]!.netGrosze], ['0.333333', 6000])
})

test('work that is in the fee makes a line that costs nothing and explains itself', () => {
  const { lines } = priced(bakery, [entry('s', '2026-11-10T10:00', 200, { place: 'onSite' })])
  const line = lines[1]!
  assert.deepEqual([line.informative, line.netGrosze, line.workIds], [true, 0, ['s']])
  assert(line.explanation.model === 'perTime')
  assert.deepEqual([line.explanation.rawMinutes, line.explanation.includedMinutes], [200, 210])
})

test('late work finds what issued work has left of the package', () => {
  const { lines, netGrosze } = priced(bakery, many(3), { onlyWork: true, drawnBefore: { tix: '9' } })
  assert.deepEqual([lines.length, netGrosze], [1, 17000])
})

test('late work inside a minimum that was paid costs nothing more', () => {
  const billedBefore = { work: 71250, min: 8750 }
  const { netGrosze, lines } = priced(oneRate, entriesOf(15), { onlyWork: true, billedBefore })
  assert.equal(netGrosze, 0)
  assert.deepEqual(
    lines.map((line) => line.netGrosze),
    [4750, -4750],
  )
})

test('a device fee of a part of a month is owed for its days', () => {
  const devices = list({ id: 'dev', kind: 'perUnit', unit: 'urządzenie', unitPrice: '89.00' })
  const count: WorkItem = {
    kind: 'units',
    id: 'u',
    unit: 'urządzenie',
    quantity: '6',
    countedAt: warsaw('2026-11-20T10:00'),
  }
  assert.equal(priced(devices, [count]).netGrosze, 53400)
  assert.equal(priced(devices, [count], stub).netGrosze, 21360)
})

test('a discount over two VAT rates is one line for each', () => {
  const two = list(
    fee('100.00'),
    { id: 'other', kind: 'flatFee', feePrice: '200.00', timing: 'arrears', vat: '8' },
    { id: 'd', kind: 'discount', on: 'all', amountPrice: '30.01', order: 1 },
  )
  const { lines } = priced(two, [])
  assert.deepEqual(
    lines.slice(2).map((line) => [line.vat, line.netGrosze]),
    [
      ['23', -1000],
      ['8', -2001],
    ],
  )
})

test('a discount that ends on the 15th takes half of its percentage from the month', () => {
  const half = list(fee('1000.00'), {
    id: 'd',
    kind: 'discount',
    on: ['fee'],
    percentBp: 1000,
    until: '2026-11-15',
    order: 1,
  })
  assert.equal(priced(half, []).netGrosze, 95000)
})

test('a fee that covers time includes it, and says by which item', () => {
  const allIn = list({
    id: 'fee',
    kind: 'flatFee',
    feePrice: '900.00',
    timing: 'arrears',
    covers: ['tickets', 'time'],
  })
  const { bins } = priced(allIn, [ticket(1), entry('e', '2026-11-05T10:00', 40, { ticketId: 't1' })])
  assert.deepEqual(
    bins.map((part) => [part.bin, part.reason, part.itemId]),
    [
      ['included', 'coveredByFee', 'fee'],
      ['included', 'coveredByFee', 'fee'],
    ],
  )
})
