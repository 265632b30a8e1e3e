/**
 * Twenty ready price lists of six trades. Each is a starting point: its figures are
 * invented, its worked examples are executed in the tests.
 */
import type { Trade } from '../trades.ts'
import { alarmPresets } from './alarms.ts'
import { genericPresets } from './generic.ts'
import { hvacPresets } from './hvac.ts'
import { itPresets } from './it.ts'
import { liftPresets } from './lifts.ts'
import type { PricePreset } from './preset.ts'
import { printPresets } from './print.ts'

export type { PricePreset } from './preset.ts'

export const pricePresets: readonly PricePreset[] = [
  ...itPresets,
  ...hvacPresets,
  ...printPresets,
  ...alarmPresets,
  ...liftPresets,
  ...genericPresets,
]

/** Those of a trade, and after them those for any. */
export function presetsFor(trade: Trade): PricePreset[] {
  const own = pricePresets.filter((preset) => preset.trade === trade)
  return trade === 'generic' ? own : [...own, ...genericPresets]
}

export function presetById(id: string): PricePreset | undefined {
  return pricePresets.find((preset) => preset.id === id)
}
