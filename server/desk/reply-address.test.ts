/** An answer reaches us where we read: the company's own mailbox, else the address of our receiver. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setDesk } from '#server/testing/desk-stage.ts'
import { openStage } from '#server/testing/scene.ts'
import { replyAddressOf } from './desk-mails.ts'
import { pauseMailbox } from './mail-boxes.ts'

const stage = openStage()

test('a company with a mailbox is answered there, while it reads it', async () => {
  const d = await setDesk(await stage())
  await d.play('marta', '2026-11-20T10:00', async (ctx) => {
    assert.equal(await replyAddressOf(ctx), `${d.cast.slug}@${ctx.app.settings.mailDomain}`)
    const id = ctx.newId()
    await ctx.tx
      .insertInto('mailboxes')
      .values({
        tenantId: ctx.tenantId,
        id,
        host: 'imap.zuraw.example',
        port: 993,
        username: 'serwis@zuraw.example',
        secret: 'sealed',
        createdAt: ctx.now.toString(),
      })
      .execute()
    assert.equal(await replyAddressOf(ctx), 'serwis@zuraw.example')
    await pauseMailbox(ctx, id, { isPaused: true, version: 1 })
    assert.equal(await replyAddressOf(ctx), `${d.cast.slug}@${ctx.app.settings.mailDomain}`)
  })
})
