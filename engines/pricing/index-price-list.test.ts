/** Waloryzacja: the index, its limits, and the precision of prices. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { indexChange, indexedPrice, indexPriceList } from './index-price-list.ts'
import type { PriceList } from './price-list.ts'

//  index    limits                        change  held by
const changes = [
  ['104.1', { capBp: 600 }, 410, undefined],
  ['107.4', { capBp: 600 }, 600, 'cap'],
  ['106.0', { capBp: 600 }, 600, undefined],
  ['99.4', { capBp: 600 }, 0, 'floor'],
  ['99.4', { floorBp: -500 }, -60, undefined],
  ['93.0', { floorBp: -500 }, -500, 'floor'],
  ['100.5', { floorBp: 200 }, 200, 'floor'],
  ['111.4', {}, 1140, undefined],
] as const
for (const [index, limits, changeBp, limit] of changes) {
  test(`an index of ${index} under ${JSON.stringify(limits)} changes prices by ${changeBp} basis points`, () => {
    const change = indexChange(index, limits)
    assert.deepEqual([change.changeBp, change.limit], [changeBp, limit])
  })
}

//  before     change  after
const prices = [
  ['275.00', 410, '286.28'],
  ['275.00', 600, '291.50'],
  ['275.00', 0, '275.00'],
  ['0.042', 360, '0.0435'],
  ['2.30', 360, '2.38'],
  ['0.31', 360, '0.3212'],
  ['180', 500, '189.00'],
  ['10.125', -100, '10.024'],
] as const
for (const [before, changeBp, after] of prices) {
  test(`${before} changed by ${changeBp} basis points is ${after}`, () => {
    assert.equal(indexedPrice(before, changeBp), after)
  })
}

test('every price of a list follows, a discount does not, and the letter can name each change', () => {
  const list: PriceList = {
    currency: 'PLN',
    vat: '23',
    items: [
      { id: 'fee', kind: 'flatFee', feePrice: '1200.00', timing: 'advance' },
      { id: 'trip', kind: 'travel', zones: [{ zone: 'A', perTripPrice: '60.00' }] },
      { id: 'stock', kind: 'material', listPrices: { Toner: '100.00' } },
      { id: 'rebate', kind: 'discount', amountPrice: '50.00', on: 'all', order: 1 },
    ],
  }
  const { priceList, changes: said } = indexPriceList(list, 360)
  assert.deepEqual(
    said.map(({ itemId, path, after }) => [itemId, path, after]),
    [
      ['fee', 'feePrice', '1243.20'],
      ['trip', 'zones.0.perTripPrice', '62.16'],
      ['stock', 'listPrices.Toner', '103.60'],
    ],
  )
  assert.deepEqual(priceList.items[3], list.items[3])
  assert.deepEqual(indexPriceList(list, 0).changes, [])
})
