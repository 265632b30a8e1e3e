/**
 * What is left of a pool or of a prepaid block, as the price engine keeps it: in portions. A pool gives
 * its oldest portion first, so what is left of it lies in its newest ones; which portions there
 * would be, and until when, the engine says when it grants them with nothing used.
 */
import { add, compare, dec, mul, sub, toText, type Decimal } from '#engines/base/decimal.ts'
import { blockUntil, poolName } from '#engines/pricing/grants.ts'
import type { BlockItem, Pool } from '#engines/pricing/price-list.ts'
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import type { TermsVersion } from '#engines/pricing/segments.ts'
import type { Lot } from '#engines/pricing/state.ts'

/** The contract as the engine is asked about it. */
export type Granting = {
  contract: { from: string; to?: string }
  versions: TermsVersion[]
  timezone: string
}
export type LeftOfPool = { lots: Lot[] } | { tooMuch: { granted: string } }

/** So many months may carried hours be old; nobody carries them longer. */
const monthsBackMax = 36

export function lotsOfPool(by: Granting, pool: Pool, left: string, asOf: string): LeftOfPool {
  const name = poolName(pool, '')
  const newestFirst = unusedLots(by, asOf)
    .filter((lot) => lot.pool === name && lot.from <= asOf && asOf <= lot.until)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  let rest = inLotUnit(pool.unit, left)
  const lots: Lot[] = []
  for (const { lost: _, ...lot } of newestFirst) {
    const here = smaller(rest, dec(lot.granted))
    rest = sub(rest, here)
    lots.push({ ...lot, left: toText(here) })
  }
  if (compare(rest, dec('0')) > 0)
    return {
      tooMuch: {
        granted: shown(
          pool.unit,
          newestFirst.map((lot) => dec(lot.granted)),
        ),
      },
    }
  return { lots: lots.toReversed() }
}

/** As many whole blocks as what is left must have come from. */
export function lotOfBlock(
  block: BlockItem,
  balance: { id: string; quantity: string; asOf: string; validTo: string | null },
): Lot {
  const left = inLotUnit(block.unit, balance.quantity)
  const size = inLotUnit(block.unit, block.size)
  let granted = size
  while (compare(granted, left) < 0) granted = add(granted, size)
  return {
    id: `${block.id}:${balance.id}`,
    pool: poolName(block, ''),
    kind: 'block',
    unit: block.unit,
    granted: toText(granted),
    left: toText(left),
    from: balance.asOf,
    until: balance.validTo ?? blockUntil(balance.asOf, undefined),
  }
}

/** Months that pass with nothing used, from the first of one month to the first of another. */
export function rolledLots(by: Granting, lots: Lot[], from: string, to: string): Lot[] {
  let state = lots
  for (let first = from; first < to; first = monthAfter(first)) state = closingLots(by, state, first)
  return state
}

function unusedLots(by: Granting, asOf: string): Lot[] {
  const oldest = Temporal.PlainDate.from(asOf).subtract({ months: monthsBackMax }).toString()
  const first = firstOfMonth(by.contract.from > oldest ? by.contract.from : oldest)
  return closingLots(by, rolledLots(by, [], first, firstOfMonth(asOf)), firstOfMonth(asOf))
}

function closingLots({ contract, versions, timezone }: Granting, lots: Lot[], first: string): Lot[] {
  const day = Temporal.PlainDate.from(first)
  const period = { from: first, to: day.with({ day: day.daysInMonth }).toString() }
  const opening = { lots }
  return priceOfPeriod({
    period,
    fullPeriod: period,
    contract,
    versions,
    work: [],
    timezone,
    feesInAdvanceFor: [],
    opening,
  }).closing.lots
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
const monthAfter = (first: string): string => Temporal.PlainDate.from(first).add({ months: 1 }).toString()

/** Hours are kept in minutes. */
const inLotUnit = (unit: Lot['unit'], quantity: string): Decimal =>
  unit === 'hour' ? mul(dec(quantity), dec(60)) : dec(quantity)

function shown(unit: Lot['unit'], granted: Decimal[]): string {
  const sum = granted.reduce(add, dec('0'))
  return unit === 'hour' ? String(Math.floor((Number(toText(sum)) / 60) * 100) / 100) : toText(sum)
}

const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) < 0 ? a : b)
