/**
 * Percentage: each event is charged a rate of its value and a fixed sum, bounded
 * below and above. The first events and the first units are free, in order of
 * arrival; an event that is free as a whole owes no fixed sum, one that is free
 * in part does. When either allowance is used up, nothing more is free.
 */
import { add, compare, dec, mul, sub, toText, zero, type Decimal } from '../../base/decimal.ts'
import { chargeOf, type Charge, type ChargePart } from './charge.ts'

export type PercentageTerms = {
  ratePercent: string
  fixedPerEvent?: string
  minimumPerEvent?: string
  maximumPerEvent?: string
  freeEvents?: number
  freeUnits?: string
}

export function percentage(events: string[], terms: PercentageTerms): Charge {
  const parts: ChargePart[] = []
  let unitsLeft = terms.freeUnits === undefined ? undefined : dec(terms.freeUnits)
  events.forEach((event, step) => {
    const value = dec(event)
    const free = freePart(value, step, unitsLeft, terms)
    if (unitsLeft) unitsLeft = sub(unitsLeft, free)
    const paid = sub(value, free)
    const isFree = compare(free, zero) > 0 && compare(paid, zero) === 0
    if (!isFree) parts.push(priced(paid, step, terms))
  })
  return chargeOf(parts)
}

function freePart(
  value: Decimal,
  step: number,
  unitsLeft: Decimal | undefined,
  terms: PercentageTerms,
): Decimal {
  const nothingIsFree = terms.freeEvents === undefined && unitsLeft === undefined
  if (nothingIsFree || step >= (terms.freeEvents ?? Infinity)) return zero
  if (unitsLeft === undefined) return value
  return compare(value, unitsLeft) <= 0 ? value : unitsLeft
}

function priced(paid: Decimal, step: number, terms: PercentageTerms): ChargePart {
  const byRate = mul(mul(paid, dec(terms.ratePercent)), dec('0.01'))
  const amount = bounded(add(byRate, dec(terms.fixedPerEvent ?? '0')), terms)
  return {
    quantity: toText(paid),
    ratePercent: terms.ratePercent,
    flatFee: terms.fixedPerEvent,
    step,
    amount: toText(amount),
  }
}

function bounded(amount: Decimal, terms: PercentageTerms): Decimal {
  const { minimumPerEvent, maximumPerEvent } = terms
  if (minimumPerEvent !== undefined && compare(amount, dec(minimumPerEvent)) < 0) return dec(minimumPerEvent)
  if (maximumPerEvent !== undefined && compare(amount, dec(maximumPerEvent)) > 0) return dec(maximumPerEvent)
  return amount
}
