/** What is told about a price list: its problems, its sentences, what is left of its packages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import 'temporal-polyfill/global'
import { workOfExample } from './example.ts'
import { packageLeft } from './package-left.ts'
import { problemsOfPriceList } from './price-list-problems.ts'
import type { PriceItem, PriceList } from './price-list.ts'
import type { PeriodInput } from './price-period.ts'
import { sentencesOf } from './sentences.ts'
import type { Ticket, WorkItem } from './work.ts'

const list = (...items: object[]): PriceList => ({ currency: 'PLN', vat: '23', items: items as PriceItem[] })

const fee = { id: 'fee', kind: 'flatFee', feePrice: '1200.00', timing: 'arrears' }
const tickets = {
  id: 'tix',
  kind: 'perTicket',
  included: 10,
  unitPrice: '85.00',
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged'],
  prorateIncluded: 'up',
}
const onSite = {
  id: 'onSite',
  kind: 'perTime',
  place: 'onSite',
  includedMinutes: 240,
  hourPrice: '180.00',
  round: { unitMinutes: 30, firstMinutes: 60, scope: 'visit' },
}
const trips = { id: 'trip', kind: 'travel', perTripPrice: '60.00' }
const minimum = { id: 'min', kind: 'minimum', amountPrice: '800.00' }
const cap = { id: 'cap', kind: 'cap', amountPrice: '4500.00' }
const discount = { id: 'off', kind: 'discount', percentBp: 300, on: 'all', order: 1 }

test('a list as people write it has no problems', () => {
  assert.deepEqual(problemsOfPriceList(list(fee, tickets, onSite, trips, minimum, cap, discount)), [])
})

//  what was typed                              items                                                        problem, where
const typed: [string, object[], string, string][] = [
  ['an amount like 12,5,0', [{ ...fee, feePrice: '12,5,0' }], 'notADecimal', 'items[0].feePrice'],
  ['a comma instead of a point', [{ ...fee, feePrice: '1200,00' }], 'notADecimal', 'items[0].feePrice'],
  ['nothing', [{ ...fee, feePrice: '' }], 'missing', 'items[0].feePrice'],
  ['a negative price', [fee, { ...tickets, unitPrice: '-85.00' }], 'negative', 'items[1].unitPrice'],
  [
    'a fee with a part of a grosz',
    [{ ...fee, feePrice: '1200.005' }],
    'tooManyDecimals',
    'items[0].feePrice',
  ],
  ['a fee of twelve million', [{ ...fee, feePrice: '12000000' }], 'absurd', 'items[0].feePrice'],
  ['half a ticket', [{ ...tickets, included: 10.5 }], 'notWhole', 'items[0].included'],
  ['fewer than no tickets', [{ ...tickets, included: -1 }], 'negative', 'items[0].included'],
  [
    'rounding to zero minutes',
    [{ ...onSite, round: { unitMinutes: 0, scope: 'entry' } }],
    'absurd',
    'items[0].round.unitMinutes',
  ],
  [
    'rounding by the moon',
    [{ ...onSite, round: { unitMinutes: 15, scope: 'moon' } }],
    'notOneOf',
    'items[0].round.scope',
  ],
  ['one id twice', [fee, { ...fee }], 'duplicateId', 'items[1].id'],
  ['a VAT rate that does not exist', [{ ...fee, vat: '22' }], 'unknownVat', 'items[0].vat'],
  ['a rule of an unknown kind', [{ ...fee, kind: 'tip' }], 'unknownKind', 'items[0].kind'],
  ['two prices for a ticket', [tickets, { ...tickets, id: 'tix2' }], 'ambiguous', 'items[1]'],
  [
    'work anywhere beside work on site',
    [onSite, { ...onSite, id: 'any', place: 'any' }],
    'ambiguous',
    'items[1]',
  ],
  ['travel without any price', [{ id: 'trip', kind: 'travel' }], 'nothingPriced', 'items[0]'],
  [
    'a minimum per trip without kilometres',
    [{ ...trips, minimumPerTripPrice: '60.00' }],
    'minimumWithoutKm',
    'items[0].minimumPerTripPrice',
  ],
  [
    'a minimum above the cap',
    [{ ...minimum, amountPrice: '5000.00' }, cap],
    'minimumAboveCap',
    'items[0].amountPrice',
  ],
  ['a discount of 101%', [fee, { ...discount, percentBp: 10_100 }], 'percentAbove100', 'items[1].percentBp'],
  [
    'a discount of both kinds',
    [fee, { ...discount, amountPrice: '50.00' }],
    'eitherPercentOrAmount',
    'items[1]',
  ],
  ['a discount on what is not there', [fee, { ...discount, on: ['feee'] }], 'unknownItem', 'items[1].on[0]'],
  ['a discount until 30 February', [fee, { ...discount, until: '2027-02-30' }], 'notADate', 'items[1].until'],
]

for (const [what, items, code, path] of typed) {
  test(`${what}: ${code} at ${path}`, () => {
    const problems = problemsOfPriceList(list(...items))
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.path]),
      [[code, path]],
    )
  })
}

test('work on site and remote work may have prices of their own', () => {
  assert.deepEqual(problemsOfPriceList(list(onSite, { ...onSite, id: 'remote', place: 'remote' })), [])
})

test('each rule says its sentences in the order of the list', () => {
  assert.deepEqual(
    sentencesOf(list(fee, tickets, onSite, trips, discount)).map(({ itemId, key }) => [itemId, key]),
    [
      ['fee', 'price.flatFee'],
      ['tix', 'price.perTicket'],
      ['tix', 'price.ticketsNotCounted'],
      ['tix', 'price.allowanceInPart'],
      ['onSite', 'price.perTime'],
      ['onSite', 'price.timeRounding'],
      ['onSite', 'price.allowanceInPart'],
      ['trip', 'price.travel'],
      ['off', 'price.discount'],
    ],
  )
})

test('the sentence of a package holds its figures', () => {
  const [, sentence] = sentencesOf(list(fee, tickets))
  assert.deepEqual(sentence, {
    itemId: 'tix',
    clause: undefined,
    key: 'price.perTicket',
    values: { included: 10, unitPrice: '85.00', period: 'month', countedBy: 'reportedAt' },
  })
})

const november = { from: '2026-11-01', to: '2026-11-30' }
const timezone = 'Europe/Warsaw'
const period = (work: WorkItem[], more: Partial<PeriodInput> = {}): PeriodInput => ({
  period: november,
  fullPeriod: november,
  contract: { from: '2026-01-01' },
  versions: [{ validFrom: '2026-01-01', priceList: list(fee, tickets, onSite) }],
  work,
  timezone,
  ...more,
})
const some = (tickets: number) => workOfExample({ tickets }, november, timezone)
const stub = { period: { from: '2026-11-19', to: '2026-11-30' }, contract: { from: '2026-11-19' } }
const duplicate: Ticket = {
  kind: 'ticket',
  id: 'd',
  number: 'Z-2433',
  reportedAt: '2026-11-20T10:00:00Z',
  mergedInto: 'ticket-1',
}

//  what it shows                              work                   more                        used, included, left, ordinal, price
const left: [string, WorkItem[], Partial<PeriodInput>, [number, number, number, number, number]][] = [
  ['nothing reported yet', [], {}, [0, 10, 10, 1, 0]],
  ['nine of ten', some(9), {}, [9, 10, 1, 10, 0]],
  ['ten of ten: the 11th costs', some(10), {}, [10, 10, 0, 11, 8500]],
  ['thirteen: the 14th costs', some(13), {}, [13, 10, 0, 14, 8500]],
  ['a duplicate does not use the package', [...some(9), duplicate], {}, [9, 10, 1, 10, 0]],
  ['a part of a month', [], stub, [0, 4, 4, 1, 0]],
  [
    'late work after nine that were issued',
    some(1),
    { drawnBefore: { tix: '9' }, onlyWork: true },
    [10, 10, 0, 11, 8500],
  ],
]

for (const [what, work, more, expected] of left) {
  test(`${what}: ${expected[0]} of ${expected[1]}, the ${expected[3]}. for ${expected[4] / 100}`, () => {
    const [one] = packageLeft(period(work, more))
    assert(one?.kind === 'tickets')
    assert.deepEqual([one.used, one.included, one.left, one.next.ordinal, one.next.priceGrosze], expected)
  })
}

test('what is left of the hours counts what rounding added', () => {
  const work = workOfExample({ onSiteMinutes: [50, 95] }, november, timezone)
  const one = packageLeft(period(work))[1]
  assert(one?.kind === 'minutes')
  assert.deepEqual([one.usedMinutes, one.includedMinutes, one.leftMinutes], [180, 240, 60])
})
