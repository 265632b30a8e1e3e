/** The gate: who admits, what the sender is told, and that nothing is lost there. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { messagesOf } from './conversations.ts'
import { admitTicket, confirmReport, linkTicketToClient, refuseTicket } from './gate.ts'
import { reportTicket } from './report-ticket.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const friday = '2026-11-20T15:40'
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, d: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: d.as(who).actor,
})
const mails = async (ctx: Context, kind: string) =>
  ctx.tx
    .selectFrom('mails')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', '=', kind)
    .orderBy('createdAt')
    .execute()

test('at the gate: the supervisor admits with one click, a colleague may not, the sender gets the promise', async () => {
  const d = await desk()
  await d.play('night', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, printer)
    await refused('role_may_not', admitTicket(as(ctx, d, 'jan'), ticket.id))
    await refused('role_may_not', admitTicket(as(ctx, d, 'kuba'), ticket.id))
    const before = (await mails(ctx, 'confirm_report')).length
    const after = await admitTicket(as(at(ctx, '2026-11-23T08:00'), d, 'ewa'), ticket.id)
    assert.deepEqual(
      [after.state, after.heldBecause, after.reactBy],
      ['received', null, warsaw('2026-11-23T10:40').toString()],
    )
    assert.equal((await mails(ctx, 'confirm_report')).length, before + 1)
  })
})

test('a refused report says why, never counts as missed and is not lost', async () => {
  const d = await desk()
  await d.play('ola', friday, async (ctx) => {
    const held = await reportTicket(as(ctx, d, 'night'), printer)
    const ticket = await refuseTicket(ctx, held.id, { reason: 'nie nasz sprzęt' })
    assert.ok(ticket.clocks!.clocks.every((one) => one.state === 'void'))
    assert.match((await mails(ctx, 'report_refused')).at(-1)!.textBody, /nie nasz sprzęt/)
    assert.equal((await messagesOf(ctx, ticket.conversationId)).length, 1)
  })
})

test('Jan confirms by his link that the form was his: it passes the gate and is promised', async () => {
  const d = await desk()
  await d.play('public', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, {
      ...printer,
      source: 'form',
      reporterEmail: 'jan@zlotyklos.example',
      senderIsTrusted: false,
    })
    assert.match((await mails(ctx, 'confirm_sender')).at(-1)!.textBody, /confirm-report\?key=/)
    const after = await confirmReport(as(at(ctx, '2026-11-20T16:00'), d, 'jan'), ticket.id)
    assert.deepEqual([after.state, after.heldBecause], ['received', null])
  })
})

test('who confirms but is not named still waits for somebody who may admit', async () => {
  const d = await desk()
  await d.play('public', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, {
      ...printer,
      source: 'form',
      reporterEmail: 'nocna@zlotyklos.example',
      senderIsTrusted: false,
    })
    const after = await confirmReport(as(ctx, d, 'night'), ticket.id)
    assert.deepEqual([after.state, after.heldBecause], ['held', 'reporter_not_named'])
  })
})

test('a stranger’s report linked to a client gets its contract, its clock and its promise', async () => {
  const d = await desk()
  await d.play('system', friday, async (ctx) => {
    const ticket = await reportTicket(ctx, {
      ...printer,
      source: 'email',
      reporterEmail: 'jan.prywatnie@poczta.example',
    })
    assert.equal(ticket.clocks, null)
    const after = await linkTicketToClient(as(ctx, d, 'ola'), ticket.id, {
      clientId: d.bakery.client.id,
      contactId: d.bakery.jan.id,
    })
    assert.deepEqual(
      [after.state, after.client?.name, after.reactBy],
      ['received', 'Piekarnia Złoty Kłos', warsaw('2026-11-23T10:40').toString()],
    )
  })
})
