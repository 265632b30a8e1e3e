/**
 * The amount of a line from its explanation alone, so that an invoice can be
 * checked years after it was issued. The pipeline takes its amounts from here
 * too: what is explained is what is charged. Each line is rounded once, half
 * away from zero.
 */
import { add, dec, divide, mul, round, sum, toGrosze, toText, type Decimal } from '../base/decimal.ts'
import type { Explanation, MetersExplained, MinimumExplained, PercentageExplained } from './explanation.ts'
import type { SurchargeExplained, TierExplained, WorkShare } from './explanation.ts'
import { percentage } from './models/percentage.ts'
import { graduated } from './models/tiers.ts'
import {
  bundleShares,
  capShares,
  creditShares,
  discountShares,
  moneyShares,
  netOf,
  ofParts,
  ofVat,
} from './recompute-shares.ts'
import { chargeByTiers, newCharge } from './tiered.ts'

export function recompute(explained: Explanation): number {
  switch (explained.model) {
    case 'flatFee':
    case 'perUnit':
      return ofParts(explained.parts)
    case 'oneOff':
      return toGrosze(dec(explained.amountPrice))
    case 'perTime':
      if (explained.isDeferred) return 0
      return ofMinutes(
        add(charged(explained.works), dec(explained.deferredBefore ?? '0')),
        explained.hourPrice,
      )
    case 'perTicket':
    case 'events':
    case 'points':
    case 'trips':
    case 'kilometres':
    case 'material':
      return toGrosze(mul(charged(explained.works), dec(explained.unitPrice)))
    case 'flatContact':
      return toGrosze(mul(dec(explained.contacts), dec(explained.unitPrice)))
    case 'blocks':
      return toGrosze(mul(dec(explained.blocks), dec(explained.blockPrice)))
    case 'tier':
      return ofStep(explained)
    case 'meters':
      return ofMeters(explained)
    case 'surcharge':
      return ofSurcharge(explained)
    case 'percentage':
      return ofPercentage(explained)
    case 'minimum':
      return missingToMinimum(explained)
    case 'cap':
      return -ofVat(capShares(explained), explained.base, explained.vat)
    case 'discount':
      return -ofVat(discountShares(explained), explained.base, explained.vat)
    case 'moneyPool':
      return -ofVat(moneyShares(explained), explained.base, explained.vat)
    case 'bundle':
      return -ofVat(bundleShares(explained), explained.base, explained.vat)
    case 'credit':
      return -ofVat(creditShares(explained), explained.base, explained.vat)
  }
}

/** What is charged, in the unit in which it was counted. */
export function charged(works: WorkShare[]): Decimal {
  return sum(works.filter((work) => work.bin === 'overage').map((work) => dec(work.counted)))
}

function ofMinutes(minutes: Decimal, hourPrice: string): number {
  return toGrosze(divide(mul(minutes, dec(hourPrice)), dec('60'), 2, 'half-away'))
}

/** One step of the whole charge; of work that came later, of what it adds to the charge. */
function ofStep({ quantity, quantityBefore, tiers, step }: TierExplained): number {
  const part = newCharge(quantity, quantityBefore, tiers).parts[step]
  return nearest(dec(part?.amount ?? '0'))
}

/** Thirds of a złoty that were added up again: what is missing at the twelfth decimal is no half of a grosz. */
function nearest(amount: Decimal): number {
  return toGrosze(round(amount, 8))
}

function ofMeters(explained: MetersExplained): number {
  if (explained.isDeferred) return 0
  const { devices, tiers, unitPrice, deferredBefore = '0' } = explained
  const above = devices.map(({ overage }) => overage)
  const exact = tiers
    ? sum(above.map((one) => dec(chargeByTiers(one, tiers).amount)))
    : mul(sum([...above, deferredBefore].map((one) => dec(one))), dec(unitPrice))
  const chargedBefore = devices.reduce((total, one) => total + (one.chargedBeforeGrosze ?? 0), 0)
  return toGrosze(exact) - chargedBefore
}

function ofSurcharge({ percentBp, amountPrice, times = 0, base }: SurchargeExplained): number {
  const amount = sum(base.map((one) => dec(one.amount)))
  const share = mul(mul(amount, dec(percentBp ?? 0)), dec('0.0001'))
  return nearest(add(share, mul(dec(amountPrice ?? '0'), dec(times))))
}

function ofPercentage(explained: PercentageExplained): number {
  const { values, steps, ratePercent } = explained
  if (steps) {
    const tiers = steps.map((step) => ({
      upTo: step.upTo,
      ratePercent: step.ratePercent,
      flatFee: step.stepPrice,
    }))
    return toGrosze(dec(graduated(sumText(values), { tiers }).amount))
  }
  const charge = percentage(values, {
    ratePercent,
    fixedPerEvent: explained.fixedPerEventPrice,
    minimumPerEvent: explained.minimumPerEventPrice,
    maximumPerEvent: explained.maximumPerEventPrice,
    freeEvents: explained.freeEvents,
    freeUnits: explained.freeUnits,
  })
  return toGrosze(dec(charge.amount))
}

function missingToMinimum(minimum: MinimumExplained): number {
  const due = ofParts(minimum.parts)
  if (minimum.each) {
    const missing = minimum.each.map(({ amount }) => Math.max(due - toGrosze(dec(amount)), 0))
    return missing.reduce((total, one) => total + one, 0) - minimum.chargedBeforeGrosze
  }
  const reached = netOf(minimum.base) + minimum.billedBeforeGrosze
  return Math.max(due - reached, 0) - minimum.chargedBeforeGrosze
}

function sumText(values: string[]): string {
  return toText(sum(values.map((one) => dec(one))))
}
