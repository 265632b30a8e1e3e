/**
 * What meters counted: each reading adds what lies between it and the reading before.
 * A swapped meter ends at its last state and the new one goes on from its own; their
 * pages are added up. A meter that shows less than before waits for a person. A meter
 * that is read for the first time only begins.
 */
import { micro, type Micro } from '../base/micro.ts'
import type { MeterState } from './state.ts'
import { compareNames, msOf, type Reading } from './work.ts'

export type ReadMeter = {
  device: string
  meter: string
  /** By reading, in their order. */
  uses: { reading: Reading; used: Micro; fate: 'counted' | 'first' | 'back' }[]
  before: MeterState | undefined
  /** Where it stands after the last reading that counts. */
  value: string
  readAt: string
}

export function readMeters(readings: Reading[], known: MeterState[]): ReadMeter[] {
  const byMeter = new Map<string, Reading[]>()
  const ordered = [...readings].sort((a, b) => msOf(a.readAt) - msOf(b.readAt) || compareNames(a.id, b.id))
  for (const reading of ordered) {
    const key = meterKey(reading)
    const group = byMeter.get(key)
    if (group) group.push(reading)
    else byMeter.set(key, [reading])
  }
  const states = new Map(known.map((state) => [meterKey(state), state]))
  return [...byMeter].map(([key, some]) => usesOf(some, states.get(key)))
}

export function meterKey({ device, meter }: { device: string; meter: string }): string {
  return `${device}\n${meter}`
}

function usesOf(readings: Reading[], before: MeterState | undefined): ReadMeter {
  const { device, meter } = readings[0]!
  let value = before?.value
  let readAt = before?.readAt ?? readings[0]!.readAt
  const uses = readings.map((reading): ReadMeter['uses'][number] => {
    const last = value
    if (last !== undefined && micro(reading.value) < micro(last)) return { reading, used: 0, fate: 'back' }
    value = reading.goesOnFrom ?? reading.value
    readAt = reading.readAt
    if (last === undefined) return { reading, used: 0, fate: 'first' }
    return { reading, used: micro(reading.value) - micro(last), fate: 'counted' }
  })
  return { device, meter, uses, before, value: value ?? '0', readAt }
}

/** Kept for the average of a missing reading. */
export function historyWith(history: string[], used: string): string[] {
  return [...history, used].slice(-12)
}

/** The average of the last periods, to the nearest whole; undefined without any. */
export function averageUse(history: string[], of: number): number | undefined {
  const last = history.slice(-of).map((one) => micro(one))
  if (last.length === 0) return undefined
  return Math.round(last.reduce((sum, one) => sum + one, 0) / last.length / 1_000_000)
}
