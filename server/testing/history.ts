/**
 * A generated past: clients with contracts of several kinds, work of every month, some of it
 * entered after its bill, prices that change in the middle of a month, a contract that ends.
 * Seeded, so that a difference found once is found again. Work is written as rows: thousands
 * of deeds would take minutes.
 */
import type { Kysely } from 'kysely'
import {
  amendContract,
  activateVersion,
  enterCount,
  versionOf,
  writeTerms,
  type Contract,
} from '#server/contracts/public.ts'
import { issueProposal } from '#server/billing/issue-invoices.ts'
import { periodOf } from '#server/billing/periods.ts'
import { proposeBilling } from '#server/billing/propose-billing.ts'
import { proposalsOf } from '#server/billing/proposal-store.ts'
import type { Context } from '#server/plumbing/context.ts'
import { endContractOn } from './ended-contract.ts'
import { kinds, stockKinds } from './history-lists.ts'
import type { Items, Play } from './pricing-stage.ts'

export type HistorySize = { seed: number; from: string; months: number; perMonth: number }
export type History = {
  contracts: Contract[]
  invoices: number
  works: number
  late: number
  refused: string[]
}

export async function playHistory(
  play: Play,
  size: HistorySize,
  more: Record<string, Items> = {},
): Promise<History> {
  const chance = chances(size.seed)
  const contracts: Contract[] = []
  for (const [name, items] of Object.entries({ ...kinds, ...more }))
    contracts.push((await play.contractWith(items, name)).contract)
  const done: History = { contracts, invoices: 0, works: 0, late: 0, refused: [] }
  for (let i = 0; i < size.months; i++) {
    const month = Temporal.PlainYearMonth.from(size.from).add({ months: i })
    if (i === Math.floor(size.months / 3)) await raisePrices(play, contracts[0]!, month)
    if (i === size.months - 2) {
      const ended = contracts[2]!
      await endContractOn(play.at(`${month}-01T09:00`), ended.id, `${month}-17`)
      contracts[2] = { ...ended, endedOn: `${month}-17` }
    }
    await enterCounts(play, contracts, month, chance)
    await playMonth(play, contracts, month, { chance, perMonth: size.perMonth, done })
  }
  return done
}

/** A block every third month, devices that come and go, a reading on the last day of each month. */
async function enterCounts(
  play: Play,
  contracts: readonly Contract[],
  month: Temporal.PlainYearMonth,
  chance: () => number,
): Promise<void> {
  const named = [...Object.keys(kinds), ...Object.keys(stockKinds)]
  const of = (name: string) => contracts[named.indexOf(name)]
  const [blocks, devices] = [of('Bloki i kaskada'), of('Urządzenia i strony')]
  const ctx = play.at(`${month.add({ months: 1 })}-01T07:00`)
  if (blocks && month.month % 3 === 1)
    await enterCount(ctx, blocks.id, { kind: 'purchase', on: `${month}-10`, itemId: 'block', blocks: 1 })
  if (!devices) return
  const quantity = String(10 + Math.floor(chance() * 12))
  const on = `${month}-${String(1 + Math.floor(chance() * 27)).padStart(2, '0')}`
  await enterCount(ctx, devices.id, { kind: 'units', on, unit: 'stanowisko', quantity })
  const value = String(1_000_000 + (month.year * 12 + month.month) * 4600 + Math.floor(chance() * 900))
  const last = `${month}-${month.daysInMonth}`
  await enterCount(ctx, devices.id, { kind: 'reading', on: last, meter: 'strony', device: 'Kopiarka', value })
}

/** An amendment in the middle of a month. */
async function raisePrices(play: Play, contract: Contract, month: Temporal.PlainYearMonth): Promise<void> {
  const ctx = play.at(`${month}-02T12:00`)
  const owner: Context = { ...ctx, actor: { ...ctx.actor, role: 'owner' } as Context['actor'] }
  await amendContract(owner, contract.id, {
    kind: 'amendment',
    validFrom: `${month}-16`,
    reason: 'nowe ceny',
  })
  const draft = (await versionOf(owner, contract.id, 2))!
  const items = draft.terms.priceList.items.map((item) => {
    if (item.kind === 'flatFee') return { ...item, feePrice: '1290.00' }
    return item.kind === 'perTicket' ? { ...item, unitPrice: '91.50', included: 5 } : item
  })
  const terms = { ...draft.terms, priceList: { ...draft.terms.priceList, items } }
  await writeTerms(owner, contract.id, 2, {
    version: draft.version,
    terms,
    validFrom: `${month}-16`,
    reason: 'nowe ceny',
  })
  await activateVersion(owner, contract.id, 2)
}

type Playing = { chance: () => number; perMonth: number; done: History }

async function playMonth(
  play: Play,
  contracts: readonly Contract[],
  month: Temporal.PlainYearMonth,
  { chance, perMonth, done }: Playing,
): Promise<void> {
  const later = `${month.add({ months: 1 })}`
  for (const contract of contracts) {
    const count = Math.round(perMonth * (0.4 + 1.2 * chance()))
    done.works += await insertWork(play.at(`${later}-01T08:00`), contract, month, count, chance)
    // Somebody enters work of the month before after its bill was sent.
    if (done.invoices > 0 && chance() < 0.35) {
      const before = month.subtract({ months: 1 })
      done.late += await insertWork(
        play.at(`${later}-01T08:00`),
        contract,
        before,
        1 + Math.floor(chance() * 3),
        chance,
      )
    }
  }
  const billing = play.at(`${later}-02T09:00`)
  const period = periodOf(month.toString())
  await proposeBilling(billing, period)
  const ours = new Set(contracts.map(({ clientId }) => clientId))
  for (const proposal of await proposalsOf(billing, period)) {
    if (!ours.has(proposal.clientId)) continue
    if (proposal.state !== 'open' || proposal.reason === 'empty') continue
    if (proposal.reason === 'needsDecision') {
      done.refused.push(`${month} ${JSON.stringify(proposal.problems)}`)
      continue
    }
    await issueProposal(billing, proposal.id, billing.tenantId)
    done.invoices++
  }
}

/** Tickets with what was done on them: some merged, cancelled or our fault, some resolved a month later. */
async function insertWork(
  ctx: Context,
  contract: Contract,
  month: Temporal.PlainYearMonth,
  count: number,
  chance: () => number,
): Promise<number> {
  const { tenantId } = ctx
  const first = month.toPlainDate({ day: 1 })
  const [begins, ends] = [contract.validFrom, contract.endedOn ?? contract.validTo]
  const rows: Rows = {
    conversations: [],
    tickets: [],
    ticketLog: [],
    timeEntries: [],
    trips: [],
    materials: [],
  }
  for (let i = 0; i < count; i++) {
    const day = first.add({ days: Math.floor(chance() * month.daysInMonth) })
    if (day.toString() < begins || (ends !== null && day.add({ days: 1 }).toString() > ends)) continue
    const at = day
      .toZonedDateTime({
        timeZone: ctx.tenant.timezone,
        plainTime: { hour: Math.floor(chance() * 24), minute: Math.floor(chance() * 60) },
      })
      .toInstant()
    ticketRows(ctx, contract, at, chance, rows)
  }
  const tx = ctx.tx as unknown as Kysely<Record<string, object>>
  let works = 0
  for (const [table, values] of Object.entries(rows)) {
    if (values.length === 0) continue
    if (table !== 'conversations' && table !== 'ticketLog') works += values.length
    await tx
      .insertInto(table)
      .values(values.map((row) => ({ tenantId, ...row })))
      .execute()
  }
  return works
}

type Rows = Record<
  'conversations' | 'tickets' | 'ticketLog' | 'timeEntries' | 'trips' | 'materials',
  object[]
>
let nextNumber = 900_000

function ticketRows(
  ctx: Context,
  contract: Contract,
  at: Temporal.Instant,
  chance: () => number,
  rows: Rows,
): void {
  const [id, conversationId] = [ctx.newId(), ctx.newId()]
  const resolvedAt = at.add({ hours: 1 + Math.floor(chance() * 400) })
  const fate = chance()
  rows.conversations.push({
    id: conversationId,
    clientId: contract.clientId,
    lastMessageAt: at.toString(),
    createdAt: at.toString(),
  })
  rows.tickets.push({
    id,
    number: nextNumber++,
    clientId: contract.clientId,
    contractId: contract.id,
    conversationId,
    source: 'manual',
    subject: `Zgłoszenie ${at.toString()}`,
    priority: 'normal',
    reportedAt: at.toString(),
    state: fate < 0.05 ? 'cancelled' : 'resolved',
    notCountedBecause: fate > 0.9 ? (fate > 0.95 ? 'ourFault' : 'warranty') : null,
  })
  rows.ticketLog.push({ ticketId: id, seq: 1, at: resolvedAt.toString(), kind: 'resolved', byKind: 'system' })
  const work = {
    ticketId: id,
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : id,
    createdAt: at.toString(),
  }
  const start = at.add({ minutes: Math.floor(chance() * 90) })
  const notBilledBecause = chance() < 0.08 ? 'gest' : null
  if (chance() < 0.8)
    rows.timeEntries.push({
      id: ctx.newId(),
      ...work,
      place: chance() < 0.4 ? 'onSite' : 'remote',
      startedAt: start.toString(),
      endedAt: start.add({ minutes: 3 + Math.floor(chance() * 200) }).toString(),
      notBilledBecause,
    })
  if (chance() < 0.3)
    rows.trips.push({
      id: ctx.newId(),
      ...work,
      at: start.toString(),
      kilometres: (5 + chance() * 90).toFixed(1),
      notBilledBecause,
    })
  if (chance() < 0.25)
    rows.materials.push({
      id: ctx.newId(),
      ...work,
      at: start.toString(),
      name: 'Toner',
      quantity: (1 + Math.floor(chance() * 3)).toString(),
      unit: 'szt.',
      cost: (10 + chance() * 300).toFixed(2),
      notBilledBecause,
    })
}

function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
