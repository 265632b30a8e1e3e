/** What can be wrong with steps of a price: gaps, overlaps, no end, sizes of nothing. */
import type { PriceTiers } from './price-list.ts'
import { error, isObject, isPlainDecimal, oneOf, optional, price, quantity } from './problem-checks.ts'
import type { PriceListProblem } from './problem-checks.ts'

export function tierProblems(tiers: PriceTiers, path: string, firstPrice?: string): PriceListProblem[] {
  if (!isObject(tiers)) return [error('missing', path)]
  if (tiers.mode === 'package') {
    return [
      ...quantity(tiers.size, `${path}.size`, { isPositive: true }),
      ...price(tiers.packagePrice, `${path}.packagePrice`),
      ...optional(tiers.freeUnits, (free) => quantity(free, `${path}.freeUnits`)),
    ]
  }
  if (tiers.mode === 'blocks') return blockSteps(tiers, path)
  const problems = [
    ...oneOf(tiers.mode, ['graduated', 'volume', 'package', 'blocks'], `${path}.mode`),
    ...stepProblems(tiers.steps, `${path}.steps`, (step, at) => [
      ...price(step.unitPrice, `${at}.unitPrice`),
      ...optional(step.stepPrice, (own) => price(own, `${at}.stepPrice`)),
    ]),
  ]
  if (problems.length > 0) return problems
  const starts = tiers.steps[0]?.unitPrice
  const isElsewhere =
    firstPrice !== undefined && starts !== undefined && Number(firstPrice) !== Number(starts)
  return isElsewhere ? [error('tiersStartElsewhere', `${path}.steps[0].unitPrice`)] : []
}

/** Steps end one after another, and the last one never does. */
export function stepProblems<S extends { upTo: string | null }>(
  steps: S[],
  path: string,
  check: (step: S, at: string) => PriceListProblem[],
): PriceListProblem[] {
  if (!Array.isArray(steps) || steps.length === 0) return [error('missing', path)]
  const problems = steps.flatMap((step, i) => {
    const at = `${path}[${i}]`
    if (!isObject(step)) return [error('missing', at)]
    const ends = step.upTo === null ? [] : quantity(step.upTo, `${at}.upTo`, { isPositive: true })
    return [...ends, ...(ends.length === 0 ? orderProblems(steps, i, `${at}.upTo`) : []), ...check(step, at)]
  })
  const last = steps.at(-1)
  const goesOn = isObject(last) && last.upTo === null
  return goesOn ? problems : [...problems, error('tiersGap', `${path}[${steps.length - 1}].upTo`)]
}

function orderProblems(steps: { upTo: string | null }[], i: number, path: string): PriceListProblem[] {
  const before = steps[i - 1]
  if (!before || !isObject(before)) return []
  const own = steps[i]!.upTo
  if (before.upTo === null) return [error('tiersOverlap', path)]
  if (own === null || !isPlainDecimal(before.upTo)) return []
  return Number(own) > Number(before.upTo) ? [] : [error('tiersOverlap', path)]
}

function blockSteps(tiers: Extract<PriceTiers, { mode: 'blocks' }>, path: string): PriceListProblem[] {
  const { steps } = tiers
  if (!Array.isArray(steps) || steps.length === 0) return [error('missing', `${path}.steps`)]
  const problems = steps.flatMap((step, i) => {
    const at = `${path}.steps[${i}]`
    if (!isObject(step)) return [error('missing', at)]
    const isLast = i === steps.length - 1
    const packages =
      step.packages === null
        ? isLast
          ? []
          : [error('tiersOverlap', `${at}.packages`)]
        : [
            ...quantity(step.packages, `${at}.packages`, { isPositive: true }),
            ...(isLast ? [error('tiersGap', `${at}.packages`)] : []),
          ]
    return [
      ...quantity(step.size, `${at}.size`, { isPositive: true }),
      ...price(step.packagePrice, `${at}.packagePrice`),
      ...packages,
    ]
  })
  return [...oneOf(tiers.policy, ['allTiers', 'topTier'], `${path}.policy`), ...problems]
}
