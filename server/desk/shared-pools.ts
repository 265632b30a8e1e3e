/**
 * Pools that contracts of one client use together, as they stand before any bill: the work that
 * nobody has billed yet is drawn month by month in the order of the bills, whichever of the
 * contracts it was done under. So what one contract used up is not shown as left on the other.
 */
import { priceOfPeriod } from '#engines/pricing/price-period.ts'
import type { Lot } from '#engines/pricing/state.ts'
import { contractsToSettle, type LedgerEntry } from '#server/contracts/public.ts'
import type { Context } from '#server/plumbing/context.ts'
import {
  monthAfter,
  monthOf,
  otherTicketsOf,
  periodInput,
  pricingsOf,
  sharedNames,
  withShared,
  sharedAmong,
  type Month,
  type Pricing,
} from './pricing-input.ts'
import { settledParts } from './settled-work.ts'
import { workOfContract } from './work-of-contract.ts'

export type SharedNow = {
  /** As the bill of the month will find the pools: contracts that are billed before have drawn. */
  inTurn: Pricing
  /** As one more piece of work finds them: every other contract has drawn. */
  asLast: Pricing
}

const monthsMax = 24

export async function sharedNow(ctx: Context, pricing: Pricing, month: Month): Promise<SharedNow> {
  const alone = { inTurn: pricing, asLast: pricing }
  if (sharedNames(pricing).length === 0) return alone
  const group = await siblingsOf(ctx, pricing, month)
  if (group.length < 2) return alone
  const run: Run = { group, lots: pricing.shared, ledgers: new Map() }
  for (let one = firstOpen(group, month); one.from < month.from; one = monthAfter(one))
    for (const sibling of group) await draw(ctx, run, sibling, one)
  const [start, own] = [run.lots, pricing.contract.id]
  const before = group.findIndex(({ contract }) => contract.id === own)
  for (const sibling of group.slice(0, before)) await draw(ctx, run, sibling, month)
  const inTurn = withLots(pricing, run.lots)
  run.lots = start
  for (const sibling of group) if (sibling.contract.id !== own) await draw(ctx, run, sibling, month)
  return { inTurn, asLast: withLots(pricing, run.lots) }
}

const withLots = (pricing: Pricing, lots: Lot[]): Pricing => withShared(pricing, lots)

/** Contracts of the client with a pool of the same name, in the order in which bills take them. */
async function siblingsOf(ctx: Context, pricing: Pricing, month: Month): Promise<Pricing[]> {
  const { clientId } = pricing.contract
  const contracts = (await contractsToSettle(ctx, month)).filter((one) => one.clientId === clientId)
  const names = new Set(sharedNames(pricing))
  return (await pricingsOf(ctx, contracts)).filter((one) => sharedNames(one).some((name) => names.has(name)))
}

/** The first month that one of them has not settled, as far back as we look. */
function firstOpen(group: readonly Pricing[], month: Month): Month {
  const open = group.map(({ contract: { settledTo, validFrom } }) =>
    settledTo === null
      ? Temporal.PlainDate.from(validFrom)
      : Temporal.PlainDate.from(settledTo).add({ days: 1 }),
  )
  const oldest = Temporal.PlainDate.from(month.from).subtract({ months: monthsMax })
  const first = open.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b))
  return monthOf(Temporal.PlainDate.compare(first, oldest) < 0 ? oldest : first)
}

type Run = { group: readonly Pricing[]; lots: Lot[]; ledgers: Map<string, LedgerEntry[]> }

/** One contract draws with its work of one month that no bill has; what it leaves, the next one finds. */
async function draw(ctx: Context, run: Run, sibling: Pricing, month: Month): Promise<void> {
  const { id, settledTo, validFrom } = sibling.contract
  if (validFrom > month.to) return
  const isLate = settledTo !== null && settledTo >= month.to
  const all = await workOfContract(ctx, id, month)
  const billed = new Set(
    (
      await settledParts(
        ctx,
        all.map((one) => one.id),
      )
    ).map(({ workId }) => workId),
  )
  const own = all.filter((one) => !billed.has(one.id))
  if (isLate && own.length === 0) return
  const entries = run.ledgers.get(id) ?? []
  const pricing = withShared({ ...sibling, ledger: [...sibling.ledger, ...entries] }, run.lots)
  const { closing } = priceOfPeriod(
    periodInput(pricing, month, { own, others: await otherTicketsOf(ctx, own) }, isLate),
  )
  run.lots = sharedAmong(sibling, closing.lots) ?? run.lots
  const entry = { contractId: id, invoiceId: '', periodFrom: month.from, isLate, notedAt: ctx.now.toString() }
  run.ledgers.set(id, [...entries, { ...entry, drawn: {}, above: {}, billed: {}, closing, isOpening: false }])
}
