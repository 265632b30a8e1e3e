/**
 * Per time: registered minutes are rounded, the allowance of the period is drawn
 * from the oldest work on, what is above it costs the hour's price of its own day.
 * A short contact may have a price of its own: it costs that price, unless what is
 * left of the allowance holds it whole.
 */
import { toText } from '../../base/decimal.ts'
import type { BinName, BinPart } from '../bins.ts'
import type { ContactsExplained, TimeExplained, WorkShare } from '../explanation.ts'
import { grouped, hoursOf, lastOf, lineOf, offerVat, spanOf, type Line } from '../line.ts'
import { charged } from '../recompute.ts'
import { roundGroups, type ClaimedTime, type CountedEntry, type RoundedGroup } from '../round-time.ts'
import type { Offer } from '../segments.ts'
import { allowanceOf, wholeLeft, type Days, type Priced } from './item.ts'

type Piece = CountedEntry & { bin: BinName; raw: number; counted: number; flat: boolean; group: number }

export function pricePerTime(input: {
  offers: Offer<'perTime'>[]
  claimed: ClaimedTime[]
  days: Days
  drawnBefore: string
  timezone: string
}): Priced {
  const { offers, days, drawnBefore } = input
  const full = offers.at(-1)?.item.prorateIncluded === 'full'
  const allowance = allowanceOf(offers, days, { included: (item) => item.includedMinutes, full, drawnBefore })
  const pieces = draw(roundGroups(input.claimed, input.timezone), wholeLeft(allowance))
  const common: Common = {
    model: 'perTime',
    place: offers.at(-1)?.item.place ?? 'any',
    rawMinutes: minutes(pieces, (piece) => piece.raw),
    countedMinutes: minutes(pieces, (piece) => piece.counted),
    includedMinutes: minutes(pieces, (piece) => (piece.bin === 'included' ? piece.counted : 0)),
    overageMinutes: minutes(pieces, (piece) => (piece.bin === 'overage' && !piece.flat ? piece.counted : 0)),
    flatMinutes: minutes(pieces, (piece) => (piece.flat ? piece.counted : 0)),
    round: lastOf(offers).item.round,
    allowance,
  }
  return { lines: linesOf(offers, pieces, common), parts: pieces.map(binOf) }
}

type Common = Omit<TimeExplained, 'hourPrice' | 'works'>

function draw(groups: RoundedGroup[], left: number): Piece[] {
  return groups.flatMap((group, index) => {
    const { flatUpTo } = group.item
    const flat = flatUpTo !== undefined && group.rawMinutes <= flatUpTo.minutes && group.countedMinutes > left
    return group.entries.flatMap((entry) => {
      if (entry.countedMinutes === 0) return [pieceOf(entry, 'notCounted', 0, 0, false, index)]
      if (flat) return [pieceOf(entry, 'overage', entry.rawMinutes, entry.countedMinutes, true, index)]
      const taken = Math.min(left, entry.countedMinutes)
      left -= taken
      return split(entry, taken, index)
    })
  })
}

/** Registered minutes come before the surplus of rounding, in the allowance and above it. */
function split(entry: CountedEntry, taken: number, group: number): Piece[] {
  const rawInside = Math.min(entry.rawMinutes, taken)
  const above = entry.countedMinutes - taken
  const pieces: Piece[] = []
  if (taken > 0) pieces.push(pieceOf(entry, 'included', rawInside, taken, false, group))
  if (above > 0) pieces.push(pieceOf(entry, 'overage', entry.rawMinutes - rawInside, above, false, group))
  return pieces
}

function pieceOf(
  entry: CountedEntry,
  bin: BinName,
  raw: number,
  counted: number,
  flat: boolean,
  group: number,
): Piece {
  return { ...entry, bin, raw, counted, flat, group }
}

/** One line for each hour's price, one for short contacts; included work stands behind the first. */
function linesOf(offers: Offer<'perTime'>[], pieces: Piece[], common: Common): Line[] {
  const included = pieces.filter((piece) => piece.bin === 'included')
  const above = pieces.filter((piece) => piece.bin === 'overage')
  const byHour = grouped(
    above.filter((piece) => !piece.flat),
    hourKey,
  )
  const contacts = grouped(
    above.filter((piece) => piece.flat),
    contactKey,
  )
  const [first] = included
  return [
    ...(byHour.length === 0 && first ? [includedLine(offers, first, included, common)] : []),
    ...byHour.map((some, i) => hoursLine(offers, some, i === 0 ? included : [], common)),
    ...contacts.map((some) => contactsLine(offers, some)),
  ]
}

function includedLine(offers: Offer<'perTime'>[], first: Piece, included: Piece[], common: Common): Line {
  return lineOf({
    item: first.item,
    vat: offerVat(first),
    period: spanOf(offers),
    explanation: { ...common, hourPrice: first.item.hourPrice, works: included.map(share) },
    quantity: { of: hoursOf(String(common.includedMinutes), '0'), unit: 'hour', unitPrice: '0' },
    informative: true,
  })
}

function hoursLine(offers: Offer<'perTime'>[], above: Piece[], included: Piece[], common: Common): Line {
  const one = lastOf(above)
  const { hourPrice } = one.item
  const works = [...included, ...above].map(share)
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    period: spanOf(offers.filter((offer) => hourKey(offer) === hourKey(one))),
    explanation: { ...common, hourPrice, works },
    quantity: { of: hoursOf(toText(charged(works)), hourPrice), unit: 'hour', unitPrice: hourPrice },
  })
}

function contactsLine(offers: Offer<'perTime'>[], pieces: Piece[]): Line {
  const one = lastOf(pieces)
  const { price, minutes: upToMinutes } = one.item.flatUpTo ?? { price: '0', minutes: 0 }
  const contacts = new Set(pieces.map((piece) => piece.group)).size
  const explanation: ContactsExplained = {
    model: 'flatContact',
    upToMinutes,
    contacts,
    unitPrice: price,
    works: pieces.map(share),
  }
  return lineOf({
    item: one.item,
    vat: offerVat(one),
    period: spanOf(offers.filter((offer) => contactKey(offer) === contactKey(one))),
    explanation,
    quantity: { of: String(contacts), unit: 'contact', unitPrice: price },
  })
}

function hourKey(offer: Offer<'perTime'>): string {
  return `${offer.item.hourPrice} ${offerVat(offer)}`
}

function contactKey(offer: Offer<'perTime'>): string {
  return `${offer.item.flatUpTo?.price} ${offer.item.flatUpTo?.minutes} ${offerVat(offer)}`
}

function share(piece: Piece): WorkShare {
  return { id: piece.work.id, bin: piece.bin, raw: String(piece.raw), counted: String(piece.counted) }
}

function binOf(piece: Piece): BinPart {
  const surplus = piece.counted - piece.raw
  return {
    workId: piece.work.id,
    workKind: 'time',
    bin: piece.bin,
    itemId: piece.item.id,
    reason: piece.bin === 'notCounted' ? 'noTime' : undefined,
    unit: 'minute',
    quantity: String(piece.raw),
    surplus: surplus > 0 ? String(surplus) : undefined,
  }
}

function minutes(pieces: Piece[], of: (piece: Piece) => number): number {
  return pieces.reduce((sum, piece) => sum + of(piece), 0)
}
