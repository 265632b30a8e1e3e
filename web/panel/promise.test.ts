import assert from 'node:assert/strict'
import test from 'node:test'
import type { PanelClock, Ticket } from './panel-data.ts'
import { foremost, pausesOf, promisedOf } from './promise.ts'
import { withVat } from './gross.ts'

const now = Date.parse('2026-11-23T09:42:00Z')
const clock = (target: string, more: object): PanelClock =>
  ({ target, state: 'running', stretches: [], usedSeconds: 0, ...more }) as unknown as PanelClock
const ticket = (state: string, clocks: PanelClock[], more: object = {}): Ticket =>
  ({
    state,
    resolvedAt: null,
    clocks: { at: '', terms: { version: 1, validFrom: '2026-01-01' }, clocks },
    ...more,
  }) as unknown as Ticket
const fix = (more: object = { dueAt: '2026-11-23T10:25:00Z' }) => clock('resolution', more)
const reply = (more: object = { dueAt: '2026-11-23T10:00:00Z' }) => clock('reaction', more)

const cases: [string, Ticket, string][] = [
  ['the fix is what is promised', ticket('inWork', [reply(), fix()]), 'fix'],
  ['without a promised fix, the reply is', ticket('received', [reply()]), 'reply'],
  [
    'a reply already given promises nothing more',
    ticket('inWork', [reply({ metAt: '2026-11-23T08:00:00Z' })]),
    'none',
  ],
  ['past its time it is late', ticket('inWork', [fix({ dueAt: '2026-11-23T09:00:00Z' })]), 'late'],
  ['a paused clock stands', ticket('waiting', [fix({ state: 'paused' })]), 'stands'],
  ['resolved is done', ticket('resolved', [fix({ state: 'met', metAt: '2026-11-23T09:00:00Z' })]), 'done'],
  ['what waits at the gate promises nothing yet', ticket('held', [fix()]), 'none'],
  ['without a contract nothing is promised', ticket('inWork', []), 'none'],
]
for (const [name, given, expected] of cases)
  test(name, () => assert.equal(promisedOf(given, now).kind, expected))

test('the first screen speaks of the nearest promise', () => {
  const later = ticket('inWork', [fix({ dueAt: '2026-11-23T14:00:00Z' })])
  const sooner = ticket('inWork', [fix()])
  assert.equal(foremost([later, ticket('waiting', [fix({ state: 'paused' })]), sooner], now), sooner)
  assert.equal(foremost([], now), undefined)
})

test('pauses are summed by their reason', () => {
  const stretch = (from: string, to: string, reason: string) => ({
    from: `2026-11-23T${from}:00Z`,
    to: `2026-11-23T${to}:00Z`,
    kind: 'paused' as const,
    why: { code: 'pause' as const, reason },
  })
  const stretches = [
    stretch('07:20', '08:05', 'waitingForClient'),
    stretch('08:10', '08:20', 'partsOrdered'),
    stretch('08:30', '08:35', 'waitingForClient'),
  ]
  assert.deepEqual(pausesOf({ stretches }), [
    { reason: 'waitingForClient', seconds: 3000 },
    { reason: 'partsOrdered', seconds: 600 },
  ])
})

const vats: [number, string, number | undefined][] = [
  [8500, '23', 10_455],
  [1, '23', 1],
  [50, '5', 53],
  [8500, 'zw', undefined],
]
for (const [net, vat, expected] of vats)
  test(`${net} grosze with VAT ${vat} are ${expected}`, () => assert.equal(withVat(net, vat), expected))
