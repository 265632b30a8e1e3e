/**
 * REGON, the number of the statistical register: nine digits, or fourteen for a
 * local unit, whose first nine are a valid REGON themselves. The last digit is the
 * weighted sum modulo 11, a 10 counting as 0.
 */
import { weightedSum, withoutSeparators } from './digits.ts'

export type RegonProblem = 'regon_missing' | 'regon_characters' | 'regon_length' | 'regon_checksum'

const weightsOfNine = [8, 9, 2, 3, 4, 5, 6, 7]
const weightsOfFourteen = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

export function cleanRegon(text: string): string {
  return withoutSeparators(text)
}

export function problemOfRegon(text: string): RegonProblem | undefined {
  const regon = cleanRegon(text)
  if (regon === '') return 'regon_missing'
  if (!/^\d+$/.test(regon)) return 'regon_characters'
  if (regon.length !== 9 && regon.length !== 14) return 'regon_length'
  const sound = holds(regon, weightsOfNine) && (regon.length === 9 || holds(regon, weightsOfFourteen))
  return sound ? undefined : 'regon_checksum'
}

function holds(regon: string, weights: readonly number[]): boolean {
  return (weightedSum(regon, weights) % 11) % 10 === Number(regon[weights.length])
}
