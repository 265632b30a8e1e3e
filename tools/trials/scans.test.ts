/** The short form of the trial of scans. */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skipWithoutTypst } from '#server/plumbing/pdf/pdf-text.ts'
import { trials } from './list.ts'

const options = { isShort: true, seed: 20_261_123, say: () => {} }

test(
  'scans find their version however they lie, and no wrong one is ever accepted',
  { skip: skipWithoutTypst },
  async () => {
    const { figures, violations } = await trials.scans!(options)
    assert.deepEqual(violations, [], `seed ${options.seed}`)
    assert.equal(figures.wrongAccepted, 0)
    assert.ok(Number(figures.good) >= 6)
  },
)
