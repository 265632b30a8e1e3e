/** Who may report, and for what: a table of reporters, limits and reports. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { barrierOf, maySupervise, type Reported, type ReportBarrier } from './who-may-report.ts'
import type { Terms } from './terms.ts'

const [jan, halina] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
type Reporters = Terms['reporters']
const everybody: Reporters = { mode: 'all', contactIds: [] }
const onlyJan: Reporters = { mode: 'listed', contactIds: [jan] }
const limited = (limit: object): Reporters => ({ ...everybody, limits: [limit] })

//  what it shows                        reporters                                   who                                        the report                      stopped by
const cases: [
  string,
  Reporters,
  { id: string; isSupervisor: boolean } | undefined,
  Reported,
  ReportBarrier | undefined,
][] = [
  ['anybody of the client', everybody, { id: halina, isSupervisor: false }, {}, undefined],
  ['somebody who is not listed', onlyJan, { id: halina, isSupervisor: false }, {}, 'reporter_not_named'],
  ['somebody who is listed', onlyJan, { id: jan, isSupervisor: false }, {}, undefined],
  ['nobody in particular under a list', onlyJan, undefined, {}, 'reporter_not_named'],
  ['nobody in particular, anybody may', everybody, undefined, {}, undefined],
  [
    'another site',
    limited({ sites: ['Sklep'] }),
    { id: jan, isSupervisor: false },
    { site: 'Biuro' },
    'limit_site',
  ],
  [
    'the own site',
    limited({ sites: ['Sklep'] }),
    { id: jan, isSupervisor: false },
    { site: 'sklep' },
    undefined,
  ],
  [
    'a site that was not said',
    limited({ sites: ['Sklep'] }),
    { id: jan, isSupervisor: false },
    {},
    undefined,
  ],
  [
    'another category',
    limited({ categories: ['drukarki'] }),
    { id: jan, isSupervisor: false },
    { category: 'sieć' },
    'limit_category',
  ],
  [
    'the highest priority',
    limited({ highestPriority: 'high' }),
    { id: jan, isSupervisor: false },
    { priority: 'high' },
    undefined,
  ],
  [
    'above the highest priority',
    limited({ highestPriority: 'high' }),
    { id: jan, isSupervisor: false },
    { priority: 'critical' },
    'limit_priority',
  ],
  [
    'exactly the amount',
    limited({ amountGrosze: 8500 }),
    { id: jan, isSupervisor: false },
    { amountGrosze: 8500 },
    undefined,
  ],
  [
    'a grosz above the amount',
    limited({ amountGrosze: 8500 }),
    { id: jan, isSupervisor: false },
    { amountGrosze: 8501 },
    'limit_amount',
  ],
  [
    'the limit of somebody else',
    limited({ contactId: halina, amountGrosze: 0 }),
    { id: jan, isSupervisor: false },
    { amountGrosze: 8501 },
    undefined,
  ],
  [
    'a supervisor has no limits',
    limited({ amountGrosze: 0 }),
    { id: jan, isSupervisor: true },
    { amountGrosze: 8501 },
    undefined,
  ],
]
for (const [what, reporters, who, report, expected] of cases) {
  test(`${what}: ${expected ?? 'passes'}`, () => {
    assert.equal(barrierOf(reporters, who, report), expected)
  })
}

test('where the contract names its supervisors, others who are marked so may not admit', () => {
  const named: Reporters = { ...everybody, supervisorIds: [halina] }
  assert.equal(maySupervise(named, { id: jan, isSupervisor: true }), false)
  assert.equal(maySupervise(named, { id: halina, isSupervisor: false }), true)
  assert.equal(maySupervise(everybody, { id: jan, isSupervisor: true }), true)
})
