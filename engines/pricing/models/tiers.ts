/**
 * Tiers. Graduated: each part of the quantity is priced at its own tier.
 * Volume: the whole quantity is priced at the tier into which it falls.
 * A tier ends at `upTo` (inclusive; null has no end); its flat fee is due when
 * the tier is entered, that of the first tier, where agreed, even without usage.
 */
import { add, compare, dec, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'
import { must } from '../../base/must.ts'
import { chargeOf, type Charge, type ChargePart } from './charge.ts'

export type Tier = { upTo: string | null; unitPrice?: string; ratePercent?: string; flatFee?: string }
export type TierTerms = { tiers: Tier[]; flatFeeWithoutUsage?: boolean }

export function graduated(quantity: string, terms: TierTerms): Charge {
  const used = dec(quantity)
  if (compare(used, zero) <= 0) return withoutUsage(terms)

  const parts: ChargePart[] = []
  let from = zero
  terms.tiers.forEach((tier, step) => {
    if (compare(used, from) <= 0) return
    const isLast = step === terms.tiers.length - 1
    const to = isLast || tier.upTo === null ? used : least(used, dec(tier.upTo))
    parts.push(partAt(tier, step, sub(to, from)))
    from = to
  })
  return chargeOf(parts)
}

export function volume(quantity: string, terms: TierTerms & { fullQuantity?: string }): Charge {
  const used = dec(quantity)
  const whole = dec(terms.fullQuantity ?? quantity)
  if (compare(whole, zero) <= 0) return withoutUsage(terms)

  const step = tierOf(whole, terms.tiers)
  return chargeOf([partAt(tierAt(terms.tiers, step), step, used)])
}

function withoutUsage(terms: TierTerms): Charge {
  const first = tierAt(terms.tiers, 0)
  if (!terms.flatFeeWithoutUsage) return chargeOf([])
  return chargeOf([{ quantity: '0', flatFee: first.flatFee ?? '0', step: 0, amount: first.flatFee ?? '0' }])
}

/** Above the last tier the last tier goes on. */
function tierOf(quantity: Decimal, tiers: Tier[]): number {
  const found = tiers.findIndex((tier) => tier.upTo === null || compare(quantity, dec(tier.upTo)) <= 0)
  return found < 0 ? tiers.length - 1 : found
}

function partAt(tier: Tier, step: number, quantity: Decimal): ChargePart {
  const amount = add(variablePart(tier, quantity), dec(tier.flatFee ?? '0'))
  return {
    quantity: toText(quantity),
    unitPrice: tier.unitPrice,
    ratePercent: tier.ratePercent,
    flatFee: tier.flatFee,
    step,
    amount: toText(amount),
  }
}

function variablePart(tier: Tier, quantity: Decimal): Decimal {
  const perUnit = mul(quantity, dec(tier.unitPrice ?? '0'))
  const byRate = mul(mul(quantity, dec(tier.ratePercent ?? '0')), dec('0.01'))
  return add(perUnit, byRate)
}

function tierAt(tiers: Tier[], step: number): Tier {
  const tier = tiers[step]
  must(tier, 'a tiered price has at least one tier')
  return tier
}

function least(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b
}
