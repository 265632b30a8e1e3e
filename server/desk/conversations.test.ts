/** The messenger: free conversations with the opiekun, without any clock. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Context } from '#server/plumbing/context.ts'
import { printer, setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage, refused, warsaw } from '#server/testing/scene.ts'
import { markRead, messagesOf } from './conversations.ts'
import { noticesOf } from './notices.ts'
import { reportTicket } from './report-ticket.ts'
import { conversationsOf, startConversation } from './start-conversation.ts'
import { writeMessage } from './write-message.ts'

const stage = openStage()
let opened: Desk | undefined
const desk = async (): Promise<Desk> => (opened ??= await setDesk(await stage()))
const monday = '2026-11-23T10:00'
const at = (ctx: Context, time: string): Context => ({ ...ctx, now: warsaw(time) })
const as = (ctx: Context, d: Desk, who: Parameters<Desk['as']>[0]): Context => ({
  ...ctx,
  actor: d.as(who).actor,
})
const mailed = async (ctx: Context) =>
  (
    await ctx.tx
      .selectFrom('mails')
      .select('id')
      .where('tenantId', '=', ctx.tenantId)
      .where('kind', '=', 'message')
      .execute()
  ).length
const begin = (ctx: Context) =>
  startConversation(ctx, { subject: '', text: 'Czy w Wigilię pracujecie?', channel: 'panel' })

test('a client’s person writes to the opiekun, who is told; no ticket and no clock begin', async () => {
  const d = await desk()
  await d.play('jan', monday, async (ctx) => {
    const begun = await begin(ctx)
    assert.equal(begun.ticketId, null)
    const [notice] = await noticesOf(ctx, d.cast.ola.actor.id)
    assert.deepEqual(
      [notice?.kind, notice?.conversationId, notice?.facts.subject],
      ['client_wrote', begun.conversationId, 'Czy w Wigilię pracujecie?'],
    )
  })
})

test('the answer goes by mail to whoever is away, not to whoever is reading', async () => {
  const d = await desk()
  await d.play('jan', monday, async (ctx) => {
    const { conversationId } = await begin(ctx)
    const answer = (time: string) =>
      writeMessage(as(at(ctx, time), d, 'ola'), { conversationId, text: 'Do 14.', channel: 'desk' })
    await answer('2026-11-23T10:02')
    assert.equal(await mailed(ctx), 0, 'Jan wrote two minutes ago and looks')
    await answer('2026-11-23T11:00')
    assert.equal(await mailed(ctx), 1)
    await markRead(at(ctx, '2026-11-23T11:30'), conversationId)
    await answer('2026-11-23T11:31')
    assert.equal(await mailed(ctx), 1)
  })
})

test('what was not read yet is counted for each reader apart', async () => {
  const d = await desk()
  await d.play('jan', monday, async (ctx) => {
    const { conversationId } = await begin(ctx)
    const unread = async (who: 'ola' | 'jan') =>
      (await conversationsOf(as(ctx, d, who))).find((one) => one.id === conversationId)?.unread
    assert.deepEqual([await unread('jan'), await unread('ola')], [0, 1])
    await writeMessage(as(at(ctx, '2026-11-23T10:05'), d, 'ola'), {
      conversationId,
      text: 'Do 14.',
      channel: 'desk',
    })
    await writeMessage(as(at(ctx, '2026-11-23T10:06'), d, 'ola'), {
      conversationId,
      text: 'stały klient',
      channel: 'desk',
      isInternal: true,
    })
    assert.deepEqual([await unread('jan'), await unread('ola')], [1, 0])
    assert.equal(
      (await conversationsOf(as(ctx, d, 'jan'))).find((one) => one.id === conversationId)?.lastText,
      'Do 14.',
    )
  })
})

test('an empty message is not sent, an internal note is not a client’s', async () => {
  const d = await desk()
  await d.play('jan', monday, async (ctx) => {
    const { conversationId } = await begin(ctx)
    await refused('message_empty', writeMessage(ctx, { conversationId, text: ' \n', channel: 'panel' }))
    await refused(
      'role_may_not',
      writeMessage(ctx, { conversationId, text: 'x', channel: 'panel', isInternal: true }),
    )
  })
})

test('a character that no database keeps is left out, the rest is kept', async () => {
  const d = await desk()
  await d.play('jan', monday, async (ctx) => {
    const ticket = await reportTicket(ctx, {
      ...printer,
      subject: 'Drukar\u0000ka',
      description: 'nie\u0000 drukuje 🖨️',
    })
    assert.equal(ticket.subject, 'Drukarka')
    assert.equal((await messagesOf(ctx, ticket.conversationId))[0]?.text, 'nie drukuje 🖨️')
  })
})
