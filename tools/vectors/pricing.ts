/**
 * Neutral cases of prices, read into the production price engine: one entry of the
 * table for each model of the vocabulary. What a case asks for and the engine cannot
 * say is answered with the reason, never with a guess. What a price list can say is asked of
 * the public door too, and both answers must be the expected one.
 */
import { compare, dec, mul, round, sub, sum, toText } from '#engines/base/decimal.ts'
import { allocate, creditCap, creditsOnLines, lessDiscounts } from '#engines/pricing/models/allocate.ts'
import { blocks, capacity, type BlockTerms } from '#engines/pricing/models/blocks.ts'
import { overageOf, priceOfOverage } from '#engines/pricing/models/bucket.ts'
import { sinceBilled, type Charge } from '#engines/pricing/models/charge.ts'
import { cyclesUpTo, type CyclePeriod } from '#engines/pricing/models/cycles.ts'
import { converted, packages } from '#engines/pricing/models/package.ts'
import { flat, perUnit, perUnitFrom } from '#engines/pricing/models/per-unit.ts'
import { percentage } from '#engines/pricing/models/percentage.ts'
import { calendarDays, prorated, proratedChange } from '#engines/pricing/models/proration.ts'
import { limited, trueUp } from '#engines/pricing/models/spend-limits.ts'
import { graduated, volume, type Tier, type TierTerms } from '#engines/pricing/models/tiers.ts'
import { time } from '#engines/pricing/models/time.ts'
import { amountByPriceList } from './pricing-lists.ts'
import type { Runner, Verdict } from './runner.ts'

type Values = Record<string, unknown>
type Answer = string | string[]

/** A case that the engine has no words for. */
class CannotSay extends Error {}

export const pricingRunner: Runner = (vector) => {
  try {
    const verdict = compared(vector, answerOf(vector))
    return 'ok' in verdict && verdict.ok ? comparedByList(vector, verdict) : verdict
  } catch (error) {
    if (error instanceof CannotSay) return { cannot: error.message }
    throw error
  }
}

function answerOf(vector: Values): Answer {
  const model = text(vector['model'])
  const params = values(vector['params'])
  const charge = charges[model]
  if (charge) return limitedBy(charged(charge, vector, params), vector, params)
  const other = others[model]
  if (other) return other(params, vector)
  throw new CannotSay(`the model ${model}`)
}

/** Models of a quantity; what was billed of it before in the period comes off. */
const charges: Record<string, (quantity: string, params: Values, vector: Values) => Charge> = {
  per_unit: (quantity, params) => perUnit(quantity, { unitPrice: text(params['unit_price']) }),
  flat: (_, params) => flat(text(params['amount'])),
  multiplier: (quantity, params) => perUnit(quantity, { unitPrice: text(params['multiplier']) }),
  usage_minimum: (quantity, params) =>
    perUnitFrom(quantity, {
      unitPrice: text(params['unit_price']),
      minimumQuantity: text(params['minimum_quantity']),
    }),
  graduated: (quantity, params) => graduated(quantity, tierTerms(params)),
  graduated_percentage: (quantity, params) => graduated(quantity, tierTerms(params)),
  volume: (quantity, params, vector) =>
    volume(quantity, { ...tierTerms(params), ...fullQuantity(params, vector) }),
  volume_prorated: (quantity, params, vector) =>
    volume(quantity, { ...tierTerms(params), ...fullQuantity(params, vector) }),
  package: (quantity, params) =>
    packages(quantity, {
      packageSize: text(params['package_size']),
      packagePrice: text(params['package_price']),
      freeUnits: optional(params['free_units']),
      rounding: wholeUnits(params['rounding']),
    }),
  blocks: (quantity, params, vector) => blocksOf(quantity, params, vector),
  capacity: (_, params, vector) => capacityOf(params, vector),
  percentage: (quantity, params, vector) => percentage(eventsOf(quantity, vector), percentageTerms(params)),
  groups: (_, params, vector) => groupsOf(params, vector),
  convert_then_unit: (quantity, params) => {
    const units = converted(quantity, {
      divideBy: text(params['divide_by']),
      rounding: params['rounding'] === undefined ? undefined : rounding(params['rounding']),
      freeUnits: optional(params['free_units']),
    })
    if (params['tiers'] !== undefined) return graduated(units, tierTerms(params))
    return perUnit(units, { unitPrice: text(params['unit_price']) })
  },
  time: (_, params, vector) => time(Number(vector['minutes'] ?? vector['quantity']), timeTerms(params)),
}

const others: Record<string, (params: Values, vector: Values) => Answer> = {
  true_up: (params) => trueUp(text(params['minimum']), text(params['billed'] ?? '0'), daysShare(params)),
  bucket: (params, vector) => {
    const overage = overageOf(list(vector['consumed']).map(text), {
      included: text(params['included']),
      rollover: params['rollover'] === true,
      carriedIn: optional(params['carried_in'] ?? vector['carried_in']),
    })
    if (params['overage_price'] === undefined) return overage
    const unitsPerPricedUnit = optional(params['units_per_priced_unit'])
    return priceOfOverage(overage, { overagePrice: text(params['overage_price']), unitsPerPricedUnit })
  },
  discounts: (params, vector) =>
    lessDiscounts(
      text(params['amount'] ?? vector['quantity']),
      list(params['discounts']).map((one) => reduction(values(one))),
      list(params['adjustments'] ?? []).map(text),
    ),
  prorated_amount: (params, vector) => {
    const share = { days: Number(params['used_days']), ofDays: Number(params['period_days']) }
    return prorated(text(params['amount']), share, Number(vector['round_to'] ?? 12))
  },
  prorated_change: (params, vector) =>
    proratedChange({
      from: text(params['old_amount']),
      to: text(params['new_amount']),
      share: { days: Number(params['remaining_days']), ofDays: Number(params['period_days']) },
      decimals: Number(vector['round_to'] ?? 2),
    }),
  cycles: (params) =>
    cyclesUpTo(text(params['target']), {
      start: text(params['start']),
      end: optional(params['end']),
      billingDay: Number(params['billing_day']),
      period: cyclePeriod(params['period']),
      inAdvance: params['in_advance'] !== false,
    }),
  calendar_days: (params) =>
    String(calendarDays(text(params['from']), text(params['to']), text(params['timezone']))),
  credit_cap: (params) =>
    creditCap(text(params['credit']), text(params['paid']), text(params['credited_before'] ?? '0')),
  allocate: (params) =>
    allocate(Number(params['total_minor']), list(params['weights']).map(text)).map(String),
  credits_on_lines: (params) =>
    creditsOnLines(list(params['lines']).map(text), list(params['credits']).map(text)),
}

function charged(charge: (typeof charges)[string], vector: Values, params: Values): string {
  const billed = optional(vector['already_billed_quantity'] ?? params['already_billed_quantity'])
  const quantity = text(vector['quantity'] ?? '0')
  const of = (some: string) => charge(some, params, vector)
  const nothingBilled = billed === undefined || compare(dec(billed), dec('0')) === 0
  return (nothingBilled ? of(quantity) : sinceBilled(of, quantity, billed)).amount
}

function limitedBy(amount: string, vector: Values, params: Values): string {
  const given = (name: string) => optional(params[name] ?? vector[name])
  return limited(amount, {
    percentDiscount: given('percent_discount'),
    maximumSpend: given('maximum_spend'),
    minimumSpend: given('minimum_spend'),
    billedBefore: given('previously_billed'),
    periodClosed: (params['period_closed'] ?? vector['period_closed']) !== false,
  })
}

function blocksOf(quantity: string, params: Values, vector: Values): Charge {
  if (params['units'] === undefined) return blocks(quantity, blockTerms(params))
  const used = Object.entries(values(vector['usage']))
  const units = values(params['units'])
  return together(used.map(([unit, some]) => blocks(text(some), blockTerms(values(units[unit])))))
}

function capacityOf(params: Values, vector: Values): Charge {
  const usage = Object.fromEntries(
    Object.entries(values(vector['usage'])).map(([unit, used]) => [unit, text(used)]),
  )
  const tiers = list(params['tiers']).map((tier) => {
    const limits = Object.entries(values(values(tier)['limits']))
    const read = limits.map(([unit, limit]) => [unit, limit === null ? null : text(limit)] as const)
    return { price: text(values(tier)['price']), limits: Object.fromEntries(read) }
  })
  const found = capacity(usage, tiers)
  if (!found) throw new CannotSay('a usage above every tier')
  const billed = params['already_billed'] ?? vector['already_billed'] ?? '0'
  return { ...found, amount: toText(sub(dec(found.amount), dec(text(billed)))) }
}

function groupsOf(params: Values, vector: Values): Charge {
  const inner = charges[text(params['inner'])]
  if (!inner) throw new CannotSay(`groups of ${text(params['inner'])}`)
  const terms = { ...params, ...(params['inner_params'] === undefined ? {} : values(params['inner_params'])) }
  return together(list(vector['quantities']).map((quantity) => inner(text(quantity), terms, {})))
}

function together(some: Charge[]): Charge {
  return {
    amount: toText(sum(some.map((one) => dec(one.amount)))),
    parts: some.flatMap((one) => one.parts),
  }
}

// ------------------------------------------------ reading the vocabulary

function tierTerms(params: Values): TierTerms {
  const tiers = list(params['tiers']).map((one): Tier => {
    const tier = values(one)
    return {
      upTo: tier['up_to'] === null || tier['up_to'] === undefined ? null : text(tier['up_to']),
      unitPrice: optional(tier['unit_price']),
      ratePercent: optional(tier['rate_percent']),
      flatFee: optional(tier['flat_fee']),
    }
  })
  return { tiers, flatFeeWithoutUsage: params['zero_usage_flat_fee'] === true }
}

function fullQuantity(params: Values, vector: Values) {
  return { fullQuantity: optional(vector['full_quantity'] ?? params['full_quantity']) }
}

function blockTerms(params: Values): BlockTerms {
  const tiers = list(params['tiers']).map((one) => {
    const tier = values(one)
    const maxBlocks = text(tier['max_blocks'] ?? '-1')
    return {
      blockSize: text(tier['block_size']),
      blockPrice: text(tier['block_price']),
      maxBlocks: maxBlocks === '-1' ? null : maxBlocks,
    }
  })
  return { tiers, policy: params['policy'] === 'top_tier' ? 'topTier' : 'allTiers' }
}

function percentageTerms(params: Values) {
  return {
    ratePercent: text(params['rate_percent'] ?? '0'),
    fixedPerEvent: optional(params['fixed_per_event']),
    minimumPerEvent: optional(params['min_per_event']),
    maximumPerEvent: optional(params['max_per_event']),
    freeEvents: params['free_events'] === undefined ? undefined : Number(params['free_events']),
    freeUnits: optional(params['free_units']),
  }
}

function timeTerms(params: Values) {
  const overtimeAfter = optional(params['overtime_after_hours'])
  const minimum = params['minimum_minutes']
  return {
    hourPrice: text(params['hour_price']),
    rounding: {
      unitMinutes: Number(params['round_up_minutes'] ?? 1),
      minimumMinutes: minimum === undefined ? undefined : Number(minimum),
    },
    overtime:
      overtimeAfter === undefined
        ? undefined
        : {
            afterMinutes: Number(toText(mul(dec(overtimeAfter), dec('60')))),
            hourPrice: text(params['overtime_price']),
          },
  }
}

function eventsOf(quantity: string, vector: Values): string[] {
  return vector['events'] === undefined ? [quantity] : list(vector['events']).map(text)
}

function daysShare(params: Values) {
  const days = params['used_days'] ?? params['active_days']
  if (days === undefined || params['period_days'] === undefined) return undefined
  return { days: Number(days), ofDays: Number(params['period_days']) }
}

function reduction(one: Values) {
  return one['percent'] === undefined ? { fixed: text(one['fixed']) } : { percent: text(one['percent']) }
}

function wholeUnits(value: unknown): 'up' | 'down' {
  if (value === undefined || value === 'up') return 'up'
  if (value === 'down') return 'down'
  throw new CannotSay(`packages rounded ${text(value)}`)
}

function rounding(value: unknown): 'up' | 'down' | 'halfUp' | undefined {
  if (value === 'up' || value === 'down') return value
  if (value === 'half_up') return 'halfUp'
  if (value === 'none') return undefined
  throw new CannotSay(`a conversion rounded ${text(value)}`)
}

function cyclePeriod(value: unknown): CyclePeriod {
  const found = { month: 'month', quarter: 'quarter', half_year: 'halfYear', year: 'year' }[text(value)]
  if (!found) throw new CannotSay(`cycles of a ${text(value)}`)
  return found as CyclePeriod
}

function compared(vector: Values, got: Answer): Verdict {
  const expected = vector['expected_amount']
  const decimals = vector['round_to'] === undefined ? undefined : Number(vector['round_to'])
  const same = (one: string, other: unknown) =>
    compare(atDecimals(one, decimals), atDecimals(text(other), decimals)) === 0
  if (Array.isArray(expected)) {
    const ok =
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((one, i) => same(got[i] ?? '', one))
    return { ok, got, expected }
  }
  return { ok: !Array.isArray(got) && same(got, expected), got, expected }
}

/** Money is whole grosze: a case whose amount has parts of one is the models' alone. */
function comparedByList(vector: Values, verdict: Verdict): Verdict {
  const byList = amountByPriceList(vector)
  if (byList === undefined || !('got' in verdict) || typeof verdict.got !== 'string') return verdict
  const isMoney = compare(dec(verdict.got), round(dec(verdict.got), 2)) === 0
  return isMoney ? compared(vector, byList) : verdict
}

function atDecimals(value: string, decimals: number | undefined) {
  return decimals === undefined ? dec(value) : round(dec(value), decimals)
}

function values(value: unknown): Values {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CannotSay('a missing object')
  return value as Values
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CannotSay('a missing list')
  return value
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new CannotSay('a missing value')
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : text(value)
}
