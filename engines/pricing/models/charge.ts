/**
 * A charge: what a charge model answers. The amount is exact (it is rounded
 * once, later, when it becomes an invoice line), and the parts are its
 * arithmetic: which quantity was multiplied by which price, what was added flat.
 * Amounts, prices and quantities go in and out as exact decimal strings.
 */
import { dec, neg, sub, sum, toText } from '../../base/decimal.ts'

export type ChargePart = {
  quantity: string
  unitPrice?: string
  ratePercent?: string
  flatFee?: string
  /** The place of the tier, of the event or of the inner charge that this part comes from. */
  step?: number
  amount: string
}

export type Charge = { amount: string; parts: ChargePart[] }

export function chargeOf(parts: ChargePart[]): Charge {
  return { amount: toText(sum(parts.map((part) => dec(part.amount)))), parts }
}

/** The whole charge up to now, less what it was when billed earlier in the same period. */
export function sinceBilled(
  charge: (quantity: string) => Charge,
  quantity: string,
  billedQuantity: string,
): Charge {
  const now = charge(quantity)
  const before = charge(billedQuantity)
  const amount = toText(sub(dec(now.amount), dec(before.amount)))
  const earlier = { quantity: billedQuantity, amount: toText(neg(dec(before.amount))) }
  return { amount, parts: [...now.parts, earlier] }
}
