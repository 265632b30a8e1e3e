/**
 * A price list: what a contract charges, as data. Every item is one rule that a
 * person can read as a sentence; the pipeline of `price-period.ts` runs it:
 * select → counts → round → bands → weigh → draw → price → minimum and cap →
 * discounts → VAT group. Prices are net, exact decimals written as text.
 */
export const vatCodes = ['23', '8', '5', '0', 'zw', 'oo', 'np'] as const
export type VatCode = (typeof vatCodes)[number]

export type PriceList = {
  currency: 'PLN'
  /** Of every item that does not say otherwise. */
  vat: VatCode
  items: PriceItem[]
}

type Item = {
  id: string
  name?: string
  vat?: VatCode
  /** Where the contract says it: "§ 7 ust. 2". */
  clause?: string
}

/** `calendarDays`: a part of a period owes its days' share. `none`: the whole amount is due. */
export type Prorate = 'calendarDays' | 'none'

/** Work that is in the price of an item without being counted by it. */
export type Covered = 'tickets' | 'time' | 'travel' | 'material'

export type FlatFee = Item & {
  kind: 'flatFee'
  feePrice: string
  timing: 'advance' | 'arrears'
  /** What the fee includes without limit. */
  covers?: Covered[]
}

export const ticketExclusions = ['cancelled', 'merged', 'ourFault', 'warranty'] as const
export type TicketExclusion = (typeof ticketExclusions)[number]

export type PerTicket = Item & {
  kind: 'perTicket'
  included: number
  unitPrice: string
  countedBy: 'reportedAt' | 'resolvedAt'
  excludes: TicketExclusion[]
  /** Priorities whose tickets neither use the allowance nor cost anything. */
  exceptPriorities?: string[]
  /** In a part of a period: the days' share rounded up to a whole ticket, or the full allowance. */
  prorateIncluded: 'up' | 'full'
  /** Other work on a ticket that its price covers, unless an item prices that work; time, when not said. */
  covers?: Exclude<Covered, 'tickets'>[]
}

export const roundingScopes = ['entry', 'visit', 'ticket', 'day', 'period'] as const
export type RoundingScope = (typeof roundingScopes)[number]

export type PerTime = Item & {
  kind: 'perTime'
  place?: 'remote' | 'onSite' | 'any'
  includedMinutes: number
  hourPrice: string
  round: { unitMinutes: number; scope: RoundingScope; firstMinutes?: number; minimumMinutes?: number }
  /** A contact this short costs this price, whatever the hour costs. */
  flatUpTo?: { minutes: number; price: string }
  prorateIncluded?: 'up' | 'full'
  /** Work on such tickets is not charged; on our own fault and under warranty, when not said. */
  excludes?: TicketExclusion[]
}

export type Travel = Item & {
  kind: 'travel'
  perTripPrice?: string
  perKmPrice?: string
  minimumPerTripPrice?: string
  /** A trip into a named zone costs the price of the zone alone. */
  zones?: { zone: string; perTripPrice: string }[]
  excludes?: TicketExclusion[]
}

export type Material = Item & {
  kind: 'material'
  /** The margin on the cost, in basis points. */
  costPlusBp?: number
  /** Prices by the name of the material. */
  listPrices?: Record<string, string>
  excludes?: TicketExclusion[]
}

export type PerUnit = Item & {
  kind: 'perUnit'
  /** What is counted: "device", "user". */
  unit: string
  unitPrice: string
  prorate?: Prorate
}

export type Minimum = Item & { kind: 'minimum'; amountPrice: string; over?: string[]; prorate?: Prorate }
export type Cap = Item & { kind: 'cap'; amountPrice: string; over?: string[]; prorate?: Prorate }

export type Discount = Item & {
  kind: 'discount'
  percentBp?: number
  amountPrice?: string
  on: string[] | 'all'
  /** The last day of the discount. */
  until?: string
  order: number
}

export type PriceItem = FlatFee | PerTicket | PerTime | Travel | Material | PerUnit | Minimum | Cap | Discount

export type ItemKind = PriceItem['kind']
export type ItemOf<K extends ItemKind> = Extract<PriceItem, { kind: K }>

export function itemsOf<K extends ItemKind>(list: PriceList, kind: K): ItemOf<K>[] {
  return list.items.filter((item): item is ItemOf<K> => item.kind === kind)
}

export function vatOf(list: PriceList, item: Item): VatCode {
  return item.vat ?? list.vat
}
