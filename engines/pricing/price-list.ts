/**
 * A price list: what a contract charges, as data. Every item is one rule that a
 * person can read as a sentence; the pipeline of `price-period.ts` runs it:
 * select → counts → round → bands → weigh → draw → price → minimum and cap →
 * discounts → VAT group. Prices are net, exact decimals written as text, and every
 * field that holds one ends in "Price", so that an indexation finds them all.
 */
import type { Band, BlockItem, ItemBase, Pool, PriceTiers, VatCode, Where } from './price-rules.ts'

export type * from './price-rules.ts'
export { bandDays, poolUnits, vatCodes } from './price-rules.ts'

/** Amounts are kept in hundredths of the currency, whatever its name: a currency without them is not here. */
export const currencies = ['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK'] as const
export type Currency = (typeof currencies)[number]

export type PriceList = {
  currency: Currency
  /** Of every item that does not say otherwise. */
  vat: VatCode
  items: PriceItem[]
  /** Days free from work, for bands; those of Poland, when not said. */
  holidays?: 'PL' | 'none'
  /** From a day on these items stand instead of those with the same id, and some are gone. */
  changes?: { from: string; items: PriceItem[]; without?: string[] }[]
}

type Item = ItemBase

/** `calendarDays`: a part of a period owes its days' share. `none`: the whole amount is due. */
export type Prorate = 'calendarDays' | 'none'

/** An allowance in a part of a period: its days' share rounded up, to the nearest, or the whole of it. */
export const allowanceProrations = ['up', 'halfUp', 'full'] as const
export type AllowanceProration = (typeof allowanceProrations)[number]

/** Work that is in the price of an item without being counted by it. */
export type Covered = 'tickets' | 'time' | 'travel' | 'material'

export type FlatFee = Item & {
  kind: 'flatFee'
  feePrice: string
  timing: 'advance' | 'arrears'
  /** What the fee includes without limit. */
  covers?: Covered[]
  prorate?: Prorate
  /** The fee is named for a month, whatever the billing period is. */
  every?: 'period' | 'month'
}

/** Owed once, in the period with its day. */
export type OneOff = Item & { kind: 'oneOff'; amountPrice: string; on: string }

export const ticketExclusions = ['cancelled', 'merged', 'ourFault', 'warranty'] as const
export type TicketExclusion = (typeof ticketExclusions)[number]

export type PerTicket = Item & {
  kind: 'perTicket'
  where?: Where
  included: number
  /** With tiers: the price of their first step. */
  unitPrice: string
  tiers?: PriceTiers
  /** Pools and blocks after the allowance, in this order. */
  draw?: string[]
  countedBy: 'reportedAt' | 'resolvedAt'
  excludes: TicketExclusion[]
  /** Priorities whose tickets neither use the allowance nor cost anything. */
  exceptPriorities?: string[]
  /** Opened again later than so many days after its resolve a ticket counts again; never, when not said. */
  countsAgainAfterDays?: number
  /** In a part of a period: the days' share rounded to a whole ticket, or the full allowance. */
  prorateIncluded: AllowanceProration
  /** Other work on a ticket that its price covers, unless an item prices that work; time, when not said. */
  covers?: Exclude<Covered, 'tickets'>[]
}

export const roundingScopes = ['entry', 'visit', 'ticket', 'day', 'period'] as const
export type RoundingScope = (typeof roundingScopes)[number]

export type RoundTime = {
  unitMinutes: number
  scope: RoundingScope
  firstMinutes?: number
  minimumMinutes?: number
  /** Minutes that rounding adds: in the band where the work ended (unless said), or as if it went on. */
  surplus?: 'lastBand' | 'extend'
}

export type PerTime = Item & {
  kind: 'perTime'
  place?: 'remote' | 'onSite' | 'any'
  where?: Where
  includedMinutes: number
  /** With tiers: the price of an hour in their first step. */
  hourPrice: string
  tiers?: PriceTiers
  draw?: string[]
  /** Which work uses allowance and pools first; the oldest, when not said. */
  drawOrder?: 'oldest' | 'dearest'
  /** What lies above a pool of several periods is charged with the last of them. */
  settle?: 'endOfPool'
  round: RoundTime
  /** Prices by the hour of the day and the day; the first band that fits holds. */
  bands?: Band[]
  /** A minute in such hours uses, and costs, so many minutes. */
  weigh?: Band[]
  /** Work beyond a duration costs more. */
  overtime?: { afterMinutes: number; per: 'visit' | 'ticket' | 'day'; factor?: string; hourPrice?: string }
  /** The first minutes of a visit are in the price of its event, as that item says. */
  afterEvent?: string
  /** A contact this short costs this price, whatever the hour costs. */
  flatUpTo?: { minutes: number; price: string }
  prorateIncluded?: AllowanceProration
  /** Work on such tickets is not charged; on our own fault and under warranty, when not said. */
  excludes?: TicketExclusion[]
}

export type Travel = Item & {
  kind: 'travel'
  where?: Where
  perTripPrice?: string
  perKmPrice?: string
  minimumPerTripPrice?: string
  /** A trip into a named zone costs the price of the zone alone. */
  zones?: { zone: string; perTripPrice: string }[]
  /** Trips of a period that cost nothing, the first ones. */
  includedTrips?: number
  excludes?: TicketExclusion[]
}

export type Material = Item & {
  kind: 'material'
  where?: Where
  /** The margin on the cost, in basis points. */
  costPlusBp?: number
  /** Prices by the name of the material. */
  listPrices?: Record<string, string>
  excludes?: TicketExclusion[]
}

export const unitChanges = ['daily', 'average', 'peak', 'first', 'last'] as const
/** How a number that changes inside a period is counted: each day by its own, or one number for all days. */
export type UnitChange = (typeof unitChanges)[number]

export type PerUnit = Item & {
  kind: 'perUnit'
  /** What is counted: "device", "user". */
  unit: string
  /** With tiers, sizes or classes: the first of their prices. */
  unitPrice: string
  tiers?: PriceTiers
  /** A price by the size of each unit: a lift of up to 6 stops. */
  sizes?: { upTo: string | null; unitPrice: string }[]
  /** A price by the class of the unit. */
  classes?: { name: string; unitPrice: string }[]
  /** Units that cost nothing. */
  included?: string
  /** Without it every count of the period is added and owed for the whole period. */
  change?: UnitChange
  every?: 'period' | 'month'
  prorate?: Prorate
}

/** A meter: pages, hours, kilowatt-hours. Readings of a swapped meter are added up. */
export type PerMeter = Item & {
  kind: 'perMeter'
  meters: { meter: string; weight?: string }[]
  /** Allowance and tiers hold for each device, or for all of them together. */
  scope: 'device' | 'all'
  included?: string
  unitPrice: string
  tiers?: PriceTiers
  draw?: string[]
  settle?: 'endOfPool'
  /** A reading that is missing is the average of so many periods before, settled with the next one. */
  missingAverageOf?: number
}

/** Things that happen: a call-out, an intervention, an inspection, a visit. */
export type PerEvent = Item & {
  kind: 'perEvent'
  events: string[]
  where?: Where
  unitPrice: string
  classes?: { name: string; unitPrice: string }[]
  tiers?: PriceTiers
  included?: number
  includedPer?: 'contract' | 'site' | 'device'
  draw?: string[]
  drawOrder?: 'oldest' | 'dearest'
  /** Minutes of the visit that the event covers, when it was included and when it was charged. */
  coversMinutes?: { included?: number; charged?: number }
  prorateIncluded?: AllowanceProration
}

/** Work counted in points: so many for coming, so many for each started unit of time. */
export type Points = Item & {
  kind: 'points'
  place?: 'remote' | 'onSite' | 'any'
  where?: Where
  round: RoundTime
  basePoints?: string
  pointsPerUnit: string
  /** By the moment at which the work began. */
  weigh?: Band[]
  draw: string[]
  unitPrice: string
  excludes?: TicketExclusion[]
}

/** A share of what selected work costs, or an amount for each visit, entry or ticket of it. */
export type Surcharge = Item & {
  kind: 'surcharge'
  where: Where
  of: string[]
  percentBp?: number
  amountPrice?: string
  per?: 'visit' | 'entry' | 'ticket'
}

/** A percentage of the value of events: a commission on what was bought, with its limits. */
export type Percentage = Item & {
  kind: 'percentage'
  events: string[]
  ratePercent: string
  /** Rates by the sum of values, each part at its own rate. */
  steps?: { upTo: string | null; ratePercent: string; stepPrice?: string }[]
  fixedPerEventPrice?: string
  minimumPerEventPrice?: string
  maximumPerEventPrice?: string
  freeEvents?: number
  freeUnits?: string
}

/** `per`: for the contract as a whole, or for each device or site by itself. */
export type LimitScope = 'contract' | 'device' | 'site'
export type Minimum = Item & {
  kind: 'minimum'
  amountPrice: string
  over?: string[]
  prorate?: Prorate
  per?: LimitScope
  /** Compared before discounts, unless said. */
  compared?: 'beforeDiscounts' | 'afterDiscounts'
}
export type Cap = Item & { kind: 'cap'; amountPrice: string; over?: string[]; prorate?: Prorate }

/** Several items together for one price, when that is less. */
export type Bundle = Item & { kind: 'bundle'; amountPrice: string; of: string[]; prorate?: Prorate }

export type Discount = Item & {
  kind: 'discount'
  percentBp?: number
  amountPrice?: string
  on: string[] | 'all'
  order: number
}

export const creditMeasures = ['missed', 'startedHours', 'startedDays', 'pointsBelow'] as const
/** What we give back for a missed promise; it is taken from the fee and never below zero. */
export type Credit = Item & {
  kind: 'credit'
  measure: (typeof creditMeasures)[number]
  priorities?: string[]
  targets?: string[]
  /** The fees of which the credit is a share, and below which it never goes. */
  of: string[]
  percentBp?: number
  /** 1/30 of the fee of one unit for each started day. */
  fraction?: { of: number; per: 'fee' | 'unit' }
  amountPrice?: string
  /** `startedHours`: so many hours are one step. */
  stepHours?: number
  /** The delay that is forgiven. */
  afterMinutes?: number
  /** `pointsBelow`: each started point below this share of promises kept. */
  thresholdBp?: number
  /** The most that is given back, as a share of the fees of the period (of the unit). */
  capBp?: number
  /** A credit that nobody confirmed waits, unless this says otherwise. */
  confirm?: 'person' | 'none'
}

export type PriceItem =
  | FlatFee
  | OneOff
  | PerTicket
  | PerTime
  | Travel
  | Material
  | PerUnit
  | PerMeter
  | PerEvent
  | Points
  | Pool
  | BlockItem
  | Surcharge
  | Percentage
  | Minimum
  | Cap
  | Bundle
  | Discount
  | Credit

export type ItemKind = PriceItem['kind']
export type ItemOf<K extends ItemKind> = Extract<PriceItem, { kind: K }>

export function itemsOf<K extends ItemKind>(list: PriceList, kind: K): ItemOf<K>[] {
  return list.items.filter((item): item is ItemOf<K> => item.kind === kind)
}

export function vatOf(list: PriceList, item: ItemBase): VatCode {
  return item.vat ?? list.vat
}
