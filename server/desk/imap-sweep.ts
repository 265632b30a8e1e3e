/**
 * Receives what is new in an open mailbox: every message above the last UID, each in a
 * transaction of its own that also moves the mark, so a kill in between repeats one message
 * at most, and that one is recognised. When the server has renumbered the mailbox
 * (UIDVALIDITY), everything since we watch it is looked at again. The mailbox is only read.
 */
import type { ImapFlow } from 'imapflow'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, type Context } from '#server/plumbing/context.ts'
import { keepUnreceived, receiveMail, type DeliveredMail } from './mail-receive.ts'

export type WatchedMailbox = { tenantId: string; id: string }
type Mark = { uidValidity: string | null; lastUid: number; createdAt: string }

const messageBytesMax = 60 * 1024 * 1024
const triesMax = 3
const triesOf = new Map<string, number>()

export async function sweepMailbox(app: App, client: ImapFlow, box: WatchedMailbox): Promise<void> {
  if (!client.mailbox) return
  const uidValidity = String(client.mailbox.uidValidity)
  const mark = await markOf(app, box)
  if (!mark) return
  const isRenumbered = mark.uidValidity !== null && mark.uidValidity !== uidValidity
  const after = isRenumbered ? 0 : mark.lastUid
  const found = await messagesAfter(client, after)
  const since = isRenumbered ? Date.parse(mark.createdAt) : 0
  for (const message of found)
    if (message.at >= since) await takeOne(app, client, box, { ...message, uidValidity })
  if (isRenumbered)
    await asSystem(app, box.tenantId, 'mail', (ctx) =>
      moveMark(ctx, box, uidValidity, found.at(-1)?.uid ?? 0),
    )
}

async function messagesAfter(
  client: ImapFlow,
  after: number,
): Promise<{ uid: number; size: number; at: number }[]> {
  if (!client.mailbox || client.mailbox.exists === 0) return []
  const found = await client.fetchAll(
    `${after + 1}:*`,
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )
  return (
    found
      // "n:*" always names the last message, also when its number is smaller.
      .filter((message) => message.uid > after)
      .map(({ uid, size = 0, internalDate }) => ({
        uid,
        size,
        at: internalDate ? new Date(internalDate).getTime() : Infinity,
      }))
      .sort((a, b) => a.uid - b.uid)
  )
}

async function takeOne(
  app: App,
  client: ImapFlow,
  box: WatchedMailbox,
  message: { uid: number; size: number; uidValidity: string },
): Promise<void> {
  const isTooLarge = message.size > messageBytesMax
  const fetched = await client.fetchOne(
    String(message.uid),
    { source: isTooLarge ? { maxLength: 1_000_000 } : true },
    { uid: true },
  )
  const raw = fetched && fetched.source
  if (!raw) return // removed meanwhile
  const delivered: DeliveredMail = { raw, source: 'imap', mailboxId: box.id }
  const key = `${box.id} ${message.uidValidity} ${message.uid}`
  const tries = triesOf.get(key) ?? 0
  const isHopeless = isTooLarge || tries >= triesMax
  triesOf.set(key, tries + 1)
  await asSystem(app, box.tenantId, 'mail', async (ctx) => {
    if (isHopeless) await keepUnreceived(ctx, delivered, isTooLarge ? 'too_large' : 'receiving_failed')
    else await receiveMail(ctx, delivered)
    await moveMark(ctx, box, message.uidValidity, message.uid)
  })
  triesOf.delete(key)
}

async function markOf(app: App, box: WatchedMailbox): Promise<Mark | undefined> {
  return asSystem(app, box.tenantId, 'mail', (ctx) =>
    ctx.tx
      .selectFrom('mailboxes')
      .select(['uidValidity', 'lastUid', 'createdAt'])
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', box.id)
      .where('isPaused', '=', false)
      .executeTakeFirst(),
  )
}

async function moveMark(
  ctx: Context,
  box: WatchedMailbox,
  uidValidity: string,
  lastUid: number,
): Promise<void> {
  await ctx.tx
    .updateTable('mailboxes')
    .set({ uidValidity, lastUid, lastSeenAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', box.id)
    .execute()
}
