/** What an item drew from each of its pools and blocks, told for its explanation. */
import { microText } from '../base/micro.ts'
import type { DrawShare } from './explanation.ts'
import type { Answer } from './ledger.ts'

export function drawSummary(answers: Answer[]): { draws?: DrawShare[] } {
  const sums = new Map<string, { pool: string; kind: 'pool' | 'block'; quantity: number }>()
  for (const { drawn } of answers) {
    for (const { pool, kind, quantity } of drawn) {
      const known = sums.get(pool)
      if (known) known.quantity += quantity
      else sums.set(pool, { pool, kind, quantity })
    }
  }
  if (sums.size === 0) return {}
  return { draws: [...sums.values()].map((one) => ({ ...one, quantity: microText(one.quantity) })) }
}
