/**
 * Credits: what is given back for missed promises, from the fees that the item names,
 * as they stand before discounts; never more than the cap, and never below zero. A miss
 * that nobody has confirmed waits for a person, unless the contract needs nobody.
 */
import { dec, divide, fromGrosze, sum, toText } from '../base/decimal.ts'
import { rates, take, wholeLine, type Running } from './adjust-running.ts'
import { wholeInto, type BinPart } from './bins.ts'
import type { CreditExplained } from './explanation.ts'
import { lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from './line.ts'
import type { Credit } from './price-list.ts'
import { creditShares } from './recompute-shares.ts'
import type { Offer, Segment } from './segments.ts'
import type { Miss } from './work.ts'

export type ClaimedMiss = { work: Miss; item: Credit; segment: Segment }

export function isConfirmed({ work, item }: ClaimedMiss): boolean {
  return work.confirmed === true || item.confirm === 'none'
}

export function binsOfMisses(claimed: ClaimedMiss[]): BinPart[] {
  return claimed.flatMap((one) => {
    const itemId = one.item.id
    if (!isConfirmed(one)) return wholeInto(one.work, { bin: 'pending', reason: 'creditToConfirm', itemId })
    return wholeInto(one.work, { bin: 'included', reason: 'credited', itemId })
  })
}

type By = { misses: ClaimedMiss[]; billedBefore: Record<string, number> }

export function creditLines(offers: Offer<'credit'>[], running: Running[], by: By): Line[] {
  const offer = lastOf(offers)
  const { item } = offer
  const misses = by.misses.filter((one) => one.item.id === item.id && isConfirmed(one))
  if (misses.length === 0) return []
  const over = running.filter(({ line, left }) => item.of.includes(line.itemId) && left > 0)
  const explained = explainedBy(item, misses, over, by)
  const common = { item, currency: offerCurrency(offer), period: spanOf(offers) }
  const vats = over.length === 0 ? [offerVat(offer)] : rates(over)
  const lines = vats.map((vat) => lineOf({ ...common, vat, explanation: { ...explained, vat } }))
  take(over, creditShares({ ...explained, vat: offerVat(offer) }))
  return lines
}

function explainedBy(
  item: Credit,
  misses: ClaimedMiss[],
  over: Running[],
  by: By,
): Omit<CreditExplained, 'vat'> {
  const isOfUnit = item.fraction?.per === 'unit'
  return {
    model: 'credit',
    measure: item.measure,
    missed: misses.map(({ work }) => missed(item, work)),
    ...(item.amountPrice !== undefined && { stepAmount: item.amountPrice }),
    ...(item.percentBp !== undefined && { percentBp: item.percentBp }),
    ...(item.fraction && { fractionOf: item.fraction.of }),
    feeAmount: isOfUnit ? unitFee(over) : feesOf(item, over, by),
    ...(item.capBp !== undefined && { capBp: item.capBp }),
    ...(isOfUnit && { eachByItself: true as const }),
    base: over.map(wholeLine),
  }
}

function missed(item: Credit, work: Miss): CreditExplained['missed'][number] {
  return {
    id: work.id,
    steps: stepsOf(item, work),
    ...(work.device !== undefined && { of: work.device }),
    ...(work.lateMinutes !== undefined && { lateMinutes: work.lateMinutes }),
    ...(work.kept && { kept: work.kept }),
  }
}

function stepsOf(item: Credit, { lateMinutes = 0, kept }: Miss): number {
  const late = Math.max(0, lateMinutes - (item.afterMinutes ?? 0))
  switch (item.measure) {
    case 'missed':
      return 1
    case 'startedHours':
      return Math.ceil(late / (60 * (item.stepHours ?? 1)))
    case 'startedDays':
      return Math.ceil(late / 1440)
    case 'pointsBelow': {
      if (!kept || kept.of === 0) return 0
      return Math.max(0, Math.ceil(((item.thresholdBp ?? 0) * kept.of - kept.met * 10_000) / (100 * kept.of)))
    }
  }
}

/** The fees before discounts; of late misses, as they were issued. */
function feesOf(item: Credit, over: Running[], by: By): string {
  const here = over.map(({ line }) => fromGrosze(line.netGrosze))
  const before = item.of.map((id) => fromGrosze(by.billedBefore[id] ?? 0))
  return toText(sum([...here, ...before]))
}

/** What one unit pays: the dearest of the lines would give too much, so the first that has a price. */
function unitFee(over: Running[]): string {
  const line = over.find(({ line: { explanation } }) => explanation.model === 'perUnit')?.line
  if (line?.explanation.model === 'perUnit') return line.explanation.unitPrice
  const [first] = over
  return first ? toText(divide(fromGrosze(first.line.netGrosze), dec('1'), 2, 'half-away')) : '0'
}
