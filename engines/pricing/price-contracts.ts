/**
 * Several contracts of one client whose pools are shared: each is priced like any other,
 * in the order in which they are given; what the first ones leave of a shared pool the
 * next ones may use. A shared pool is granted once, by the first contract that names it.
 */
import { priceOfPeriod, type PeriodInput, type PricedPeriod } from './price-period.ts'
import type { Lot } from './state.ts'

export function priceContracts(inputs: readonly PeriodInput[]): PricedPeriod[] {
  let shared: Lot[] = []
  const known = new Set<string>()
  return inputs.map((input) => {
    const names = sharedNames(input)
    for (const name of names) known.add(name)
    const own = (input.opening?.lots ?? []).filter((lot) => !shared.some(({ id }) => id === lot.id))
    const passed = shared.filter(({ pool }) => names.has(pool))
    const priced = priceOfPeriod({ ...input, opening: { ...input.opening, lots: [...own, ...passed] } })
    const after = priced.closing.lots.filter(({ pool }) => known.has(pool))
    shared = [...shared.filter(({ id }) => !after.some((lot) => lot.id === id)), ...after]
    return priced
  })
}

function sharedNames({ versions }: PeriodInput): Set<string> {
  const items = versions.flatMap(({ priceList }) => priceList.items)
  return new Set(
    items.flatMap((item) =>
      (item.kind === 'pool' || item.kind === 'block') && item.sharedAs ? [item.sharedAs] : [],
    ),
  )
}
