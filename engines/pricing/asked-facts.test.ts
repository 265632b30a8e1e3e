/** What a price list asks of work: only what its items tell apart, and nothing that they do not name. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { askedFacts, factProblem, type FactProblem, type WorkFacts } from './asked-facts.ts'
import type { PriceItem, PriceList } from './price-list.ts'

const round = { unitMinutes: 15, scope: 'entry' } as const
const hours = (id: string, where?: object): PriceItem => ({
  id,
  kind: 'perTime',
  includedMinutes: 0,
  hourPrice: '100.00',
  round,
  ...(where && { where }),
})
const express: PriceItem = {
  id: 'express',
  kind: 'surcharge',
  where: { flags: ['ekspres'] },
  of: ['senior'],
  percentBp: 5000,
}
const zones: PriceItem = { id: 'travel', kind: 'travel', zones: [{ zone: 'I', perTripPrice: '80.00' }] }
const listOf = (...items: PriceItem[]): PriceList => ({ currency: 'PLN', vat: '23', items })

//  what it shows                                list                                                          kind        asked
const cases = [
  ['every hour alike asks nothing', listOf(hours('all')), 'time', {}],
  [
    'roles are asked of time, each once',
    listOf(hours('senior', { roles: ['starszy'] }), hours('other', { roles: ['młodszy', 'starszy'] })),
    'time',
    { role: ['starszy', 'młodszy'] },
  ],
  ['and not of a trip', listOf(hours('senior', { roles: ['starszy'] }), zones), 'trip', { zone: ['I'] }],
  [
    'a surcharge asks the work that it is charged on',
    listOf(hours('senior'), express, zones),
    'time',
    { flags: ['ekspres'] },
  ],
  ['and no other work', listOf(hours('senior'), express, zones), 'material', {}],
  [
    'what a dated change brings is asked too',
    {
      ...listOf(hours('all')),
      changes: [{ from: '2026-06-01', items: [hours('all', { sites: ['Gdynia'] })] }],
    },
    'time',
    { site: ['Gdynia'] },
  ],
  [
    'marks that exclude are marks to choose',
    listOf(hours('day', { notFlags: ['noc'] }), hours('night', { flags: ['noc'] })),
    'time',
    { flags: ['noc'] },
  ],
  [
    'priority and category are the ticket’s',
    listOf(hours('p', { priorities: ['high'], categories: ['Sieć'] })),
    'time',
    {},
  ],
] as const

for (const [what, list, kind, asked] of cases)
  test(what, () => assert.deepEqual(askedFacts(list as PriceList, kind), asked))

//  what it shows                      answers                              the problem
const answers: [string, WorkFacts, FactProblem | undefined][] = [
  ['a value of the list', { role: 'starszy', flags: ['ekspres'] }, undefined],
  ['nothing at all', {}, undefined],
  ['a role that nobody named', { role: 'prezes' }, { field: 'role', value: 'prezes', choices: ['starszy'] }],
  [
    'one mark of two unknown',
    { flags: ['ekspres', 'noc'] },
    { field: 'flags', value: 'noc', choices: ['ekspres'] },
  ],
  ['what is not asked', { zone: 'I' }, { field: 'zone', value: 'I', choices: [] }],
]

for (const [what, facts, problem] of answers)
  test(`${what}: ${problem ? 'refused' : 'taken'}`, () => {
    const list = listOf(hours('senior', { roles: ['starszy'] }), express)
    assert.deepEqual(factProblem(list, 'time', facts), problem)
  })
