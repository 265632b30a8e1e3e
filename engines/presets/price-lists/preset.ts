/** What every preset of a price list is made of; figures are starting values that a company edits. */
import type { PriceItem, PriceList } from '../../pricing/price-list.ts'
import type { BillingPeriod } from '../../pricing/billing-period.ts'
import type { Trade } from '../trades.ts'

export type PricePreset = {
  id: string
  trade: Trade
  name: { pl: string; en: string }
  period: BillingPeriod
  priceList: PriceList
}

export function listOf(...items: PriceItem[]): PriceList {
  return { currency: 'PLN', vat: '23', items }
}
