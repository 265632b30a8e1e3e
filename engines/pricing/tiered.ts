/**
 * Tiers of a price list, run by the charge models. What of the period was priced before
 * (late work) stands in the same tiers: the later work pays the difference.
 */
import { compare, dec, mul, sub, sum, toText, zero } from '../base/decimal.ts'
import { blocks } from './models/blocks.ts'
import { chargeOf, sinceBilled, type Charge, type ChargePart } from './models/charge.ts'
import { packages } from './models/package.ts'
import { graduated, volume } from './models/tiers.ts'
import type { PriceTiers } from './price-list.ts'

export function chargeByTiers(quantity: string, tiers: PriceTiers): Charge {
  if (compare(dec(quantity), zero) <= 0) return chargeOf([])
  if (tiers.mode === 'package') return packages(quantity, { ...tiers, packageSize: tiers.size })
  if (tiers.mode === 'blocks')
    return blocks(quantity, { policy: tiers.policy, tiers: tiers.steps.map(blockTier) })
  const terms = {
    tiers: tiers.steps.map(({ upTo, unitPrice, stepPrice }) => ({ upTo, unitPrice, flatFee: stepPrice })),
  }
  return tiers.mode === 'graduated' ? graduated(quantity, terms) : volume(quantity, terms)
}

function blockTier(step: { size: string; packagePrice: string; packages: string | null }) {
  return { blockSize: step.size, blockPrice: step.packagePrice, maxBlocks: step.packages }
}

/** The charge of what is new; its parts can stand on lines of their own. */
export function newCharge(quantity: string, before: string, tiers: PriceTiers): Charge {
  if (compare(dec(before), zero) === 0) return chargeByTiers(quantity, tiers)
  const whole = toText(sum([dec(quantity), dec(before)]))
  const since = sinceBilled((some) => chargeByTiers(some, tiers), whole, before)
  if (tiers.mode !== 'graduated') return chargeOf([{ quantity, amount: since.amount }])
  return chargeOf(newParts(chargeByTiers(whole, tiers).parts, chargeByTiers(before, tiers).parts))
}

/** Step by step, what the whole has more than what was there before. */
function newParts(whole: ChargePart[], before: ChargePart[]): ChargePart[] {
  return whole.flatMap((part) => {
    const had = before.find((one) => one.step === part.step)
    if (!had) return [part]
    const quantity = sub(dec(part.quantity), dec(had.quantity))
    if (compare(quantity, zero) === 0) return []
    const amount = toText(mul(quantity, dec(part.unitPrice ?? '0')))
    return [{ ...part, flatFee: undefined, quantity: toText(quantity), amount }]
  })
}
