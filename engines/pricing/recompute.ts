/**
 * The amount of a line from its explanation alone, so that an invoice can be
 * checked years after it was issued. The pipeline takes its amounts from here
 * too: what is explained is what is charged. Each line is rounded once, half
 * away from zero.
 */
import { dec, divide, mul, round, sum, toGrosze, toText, type Decimal } from '../base/decimal.ts'
import type { BaseLine, CapExplained, DiscountExplained, Explanation } from './explanation.ts'
import type { MinimumExplained, WorkShare } from './explanation.ts'
import { allocate } from './models/allocate.ts'
import type { VatCode } from './price-list.ts'
import { weighed, type DaysPart } from './segments.ts'

export function recompute(explained: Explanation): number {
  switch (explained.model) {
    case 'flatFee':
    case 'perUnit':
      return ofParts(explained.parts)
    case 'perTime':
      return ofMinutes(charged(explained.works), explained.hourPrice)
    case 'perTicket':
    case 'trips':
    case 'kilometres':
    case 'material':
      return rounded(mul(charged(explained.works), dec(explained.unitPrice)))
    case 'flatContact':
      return rounded(mul(dec(explained.contacts), dec(explained.unitPrice)))
    case 'minimum':
      return missingToMinimum(explained)
    case 'cap':
      return -ofVat(capShares(explained), explained.base, explained.vat)
    case 'discount':
      return -ofVat(discountShares(explained), explained.base, explained.vat)
  }
}

/** What is charged, in the unit in which it was counted. */
export function charged(works: WorkShare[]): Decimal {
  return sum(works.filter((work) => work.bin === 'overage').map((work) => dec(work.counted)))
}

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

function missingToMinimum(minimum: MinimumExplained): number {
  const reached = netOf(minimum.base) + minimum.billedBeforeGrosze
  return Math.max(ofParts(minimum.parts) - reached, 0) - minimum.chargedBeforeGrosze
}

/** The part of a line's net on which a dated discount holds. */
function heldNet(line: BaseLine): string {
  return toText(divide(mul(dec(line.netGrosze), dec(line.days)), dec(line.ofDays), 12, 'half-away'))
}

function shared(total: number, weights: string[]): number[] {
  return total === 0 ? weights.map(() => 0) : allocate(total, weights)
}

function ofVat(shares: number[], base: BaseLine[], vat: VatCode): number {
  return shares.reduce((total, share, i) => (base[i]?.vat === vat ? total + share : total), 0)
}

function netOf(base: BaseLine[]): number {
  return base.reduce((total, line) => total + line.netGrosze, 0)
}

function ofParts(parts: DaysPart[]): number {
  return toGrosze(weighed(parts, 2, 'half-away'))
}

function ofMinutes(minutes: Decimal, hourPrice: string): number {
  return toGrosze(divide(mul(minutes, dec(hourPrice)), dec('60'), 2, 'half-away'))
}

function rounded(amount: Decimal): number {
  return toGrosze(amount)
}

/** Whole grosze of an exact number of grosze. */
function grosze(exact: Decimal): number {
  return Number(toText(round(exact, 0)))
}
