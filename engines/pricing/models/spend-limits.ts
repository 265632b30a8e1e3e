/**
 * Limits on what is spent in a period: a percentage off, then the maximum less
 * what was billed before in the period, then the minimum. The minimum waits for
 * the end of the period. A commitment that was not reached is trued up.
 */
import { add, compare, dec, divide, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'

export type SpendLimits = {
  percentDiscount?: string
  maximumSpend?: string
  minimumSpend?: string
  billedBefore?: string
  periodClosed?: boolean
}

export function limited(amount: string, limits: SpendLimits): string {
  const billed = dec(limits.billedBefore ?? '0')
  const discounted = lessPercent(dec(amount), limits.percentDiscount)
  const capped =
    limits.maximumSpend === undefined ? discounted : atMost(discounted, sub(dec(limits.maximumSpend), billed))
  if (limits.minimumSpend === undefined || limits.periodClosed === false) return toText(capped)
  return toText(add(capped, dec(trueUp(limits.minimumSpend, toText(add(capped, billed))))))
}

/** What is missing to the minimum; a part of a period owes its days' share of the minimum. */
export function trueUp(minimum: string, billed: string, share?: { days: number; ofDays: number }): string {
  const due = share ? daysShare(minimum, share) : dec(minimum)
  const missing = sub(due, dec(billed))
  return toText(compare(missing, zero) > 0 ? missing : zero)
}

function daysShare(amount: string, share: { days: number; ofDays: number }): Decimal {
  return divide(mul(dec(amount), dec(share.days)), dec(share.ofDays), 12, 'half-away')
}

function lessPercent(amount: Decimal, percent: string | undefined): Decimal {
  return percent === undefined ? amount : sub(amount, mul(mul(amount, dec(percent)), dec('0.01')))
}

function atMost(amount: Decimal, left: Decimal): Decimal {
  const room = compare(left, zero) > 0 ? left : zero
  return compare(amount, room) > 0 ? room : amount
}
