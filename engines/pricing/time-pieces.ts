/**
 * Pieces of time: a rounded group of entries cut where its price changes. Each minute
 * takes the band of its own date and wall clock, and the weight of its own hours;
 * minutes beyond a duration are overtime. What rounding added lies in the band where
 * the work ended, or, where agreed, goes on by the clock.
 */
import { dec, mul, toText } from '../base/decimal.ts'
import { micro, microOne, type Micro } from '../base/micro.ts'
import { bandAt, bandRuns, type BandTerms } from './bands.ts'
import type { Band, PerTime } from './price-list.ts'
import type { CountedEntry, RoundedGroup } from './round-time.ts'
import { localDate, msOf } from './work.ts'

export type TimePiece = {
  entry: CountedEntry
  group: number
  rawMinutes: number
  countedMinutes: number
  /** A minute counts for so many. */
  weight: Micro
  hourPrice: string
  factor?: string
  isOvertime?: true
  /** In the price of the visit's event, in hours that cost nothing, a short contact; else charged by the hour. */
  fate: 'byEvent' | 'free' | 'flat' | 'noTime' | 'hours'
}

export type Cutting = { timezone: string; holidays: 'PL' | 'none' }

export function piecesOf(groups: RoundedGroup[], by: Cutting): TimePiece[] {
  const overtime = new Map<string, number>()
  const prices = new Map<string, string>()
  return groups.flatMap((group, index) =>
    group.entries.flatMap((entry, i) => {
      const surplus = i === group.entries.length - 1 ? group.countedMinutes - group.rawMinutes : 0
      const covered = coveredPiece(entry, index)
      const own = cutEntry(entry, surplus, index, by)
      const cut = entry.item.overtime ? own.flatMap((piece) => cutOvertime(piece, overtime, by)) : own
      return [...covered, ...cut.map((piece) => priced(piece, prices))]
    }),
  )
}

function coveredPiece(entry: CountedEntry, group: number): TimePiece[] {
  const { coveredMinutes } = entry
  if (coveredMinutes === 0) return []
  const minutes = { rawMinutes: coveredMinutes, countedMinutes: coveredMinutes }
  return [{ entry, group, ...minutes, weight: microOne, hourPrice: entry.item.hourPrice, fate: 'byEvent' }]
}

type Cut = Omit<TimePiece, 'hourPrice' | 'fate'> & { band?: Band }

function cutEntry(entry: CountedEntry, surplus: number, group: number, by: Cutting): Cut[] {
  const rawMinutes = entry.rawMinutes - entry.coveredMinutes
  const { bands, weigh, round } = entry.item
  if (rawMinutes + surplus === 0 && entry.coveredMinutes > 0) return []
  if (!bands && !weigh)
    return [{ entry, group, rawMinutes, countedMinutes: rawMinutes + surplus, weight: microOne }]
  const fromMs = msOf(entry.work.startedAt) + entry.coveredMinutes * 60_000
  const worked = stretches(fromMs, rawMinutes, entry.item, by).map(({ minutes, ...rest }): Cut => ({
    entry,
    group,
    rawMinutes: minutes,
    countedMinutes: minutes,
    ...rest,
  }))
  if (surplus === 0 && worked.length > 0) return worked
  const last = worked.at(-1)
  if (round.surplus !== 'extend' && last) {
    return [...worked.slice(0, -1), { ...last, countedMinutes: last.countedMinutes + surplus }]
  }
  const endMs = fromMs + rawMinutes * 60_000
  const added = round.surplus === 'extend' ? surplus : Math.max(surplus, 1)
  const runs = stretches(endMs, added, entry.item, by)
  if (round.surplus !== 'extend')
    return [{ ...cutAt(runs[0]!, entry, group), rawMinutes: 0, countedMinutes: surplus }]
  return [
    ...worked,
    ...runs.map((run) => ({ ...cutAt(run, entry, group), rawMinutes: 0, countedMinutes: run.minutes })),
  ]
}

type Stretch = { minutes: number; band?: Band; weight: Micro }

function cutAt({ band, weight }: Stretch, entry: CountedEntry, group: number) {
  return { entry, group, band, weight }
}

/** Minutes of one band and one weight, one stretch after another. */
function stretches(fromMs: number, minutes: number, item: PerTime, by: Cutting): Stretch[] {
  const terms = (bands: Band[]): BandTerms => ({ bands, ...by })
  const priced = item.bands
    ? bandRuns(fromMs, minutes, terms(item.bands))
    : minutes === 0
      ? []
      : [{ band: undefined, minutes, fromMs }]
  return priced.flatMap((run) => {
    const band = run.band === undefined ? undefined : item.bands?.[run.band]
    if (!item.weigh) return [{ minutes: run.minutes, band, weight: microOne }]
    const weights = bandRuns(run.fromMs, run.minutes, terms(item.weigh))
    return weights.map((one) => ({ minutes: one.minutes, band, weight: weightOf(item.weigh, one.band) }))
  })
}

/** Hours that the list does not name weigh what they are. */
export function weightOf(weigh: Band[] | undefined, band: number | undefined): Micro {
  const factor = band === undefined ? undefined : weigh?.[band]?.factor
  return factor === undefined ? microOne : micro(factor)
}

export function weightAt(weigh: Band[] | undefined, ms: number, by: Cutting): Micro {
  return weigh ? weightOf(weigh, bandAt(ms, { bands: weigh, ...by }).band) : microOne
}

/** Counted minutes beyond so many of a visit, a ticket or a day are overtime. */
function cutOvertime(piece: Cut, seen: Map<string, number>, by: Cutting): Cut[] {
  const { overtime } = piece.entry.item
  if (!overtime) return [piece]
  const key = overtimeKey(piece, overtime.per, by)
  const before = seen.get(key) ?? 0
  seen.set(key, before + piece.countedMinutes)
  const normal = Math.min(piece.countedMinutes, Math.max(0, overtime.afterMinutes - before))
  if (normal === piece.countedMinutes) return [piece]
  const rawNormal = Math.min(piece.rawMinutes, normal)
  const rest: Cut = {
    ...piece,
    rawMinutes: piece.rawMinutes - rawNormal,
    countedMinutes: piece.countedMinutes - normal,
    isOvertime: true,
  }
  return normal === 0 ? [rest] : [{ ...piece, rawMinutes: rawNormal, countedMinutes: normal }, rest]
}

function overtimeKey({ entry, group }: Cut, per: 'visit' | 'ticket' | 'day', { timezone }: Cutting): string {
  const { work } = entry
  if (per === 'day') return localDate(work.startedAt, timezone)
  if (per === 'ticket') return work.ticketId ?? work.id
  return work.visitId ?? `group ${group}`
}

/** A price by the band and by overtime: a price of its own, or so many times the hour's price. */
function priced({ band, ...piece }: Cut, prices: Map<string, string>): TimePiece {
  const { item } = piece.entry
  if (!band && !piece.isOvertime)
    return { ...piece, hourPrice: item.hourPrice, fate: fateOf(piece, undefined) }
  const overtime = piece.isOvertime ? item.overtime : undefined
  const base = overtime?.hourPrice ?? band?.hourPrice ?? item.hourPrice
  const byBand = overtime?.hourPrice || band?.hourPrice ? '1' : (band?.factor ?? '1')
  const factor = timesText(byBand, overtime?.hourPrice ? '1' : (overtime?.factor ?? '1'), prices)
  const hourPrice = timesText(base, factor, prices)
  return { ...piece, hourPrice, ...(factor !== '1' && { factor }), fate: fateOf(piece, factor) }
}

function timesText(a: string, b: string, known: Map<string, string>): string {
  if (b === '1') return a
  const key = `${a} ${b}`
  const found = known.get(key) ?? toText(mul(dec(a), dec(b)))
  known.set(key, found)
  return found
}

function fateOf(piece: { countedMinutes: number }, factor: string | undefined): TimePiece['fate'] {
  if (piece.countedMinutes === 0) return 'noTime'
  return factor === '0' ? 'free' : 'hours'
}
