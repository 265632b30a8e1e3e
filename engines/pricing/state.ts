/**
 * What goes from one period to the next: what is left of pools and prepaid blocks,
 * what meters showed, how many units there were, what waits for the end of a pool.
 * It comes in as data and goes out as data; nothing here remembers anything.
 */
import type { PoolUnit } from './price-list.ts'

/** A portion of a pool, or a prepaid block. Hours are kept in minutes. */
export type Lot = {
  /** Of its pool and the first day of what it was granted for; of a block, its purchase. */
  id: string
  /** The pool or block item, or the name under which contracts share it; with the site or device it is for. */
  pool: string
  kind: 'pool' | 'block'
  unit: PoolUnit
  granted: string
  left: string
  /** The days on which it may be used. */
  from: string
  until: string
  /** What a cap on the carried stock dropped, and from which day on. */
  lost?: { quantity: string; on: string }[]
}

export type MeterState = {
  meter: string
  device: string
  value: string
  readAt: string
  /** What was used in each of the last periods, the newest last. */
  history: string[]
  /** Estimated since the last reading: what was counted and charged, to be settled with the next one. */
  estimated?: { used: string; included: string; chargedGrosze: number }[]
}

/** Above a pool, to be charged with its last period. */
export type Deferred = { unitPrice: string; quantity: string }

export type PricingState = {
  lots: Lot[]
  meters: MeterState[]
  /** By unit, class, size and group: how many there were on the last day. */
  units: Record<string, string>
  /** By item. */
  deferred: Record<string, Deferred[]>
}

export const emptyState: PricingState = { lots: [], meters: [], units: {}, deferred: {} }

/** What a person should hear about, beside the amounts. */
export type Notice =
  | { kind: 'lotExpired'; lotId: string; pool: string; unit: PoolUnit; quantity: string; on: string }
  | { kind: 'lotCapped'; lotId: string; pool: string; unit: PoolUnit; quantity: string; on: string }
  | { kind: 'low'; pool: string; unit: PoolUnit; left: string; granted: string; on: string }
  | { kind: 'toppedUp'; itemId: string; on: string; blocks: number }
  | { kind: 'readingEstimated'; itemId: string; device: string; meter: string; quantity: string }
  | { kind: 'readingMissing'; itemId: string; device: string; meter: string }
