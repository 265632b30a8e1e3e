/** The short forms of the trials with a real program. */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trials } from './list.ts'

const options = { isShort: true, seed: Date.now() % 1_000_000, say: () => {} }

test('invoices of a program that is killed again and again have no gap and no double, and are mailed as promised', async () => {
  const { figures, violations } = await trials.issuing!(options)
  assert.deepEqual(violations, [], `seed ${options.seed}`)
  assert.ok(Number(figures.kills) > 0, 'no kill landed inside the run')
})
