/**
 * Whatever is typed into a price list, the problems answer and never throw; and a list
 * without problems can be priced and said in sentences.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import 'temporal-polyfill/global'
import { pricePresets } from '../presets/price-lists/all.ts'
import { problemsOfPriceList } from './price-list-problems.ts'
import type { PriceList } from './price-list.ts'
import { priceOfPeriod } from './price-period.ts'
import { sentencesOf } from './sentences.ts'

const numRuns = 300 * Number(process.env['OPIEKUN_TRIAL_TIMES'] ?? 1)
const junk = fc.oneof(
  fc.constantFrom(null, undefined, '', '-1', '12,50', '0', '1e9', '9'.repeat(30), NaN, -1, 0.5, 1e12, true),
  fc.constantFrom([], {}, [null], [{}], ['a', 'a'], 'workday', '25:00', '2026-02-30', 'pool', 'fee'),
)

type Place = { parent: Record<string, unknown>; key: string }

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])])
}

const spoilt = fc
  .tuple(
    fc.nat(pricePresets.length - 1),
    fc.array(fc.tuple(fc.nat(500), junk), { minLength: 1, maxLength: 4 }),
  )
  .map(([preset, changes]) => {
    const list = structuredClone(pricePresets[preset]!.priceList)
    for (const [place, value] of changes) {
      const places = placesIn(list)
      const { parent, key } = places[place % places.length]!
      parent[key] = structuredClone(value)
    }
    return list
  })

const period = { from: '2026-11-01', to: '2026-11-30' }
const price = (priceList: PriceList) =>
  priceOfPeriod({
    period,
    fullPeriod: period,
    contract: { from: '2026-01-01' },
    versions: [{ validFrom: '2026-01-01', priceList }],
    work: [],
    timezone: 'Europe/Warsaw',
  })

test('a spoilt list is answered, and one without errors can be priced and said', () => {
  fc.assert(
    fc.property(spoilt, (list) => {
      const problems = problemsOfPriceList(list)
      assert.ok(problems.every(({ code, path }) => typeof code === 'string' && typeof path === 'string'))
      if (problems.some(({ weight }) => weight === 'error')) return
      price(list)
      sentencesOf(list)
    }),
    { numRuns },
  )
})
