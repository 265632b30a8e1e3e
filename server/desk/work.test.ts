/** Work on tickets: one stopwatch each, entries by hand, what an invoice has settled stays. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { resolveTicket } from './finish-ticket.ts'
import { markNotCounted } from './handle-ticket.ts'
import { changeEntry, logMaterial, logTime, logTrip, removeEntry } from './log-work.ts'
import { priceNow } from './price-now.ts'
import { reportTicket } from './report-ticket.ts'
import { ticketOf } from './ticket-view.ts'
import { ticketsAsWork, workOfContract } from './work-of-contract.ts'
import { runningTimerOf, workOfTicket } from './work-store.ts'
import { startTimer, stopTimer } from './work-timer.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'
const november = { from: '2026-11-01', to: '2026-11-30' }
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, d: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: d.as(who).actor,
})
const utc = (time: string) => warsaw(time).toString()
const reported = (ctx: Context, d: Desk) => reportTicket(as(at(ctx, friday), d, 'jan'), printer)

test('starting the stopwatch is the reaction; stopping it leaves an entry', async () => {
  const d = await desk()
  await d.play('piotr', friday, async (ctx) => {
    const ticket = await reported(ctx, d)
    await startTimer(at(ctx, '2026-11-20T16:05'), ticket.id, { place: 'remote' })
    const [reaction] = (await ticketOf(ctx, ticket.id))!.clocks!.clocks
    assert.deepEqual(
      [reaction?.state, reaction?.metBy?.kind, reaction?.usedSeconds],
      ['met', 'work_started', 25 * 60],
    )
    const entry = await stopTimer(at(ctx, '2026-11-20T16:20'), { note: 'kolejka wydruku' })
    assert.deepEqual(
      [entry.startedAt, entry.endedAt, entry.note],
      [utc('2026-11-20T16:05'), utc('2026-11-20T16:20'), 'kolejka wydruku'],
    )
  })
})

test('one person has one stopwatch, wherever it runs', async () => {
  const d = await desk()
  await d.play('piotr', friday, async (ctx) => {
    const [one, other] = [await reported(ctx, d), await reported(ctx, d)]
    await startTimer(ctx, one.id, { place: 'remote' })
    const no = await refused('timer_already_running', startTimer(ctx, other.id, { place: 'remote' }))
    assert.equal(no.facts.number, one.name)
    await startTimer(as(ctx, d, 'kuba'), other.id, { place: 'onSite' })
  })
})

test('a resolved ticket leaves no stopwatch running', async () => {
  const d = await desk()
  await d.play('piotr', friday, async (ctx) => {
    const ticket = await reported(ctx, d)
    await startTimer(ctx, ticket.id, { place: 'remote' })
    await resolveTicket(at(ctx, '2026-11-20T16:10'), ticket.id, { text: 'Gotowe.' })
    assert.equal(await runningTimerOf(ctx, d.cast.piotr.actor.id), undefined)
    await refused('timer_not_running', stopTimer(ctx))
  })
})

//  what was typed               from                 to                   answered
const wrongTimes = [
  ['the wrong way round', '2026-11-20T15:30', '2026-11-20T15:00', 'entry_ends_before_start'],
  ['no time at all', '2026-11-20T15:00', '2026-11-20T15:00', 'entry_ends_before_start'],
  ['time that has not been yet', '2026-11-20T15:00', '2026-11-20T18:00', 'entry_in_future'],
] as const

for (const [what, from, to, code] of wrongTimes) {
  test(`a time entry ${what}: ${code}`, async () => {
    const d = await desk()
    await d.play('piotr', friday, async (ctx) => {
      const ticket = await reported(ctx, d)
      await refused(
        code,
        logTime(ctx, ticket.id, { place: 'remote', startedAt: utc(from), endedAt: utc(to) }),
      )
    })
  })
}

test('work taken back with a reason was no reaction', async () => {
  const d = await desk()
  await d.play('piotr', '2026-11-20T16:30', async (ctx) => {
    const ticket = await reported(ctx, d)
    const entry = await logTime(ctx, ticket.id, {
      place: 'remote',
      startedAt: utc('2026-11-20T15:50'),
      endedAt: utc('2026-11-20T16:00'),
    })
    assert.equal((await ticketOf(ctx, ticket.id))?.clocks?.clocks[0]?.state, 'met')
    await refused('reason_missing', removeEntry(ctx, 'time', entry.id, { reason: ' ' }))
    await removeEntry(ctx, 'time', entry.id, { reason: 'nie to zgłoszenie' })
    const after = (await ticketOf(ctx, ticket.id))!
    assert.deepEqual([after.state, after.clocks?.clocks[0]?.state], ['received', 'running'])
    assert.deepEqual(await workOfTicket(ctx, ticket.id), [])
  })
})

test('an entry is changed by the one who saw its last version, a technician’s by himself', async () => {
  const d = await desk()
  await d.play('piotr', '2026-11-20T16:30', async (ctx) => {
    const ticket = await reported(ctx, d)
    const trip = await logTrip(ctx, ticket.id, { at: utc('2026-11-20T16:00'), kilometres: '12.5' })
    const changed = await changeEntry(ctx, 'trip', trip.id, { kilometres: '14', version: trip.version })
    assert.equal(changed.kind === 'trip' && changed.kilometres, '14.0')
    await refused(
      'changed_meanwhile',
      changeEntry(ctx, 'trip', trip.id, { note: 'x', version: trip.version }),
    )
    await refused(
      'role_may_not',
      changeEntry(as(ctx, d, 'kuba'), 'trip', trip.id, { note: 'x', version: changed.version }),
    )
  })
})

test('what stands on an invoice is neither changed nor taken back', async () => {
  const d = await desk()
  await d.play('piotr', '2026-11-20T16:30', async (ctx) => {
    const ticket = await reported(ctx, d)
    const material = await logMaterial(ctx, ticket.id, {
      at: utc('2026-11-20T16:00'),
      name: 'Głowica',
      quantity: '1',
      unit: 'szt.',
      cost: '120.00',
    })
    await ctx.tx
      .insertInto('invoices')
      .values({
        tenantId: ctx.tenantId,
        id: ctx.newId(),
        number: 'FV/1',
        series: 'FV',
        seriesPeriod: '2026-11',
        seriesN: 1,
        kind: 'VAT',
        clientId: d.bakery.client.id,
        issuedAt: ctx.now.toString(),
        issueOn: '2026-11-20',
        saleFrom: '2026-11-01',
        saleTo: '2026-11-30',
        dueOn: '2026-12-04',
        paymentDays: 14,
        seller: '{}',
        buyer: '{}',
        netGrosze: 0,
        vatGrosze: 0,
        grossGrosze: 0,
        totals: '[]',
        contentSha256: '',
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
      .then(({ id }) =>
        ctx.tx
          .insertInto('settledWork')
          .values({
            tenantId: ctx.tenantId,
            workKind: 'material',
            workId: material.id,
            invoiceId: id,
            bin: 'overage',
            units: '1',
            facts: '{}',
          } as never)
          .execute(),
      )
    await refused('entry_settled', changeEntry(ctx, 'material', material.id, { quantity: '2', version: 1 }))
    await refused('entry_settled', removeEntry(ctx, 'material', material.id, { reason: 'x' }))
    assert.equal((await workOfTicket(ctx, ticket.id))[0]?.isSettled, true)
  })
})

test('the price engine gets the tickets and the work of a contract’s period, by the calendar of the place', async () => {
  const d = await desk()
  await d.play('piotr', '2026-12-01T12:00', async (ctx) => {
    const work = async (report: string) => reportTicket(as(at(ctx, report), d, 'jan'), printer)
    const [late, ours] = [await work('2026-11-30T23:30'), await work(friday)]
    await work('2026-12-01T00:30')
    await reportTicket(as(at(ctx, friday), d, 'night'), printer)
    await logTime(ctx, ours.id, {
      place: 'onSite',
      startedAt: utc('2026-11-23T08:00'),
      endedAt: utc('2026-11-23T09:10'),
    })
    await logTime(ctx, ours.id, {
      place: 'onSite',
      startedAt: utc('2026-12-01T08:00'),
      endedAt: utc('2026-12-01T09:00'),
    })
    await markNotCounted(ctx, ours.id, { because: 'warranty', reason: 'głowica na gwarancji' })
    const items = await workOfContract(ctx, d.bakery.contract.id, november)
    assert.deepEqual(items.map(({ kind, id }) => [kind, id]).slice(0, 2), [
      ['ticket', ours.id],
      ['ticket', late.id],
    ])
    assert.deepEqual(
      items.slice(2).map((one) => one.kind),
      ['time'],
    )
    assert.equal((await ticketsAsWork(ctx, [ours.id]))[0]?.warranty, true)
  })
})

test('the page says which ticket of the package it is and what its work costs before it is billed', async () => {
  const d = await desk()
  await d.play('piotr', '2026-11-23T12:00', async (ctx) => {
    for (let n = 1; n <= 12; n++) await reported(ctx, d)
    const last = await reported(ctx, d)
    const price = (await priceNow(ctx, {
      id: last.id,
      contractId: d.bakery.contract.id,
      reportedAt: last.reportedAt,
    }))!
    assert.deepEqual(price.ticket, { ordinal: 13, included: 12, isOver: true, unitPrice: '95.00' })
    assert.equal(price.packages.find((one) => one.kind === 'tickets')?.left, 0)
    assert.deepEqual(
      price.bins.map(({ workKind, bin }) => [workKind, bin]),
      [['ticket', 'overage']],
    )
  })
})
