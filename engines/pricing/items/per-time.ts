/**
 * Per time: registered minutes are rounded and cut by bands; the allowance of the
 * period is drawn from the oldest work on, then the pools and blocks that the item
 * names; what is above them costs the hour's price of its own day and hour. A short
 * contact may have a price of its own: it costs that price, unless what is left of the
 * allowance holds it whole. Minutes covered by the event of a visit cost nothing.
 */
import { micro, microOne, microOver, type Micro } from '../../base/micro.ts'
import type { BinName, BinReason } from '../bins.ts'
import { drawSummary } from '../draws.ts'
import type { TimeExplained } from '../explanation.ts'
import type { Answer, Demand } from '../ledger.ts'
import { lastOf } from '../line.ts'
import { roundGroups, type ClaimedTime, type CoveredMinutes, type RoundedGroup } from '../round-time.ts'
import type { Offer } from '../segments.ts'
import { piecesOf, type TimePiece } from '../time-pieces.ts'
import { localDate, msOf } from '../work.ts'
import { allowanceOf, wholeLeft, type Days, type Prepared } from './item.ts'
import { binOf, timeLines, type Share, type TimeLines } from './time-lines.ts'

export type TimeInput = {
  offers: Offer<'perTime'>[]
  claimed: ClaimedTime[]
  days: Days
  drawnBefore: string
  timezone: string
  covered?: CoveredMinutes
  pricedBefore: string
  /** What waited for the end of a pool, by the price of the hour; and whether this period still waits. */
  deferred: TimeLines['deferred']
}

export function preparePerTime(input: TimeInput): Prepared {
  const { offers, days, drawnBefore, timezone } = input
  const { item, segment } = lastOf(offers)
  const prorate = item.prorateIncluded ?? 'up'
  const allowance = allowanceOf(offers, days, {
    included: (one) => one.includedMinutes,
    prorate,
    drawnBefore,
  })
  const groups = roundGroups(input.claimed, timezone, input.covered)
  const pieces = piecesOf(groups, { timezone, holidays: segment.priceList.holidays ?? 'PL' })
  const shares = draw(pieces, groups, wholeLeft(allowance) * microOne)
  const asking = shares.filter((one) => one.bin === 'overage' && !one.isFlat && one.piece.entry.item.draw)
  const place = new Map(asking.map((share, i) => [share, i]))
  return {
    demands: asking.map((share) => demandOf(share, timezone)),
    finish(answers) {
      const answerTo = (share: Share) => answers[place.get(share) ?? -1]
      const settled = asking.length === 0 ? shares : shares.flatMap((one) => answered(one, answerTo(one)))
      const common = {
        ...sums(settled),
        place: item.place ?? 'any',
        round: item.round,
        allowance,
        ...drawSummary(answers),
      }
      const { pricedBefore, deferred } = input
      const waits = deferred.waits
      return {
        lines: timeLines({ offers, shares: settled, common, pricedBefore, deferred }),
        parts: settled.map((share) => binOf(share, waits)),
      }
    },
  }
}

/** Hours of a weight use the allowance so many times; of the dearest first, where agreed. */
function draw(pieces: TimePiece[], groups: RoundedGroup[], allowance: Micro): Share[] {
  let left = allowance
  const taken = new Map<TimePiece, Share[]>()
  const flat = new Map<number, boolean>()
  for (const piece of inDrawOrder(pieces)) {
    const { group, fate } = piece
    if (fate !== 'hours') {
      taken.set(piece, [undrawn(piece)])
      continue
    }
    if (!flat.has(group)) flat.set(group, isShortContact(groups[group]!, left))
    if (flat.get(group)) {
      taken.set(piece, [{ ...wholeShare(piece, 'overage'), isFlat: true }])
      continue
    }
    const inside = Math.min(left, piece.countedMinutes * piece.weight)
    left -= inside
    taken.set(piece, split(wholeShare(piece, 'overage'), [['included', inside]]))
  }
  return pieces.flatMap((piece) => taken.get(piece)!)
}

function inDrawOrder(pieces: TimePiece[]): TimePiece[] {
  if (!pieces.some(({ entry }) => entry.item.drawOrder === 'dearest')) return pieces
  return [...pieces].sort((a, b) => micro(b.hourPrice) - micro(a.hourPrice))
}

function isShortContact({ item, rawMinutes, countedMinutes }: RoundedGroup, left: Micro): boolean {
  const { flatUpTo } = item
  return flatUpTo !== undefined && rawMinutes <= flatUpTo.minutes && countedMinutes * microOne > left
}

function wholeShare(piece: TimePiece, bin: BinName): Share {
  const counted = piece.countedMinutes * piece.weight
  return { piece, bin, raw: piece.rawMinutes * microOne, counted, isFlat: false }
}

function undrawn(piece: TimePiece): Share {
  const reasons: Record<string, BinReason> = { byEvent: 'pricedByEvent', free: 'freeHours', noTime: 'noTime' }
  const share = wholeShare(piece, piece.fate === 'noTime' ? 'notCounted' : 'included')
  return { ...share, reason: reasons[piece.fate] }
}

/** Registered minutes come before the surplus of rounding, in each bin and above them. */
function split(whole: Share, bins: [BinName, Micro][]): Share[] {
  const { weight } = whole.piece
  let raw = whole.raw
  let counted = whole.counted
  const shares: Share[] = []
  for (const [bin, quantity] of bins) {
    if (quantity === 0) continue
    const registered = quantity === counted ? raw : Math.min(raw, microOver(quantity, weight))
    shares.push({ ...whole, bin, raw: registered, counted: quantity })
    raw -= registered
    counted -= quantity
  }
  if (counted > 0) shares.push({ ...whole, raw, counted })
  return shares
}

function demandOf({ piece, counted }: Share, timezone: string): Demand {
  const { work, item } = piece.entry
  return {
    itemId: item.id,
    workId: work.id,
    atMs: msOf(work.startedAt),
    date: localDate(work.startedAt, timezone),
    quantity: counted,
    draw: item.draw ?? [],
    site: work.site,
    device: work.device,
    ...(item.drawOrder === 'dearest' && { price: micro(piece.hourPrice) }),
  }
}

function answered(share: Share, answer: Answer | undefined): Share[] {
  if (!answer || share.bin !== 'overage' || share.isFlat) return [share]
  const from = (kind: 'pool' | 'block') =>
    answer.drawn.reduce((sum, one) => (one.kind === kind ? sum + one.quantity : sum), 0)
  return split(share, [
    ['included', from('pool')],
    ['block', from('block')],
  ])
}

function sums(
  shares: Share[],
): Omit<TimeExplained, 'model' | 'hourPrice' | 'place' | 'round' | 'allowance' | 'works'> {
  const minutes = (
    of: (share: Share) => boolean,
    quantity: (share: Share) => Micro = ({ counted }) => counted,
  ) => shares.reduce((sum, share) => (of(share) ? sum + quantity(share) : sum), 0) / microOne
  const byHour = ({ reason }: Share) => reason === undefined
  const free = minutes(({ reason }) => reason === 'freeHours' || reason === 'pricedByEvent')
  const isWeighed = shares.some(({ piece }) => piece.weight !== microOne)
  return {
    rawMinutes: minutes(
      () => true,
      ({ raw }) => raw,
    ),
    countedMinutes: minutes(() => true),
    includedMinutes: minutes((one) => byHour(one) && (one.bin === 'included' || one.bin === 'block')),
    overageMinutes: minutes((one) => one.bin === 'overage' && !one.isFlat),
    flatMinutes: minutes((one) => one.isFlat),
    ...(free > 0 && { freeMinutes: free }),
    ...(isWeighed && { isWeighed: true as const }),
  }
}
