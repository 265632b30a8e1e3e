/** What can be wrong with one price item: meters, events, points, pools, blocks, surcharges, credits. */
import { bandProblems } from './band-problems.ts'
import { classProblems, references, roundProblems, type Check } from './item-problems.ts'
import {
  allowanceProrations,
  creditMeasures,
  poolUnits,
  ticketExclusions,
  type ItemKind,
  type ItemOf,
  type PriceList,
} from './price-list.ts'
import {
  eachOneOf,
  error,
  isDate,
  isObject,
  isPlainDecimal,
  oneOf,
  optional,
  price,
  quantity,
  whole,
  type PriceListProblem,
} from './problem-checks.ts'
import { stepProblems, tierProblems } from './tier-problems.ts'

const longestMonths = 120

export const moreChecks = {
  oneOff: (item: ItemOf<'oneOff'>, path: string) => [
    ...price(item.amountPrice, `${path}.amountPrice`, { decimals: 2 }),
    ...(isDate(item.on) ? [] : [error('notADate', `${path}.on`)]),
  ],
  perMeter: (item: ItemOf<'perMeter'>, path: string) => [
    ...meterProblems(item, path),
    ...oneOf(item.scope, ['device', 'all'], `${path}.scope`),
    ...optional(item.included, (included) => quantity(included, `${path}.included`)),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...optional(item.tiers, (tiers) => tierProblems(tiers, `${path}.tiers`, item.unitPrice)),
    ...optional(item.missingAverageOf, (of) =>
      whole(of, `${path}.missingAverageOf`, { least: 1, atMost: 12 }),
    ),
  ],
  perEvent: (item: ItemOf<'perEvent'>, path: string) => [
    ...nameProblems(item.events, `${path}.events`),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...optional(item.included, (included) => whole(included, `${path}.included`, { atMost: 10_000 })),
    ...oneOf(item.includedPer ?? 'contract', ['contract', 'site', 'device'], `${path}.includedPer`),
    ...oneOf(item.prorateIncluded ?? 'up', allowanceProrations, `${path}.prorateIncluded`),
    ...optional(item.classes, (classes) => classProblems(classes, `${path}.classes`)),
    ...optional(item.tiers, (tiers) => tierProblems(tiers, `${path}.tiers`, item.unitPrice)),
    ...optional(item.coversMinutes, (covers) => [
      ...(isObject(covers) ? [] : [error('missing', `${path}.coversMinutes`)]),
      ...optional(covers?.included, (minutes) =>
        whole(minutes, `${path}.coversMinutes.included`, { atMost: 1440 }),
      ),
      ...optional(covers?.charged, (minutes) =>
        whole(minutes, `${path}.coversMinutes.charged`, { atMost: 1440 }),
      ),
    ]),
  ],
  points: (item: ItemOf<'points'>, path: string) => [
    ...oneOf(item.place ?? 'any', ['remote', 'onSite', 'any'], `${path}.place`),
    ...roundProblems(item.round, `${path}.round`),
    ...optional(item.basePoints, (points) => quantity(points, `${path}.basePoints`)),
    ...quantity(item.pointsPerUnit, `${path}.pointsPerUnit`, { isPositive: true }),
    ...optional(item.weigh, (weigh) => bandProblems(weigh, `${path}.weigh`, { mustCover: false })),
    ...price(item.unitPrice, `${path}.unitPrice`),
    ...eachOneOf(item.excludes ?? [], ticketExclusions, `${path}.excludes`),
  ],
  pool: (item: ItemOf<'pool'>, path: string) => [
    ...oneOf(item.unit, poolUnits, `${path}.unit`),
    ...quantity(item.grant, `${path}.grant`),
    ...oneOf(item.per, ['period', 'month', 'quarter', 'year'], `${path}.per`),
    ...oneOf(item.prorate ?? 'up', ['up', 'halfUp', 'exact', 'full', 'months'], `${path}.prorate`),
    ...oneOf(item.scope ?? 'contract', ['contract', 'site', 'device'], `${path}.scope`),
    ...optional(item.alertAtBp, (share) => whole(share, `${path}.alertAtBp`, { atMost: 10_000 })),
    ...optional(item.carry, (carry) => carryProblems(carry, `${path}.carry`)),
    ...wholeGrant(item, path),
    ...drawsItself(item, path),
  ],
  block: (item: ItemOf<'block'>, path: string) => [
    ...oneOf(
      item.unit,
      poolUnits.filter((unit) => unit !== 'money'),
      `${path}.unit`,
    ),
    ...quantity(item.size, `${path}.size`, { isPositive: true }),
    ...price(item.blockPrice, `${path}.blockPrice`, { decimals: 2 }),
    ...optional(item.validMonths, (months) =>
      whole(months, `${path}.validMonths`, { least: 1, atMost: longestMonths }),
    ),
    ...optional(item.alertAtBp, (share) => whole(share, `${path}.alertAtBp`, { atMost: 10_000 })),
    ...drawsItself(item, path),
  ],
  surcharge: (item: ItemOf<'surcharge'>, path: string, list: PriceList) => [
    ...references(item.of, `${path}.of`, item, list),
    ...either(item, path),
    ...oneOf(item.per ?? 'visit', ['visit', 'entry', 'ticket'], `${path}.per`),
    ...(isObject(item.where) ? [] : [error('missing', `${path}.where`)]),
  ],
  percentage: (item: ItemOf<'percentage'>, path: string) => [
    ...nameProblems(item.events, `${path}.events`),
    ...quantity(item.ratePercent, `${path}.ratePercent`),
    ...optional(item.steps, (steps) =>
      stepProblems(steps, `${path}.steps`, (step, at) => [
        ...quantity(step.ratePercent, `${at}.ratePercent`),
        ...optional(step.stepPrice, (own) => price(own, `${at}.stepPrice`)),
      ]),
    ),
    ...(['fixedPerEventPrice', 'minimumPerEventPrice', 'maximumPerEventPrice'] as const).flatMap((name) =>
      optional(item[name], (own) => price(own, `${path}.${name}`)),
    ),
    ...(Number(item.minimumPerEventPrice ?? 0) > Number(item.maximumPerEventPrice ?? Infinity)
      ? [error('minimumAboveCap', `${path}.minimumPerEventPrice`)]
      : []),
    ...optional(item.freeEvents, (events) => whole(events, `${path}.freeEvents`, {})),
    ...optional(item.freeUnits, (units) => quantity(units, `${path}.freeUnits`)),
  ],
  bundle: (item: ItemOf<'bundle'>, path: string, list: PriceList) => [
    ...price(item.amountPrice, `${path}.amountPrice`, { decimals: 2 }),
    ...references(item.of, `${path}.of`, item, list),
    ...oneOf(item.prorate ?? 'none', ['calendarDays', 'none'], `${path}.prorate`),
  ],
  credit: (item: ItemOf<'credit'>, path: string, list: PriceList) => [
    ...oneOf(item.measure, creditMeasures, `${path}.measure`),
    ...references(item.of, `${path}.of`, item, list),
    ...creditSize(item, path),
    ...optional(item.stepHours, (hours) => whole(hours, `${path}.stepHours`, { least: 1, atMost: 720 })),
    ...optional(item.afterMinutes, (minutes) => whole(minutes, `${path}.afterMinutes`, { atMost: 100_000 })),
    ...optional(item.capBp, (share) => whole(share, `${path}.capBp`, { atMost: 10_000 })),
    ...(item.measure === 'pointsBelow'
      ? whole(item.thresholdBp, `${path}.thresholdBp`, { atMost: 10_000 })
      : []),
  ],
} satisfies { [K in ItemKind]?: Check<K> }

function meterProblems({ meters }: ItemOf<'perMeter'>, path: string): PriceListProblem[] {
  if (!Array.isArray(meters) || meters.length === 0) return [error('missing', `${path}.meters`)]
  return meters.flatMap((one, i) => {
    const at = `${path}.meters[${i}]`
    if (!isObject(one) || typeof one.meter !== 'string' || one.meter === '')
      return [error('missing', `${at}.meter`)]
    const twice = meters.findIndex((other) => isObject(other) && other.meter === one.meter) < i
    return [
      ...(twice ? [error('duplicateId', `${at}.meter`, { id: one.meter })] : []),
      ...optional(one.weight, (weight) => quantity(weight, `${at}.weight`, { isPositive: true })),
    ]
  })
}

function nameProblems(names: string[], path: string): PriceListProblem[] {
  if (!Array.isArray(names) || names.length === 0) return [error('missing', path)]
  return names.flatMap((name, i) =>
    typeof name === 'string' && name !== '' ? [] : [error('missing', `${path}[${i}]`)],
  )
}

function carryProblems(carry: NonNullable<ItemOf<'pool'>['carry']>, path: string): PriceListProblem[] {
  if (!isObject(carry)) return [error('missing', path)]
  return [
    ...whole(carry.months, `${path}.months`, { least: 1, atMost: longestMonths }),
    ...optional(carry.cap, (cap) => quantity(cap, `${path}.cap`)),
    ...oneOf(carry.lose ?? 'oldest', ['oldest', 'newest'], `${path}.lose`),
  ]
}

/** Tickets and events are drawn whole, so whole ones are granted. */
function wholeGrant({ unit, grant, prorate }: ItemOf<'pool'>, path: string): PriceListProblem[] {
  if (unit !== 'ticket' && unit !== 'event') return []
  if (prorate === 'exact') return [error('wholeGrant', `${path}.prorate`)]
  return isPlainDecimal(grant) && !Number.isInteger(Number(grant))
    ? [error('wholeGrant', `${path}.grant`)]
    : []
}

/** A pool is granted or bought; it is never filled from another one. */
function drawsItself(item: object, path: string): PriceListProblem[] {
  return 'draw' in item ? [error('feedEachOther', `${path}.draw`)] : []
}

function either(item: { percentBp?: number; amountPrice?: string }, path: string): PriceListProblem[] {
  if ((item.percentBp === undefined) === (item.amountPrice === undefined))
    return [error('eitherPercentOrAmount', path)]
  return [
    ...optional(item.percentBp, (percent) => whole(percent, `${path}.percentBp`, { atMost: 100_000 })),
    ...optional(item.amountPrice, (amount) => price(amount, `${path}.amountPrice`, { decimals: 2 })),
  ]
}

/** A sum, a percentage, or a fraction of the fee: one of them. */
function creditSize(item: ItemOf<'credit'>, path: string): PriceListProblem[] {
  const sizes = [item.percentBp, item.amountPrice, item.fraction].filter((size) => size !== undefined)
  if (sizes.length !== 1) return [error('creditWithoutSize', path)]
  return [
    ...optional(item.percentBp, (percent) => whole(percent, `${path}.percentBp`, { atMost: 10_000 })),
    ...optional(item.amountPrice, (amount) => price(amount, `${path}.amountPrice`, { decimals: 2 })),
    ...optional(item.fraction, (fraction) => [
      ...(isObject(fraction) ? [] : [error('missing', `${path}.fraction`)]),
      ...whole(fraction?.of, `${path}.fraction.of`, { least: 1, atMost: 366 }),
      ...oneOf(fraction?.per, ['fee', 'unit'], `${path}.fraction.per`),
    ]),
  ]
}
