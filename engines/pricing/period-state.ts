/** The state of a period at its two ends: what it begins with, the ledger over it, what it leaves. */
import { grantsOf } from './grants.ts'
import { openLedger, type Ledger } from './ledger.ts'
import type { PeriodInput } from './price-period.ts'
import { offersOf, type Segment } from './segments.ts'
import type { Selected } from './select.ts'
import { emptyState, type Deferred, type MeterState, type Notice, type PricingState } from './state.ts'
import { localDate } from './work.ts'

/** What the items of a period leave behind. */
export type Kept = {
  meters: Map<string, MeterState>
  units: Record<string, string>
  deferred: Record<string, Deferred[]>
  notices: Notice[]
}

export function openingOf({ opening }: PeriodInput): PricingState {
  return { ...emptyState, ...opening }
}

export function ledgerOf(input: PeriodInput, segments: Segment[], selected: Selected[]): Ledger {
  const offers = offersOf(segments, 'pool')
  const blocks = [...offersOf(segments, 'block').values()].map((some) => some.at(-1)!.item)
  return openLedger({
    lots: openingOf(input).lots,
    pools: [...offers.values()].map((some) => some.at(-1)!.item),
    grants: offers.size === 0 || input.onlyWork ? [] : grantsOf(offers, input),
    blocks,
    bought: selected.flatMap((one) =>
      one.fate === 'claimed' && one.work.kind === 'purchase' && one.item.kind === 'block'
        ? [
            {
              block: one.item,
              on: localDate(one.work.boughtAt, input.timezone),
              id: one.work.id,
              blocks: one.work.blocks ?? 1,
            },
          ]
        : [],
    ),
    period: input.period,
    isLate: input.onlyWork ?? false,
  })
}

/** What was not touched here goes on as it was. */
export function closing(
  opening: PricingState,
  ledger: Ledger,
  kept: Kept,
  isLate: boolean,
): { closing: PricingState; notices: Notice[] } {
  const isKept = (state: MeterState) => kept.meters.has(`${state.device}\n${state.meter}`)
  return {
    closing: {
      lots: ledger.close(),
      meters: [...opening.meters.filter((state) => !isKept(state)), ...kept.meters.values()],
      units: { ...opening.units, ...kept.units },
      deferred: isLate ? opening.deferred : kept.deferred,
    },
    notices: [...ledger.notices, ...kept.notices],
  }
}
