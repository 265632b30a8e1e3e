import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber, periodKey, problemsOfPattern } from './numbering.ts'

//  pattern, counter, issued on → counted in, number
const numbers: [pattern: string, n: number, issueOn: string, period: string, number: string][] = [
  ['FV/{n}/{MM}/{YYYY}', 12, '2026-11-30', '2026-11', 'FV/12/11/2026'],
  ['FV/{n}/{MM}/{YYYY}', 1, '2027-01-01', '2027-01', 'FV/1/01/2027'],
  ['{YYYY}/{n}', 7, '2026-11-30', '2026', '2026/7'],
  ['F {n}-{YY}', 7, '2026-11-30', '2026', 'F 7-26'],
  ['{n}', 1234, '2026-11-30', 'all', '1234'],
]

for (const [pattern, n, issueOn, period, number] of numbers) {
  test(`${pattern} counts in ${period} and gives ${number}`, () => {
    assert.deepEqual(problemsOfPattern(pattern), [])
    assert.equal(periodKey(pattern, issueOn), period)
    assert.equal(formatNumber(pattern, n, issueOn), number)
  })
}

const wrong: [what: string, pattern: string, expected: string[]][] = [
  ['no counter', 'FV/{MM}/{YYYY}', ['counter_missing']],
  ['nothing at all', '', ['counter_missing']],
  ['two counters', '{n}/{n}', ['counter_twice']],
  ['a month without its year', 'FV/{n}/{MM}', ['year_missing']],
  ['an unknown part', 'FV/{n}/{DD}', ['unknown_part']],
  ['a brace left open', 'FV/{n}/{YYYY', ['unknown_part']],
  ['a stray brace', 'FV/{n}}', ['unknown_part']],
  ['a sign that no register takes', 'FV/{n}\n', ['bad_sign']],
  ['too long', `${'F'.repeat(60)}{n}`, ['too_long']],
]

for (const [what, pattern, expected] of wrong) {
  test(`a pattern with ${what} is refused`, () => assert.deepEqual(problemsOfPattern(pattern), expected))
}
