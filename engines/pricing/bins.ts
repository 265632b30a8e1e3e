/**
 * Bins: every unit of work of a period (a ticket, a minute, a trip, a kilometre,
 * a piece of material) ends in exactly one. What was worked is counted raw, as it
 * was registered; minutes that rounding adds stand apart as surplus. The proof
 * sets the bins against the work and must come to the same sum.
 */
import { compare, dec, sum, toText } from '../base/decimal.ts'
import { minutesOf, type WorkItem, type WorkKind } from './work.ts'

export const binNames = [
  'included',
  'overage',
  'block',
  'waived',
  'outOfScope',
  'pending',
  'notCounted',
] as const
export type BinName = (typeof binNames)[number]

export const binReasons = [
  // not counted
  'otherPeriod',
  'notResolvedYet',
  'cancelled',
  'merged',
  'ourFault',
  'warranty',
  'priority',
  'ticketsNotPriced',
  'ticketOfOtherPeriod',
  'noTime',
  // included or charged with something else
  'coveredByFee',
  'pricedByTicket',
  // pending: a person decides
  'noTermsInForce',
  'noItemPricesIt',
  'ticketUnknown',
  'zoneUnknown',
  'kmMissing',
  'materialWithoutPrice',
] as const
export type BinReason = (typeof binReasons)[number]

export type RawUnit = 'ticket' | 'minute' | 'trip' | 'kilometre' | 'piece' | 'unit'

export type BinPart = {
  workId: string
  workKind: WorkKind
  bin: BinName
  /** The price item that decided. */
  itemId?: string
  reason?: BinReason
  /** What a person wrote: why it was waived, which clause leaves it out. */
  note?: string
  unit: RawUnit
  quantity: string
  /** Added by rounding. */
  surplus?: string
}

export type Verdict = Pick<BinPart, 'bin' | 'itemId' | 'reason' | 'note'>

/** The whole of a piece of work in one bin. */
export function wholeInto(work: WorkItem, verdict: Verdict): BinPart[] {
  return rawOf(work).map(({ unit, quantity }) => ({
    workId: work.id,
    workKind: work.kind,
    ...verdict,
    unit,
    quantity,
  }))
}

export function rawOf(work: WorkItem): { unit: RawUnit; quantity: string }[] {
  if (work.kind === 'ticket') return [{ unit: 'ticket', quantity: '1' }]
  if (work.kind === 'time') return [{ unit: 'minute', quantity: String(minutesOf(work)) }]
  if (work.kind === 'material') return [{ unit: 'piece', quantity: work.quantity }]
  if (work.kind === 'units') return [{ unit: 'unit', quantity: work.quantity }]
  const trip = { unit: 'trip', quantity: '1' } as const
  return work.km === undefined ? [trip] : [trip, { unit: 'kilometre', quantity: work.km }]
}

export type Proof = {
  unit: RawUnit
  total: string
  bins: { bin: BinName; quantity: string }[]
  /** Added by rounding, not part of the total. */
  surplus: string
  complete: boolean
}

export function proofOf(works: WorkItem[], parts: BinPart[]): Proof[] {
  const raw = works.flatMap(rawOf)
  const units = [...new Set(raw.map(({ unit }) => unit))]
  return units.map((unit) => {
    const mine = parts.filter((part) => part.unit === unit)
    const total = totalOf(raw.filter((one) => one.unit === unit).map((one) => one.quantity))
    const bins = binNames
      .map((bin) => ({ bin, parts: mine.filter((part) => part.bin === bin) }))
      .filter((one) => one.parts.length > 0)
      .map((one) => ({ bin: one.bin, quantity: totalOf(one.parts.map((part) => part.quantity)) }))
    const complete = compare(dec(total), dec(totalOf(bins.map((one) => one.quantity)))) === 0
    return { unit, total, bins, surplus: totalOf(mine.map((part) => part.surplus ?? '0')), complete }
  })
}

function totalOf(quantities: string[]): string {
  return toText(sum(quantities.map((one) => dec(one))))
}
