/**
 * Blocks: units are bought in blocks, tier after tier, each tier with its own
 * block size, price and number of blocks. Either every tier is paid for its own
 * part (`allTiers`), or all units are paid at the tier that was reached (`topTier`).
 * Capacity: one price for the first tier whose limits hold every unit.
 */
import { compare, dec, divide, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'
import { must } from '../../base/must.ts'
import { chargeOf, type Charge, type ChargePart } from './charge.ts'

/** `maxBlocks` null: the tier has no end. */
export type BlockTier = { blockSize: string; blockPrice: string; maxBlocks: string | null }
export type BlockTerms = { tiers: BlockTier[]; policy: 'allTiers' | 'topTier' }

export function blocks(quantity: string, terms: BlockTerms): Charge {
  const perTier = blocksPerTier(dec(quantity), terms.tiers)
  if (terms.policy === 'allTiers') return chargeOf(perTier)
  const top = perTier.at(-1)
  return chargeOf(top ? [partOf(terms.tiers, top.step ?? 0, dec(quantity))] : [])
}

function blocksPerTier(quantity: Decimal, tiers: BlockTier[]): ChargePart[] {
  const parts: ChargePart[] = []
  let left = quantity
  tiers.forEach((tier, step) => {
    if (compare(left, zero) <= 0) return
    const holds = unitsOf(tier, step === tiers.length - 1)
    const here = holds !== null && compare(left, holds) > 0 ? holds : left
    parts.push(partOf(tiers, step, here))
    left = sub(left, here)
  })
  return parts
}

/** How many units a tier holds; the last one goes on when more is used. */
function unitsOf(tier: BlockTier, isLast: boolean): Decimal | null {
  return tier.maxBlocks === null || isLast ? null : mul(dec(tier.blockSize), dec(tier.maxBlocks))
}

function partOf(tiers: BlockTier[], step: number, units: Decimal): ChargePart {
  const tier = tiers[step]
  must(tier, 'a block price has at least one tier')
  const count = divide(units, dec(tier.blockSize), 0, 'up')
  const amount = toText(mul(count, dec(tier.blockPrice)))
  return { quantity: toText(count), unitPrice: tier.blockPrice, step, amount }
}

/** A limit of null, or a unit without a limit, holds any quantity. */
export type CapacityTier = { price: string; limits: Record<string, string | null> }

/** Undefined: no tier is wide enough, a person decides. */
export function capacity(usage: Record<string, string>, tiers: CapacityTier[]): Charge | undefined {
  const step = tiers.findIndex((tier) =>
    Object.entries(usage).every(([unit, used]) => holds(tier, unit, used)),
  )
  const tier = tiers[step]
  if (!tier) return undefined
  return chargeOf([{ quantity: '1', flatFee: tier.price, step, amount: tier.price }])
}

function holds(tier: CapacityTier, unit: string, used: string): boolean {
  const limit = tier.limits[unit] ?? null
  return limit === null || compare(dec(used), dec(limit)) <= 0
}
