import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  problemsOfCredits,
  proposeCredits,
  type CreditCaps,
  type CreditClause,
  type JudgedTarget,
} from './credits.ts'

const miss: CreditClause = { id: 'a', target: 'reaction', counts: 'miss', amountGrosze: 5_000 }
const hours: CreditClause = { id: 'b', target: 'resolution', counts: 'startedHour', feeBp: 100 }
const points: CreditClause = {
  id: 'c',
  clause: '§ 15 ust. 1',
  target: 'reaction',
  counts: 'startedPoint',
  thresholdBp: 9_500,
  feeBp: 200,
}

const met = (ticketId: string, target: JudgedTarget['target'] = 'reaction'): JudgedTarget => ({
  ticketId,
  priority: 'normal',
  target,
  isMet: true,
  overSeconds: 0,
})
const missed = (ticketId: string, overMinutes: number, change: Partial<JudgedTarget> = {}): JudgedTarget => ({
  ...met(ticketId),
  isMet: false,
  overSeconds: overMinutes * 60,
  ...change,
})
const late = (ticketId: string, overMinutes: number): JudgedTarget =>
  missed(ticketId, overMinutes, { target: 'resolution' })

const many = (n: number): JudgedTarget[] => Array.from({ length: n }, (_, i) => met(`ok${i}`))

type Row = readonly [string, readonly CreditClause[], readonly JudgedTarget[], CreditCaps | undefined, number]
//  what it shows                                    clauses                  judged                                       caps    grosze
const cases: readonly Row[] = [
  ['all was met', [miss, hours], [met('1'), met('2')], undefined, 0],
  ['so much for each miss', [miss], [missed('1', 5), missed('2', 90)], undefined, 10_000],
  ['each started hour: 61 minutes are two', [hours], [late('1', 61)], undefined, 2_470],
  ['one hour exactly is one', [hours], [late('1', 60)], undefined, 1_235],
  [
    'a share of the fee is rounded half up to the grosz',
    [{ ...miss, amountGrosze: undefined, feeBp: 50 }],
    [missed('1', 5)],
    undefined,
    617,
  ],
  [
    'only for the priorities of the clause',
    [{ ...miss, priorities: ['critical'] }],
    [missed('1', 5), missed('2', 5, { priority: 'critical' })],
    undefined,
    5_000,
  ],
  [
    '95 of 100 met: not below the threshold',
    [points],
    [...many(95), ...[1, 2, 3, 4, 5].map((i) => missed(`m${i}`, 1))],
    undefined,
    0,
  ],
  [
    '18 of 19 met: 94.7 % is one started point below 95',
    [points],
    [...many(18), missed('m', 1)],
    undefined,
    2_469,
  ],
  ['8 of 10 met: fifteen points', [points], [...many(8), missed('a', 1), missed('b', 1)], undefined, 37_035],
  [
    'an excluded ticket is neither met nor missed',
    [points],
    [...many(9), missed('x', 1, { excludedBecause: 'client' })],
    undefined,
    0,
  ],
  [
    'for the same miss only the dearest clause',
    [miss, { ...miss, id: 'd', amountGrosze: 9_000 }],
    [missed('1', 5)],
    undefined,
    9_000,
  ],
  ['the cap of a ticket', [{ ...hours, capPerTicketGrosze: 2_000 }], [late('1', 600)], undefined, 2_000],
  [
    'the cap of the period, as a share of the fee',
    [miss],
    [missed('1', 1), missed('2', 1), missed('3', 1)],
    { periodFeeBp: 1_000 },
    12_345,
  ],
  ['what the year has left', [miss], [missed('1', 1), missed('2', 1)], { yearGrosze: 57_000 }, 7_000],
]

for (const [what, clauses, judged, caps, expected] of cases) {
  test(`credits: ${what}`, () => {
    const proposed = proposeCredits({
      terms: { clauses, ...(caps && { caps }) },
      judged,
      feeGrosze: 123_450,
      creditedThisYearGrosze: 50_000,
    })
    assert.equal(proposed.totalGrosze, expected)
    // The arithmetic that is shown gives the amount that is proposed.
    for (const { units, eachGrosze, amountGrosze, cutBy = [] } of proposed.credits)
      assert.equal(units * eachGrosze - cutBy.reduce((sum, { grosze }) => sum + grosze, 0), amountGrosze)
  })
}

test('a proposal says which clause, which ticket and what a cap took away; excluded tickets keep their reason', () => {
  const proposed = proposeCredits({
    terms: { clauses: [{ ...miss, clause: '§ 15 ust. 1' }], caps: { periodGrosze: 7_500 } },
    judged: [missed('Z-1', 10), missed('Z-2', 20), missed('Z-3', 5, { excludedBecause: 'force_majeure' })],
    feeGrosze: 100_000,
  })
  assert.deepEqual(proposed.credits[1], {
    clauseId: 'a',
    clause: '§ 15 ust. 1',
    target: 'reaction',
    units: 1,
    eachGrosze: 5_000,
    amountGrosze: 2_500,
    ticketId: 'Z-2',
    overSeconds: 1_200,
    cutBy: [{ cap: 'period', grosze: 2_500 }],
  })
  assert.deepEqual(proposed.excluded, [{ ticketId: 'Z-3', target: 'reaction', because: 'force_majeure' }])
})

//  what is wrong                 clause                                            problem
const wrong = [
  ['no amount', { ...miss, amountGrosze: undefined }, 'amount_missing credits.clauses.1.amountGrosze'],
  ['two amounts', { ...miss, feeBp: 100 }, 'two_amounts credits.clauses.1.feeBp'],
  [
    'points without a threshold',
    { ...points, thresholdBp: undefined },
    'threshold_missing credits.clauses.1.thresholdBp',
  ],
  [
    'a threshold of nothing',
    { ...points, thresholdBp: 0 },
    'threshold_invalid credits.clauses.1.thresholdBp',
  ],
  ['the same clause twice', { ...miss, id: 'first' }, 'clause_twice credits.clauses.1.id'],
] as const

for (const [what, clause, expected] of wrong) {
  test(`credit terms are told of ${what}`, () => {
    const problems = problemsOfCredits({ clauses: [{ ...miss, id: 'first' }, clause] })
    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      [expected],
    )
  })
}
