/**
 * The sentences of a price rule as the editor writes them: a phrase with slots, each slot a value
 * at a path of the rule. What a rule may say besides its first sentence is an option that is
 * added and taken away. Data only; the words stand in words/price-editor.
 */
import { bandDays, poolUnits, vatCodes, type Band, type PriceTiers } from '#engines/pricing/price-rules.ts'
import {
  creditMeasures,
  itemsOf,
  unitChanges,
  type PriceItem,
  type PriceList,
} from '#engines/pricing/price-list.ts'

export type Field =
  | { type: 'amount' | 'decimal' | 'percent' | 'minutes' | 'text' | 'names' | 'date' | 'hours'; path: string }
  | { type: 'whole'; path: string; min?: number; max?: number }
  | { type: 'choice'; path: string; choices: readonly string[]; otherwise: string }
  | { type: 'days'; path: string; choices: readonly string[] }
  /** Of a list of materials: a name, and its price. */
  | { type: 'listName' | 'listPrice'; path: string }
  /** Other rules of the list, by their ids. */
  | { type: 'items'; path: string; of: readonly PriceItem['kind'][] }

export type PhraseKey =
  | 'name'
  | 'clause'
  | 'dates'
  | 'oneOff'
  | 'pool'
  | 'carry'
  | 'alert'
  | 'block'
  | 'draw'
  | 'band'
  | 'bandPrice'
  | 'weigh'
  | 'overtime'
  | 'flatUpTo'
  | 'minimumMinutes'
  | 'step'
  | 'lastStep'
  | 'package'
  | 'zone'
  | 'includedTrips'
  | 'unitChange'
  | 'unitsIncluded'
  | 'perMeter'
  | 'perEvent'
  | 'coversIncluded'
  | 'coversCharged'
  | 'points'
  | 'pointsUnit'
  | 'surchargePercent'
  | 'surchargeAmount'
  | 'percentage'
  | 'percentageLimits'
  | 'bundle'
  | 'credit'
  | 'creditCap'
  | 'creditStep'
  | 'over'
  | 'on'
  | 'afterEvent'
  | 'settle'
  | 'category'
  | 'role'
  | 'service'
  | 'notCategory'
  | 'flags'
  | 'notFlags'
  | 'site'
  | 'deviceClass'
  | 'otherwise'
  | 'outOfScope'
  | 'vat'
  | 'resolvedAt'
  | 'countsAgain'
  | 'surplus'
  | 'dearest'
  | 'sharedAs'
  | 'poolScope'
  | 'topUp'
  | 'listPrice'

export type Phrase = {
  key: PhraseKey
  slots: Record<string, Field>
  /** Taken away together, one of a list by its place. */
  option?: { key: OptionKey; index?: number }
}

const work = ['perTicket', 'perTime', 'perEvent', 'perMeter', 'points', 'travel', 'material'] as const
const fees = ['flatFee', 'perUnit', 'perMeter'] as const
const places = ['onSite', 'remote', 'any'] as const

const amount = (path: string): Field => ({ type: 'amount', path })
const decimal = (path: string): Field => ({ type: 'decimal', path })
const percent = (path: string): Field => ({ type: 'percent', path })
const choice = (path: string, choices: readonly string[], otherwise = choices[0]!): Field => ({
  type: 'choice',
  path,
  choices,
  otherwise,
})

/** The first sentences of kinds that have no sentence of their own in the editor. */
export function mainPhrases(item: PriceItem): Phrase[] {
  switch (item.kind) {
    case 'oneOff':
      return [{ key: 'oneOff', slots: { price: amount('amountPrice'), on: { type: 'date', path: 'on' } } }]
    case 'pool':
      return [
        {
          key: 'pool',
          slots: {
            grant: decimal('grant'),
            unit: choice('unit', poolUnits),
            per: choice('per', ['period', 'month', 'quarter', 'year']),
          },
        },
      ]
    case 'block':
      return [
        {
          key: 'block',
          slots: {
            size: decimal('size'),
            unit: choice(
              'unit',
              poolUnits.filter((unit) => unit !== 'money'),
            ),
            price: amount('blockPrice'),
            months: { type: 'whole', path: 'validMonths', min: 1, max: 120 },
          },
        },
      ]
    case 'perMeter':
      return [
        {
          key: 'perMeter',
          slots: {
            meters: { type: 'text', path: 'meters.0.meter' },
            included: decimal('included'),
            price: amount('unitPrice'),
            scope: choice('scope', ['device', 'all']),
          },
        },
      ]
    case 'perEvent':
      return [
        {
          key: 'perEvent',
          slots: {
            events: { type: 'names', path: 'events' },
            included: { type: 'whole', path: 'included' },
            per: choice('includedPer', ['contract', 'site', 'device']),
            price: amount('unitPrice'),
          },
        },
      ]
    case 'points':
      return [
        {
          key: 'points',
          slots: {
            place: choice('place', places, 'any'),
            base: decimal('basePoints'),
            points: decimal('pointsPerUnit'),
            unit: { type: 'minutes', path: 'round.unitMinutes' },
          },
        },
        { key: 'pointsUnit', slots: { price: amount('unitPrice') } },
        drawPhrase(),
      ]
    case 'surcharge':
      return [
        item.percentBp === undefined
          ? {
              key: 'surchargeAmount',
              slots: {
                price: amount('amountPrice'),
                per: choice('per', ['visit', 'entry', 'ticket']),
                flags: { type: 'names', path: 'where.flags' },
                of: { type: 'items', path: 'of', of: work },
              },
            }
          : {
              key: 'surchargePercent',
              slots: {
                percent: percent('percentBp'),
                flags: { type: 'names', path: 'where.flags' },
                of: { type: 'items', path: 'of', of: work },
              },
            },
      ]
    case 'percentage':
      return [
        {
          key: 'percentage',
          slots: { rate: decimal('ratePercent'), events: { type: 'names', path: 'events' } },
        },
      ]
    case 'bundle':
      return [
        {
          key: 'bundle',
          slots: { of: { type: 'items', path: 'of', of: [...fees, ...work] }, price: amount('amountPrice') },
        },
      ]
    case 'credit':
      return [
        {
          key: 'credit',
          slots: {
            percent: percent('percentBp'),
            of: { type: 'items', path: 'of', of: fees },
            measure: choice('measure', creditMeasures),
          },
        },
      ]
    default:
      return []
  }
}

const drawPhrase = (): Phrase => ({
  key: 'draw',
  slots: { draw: { type: 'items', path: 'draw', of: ['pool', 'block'] } },
  option: { key: 'draw' },
})

export type OptionKey =
  | 'name'
  | 'clause'
  | 'dates'
  | 'carry'
  | 'alert'
  | 'draw'
  | 'bands'
  | 'weigh'
  | 'overtime'
  | 'flatUpTo'
  | 'minimumMinutes'
  | 'tiers'
  | 'zones'
  | 'includedTrips'
  | 'change'
  | 'included'
  | 'coversMinutes'
  | 'limits'
  | 'creditCap'
  | 'creditStep'
  | 'over'
  | 'on'
  | 'afterEvent'
  | 'settle'
  | 'category'
  | 'role'
  | 'service'
  | 'notCategory'
  | 'flags'
  | 'notFlags'
  | 'site'
  | 'deviceClass'
  | 'otherwise'
  | 'outOfScope'
  | 'vat'
  | 'resolvedAt'
  | 'countsAgain'
  | 'surplus'
  | 'dearest'
  | 'sharedAs'
  | 'poolScope'
  | 'topUp'
  | 'listPrices'

type Loose = Record<string, unknown>
type Option = {
  for: readonly PriceItem['kind'][]
  phrases: (item: Loose) => Phrase[]
  add: (item: Loose, list: PriceList) => Loose
  remove: (item: Loose, index?: number) => Loose
  /** Several of them may stand in one rule. */
  isMany?: true
  /** Only where the list has what it speaks of. */
  fits?: (list: PriceList) => boolean
}

const all: readonly PriceItem['kind'][] = [
  'flatFee',
  'oneOff',
  'perTicket',
  'perTime',
  'travel',
  'material',
  'perUnit',
  'perMeter',
  'perEvent',
  'points',
  'pool',
  'block',
  'surcharge',
  'percentage',
  'minimum',
  'cap',
  'bundle',
  'discount',
  'credit',
]

const without = (item: Loose, ...names: string[]): Loose =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)))
const listAt = (item: Loose, name: string): unknown[] => (item[name] as unknown[] | undefined) ?? []
const dropAt = (item: Loose, name: string, index = 0): Loose => {
  const left = listAt(item, name).filter((_, i) => i !== index)
  return left.length > 0 ? { ...item, [name]: left } : without(item, name)
}
const stockIds = (list: PriceList): string[] =>
  [...itemsOf(list, 'pool'), ...itemsOf(list, 'block')].map(({ id }) => id)

const conditioned = ['perTicket', 'perTime', 'travel', 'material', 'perEvent', 'points'] as const
function stocked(list: PriceList): boolean {
  return stockIds(list).length > 0
}

/** Options that are one field of the rule. */
const optionOfField: Partial<Record<OptionKey, string>> = {
  name: 'name',
  clause: 'clause',
  carry: 'carry',
  alert: 'alertAtBp',
  overtime: 'overtime',
  flatUpTo: 'flatUpTo',
  includedTrips: 'includedTrips',
  change: 'change',
  included: 'included',
  creditCap: 'capBp',
  creditStep: 'stepHours',
  vat: 'vat',
  countsAgain: 'countsAgainAfterDays',
  sharedAs: 'sharedAs',
  poolScope: 'scope',
}

export const options: Record<OptionKey, Option> = {
  name: simple(all, 'name', 'name', { name: { type: 'text', path: 'name' } }, ''),
  clause: simple(all, 'clause', 'clause', { clause: { type: 'text', path: 'clause' } }, '§ '),
  dates: {
    for: all,
    phrases: (item) =>
      item.from === undefined && item.until === undefined
        ? []
        : [
            {
              key: 'dates',
              slots: { from: { type: 'date', path: 'from' }, until: { type: 'date', path: 'until' } },
              option: { key: 'dates' },
            },
          ],
    add: (item) => ({ ...item, from: '', until: undefined }),
    remove: (item) => without(item, 'from', 'until'),
  },
  carry: simple(
    ['pool'],
    'carry',
    'carry',
    { months: { type: 'whole', path: 'carry.months', min: 1, max: 120 }, cap: decimal('carry.cap') },
    { months: 1 },
  ),
  alert: simple(['pool', 'block'], 'alertAtBp', 'alert', { share: percent('alertAtBp') }, 2500),
  draw: {
    for: ['perTicket', 'perTime', 'perMeter', 'perEvent'],
    phrases: (item) => (item.draw === undefined ? [] : [drawPhrase()]),
    add: (item, list) => ({ ...item, draw: stockIds(list) }),
    remove: (item) => without(item, 'draw'),
    fits: (list) => stockIds(list).length > 0,
  },
  bands: bandsOf('bands', ['perTime']),
  weigh: bandsOf('weigh', ['perTime', 'points']),
  overtime: simple(
    ['perTime'],
    'overtime',
    'overtime',
    {
      after: { type: 'minutes', path: 'overtime.afterMinutes' },
      per: choice('overtime.per', ['visit', 'ticket', 'day']),
      factor: decimal('overtime.factor'),
    },
    { afterMinutes: 480, per: 'day', factor: '1.5' },
  ),
  flatUpTo: simple(
    ['perTime'],
    'flatUpTo',
    'flatUpTo',
    { minutes: { type: 'minutes', path: 'flatUpTo.minutes' }, price: amount('flatUpTo.price') },
    { minutes: 15, price: '49.00' },
  ),
  minimumMinutes: {
    for: ['perTime'],
    phrases: (item) =>
      (item.round as Loose).minimumMinutes === undefined
        ? []
        : [
            {
              key: 'minimumMinutes',
              slots: { minutes: { type: 'minutes', path: 'round.minimumMinutes' } },
              option: { key: 'minimumMinutes' },
            },
          ],
    add: (item) => ({ ...item, round: { ...(item.round as Loose), minimumMinutes: 30 } }),
    remove: (item) => ({ ...item, round: without(item.round as Loose, 'minimumMinutes') }),
  },
  tiers: {
    for: ['perTicket', 'perTime', 'perUnit', 'perMeter', 'perEvent'],
    phrases: (item) => tierPhrases(item.tiers as PriceTiers | undefined),
    add: (item) => ({ ...item, tiers: firstTiers(item) }),
    remove: (item) => without(item, 'tiers'),
  },
  zones: {
    for: ['travel'],
    isMany: true,
    phrases: (item) =>
      listAt(item, 'zones').map((_, i) => ({
        key: 'zone',
        slots: {
          zone: { type: 'text', path: `zones.${i}.zone` },
          price: amount(`zones.${i}.perTripPrice`),
        },
        option: { key: 'zones', index: i },
      })),
    add: (item) => ({
      ...item,
      zones: [
        ...listAt(item, 'zones'),
        { zone: `${listAt(item, 'zones').length + 1}`, perTripPrice: '60.00' },
      ],
    }),
    remove: (item, index) => dropAt(item, 'zones', index),
  },
  includedTrips: simple(
    ['travel'],
    'includedTrips',
    'includedTrips',
    { trips: { type: 'whole', path: 'includedTrips' } },
    2,
  ),
  change: simple(['perUnit'], 'change', 'unitChange', { change: choice('change', unitChanges) }, 'daily'),
  included: simple(['perUnit'], 'included', 'unitsIncluded', { included: decimal('included') }, '1'),
  coversMinutes: {
    for: ['perEvent'],
    phrases: (item) => {
      const covers = item.coversMinutes as { included?: number; charged?: number } | undefined
      if (!covers) return []
      return [
        {
          key: 'coversIncluded',
          slots: { minutes: { type: 'minutes', path: 'coversMinutes.included' } },
        },
        {
          key: 'coversCharged',
          slots: { minutes: { type: 'minutes', path: 'coversMinutes.charged' } },
          option: { key: 'coversMinutes' },
        },
      ]
    },
    add: (item) => ({ ...item, coversMinutes: { included: 180, charged: 0 } }),
    remove: (item) => without(item, 'coversMinutes'),
  },
  limits: {
    for: ['percentage'],
    phrases: (item) =>
      item.minimumPerEventPrice === undefined && item.maximumPerEventPrice === undefined
        ? []
        : [
            {
              key: 'percentageLimits',
              slots: { least: amount('minimumPerEventPrice'), most: amount('maximumPerEventPrice') },
              option: { key: 'limits' },
            },
          ],
    add: (item) => ({ ...item, minimumPerEventPrice: '1.00', maximumPerEventPrice: '100.00' }),
    remove: (item) => without(item, 'minimumPerEventPrice', 'maximumPerEventPrice'),
  },
  creditCap: simple(['credit'], 'capBp', 'creditCap', { cap: percent('capBp') }, 3000),
  creditStep: simple(
    ['credit'],
    'stepHours',
    'creditStep',
    { hours: { type: 'whole', path: 'stepHours', min: 1, max: 720 } },
    4,
  ),
  over: {
    for: ['minimum', 'cap'],
    phrases: (item) =>
      item.over === undefined
        ? []
        : [
            {
              key: 'over',
              slots: { over: { type: 'items', path: 'over', of: [...fees, ...work] } },
              option: { key: 'over' },
            },
          ],
    add: (item, list) => ({ ...item, over: priced(list) }),
    remove: (item) => without(item, 'over'),
  },
  on: {
    for: ['discount'],
    phrases: (item) =>
      item.on === 'all'
        ? []
        : [
            {
              key: 'on',
              slots: { on: { type: 'items', path: 'on', of: [...fees, ...work] } },
              option: { key: 'on' },
            },
          ],
    add: (item, list) => ({ ...item, on: priced(list).slice(0, 1) }),
    remove: (item) => ({ ...item, on: 'all' }),
  },
  afterEvent: {
    for: ['perTime'],
    phrases: (item) =>
      item.afterEvent === undefined
        ? []
        : [
            {
              key: 'afterEvent',
              slots: { event: { type: 'items', path: 'afterEvent', of: ['perEvent'] } },
              option: { key: 'afterEvent' },
            },
          ],
    add: (item, list) => ({ ...item, afterEvent: itemsOf(list, 'perEvent')[0]?.id }),
    remove: (item) => without(item, 'afterEvent'),
    fits: (list) => itemsOf(list, 'perEvent').length > 0,
  },
  settle: {
    for: ['perTime', 'perMeter'],
    phrases: (item) =>
      item.settle === undefined ? [] : [{ key: 'settle', slots: {}, option: { key: 'settle' } }],
    add: (item) => ({ ...item, settle: 'endOfPool' }),
    remove: (item) => without(item, 'settle'),
    fits: (list) => itemsOf(list, 'pool').length > 0,
  },
  category: condition('category', 'categories'),
  notCategory: condition('notCategory', 'notCategories'),
  role: condition('role', 'roles', ['perTime', 'points']),
  service: condition('service', 'services'),
  flags: condition('flags', 'flags'),
  notFlags: condition('notFlags', 'notFlags'),
  site: condition('site', 'sites'),
  deviceClass: condition('deviceClass', 'deviceClasses'),
  otherwise: flagOf('otherwise'),
  outOfScope: flagOf('outOfScope'),
  vat: simple(
    [...fees, ...work, 'oneOff', 'block', 'surcharge'],
    'vat',
    'vat',
    { vat: choice('vat', vatCodes) },
    '8',
  ),
  resolvedAt: {
    for: ['perTicket'],
    phrases: (item) =>
      item.countedBy === 'resolvedAt'
        ? [{ key: 'resolvedAt', slots: {}, option: { key: 'resolvedAt' } }]
        : [],
    add: (item) => ({ ...item, countedBy: 'resolvedAt' }),
    remove: (item) => ({ ...item, countedBy: 'reportedAt' }),
  },
  countsAgain: simple(
    ['perTicket'],
    'countsAgainAfterDays',
    'countsAgain',
    { dayCount: { type: 'whole', path: 'countsAgainAfterDays', min: 0, max: 365 } },
    14,
  ),
  surplus: {
    for: ['perTime'],
    phrases: (item) =>
      (item.round as Loose).surplus === 'extend'
        ? [{ key: 'surplus', slots: {}, option: { key: 'surplus' } }]
        : [],
    add: (item) => ({ ...item, round: { ...(item.round as Loose), surplus: 'extend' } }),
    remove: (item) => ({ ...item, round: without(item.round as Loose, 'surplus') }),
  },
  dearest: said(['perTime'], 'drawOrder', 'dearest', 'dearest', stocked),
  sharedAs: simple(
    ['pool', 'block'],
    'sharedAs',
    'sharedAs',
    { sharedAs: { type: 'text', path: 'sharedAs' } },
    '',
  ),
  poolScope: simple(
    ['pool'],
    'scope',
    'poolScope',
    { scope: choice('scope', ['contract', 'site', 'device']) },
    'site',
  ),
  topUp: said(['block'], 'topUp', 'automatic', 'topUp'),
  listPrices: {
    for: ['material'],
    isMany: true,
    phrases: (item) =>
      Object.keys((item.listPrices as Loose | undefined) ?? {}).map((name, i) => ({
        key: 'listPrice',
        slots: { name: { type: 'listName', path: name }, price: { type: 'listPrice', path: name } },
        option: { key: 'listPrices', index: i },
      })),
    add: (item) => {
      const prices = (item.listPrices as Loose | undefined) ?? {}
      return { ...item, listPrices: { ...prices, [`materiał ${Object.keys(prices).length + 1}`]: '10.00' } }
    },
    remove: (item, index = 0) => {
      const left = Object.entries(item.listPrices as Loose).filter((_, i) => i !== index)
      return left.length > 0 ? { ...item, listPrices: Object.fromEntries(left) } : without(item, 'listPrices')
    },
  },
}

function simple(
  kinds: readonly PriceItem['kind'][],
  field: string,
  key: PhraseKey & string,
  slots: Record<string, Field>,
  first: unknown,
): Option {
  const option = Object.entries(optionOfField).find(([, name]) => name === field)?.[0] as OptionKey
  return {
    for: kinds,
    phrases: (item) => (item[field] === undefined ? [] : [{ key, slots, option: { key: option } }]),
    add: (item) => ({ ...item, [field]: first }),
    remove: (item) => without(item, field),
  }
}

/** Which work the rule is for, by names. */
function condition(
  key: OptionKey & PhraseKey,
  field: string,
  kinds: readonly PriceItem['kind'][] = conditioned,
): Option {
  return {
    for: kinds,
    phrases: (item) =>
      (item.where as Loose | undefined)?.[field] === undefined
        ? []
        : [{ key, slots: { [field]: { type: 'names', path: `where.${field}` } }, option: { key } }],
    add: (item) => ({ ...item, where: { ...(item.where as Loose | undefined), [field]: [''] } }),
    remove: (item) => withoutCondition(item, field),
  }
}

/** A condition without values: it holds or it does not. */
function flagOf(key: 'otherwise' | 'outOfScope'): Option {
  return {
    for: conditioned,
    phrases: (item) =>
      (item.where as Loose | undefined)?.[key] === true ? [{ key, slots: {}, option: { key } }] : [],
    add: (item) => ({ ...item, where: { ...(item.where as Loose | undefined), [key]: true } }),
    remove: (item) => withoutCondition(item, key),
  }
}

function withoutCondition(item: Loose, field: string): Loose {
  const where = without(item.where as Loose, field)
  return Object.keys(where).length > 0 ? { ...item, where } : without(item, 'where')
}

/** One value of a field that is not the usual one, told as a sentence of its own. */
function said(
  kinds: readonly PriceItem['kind'][],
  field: string,
  value: string,
  key: OptionKey & PhraseKey,
  fits?: Option['fits'],
): Option {
  return {
    for: kinds,
    phrases: (item) => (item[field] === value ? [{ key, slots: {}, option: { key } }] : []),
    add: (item) => ({ ...item, [field]: value }),
    remove: (item) => without(item, field),
    ...(fits && { fits }),
  }
}

function bandsOf(field: 'bands' | 'weigh', kinds: readonly PriceItem['kind'][]): Option {
  return {
    for: kinds,
    isMany: true,
    phrases: (item) =>
      (listAt(item, field) as Band[]).map((band, i) => ({
        key: field === 'weigh' ? 'weigh' : band.hourPrice === undefined ? 'band' : 'bandPrice',
        slots: {
          days: { type: 'days', path: `${field}.${i}.days`, choices: bandDays },
          hours: { type: 'hours', path: `${field}.${i}` },
          factor: decimal(`${field}.${i}.factor`),
          price: amount(`${field}.${i}.hourPrice`),
        },
        option: { key: field, index: i },
      })),
    add: (item) => {
      const first = listAt(item, field).length === 0
      const band: Band = first
        ? { days: ['sat', 'sun', 'holiday'], factor: '2' }
        : { days: ['any'], fromTime: '22:00', toTime: '06:00', factor: '2' }
      return { ...item, [field]: [...listAt(item, field), band] }
    },
    remove: (item, index) => dropAt(item, field, index),
  }
}

function tierPhrases(tiers: PriceTiers | undefined): Phrase[] {
  if (!tiers) return []
  if (tiers.mode === 'package')
    return [
      {
        key: 'package',
        slots: { size: decimal('tiers.size'), price: amount('tiers.packagePrice') },
        option: { key: 'tiers' },
      },
    ]
  if (tiers.mode === 'blocks') return []
  return tiers.steps.map((step, i) => ({
    key: step.upTo === null ? 'lastStep' : 'step',
    slots: {
      mode: choice('tiers.mode', ['graduated', 'volume']),
      upTo: decimal(`tiers.steps.${i}.upTo`),
      price: amount(`tiers.steps.${i}.unitPrice`),
    },
    ...(i === 0 && { option: { key: 'tiers' as const } }),
  }))
}

/** Its price so far up to ten, less above. */
function firstTiers(item: Loose): PriceTiers {
  const unitPrice = String(item.unitPrice ?? item.hourPrice ?? '10.00')
  return {
    mode: 'graduated',
    steps: [
      { upTo: '10', unitPrice },
      { upTo: null, unitPrice },
    ],
  }
}

const priced = (list: PriceList): string[] =>
  list.items.filter(({ kind }) => ([...fees, ...work] as string[]).includes(kind)).map(({ id }) => id)

const optionKeys = Object.keys(options) as OptionKey[]

/** What the rule says besides its first sentence. */
export function optionPhrases(item: PriceItem): Phrase[] {
  return optionKeys.flatMap((key) =>
    options[key].for.includes(item.kind) ? options[key].phrases(item as unknown as Loose) : [],
  )
}

/** What could be added to it. */
export function optionsToAdd(item: PriceItem, list: PriceList): OptionKey[] {
  return optionKeys.filter((key) => {
    const option = options[key]
    if (!option.for.includes(item.kind) || option.fits?.(list) === false) return false
    return option.isMany || option.phrases(item as unknown as Loose).length === 0
  })
}

export const withOption = (item: PriceItem, key: OptionKey, list: PriceList): PriceItem =>
  options[key].add(item as unknown as Loose, list) as unknown as PriceItem
export const withoutOption = (item: PriceItem, key: OptionKey, index?: number): PriceItem =>
  options[key].remove(item as unknown as Loose, index) as unknown as PriceItem

/** "bands.0.factor"; undefined where nothing is said. */
export function valueAt(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at === null || at === undefined ? undefined : (at as Loose)[name]), item)
}

/** A copy with another value at the path; an empty one is taken out. */
export function withValue<T>(item: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    if (Array.isArray(item)) return item.map((one, i) => (String(i) === name ? value : one)) as T
    return (value === undefined ? without(item as Loose, name) : { ...item, [name]: value }) as T
  }
  const inner = withValue((item as Loose)[name] ?? {}, rest.join('.'), value)
  if (Array.isArray(item)) return item.map((one, i) => (String(i) === name ? inner : one)) as T
  return { ...item, [name]: inner }
}
