/**
 * What a contract brings along when it is entered in the middle of its life: tickets and hours left in
 * its package, readings of its meters. Kept as it was said; what has been used is written
 * into the ledger of that month and readings among the contract's counts, so desk and billing go on from there.
 */
import { compare, dec, mul, sub, toText } from '#engines/base/decimal.ts'
import type { Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { enterCount } from './contract-counts.ts'
import { noteLedger } from './contract-ledger.ts'
import { contractOf } from './contract-store.ts'
import { termsOfContractAt } from './terms-in-force.ts'
import type { Terms } from './terms.ts'

export type OpeningBalance = {
  kind: 'allowance' | 'block' | 'meter'
  unit: string
  quantity: string
  asOf: string
  device?: string
  note?: string
}
export type KeptBalance = OpeningBalance & { id: string; itemId: string | null; device: string; note: string }

export async function openingBalancesOf(ctx: Context, contractId: string): Promise<KeptBalance[]> {
  return (await ctx.tx
    .selectFrom('openingBalances')
    .select(['id', 'kind', 'itemId', 'unit', 'quantity', 'device', 'asOf', 'note'])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', '=', contractId)
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
  balance: OpeningBalance,
): Promise<void> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const version = await termsOfContractAt(ctx, contractId, balance.asOf)
  if (!version)
    refuse('date_outside_contract', { from: contract.validFrom, to: contract.validTo }, 'balanceOn')
  const id = ctx.newId()
  const drawn = balance.kind === 'allowance' ? drawnOf(version.terms, balance) : undefined
  await ctx.tx
    .insertInto('openingBalances')
    .values({
      tenantId: ctx.tenantId,
      id,
      contractId,
      kind: balance.kind,
      itemId: drawn?.itemId ?? null,
      unit: balance.unit,
      quantity: balance.quantity,
      device: balance.device ?? '',
      asOf: balance.asOf,
      note: balance.note ?? '',
      recordedAt: ctx.now.toString(),
      recordedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute()
  if (drawn)
    await noteLedger(ctx, [
      {
        contractId,
        invoiceId: id,
        periodFrom: Temporal.PlainDate.from(balance.asOf).with({ day: 1 }).toString(),
        isLate: false,
        drawn: { [drawn.itemId]: drawn.quantity },
        above: {},
        billed: {},
        closing: null,
        notedAt: ctx.now.toString(),
      },
    ])
  if (balance.kind === 'meter')
    await enterCount(ctx, contractId, {
      kind: 'reading',
      on: balance.asOf,
      meter: balance.unit,
      device: balance.device ?? '',
      value: balance.quantity,
      note: balance.note,
    })
  await recordEvent(
    ctx,
    'opening_balance_entered',
    { kind: 'contract', id: contractId },
    { kind: balance.kind, unit: balance.unit, quantity: balance.quantity, asOf: balance.asOf },
  )
}

/** What is left of an allowance says what was used of it: in tickets, or in minutes. */
function drawnOf(
  { priceList }: Terms,
  { unit, quantity }: OpeningBalance,
): { itemId: string; quantity: string } {
  for (const item of priceList.items) {
    const granted =
      unit === 'ticket' && item.kind === 'perTicket'
        ? item.included
        : unit === 'hour' && item.kind === 'perTime'
          ? item.includedMinutes
          : 0
    if (granted === 0) continue
    const left = unit === 'hour' ? mul(dec(quantity), dec(60)) : dec(quantity)
    if (compare(left, dec(granted)) > 0)
      refuse(
        'balance_above_allowance',
        { granted, left: quantity },
        unit === 'hour' ? 'hoursLeft' : 'ticketsLeft',
      )
    return { itemId: item.id, quantity: toText(sub(dec(granted), left)) }
  }
  return refuse('balance_without_allowance', {}, unit === 'hour' ? 'hoursLeft' : 'ticketsLeft')
}
