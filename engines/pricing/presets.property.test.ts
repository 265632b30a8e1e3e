/**
 * Any work of any kind under any of the ready price lists, over two months: every unit ends
 * in one bin, every amount follows from its explanation, the order in which work is given
 * does not matter, what goes on to the next month survives being stored, and every line can
 * be told in both languages' data.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import 'temporal-polyfill/global'
import { pricePresets } from '../presets/price-lists/all.ts'
import { priced, monthOf } from './testing.ts'
import { recompute } from './recompute.ts'
import type { PricingState } from './state.ts'
import type { WorkItem } from './work.ts'

const numRuns = 120 * Number(process.env['OPIEKUN_TRIAL_TIMES'] ?? 1)
const startMs = Date.parse('2026-11-01T00:00:00Z')
const moment = fc.nat(61 * 96).map((n) => new Date(startMs + n * 900_000).toISOString())
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const named = (...names: string[]) => maybe(fc.constantFrom(...names))
const plain = <T extends object>(one: T): T =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T

const facts = {
  category: named('failure', 'entrapment'),
  site: named('A', 'B'),
  device: named('1', '2'),
  flags: maybe(fc.constant(['express'])),
  outOfScope: maybe(fc.constantFrom(undefined, undefined, { clause: '§ 3' })),
  waived: maybe(fc.constantFrom(undefined, undefined, { reason: 'gest' })),
}
const kinds: fc.Arbitrary<object>[] = [
  fc.record({
    kind: fc.constant('ticket'),
    number: fc.constant('Z-1'),
    reportedAt: moment,
    priority: named('critical', 'normal'),
    ...facts,
  }),
  fc.record({
    kind: fc.constant('time'),
    startedAt: moment,
    minutes: maybe(fc.nat(500)),
    place: fc.constantFrom('remote', 'onSite'),
    visitId: named('v1', 'v2'),
    ticketId: named('w0', 'w1'),
    ...facts,
  }),
  fc.record({
    kind: fc.constant('trip'),
    at: moment,
    km: named('12', '86.5', 'x'),
    zone: named('I', 'III'),
    ...facts,
  }),
  fc.record({
    kind: fc.constant('material'),
    usedAt: moment,
    name: fc.constantFrom('część', 'czynnik chłodniczy'),
    quantity: fc.constantFrom('1', '1.4'),
    unit: fc.constant('szt.'),
    cost: named('41.25'),
    ...facts,
  }),
  fc.record({
    kind: fc.constant('event'),
    event: fc.constantFrom('callOut', 'intervention', 'patrol', 'inspection', 'udtExam', 'flood'),
    at: moment,
    visitId: named('v1', 'v2'),
    quantity: named('2', '0.5'),
    class: named('jednostka wewnętrzna'),
    ...facts,
  }),
  fc.record({
    kind: fc.constant('units'),
    unit: fc.constantFrom('stanowisko', 'kamera', 'dźwig', 'obiekt', 'urządzenie'),
    quantity: fc.nat(60).map(String),
    countedAt: moment,
    size: named('5', '20'),
    group: named('A', 'B'),
  }),
  fc.record({
    kind: fc.constant('reading'),
    meter: fc.constantFrom('mono', 'kolor', 'monoA4', 'monoA3'),
    device: fc.constantFrom('1', '2'),
    readAt: moment,
    value: fc.nat(40_000).map(String),
    goesOnFrom: named('0', '118'),
  }),
  fc.record({
    kind: fc.constant('purchase'),
    itemId: fc.constantFrom('block', 'block10', 'block25', 'none'),
    boughtAt: moment,
    blocks: named('1').map((one) => (one ? 2 : 1)),
  }),
  fc.record({
    kind: fc.constant('miss'),
    at: moment,
    priority: named('critical'),
    target: named('resolution', 'downtime'),
    device: named('1', '2'),
    lateMinutes: fc.nat(9000),
    confirmed: fc.boolean(),
  }),
]
const works = fc
  .array(fc.oneof(...kinds), { maxLength: 25 })
  .map((all) => all.map((one, i) => plain({ id: `w${i}`, ...one }) as WorkItem))

test('any work under any ready list: one bin each, amounts from explanations, in any order, stored and read again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pricePresets),
      works,
      fc.infiniteStream(fc.nat()),
      ({ priceList }, work, chance) => {
        const order = new Map(work.map((one) => [one, chance.next().value as number]))
        const shuffled = [...work].sort((a, b) => order.get(a)! - order.get(b)!)
        let opening: Partial<PricingState> = {}
        for (const month of ['2026-11', '2026-12']) {
          const found = priced(priceList, monthOf(month), work, { opening })
          const other = priced(priceList, monthOf(month), shuffled, { opening })
          assert.deepEqual(other.lines, found.lines)
          assert.deepEqual(other.closing, found.closing)
          assert.ok(found.proof.every(({ complete }) => complete))
          for (const one of work)
            assert.ok(
              found.bins.some(({ workId }) => workId === one.id),
              one.id,
            )
          for (const line of found.lines) {
            const stored = JSON.parse(JSON.stringify(line.explanation)) as typeof line.explanation
            assert.equal(line.informative ? 0 : recompute(stored), line.netGrosze)
          }
          opening = JSON.parse(JSON.stringify(found.closing)) as PricingState
          assert.deepEqual(opening, found.closing)
        }
      },
    ),
    { numRuns },
  )
})
