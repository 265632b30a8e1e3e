/** Quiet hours: a mail that nobody could act on waits for the morning. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { problemOfQuietHours, quietUntil, type QuietHours } from './quiet-hours.ts'
import { always, at, office, warsaw } from './testing.ts'

const night: QuietHours = { from: '20:00', to: '07:00', freeDays: false }
const free: QuietHours = { ...night, freeDays: true }
const noon: QuietHours = { from: '12:00', to: '13:00', freeDays: false }

//  what it shows, now, quiet, until
const cases: [string, string, QuietHours, string | undefined][] = [
  ['in working hours it is not quiet', '2026-11-20T15:40', free, undefined],
  ['in the evening until the morning', '2026-11-19T22:10', night, '2026-11-20T07:00'],
  ['after midnight until the same morning', '2026-11-20T03:00', night, '2026-11-20T07:00'],
  ['exactly at the beginning it is quiet', '2026-11-19T20:00', night, '2026-11-20T07:00'],
  ['exactly at the end no more', '2026-11-20T07:00', night, undefined],
  ['over a weekend with free days', '2026-11-20T21:00', free, '2026-11-23T07:00'],
  ['over the weekend day by day without', '2026-11-20T21:00', night, '2026-11-21T07:00'],
  ['on Saturday at noon with free days', '2026-11-21T12:00', free, '2026-11-23T07:00'],
  ['over Christmas', '2026-12-23T21:00', free, '2026-12-28T07:00'],
  ['within a day', '2026-11-20T12:30', noon, '2026-11-20T13:00'],
  ['in the night when the clock goes back', '2026-10-25T02:30', night, '2026-10-25T07:00'],
]
for (const [what, now, quiet, until] of cases)
  test(`${what}: at ${now}`, () =>
    assert.equal(quietUntil(warsaw(now), quiet, office)?.toString(), until && at(until)))

test('who works round the clock has no free days', () =>
  assert.equal(quietUntil(warsaw('2026-11-21T12:00'), free, always), undefined))

const bad: [string, Partial<QuietHours>, string | undefined][] = [
  ['an hour that does not exist', { from: '25:00' }, 'from'],
  ['a text that is no hour', { to: 'rano' }, 'to'],
  ['no length at all', { from: '07:00' }, 'to'],
  ['an evening to a morning', {}, undefined],
]
for (const [what, change, field] of bad)
  test(`quiet hours: ${what}`, () => assert.equal(problemOfQuietHours({ ...night, ...change }), field))
