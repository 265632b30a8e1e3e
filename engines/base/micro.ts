/**
 * Quantities as whole millionths: exact like a decimal and as quick as a number, for
 * what is counted a hundred thousand times. Money is never kept like this.
 */
import { dec, toText, type Decimal } from './decimal.ts'
import { must } from './must.ts'

/** Millionths of something. */
export type Micro = number

export const microOne = 1_000_000

/** A quantity of at most six decimals. */
export function micro(value: string | number): Micro {
  const plain = Number(value)
  if (Number.isInteger(plain) && Math.abs(plain) < 9_000_000_000) return plain * microOne
  const { units, scale } = dec(value)
  must(scale <= 6, `${value} has at most six decimals`)
  const found = Number(units * 10n ** BigInt(6 - scale))
  must(Number.isSafeInteger(found), `${value} is a quantity`)
  return found
}

export function microText(quantity: Micro): string {
  return quantity % microOne === 0 ? String(quantity / microOne) : toText(microDec(quantity))
}

export function microDec(quantity: Micro): Decimal {
  must(Number.isSafeInteger(quantity), 'a quantity fits its size')
  let units = BigInt(quantity)
  let scale = 6
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}

/** Times a factor that is itself in millionths; what lies beyond the sixth decimal is dropped. */
export function microTimes(quantity: Micro, factor: Micro): Micro {
  if (factor === microOne) return quantity
  return Number((BigInt(quantity) * BigInt(factor)) / 1_000_000n)
}

export function microOver(quantity: Micro, factor: Micro): Micro {
  if (factor === microOne) return quantity
  return Number((BigInt(quantity) * 1_000_000n) / BigInt(factor))
}
