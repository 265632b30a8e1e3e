/**
 * Interest for delay: principal × yearly rate × days / 365, also in leap years. The parts
 * between two changes (of the rate, of what is owed) are added exactly and rounded once.
 */
import { dec, divide, mul, sum, type Decimal } from '../base/decimal.ts'

export type Principal = { amount: Decimal; days: number; yearlyPercent: string }

export function interestOf(
  principals: readonly Principal[],
  { yearDays = 365, decimals = 2 }: { yearDays?: number; decimals?: number } = {},
): Decimal {
  const percentDays = sum(
    principals.map(({ amount, days, yearlyPercent }) => mul(mul(amount, dec(days)), dec(yearlyPercent))),
  )
  return divide(percentDays, dec(yearDays * 100), decimals, 'half-away')
}

/** Days from `from` up to, not including, `to`; none when it lies the other way round. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days)
}

export function nextDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}

export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
}
