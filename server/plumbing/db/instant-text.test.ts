/** Instants come from the database as the ISO text that `Temporal.Instant` writes, by the quick way and by the careful one. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { instantText } from './database.ts'

//  as PostgreSQL writes it             as we read it
const cases = [
  ['2026-11-20 15:40:00+00', '2026-11-20T15:40:00Z'],
  ['2026-11-20 15:40:00.5+00', '2026-11-20T15:40:00.5Z'],
  ['2026-11-20 15:40:00.123456+00', '2026-11-20T15:40:00.123456Z'],
  ['2026-11-20 16:40:00+01', '2026-11-20T15:40:00Z'],
  ['2026-11-20 21:10:00.25+05:30', '2026-11-20T15:40:00.25Z'],
] as const

for (const [written, read] of cases)
  test(`${written} is ${read}`, () => assert.equal(instantText(written), read))

test('the quick way and the careful one agree on every second of two days around a change of the clock', () => {
  let instant = Temporal.Instant.from('2026-03-28T12:00:00Z')
  for (let n = 0; n < 5000; n++, instant = instant.add({ seconds: 35, milliseconds: 7 * (n % 3) })) {
    const text = instant.toString()
    assert.equal(instantText(text.replace('T', ' ').replace('Z', '+00')), text)
  }
})
