/**
 * Bucket: an allowance granted anew for each period; what is used above it is
 * overage. Where agreed, the unused part of the period before is carried over,
 * once: only what was granted for that period itself, never what it had carried in.
 */
import { add, compare, dec, divide, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'

export type BucketTerms = { included: string; rollover?: boolean; carriedIn?: string }

/** The overage of the last of consecutive periods. */
export function overageOf(consumed: string[], terms: BucketTerms): string {
  const used = dec(consumed.at(-1) ?? '0')
  const granted = add(dec(terms.included), carried(consumed, terms))
  return toText(notBelowZero(sub(used, granted)))
}

function carried(consumed: string[], terms: BucketTerms): Decimal {
  if (terms.carriedIn !== undefined) return dec(terms.carriedIn)
  const before = consumed.at(-2)
  if (!terms.rollover || before === undefined) return zero
  return notBelowZero(sub(dec(terms.included), dec(before)))
}

/** Overage may be counted in minutes and priced by the hour. */
export function priceOfOverage(
  overage: string,
  terms: { overagePrice: string; unitsPerPricedUnit?: string },
): string {
  const exact = mul(dec(overage), dec(terms.overagePrice))
  return toText(divide(exact, dec(terms.unitsPerPricedUnit ?? '1'), 12, 'half-away'))
}

function notBelowZero(value: Decimal): Decimal {
  return compare(value, zero) < 0 ? zero : value
}
