/**
 * Numbers of invoices: a pattern with {n} (the counter), {MM}, {YYYY}, {YY}. The counter
 * starts anew each month when the pattern names the month, each year when it names only
 * the year, and never otherwise. A number is unique for its seller (art. 106e VAT act), so
 * a month never stands without its year.
 */
export type PatternProblem =
  | 'counter_missing'
  | 'counter_twice'
  | 'year_missing'
  | 'unknown_part'
  | 'too_long'
  | 'bad_sign'

const partsKnown = ['n', 'MM', 'YYYY', 'YY']
const lengthMax = 60

/** What is wrong with a pattern that a person typed. */
export function problemsOfPattern(pattern: string): PatternProblem[] {
  const parts = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const counters = parts.filter((name) => name === 'n').length
  const hasYear = parts.includes('YYYY') || parts.includes('YY')
  const loose = pattern.replace(/\{[^{}]*\}/g, '')
  const found: [PatternProblem, boolean][] = [
    ['counter_missing', counters === 0],
    ['counter_twice', counters > 1],
    ['unknown_part', parts.some((name) => !partsKnown.includes(name)) || /[{}]/.test(loose)],
    // FV/1/01 of this January would be FV/1/01 of the next one.
    ['year_missing', parts.includes('MM') && !hasYear],
    ['too_long', pattern.length > lengthMax],
    ['bad_sign', !/^[\p{L}\p{N}/_. {}-]*$/u.test(pattern)],
  ]
  return found.flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}

/** In which period the counter runs: "2026-11", "2026" or "all". `issueOn` is YYYY-MM-DD. */
export function periodKey(pattern: string, issueOn: string): string {
  if (pattern.includes('{MM}')) return issueOn.slice(0, 7)
  return /\{YY(YY)?\}/.test(pattern) ? issueOn.slice(0, 4) : 'all'
}

export function formatNumber(pattern: string, n: number, issueOn: string): string {
  const [year = '', month = ''] = issueOn.split('-')
  return pattern
    .replaceAll('{n}', String(n))
    .replaceAll('{MM}', month)
    .replaceAll('{YYYY}', year)
    .replaceAll('{YY}', year.slice(2))
}
