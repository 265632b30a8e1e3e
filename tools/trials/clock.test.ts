import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryClock } from './clock.ts'

test('the clock agrees with a count of minutes, and known mistakes of clocks are caught', async () => {
  const { violations, figures } = await tryClock({
    seed: 20_261_123,
    cases: 1500,
    logs: 1500,
    mutantCases: 1500,
    say: () => undefined,
  })
  assert.deepEqual(violations, [])
  assert.equal(figures['cases equal to the minutes'], 1500)
})
