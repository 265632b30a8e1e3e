/**
 * The ledger of a contract that began before us: what its opening balances say, in the shape in which a
 * bill would have left it. Written anew as a whole whenever a balance is entered or taken back.
 */
import type { BlockItem, Pool, PriceItem } from '#engines/pricing/price-list.ts'
import { emptyState, type Lot, type MeterState } from '#engines/pricing/state.ts'
import type { Context } from '#server/plumbing/context.ts'
import { must } from '#engines/base/must.ts'
import { noteLedger, type LedgerEntry } from './contract-ledger.ts'
import { lastDayOf, versionsOfContract, type Contract } from './contract-store.ts'
import { drawnOf, type KeptBalance } from './opening-packages.ts'
import { firstOfMonth, lotOfBlock, lotsOfPool, rolledLots, type Granting } from './opening-lots.ts'
import { appliesOn } from './terms-as-of.ts'

export async function writeOpenings(
  ctx: Context,
  contract: Contract,
  balances: readonly KeptBalance[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('contractLedger')
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contract.id)
    .where('isOpening', '=', true)
    .execute()
  const versions = await versionsOfContract(ctx, contract.id)
  const by = await grantingOf(ctx, contract)
  const itemsOn = (day: string) => appliesOn(versions, day)?.terms.priceList.items ?? []
  const entry = (balance: KeptBalance): LedgerEntry => ({
    contractId: contract.id,
    invoiceId: balance.id,
    periodFrom: firstOfMonth(balance.asOf),
    isLate: false,
    isOpening: true,
    drawn: {},
    above: {},
    billed: {},
    closing: null,
    notedAt: ctx.now.toString(),
  })
  const drawn = balances.flatMap((balance) => {
    const used = balance.kind === 'allowance' ? drawnOf(itemsOn(balance.asOf), balance) : undefined
    return used ? [{ ...entry(balance), drawn: { [used.itemId]: used.quantity } }] : []
  })
  const carried = balances.filter(({ kind }) => kind !== 'allowance')
  const last = carried.at(-1)
  const state = last && {
    ...entry(last),
    closing: { ...emptyState, lots: lotsOf(by, itemsOn, carried), meters: metersOf(ctx, carried) },
  }
  await noteLedger(ctx, [...drawn, ...(state ? [state] : [])])
}

export async function grantingOf(ctx: Context, contract: Contract): Promise<Granting> {
  const versions = await versionsOfContract(ctx, contract.id)
  const last = lastDayOf(contract)
  return {
    contract: { from: contract.validFrom, ...(last && { to: last }) },
    versions: versions.map(({ validFrom, validTo, terms }) => ({
      validFrom,
      ...(validTo && { validTo }),
      priceList: terms.priceList,
    })),
    timezone: ctx.tenant.timezone,
  }
}

/** In the order of their days; between two of them months pass with nothing used. */
function lotsOf(
  by: Granting,
  itemsOn: (day: string) => readonly PriceItem[],
  balances: readonly KeptBalance[],
): Lot[] {
  let lots: Lot[] = []
  let month = ''
  for (const balance of balances) {
    const next = firstOfMonth(balance.asOf)
    // Only what somebody said is left: other pools begin with their first bill.
    const names = new Set(lots.map(({ pool }) => pool))
    if (month !== '' && month < next)
      lots = rolledLots(by, lots, month, next).filter(({ pool }) => names.has(pool))
    month = next
    const item = itemsOn(balance.asOf).find(({ id }) => id === balance.itemId)
    if (balance.kind === 'block') lots = [...lots, lotOfBlock(item as BlockItem, balance)]
    if (balance.kind !== 'pool') continue
    const left = lotsOfPool(by, item as Pool, balance.quantity, balance.asOf)
    must('lots' in left, 'a balance was weighed against its pool when it was entered')
    lots = [...lots, ...left.lots]
  }
  return lots
}

function metersOf(ctx: Context, balances: readonly KeptBalance[]): MeterState[] {
  return balances
    .filter(({ kind }) => kind === 'meter')
    .map(({ unit, device, quantity, asOf }) => ({
      meter: unit,
      device,
      value: quantity,
      readAt: Temporal.PlainDate.from(asOf).toZonedDateTime(ctx.tenant.timezone).toInstant().toString(),
      history: [],
    }))
}
