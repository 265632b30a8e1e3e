/**
 * Pieces of which price items are made: which work an item is for, bands of time,
 * steps of a price, pools and prepaid blocks. Data only, shared by many kinds of items.
 */
export const vatCodes = ['23', '8', '5', '0', 'zw', 'oo', 'np'] as const
export type VatCode = (typeof vatCodes)[number]

export type ItemBase = {
  id: string
  name?: string
  vat?: VatCode
  /** Where the contract says it: "§ 7 ust. 2". */
  clause?: string
  /** The first and the last day on which the rule holds; the whole time, when not said. */
  from?: string
  until?: string
}

/** Work for which an item is. What is not said does not matter; facts a piece of work lacks are its ticket's. */
export type Where = {
  roles?: string[]
  services?: string[]
  categories?: string[]
  notCategories?: string[]
  priorities?: string[]
  /** One of these marks is on the work: "express". */
  flags?: string[]
  notFlags?: string[]
  sites?: string[]
  deviceClasses?: string[]
  /** Work that a person put outside the contract; without this an item leaves it alone. */
  outOfScope?: true
  /** Only what no other item takes. */
  otherwise?: true
}

/** A holiday is never a working day; Saturday and Sunday stay what they are. */
export const bandDays = ['workday', 'sat', 'sun', 'holiday', 'any'] as const
export type BandDay = (typeof bandDays)[number]

/** Wall-clock hours of some days; from later than to runs over midnight, of each date by itself. */
export type Band = {
  days: BandDay[]
  fromTime?: string
  toTime?: string
  /** A multiple of the hour's price, or a price of its own. */
  factor?: string
  hourPrice?: string
}

/** A quantity beyond the last step is priced like the last step. `stepPrice` is owed when a step is entered. */
export type PriceTiers =
  | {
      /** Each part at its own step, or the whole at the step that it reaches. */
      mode: 'graduated' | 'volume'
      steps: { upTo: string | null; unitPrice: string; stepPrice?: string }[]
    }
  | { mode: 'package'; size: string; packagePrice: string; freeUnits?: string; rounding?: 'up' | 'down' }
  | {
      mode: 'blocks'
      policy: 'allTiers' | 'topTier'
      steps: { size: string; packagePrice: string; packages: string | null }[]
    }

/** Hours are granted in hours and drawn by the minute. */
export const poolUnits = ['ticket', 'hour', 'event', 'point', 'meter', 'money'] as const
export type PoolUnit = (typeof poolUnits)[number]

/**
 * Unused quantity stays good for some months after its own period. At the end of a
 * period life ends first, then the cap drops what lies above it.
 */
export type CarryOver = { months: number; cap?: string; lose?: 'oldest' | 'newest'; capFirst?: true }

/** An allowance that several items draw from, granted anew for each of its periods. */
export type Pool = ItemBase & {
  kind: 'pool'
  unit: PoolUnit
  grant: string
  per: 'period' | 'month' | 'quarter' | 'year'
  carry?: CarryOver
  /** In a part of its period: days' share rounded up or to the nearest, exact, whole, or by started months. */
  prorate?: 'up' | 'halfUp' | 'exact' | 'full' | 'months'
  /** One pool for each site or device. */
  scope?: 'contract' | 'site' | 'device'
  /** Contracts of one client that name the same pool draw from it together. */
  sharedAs?: string
  alertAtBp?: number
}

/** Bought in advance, good until it expires, the earliest to expire used first. */
export type BlockItem = ItemBase & {
  kind: 'block'
  unit: Exclude<PoolUnit, 'money'>
  size: string
  blockPrice: string
  validMonths?: number
  /** We say so when no more than this share of it is left. */
  alertAtBp?: number
  /** When work finds nothing left, another block is bought by itself. */
  topUp?: 'automatic'
  sharedAs?: string
}
