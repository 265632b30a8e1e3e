/**
 * Numbers of invoices: a pattern with {n} (the counter), {MM}, {YYYY}, {YY}. The counter
 * starts anew each month when the pattern names the month, each year when it names only
 * the year, and never otherwise. A number must be unique for the seller (art. 106e VAT act).
 */
export type PatternProblem = 'counter_missing' | 'counter_twice' | 'year_missing' | 'unknown_part' | 'too_long' | 'bad_sign'

/** What is wrong with a pattern that a person typed. */
export function problemsOfPattern(pattern: string): PatternProblem[] {
  const problems: PatternProblem[] = []
  const parts = [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!)
  const counters = parts.filter((name) => name === 'n').length
  if (counters === 0) problems.push('counter_missing')
  if (counters > 1) problems.push('counter_twice')
  if (parts.some((name) => !['n', 'MM', 'YYYY', 'YY'].includes(name))) problems.push('unknown_part')
  // FV/1/01 of this January would be FV/1/01 of the next one.
  if (parts.includes('MM') && !parts.includes('YYYY') && !parts.includes('YY')) problems.push('year_missing')
  if (pattern.length > 60) problems.push('too_long')
  if (!/^[\p{L}\p{N}/_. {}-]*$/u.test(pattern)) problems.push('bad_sign')
  return problems
}

/** In which period the counter runs: "2026-11", "2026" or "all". `issueOn` is YYYY-MM-DD. */
export function periodKey(pattern: string, issueOn: string): string {
  if (pattern.includes('{MM}')) return issueOn.slice(0, 7)
  return /\{YY(YY)?\}/.test(pattern) ? issueOn.slice(0, 4) : 'all'
}

export function formatNumber(pattern: string, n: number, issueOn: string): string {
  const [year = '', month = ''] = issueOn.split('-')
  return pattern.replaceAll('{n}', String(n)).replaceAll('{MM}', month).replaceAll('{YYYY}', year).replaceAll('{YY}', year.slice(2))
}
