/** What any rule may say further, in English: for which work, in which hours, by which steps, from which pools. */
import type { BillingPeriod } from '#engines/pricing/billing-period.ts'
import type { Band, PriceItem, PriceTiers, Where } from '#engines/pricing/price-list.ts'
import { p, type Fields, type Part, type Parts } from './price-fields.ts'
import { categoriesEn, joinedBy } from './price-rule-parts.ts'

const days = {
  workday: 'working days',
  sat: 'Saturdays',
  sun: 'Sundays',
  holiday: 'holidays',
  any: 'every day',
}

export function furtherEn(item: PriceItem, f: Fields, _period: BillingPeriod): Parts[] {
  const has = (field: string) =>
    field in item && (item as unknown as Record<string, unknown>)[field] !== undefined
  return [
    has('where') ? whereText((item as { where: Where }).where, f) : [],
    has('tiers') ? tiersText((item as { tiers: PriceTiers }).tiers, f) : [],
    item.kind === 'perUnit' ? sizesText(item, f) : [],
    has('classes') ? classesText((item as { classes: unknown[] }).classes, f) : [],
    has('bands')
      ? [
          'The price by the hour: ',
          ...bandsText((item as { bands: Band[] }).bands, 'bands', f),
          '. Work over two of them is divided by the clock.',
        ]
      : [],
    item.kind === 'perTime' && item.round.surplus
      ? p`Minutes that rounding adds are priced ${f.choice('round.surplus', { lastBand: 'like the end of the work', extend: 'as if the work went on' })}.`
      : [],
    has('weigh')
      ? ['What is used counts: ', ...bandsText((item as { weigh: Band[] }).weigh, 'weigh', f), '.']
      : [],
    item.kind === 'perTime' && item.overtime
      ? p`Beyond ${f.minutes('overtime.afterMinutes')} of a ${f.choice('overtime.per', { visit: 'visit', ticket: 'ticket', day: 'day' })}: ${item.overtime.factor ? f.quantity('overtime.factor') : f.price('overtime.hourPrice')}${item.overtime.factor ? ' times the price' : ' per hour'}.`
      : [],
    item.kind === 'perTime' && item.afterEvent
      ? p`The first minutes are in the price of: ${f.items('afterEvent')}.`
      : [],
    has('draw') && item.kind !== 'points' ? p`Used up first: ${f.items('draw')}.` : [],
    has('drawOrder')
      ? p`The package is used by the ${f.choice('drawOrder', { oldest: 'oldest work first', dearest: 'dearest work first' })}.`
      : [],
    has('settle')
      ? p`What lies above is settled ${f.choice('settle', { endOfPool: 'with the last period of the pool' })}.`
      : [],
    item.kind === 'perTicket' && item.countsAgainAfterDays !== undefined
      ? p`Opened again within ${f.counted('countsAgainAfterDays', { one: 'day', other: 'days' })} of its resolve it counts once.`
      : [],
    item.kind === 'travel' && item.includedTrips
      ? p`The first trips of the period are free: ${f.whole('includedTrips')}.`
      : [],
    item.kind === 'perUnit' && item.included ? p`Free: ${f.quantity('included')}.` : [],
    item.kind === 'perUnit' && item.change
      ? p`Changes inside the period: ${f.choice('change', { daily: 'each day by the number of that day', average: 'the average of the days', peak: 'the largest number', first: 'the number of the first day', last: 'the number of the last day' })}.`
      : [],
    (item.kind === 'perUnit' || item.kind === 'flatFee') && item.every === 'month'
      ? p`The price is ${f.choice('every', { month: 'for each month of the period', period: 'for the period' })}.`
      : [],
    item.kind === 'minimum' && item.per && item.per !== 'contract'
      ? p`Compared ${f.choice('per', { contract: 'together', device: 'for each device', site: 'for each site' })}.`
      : [],
    item.kind === 'minimum' && item.compared
      ? p`Compared ${f.choice('compared', { beforeDiscounts: 'before discounts', afterDiscounts: 'after discounts' })}.`
      : [],
    item.from ? p`Holds from ${f.date('from')}.` : [],
    item.until && item.kind !== 'discount' ? p`Holds through ${f.date('until')}.` : [],
  ]
}

function whereText(where: Where, f: Fields): Parts {
  const parts: Part[][] = []
  const add = (field: keyof Where, label: string, labels?: Record<string, string>) => {
    if (where[field] !== undefined) parts.push([label, f.names(`where.${field}`, labels)])
  }
  add('roles', 'done by: ')
  add('services', 'service: ')
  add('categories', 'category: ', categoriesEn)
  add('notCategories', 'not of the category: ', categoriesEn)
  add('priorities', 'priority: ')
  add('flags', 'marked: ')
  add('notFlags', 'not marked: ')
  add('sites', 'site: ')
  add('deviceClasses', 'devices: ')
  if (where.outOfScope) parts.push(['work outside the contract'])
  if (where.otherwise) parts.push(['work that no other rule takes'])
  return parts.length === 0 ? [] : ['For: ', ...joinedBy('; ', parts), '.']
}

function tiersText(tiers: PriceTiers, f: Fields): Parts {
  if (tiers.mode === 'package')
    return p`${f.price('tiers.packagePrice')} for every started ${f.quantity('tiers.size')}.`
  if (tiers.mode === 'blocks') {
    const steps = tiers.steps.map(({ packages }, i): Part[] => [
      packages === null ? 'then packs of ' : 'the first ',
      ...(packages === null ? [] : [f.quantity(`tiers.steps.${i}.packages`), ' packs of ']),
      f.quantity(`tiers.steps.${i}.size`),
      ' for ',
      f.price(`tiers.steps.${i}.packagePrice`),
    ])
    return ['Steps: ', ...joinedBy('; ', steps), '.']
  }
  const steps = tiers.steps.map(({ upTo, stepPrice }, i): Part[] => [
    ...(upTo === null ? ['then '] : ['up to ', f.quantity(`tiers.steps.${i}.upTo`), ' at ']),
    f.price(`tiers.steps.${i}.unitPrice`),
    ...(stepPrice === undefined ? [] : [' + ', f.price(`tiers.steps.${i}.stepPrice`), ' for the step']),
  ])
  const each =
    tiers.mode === 'graduated' ? ' (each part at its own price).' : ' (all at the price of the step reached).'
  return ['Steps: ', ...joinedBy('; ', steps), each]
}

function sizesText(item: Extract<PriceItem, { kind: 'perUnit' }>, f: Fields): Parts {
  if (!item.sizes) return []
  const steps = item.sizes.map(({ upTo }, i): Part[] => [
    ...(upTo === null ? ['larger '] : ['up to ', f.quantity(`sizes.${i}.upTo`), ' ']),
    f.price(`sizes.${i}.unitPrice`),
  ])
  return ['The price by size: ', ...joinedBy('; ', steps), '.']
}

function classesText(classes: unknown[], f: Fields): Parts {
  const all = classes.map((_, i): Part[] => [
    f.text(`classes.${i}.name`),
    ' ',
    f.price(`classes.${i}.unitPrice`),
  ])
  return ['Prices: ', ...joinedBy('; ', all), '.']
}

function bandsText(bands: Band[], root: string, f: Fields): Part[] {
  return joinedBy(
    '; ',
    bands.map((band, i): Part[] => [
      f.choices(`${root}.${i}.days`, days),
      ...(band.fromTime || band.toTime
        ? [' ', f.time(`${root}.${i}.fromTime`, '00:00'), '–', f.time(`${root}.${i}.toTime`, '24:00')]
        : []),
      ...(band.hourPrice
        ? [' ', f.price(`${root}.${i}.hourPrice`)]
        : [' × ', f.quantity(`${root}.${i}.factor`), band.factor === '0' ? ' (free)' : '']),
    ]),
  )
}
