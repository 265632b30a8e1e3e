/** What the editor of warnings does to the clock: without any warning nothing is written down. */
import type { Terms } from './contract-data.ts'

type Clock = Terms['clock']
type Warning = NonNullable<Clock['warnings']>[number]

export function withWarnings({ warnings: _before, ...clock }: Clock, warnings: readonly Warning[]): Clock {
  return warnings.length === 0 ? clock : { ...clock, warnings: [...warnings] }
}

const usual = [50, 75, 90, 100]

/** The next usual share that is not said yet; after all of them, the first number that is free. */
export function nextShare(warnings: readonly Warning[]): number {
  const said = new Set(warnings.map(({ share }) => share))
  const free = [...usual, ...Array.from({ length: 100 }, (_, i) => i + 1)]
  return free.find((share) => !said.has(share)) ?? 100
}
