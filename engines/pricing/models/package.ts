/**
 * Package: units are sold in packages of a size, every started package is paid
 * whole (or, where agreed, only every full one). Units that are free come off first.
 * Converting works alike: pages become boxes, seconds become minutes, and the
 * converted quantity is priced by another model.
 */
import { compare, dec, divide, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'
import { chargeOf, type Charge } from './charge.ts'

export type WholeUnits = 'up' | 'down'

export function packages(
  quantity: string,
  terms: { packageSize: string; packagePrice: string; freeUnits?: string; rounding?: WholeUnits },
): Charge {
  const paid = notBelowZero(sub(dec(quantity), dec(terms.freeUnits ?? '0')))
  const count = divide(paid, dec(terms.packageSize), 0, terms.rounding ?? 'up')
  const amount = toText(mul(count, dec(terms.packagePrice)))
  return chargeOf([{ quantity: toText(count), unitPrice: terms.packagePrice, amount }])
}

/** The quantity in the units that are priced, less the free ones. */
export function converted(
  quantity: string,
  terms: { divideBy: string; rounding?: WholeUnits | 'halfUp'; freeUnits?: string },
): string {
  const scale = terms.rounding ? 0 : 12
  const rounding = terms.rounding === undefined || terms.rounding === 'halfUp' ? 'half-away' : terms.rounding
  const units = divide(dec(quantity), dec(terms.divideBy), scale, rounding)
  return toText(notBelowZero(sub(units, dec(terms.freeUnits ?? '0'))))
}

function notBelowZero(value: Decimal): Decimal {
  return compare(value, zero) < 0 ? zero : value
}
