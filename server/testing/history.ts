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
import type { Items, Play } from './pricing-stage.ts'

export type HistorySize = { seed: number; from: string; months: number; perMonth: number }
export type History = {
  contracts: Contract[]
  invoices: number
  works: number
  late: number
  refused: string[]
}

const tickets: Items[number] = {
  id: 'tickets',
  kind: 'perTicket',
  included: 6,
  unitPrice: '85.00',
  countedBy: 'reportedAt',
  excludes: ['cancelled', 'merged', 'ourFault', 'warranty'],
  prorateIncluded: 'up',
}
const fee = (feePrice: string, timing: 'advance' | 'arrears'): Items[number] => ({
  id: 'fee',
  kind: 'flatFee',
  feePrice,
  timing,
})
const time = (
  place: 'remote' | 'onSite' | 'any',
  hourPrice: string,
  includedMinutes: number,
): Items[number] => ({
  id: `time-${place}`,
  kind: 'perTime',
  place,
  includedMinutes,
  hourPrice,
  round:
    place === 'onSite'
      ? { firstMinutes: 60, unitMinutes: 30, scope: 'visit' }
      : { unitMinutes: 15, scope: 'entry' },
})
const travel: Items[number] = {
  id: 'travel',
  kind: 'travel',
  perKmPrice: '2.30',
  minimumPerTripPrice: '69.00',
}
const material: Items[number] = { id: 'material', kind: 'material', costPlusBp: 1800 }

/** By the name of the client: what its contract charges. */
export const kinds: Record<string, Items> = {
  'Pakiet zgłoszeń': [fee('1200.00', 'arrears'), tickets, time('any', '140.00', 0), travel, material],
  'Z góry i godziny': [
    fee('980.00', 'advance'),
    time('onSite', '190.00', 120),
    time('remote', '150.00', 60),
    travel,
    material,
  ],
  'Minimum i limit': [
    time('any', '163.50', 0),
    travel,
    material,
    { id: 'minimum', kind: 'minimum', amountPrice: '900.00' },
    { id: 'cap', kind: 'cap', amountPrice: '1500.00', over: ['time-any', 'travel', 'material'] },
  ],
  'Rabaty po kolei': [
    fee('640.00', 'arrears'),
    { ...tickets, included: 2, unitPrice: '130.00', countedBy: 'resolvedAt' } as Items[number],
    time('any', '137.77', 45),
    travel,
    material,
    { id: 'first', kind: 'discount', percentBp: 1500, on: ['fee'], order: 1 },
    { id: 'second', kind: 'discount', percentBp: 333, on: 'all', order: 2 },
  ],
  'Wszystko w cenie': [
    {
      id: 'fee',
      kind: 'flatFee',
      feePrice: '2750.00',
      timing: 'arrears',
      covers: ['tickets', 'time', 'travel', 'material'],
    },
  ],
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
    await playMonth(play, contracts, month, { chance, perMonth: size.perMonth, done })
  }
  return done
}

/** An amendment in the middle of a month. */
async function raisePrices(play: Play, contract: Contract, month: Temporal.PlainYearMonth): Promise<void> {
  const ctx = play.at(`${month}-02T12:00`)
  const owner: Context = { ...ctx, actor: { ...ctx.actor, role: 'owner' } as Context['actor'] }
  await amendContract(owner, contract.id, { kind: 'amendment', validFrom: `${month}-16`, reason: 'nowe ceny' })
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
