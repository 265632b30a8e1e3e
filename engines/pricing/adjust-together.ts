/**
 * Prices for several items together. Money in the fee pays of the lines that draw from
 * it, up to what is left of it. A bundle costs its own price instead of what its items
 * cost, when that is less and all of them are there.
 */
import { micro, microText } from '../base/micro.ts'
import { dec, toGrosze } from '../base/decimal.ts'
import { rates, take, wholeLine, type Running } from './adjust-running.ts'
import type { Ledger } from './ledger.ts'
import { lastOf, lineOf, offerCurrency, offerVat, spanOf, type Line } from './line.ts'
import { bundleShares, moneyShares } from './recompute-shares.ts'
import { offersOf, type DaysPart, type Offer, type Segment, type Span } from './segments.ts'
import { msOf } from './work.ts'

export function moneyLines(
  running: Running[],
  by: { segments: Segment[]; ledger: Ledger; period: Span },
): Line[] {
  return [...offersOf(by.segments, 'pool')].flatMap(([id, offers]) => {
    const offer = lastOf(offers)
    if (offer.item.unit !== 'money') return []
    const over = running.filter(({ line, left }) => left > 0 && drawsFrom(by.segments, line.itemId, id))
    const wanted = over.reduce((sum, { left }) => sum + left, 0)
    if (wanted === 0) return []
    const drawn = wanted - drawMoney(id, wanted, by)
    const explained = { model: 'moneyPool' as const, leftGrosze: drawn, base: over.map(wholeLine) }
    const common = { item: offer.item, currency: offerCurrency(offer), period: spanOf(offers) }
    const lines = rates(over).map((vat) => lineOf({ ...common, vat, explanation: { ...explained, vat } }))
    take(over, moneyShares({ ...explained, vat: offerVat(offer) }))
    return lines
  })
}

/** What the pool does not pay, in grosze. */
function drawMoney(id: string, wanted: number, { ledger, period }: { ledger: Ledger; period: Span }): number {
  const [answer] = ledger.draw([
    {
      itemId: id,
      workId: id,
      atMs: msOf(`${period.to}T23:59:59Z`),
      date: period.to,
      quantity: wanted * 10_000,
      draw: [id],
      isMoney: true,
    },
  ])
  return toGrosze(dec(microText(answer?.rest ?? micro('0'))))
}

function drawsFrom(segments: Segment[], itemId: string, pool: string): boolean {
  return segments.some(({ priceList }) =>
    priceList.items.some((item) => item.id === itemId && 'draw' in item && item.draw?.includes(pool)),
  )
}

export function bundleLines(offers: Offer<'bundle'>[], running: Running[], parts: DaysPart[]): Line[] {
  const offer = lastOf(offers)
  const { item } = offer
  const over = running.filter(({ line }) => item.of.includes(line.itemId))
  const isThere = item.of.every((id) => over.some(({ line }) => line.itemId === id))
  if (!isThere) return []
  const explained = { model: 'bundle' as const, parts, base: over.map(wholeLine) }
  const common = { item, currency: offerCurrency(offer), period: spanOf(offers) }
  const lines = rates(over).map((vat) => lineOf({ ...common, vat, explanation: { ...explained, vat } }))
  take(over, bundleShares({ ...explained, vat: offerVat(offer) }))
  return lines
}
