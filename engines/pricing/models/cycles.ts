/**
 * Billing cycles: how many periods of a subscription are to be invoiced up to a
 * day. Cycles begin on the billing day (in a shorter month on its last day). A
 * subscription that begins between billing days has a stub first: it ends on the
 * billing day of its first month, or one whole period later when that day is past.
 * A stub, at the beginning or at the end, counts for its days of the whole cycle.
 */
import { add, dec, divide, toText, zero, type Decimal } from '../../base/decimal.ts'

export const monthsOf = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const
export type CyclePeriod = keyof typeof monthsOf

export type Subscription = {
  start: string
  /** The first day on which it is no longer there. */
  end?: string
  billingDay: number
  period: CyclePeriod
  inAdvance: boolean
}

type Cycle = { from: Temporal.PlainDate; to: Temporal.PlainDate; whole: number }

/** The number of cycles, with twelve decimals for the stubs. */
export function cyclesUpTo(target: string, subscription: Subscription): string {
  let count = zero
  for (const cycle of cyclesFrom(subscription)) {
    const dueOn = subscription.inAdvance ? cycle.from : cycle.to
    if (Temporal.PlainDate.compare(dueOn, target) > 0) break
    count = add(count, shareOf(cycle))
  }
  return toText(count)
}

function shareOf(cycle: Cycle): Decimal {
  return divide(dec(daysBetween(cycle.from, cycle.to)), dec(cycle.whole), 12, 'half-away')
}

/** The cycles in order, the last one cut at the end of the subscription. */
function* cyclesFrom(subscription: Subscription): Generator<Cycle> {
  const end = subscription.end === undefined ? undefined : Temporal.PlainDate.from(subscription.end)
  let from = Temporal.PlainDate.from(subscription.start)
  let index = 0
  const first = firstBoundary(from, subscription)
  while (!end || Temporal.PlainDate.compare(from, end) < 0) {
    const to = boundary(first, index, subscription)
    const wholeFrom = index === 0 ? to.subtract({ months: monthsOf[subscription.period] }) : from
    const cut = end && Temporal.PlainDate.compare(end, to) < 0 ? end : to
    if (Temporal.PlainDate.compare(from, to) < 0) yield { from, to: cut, whole: daysBetween(wholeFrom, to) }
    from = to
    index += 1
  }
}

/** The month in which the first cycle after the stub begins. */
function firstBoundary(
  start: Temporal.PlainDate,
  { billingDay, period }: Subscription,
): Temporal.PlainYearMonth {
  const month = start.toPlainYearMonth()
  const here = onDay(month, billingDay)
  return Temporal.PlainDate.compare(here, start) >= 0 ? month : month.add({ months: monthsOf[period] })
}

function boundary(first: Temporal.PlainYearMonth, index: number, { billingDay, period }: Subscription) {
  return onDay(first.add({ months: index * monthsOf[period] }), billingDay)
}

function onDay(month: Temporal.PlainYearMonth, day: number): Temporal.PlainDate {
  return month.toPlainDate({ day: Math.min(day, month.daysInMonth) })
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
