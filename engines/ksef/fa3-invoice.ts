/**
 * What an FA(3) document is made of, in our words: the frozen data of an issued invoice.
 * Amounts are grosze, quantities and unit prices exact decimals, dates YYYY-MM-DD.
 */
import type { Fa3Buyer, Fa3Party, Fa3Seller, Fa3ThirdParty } from './fa3-parties.ts'
import type { RateSum } from './fa3-rates.ts'

export type Fa3Line = {
  name: string
  unit: string
  quantity: string
  unitPrice: string
  netGrosze: number
  vat: string
  isAnnex15?: boolean
  /** In a correction: the line as it stood before. */
  isBefore?: boolean
}

export type Fa3Correction = {
  reason: string
  of: { number: string; issueOn: string; ksefNumber?: string }[]
  /** When it takes effect: on the original's date, on its own (unless said otherwise), on another. */
  effect?: 'original' | 'correction' | 'other'
  buyerBefore?: Fa3Party
}

export type Fa3Invoice = {
  kind: 'VAT' | 'KOR'
  number: string
  issueOn: string
  /** One date of supply, or the period of a period service. */
  soldOn?: string
  period?: { from: string; to: string }
  currency: string
  seller: Fa3Seller
  buyer: Fa3Buyer
  thirdParties?: Fa3ThirdParty[]
  lines: Fa3Line[]
  /** Sums per rate; in a correction the differences. */
  rates: RateSum[]
  grossGrosze: number
  isSplitPayment: boolean
  isCashMethod?: boolean
  /** The act behind an exemption, such as "art. 113 ust. 1 i 9 ustawy o VAT". */
  exemptionBasis?: string
  correction?: Fa3Correction
  /** A transfer to an account. */
  payment?: { dueOn: string; account?: string; bankName?: string }
  contractNumbers?: string[]
  notes?: { key: string; value: string }[]
  footer?: string
}
