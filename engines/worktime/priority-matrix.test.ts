import assert from 'node:assert/strict'
import { test } from 'node:test'
import { priorityFrom, problemsOfMatrix, usualMatrix } from './priority-matrix.ts'

//  impact        urgency   priority
const cells = [
  ['company', 'now', 'critical'],
  ['company', 'later', 'normal'],
  ['department', 'now', 'high'],
  ['person', 'now', 'normal'],
  ['person', 'later', 'low'],
] as const

for (const [impact, urgency, expected] of cells) {
  test(`${impact}, ${urgency}: ${expected}`, () =>
    assert.equal(priorityFrom(usualMatrix, { impact, urgency }), expected))
}

test('an impact that the contract does not know gives no priority', () =>
  assert.equal(priorityFrom(usualMatrix, { impact: 'galaxy', urgency: 'now' }), undefined))

const known = ['critical', 'high', 'normal', 'low']
const [first, ...others] = usualMatrix.priorities
const impacts = [...usualMatrix.impacts]

//  what is wrong                     matrix                                                         problem
const wrong = [
  ['nothing', usualMatrix, []],
  [
    'a missing cell',
    { ...usualMatrix, priorities: [first!.slice(0, 2), ...others] },
    ['cell_missing priorityMatrix.priorities.0.2'],
  ],
  [
    'a row too many',
    { ...usualMatrix, priorities: [...usualMatrix.priorities, first!] },
    ['cell_over priorityMatrix.priorities.3'],
  ],
  [
    'an unknown priority',
    { ...usualMatrix, priorities: [['urgent', 'high', 'low'], ...others] },
    ['priority_unknown priorityMatrix.priorities.0.0'],
  ],
  [
    'an impact named twice',
    { ...usualMatrix, impacts: [impacts[0]!, impacts[0]!, impacts[2]!] },
    ['key_twice priorityMatrix.impacts.1.key'],
  ],
] as const

for (const [what, matrix, expected] of wrong) {
  test(`the matrix of priorities is told of ${what}`, () =>
    assert.deepEqual(
      problemsOfMatrix(matrix, known).map(({ code, path }) => `${code} ${path}`),
      expected,
    ))
}
