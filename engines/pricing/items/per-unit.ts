/**
 * Per unit: a price for every device or user in a period. It is owed for the period
 * like a fee, so a part of a period owes its days' share, unless the item asks for the
 * whole. Where the number changes inside the period the item says how it is counted:
 * each day by its own number, or one number (average, peak, first, last) for all days.
 */
import { compare, dec, mul, sub, sum, toText, zero, type Decimal } from '../../base/decimal.ts'
import { wholeInto, type BinPart } from '../bins.ts'
import type { UnitsExplained, WorkShare } from '../explanation.ts'
import { grouped, lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from '../line.ts'
import type { PerUnit } from '../price-list.ts'
import { daysIn, type DaysPart, type Offer, type Segment } from '../segments.ts'
import { chargeByTiers } from '../tiered.ts'
import { inOrder, type UnitCount } from '../work.ts'
import { daysParts, isWhole, monthParts, type Claimed, type Days, type Priced } from './item.ts'
import { averageOf, levelsOf, seriesOf, type Series } from './unit-series.ts'

type ClaimedUnits = Claimed<'perUnit', UnitCount>

export type UnitsInput = {
  offers: Offer<'perUnit'>[]
  claimed: ClaimedUnits[]
  days: Days
  /** How many there were before the period, by series. */
  before: Record<string, string>
  timezone: string
  keep: (series: Record<string, string>) => void
}

export function pricePerUnit(input: UnitsInput): Priced {
  const { offers } = input
  const { item } = lastOf(offers)
  const unpriced: BinPart[] = []
  const ordered = inOrder(
    input.claimed,
    ({ work }) => work.countedAt,
    ({ work }) => work.id,
  )
  const claimed = ordered.filter(({ work, item: own }) => {
    const reason = unpricedReason(own, work)
    if (reason) unpriced.push(...wholeInto(work, { bin: 'pending', reason, itemId: own.id }))
    return reason === undefined
  })
  const parts = [
    ...unpriced,
    ...claimed.flatMap((one) => wholeInto(one.work, { bin: 'included', itemId: one.item.id })),
  ]
  if (item.change !== undefined) return { lines: changingLines(input, claimed), parts }
  const byPrice = grouped(claimed, ({ work }) => priceOf(item, work))
  return { lines: byPrice.flatMap((some) => countedLines(input, some)), parts }
}

function unpricedReason(item: PerUnit, work: UnitCount): 'sizeUnknown' | 'classUnknown' | undefined {
  if (item.sizes && (work.size === undefined || sizePrice(item, work.size) === undefined))
    return 'sizeUnknown'
  const isUnknown =
    item.classes && work.class !== undefined && !item.classes.some(({ name }) => name === work.class)
  return isUnknown ? 'classUnknown' : undefined
}

type Kind = { class?: string; size?: string }

function priceOf(item: PerUnit, kind: Kind): string {
  if (item.sizes && kind.size !== undefined) return sizePrice(item, kind.size) ?? item.unitPrice
  const ofClass = item.classes?.find(({ name }) => name === kind.class)
  return ofClass?.unitPrice ?? item.unitPrice
}

function sizePrice({ sizes = [] }: PerUnit, size: string): string | undefined {
  return sizes.find(({ upTo }) => upTo === null || compare(dec(size), dec(upTo)) <= 0)?.unitPrice
}

/** Counts of the period added up and owed for all its days. */
function countedLines(input: UnitsInput, claimed: ClaimedUnits[]): Line[] {
  const { work } = claimed[0]!
  const priceIn = (item: PerUnit) => priceOf(item, work)
  const same = grouped(
    input.offers,
    (offer) => `${priceIn(offer.item)} ${offer.item.unit} ${offerVat(offer)}`,
  )
  const quantity = toText(sum(claimed.map((one) => dec(one.work.quantity))))
  return same.map((offers) => {
    const { item } = lastOf(offers)
    return unitsLine(
      { input, offers, kind: work, works: claimed, quantity },
      partsOf(offers, input.days, () => valueOf(item, quantity, work)),
    )
  })
}

/** The price of so many units for a whole period: those above the included ones, by their steps. */
function valueOf(item: PerUnit, quantity: string, kind: Kind): string {
  const paid = paidOf(item, quantity)
  if (item.tiers) return chargeByTiers(paid, item.tiers).amount
  return toText(mul(dec(paid), dec(priceOf(item, kind))))
}

function paidOf({ included }: PerUnit, quantity: string): string {
  if (included === undefined) return quantity
  const above = sub(dec(quantity), dec(included))
  return toText(compare(above, zero) > 0 ? above : zero)
}

function partsOf(offers: Offer<'perUnit'>[], days: Days, value: (item: PerUnit) => string): DaysPart[] {
  const { prorate, every } = lastOf(offers).item
  if (every === 'month') return monthParts(offers, value)
  return daysParts(offers, prorate === 'none' ? days.coveredDays : days.fullDays, value)
}

/** Units of one price, whose number goes up and down. */
function changingLines(input: UnitsInput, claimed: ClaimedUnits[]): Line[] {
  const { item } = lastOf(input.offers)
  const all = seriesOf(claimed, input.before, item.unit, input.timezone)
  const span = spanOf(input.offers)
  input.keep(
    Object.fromEntries(all.map((series) => [series.key, series.levels.at(-1)?.quantity ?? series.before])),
  )
  return grouped(all, (series) => priceOf(item, series)).flatMap((same) => {
    const levels = levelsOf(same, span)
    if (levels.every(({ quantity }) => compare(dec(quantity), zero) === 0)) return []
    const kind = same[0]!
    const works = claimed.filter(({ work }) => same.some((series) => series.workIds.has(work.id)))
    const offersOfPrice = grouped(
      input.offers,
      (offer) => `${priceOf(offer.item, kind)} ${offerVat(offer)} ${JSON.stringify(offer.item.tiers ?? '')}`,
    )
    return offersOfPrice.map((offers) =>
      changingLine({ input, offers, kind, works, quantity: '' }, levels, item.change!),
    )
  })
}

function changingLine(
  one: Shape,
  levels: { from: string; to: string; quantity: string }[],
  change: NonNullable<PerUnit['change']>,
): Line {
  const { offers, kind, input } = one
  const { item } = lastOf(offers)
  if (change === 'daily') {
    const cut = offers.flatMap((offer) => levels.flatMap((level) => within(offer, level)))
    const quantities = cut.map(({ quantity }) => quantity)
    const parts = cut.flatMap(({ offer, quantity }) =>
      partsOf([offer], input.days, (own) => valueOf(own, quantity, kind)),
    )
    const isSteady = new Set(quantities).size === 1
    return unitsLine({ ...one, quantity: isSteady ? quantities[0]! : '' }, merged(parts), quantities)
  }
  const quantity = numberFor(change, levels)
  return unitsLine(
    { ...one, quantity },
    partsOf(offers, input.days, () => valueOf(item, quantity, kind)),
    [quantity],
  )
}

type Cut = { offer: Offer<'perUnit'>; quantity: string }

/** The days of a level that lie in a segment, as a segment of its own. */
function within(offer: Offer<'perUnit'>, level: { from: string; to: string; quantity: string }): Cut[] {
  const from = level.from > offer.segment.from ? level.from : offer.segment.from
  const to = level.to < offer.segment.to ? level.to : offer.segment.to
  if (from > to) return []
  const segment: Segment = { ...offer.segment, from, to, days: daysIn({ from, to }) }
  return [{ offer: { ...offer, segment }, quantity: level.quantity }]
}

/** Days of one amount that follow each other are one part. */
function merged(parts: DaysPart[]): DaysPart[] {
  const all: DaysPart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last && last.value === part.value && last.ofDays === part.ofDays) {
      all[all.length - 1] = { ...last, days: last.days + part.days, to: part.to }
    } else all.push(part)
  }
  return all
}

function numberFor(
  change: NonNullable<PerUnit['change']>,
  levels: { from: string; to: string; quantity: string }[],
): string {
  const quantities = levels.map(({ quantity }) => quantity)
  if (change === 'peak') return quantities.reduce((a, b) => (compare(dec(a), dec(b)) >= 0 ? a : b))
  if (change === 'average') return averageOf(levels)
  return (change === 'first' ? quantities[0] : quantities.at(-1)) ?? '0'
}

type Shape = {
  input: UnitsInput
  offers: Offer<'perUnit'>[]
  kind: Kind | Series
  works: ClaimedUnits[]
  quantity: string
}

function unitsLine({ offers, kind, works, quantity }: Shape, parts: DaysPart[], quantities?: string[]): Line {
  const offer = lastOf(offers)
  const { item } = offer
  const unitPrice = priceOf(item, kind)
  const paid = quantity === '' ? '' : paidOf(item, quantity)
  const isPlain = quantity !== '' && !item.tiers && isWhole(parts)
  return lineOf({
    item,
    name: kind.class,
    vat: offerVat(offer),
    currency: offerCurrency(offer),
    period: spanOf(offers),
    explanation: {
      model: 'perUnit',
      unit: item.unit,
      quantity: quantity || largest(quantities ?? []),
      unitPrice,
      parts,
      works: works.map(share),
      ...(item.change !== undefined && { change: item.change }),
      ...(item.included !== undefined && { included: item.included }),
      ...stepsOf(item, quantities ?? [quantity]),
    },
    quantity: isPlain ? { of: paid, unit: { named: item.unit }, unitPrice } : undefined,
  })
}

function stepsOf(item: PerUnit, quantities: string[]): Pick<UnitsExplained, 'quantities'> {
  if (!item.tiers && item.change === undefined) return {}
  const { tiers } = item
  const steps = (quantity: string) => (tiers ? chargeByTiers(paidOf(item, quantity), tiers).parts : [])
  return { quantities: [...new Set(quantities)].map((quantity) => ({ quantity, steps: steps(quantity) })) }
}

function largest(quantities: string[]): string {
  const all: Decimal[] = quantities.map((one) => dec(one))
  return toText(all.reduce((a, b) => (compare(a, b) >= 0 ? a : b), zero))
}

function share({ work }: { work: UnitCount }): WorkShare {
  const { group } = work
  return {
    id: work.id,
    bin: 'included',
    raw: work.quantity,
    counted: work.quantity,
    ...(group && { of: group }),
  }
}
