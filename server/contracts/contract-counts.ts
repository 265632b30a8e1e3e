/**
 * What a contract counts besides tickets: readings of meters, how many devices or users there
 * are from a day on, blocks bought ahead, events charged as one. Entered by a person with a date;
 * inside a settled period nothing is entered or taken back, there a correction speaks.
 */
import { compare, dec, parseDecimal, toText } from '#engines/base/decimal.ts'
import { signature, today, type Context } from '#server/plumbing/context.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { contractOf, lastDayOf, type Contract } from './contract-store.ts'
import { termsOfContractAt } from './terms-in-force.ts'

export type CountToEnter =
  | {
      kind: 'reading'
      on: string
      meter: string
      device: string
      value: string
      goesOnFrom?: string
      note?: string
    }
  | {
      kind: 'units'
      on: string
      unit: string
      quantity: string
      class?: string
      size?: string
      group?: string
      note?: string
    }
  | { kind: 'purchase'; on: string; itemId: string; blocks: number; note?: string }
  | {
      kind: 'event'
      on: string
      event: string
      quantity?: string
      class?: string
      value?: string
      site?: string
      note?: string
    }
export type CountKind = CountToEnter['kind']

export type Count = {
  id: string
  contractId: string
  kind: CountKind
  at: string
  on: string
  /** The rest of what was entered, by its kind. */
  facts: Record<string, string | number>
  note: string
  enteredByName: string
  enteredAt: string
  /** Stands in a settled period. */
  isSettled: boolean
}

export async function enterCount(ctx: Context, contractId: string, given: CountToEnter): Promise<Count> {
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  refuseDay(ctx, contract, given.on)
  const { kind, on, note = '', ...rest } = given
  const facts = checked(rest as Record<string, unknown>)
  if (given.kind === 'reading') await refuseBackwards(ctx, contractId, given)
  if (given.kind === 'purchase') await refuseUnknownBlock(ctx, contractId, given)
  if (given.kind === 'units') await replaceSameDay(ctx, contractId, on, facts)
  const id = ctx.newId()
  const by = signature(ctx.actor)
  const row = { kind, at: startOf(ctx, on), note: note.trim(), enteredAt: ctx.now.toString() }
  await ctx.tx
    .insertInto('contractCounts')
    .values({
      tenantId: ctx.tenantId,
      id,
      contractId,
      ...row,
      facts: JSON.stringify(facts),
      enteredBy: by.id,
      enteredByName: by.name,
    })
    .execute()
  await tell(ctx, contract, 'count_entered', { id, kind, on, ...facts })
  return { id, contractId, ...row, on, facts, enteredByName: by.name, isSettled: false }
}

export async function removeCount(
  ctx: Context,
  contractId: string,
  id: string,
  because: { reason: string },
): Promise<void> {
  const reason = because.reason.trim()
  if (!reason) refuse('reason_missing', {}, 'reason')
  const contract = (await contractOf(ctx, contractId)) ?? refuse('not_found')
  const count = (await countsOf(ctx, contract)).find((one) => one.id === id) ?? refuse('not_found')
  if (count.isSettled) refuse('count_settled', { on: count.on, settledTo: contract.settledTo }, 'on')
  await markRemoved(ctx, [id], reason)
  await tell(ctx, contract, 'count_removed', { id, kind: count.kind, on: count.on, reason })
}

/** What stands, by day, then as it was entered. */
export async function countsOf(ctx: Context, contract: Pick<Contract, 'id' | 'settledTo'>): Promise<Count[]> {
  return (await countsOfContracts(ctx, [contract.id])).map((count) => ({
    ...count,
    isSettled: contract.settledTo !== null && count.on <= contract.settledTo,
  }))
}

export async function countsOfContracts(ctx: Context, contractIds: readonly string[]): Promise<Count[]> {
  if (contractIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('contractCounts')
    .select(['id', 'contractId', 'kind', 'at', 'facts', 'note', 'enteredByName', 'enteredAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('contractId', 'in', [...contractIds])
    .where('removedAt', 'is', null)
    .orderBy('at')
    .orderBy('enteredAt')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as CountKind,
    facts: row.facts as Count['facts'],
    on: Temporal.Instant.from(row.at).toZonedDateTimeISO(ctx.tenant.timezone).toPlainDate().toString(),
    isSettled: false,
  }))
}

const decimals = ['value', 'quantity', 'goesOnFrom', 'size'] as const

/** Numbers as people type them become exact decimals; what is empty is left out. */
function checked(given: Record<string, unknown>): Count['facts'] {
  const facts: Count['facts'] = {}
  for (const [name, typed] of Object.entries(given)) {
    if (typed === undefined || typed === null || String(typed).trim() === '') continue
    const isNumber = (decimals as readonly string[]).includes(name)
    facts[name] = isNumber
      ? decimalOf(String(typed), name)
      : typeof typed === 'number'
        ? typed
        : String(typed).trim()
  }
  return facts
}

function decimalOf(text: string, field: string): string {
  const parsed = parseDecimal(text)
  if ('problem' in parsed || compare(parsed.value, dec('0')) < 0) refuse('amount_invalid', { text }, field)
  return toText(parsed.value)
}

function refuseDay(ctx: Context, contract: Contract, on: string): void {
  const last = lastDayOf(contract)
  if (on > today(ctx).toString()) refuse('entry_in_future', {}, 'on')
  if (on < contract.validFrom || (last !== null && on > last))
    refuse('date_outside_contract', { from: contract.validFrom, to: last }, 'on')
  if (contract.settledTo !== null && on <= contract.settledTo)
    refuse('count_settled', { on, settledTo: contract.settledTo }, 'on')
}

/** A counter does not run backwards; a new one says where it goes on from. */
async function refuseBackwards(
  ctx: Context,
  contractId: string,
  given: Extract<CountToEnter, { kind: 'reading' }>,
): Promise<void> {
  const value = dec(decimalOf(given.value, 'value'))
  const same = (await countsOfContracts(ctx, [contractId])).filter(
    ({ kind, facts }) =>
      kind === 'reading' &&
      facts.meter === given.meter.trim() &&
      (facts.device ?? '') === given.device.trim(),
  )
  const before = same.findLast((one) => one.on <= given.on)
  const least = before && String(before.facts.goesOnFrom ?? before.facts.value)
  if (least !== undefined && compare(value, dec(least)) < 0)
    refuse('reading_runs_backwards', { before: least, on: before!.on }, 'value')
  const after = same.find((one) => one.on > given.on)
  if (
    after &&
    compare(dec(String(given.goesOnFrom || given.value).replace(',', '.')), dec(String(after.facts.value))) >
      0
  )
    refuse('reading_runs_backwards', { before: String(after.facts.value), on: after.on }, 'value')
}

async function refuseUnknownBlock(
  ctx: Context,
  contractId: string,
  given: Extract<CountToEnter, { kind: 'purchase' }>,
): Promise<void> {
  const version = await termsOfContractAt(ctx, contractId, given.on)
  const items: { id: string; kind: string }[] = version?.terms.priceList.items ?? []
  if (!items.some((item) => item.id === given.itemId && item.kind === 'block'))
    refuse('block_unknown', { itemId: given.itemId }, 'itemId')
}

/** A second count of the same thing on one day is the better one. */
async function replaceSameDay(
  ctx: Context,
  contractId: string,
  on: string,
  facts: Count['facts'],
): Promise<void> {
  const same = (await countsOfContracts(ctx, [contractId])).filter(
    (one) => one.kind === 'units' && one.on === on && groupOf(one.facts) === groupOf(facts),
  )
  await markRemoved(
    ctx,
    same.map(({ id }) => id),
    'replaced',
  )
}

/** Counts of one group replace each other. */
export const groupOf = (facts: Count['facts']): string =>
  [facts.unit, facts.class ?? '', facts.size ?? '', facts.group ?? ''].join('\u0000')

async function markRemoved(ctx: Context, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .updateTable('contractCounts')
    .set({ removedAt: ctx.now.toString(), removedBecause: reason })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .execute()
}

const startOf = (ctx: Context, on: string): string =>
  Temporal.PlainDate.from(on).toZonedDateTime(ctx.tenant.timezone).toInstant().toString()

async function tell(
  ctx: Context,
  contract: Contract,
  event: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordEvent(ctx, event, { kind: 'contract', id: contract.id }, facts)
  await announce(ctx, 'contract', { id: contract.id, clientId: contract.clientId, staffOnly: true })
  await announce(ctx, 'billing', { staffOnly: true })
}
