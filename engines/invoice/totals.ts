/**
 * Totals of a document with any number of rates, discounts and charges, in either of
 * two conventions. `line`: every line is rounded to the minor unit and tax is taken once
 * per rate on the sum; so does EN 16931, so does FA(3), so do we. `exact`: lines keep
 * their decimals and only the totals are rounded; for checking documents of others.
 * Halves go away from zero. A line without a rate lies outside VAT. Where prices
 * include the tax, it is taken out of the gross (art. 106e(7) and (8) VAT act).
 */
import { add, dec, divide, mul, neg, round, sub, sum, toText, zero, type Decimal } from '../base/decimal.ts'

export type Convention = 'line' | 'exact'

/** A discount or a charge; a percentage is always of the amount before any of them. */
export type Change = { amount: string } | { percent: string }

export type DocumentLine = {
  quantity: string
  unitPrice: string
  /** The price is of so many units: "100" for 12.50 zł per hundred. */
  pricePer?: string
  vatPercent: string | null
  discounts?: readonly Change[]
  charges?: readonly Change[]
}

export type TaxedDocument = {
  convention: Convention
  lines: readonly DocumentLine[]
  discounts?: readonly (Change & { vatPercent: string | null })[]
  charges?: readonly (Change & { vatPercent: string | null })[]
  pricesIncludeVat?: boolean
  prepaid?: string
  /** Added to what is due, so that it can be paid in cash. */
  payableRounding?: string
  /** Decimals of the currency: 2 for grosze. */
  decimals?: number
}

export type RateTotal = { vatPercent: string; base: Decimal; amount: Decimal }

export type DocumentTotals = {
  linesTotal: Decimal
  net: Decimal
  vat: Decimal
  gross: Decimal
  due: Decimal
  rates: RateTotal[]
}

type Part = { vatPercent: string | null; amount: Decimal }

export function totalsOf(document: TaxedDocument): DocumentTotals {
  const decimals = document.decimals ?? 2
  const kept = (amount: Decimal) => (document.convention === 'line' ? round(amount, decimals) : amount)
  const lines = document.lines.map((line) => ({ vatPercent: line.vatPercent, amount: kept(amountOf(line)) }))
  const linesTotal = sum(lines.map((line) => line.amount))
  const parts = [...lines, ...changesOf(document, linesTotal, kept)]
  const rates = groupsOf(parts).map((group) => taxed(group, document.pricesIncludeVat ?? false, kept))
  const base = sum(parts.map((part) => part.amount))
  const vat = sum(rates.map((rate) => rate.amount))
  const gross = round(document.pricesIncludeVat ? base : add(base, vat), decimals)
  return {
    linesTotal: round(linesTotal, decimals),
    net: document.pricesIncludeVat ? sub(gross, round(vat, decimals)) : round(base, decimals),
    vat: round(vat, decimals),
    gross,
    due: add(sub(gross, dec(document.prepaid ?? '0')), dec(document.payableRounding ?? '0')),
    rates: rates.map((rate) => ({
      ...rate,
      base: round(rate.base, decimals),
      amount: round(rate.amount, decimals),
    })),
  }
}

/** Tax on a net amount, not yet rounded. */
export function taxOnNet(net: Decimal, percent: string): Decimal {
  return mul(mul(net, dec(percent)), dec('0.01'))
}

/** Gross price: tax = gross × rate / (100 + rate), the rest is net. */
export function grossToNet(gross: string, vatPercent: string, decimals = 2): { net: Decimal; vat: Decimal } {
  const vat = round(taxInGross(dec(gross), vatPercent), decimals)
  return { net: sub(dec(gross), vat), vat }
}

/** What is given back for a part of a period: the net by days, rounded, then its own tax. */
export function partCredit(
  part: { net: string; days: number; ofDays: number; vatPercent: string },
  decimals = 2,
): { net: Decimal; vat: Decimal } {
  const net = divide(mul(dec(part.net), dec(part.days)), dec(part.ofDays), decimals, 'half-away')
  return { net, vat: round(taxOnNet(net, part.vatPercent), decimals) }
}

export function sumOfRounded(amounts: readonly string[], decimals: number): Decimal {
  return sum(amounts.map((amount) => round(dec(amount), decimals)))
}

function amountOf(line: DocumentLine): Decimal {
  const whole = mul(dec(line.quantity), dec(line.unitPrice))
  const priced = line.pricePer ? divide(whole, dec(line.pricePer), exactly, 'half-away') : whole
  const off = (line.discounts ?? []).map((change) => neg(sizeOf(change, priced)))
  const on = (line.charges ?? []).map((change) => sizeOf(change, priced))
  return sum([priced, ...off, ...on])
}

function changesOf(document: TaxedDocument, linesTotal: Decimal, kept: (amount: Decimal) => Decimal): Part[] {
  const part = (change: Change & { vatPercent: string | null }): Part => ({
    vatPercent: change.vatPercent,
    amount: kept(sizeOf(change, linesTotal)),
  })
  const off = (document.discounts ?? []).map(part).map((one) => ({ ...one, amount: neg(one.amount) }))
  return [...off, ...(document.charges ?? []).map(part)]
}

function sizeOf(change: Change, of: Decimal): Decimal {
  return 'amount' in change ? dec(change.amount) : mul(mul(of, dec(change.percent)), dec('0.01'))
}

/** The parts of one rate together, in the order in which the rates first came. */
function groupsOf(parts: readonly Part[]): { vatPercent: string; amount: Decimal }[] {
  const groups = new Map<string, Decimal>()
  for (const { vatPercent, amount } of parts) {
    if (vatPercent === null) continue
    const percent = toText(dec(vatPercent))
    groups.set(percent, add(groups.get(percent) ?? zero, amount))
  }
  return [...groups].map(([vatPercent, amount]) => ({ vatPercent, amount }))
}

function taxed(
  group: { vatPercent: string; amount: Decimal },
  includesVat: boolean,
  kept: (amount: Decimal) => Decimal,
): RateTotal {
  const { vatPercent, amount } = group
  if (!includesVat) return { vatPercent, base: amount, amount: kept(taxOnNet(amount, vatPercent)) }
  const tax = kept(taxInGross(amount, vatPercent))
  return { vatPercent, base: sub(amount, tax), amount: tax }
}

function taxInGross(gross: Decimal, percent: string): Decimal {
  return divide(mul(gross, dec(percent)), add(dec('100'), dec(percent)), exactly, 'half-away')
}

/** Decimals of a quotient that is rounded again later: far beyond any currency's. */
const exactly = 30
