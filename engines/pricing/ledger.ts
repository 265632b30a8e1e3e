/**
 * The ledger of pools and blocks. Work draws from them in the order of time, whatever
 * item it is priced by: from the pools its item names, in that order; within a pool
 * the oldest portion first, among blocks the one that expires first. At the end of a
 * pool's period the life of portions ends first, then the cap drops what lies above it.
 */
import { micro, microText, microTimes, type Micro } from '../base/micro.ts'
import { must } from '../base/must.ts'
import { blockUntil, lotOf, poolName, type Grant } from './grants.ts'
import type { BlockItem, Pool } from './price-list.ts'
import type { Lot, Notice } from './state.ts'
import { compareNames, dateOfDay, dayOfDate } from './work.ts'

/** What a piece of work asks of the pools of its item. */
export type Demand = {
  itemId: string
  workId: string
  atMs: number
  date: string
  quantity: Micro
  /** Pools and blocks of the price list, in order. */
  draw: string[]
  site?: string
  device?: string
  /** Dearest first, where the item says so; else nothing. */
  price?: Micro
  /** Money draws from pools of money only, work from the others. */
  isMoney?: true
}

export type Drawn = { lotId: string; pool: string; kind: Lot['kind']; quantity: Micro }
export type Answer = { drawn: Drawn[]; rest: Micro }

export type Ledger = {
  draw: (demands: Demand[]) => Answer[]
  close: () => Lot[]
  notices: Notice[]
  /** Blocks that were bought because nothing was left. */
  toppedUp: { block: BlockItem; on: string; forWork: string }[]
}

type Held = { lot: Lot; left: Micro; lost: { quantity: Micro; on: string }[] }

export type LedgerInput = {
  lots: Lot[]
  pools: Pool[]
  grants: Grant[]
  blocks: BlockItem[]
  bought: { block: BlockItem; on: string; id: string; blocks: number }[]
  period: { from: string; to: string }
  /** Late work finds what there is; it is granted nothing. */
  isLate: boolean
}

export function openLedger(input: LedgerInput): Ledger {
  const held = new Map<string, Held>()
  for (const lot of input.lots) held.set(lot.id, heldOf(lot))
  const pools = new Map(input.pools.map((pool) => [pool.id, pool]))
  const blocks = new Map(input.blocks.map((block) => [block.id, block]))
  const notices: Notice[] = []
  const toppedUp: Ledger['toppedUp'] = []
  if (!input.isLate) for (const grant of input.grants) if (!isScoped(grant.pool)) grantInto(held, grant, '')
  for (const one of input.bought) {
    const lot = blockLot(one.block, one.on, one.id, one.blocks)
    if (!held.has(lot.id)) held.set(lot.id, heldOf(lot))
  }
  const boundaries = new Map(input.pools.map((pool) => [pool.id, boundariesOf(pool, input)]))
  const advance = (date: string, ids: Iterable<string>) => {
    for (const id of ids) {
      const ends = boundaries.get(id) ?? []
      while (ends.length > 0 && ends[0]! <= date) capCarried(ends.shift()!, pools.get(id)!, held, notices)
    }
  }

  function answer(demand: Demand): Answer {
    const ids = demand.draw.filter((id) => (pools.get(id)?.unit === 'money') === (demand.isMoney ?? false))
    advance(demand.date, ids)
    const drawn: Drawn[] = []
    let rest = demand.quantity
    for (const stage of stagesOf(ids, blocks)) {
      if (rest === 0) break
      const names = stage.map((id) => nameFor(id, demand, pools, blocks))
      if (!input.isLate) for (const id of stage) ensureScoped(held, input.grants, id, demand)
      rest = take(held, names, demand.date, rest, drawn)
    }
    return topUp(demand, { drawn, rest })
  }

  /** Buys as many blocks as the rest needs, of the first of the item's blocks that tops itself up. */
  function topUp(demand: Demand, { drawn, rest }: Answer): Answer {
    const block = demand.draw.map((id) => blocks.get(id)).find((one) => one?.topUp === 'automatic')
    if (!block || input.isLate) return { drawn, rest }
    while (rest > 0) {
      const lot = blockLot(block, demand.date, `${demand.workId}+${toppedUp.length}`, 1)
      held.set(lot.id, heldOf(lot))
      toppedUp.push({ block, on: demand.date, forWork: demand.workId })
      notices.push({ kind: 'toppedUp', itemId: block.id, on: demand.date, blocks: 1 })
      const before = rest
      rest = take(held, [lot.pool], demand.date, rest, drawn)
      must(rest < before, 'a block that was bought holds something')
    }
    return { drawn, rest }
  }

  return {
    draw(demands) {
      const answers: Answer[] = []
      for (const { demand, i } of inTurn(demands)) answers[i] = answer(demand)
      return answers
    },
    close() {
      advance('9999-12-31', pools.keys())
      expiryNotices(held, input, notices)
      lowNotices(held, input, notices)
      return [...held.values()].map(closed).sort(byPool)
    },
    notices,
    toppedUp,
  }
}

type Turn = { demand: Demand; i: number }

/** By time; where an item gives its dearest work first, that work takes the turns of the item. */
function inTurn(demands: Demand[]): Turn[] {
  const ordered: Turn[] = demands.map((demand, i) => ({ demand, i }))
  ordered.sort((a, b) => inTime(a.demand, b.demand))
  const dearest = new Set(demands.flatMap((demand) => (demand.price === undefined ? [] : [demand.itemId])))
  for (const itemId of dearest) {
    const places = ordered.flatMap((turn, place) => (turn.demand.itemId === itemId ? [place] : []))
    const turns = places.map((place) => ordered[place]!)
    turns.sort((a, b) => (b.demand.price ?? 0) - (a.demand.price ?? 0))
    places.forEach((place, n) => (ordered[place] = turns[n]!))
  }
  return ordered
}

function inTime(a: Demand, b: Demand): number {
  return a.atMs - b.atMs || compareNames(a.workId, b.workId)
}

/** Blocks that stand together in the order are one stock. */
function stagesOf(draw: string[], blocks: Map<string, BlockItem>): string[][] {
  const stages: string[][] = []
  draw.forEach((id, i) => {
    const before = draw[i - 1]
    if (blocks.has(id) && before !== undefined && blocks.has(before)) stages.at(-1)!.push(id)
    else stages.push([id])
  })
  return stages
}

function nameFor(
  id: string,
  demand: Demand,
  pools: Map<string, Pool>,
  blocks: Map<string, BlockItem>,
): string {
  const pool = pools.get(id)
  if (pool) return poolName(pool, scopeOf(pool, demand))
  const block = blocks.get(id)
  return block ? poolName(block, '') : id
}

function isScoped(pool: Pool): boolean {
  return pool.scope === 'site' || pool.scope === 'device'
}

function scopeOf(pool: Pool, demand: Demand): string {
  if (pool.scope === 'site') return demand.site ?? '-'
  return pool.scope === 'device' ? (demand.device ?? '-') : ''
}

function ensureScoped(held: Map<string, Held>, grants: Grant[], id: string, demand: Demand): void {
  for (const grant of grants) {
    if (grant.pool.id === id && isScoped(grant.pool)) grantInto(held, grant, scopeOf(grant.pool, demand))
  }
}

/** A portion granted before keeps what is left of it; where its grant has changed, by the difference. */
function grantInto(held: Map<string, Held>, grant: Grant, scope: string): void {
  const lot = lotOf(grant, scope)
  const known = held.get(lot.id)
  if (!known) held.set(lot.id, heldOf(lot))
  else if (grant.pool.sharedAs === undefined && known.lot.granted !== lot.granted) {
    known.left = Math.max(0, known.left + micro(lot.granted) - micro(known.lot.granted))
    known.lot = { ...known.lot, granted: lot.granted, until: lot.until }
  }
}

function take(held: Map<string, Held>, names: string[], date: string, wanted: Micro, drawn: Drawn[]): Micro {
  const usable = [...held.values()]
    .filter(({ lot }) => names.includes(lot.pool) && lot.from <= date && date <= lot.until)
    .sort((a, b) => byExpiry(a.lot, b.lot))
  let rest = wanted
  for (const one of usable) {
    if (rest === 0) break
    const quantity = Math.min(rest, availableOn(one, date))
    if (quantity === 0) continue
    takeFrom(one, date, quantity)
    rest -= quantity
    drawn.push({ lotId: one.lot.id, pool: one.lot.pool, kind: one.lot.kind, quantity })
  }
  return rest
}

function byExpiry(a: Lot, b: Lot): number {
  return compareTexts(a.until, b.until) || compareTexts(a.from, b.from) || compareTexts(a.id, b.id)
}

/** In the same order whatever order work was given in. */
function byPool(a: Lot, b: Lot): number {
  return compareTexts(a.pool, b.pool) || byExpiry(a, b)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What a cap dropped later is still there for work that was done before. */
function availableOn({ left, lost }: Held, date: string): Micro {
  return lost.reduce((sum, one) => (one.on > date ? sum + one.quantity : sum), left)
}

function takeFrom(one: Held, date: string, quantity: Micro): void {
  let rest = quantity
  for (const gone of one.lost) {
    if (gone.on <= date || rest === 0) continue
    const used = Math.min(rest, gone.quantity)
    gone.quantity -= used
    rest -= used
  }
  one.left -= rest
}

/** The first days of new periods of a pool, where its carried stock is capped. */
function boundariesOf(pool: Pool, { grants, period, isLate }: LedgerInput): string[] {
  if (isLate || pool.carry?.cap === undefined) return []
  const windows = grants.filter((grant) => grant.pool.id === pool.id).map(({ window }) => window)
  const ends = windows.map(({ to }) => dayAfter(to)).filter((date) => date <= dayAfter(period.to))
  const starts = windows.map(({ from }) => from).filter((date) => date >= period.from)
  return [...new Set([...ends, ...starts])].sort()
}

/** What was not used by its last day is gone on the next. */
function expiryNotices(held: Map<string, Held>, { period }: LedgerInput, notices: Notice[]): void {
  for (const one of held.values()) {
    const endsHere = one.lot.until >= period.from && one.lot.until <= period.to
    if (endsHere && one.left > 0) notices.push(gone('lotExpired', one, one.left, dayAfter(one.lot.until)))
  }
}

function capCarried(date: string, pool: Pool, held: Map<string, Held>, notices: Notice[]): void {
  const factor = pool.unit === 'hour' ? 60 : 1
  const cap = micro(pool.carry!.cap!) * factor
  const isOfPool = (name: string) => name === poolName(pool, '') || name.startsWith(`${poolName(pool, '')}/`)
  for (const name of new Set([...held.values()].map(({ lot }) => lot.pool).filter(isOfPool))) {
    const carried = [...held.values()]
      .filter(({ lot }) => lot.pool === name && lot.from < date)
      .filter(({ lot }) =>
        pool.carry!.capFirst ? lot.until >= dateOfDay(dayOfDate(date) - 1) : lot.until >= date,
      )
      .sort((a, b) => byExpiry(a.lot, b.lot) * (pool.carry!.lose === 'newest' ? -1 : 1))
    let above = carried.reduce((sum, one) => sum + one.left, 0) - cap
    for (const one of carried) {
      const quantity = Math.min(one.left, Math.max(above, 0))
      if (quantity === 0) continue
      one.left -= quantity
      one.lost.push({ quantity, on: date })
      above -= quantity
      notices.push(gone('lotCapped', one, quantity, date))
    }
  }
}

function gone(kind: 'lotExpired' | 'lotCapped', { lot }: Held, quantity: Micro, on: string): Notice {
  return { kind, lotId: lot.id, pool: lot.pool, unit: lot.unit, quantity: microText(quantity), on }
}

/** "Not more than a quarter is left" is said at exactly a quarter. */
function lowNotices(held: Map<string, Held>, input: LedgerInput, notices: Notice[]): void {
  const items = [...input.blocks, ...input.pools]
  for (const item of new Set(items)) {
    if (item.alertAtBp === undefined) continue
    const usable = [...held.values()].filter(
      ({ lot }) =>
        lot.pool === poolName(item, '') && lot.from <= input.period.to && input.period.to <= lot.until,
    )
    const left = usable.reduce((sum, one) => sum + one.left, 0)
    const granted = usable.reduce((sum, one) => sum + micro(one.lot.granted), 0)
    if (granted > 0 && left <= microTimes(granted, item.alertAtBp * 100)) {
      const { unit } = item
      notices.push({
        kind: 'low',
        pool: poolName(item, ''),
        unit,
        left: microText(left),
        granted: microText(granted),
        on: input.period.to,
      })
    }
  }
}

function blockLot(block: BlockItem, on: string, id: string, blocks: number): Lot {
  const size = micro(block.size) * (block.unit === 'hour' ? 60 : 1) * blocks
  const granted = microText(size)
  return {
    id: `${block.id}:${id}`,
    pool: poolName(block, ''),
    kind: 'block',
    unit: block.unit,
    granted,
    left: granted,
    from: on,
    until: blockUntil(on, block.validMonths),
  }
}

function heldOf(lot: Lot): Held {
  const lost = (lot.lost ?? []).map(({ quantity, on }) => ({ quantity: micro(quantity), on }))
  return { lot, left: micro(lot.left), lost }
}

function closed({ lot, left, lost }: Held): Lot {
  const kept = lost.filter(({ quantity }) => quantity > 0)
  const written = kept.map(({ quantity, on }) => ({ quantity: microText(quantity), on }))
  const { lost: _, ...rest } = lot
  return { ...rest, left: microText(left), ...(written.length > 0 && { lost: written }) }
}

function dayAfter(date: string): string {
  return dateOfDay(dayOfDate(date) + 1)
}
