/**
 * The proof of completeness: every unit of work of a client and month lies in exactly one bin.
 * What is billed lies where its invoice put it, the rest where the engine would put it now, work
 * without a contract waits. The sum of the bins is set against the work itself, counted anew.
 */
import { compare, dec, sum, toText } from '#engines/base/decimal.ts'
import { rawOf, type BinPart } from '#engines/pricing/bins.ts'
import type { WorkItem } from '#engines/pricing/work.ts'
import { clientOf, contractsOfClient } from '#server/contracts/public.ts'
import {
  datesOf,
  otherTicketsOf,
  pricingsOf,
  settledParts,
  ticketNumbers,
  workOfContracts,
  workWithoutContract,
  type Pricing,
} from '#server/desk/public.ts'
import { mayOnly, type Context } from '#server/plumbing/context.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { periodOf, type Period } from './periods.ts'
import { settleContract } from './settle-contract.ts'
import { settledHomes } from './settled-store.ts'

/** One piece of work in a bin: what it was, where it stands. */
export type BinItem = {
  workId: string
  workKind: string
  on: string
  quantity: string
  surplus: string
  ticket: { id: string; number: string; subject: string } | null
  contractNumber: string | null
  invoice: { id: string; number: string } | null
  /** A person's word on it: the reason, the clause. */
  note: string | null
}
export type ConservedBin = {
  bin: string
  reason: string | null
  quantity: string
  surplus: string
  items: BinItem[]
}
export type ConservedUnit = {
  unit: string
  total: string
  binned: string
  surplus: string
  isComplete: boolean
  bins: ConservedBin[]
}
export type Conservation = {
  clientId: string
  clientName: string
  month: string
  isComplete: boolean
  /** Pieces of work that wait for a person. */
  pending: number
  units: ConservedUnit[]
}

type Placed = { work: WorkItem; part: BinPart; contractNumber: string | null }

export async function conservationOf(ctx: Context, clientId: string, month: string): Promise<Conservation> {
  mayOnly(ctx, 'owner', 'manager', 'accountManager', 'billing')
  const client = (await clientOf(ctx, clientId)) ?? refuse('not_found')
  const period = periodOf(month)
  const contracts = await contractsOfClient(ctx, clientId)
  const works = await workOfContracts(
    ctx,
    contracts.map(({ id }) => id),
    period,
  )
  const placed: Placed[] = []
  for (const pricing of await pricingsOf(ctx, contracts))
    placed.push(...(await placedIn(ctx, pricing, works.get(pricing.contract.id) ?? [], period)))
  for (const work of await workWithoutContract(ctx, clientId, period))
    placed.push(...rawOf(work).map((raw) => ({ work, part: waiting(work, raw), contractNumber: null })))
  const own = placed.filter(({ work }) => isOf(ctx, work, period))
  const counted = [...works.values()].flat().filter((work) => isOf(ctx, work, period))
  const loose = own.filter(({ contractNumber }) => contractNumber === null).map(({ work }) => work)
  const units = unitsOf([...counted, ...new Set(loose)], own, await itemsOf(ctx, own))
  return {
    clientId,
    clientName: client.name,
    month,
    isComplete: units.every(({ isComplete }) => isComplete),
    pending: new Set(own.flatMap(({ work, part }) => (part.bin === 'pending' ? [work.id] : []))).size,
    units,
  }
}

/** A piece of work is of the month in which it was reported or done, wherever it is billed. */
const isOf = (ctx: Context, work: WorkItem, { from, to }: Period): boolean => {
  const [first = ''] = datesOf(work, ctx.tenant.timezone)
  return from <= first && first <= to
}

async function placedIn(
  ctx: Context,
  pricing: Pricing,
  works: readonly WorkItem[],
  period: Period,
): Promise<Placed[]> {
  const { number, settledTo } = pricing.contract
  const settled = Map.groupBy(
    await settledParts(
      ctx,
      works.map(({ id }) => id),
    ),
    ({ workId }) => workId,
  )
  const own = works.filter(({ id }) => !settled.has(id))
  const isLate = settledTo !== null && settledTo >= period.to
  const work = { own, others: await otherTicketsOf(ctx, own) }
  const { priced } = settleContract(pricing, [{ period, isLate, work }], {
    invoiceId: '',
    notedAt: ctx.now.toString(),
  })
  const open = Map.groupBy(
    priced.flatMap(({ bins }) => bins),
    ({ workId }) => workId,
  )
  return works.flatMap((one) =>
    (settled.get(one.id) ?? open.get(one.id) ?? elsewhere(one)).map((part) => ({
      work: one,
      part,
      contractNumber: number,
    })),
  )
}

/** Late work that counts in another month leaves nothing here to settle. */
const elsewhere = (work: WorkItem): BinPart[] =>
  rawOf(work).map(({ unit, quantity }) => ({
    workId: work.id,
    workKind: work.kind,
    bin: 'notCounted',
    reason: 'otherPeriod',
    unit,
    quantity,
  }))

function waiting(work: WorkItem, { unit, quantity }: ReturnType<typeof rawOf>[number]): BinPart {
  return { workId: work.id, workKind: work.kind, bin: 'pending', reason: 'noTermsInForce', unit, quantity }
}

function unitsOf(
  works: readonly WorkItem[],
  placed: readonly Placed[],
  itemOf: (one: Placed) => BinItem,
): ConservedUnit[] {
  const raw = works.flatMap((work) => rawOf(work))
  return [...new Set(raw.map(({ unit }) => unit))].map((unit) => {
    const mine = placed.filter(({ part }) => part.unit === unit)
    // What a meter counted is only known from the reading before, so its bins are its measure.
    const counted = unit === 'count' ? mine.map(({ part }) => part) : raw.filter((one) => one.unit === unit)
    const total = totalOf(counted.map(({ quantity }) => quantity))
    const binned = totalOf(mine.map(({ part }) => part.quantity))
    const groups = Map.groupBy(mine, ({ part }) => `${part.bin} ${reasonOf(part) ?? ''}`)
    return {
      unit,
      total,
      binned,
      surplus: totalOf(mine.map(({ part }) => part.surplus ?? '0')),
      isComplete: compare(dec(total), dec(binned)) === 0,
      bins: [...groups.values()].map((some) => binOf(some, itemOf)),
    }
  })
}

/** Reasons tell apart what is not charged; what is in the package needs none. */
const reasonOf = ({ reason }: BinPart): string | null => reason ?? null

function binOf(placed: readonly Placed[], itemOf: (one: Placed) => BinItem): ConservedBin {
  const { part } = placed[0]!
  return {
    bin: part.bin,
    reason: reasonOf(part),
    quantity: totalOf(placed.map((one) => one.part.quantity)),
    surplus: totalOf(placed.map((one) => one.part.surplus ?? '0')),
    items: placed.map(itemOf),
  }
}

async function itemsOf(ctx: Context, placed: readonly Placed[]): Promise<(one: Placed) => BinItem> {
  const ticketOf = ({ work }: Placed): string | undefined =>
    work.kind === 'ticket' ? work.id : 'ticketId' in work ? work.ticketId : undefined
  const tickets = await ticketNumbers(ctx, [...new Set(placed.flatMap((one) => ticketOf(one) ?? []))])
  const homes = await settledHomes(
    ctx,
    placed.map(({ work }) => work.id),
  )
  const numbers = await invoiceNumbers(
    ctx,
    [...homes.values()].map(({ invoiceId }) => invoiceId),
  )
  return (one) => {
    const [id, home] = [ticketOf(one), homes.get(one.work.id)]
    const named = id && tickets[id]
    return {
      workId: one.work.id,
      workKind: one.work.kind,
      on: datesOf(one.work, ctx.tenant.timezone)[0] ?? '',
      quantity: one.part.quantity,
      surplus: one.part.surplus ?? '0',
      ticket: named ? { id, number: named.number, subject: named.subject } : null,
      contractNumber: one.contractNumber,
      invoice: home ? { id: home.invoiceId, number: numbers.get(home.invoiceId) ?? '' } : null,
      note: one.part.note ?? null,
    }
  }
}

async function invoiceNumbers(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('invoices')
    .select(['id', 'number'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

const totalOf = (quantities: readonly string[]): string => toText(sum(quantities.map((one) => dec(one))))
