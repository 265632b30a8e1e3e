/** The review of a month: what is issued, how far it has come, the proof, and somebody else's change. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { MonthInList, Proposal, ProposalLine, ProposalRow } from './billing-data.ts'
import {
  changeBp,
  changesBetween,
  choiceOf,
  decidable,
  matches,
  monthsBack,
  monthState,
  proofs,
  squaresOf,
  stepOf,
} from './review.ts'

const row = (id: string, change: Partial<ProposalRow> = {}): ProposalRow => ({
  id,
  clientId: id,
  clientName: `Klient ${id}`,
  state: 'open',
  reason: 'withinFee',
  problems: [],
  totals: { netGrosze: 100_00, vatGrosze: 23_00, grossGrosze: 123_00, feeGrosze: 100_00, overGrosze: 0 },
  contractNumbers: [`UM/2026/${id}`],
  previousNetGrosze: null,
  tickets: 0,
  invoiceId: null,
  invoiceNumber: null,
  version: 1,
  ...change,
})

test('everything ready is issued, except what needs a decision, is empty, is issued or was taken out', () => {
  const rows = [
    row('1'),
    row('2', { reason: 'overFee' }),
    row('3', { reason: 'needsDecision' }),
    row('4', { reason: 'empty' }),
    row('5', { state: 'issued' }),
    row('6'),
  ]
  const choice = choiceOf(rows, new Set(['6', '3']))
  assert.deepEqual(
    choice.chosen.map(({ id }) => id),
    ['1', '2'],
  )
  assert.deepEqual([choice.waiting, choice.leftOut], [1, 1])
  assert.deepEqual([choice.netGrosze, choice.vatGrosze, choice.grossGrosze], [200_00, 46_00, 246_00])
})

const steps = [
  ['not counted', { isBuilt: false, isRunning: false, proposals: [] }, 0],
  ['waiting for a look', { isBuilt: true, isRunning: false, proposals: [row('1')] }, 1],
  ['being issued', { isBuilt: true, isRunning: true, proposals: [row('1')] }, 2],
  [
    'issued but for an empty one',
    {
      isBuilt: true,
      isRunning: false,
      proposals: [row('1', { state: 'issued' }), row('2', { reason: 'empty' })],
    },
    4,
  ],
] as const
for (const [what, month, step] of steps)
  test(`a month that is ${what} stands at step ${step}`, () =>
    assert.equal(stepOf({ ...month, proposals: [...month.proposals] }), step))

const states = [
  [{ isEnded: false, proposals: 0, issued: 0, isSkipped: false }, 'running'],
  [{ isEnded: true, proposals: 0, issued: 0, isSkipped: true }, 'skipped'],
  [{ isEnded: true, proposals: 0, issued: 0, isSkipped: false }, 'toPropose'],
  [{ isEnded: true, proposals: 3, issued: 1, isSkipped: false }, 'toIssue'],
  [{ isEnded: true, proposals: 3, issued: 3, isSkipped: false }, 'done'],
] as const
for (const [month, state] of states)
  test(`a month with ${month.issued} of ${month.proposals} issued is ${state}`, () =>
    assert.equal(monthState({ month: '2026-10', ...month } as MonthInList), state))

//                    now      before    change
const changes = [
  [145_500, 136_000, 700],
  [240_000, 294_100, -1840],
  [100_00, 100_00, 0],
  [100_00, null, null],
  [100_00, 0, null],
] as const
for (const [now, before, bp] of changes)
  test(`from ${before} to ${now} is a change of ${bp} basis points`, () =>
    assert.equal(changeBp(now, before), bp))

test('a search finds the client, the contract and the invoice, within the chosen reason', () => {
  const one = row('41', {
    clientName: 'Piekarnia Złoty Kłos',
    invoiceNumber: 'FV/7/11/2026',
    reason: 'overFee',
  })
  assert.ok(matches(one, { reason: 'all', search: 'złoty' }))
  assert.ok(matches(one, { reason: 'overFee', search: '2026/41' }))
  assert.ok(matches(one, { reason: 'all', search: 'fv/7' }))
  assert.ok(!matches(one, { reason: 'withinFee', search: '' }))
})

test('an incomplete buyer needs data, not a decision', () => {
  assert.equal(decidable([{ code: 'buyer_incomplete', facts: {} }]), false)
  assert.equal(
    decidable([
      { code: 'buyer_incomplete', facts: {} },
      { code: 'pending_work', facts: {} },
    ]),
    true,
  )
})

const ticket = (workId: string, bin: BinPart['bin'], reason?: BinPart['reason']): BinPart => ({
  workId,
  workKind: 'ticket',
  bin,
  unit: 'ticket',
  quantity: '1',
  ...(reason && { reason }),
})

test('ten within the fee, three over it and a duplicate make fourteen, and nothing is left out', () => {
  const bins = [
    ...Array.from({ length: 10 }, (_, i) => ticket(`in${i}`, 'included')),
    ...Array.from({ length: 3 }, (_, i) => ticket(`over${i}`, 'overage')),
    ticket('twin', 'notCounted', 'merged'),
    { ...ticket('t', 'included'), unit: 'minute', quantity: '200.5' } as BinPart,
    { ...ticket('t2', 'included'), unit: 'minute', quantity: '0.5' } as BinPart,
  ]
  const [tickets, minutes] = proofs(bins)
  assert.equal(tickets?.total, '14')
  assert.deepEqual(squaresOf(tickets), { inside: 10, over: 3, notCounted: 1 })
  assert.deepEqual(
    tickets?.parts.map(({ bin, reason, quantity }) => [bin, reason, quantity]),
    [
      ['included', undefined, '10'],
      ['overage', undefined, '3'],
      ['notCounted', 'merged', '1'],
    ],
  )
  assert.deepEqual([minutes?.unit, minutes?.total], ['minute', '201'])
})

const line = (id: string, name: string, netGrosze: number, byName?: string): ProposalLine =>
  ({
    id,
    now: { name, netGrosze, quantity: '1', unitPrice: '1', isBilled: true },
    edit: byName ? { byName, reason: 'x', byId: '', at: '' } : null,
  }) as unknown as ProposalLine

test('somebody else’s change names the line, both amounts and who it was', () => {
  const seen = {
    lines: [line('a', 'Abonament', 100), line('b', 'Dojazd', 60_00), line('c', 'Praca', 5)],
  } as Proposal
  const now = {
    lines: [line('a', 'Abonament', 100), line('b', 'Dojazd', 0, 'Ewa Lisowska'), line('d', 'Rabat', -10)],
  } as Proposal
  assert.deepEqual(changesBetween(seen, now), [
    { name: 'Dojazd', from: 60_00, to: 0, who: 'Ewa Lisowska' },
    { name: 'Rabat', from: null, to: -10, who: '' },
    { name: 'Praca', from: 5, to: null, who: '' },
  ])
})

test('months are counted back over the turn of the year', () =>
  assert.deepEqual(monthsBack('2026-02-23', 4), ['2026-02', '2026-01', '2025-12', '2025-11']))
