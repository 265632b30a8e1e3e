/**
 * What Polish identifiers share: people write them with spaces and dashes, and
 * their last digit answers for the others through a weighted sum.
 */
export function withoutSeparators(text: string): string {
  return text.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase()
}

export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)
}
