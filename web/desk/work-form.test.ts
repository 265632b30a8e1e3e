import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import test from 'node:test'
import { decimalOf, instantOf, wallOf } from './local-time.ts'
import {
  bodyOf,
  choicesOf,
  formOf,
  isProblem,
  newForm,
  secondsOf,
  type WorkForm,
  type WorkKind,
} from './work-form.ts'

const zone = 'Europe/Warsaw'
const now = Date.parse('2026-11-23T10:42:00+01:00')
const form = (change: Partial<WorkForm>): WorkForm => ({ ...newForm(now, zone, 'szt.'), ...change })

const walls: [date: string, clock: string, instant: string][] = [
  ['2026-11-23', '10:42', '2026-11-23T09:42:00.000Z'],
  ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T03:00:00.000Z'],
  ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
]
for (const [date, clock, instant] of walls)
  test(`${date} ${clock} in Warsaw is ${instant}`, () => {
    assert.equal(new Date(instantOf(date, clock, zone)).toISOString(), instant)
    assert.deepEqual(wallOf(instant, zone), { date, time: clock })
  })

const numbers: [typed: string, exact: string | undefined][] = [
  ['12,5', '12.5'],
  [' 1 200,00 ', '1200.00'],
  ['7', '7'],
  ['', undefined],
  ['-3', undefined],
  ['1,23456', undefined],
  ['sto', undefined],
]
for (const [typed, exact] of numbers)
  test(`"${typed}" is read as ${exact}`, () => assert.equal(decimalOf(typed), exact))

test('a new entry offers the last hour', () => {
  const { date, from, to } = newForm(now, zone, 'szt.')
  assert.deepEqual([date, from, to], ['2026-11-23', '09:42', '10:42'])
})

const bodies: [what: string, kind: WorkKind, change: Partial<WorkForm>, sent: unknown][] = [
  [
    'time',
    'time',
    { from: '09:00', to: '09:30', note: 'x' },
    {
      place: 'remote',
      startedAt: '2026-11-23T08:00:00.000Z',
      endedAt: '2026-11-23T08:30:00.000Z',
      note: 'x',
      facts: {},
    },
  ],
  [
    'time past midnight',
    'time',
    { date: '2026-11-22', from: '23:30', to: '00:30' },
    {
      place: 'remote',
      startedAt: '2026-11-22T22:30:00.000Z',
      endedAt: '2026-11-22T23:30:00.000Z',
      note: '',
      facts: {},
    },
  ],
  ['time without an end', 'time', { to: '' }, { field: 'to', code: 'badTime' }],
  [
    'a trip',
    'trip',
    { from: '09:00', kilometres: '34,5', facts: { zone: 'II' } },
    { at: '2026-11-23T08:00:00.000Z', note: '', kilometres: '34.5', facts: { zone: 'II' } },
  ],
  [
    'a trip without a length',
    'trip',
    { from: '09:00' },
    { at: '2026-11-23T08:00:00.000Z', note: '', facts: {} },
  ],
  ['a trip of words', 'trip', { kilometres: 'daleko' }, { field: 'kilometres', code: 'badNumber' }],
  [
    'material',
    'material',
    { from: '09:00', name: ' Toner ', quantity: '2', unitPrice: '99,90' },
    {
      at: '2026-11-23T08:00:00.000Z',
      name: 'Toner',
      unit: 'szt.',
      quantity: '2',
      unitPrice: '99.90',
      facts: {},
    },
  ],
]
for (const [what, kind, change, sent] of bodies)
  test(`${what} is sent as it was typed`, () => {
    const work = bodyOf(kind, form(change), zone)
    assert.deepEqual(isProblem(work) ? work : work.body, sent)
  })

test('an entry comes back into its form with a decimal comma', () => {
  const entry = {
    kind: 'trip',
    id: '1',
    ticketId: '2',
    staffId: '3',
    staffName: 'Piotr Wójcik',
    notBilledBecause: null,
    facts: { zone: 'II' },
    isSettled: false,
    version: 1,
    at: '2026-11-23T08:00:00Z',
    kilometres: '34.500',
    note: '',
  } as const
  const shown = formOf(entry, zone)
  assert.deepEqual([shown.date, shown.from, shown.kilometres], ['2026-11-23', '09:00', '34,5'])
  assert.deepEqual(shown.facts, { zone: 'II' })
  assert.equal(secondsOf([entry]), 0)
})

test('fields stand only for what is asked, or was said while it was asked', () => {
  assert.deepEqual(choicesOf({}, {}), [])
  assert.deepEqual(choicesOf({ role: ['starszy'], flags: ['ekspres'] }, {}), [
    ['role', ['starszy']],
    ['flags', ['ekspres']],
  ])
  assert.deepEqual(choicesOf({ role: ['starszy'] }, { role: 'dyżurny', flags: ['noc'] }), [
    ['role', ['starszy', 'dyżurny']],
    ['flags', ['noc']],
  ])
})
