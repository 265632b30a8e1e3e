/**
 * Time: minutes are raised to a minimum and rounded up to started units, the
 * first unit may be longer than the next ("first hour indivisible, then every
 * started half an hour"); work beyond a duration costs the overtime price.
 * No work stays no work: zero minutes are never raised.
 */
import { dec, divide, mul, toText } from '../../base/decimal.ts'
import { must } from '../../base/must.ts'
import { chargeOf, type Charge } from './charge.ts'

export type TimeRounding = { unitMinutes: number; firstMinutes?: number; minimumMinutes?: number }

export function roundedMinutes(minutes: number, rounding: TimeRounding): number {
  must(Number.isInteger(minutes) && minutes >= 0, 'minutes are whole and not negative')
  must(rounding.unitMinutes > 0, 'a unit of time has a length')
  if (minutes === 0) return 0
  const first = rounding.firstMinutes ?? 0
  const raised = Math.max(minutes, rounding.minimumMinutes ?? 0, first)
  return first + Math.ceil((raised - first) / rounding.unitMinutes) * rounding.unitMinutes
}

export type TimeTerms = {
  hourPrice: string
  rounding: TimeRounding
  overtime?: { afterMinutes: number; hourPrice: string }
}

export function time(minutes: number, terms: TimeTerms): Charge {
  const counted = roundedMinutes(minutes, terms.rounding)
  const normal = Math.min(counted, terms.overtime?.afterMinutes ?? counted)
  const parts = [timePart(normal, terms.hourPrice)]
  if (terms.overtime && counted > normal) parts.push(timePart(counted - normal, terms.overtime.hourPrice))
  return chargeOf(parts)
}

function timePart(minutes: number, hourPrice: string) {
  return { quantity: String(minutes), unitPrice: hourPrice, amount: priceOfMinutes(minutes, hourPrice) }
}

/** Twelve decimals carry the part of a minute far below any currency's smallest coin. */
function priceOfMinutes(minutes: number, hourPrice: string): string {
  return toText(divide(mul(dec(minutes), dec(hourPrice)), dec('60'), 12, 'half-away'))
}
