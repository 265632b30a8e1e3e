/**
 * Per unit: every unit costs the same. The simplest charge, and the one under
 * tickets above the allowance, trips, kilometres and materials. A usage minimum
 * raises the quantity before it is priced.
 */
import { compare, dec, mul, toText } from '../../base/decimal.ts'
import { chargeOf, type Charge } from './charge.ts'

export function perUnit(quantity: string, terms: { unitPrice: string }): Charge {
  const amount = toText(mul(dec(quantity), dec(terms.unitPrice)))
  return chargeOf([{ quantity, unitPrice: terms.unitPrice, amount }])
}

export function perUnitFrom(quantity: string, terms: { unitPrice: string; minimumQuantity: string }): Charge {
  const tooFew = compare(dec(quantity), dec(terms.minimumQuantity)) < 0
  return perUnit(tooFew ? terms.minimumQuantity : quantity, terms)
}

/** Flat: the same amount whatever was used. */
export function flat(amount: string): Charge {
  return chargeOf([{ quantity: '1', flatFee: amount, amount }])
}
