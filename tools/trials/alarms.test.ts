/** The short form of the trial of alarms with a real program. */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trials } from './list.ts'

const options = { isShort: true, seed: Date.now() % 1_000_000, say: () => {} }

test('alarms of a program that is killed again and again are told once each, in their order', async () => {
  const { figures, violations } = await trials.alarms!(options)
  // How late they come is a matter of the long form, on a machine that does nothing else.
  const broken = violations.filter((sentence) => !sentence.startsWith('p99'))
  assert.deepEqual(broken, [], `seed ${options.seed}`)
  assert.ok(Number(figures.kills) > 0)
})
