/**
 * Proration by calendar days: a part of a period owes its days' share. A change
 * of price inside a period charges the rest at the new price and gives back the
 * rest of the old one; each of the two is money on paper, so each is rounded.
 */
import { dec, divide, mul, sub, toText, type Decimal } from '../../base/decimal.ts'

export type DaysShare = { days: number; ofDays: number }

export function prorated(amount: string, share: DaysShare, decimals: number): string {
  return toText(proratedExact(amount, share, decimals))
}

export function proratedChange(change: {
  from: string
  to: string
  share: DaysShare
  decimals: number
}): string {
  const charge = proratedExact(change.to, change.share, change.decimals)
  const credit = proratedExact(change.from, change.share, change.decimals)
  return toText(sub(charge, credit))
}

function proratedExact(amount: string, share: DaysShare, decimals: number): Decimal {
  return divide(mul(dec(amount), dec(share.days)), dec(share.ofDays), decimals, 'half-away')
}

/** Calendar days between the local dates of two instants. */
export function calendarDays(from: string, to: string, timezone: string): number {
  const date = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate()
  return date(from).until(date(to), { largestUnit: 'days' }).days
}
