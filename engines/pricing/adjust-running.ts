/** Lines with what earlier adjustments left of them. */
import type { BaseLine } from './explanation.ts'
import type { Line } from './line.ts'
import type { VatCode } from './price-list.ts'

/** A line with what minimum, cap and earlier discounts left of it. */
export type Running = { line: Line; left: number }

export function wholeLine({ line, left }: Running): BaseLine {
  return { itemId: line.itemId, vat: line.vat, netGrosze: left, days: 1, ofDays: 1 }
}

export function rates(over: Running[]): VatCode[] {
  return [...new Set(over.map(({ line }) => line.vat))]
}

export function take(over: Running[], shares: number[]): void {
  over.forEach((one, i) => {
    one.left -= shares[i] ?? 0
  })
}
