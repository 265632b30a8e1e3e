/**
 * The explanation of a line: the numbers behind its amount, as data. Screens turn
 * it into sentences; `recompute.ts` turns it into the same amount again.
 */
import type { BinName, BinReason } from './bins.ts'
import type { PerTime, VatCode } from './price-list.ts'
import type { DaysPart } from './segments.ts'

/** A piece of work behind a line: as registered, and as counted after rounding. */
export type WorkShare = { id: string; bin: BinName; raw: string; counted: string }

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

/** A line that a minimum, a cap or a discount looks at, with what is left of it by then. */
export type BaseLine = { itemId: string; vat: VatCode; netGrosze: number; days: number; ofDays: number }

export type MinimumExplained = {
  model: 'minimum'
  parts: DaysPart[]
  base: BaseLine[]
  /** Of the same period, issued before this work came. */
  billedBeforeGrosze: number
  chargedBeforeGrosze: number
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
