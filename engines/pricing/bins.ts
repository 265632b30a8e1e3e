/**
 * Bins: every unit of work of a period (a ticket, a minute, a trip, a kilometre,
 * a piece of material) ends in exactly one. What was worked is counted raw, as it
 * was registered; minutes that rounding adds stand apart as surplus. The proof
 * sets the bins against the work and must come to the same sum.
 */
import { add, compare, dec, sum, toText, zero, type Decimal } from '../base/decimal.ts'
import { minutesOf, type WorkItem, type WorkKind } from './work.ts'
import { quantityProblem } from './work-problems.ts'

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
  'firstReading',
  'metersNotPriced',
  'noCreditAgreed',
  // included or charged with something else
  'coveredByFee',
  'pricedByTicket',
  'pricedByEvent',
  'freeHours',
  'settledWithPool',
  'credited',
  // pending: a person decides
  'noTermsInForce',
  'noItemPricesIt',
  'ticketUnknown',
  'zoneUnknown',
  'kmMissing',
  'materialWithoutPrice',
  'timeMissing',
  'endsBeforeStart',
  'timeAbsurd',
  'quantityUnreadable',
  'sizeUnknown',
  'classUnknown',
  'valueMissing',
  'meterWentBack',
  'creditToConfirm',
] as const
export type BinReason = (typeof binReasons)[number]

export type RawUnit =
  | 'ticket'
  | 'minute'
  | 'trip'
  | 'kilometre'
  | 'piece'
  | 'unit'
  | 'event'
  | 'count'
  | 'block'
  | 'promise'

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

/** By reading: what the meter counted since the reading before. */
export type Measured = ReadonlyMap<string, string>
const nothing: Measured = new Map()

/** The whole of a piece of work in one bin. */
export function wholeInto(work: WorkItem, verdict: Verdict, measured = nothing): BinPart[] {
  const { bin, itemId, reason, note } = verdict
  return rawOf(work, measured).map(({ unit, quantity }) => {
    const part: BinPart = { workId: work.id, workKind: work.kind, bin, unit, quantity }
    if (itemId !== undefined) part.itemId = itemId
    if (reason !== undefined) part.reason = reason
    if (note !== undefined) part.note = note
    return part
  })
}

const oneTicket: { unit: RawUnit; quantity: string }[] = [{ unit: 'ticket', quantity: '1' }]

/** A quantity that cannot be read is kept as none of it: it waits for a person. */
export function rawOf(work: WorkItem, measured = nothing): { unit: RawUnit; quantity: string }[] {
  if (work.kind === 'ticket') return oneTicket
  if (work.kind === 'time') return [{ unit: 'minute', quantity: String(minutesOf(work)) }]
  const isReadable = quantityProblem(work) === undefined
  switch (work.kind) {
    case 'material':
      return [{ unit: 'piece', quantity: isReadable ? work.quantity : '0' }]
    case 'units':
      return [{ unit: 'unit', quantity: isReadable ? work.quantity : '0' }]
    case 'event':
      return [{ unit: 'event', quantity: isReadable ? (work.quantity ?? '1') : '0' }]
    case 'reading':
      return [{ unit: 'count', quantity: measured.get(work.id) ?? '0' }]
    case 'purchase':
      return [{ unit: 'block', quantity: String(work.blocks ?? 1) }]
    case 'miss':
      return [{ unit: 'promise', quantity: '1' }]
    case 'trip': {
      const trip = { unit: 'trip', quantity: '1' } as const
      return work.km === undefined || !isReadable ? [trip] : [trip, { unit: 'kilometre', quantity: work.km }]
    }
  }
}

export type Proof = {
  unit: RawUnit
  total: string
  bins: { bin: BinName; quantity: string }[]
  /** Added by rounding, not part of the total. */
  surplus: string
  complete: boolean
}

export function proofOf(works: WorkItem[], parts: BinPart[], measured = nothing): Proof[] {
  const totals = new Map<RawUnit, Sum>()
  for (const work of works) {
    for (const { unit, quantity } of rawOf(work, measured)) addTo(sumAt(totals, unit), quantity)
  }
  const bins = new Map<RawUnit, Map<BinName, Sum>>()
  const surplus = new Map<RawUnit, Sum>()
  for (const part of parts) {
    const ofUnit = bins.get(part.unit) ?? new Map<BinName, Sum>()
    bins.set(part.unit, ofUnit)
    addTo(sumAt(ofUnit, part.bin), part.quantity)
    if (part.surplus !== undefined) addTo(sumAt(surplus, part.unit), part.surplus)
  }
  return [...totals].map(([unit, total]) => proofOfUnit(unit, total, bins.get(unit), surplus.get(unit)))
}

function proofOfUnit(
  unit: RawUnit,
  total: Sum,
  ofUnit: Map<BinName, Sum> | undefined,
  surplus: Sum | undefined,
): Proof {
  const bins = binNames.flatMap((bin) => {
    const found = ofUnit?.get(bin)
    return found ? [{ bin, quantity: sumOf(found) }] : []
  })
  return {
    unit,
    total: toText(sumOf(total)),
    bins: bins.map(({ bin, quantity }) => ({ bin, quantity: toText(quantity) })),
    surplus: surplus ? toText(sumOf(surplus)) : '0',
    complete: compare(sumOf(total), sum(bins.map(({ quantity }) => quantity))) === 0,
  }
}

/** Whole numbers are added as numbers, the rest exactly. */
type Sum = { whole: number; rest: Decimal }

function sumAt<K>(sums: Map<K, Sum>, key: K): Sum {
  let found = sums.get(key)
  if (!found) sums.set(key, (found = { whole: 0, rest: zero }))
  return found
}

function addTo(total: Sum, quantity: string): void {
  const whole = quantity.length < 10 ? Number(quantity) : NaN
  if (Number.isInteger(whole)) total.whole += whole
  else total.rest = add(total.rest, dec(quantity))
}

function sumOf({ whole, rest }: Sum): Decimal {
  return add(dec(whole), rest)
}
