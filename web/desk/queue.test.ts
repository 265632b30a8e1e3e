import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Clock, QueueItem } from './desk-data.ts'
import { groupsOf, horizonOf, isIn, neighboursOf, statsOf, withheld } from './queue.ts'

const zone = 'Europe/Warsaw'
const now = Date.parse('2026-11-23T10:42:00+01:00')

const clock = (dueAt: string | undefined, state: Clock['state'] = 'running'): Clock => ({
  target: 'resolution',
  state,
  startedAt: '2026-11-20T14:40:00Z',
  ...(dueAt ? { dueAt } : {}),
  grantedSeconds: 14_400,
  usedSeconds: 0,
  usedShare: 0,
  remainingSeconds: 14_400,
  overSeconds: 0,
  stretches: [],
  afterDue: [],
  matchedRow: { priority: 'normal', granted: { minutes: 240 } },
  calendarName: '',
})

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
  id,
  number: 1,
  name: `Z-${id}`,
  subject: '',
  source: 'panel',
  state: 'inWork',
  reason: 'inWork',
  waitingFor: null,
  heldBecause: null,
  mark: null,
  priority: 'normal',
  category: null,
  version: 1,
  client: null,
  contact: null,
  reporterName: '',
  assignee: null,
  group: 'mine',
  reportedAt: '2026-11-20T14:40:00Z',
  resolvedAt: null,
  closedAt: null,
  nextDueAt: null,
  clock: null,
  ...more,
})

test('what is held stands apart from every group, and empty groups are left out', () => {
  const groups = groupsOf([
    item('1', { state: 'held' }),
    item('2', { group: 'team' }),
    item('3', { group: 'paused' }),
    item('4', { group: 'team' }),
  ])
  assert.deepEqual(
    groups.map(({ id, rows }) => [id, rows.map((row) => row.id)]),
    [
      ['gate', ['1']],
      ['team', ['2', '4']],
      ['paused', ['3']],
    ],
  )
})

const cases: [what: string, dueAt: string | undefined, state: Clock['state'], stats: string][] = [
  ['an hour away', '2026-11-23T11:42:00+01:00', 'running', 'hour today all'],
  ['a second more', '2026-11-23T11:42:01+01:00', 'running', 'today all'],
  ['this moment', '2026-11-23T10:42:00+01:00', 'running', 'overdue all'],
  ['passed', '2026-11-20T10:00:00+01:00', 'breached_running', 'overdue all'],
  ['tomorrow', '2026-11-24T00:00:00+01:00', 'standing', 'all'],
  ['met', '2026-11-23T11:00:00+01:00', 'met', 'all'],
  ['paused', undefined, 'paused', 'all'],
]
for (const [what, dueAt, state, stats] of cases)
  test(`a deadline that is ${what} counts as: ${stats}`, () => {
    const one = { clock: clock(dueAt, state) }
    const found = (['overdue', 'hour', 'today', 'all'] as const).filter((stat) => isIn(stat, one, now, zone))
    assert.equal(found.join(' '), stats)
  })

test('the counts of the filter are those of its rows', () => {
  const items = [item('1', { clock: clock('2026-11-23T11:25:00+01:00') }), item('2')]
  assert.deepEqual(
    statsOf(items, now, zone).map(({ count }) => count),
    [0, 1, 1, 2],
  )
})

test('the horizon is eight to five, and wider for a deadline of today outside of it', () => {
  const hours = (items: QueueItem[]) => {
    const { fromMs, toMs, points } = horizonOf(items, now, zone)
    return [new Date(fromMs).toISOString(), new Date(toMs).toISOString(), points.length]
  }
  assert.deepEqual(hours([]), ['2026-11-23T07:00:00.000Z', '2026-11-23T16:00:00.000Z', 0])
  const late = item('1', { clock: clock('2026-11-23T20:10:00+01:00') })
  const tomorrow = item('2', { clock: clock('2026-11-24T09:00:00+01:00') })
  assert.deepEqual(hours([late, tomorrow]), ['2026-11-23T07:00:00.000Z', '2026-11-23T20:00:00.000Z', 1])
})

test('rows that come while the pointer rests on the list wait, and come when it leaves', () => {
  const items = [item('1'), item('2')]
  const known = new Set(['1'])
  assert.deepEqual(
    withheld(items, known, true).shown.map(({ id }) => id),
    ['1'],
  )
  assert.deepEqual(withheld(items, known, true).waiting, ['2'])
  assert.deepEqual(
    withheld(items, known, false).shown.map(({ id }) => id),
    ['1', '2'],
  )
  assert.deepEqual(withheld(items, known, false).arrived, ['2'])
  assert.deepEqual(withheld(items, undefined, false).arrived, [])
})

test('neighbours follow the order of the groups, not of the list', () => {
  const items = [item('1', { group: 'team' }), item('2'), item('3', { group: 'paused' })]
  assert.deepEqual(neighboursOf(items, '2'), { at: 1, all: 3, after: '1' })
  assert.deepEqual(neighboursOf(items, '3'), { at: 3, all: 3, before: '1' })
  assert.equal(neighboursOf(items, '9'), undefined)
})
