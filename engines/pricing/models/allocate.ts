/**
 * Sharing out money: integer minor units over weights, so that the shares add up
 * to the total to the last coin. Each gets its share rounded down, the coins that
 * are left go to the largest remainders, the earlier one first.
 * Credits are used up in their order over lines in their order.
 */
import { add, compare, dec, divide, mul, sub, sum, toText, zero, type Decimal } from '../../base/decimal.ts'
import { must } from '../../base/must.ts'

export function allocate(totalMinor: number, weights: string[]): number[] {
  must(Number.isSafeInteger(totalMinor), 'money is shared out in whole minor units')
  if (totalMinor < 0) return allocate(-totalMinor, weights).map((share) => -share)
  const whole = sum(weights.map((weight) => dec(weight)))
  must(compare(whole, zero) > 0, 'money is shared out over something')

  const exact = weights.map((weight) => mul(dec(totalMinor), dec(weight)))
  const shares = exact.map((value) => Number(toText(divide(value, whole, 0, 'down'))))
  const remainders = exact.map((value, i) => sub(value, mul(dec(shares[i] ?? 0), whole)))
  const coins = totalMinor - shares.reduce((a, b) => a + b, 0)
  for (const i of byLargest(remainders).slice(0, coins)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}

function byLargest(values: Decimal[]): number[] {
  return values
    .map((value, i) => ({ value, i }))
    .sort((a, b) => compare(b.value, a.value) || a.i - b.i)
    .map(({ i }) => i)
}

/** A credit never gives back more than was paid and not yet given back. */
export function creditCap(credit: string, paid: string, creditedBefore: string): string {
  const left = sub(dec(paid), dec(creditedBefore))
  const room = compare(left, zero) > 0 ? left : zero
  return toText(compare(dec(credit), room) > 0 ? room : dec(credit))
}

/** What remains to be paid of each line. */
export function creditsOnLines(lines: string[], credits: string[]): string[] {
  let left = sum(credits.map((credit) => dec(credit)))
  return lines.map((line) => {
    const used = compare(left, dec(line)) > 0 ? dec(line) : left
    left = sub(left, used)
    return toText(sub(dec(line), used))
  })
}

export type Reduction = { percent: string } | { fixed: string }

/** Discounts, each on the original amount, then adjustments with their own sign. */
export function lessDiscounts(amount: string, discounts: Reduction[], adjustments: string[] = []): string {
  const off = discounts.map((one) =>
    'fixed' in one ? dec(one.fixed) : mul(mul(dec(amount), dec(one.percent)), dec('0.01')),
  )
  return toText(add(sub(dec(amount), sum(off)), sum(adjustments.map((one) => dec(one)))))
}
