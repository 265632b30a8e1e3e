/**
 * How a reduction is shared out over the lines that it lowers: caps, discounts, money in
 * the fee, bundles, credits. Shares are whole grosze and add up to the reduction.
 */
import { dec, divide, mul, round, sum, toGrosze, toText, type Decimal } from '../base/decimal.ts'
import type { BaseLine, BundleExplained, CapExplained, CreditExplained } from './explanation.ts'
import type { DiscountExplained, MoneyPoolExplained } from './explanation.ts'
import { allocate } from './models/allocate.ts'
import type { VatCode } from './price-list.ts'
import { weighed, type DaysPart } from './segments.ts'

/** How much a cap takes from each line above it. */
export function capShares(cap: CapExplained): number[] {
  const base = netOf(cap.base)
  const above = base + cap.billedBeforeGrosze - ofParts(cap.parts) - cap.takenBeforeGrosze
  return shared(
    Math.min(Math.max(above, 0), base),
    cap.base.map((line) => String(line.netGrosze)),
  )
}

/** How much a discount takes from each line; a percentage is rounded once for each VAT rate. */
export function discountShares(discount: DiscountExplained): number[] {
  const weights = discount.base.map(heldNet)
  if (discount.amountParts) {
    const most = grosze(sum(weights.map((weight) => dec(weight))))
    return shared(Math.min(ofParts(discount.amountParts), most), weights)
  }
  const percent = divide(dec(discount.percentBp ?? 0), dec('10000'), 4, 'half-away')
  const rates = [...new Set(discount.base.map((line) => line.vat))]
  const shares = discount.base.map(() => 0)
  for (const vat of rates) {
    const weightsOfRate = weights.map((weight, i) => (discount.base[i]?.vat === vat ? weight : '0'))
    const held = sum(weightsOfRate.map((weight) => dec(weight)))
    shared(grosze(mul(held, percent)), weightsOfRate).forEach((share, i) => {
      shares[i] = (shares[i] ?? 0) + share
    })
  }
  return shares
}

export function moneyShares({ leftGrosze, base }: MoneyPoolExplained): number[] {
  return sharedOver(Math.min(leftGrosze, netOf(base)), base)
}

/** What the items of a bundle cost more than the bundle. */
export function bundleShares({ parts, base }: BundleExplained): number[] {
  const above = netOf(base) - ofParts(parts)
  return sharedOver(Math.max(above, 0), base)
}

/** Steps of their amount, each unit or all of them no more than the cap, never more than there is. */
export function creditShares(credit: CreditExplained): number[] {
  const amounts = credit.missed.map(({ steps }) => stepsAmount(steps, credit))
  const total = credit.eachByItself
    ? amounts.reduce((all, one) => all + toGrosze(capped(one, credit)), 0)
    : toGrosze(capped(sum(amounts), credit))
  if (credit.base.length === 0) return [Math.min(total, toGrosze(dec(credit.feeAmount)))]
  return sharedOver(Math.min(total, netOf(credit.base)), credit.base)
}

function stepsAmount(
  steps: number,
  { stepAmount, percentBp, fractionOf, feeAmount }: CreditExplained,
): Decimal {
  if (stepAmount !== undefined) return mul(dec(steps), dec(stepAmount))
  const fee = mul(dec(steps), dec(feeAmount))
  if (fractionOf !== undefined) return divide(fee, dec(fractionOf), 12, 'half-away')
  return divide(mul(fee, dec(percentBp ?? 0)), dec('10000'), 12, 'half-away')
}

function capped(amount: Decimal, { capBp, feeAmount }: CreditExplained): Decimal {
  if (capBp === undefined) return amount
  const most = mul(dec(feeAmount), divide(dec(capBp), dec('10000'), 4, 'half-away'))
  return amount.units * 10n ** BigInt(most.scale) > most.units * 10n ** BigInt(amount.scale) ? most : amount
}

function sharedOver(total: number, base: BaseLine[]): number[] {
  return shared(
    total,
    base.map((line) => String(line.netGrosze)),
  )
}

/** The part of a line's net on which a dated discount holds. */
function heldNet(line: BaseLine): string {
  return toText(divide(mul(dec(line.netGrosze), dec(line.days)), dec(line.ofDays), 12, 'half-away'))
}

function shared(total: number, weights: string[]): number[] {
  return total === 0 ? weights.map(() => 0) : allocate(total, weights)
}

/** A reduction of nothing that is here (a late credit) is its own. */
export function ofVat(shares: number[], base: BaseLine[], vat: VatCode): number {
  if (base.length === 0) return shares.reduce((total, share) => total + share, 0)
  return shares.reduce((total, share, i) => (base[i]?.vat === vat ? total + share : total), 0)
}

export function netOf(base: BaseLine[]): number {
  return base.reduce((total, line) => total + line.netGrosze, 0)
}

export function ofParts(parts: DaysPart[]): number {
  return toGrosze(weighed(parts, 2, 'half-away'))
}

/** Whole grosze of an exact number of grosze. */
function grosze(exact: Decimal): number {
  return Number(toText(round(exact, 0)))
}
