import assert from 'node:assert/strict'
import test from 'node:test'
import { changedLines } from './correction.ts'

const before = [
  { position: 1, name: 'Abonament', quantity: '1', unitPrice: '1 200,00', vat: '23' },
  { position: 2, name: 'Zgłoszenia', quantity: '3', unitPrice: '85,00', vat: '23' },
]

test('only what was typed over goes into a correction', () =>
  assert.deepEqual(
    changedLines(before, [before[0]!, { ...before[1]!, quantity: '2', name: 'Zgłoszenia ' }]),
    [{ position: 2, quantity: '2' }],
  ))

test('nothing typed over is nothing to correct', () => assert.deepEqual(changedLines(before, before), []))
