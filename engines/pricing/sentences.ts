/**
 * Sentences of a price list: what each rule says, as a key with values. The words
 * themselves live in `words/pricing`; the editor, the contract document and the
 * client's panel all speak from here.
 */
import type {
  AllowanceProration,
  Covered,
  Currency,
  ItemKind,
  PerTicket,
  PerTime,
  PriceItem,
  PriceList,
  Travel,
} from './price-list.ts'

export type { BillingPeriod } from './billing-period.ts'
import type { BillingPeriod } from './billing-period.ts'

type Sentences = {
  'price.flatFee': {
    feePrice: string
    timing: 'advance' | 'arrears'
    period: BillingPeriod
    covers: Covered[]
  }
  'price.perTicket': {
    included: number
    unitPrice: string
    period: BillingPeriod
    countedBy: PerTicket['countedBy']
  }
  'price.ticketsNotCounted': { excludes: PerTicket['excludes']; exceptPriorities: string[] }
  'price.allowanceInPart': { of: 'tickets' | 'hours'; prorate: AllowanceProration }
  'price.perTime': {
    place: NonNullable<PerTime['place']>
    includedMinutes: number
    hourPrice: string
    period: BillingPeriod
  }
  'price.timeRounding': PerTime['round'] & { place: NonNullable<PerTime['place']> }
  'price.flatContact': { place: NonNullable<PerTime['place']>; minutes: number; price: string }
  'price.travel': Pick<Travel, 'perTripPrice' | 'perKmPrice' | 'minimumPerTripPrice' | 'zones'>
  'price.material': { costPlusBp?: number; listPrices: { name: string; unitPrice: string }[] }
  'price.perUnit': { unit: string; unitPrice: string; period: BillingPeriod }
  'price.minimum': { amountPrice: string; period: BillingPeriod; over: NamedItem[] | 'all' }
  'price.cap': { amountPrice: string; period: BillingPeriod; over: NamedItem[] | 'all' }
  /** A rule, or what a rule says beyond the sentences above; its words are made from the item itself. */
  'price.rule': RuleSaid
  'price.discount': { percentBp?: number; amountPrice?: string; on: NamedItem[] | 'all'; until?: string }
}

export type RuleSaid = {
  item: PriceItem
  period: BillingPeriod
  currency: Currency
  /** The other items that it speaks of. */
  names: NamedItem[]
  /** Everything the rule says, or only what comes after its plain sentences. */
  part: 'whole' | 'further'
}

/** Another item that a sentence speaks of, by its own name or by its kind. */
export type NamedItem = { itemId: string; kind?: ItemKind; name?: string }

export type SentenceKey = keyof Sentences
export type Sentence = {
  [K in SentenceKey]: { itemId: string; clause?: string; currency?: Currency; key: K; values: Sentences[K] }
}[SentenceKey]

export function sentencesOf(list: PriceList, period: BillingPeriod = 'month'): Sentence[] {
  return list.items.flatMap((item) =>
    [...said(item, period, list), ...further(item, period, list)].map(
      (one) => ({ itemId: item.id, clause: item.clause, ...foreign(list), ...one }) as Sentence,
    ),
  )
}

/** Amounts are złote where nothing else is said. */
function foreign({ currency }: PriceList): { currency?: Currency } {
  return currency === 'PLN' ? {} : { currency }
}

type Said = { [K in SentenceKey]: { key: K; values: Sentences[K] } }[SentenceKey]

function said(item: PriceItem, period: BillingPeriod, list: PriceList): Said[] {
  switch (item.kind) {
    case 'flatFee': {
      const { feePrice, timing, covers = [] } = item
      return [
        {
          key: 'price.flatFee',
          values: { feePrice, timing, period: item.every === 'month' ? 'month' : period, covers },
        },
      ]
    }
    case 'perTicket':
      return ofTickets(item, period)
    case 'perTime':
      return ofTime(item, period)
    case 'travel': {
      const { perTripPrice, perKmPrice, minimumPerTripPrice, zones } = item
      return [{ key: 'price.travel', values: { perTripPrice, perKmPrice, minimumPerTripPrice, zones } }]
    }
    case 'material': {
      const listPrices = Object.entries(item.listPrices ?? {}).map(([name, unitPrice]) => ({
        name,
        unitPrice,
      }))
      return [{ key: 'price.material', values: { costPlusBp: item.costPlusBp, listPrices } }]
    }
    case 'perUnit':
      return [
        {
          key: 'price.perUnit',
          values: {
            unit: item.unit,
            unitPrice: item.unitPrice,
            period: item.every === 'month' ? 'month' : period,
          },
        },
      ]
    case 'minimum':
      return [
        {
          key: 'price.minimum',
          values: { amountPrice: item.amountPrice, period, over: named(item.over, list) },
        },
      ]
    case 'cap':
      return [
        { key: 'price.cap', values: { amountPrice: item.amountPrice, period, over: named(item.over, list) } },
      ]
    case 'discount': {
      const { percentBp, amountPrice, until } = item
      const on = named(item.on === 'all' ? undefined : item.on, list)
      return [{ key: 'price.discount', values: { percentBp, amountPrice, on, until } }]
    }
    default:
      return [ruleOf(item, period, list, 'whole')]
  }
}

/** What an item of a common kind may say beyond its plain sentences. */
const furtherFields = [
  'where',
  'tiers',
  'draw',
  'drawOrder',
  'settle',
  'bands',
  'weigh',
  'overtime',
  'afterEvent',
  'countsAgainAfterDays',
  'includedTrips',
  'sizes',
  'classes',
  'change',
  'every',
  'per',
  'compared',
  'from',
] as const

function further(item: PriceItem, period: BillingPeriod, list: PriceList): Said[] {
  if (!isCommon(item.kind)) return []
  const saysMore = furtherFields.some(
    (field) => field in item && (item as Record<string, unknown>)[field] !== undefined,
  )
  const ends = item.kind !== 'discount' && item.until !== undefined
  const included = item.kind === 'perUnit' && item.included !== undefined
  const goesOn = item.kind === 'perTime' && item.round.surplus === 'extend'
  return saysMore || ends || included || goesOn ? [ruleOf(item, period, list, 'further')] : []
}

/** Kinds whose first sentences are written out above. */
function isCommon(kind: ItemKind): boolean {
  return commonKinds.has(kind)
}

const commonKinds = new Set<ItemKind>([
  'flatFee',
  'perTicket',
  'perTime',
  'travel',
  'material',
  'perUnit',
  'minimum',
  'cap',
  'discount',
])

export function ruleOf(
  item: PriceItem,
  period: BillingPeriod,
  list: PriceList,
  part: RuleSaid['part'],
): Said & { key: 'price.rule' } {
  const names = list.items.map((one): NamedItem => ({ itemId: one.id, kind: one.kind, name: nameOf(one) }))
  return { key: 'price.rule', values: { item, period, currency: list.currency, names, part } }
}

/** A fee for units is called by what it counts. */
function nameOf(item: PriceItem): string | undefined {
  return item.name ?? (item.kind === 'perUnit' ? item.unit : undefined)
}

function ofTickets(item: PerTicket, period: BillingPeriod): Said[] {
  const { included, unitPrice, countedBy, excludes, exceptPriorities = [], prorateIncluded } = item
  const sentences: Said[] = [{ key: 'price.perTicket', values: { included, unitPrice, period, countedBy } }]
  sentences.push({ key: 'price.ticketsNotCounted', values: { excludes, exceptPriorities } })
  if (included > 0)
    sentences.push({ key: 'price.allowanceInPart', values: { of: 'tickets', prorate: prorateIncluded } })
  return sentences
}

function ofTime(item: PerTime, period: BillingPeriod): Said[] {
  const { includedMinutes, hourPrice, round, flatUpTo, place = 'any', prorateIncluded = 'up' } = item
  const sentences: Said[] = [
    { key: 'price.perTime', values: { place, includedMinutes, hourPrice, period } },
    { key: 'price.timeRounding', values: { ...round, place } },
  ]
  if (flatUpTo) sentences.push({ key: 'price.flatContact', values: { place, ...flatUpTo } })
  if (includedMinutes > 0)
    sentences.push({ key: 'price.allowanceInPart', values: { of: 'hours', prorate: prorateIncluded } })
  return sentences
}

function named(ids: string[] | undefined, list: PriceList): NamedItem[] | 'all' {
  if (!ids) return 'all'
  return ids.map((itemId) => {
    const item = list.items.find((one) => one.id === itemId)
    return { itemId, kind: item?.kind, name: item && nameOf(item) }
  })
}
