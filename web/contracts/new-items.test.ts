import assert from 'node:assert/strict'
import test from 'node:test'
import { problemsOfPriceList } from '#engines/pricing/price-list-problems.ts'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { isTaken, newItem, newKinds, type NewKind } from './new-items.ts'

/** Rules that speak of others come after them. */
const needsOthers: Partial<Record<NewKind, NewKind[]>> = {
  points: ['block'],
  surcharge: ['onSite'],
  bundle: ['flatFee', 'onSite'],
  credit: ['flatFee'],
}

const inPoints = (item: PriceItem): PriceItem => (item.kind === 'block' ? { ...item, unit: 'point' } : item)

for (const kind of newKinds) {
  test(`a new rule "${kind}" is right as it comes`, () => {
    const before = (needsOthers[kind] ?? []).reduce<PriceItem[]>(
      (all, one) => [...all, inPoints(newItem(one, all))],
      [],
    )
    const items = [...before, newItem(kind, before)]
    const problems = problemsOfPriceList({ currency: 'PLN', vat: '23', items })
    assert.deepEqual(
      problems.filter(({ weight }) => weight === 'error'),
      [],
    )
  })
}

test('a second fee gets an id of its own', () => {
  const first = newItem('flatFee', [])
  assert.notEqual(newItem('flatFee', [first]).id, first.id)
})

//  in the list                    wanted     taken
const cases = [
  [['perTicket'], 'perTicket', true],
  [['onSite'], 'remote', false],
  [['onSite'], 'onSite', true],
  [['labour'], 'remote', true],
  [['remote'], 'labour', true],
  [['trip'], 'km', true],
  [['flatFee'], 'flatFee', false],
] as const
for (const [list, wanted, taken] of cases) {
  test(`with ${list.join(', ')} in the list, "${wanted}" is ${taken ? 'taken' : 'free'}`, () => {
    const items = list.reduce<PriceItem[]>((all, kind) => [...all, newItem(kind, all)], [])
    assert.equal(isTaken(wanted, items), taken)
    const problems = problemsOfPriceList({
      currency: 'PLN',
      vat: '23',
      items: [...items, newItem(wanted, items)],
    })
    assert.equal(
      problems.some((problem) => problem.code === 'ambiguous'),
      taken,
    )
  })
}
