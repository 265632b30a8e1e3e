/**
 * What must hold for any price list and any work: every registered unit ends in
 * exactly one bin, every amount follows from its explanation alone, and quantity
 * times unit price gives the amount that stands on the invoice.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import 'temporal-polyfill/global'
import { dec, fromGrosze, mul, sum, toGrosze, toText } from '../base/decimal.ts'
import { binNames, wholeInto, type BinPart } from './bins.ts'
import { packageLeft } from './package-left.ts'
import { problemsOfPriceList } from './price-list-problems.ts'
import type { Covered, PriceItem, PriceList } from './price-list.ts'
import { priceOfPeriod, type PeriodInput } from './price-period.ts'
import { recompute } from './recompute.ts'
import { minutesOf, type WorkItem } from './work.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => toText(fromGrosze(n)))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const prorate = fc.constantFrom('up', 'full') as fc.Arbitrary<'up' | 'full'>
const vat = maybe(fc.constantFrom('23', '8', 'zw')) as fc.Arbitrary<'23' | '8' | 'zw' | undefined>

const fee = fc.record({
  id: fc.constant('fee'),
  kind: fc.constant('flatFee' as const),
  vat,
  feePrice: cents(500_000),
  timing: fc.constant('arrears' as const),
  covers: maybe(fc.constantFrom<Covered[][]>(['tickets', 'time'], ['travel', 'material'])),
})
const tickets = fc.record({
  id: fc.constant('tix'),
  kind: fc.constant('perTicket' as const),
  vat,
  included: fc.nat(8),
  unitPrice: cents(20_000),
  countedBy: fc.constantFrom('reportedAt' as const, 'resolvedAt' as const),
  excludes: fc.subarray(['cancelled', 'merged', 'ourFault', 'warranty'] as const).map((some) => [...some]),
  exceptPriorities: fc.constantFrom([], ['P1']),
  prorateIncluded: prorate,
})
const timeItem = (place: 'remote' | 'onSite') =>
  fc.record({
    id: fc.constant(place),
    kind: fc.constant('perTime' as const),
    vat,
    place: fc.constant(place),
    includedMinutes: fc.nat(300),
    hourPrice: cents(30_000),
    round: fc.record({
      unitMinutes: fc.constantFrom(1, 10, 15, 30, 60),
      scope: fc.constantFrom('entry', 'visit', 'ticket', 'day', 'period') as fc.Arbitrary<'entry'>,
      firstMinutes: maybe(fc.constantFrom(30, 60)),
      minimumMinutes: maybe(fc.constantFrom(20, 45)),
    }),
    flatUpTo: maybe(fc.record({ minutes: fc.constant(15), price: cents(9000) })),
    prorateIncluded: prorate,
  })
const travel = fc.record({
  id: fc.constant('trip'),
  kind: fc.constant('travel' as const),
  vat,
  perTripPrice: maybe(cents(9000)),
  perKmPrice: maybe(cents(500)),
  zones: maybe(
    fc.constant([
      { zone: 'I', perTripPrice: '0.00' },
      { zone: 'II', perTripPrice: '110.00' },
    ]),
  ),
})
const material = fc.record({
  id: fc.constant('mat'),
  kind: fc.constant('material' as const),
  vat,
  costPlusBp: maybe(fc.nat(5000)),
  listPrices: maybe(fc.constant({ bezpiecznik: '12.345' })),
})
const units = fc.record({
  id: fc.constant('dev'),
  kind: fc.constant('perUnit' as const),
  unit: fc.constant('device'),
  unitPrice: cents(9000),
})
const minimum = fc.record({
  id: fc.constant('min'),
  kind: fc.constant('minimum' as const),
  amountPrice: cents(300_000),
})
const cap = fc.record({
  id: fc.constant('cap'),
  kind: fc.constant('cap' as const),
  amountPrice: cents(300_000),
})
const discount = fc.record({
  id: fc.constant('off'),
  kind: fc.constant('discount' as const),
  percentBp: fc.nat(5000),
  on: fc.constantFrom('all' as const, ['fee'], ['tix', 'remote']),
  until: maybe(fc.constantFrom('2026-10-31', '2026-11-12', '2027-01-31')),
  order: fc.nat(3),
})
const discountOfMoney = fc.record({
  id: fc.constant('gift'),
  kind: fc.constant('discount' as const),
  amountPrice: cents(50_000),
  on: fc.constant('all' as const),
  order: fc.nat(3),
})

const someItems: fc.Arbitrary<PriceItem[]> = fc
  .tuple(
    ...[
      fee,
      tickets,
      timeItem('remote'),
      timeItem('onSite'),
      travel,
      material,
      units,
      minimum,
      cap,
      discount,
      discountOfMoney,
    ].map((one) => maybe(one as fc.Arbitrary<PriceItem>)),
  )
  .map((items) => items.filter((item) => item !== undefined))
const priceList: fc.Arbitrary<PriceList> = someItems.map((items) => ({ currency: 'PLN', vat: '23', items }))

/** From the last days of October to the first of December, so that some work is of another month. */
const moment = fc
  .integer({ min: 0, max: 34 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2026-10-30T00:00:00Z').add({ minutes }).toString())
const ticketId = maybe(fc.nat(9).map((n) => `t${n}`))
const judged = {
  waived: seldom(fc.constant({ reason: 'gest' })),
  outOfScope: seldom(fc.constant({ clause: '§ 3' })),
}
const rarely = seldom(fc.constant(true))

const works: fc.Arbitrary<WorkItem[]> = fc
  .tuple(
    fc.array(
      fc.record({
        reportedAt: moment,
        resolvedAt: maybe(moment),
        priority: fc.constantFrom('P1', 'P3'),
        cancelled: rarely,
        ourFault: rarely,
        warranty: rarely,
        mergedInto: seldom(fc.constantFrom('t0', 't1')),
        ...judged,
      }),
      { maxLength: 9 },
    ),
    fc.array(
      fc.record({
        ticketId,
        startedAt: moment,
        minutes: fc.nat(400),
        place: fc.constantFrom('remote', 'onSite') as fc.Arbitrary<'remote'>,
        ...judged,
      }),
      { maxLength: 9 },
    ),
    fc.array(
      fc.record({
        ticketId,
        at: moment,
        km: maybe(cents(20_000)),
        zone: maybe(fc.constantFrom('I', 'II', 'III')),
        ...judged,
      }),
      { maxLength: 5 },
    ),
    fc.array(
      fc.record({
        ticketId,
        usedAt: moment,
        name: fc.constantFrom('bezpiecznik', 'kabel', 'constructor'),
        quantity: cents(900),
        unit: fc.constant('szt.'),
        unitPrice: maybe(cents(9000)),
        cost: maybe(cents(9000)),
        ...judged,
      }),
      { maxLength: 5 },
    ),
    fc.array(
      fc.record({
        unit: fc.constantFrom('device', 'user'),
        quantity: fc.nat(40).map(String),
        countedAt: moment,
      }),
      { maxLength: 2 },
    ),
  )
  .map(([ticketsDone, times, trips, materials, counts]) => [
    ...ticketsDone.map((one, i): WorkItem => ({ kind: 'ticket', id: `t${i}`, number: `Z-${i}`, ...one })),
    ...times.map((one, i): WorkItem => ({ kind: 'time', id: `e${i}`, ...one })),
    ...trips.map((one, i): WorkItem => ({ kind: 'trip', id: `k${i}`, ...one })),
    ...materials.map((one, i): WorkItem => ({ kind: 'material', id: `m${i}`, ...one })),
    ...counts.map((one, i): WorkItem => ({ kind: 'units', id: `u${i}`, ...one })),
  ])

const input: fc.Arbitrary<PeriodInput> = fc
  .record({
    lists: fc.tuple(priceList, priceList),
    changesOn: fc.constantFrom('2026-11-02', '2026-11-16', '2026-11-30'),
    from: fc.constantFrom('2026-01-01', '2026-11-07'),
    to: maybe(fc.constantFrom('2026-11-20', '2026-12-31')),
    work: works,
    drawnBefore: fc.constantFrom<Record<string, string>[]>({}, { tix: '3', remote: '75' }),
  })
  .map(({ lists, changesOn, from, to, work, drawnBefore }) => ({
    period: november,
    fullPeriod: november,
    contract: { from, to },
    versions: [
      { validFrom: '2026-01-01', priceList: lists[0] },
      { validFrom: changesOn, priceList: lists[1] },
    ],
    work,
    timezone: 'Europe/Warsaw',
    drawnBefore,
  }))

const holds = (what: string, check: (period: PeriodInput) => void) =>
  test(what, () => fc.assert(fc.property(input, check), { numRuns: 400, interruptAfterTimeLimit: 30_000 }))

test('the random periods meet every kind of line and every bin but that of prepaid blocks', () => {
  const seen = new Set<string>()
  for (const period of fc.sample(input, 400)) {
    const { lines, bins } = priceOfPeriod(period)
    lines.forEach((line) => seen.add(line.explanation.model))
    bins.forEach((part) => seen.add(part.bin))
  }
  const models = [
    'flatFee',
    'perUnit',
    'perTicket',
    'perTime',
    'flatContact',
    'trips',
    'kilometres',
    'material',
  ]
  const expected = [...models, 'minimum', 'cap', 'discount', ...binNames.filter((bin) => bin !== 'block')]
  assert.deepEqual([...seen].sort(), expected.sort())
})

const total = (parts: BinPart[]) => toText(sum(parts.map((part) => dec(part.quantity))))

holds('every registered unit of work ends in exactly one bin, and nothing is added or lost', (period) => {
  const { bins, proof } = priceOfPeriod(period)
  for (const work of period.work) {
    for (const raw of wholeInto(work, { bin: 'pending' })) {
      const mine = bins.filter((part) => part.workId === work.id && part.unit === raw.unit)
      assert.equal(total(mine), toText(dec(raw.quantity)))
      assert.equal(new Set(mine.map((part) => part.bin)).size, mine.length)
    }
  }
  const known = new Set(period.work.map((work) => work.id))
  assert(bins.every((part) => known.has(part.workId)))
  assert(proof.every((one) => one.complete))
})

holds('every amount follows from its explanation alone, also after a walk through JSON', (period) => {
  for (const line of priceOfPeriod(period).lines) {
    const stored = JSON.parse(JSON.stringify(line.explanation)) as typeof line.explanation
    assert.equal(line.informative ? 0 : recompute(stored), line.netGrosze)
  }
})

holds('quantity times unit price gives the amount of the line', (period) => {
  for (const line of priceOfPeriod(period).lines) {
    assert.equal(toGrosze(mul(dec(line.quantity), dec(line.unitPrice))), line.netGrosze)
  }
})

holds('one line for each item, thing, price and VAT rate', (period) => {
  const { lines } = priceOfPeriod(period)
  const keys = lines
    .filter((line) => !['flatFee', 'perUnit', 'discount'].includes(line.kind))
    .map((line) =>
      JSON.stringify([
        line.itemId,
        line.name,
        line.unit,
        line.unitPrice,
        line.vat,
        line.explanation.model,
        variant(line.explanation),
      ]),
    )
  assert.equal(new Set(keys).size, keys.length)
})

holds('the same facts in another order cost the same', (period) => {
  const turned = { ...period, work: [...period.work].reverse() }
  const nets = (one: PeriodInput) =>
    priceOfPeriod(one)
      .lines.map((line) => `${line.itemId} ${line.netGrosze}`)
      .sort()
  assert.deepEqual(nets(turned), nets(period))
})

holds('what is charged above an allowance is what the allowance does not hold', (period) => {
  for (const { explanation } of priceOfPeriod(period).lines) {
    if (explanation.model === 'perTicket') {
      const left = Math.max(
        Number(explanation.allowance.granted) - Number(explanation.allowance.drawnBefore),
        0,
      )
      assert.equal(explanation.included, Math.min(explanation.counted, left))
      assert.equal(explanation.overage, explanation.counted - explanation.included)
    }
    if (explanation.model === 'perTime') {
      const { countedMinutes, includedMinutes, overageMinutes, flatMinutes, rawMinutes } = explanation
      assert.equal(countedMinutes, includedMinutes + overageMinutes + flatMinutes)
      assert(countedMinutes >= rawMinutes)
    }
  }
})

holds('what is said to be left of a package is what the next ticket finds', (period) => {
  const packages = packageLeft(period).filter((one) => one.kind === 'tickets')
  const { bins } = priceOfPeriod(period)
  for (const one of packages) {
    const mine = bins.filter((part) => part.itemId === one.itemId && part.unit === 'ticket')
    const included = mine.filter((part) => part.bin === 'included').length
    const before = Math.min(Number(period.drawnBefore?.[one.itemId] ?? '0'), one.included)
    assert.equal(one.left, one.included - before - included)
    if (one.left > 0) assert.equal(one.next.priceGrosze, 0)
  }
})

test('problems of a price list are told for anything at all that is typed, and never thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.anything()), (anything, items) => {
      assert(Array.isArray(problemsOfPriceList(anything as PriceList)))
      assert(Array.isArray(problemsOfPriceList({ currency: 'PLN', vat: '23', items } as PriceList)))
    }),
  )
  const kinds = [
    'flatFee',
    'perTicket',
    'perTime',
    'travel',
    'material',
    'perUnit',
    'minimum',
    'cap',
    'discount',
  ]
  const broken = fc.record(
    {
      id: fc.anything(),
      kind: fc.constantFrom(...kinds),
      feePrice: fc.anything(),
      unitPrice: fc.anything(),
      hourPrice: fc.anything(),
      amountPrice: fc.anything(),
      included: fc.anything(),
      round: fc.anything(),
      flatUpTo: fc.anything(),
      zones: fc.anything(),
      excludes: fc.anything(),
      covers: fc.anything(),
      over: fc.anything(),
      on: fc.anything(),
      until: fc.anything(),
      listPrices: fc.anything(),
      percentBp: fc.anything(),
      vat: fc.anything(),
    },
    { requiredKeys: ['kind'] },
  )
  fc.assert(
    fc.property(fc.array(broken, { maxLength: 4 }), (items) => {
      problemsOfPriceList({ currency: 'PLN', vat: '23', items } as unknown as PriceList)
    }),
    { numRuns: 500 },
  )
})

test('entries of a stopped timer count to the nearest minute', () => {
  const entry = {
    kind: 'time',
    id: 'e',
    startedAt: '2026-11-10T10:00:00Z',
    endedAt: '2026-11-10T10:40:31Z',
    place: 'remote',
  } as const
  assert.equal(minutesOf(entry), 41)
})

/** What makes two lines of one item differ although they may cost the same. */
function variant(explanation: object): unknown {
  const { by, zone, basis, cost, upToMinutes } = explanation as Record<string, unknown>
  return [by, zone, basis, cost, upToMinutes]
}
