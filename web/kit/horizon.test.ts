import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clusters, hoursOf, placeOf } from './horizon.ts'

const at = (text: string) => Date.parse(`2026-11-23T${text}:00+01:00`)
const day = { fromMs: at('08:00'), toMs: at('17:00'), nowMs: at('10:42') }
const hours = (everyHours: number) => hoursOf(day, 'pl', 'Europe/Warsaw', everyHours).map((h) => h.text)

test('noon stands at four ninths of a day from 8 to 17', () => assert.equal(placeOf(at('12:00'), day), 4 / 9))
test('what was due before opening stands at the edge', () => assert.equal(placeOf(at('06:00'), day), 0))
test('an hour closer than half an hour to now is dropped', () =>
  assert.deepEqual(hours(1), ['8:00', '9:00', '10:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']))
test('a narrow line names every third hour', () => assert.deepEqual(hours(3), ['8:00', '14:00', '17:00']))
test('deadlines too close to be hit apart are one target', () => {
  const points = [{ atMs: at('11:37') }, { atMs: at('11:25') }, { atMs: at('13:00') }]
  assert.deepEqual(
    clusters(points, day, 0.03).map((g) => g.length),
    [2, 1],
  )
})
