/** The warnings of a contract in the editor. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Terms } from './contract-data.ts'
import { nextShare, withWarnings } from './warning-draft.ts'

type Clock = Terms['clock']
const clock = { closeAfterDays: 5 } as Clock
const at = (share: number) => ({ share, tell: ['assignee' as const] })

//  said already          offered next
const cases = [
  [[], 50],
  [[50], 75],
  [[50, 90], 75],
  [[50, 75, 90], 100],
  [[50, 75, 90, 100], 1],
  [[1, 2, 50, 75, 90, 100], 3],
] as const
for (const [said, next] of cases)
  test(`after ${said.join(', ') || 'none'} comes ${next}`, () => assert.equal(nextShare(said.map(at)), next))

test('without any warning the clock says nothing of them: the company’s ladder holds', () => {
  const own = withWarnings(clock, [at(80)])
  assert.deepEqual(own.warnings, [at(80)])
  assert.equal('warnings' in withWarnings(own, []), false)
  assert.equal(withWarnings(own, []).closeAfterDays, 5)
})
