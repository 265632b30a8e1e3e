/**
 * What must hold for any price list over any months. Chance invents lists, months of mixed
 * work and what went before; a naive simulator that thinks in single minutes is the second
 * opinion. `OPIEKUN_TRIAL_TIMES` makes it so many times longer.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import 'temporal-polyfill/global'
import { add, dec, toText, zero, type Decimal } from '../base/decimal.ts'
import { rawOf, type BinPart } from './bins.ts'
import { simulate, type NaiveLot } from './naive-simulator.ts'
import type { Band, PriceItem, PriceList } from './price-list.ts'
import { problemsOfPriceList } from './price-list-problems.ts'
import { recompute } from './recompute.ts'
import { listOf, monthOf, priced, pricedMonths } from './testing.ts'
import type { WorkItem } from './work.ts'

const times = Number(process.env['OPIEKUN_TRIAL_TIMES'] ?? 1)
/** The daily run draws the same cases each time; the trial draws anew. */
const runs = (n: number) => ({ numRuns: n * times, ...(times === 1 && { seed: 20_261_123 }) })
const months = ['2026-10', '2026-11', '2026-12'] as const

const cents = (most: number) => fc.integer({ min: 1, max: most }).map((n) => (n / 100).toFixed(2))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const clock = fc.constantFrom('06:00', '07:30', '16:00', '17:00', '20:00', '22:00')
const without = <T extends object>(item: T): T =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T

const bands: fc.Arbitrary<Band[]> = fc
  .record({
    from: clock,
    to: clock,
    night: fc.constantFrom('1.5', '2', '2.5'),
    free: fc.constantFrom('1.5', '2'),
    own: maybe(cents(40_000)),
  })
  .map(({ from, to, night, free, own }) => [
    { days: ['sun', 'holiday'], factor: free },
    own === undefined || from === to
      ? { days: ['any'], fromTime: '22:00', toTime: '06:00', factor: night }
      : { days: ['any'], fromTime: from, toTime: to, hourPrice: own },
    { days: ['sat'], factor: night },
    { days: ['any'], factor: '1' },
  ])
const weigh: fc.Arbitrary<Band[]> = fc.constantFrom<Band[][]>(
  [{ days: ['any'], fromTime: '22:00', toTime: '06:00', factor: '2' }],
  [{ days: ['sat', 'sun', 'holiday'], factor: '1.5' }],
)
const round = fc
  .record({
    unitMinutes: fc.constantFrom(1, 15, 30, 60),
    scope: fc.constantFrom('entry' as const, 'visit' as const, 'ticket' as const, 'day' as const),
    firstMinutes: maybe(fc.constantFrom(30, 60)),
    minimumMinutes: maybe(fc.constantFrom(20, 45)),
    surplus: maybe(fc.constantFrom('lastBand' as const, 'extend' as const)),
  })
  .map(without)
const time = (place: 'remote' | 'onSite') =>
  fc
    .record({
      hourPrice: cents(30_000),
      round,
      bands: maybe(bands),
      weigh: maybe(weigh),
      draw: fc.constantFrom(undefined, ['pool'], ['block'], ['pool', 'block']),
    })
    .map((own) => without({ id: place, kind: 'perTime' as const, place, includedMinutes: 0, ...own }))
const pool = fc
  .record({
    grant: fc.constantFrom('2', '4.5', '8'),
    carry: maybe(
      fc.record({ months: fc.constantFrom(1, 2), cap: maybe(fc.constantFrom('3', '6')) }).map(without),
    ),
  })
  .map((own) =>
    without({ id: 'pool', kind: 'pool' as const, unit: 'hour' as const, per: 'month' as const, ...own }),
  )
const block: PriceItem = {
  id: 'block',
  kind: 'block',
  unit: 'hour',
  size: '5',
  blockPrice: '700.00',
  validMonths: 1,
}

const lists: fc.Arbitrary<PriceList> = fc
  .record({
    fee: maybe(
      cents(300_000).map((feePrice): PriceItem => ({
        id: 'fee',
        kind: 'flatFee',
        feePrice,
        timing: 'arrears',
      })),
    ),
    tickets: maybe(
      fc
        .record({
          included: fc.nat(6),
          unitPrice: cents(20_000),
          countsAgainAfterDays: fc.constant(undefined),
        })
        .map(({ included, unitPrice }): PriceItem => ({
          id: 'tickets',
          kind: 'perTicket',
          included,
          unitPrice,
          countedBy: 'reportedAt',
          excludes: ['cancelled', 'merged'],
          prorateIncluded: 'up',
        })),
    ),
    remote: time('remote'),
    onSite: time('onSite'),
    pool,
    minimum: maybe(
      cents(200_000).map((amountPrice): PriceItem => ({ id: 'minimum', kind: 'minimum', amountPrice })),
    ),
    cap: maybe(cents(200_000).map((amountPrice): PriceItem => ({ id: 'cap', kind: 'cap', amountPrice }))),
    discount: maybe(
      fc
        .nat(5000)
        .map((percentBp): PriceItem => ({ id: 'off', kind: 'discount', percentBp, on: 'all', order: 1 })),
    ),
  })
  .map((items) =>
    listOf(...[...Object.values(items), block].filter((item): item is PriceItem => item !== undefined)),
  )

/** Work of a month, one thing or two in every few hours; many begin at one moment. */
const workOf = (month: string): fc.Arbitrary<WorkItem[]> => {
  const { from, to } = monthOf(month)
  const start = Temporal.PlainDate.from(from).toZonedDateTime('Europe/Warsaw').epochMilliseconds
  const end = Temporal.PlainDate.from(to).toZonedDateTime({
    timeZone: 'Europe/Warsaw',
    plainTime: '23:30',
  }).epochMilliseconds
  const moment = fc
    .nat(Math.floor((end - start) / 1_800_000))
    .map((n) => Temporal.Instant.fromEpochMilliseconds(start + n * 1_800_000).toString())
  const entry = fc.record({
    startedAt: moment,
    minutes: fc.oneof(fc.nat(600), fc.constantFrom(0, 15, 30, 60)),
    place: fc.constantFrom('remote' as const, 'onSite' as const),
    ticketId: maybe(fc.constantFrom('t1', 't2')),
    visitId: maybe(fc.constantFrom('v1', 'v2', 'v3')),
  })
  const ticket = fc.record({
    reportedAt: moment,
    cancelled: maybe(fc.constant(true)),
    reopened: maybe(
      moment.map((at) => [{ resolvedAt: at, at: Temporal.Instant.from(at).add({ hours: 500 }).toString() }]),
    ),
  })
  return fc
    .tuple(
      fc.array(entry, { maxLength: 12 }),
      fc.array(ticket, { maxLength: 9 }),
      fc.array(moment, { maxLength: 1 }),
    )
    .map(([entries, some, purchases]) => [
      ...entries.map((one, i): WorkItem =>
        without({
          kind: 'time',
          id: `${month}e${i}`,
          ...one,
          ...(one.visitId && { visitId: `${month}${one.visitId}` }),
        }),
      ),
      ...some.map((one, i): WorkItem =>
        without({ kind: 'ticket', id: i < 2 ? `t${i + 1}` : `${month}t${i}`, number: `${i}`, ...one }),
      ),
      ...purchases.map((boughtAt, i): WorkItem => ({
        kind: 'purchase',
        id: `${month}p${i}`,
        itemId: 'block',
        boughtAt,
      })),
    ])
}
const story = fc.record({
  list: lists,
  work: fc.tuple(workOf(months[0]), workOf(months[1]), workOf(months[2])),
})

test('three months of any list cost what a naive simulator says, and leave the same behind', () => {
  fc.assert(
    fc.property(story, ({ list, work }) => {
      assert.deepEqual(
        problemsOfPriceList(list).filter(
          ({ weight, code }) => weight === 'error' && code !== 'bandNeverReached',
        ),
        [],
      )
      const found = pricedMonths(
        list,
        months.map((month, i) => [month, work[i]!]),
        { contract: { from: '2026-10-01' } },
      )
      let lots: NaiveLot[] = []
      months.forEach((month, i) => {
        const naive = simulate(list, month, work[i]!, lots)
        lots = naive.lots
        assert.equal(found[i]!.netGrosze, naive.net, month)
      })
      const left = found
        .at(-1)!
        .closing.lots.map((lot) => `${lot.pool} ${lot.from} ${Math.round(Number(lot.left) * 1e6)}`)
      assert.deepEqual(left.sort(), lots.map((lot) => `${lot.name} ${lot.from} ${lot.left}`).sort())
    }),
    runs(10),
  )
})

test('every unit lies in one bin: taking one entry away takes exactly its units, and leaves earlier work as it was', () => {
  fc.assert(
    fc.property(story, fc.nat(), ({ list, work: [, work = []] }, which) => {
      if (work.length === 0) return
      const byEntry = {
        ...list,
        items: list.items.map((item) =>
          item.kind === 'perTime' ? { ...item, round: { ...item.round, scope: 'entry' as const } } : item,
        ),
      }
      const gone = work[which % work.length]!
      const whole = priced(byEntry, monthOf('2026-11'), work)
      const less = priced(
        byEntry,
        monthOf('2026-11'),
        work.filter((one) => one !== gone),
      )
      for (const { unit, total } of whole.proof) {
        const own = rawOf(gone).find((raw) => raw.unit === unit)?.quantity ?? '0'
        const now = less.proof.find((one) => one.unit === unit)?.total ?? '0'
        assert.equal(toText(add(dec(now), dec(own))), total)
      }
      assert.deepEqual(
        quantities(less.bins),
        quantities(whole.bins.filter(({ workId, workKind }) => workId !== gone.id || workKind !== gone.kind)),
      )
      if (gone.kind !== 'time') return
      const isEarlier = ({ workId }: BinPart) => {
        const one = work.find(({ id, kind }) => id === workId && kind === 'time')
        return one?.kind === 'time' && one.startedAt < gone.startedAt
      }
      assert.deepEqual(less.bins.filter(isEarlier), whole.bins.filter(isEarlier))
    }),
    runs(80),
  )
})

function quantities(parts: BinPart[]): Record<string, string> {
  const sums = new Map<string, Decimal>()
  for (const { workId, workKind, unit, quantity } of parts) {
    const key = `${workKind} ${workId} ${unit}`
    sums.set(key, add(sums.get(key) ?? zero, dec(quantity)))
  }
  return Object.fromEntries([...sums].map(([key, one]) => [key, toText(one)]).sort())
}

test('in which order work is given does not matter, also of work at one moment', () => {
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat()), ({ list, work: [, work = []] }, chance) => {
      const order = new Map(work.map((one) => [one, chance.next().value as number]))
      const shuffled = [...work].sort((a, b) => order.get(a)! - order.get(b)!)
      const one = priced(list, monthOf('2026-11'), work)
      const other = priced(list, monthOf('2026-11'), shuffled)
      assert.deepEqual(other.lines, one.lines)
      assert.deepEqual(byWork(other.bins), byWork(one.bins))
      assert.deepEqual(other.closing, one.closing)
    }),
    runs(60),
  )
})

/** Of each piece of work, in the order in which it was given. */
function byWork(parts: BinPart[]): BinPart[] {
  return parts.toSorted((a, b) => (a.workId < b.workId ? -1 : a.workId > b.workId ? 1 : 0))
}

test('a period cut at a change of prices costs the sum of its parts, and a dated change costs what an amendment costs', () => {
  const plain = fc
    .tuple(lists, lists)
    .filter(([a, b]) => prices(a).every((price) => !prices(b).includes(price)))
  fc.assert(
    fc.property(
      plain,
      workOf('2026-11'),
      fc.constantFrom('2026-11-02', '2026-11-16', '2026-11-30'),
      (both, work, on) => {
        const [before, after] = both.map(withoutSums)
        const versions = [
          { validFrom: '2025-01-01', priceList: before! },
          { validFrom: on, priceList: after! },
        ]
        const november = monthOf('2026-11')
        const dayBefore = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()
        const cut = (period: { from: string; to: string }) =>
          priced(before!, period, work, { versions, fullPeriod: november }).netGrosze
        const whole = priced(before!, november, work, { versions }).netGrosze
        assert.equal(cut({ from: november.from, to: dayBefore }) + cut({ from: on, to: november.to }), whole)
        const known = new Set(after!.items.map(({ id }) => id))
        const without = before!.items.map(({ id }) => id).filter((id) => !known.has(id))
        const dated = { ...before!, changes: [{ from: on, items: after!.items, without }] }
        assert.equal(priced(dated, november, work).netGrosze, whole)
      },
    ),
    runs(60),
  )
})

/** Fees, hours and blocks; what looks at the whole period (packages, minimum, cap, discount) is no sum of parts. */
function withoutSums(list: PriceList): PriceList {
  const items = list.items.flatMap((item): PriceItem[] => {
    if (item.kind === 'flatFee' || item.kind === 'block') return [item]
    if (item.kind !== 'perTime') return []
    const { draw: _, ...own } = item
    return [{ ...own, round: { ...own.round, scope: 'entry' } }]
  })
  return { ...list, items }
}

function prices(list: PriceList): string[] {
  return JSON.stringify(list)
    .match(/"(?:feePrice|hourPrice)":"[^"]*"/g)!
    .map((one) => one.split('"')[3]!)
}

test('amounts follow from their explanations alone, also after years in a store', () => {
  fc.assert(
    fc.property(story, ({ list, work }) => {
      const found = pricedMonths(
        list,
        months.map((month, i) => [month, work[i]!]),
      )
      for (const line of found.flatMap(({ lines }) => lines)) {
        const stored = JSON.parse(JSON.stringify(line.explanation)) as typeof line.explanation
        assert.equal(line.informative ? 0 : recompute(stored), line.netGrosze)
      }
    }),
    runs(60),
  )
})
