/**
 * The explanation of a line: the numbers behind its amount, as data. Screens turn
 * it into sentences; `recompute.ts` turns it into the same amount again.
 */
import type { BinName, BinReason } from './bins.ts'
import type { ChargePart } from './models/charge.ts'
import type { PerTime, PriceTiers, Surcharge, UnitChange, VatCode } from './price-list.ts'
import type { DaysPart } from './segments.ts'

/** A piece of work behind a line: as registered, and as counted after rounding. `of`: its site or device. */
export type WorkShare = { id: string; bin: BinName; raw: string; counted: string; of?: string }

/** What the work of an item took from one of its pools or blocks. */
export type DrawShare = { pool: string; kind: 'pool' | 'block'; quantity: string }

/** An allowance: granted by the terms, partly drawn by work that was issued before. */
export type Allowance = { parts: DaysPart[]; granted: string; drawnBefore: string }

export type NotCounted = { reason: BinReason; workIds: string[] }

export type FlatFeeExplained = { model: 'flatFee'; feePrice: string; parts: DaysPart[] }

export type UnitsExplained = {
  model: 'perUnit'
  unit: string
  quantity: string
  unitPrice: string
  /** The price of all units in each part of the period. */
  parts: DaysPart[]
  works: WorkShare[]
  /** How many there were in each part, and the steps by which they are priced. */
  change?: UnitChange
  included?: string
  quantities?: { quantity: string; steps: ChargePart[] }[]
}

export type TicketsExplained = {
  model: 'perTicket'
  unitPrice: string
  /** Of the whole item in this period: counted = included + overage. */
  counted: number
  included: number
  overage: number
  allowance: Allowance
  notCounted: NotCounted[]
  draws?: DrawShare[]
  works: WorkShare[]
}

export type TimeExplained = {
  model: 'perTime'
  place: 'remote' | 'onSite' | 'any'
  hourPrice: string
  /** Of the whole item in this period: counted = included + overage + flat. */
  rawMinutes: number
  countedMinutes: number
  includedMinutes: number
  overageMinutes: number
  flatMinutes: number
  round: PerTime['round']
  allowance: Allowance
  works: WorkShare[]
  /** The hour's price is the price of the list times this: by a band, or as overtime. */
  factor?: string
  isOvertime?: true
  draws?: DrawShare[]
  /** Minutes of hours that cost nothing, or that the price of the visit's event covers. */
  freeMinutes?: number
  /** A minute may count for more than one. */
  isWeighed?: true
  /** Charged with the last period of its pool; and what waited for this one, in minutes. */
  isDeferred?: true
  deferredBefore?: string
}

/** Short contacts that cost a price of their own; each group of entries is one contact. */
export type ContactsExplained = {
  model: 'flatContact'
  upToMinutes: number
  contacts: number
  unitPrice: string
  works: WorkShare[]
}

/** `by` says which rule set the price: every trip, the zone, or the least that kilometres cost. */
export type TripsExplained = {
  model: 'trips'
  by: 'trip' | 'zone' | 'minimum'
  zone?: string
  unitPrice: string
  works: WorkShare[]
}

export type KilometresExplained = { model: 'kilometres'; unitPrice: string; works: WorkShare[] }

export type MaterialExplained = {
  model: 'material'
  basis: 'agreed' | 'list' | 'cost'
  cost?: string
  costPlusBp?: number
  unitPrice: string
  works: WorkShare[]
}

export type OneOffExplained = { model: 'oneOff'; amountPrice: string; on: string }

/** One step of a tiered price: amount = that of the step in the charge of the whole quantity. */
export type TierExplained = {
  model: 'tier'
  of: 'ticket' | 'hour' | 'event' | 'point' | 'count'
  tiers: PriceTiers
  /** What is priced here, and what of the period was priced before, exact. */
  quantity: string
  quantityBefore: string
  step: number
  /** Summary of the item's package, for the reader. */
  draws?: DrawShare[]
  included?: string
  isDeferred?: true
  works: WorkShare[]
}

export type EventsExplained = {
  model: 'events'
  unitPrice: string
  class?: string
  counted: string
  included: string
  overage: string
  allowance?: Allowance
  draws?: DrawShare[]
  works: WorkShare[]
}

export type PointsExplained = {
  model: 'points'
  unitPrice: string
  /** Of the whole item: counted = drawn + overage. */
  counted: string
  overage: string
  draws?: DrawShare[]
  works: WorkShare[]
}

export type MeterShare = {
  device: string
  meters: { meter: string; used: string; weight?: string; isEstimated?: true }[]
  used: string
  /** Of earlier periods that were estimated and are settled now. */
  usedBefore?: string
  included: string
  overage: string
  chargedBeforeGrosze?: number
}

export type MetersExplained = {
  model: 'meters'
  unitPrice: string
  tiers?: PriceTiers
  /** Charged: of the devices, less what was charged on estimates. */
  devices: MeterShare[]
  draws?: DrawShare[]
  deferredBefore?: string
  isDeferred?: true
  works: WorkShare[]
}

export type BlocksExplained = {
  model: 'blocks'
  blocks: number
  size: string
  unit: string
  blockPrice: string
  until?: string
  isTopUp?: true
  works: WorkShare[]
}

/** A share of what each piece of work costs, exact; or so much for each of them. */
export type SurchargeExplained = {
  model: 'surcharge'
  percentBp?: number
  amountPrice?: string
  per?: Surcharge['per']
  times?: number
  base: { itemId: string; workId: string; amount: string }[]
}

export type PercentageExplained = {
  model: 'percentage'
  ratePercent: string
  steps?: { upTo: string | null; ratePercent: string; stepPrice?: string }[]
  fixedPerEventPrice?: string
  minimumPerEventPrice?: string
  maximumPerEventPrice?: string
  freeEvents?: number
  freeUnits?: string
  values: string[]
  works: WorkShare[]
}

/** A line that a minimum, a cap or a discount looks at, with what is left of it by then. */
export type BaseLine = { itemId: string; vat: VatCode; netGrosze: number; days: number; ofDays: number }

export type MinimumExplained = {
  model: 'minimum'
  parts: DaysPart[]
  base: BaseLine[]
  /** Of the same period, issued before this work came. */
  billedBeforeGrosze: number
  chargedBeforeGrosze: number
  /** The minimum holds for each of these by itself; their exact nets. */
  each?: { of: string; amount: string }[]
}

export type CapExplained = {
  model: 'cap'
  parts: DaysPart[]
  base: BaseLine[]
  billedBeforeGrosze: number
  takenBeforeGrosze: number
  /** The line takes this VAT group's share. */
  vat: VatCode
}

export type DiscountExplained = {
  model: 'discount'
  order: number
  until?: string
  percentBp?: number
  /** A sum of money, by the days of the period on which it holds. */
  amountParts?: DaysPart[]
  base: BaseLine[]
  vat: VatCode
}

/** What an amount in the fee pays of the lines that draw from it. */
export type MoneyPoolExplained = { model: 'moneyPool'; leftGrosze: number; base: BaseLine[]; vat: VatCode }

export type BundleExplained = { model: 'bundle'; parts: DaysPart[]; base: BaseLine[]; vat: VatCode }

/** Steps of a credit; each is `each` of its base, an exact amount. */
export type CreditExplained = {
  model: 'credit'
  measure: 'missed' | 'startedHours' | 'startedDays' | 'pointsBelow'
  missed: {
    id: string
    steps: number
    of?: string
    lateMinutes?: number
    kept?: { met: number; of: number }
  }[]
  /** Amount of one step: a sum, or a share of the base. */
  stepAmount?: string
  percentBp?: number
  fractionOf?: number
  /** The fees of the period, or of one unit. */
  feeAmount: string
  /** The most, for each unit or for all; never more than the fees themselves. */
  capBp?: number
  eachByItself?: true
  base: BaseLine[]
  vat: VatCode
}

export type Explanation =
  | FlatFeeExplained
  | UnitsExplained
  | TicketsExplained
  | TimeExplained
  | ContactsExplained
  | TripsExplained
  | KilometresExplained
  | MaterialExplained
  | MinimumExplained
  | CapExplained
  | DiscountExplained
  | OneOffExplained
  | TierExplained
  | EventsExplained
  | PointsExplained
  | MetersExplained
  | BlocksExplained
  | SurchargeExplained
  | PercentageExplained
  | MoneyPoolExplained
  | BundleExplained
  | CreditExplained
