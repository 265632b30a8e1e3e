/** Who may decide about a credit, and when. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { obstacleOf } from './credit-view.ts'

//  what it shows                               month      grows  role              stands in the way
const cases = [
  ['the month is over', '2026-10', false, 'billing', undefined],
  ['the owner decides too', '2026-10', false, 'owner', undefined],
  ['the month runs', '2026-11', false, 'billing', 'waitsForMonth'],
  ['the ticket runs on', '2026-10', true, 'manager', 'grows'],
  ['an account manager looks', '2026-10', false, 'accountManager', 'role'],
] as const

for (const [what, month, isGrowing, role, obstacle] of cases)
  test(`${what}: ${obstacle ?? 'may be decided'}`, () =>
    assert.equal(
      obstacleOf({ month, isGrowing }, role, Date.parse('2026-11-01T00:30:00Z'), 'Europe/Warsaw'),
      obstacle,
    ))
