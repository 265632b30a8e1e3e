/**
 * What a contract brings along when it is entered in the middle of its life: tickets and hours left in
 * its package, what is left of its pools with what they carried over, prepaid blocks, readings of its
 * meters. Kept as it was said; the ledger is written anew from what stands, so desk and billing go on from there.
 */
import { compare, dec, mul, parseDecimal, toText } from '#engines/base/decimal.ts'
import type { Pool, PriceItem } from '#engines/pricing/price-list.ts'
import { mayOnly, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { countsOf, enterCount, removeCount } from './contract-counts.ts'
import { ledgerOf } from './contract-ledger.ts'
import { contractOf, type Contract } from './contract-store.ts'
import { mayKeepContracts } from './draft-contract.ts'
import { lotsOfPool } from './opening-lots.ts'
import { grantingOf, writeOpenings } from './opening-ledger.ts'
import {
  allowanceIn,
  fieldOf,
  meant,
  type About,
  type KeptBalance,
  type OpeningBalance,
} from './opening-packages.ts'
import { termsOfContractAt } from './terms-in-force.ts'

/** What stands, by day. */
export async function openingBalancesOf(ctx: Context, contractId: string): Promise<KeptBalance[]> {
  return (await ctx.tx
    .selectFrom('openingBalances')
    .select(['id', 'kind', 'itemId', 'unit', 'quantity', 'device', 'asOf', 'validTo', 'note'])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
    .where('removedAt', 'is', null)
    .orderBy('asOf')
    .orderBy('kind')
    .orderBy('device')
    .orderBy('unit')
    .orderBy('id')
    .execute()) as KeptBalance[]
}

export async function enterOpeningBalance(
  ctx: Context,
  contractId: string,
  given: OpeningBalance,
): Promise<KeptBalance> {
  mayOnly(ctx, ...mayKeepContracts)
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  await refuseBilled(ctx, contract)
  if (given.asOf > today(ctx).toString()) refuse('entry_in_future', {}, 'balanceOn')
  const items = await itemsOn(ctx, contract, given.asOf)
  const quantity = quantityOf(given)
  const about = meant(items, given, quantity)
  await refuseTwice(ctx, contractId, about)
  await refuseAboveGrant(ctx, contract, items, about, { quantity, asOf: given.asOf })
  const id = ctx.newId()
  const kept = { id, ...about, quantity, asOf: given.asOf, note: given.note?.trim() ?? '' }
  await ctx.tx
    .insertInto('openingBalances')
    .values({
      tenantId: ctx.tenantId,
      contractId,
      ...kept,
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  if (kept.kind === 'meter')
    await enterCount(ctx, contractId, {
      kind: 'reading',
      on: kept.asOf,
      meter: kept.unit,
      device: kept.device,
      value: quantity,
      ...(kept.note && { note: kept.note }),
    })
  await changed(ctx, contract, 'opening_balance_entered', kept)
  return kept
}

/** Typed wrong: it stays readable with the reason, and counts no more. */
export async function removeOpeningBalance(
  ctx: Context,
  contractId: string,
  id: string,
  because: { reason: string },
): Promise<void> {
  mayOnly(ctx, ...mayKeepContracts)
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const balance = (await openingBalancesOf(ctx, contractId)).find((one) => one.id === id)
  if (!balance) refuse('not_found')
  await refuseBilled(ctx, contract)
  if (balance.kind === 'meter') await removeReading(ctx, contract, balance, reason)
  await ctx.tx
    .updateTable('openingBalances')
    .set({ removedAt: ctx.now.toString(), removedBecause: reason })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await changed(ctx, contract, 'opening_balance_removed', { ...balance, reason })
}

async function changed(
  ctx: Context,
  contract: Contract,
  what: string,
  { kind, unit, quantity, asOf, ...rest }: KeptBalance & { reason?: string },
): Promise<void> {
  await writeOpenings(ctx, contract, await openingBalancesOf(ctx, contract.id))
  const why = rest.reason === undefined ? {} : { reason: rest.reason }
  await recordEvent(ctx, what, { kind: 'contract', id: contract.id }, { kind, unit, quantity, asOf, ...why })
  await announce(ctx, 'contract', { id: contract.id, clientId: contract.clientId, staffOnly: true })
  await announce(ctx, 'billing', { staffOnly: true })
}

/** Once a bill of ours has gone on from it, a beginning is no longer changed. */
async function refuseBilled(ctx: Context, { id, number }: Contract): Promise<void> {
  if ((await ledgerOf(ctx, id)).some(({ isOpening }) => !isOpening))
    refuse('balance_after_billing', { number }, 'balanceOn')
}

async function itemsOn(ctx: Context, contract: Contract, asOf: string): Promise<PriceItem[]> {
  const version = await termsOfContractAt(ctx, contract.id, asOf)
  if (!version)
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'balanceOn')
  return version.terms.priceList.items
}

function quantityOf({ quantity, ...given }: OpeningBalance): string {
  const read = parseDecimal(quantity)
  if ('problem' in read || compare(read.value, dec('0')) < 0)
    refuse('amount_invalid', { text: quantity }, fieldOf(given))
  return toText(read.value)
}

async function refuseTwice(ctx: Context, contractId: string, about: About): Promise<void> {
  const isSame = (one: KeptBalance) =>
    one.kind === about.kind &&
    one.itemId === about.itemId &&
    one.unit === about.unit &&
    one.device === about.device
  if (about.kind !== 'block' && (await openingBalancesOf(ctx, contractId)).some(isSame))
    refuse('balance_entered_already', {}, fieldOf(about))
}

async function refuseAboveGrant(
  ctx: Context,
  contract: Contract,
  items: readonly PriceItem[],
  about: About,
  { quantity, asOf }: { quantity: string; asOf: string },
): Promise<void> {
  if (about.kind === 'allowance') {
    const { granted } = allowanceIn(items, about.unit)!
    const left = about.unit === 'hour' ? mul(dec(quantity), dec(60)) : dec(quantity)
    if (compare(left, dec(granted)) > 0)
      refuse('balance_above_allowance', { granted, left: quantity }, fieldOf(about))
  }
  if (about.kind !== 'pool') return
  const pool = items.find((one) => one.id === about.itemId) as Pool
  const found = lotsOfPool(await grantingOf(ctx, contract), pool, quantity, asOf)
  if ('tooMuch' in found)
    refuse('balance_above_allowance', { ...found.tooMuch, left: quantity }, fieldOf(about))
}

async function removeReading(
  ctx: Context,
  contract: Contract,
  { unit, device, quantity, asOf }: KeptBalance,
  reason: string,
): Promise<void> {
  const reading = (await countsOf(ctx, contract)).find(
    ({ kind, on, facts }) =>
      kind === 'reading' &&
      on === asOf &&
      facts.meter === unit &&
      (facts.device ?? '') === device &&
      facts.value === quantity,
  )
  if (reading) await removeCount(ctx, contract.id, reading.id, { reason })
}
