/** Rules of a price list in English: what each kind says first, and what any rule may say further. */
import type { BillingPeriod } from '#engines/pricing/billing-period.ts'
import type { PriceItem } from '#engines/pricing/price-list.ts'
import { p, type Fields, type Part, type Parts } from './price-fields.ts'
import { furtherEn } from './price-rule-further.en.ts'
import { joinedBy, poolUnitsEn } from './price-rule-parts.ts'
import type { RuleWords } from './price-rule.pl.ts'

export const rulesEn: RuleWords = { first, further: furtherEn }

const timing = { advance: 'in advance', arrears: 'in arrears' }
const place = { remote: 'Remote work', onSite: 'Work on site', any: 'Work' }
const scope = {
  entry: 'for each entry',
  visit: 'for each visit',
  ticket: 'for each ticket together',
  day: 'for each day together',
  period: 'for the period together',
}
const covers = { tickets: 'tickets', time: 'work time', travel: 'travel', material: 'materials' }
const excludes = {
  cancelled: 'withdrawn',
  merged: 'merged into another',
  ourFault: 'caused by us',
  warranty: 'under warranty',
}
const prorate = { up: 'by days, rounded up', halfUp: 'by days, to the nearest whole', full: 'whole' }
const countedBy = { reportedAt: 'reported', resolvedAt: 'resolved' }
const per = { contract: 'for the contract together', site: 'for each site', device: 'for each device' }
const ofTickets = { one: 'ticket', other: 'tickets' }
const ofMonths = { one: 'month', other: 'months' }

function first(item: PriceItem, f: Fields, period: BillingPeriod): Parts[] {
  switch (item.kind) {
    case 'flatFee':
      return [
        p`Fee ${f.price('feePrice')} per ${period}, paid ${f.choice('timing', timing)}.`,
        item.covers ? p`Without limit in the fee: ${f.choices('covers', covers)}.` : [],
      ]
    case 'oneOff':
      return [p`One-off fee ${f.price('amountPrice')}, on ${f.date('on')}.`]
    case 'perTicket':
      return [
        p`Up to ${f.counted('included', ofTickets)} per ${period} in the fee, each further one ${f.price('unitPrice')}.`,
        p`A ticket counts in the period in which it was ${f.choice('countedBy', countedBy)}; not counted: ${f.choices('excludes', excludes)}.`,
        p`In a part of a period the package is ${f.choice('prorateIncluded', prorate)}.`,
      ]
    case 'perTime':
      return [
        p`${f.choice('place', place, 'any')}: ${f.minutes('includedMinutes')} per ${period} in the fee, then ${f.price('hourPrice')} per hour.`,
        rounding(item, f),
        item.flatUpTo
          ? p`Up to ${f.minutes('flatUpTo.minutes')}: ${f.price('flatUpTo.price')} per contact.`
          : [],
      ]
    case 'travel':
      return [travel(item, f)]
    case 'material':
      return [
        item.costPlusBp === undefined ? [] : p`Materials: cost + ${f.percentBp('costPlusBp')}.`,
        item.listPrices
          ? [
              'List of materials: ',
              ...joinedBy(
                '; ',
                Object.keys(item.listPrices).map((name) => [`${name} `, f.price(`listPrices.${name}`)]),
              ),
              '.',
            ]
          : [],
      ]
    case 'perUnit':
      return [p`${f.text('unit')}: ${f.price('unitPrice')} per ${period}.`]
    case 'perMeter':
      return perMeter(item, f, period)
    case 'perEvent':
      return perEvent(item, f, period)
    case 'points':
      return [
        p`${f.choice('place', place, 'any')}: ${f.quantity('pointsPerUnit')} points for every started ${f.minutes('round.unitMinutes')}${item.basePoints ? ' and ' : ''}${item.basePoints ? f.quantity('basePoints') : ''}${item.basePoints ? ' points for coming' : ''}, counted ${f.choice('round.scope', scope)}.`,
        p`When nothing is left of: ${f.items('draw')}, ${f.price('unitPrice')} a point.`,
      ]
    case 'pool':
      return pool(item, f)
    case 'block':
      return block(item, f)
    case 'surcharge':
      return [
        p`Surcharge ${item.percentBp === undefined ? f.price('amountPrice') : f.percentBp('percentBp')}${item.percentBp === undefined ? ' for each visit' : ''} on: ${f.items('of')}.`,
      ]
    case 'percentage':
      return percentage(item, f)
    case 'minimum':
      return [
        p`At least ${f.price('amountPrice')} per ${period}${item.over ? ' for: ' : ''}${item.over ? f.items('over') : ''}.`,
      ]
    case 'cap':
      return [
        p`At most ${f.price('amountPrice')} per ${period}${item.over ? ' for: ' : ''}${item.over ? f.items('over') : ''}.`,
      ]
    case 'bundle':
      return [p`${f.items('of')} together for ${f.price('amountPrice')} per ${period}.`]
    case 'discount':
      return [
        p`Discount of ${item.percentBp === undefined ? f.price('amountPrice') : f.percentBp('percentBp')}${item.on === 'all' ? '' : ' on: '}${item.on === 'all' ? '' : f.items('on')}${item.until ? ', through ' : ''}${item.until ? f.date('until') : ''}.`,
      ]
    case 'credit':
      return credit(item, f)
  }
}

type Of<K extends PriceItem['kind']> = Extract<PriceItem, { kind: K }>

function rounding(item: Of<'perTime'>, f: Fields): Parts {
  const { firstMinutes, minimumMinutes } = item.round
  const opening: Part[] = firstMinutes
    ? ['the first ', f.minutes('round.firstMinutes'), ' as a whole, then ']
    : []
  const least: Part[] = minimumMinutes ? [', at least ', f.minutes('round.minimumMinutes')] : []
  return [
    'Time is counted ',
    f.choice('round.scope', scope),
    ': ',
    ...opening,
    'every started ',
    f.minutes('round.unitMinutes'),
    ...least,
    '.',
  ]
}

function travel(item: Of<'travel'>, f: Fields): Parts {
  const parts: Part[][] = []
  if (item.perTripPrice) parts.push([f.price('perTripPrice'), ' per trip'])
  if (item.perKmPrice) parts.push([f.price('perKmPrice'), ' per kilometre'])
  if (item.minimumPerTripPrice) parts.push(['at least ', f.price('minimumPerTripPrice'), ' per trip'])
  item.zones?.forEach((_, i) =>
    parts.push(['zone ', f.text(`zones.${i}.zone`), ' ', f.price(`zones.${i}.perTripPrice`)]),
  )
  return ['Travel: ', ...joinedBy('; ', parts), '.']
}

function perMeter(item: Of<'perMeter'>, f: Fields, period: BillingPeriod): Parts[] {
  const meters = item.meters.map(({ weight }, i): Part[] =>
    weight === undefined
      ? [f.text(`meters.${i}.meter`)]
      : [f.text(`meters.${i}.meter`), ' (counts ', f.quantity(`meters.${i}.weight`), ' times)'],
  )
  const scopes = { device: 'for each device', all: 'for all devices together' }
  const included: Part[] = item.included
    ? [f.quantity('included'), ` per ${period} in the fee, each further unit `]
    : ['each unit ']
  return [
    [
      'Meter ',
      ...joinedBy(', ', meters),
      ', counted ',
      f.choice('scope', scopes),
      ': ',
      ...included,
      f.price('unitPrice'),
      '.',
    ],
    item.missingAverageOf
      ? p`Where a reading is missing we take the average of the last ${f.counted('missingAverageOf', { one: 'period', other: 'periods' })} and settle it with the next reading.`
      : [],
  ]
}

const eventsEn = {
  callOut: 'call-out',
  intervention: 'intervention',
  inspection: 'inspection',
  leakCheck: 'leak check',
  patrol: 'patrol',
  udtExam: 'attendance at an examination',
  visit: 'visit',
}

function perEvent(item: Of<'perEvent'>, f: Fields, period: BillingPeriod): Parts[] {
  const each: Parts =
    item.included === undefined
      ? p`${f.names('events', eventsEn)}: ${f.price('unitPrice')} each.`
      : p`${f.names('events', eventsEn)}: the first ${f.whole('included')} per ${period} (${f.choice('includedPer', per, 'contract')}) in the fee, each further one ${f.price('unitPrice')}.`
  const { included, charged } = item.coversMinutes ?? {}
  return [
    each,
    charged ? p`This price covers the first ${f.minutes('coversMinutes.charged')} of work.` : [],
    included ? p`In the package each covers the first ${f.minutes('coversMinutes.included')} of work.` : [],
  ]
}

function pool(item: Of<'pool'>, f: Fields): Parts[] {
  const perOf = { period: 'per period', month: 'per month', quarter: 'per quarter', year: 'per year' }
  const share = {
    up: 'by days, rounded up',
    halfUp: 'by days, to the nearest whole',
    exact: 'exactly by days',
    full: 'as a whole',
    months: 'for each started month',
  }
  const name: Part[] = item.name ? [' “', f.text('name'), '”'] : []
  return [
    [
      'Pool',
      ...name,
      ': ',
      f.countedQuantity('grant', poolUnitsEn[item.unit]),
      ' ',
      f.choice('per', perOf),
      '.',
    ],
    item.scope && item.scope !== 'contract' ? p`A pool of its own ${f.choice('scope', per)}.` : [],
    item.prorate ? p`In a part of a period it is granted ${f.choice('prorate', share)}.` : [],
    item.carry
      ? p`What is not used stays good for ${f.counted('carry.months', ofMonths)} more; the oldest is used first.`
      : [],
    item.carry?.cap
      ? p`No more than ${f.countedQuantity('carry.cap', poolUnitsEn[item.unit])} are carried into a new period; lost are the ${f.choice('carry.lose', { oldest: 'oldest', newest: 'newest' }, 'oldest')}.`
      : [],
    item.sharedAs ? p`The pool “${f.text('sharedAs')}” is shared by the contracts of the client.` : [],
    item.alertAtBp === undefined ? [] : p`We say so when no more than ${f.percentBp('alertAtBp')} is left.`,
  ]
}

function block(item: Of<'block'>, f: Fields): Parts[] {
  const valid: Part[] = item.validMonths ? [', valid for ', f.counted('validMonths', ofMonths)] : []
  return [
    [
      'Prepaid block of ',
      f.countedQuantity('size', poolUnitsEn[item.unit]),
      ' for ',
      f.price('blockPrice'),
      ...valid,
      '.',
    ],
    ['The block that expires first is used first; what is not used is not paid back.'],
    item.topUp
      ? p`When nothing is left another one is bought ${f.choice('topUp', { automatic: 'by itself' })}.`
      : [],
    item.alertAtBp === undefined ? [] : p`We say so when no more than ${f.percentBp('alertAtBp')} is left.`,
  ]
}

function percentage(item: Of<'percentage'>, f: Fields): Parts[] {
  const rate: Part[] = item.steps
    ? joinedBy(
        '; ',
        item.steps.map(({ upTo }, i): Part[] =>
          upTo === null
            ? ['then ', f.percent(`steps.${i}.ratePercent`)]
            : ['up to ', f.quantity(`steps.${i}.upTo`), ' ', f.percent(`steps.${i}.ratePercent`)],
        ),
      )
    : [f.percent('ratePercent')]
  const bounds: Part[][] = []
  if (item.fixedPerEventPrice) bounds.push(['plus ', f.price('fixedPerEventPrice')])
  if (item.minimumPerEventPrice) bounds.push(['at least ', f.price('minimumPerEventPrice')])
  if (item.maximumPerEventPrice) bounds.push(['at most ', f.price('maximumPerEventPrice')])
  return [
    [
      'Commission of ',
      ...rate,
      ' of the value of: ',
      f.names('events', eventsEn),
      ...bounds.flatMap((bound) => [', ', ...bound]),
      '.',
    ],
  ]
}

function credit(item: Of<'credit'>, f: Fields): Parts[] {
  const size: Part[] = item.amountPrice
    ? [f.price('amountPrice')]
    : item.fraction
      ? [
          '1/',
          f.whole('fraction.of'),
          item.fraction.per === 'unit' ? ' of the fee for that device' : ' of the fee',
        ]
      : [f.percentBp('percentBp')]
  const step: Part[] =
    item.measure === 'missed'
      ? ['For each missed target']
      : item.measure === 'startedDays'
        ? ['For each started day']
        : item.measure === 'pointsBelow'
          ? ['For each started percentage point below ', f.percentBp('thresholdBp'), ' of targets met']
          : ['For each started ', f.whole('stepHours', 1), ' h of delay']
  const after: Part[] = item.afterMinutes ? [' beyond ', f.minutes('afterMinutes')] : []
  const cap: Part[] = item.capBp ? [', at most by ', f.percentBp('capBp')] : []
  return [
    [...step, ...after, ' the fee (', f.items('of'), ') is lowered by ', ...size, ...cap, '.'],
    item.priorities ? p`For priorities: ${f.names('priorities')}.` : [],
    item.confirm === 'none' ? [] : ['A person of ours confirms the credit.'],
  ]
}
