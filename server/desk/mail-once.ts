/**
 * The same message comes once, however often and by whichever way it is delivered. It is known
 * by its Message-ID and sender, else by its content; the unique key makes deliveries at the
 * same moment wait for one another. A Message-ID used again for other words is not believed.
 */
import { createHash } from 'node:crypto'
import type { Context } from '#server/plumbing/context.ts'
import { readFileOf } from '#server/plumbing/files/file-store.ts'
import { parseMail, type IncomingMail } from './mail-parse.ts'
import type { DeliveredMail, MailOutcome, ReceivedMail } from './mail-receive.ts'

type Known = Omit<ReceivedMail, 'isRepeated'> & { rawFileId: string | null }

/** A new place for the message, or the one that it already has. */

export async function takePlace(
  ctx: Context,
  delivered: DeliveredMail,
  mail: IncomingMail,
): Promise<{ id: string } | Known> {
  const key = dedupeKey(delivered.raw, mail)
  const mine = await insert(ctx, delivered, mail, key)
  if (mine) return { id: mine }
  const before = await rowsUnder(ctx, key, mail)
  for (const one of before) if (!mail.messageId || (await isSameMessage(ctx, one.rawFileId, mail))) return one
  // Another message under a Message-ID that was used before: a careless sender, not a repetition.
  const longKey = `${key} ${mail.contentHash}`
  const other = await insert(ctx, delivered, mail, longKey)
  return other ? { id: other } : (await rowsUnder(ctx, longKey, mail)).at(-1)!
}

function dedupeKey(raw: Buffer, mail: IncomingMail): string {
  const key = mail.messageId
    ? `id ${mail.messageId} ${mail.from?.address ?? ''}`
    : mail.from
      ? `content ${mail.contentHash} ${mail.sentAt ?? ''}`
      : `raw ${sha256(raw)}`
  // An index takes only so much.
  return key.length > 400 ? `hash ${sha256(key)}` : key
}

const sha256 = (what: string | Buffer): string => createHash('sha256').update(what).digest('hex')

async function insert(
  ctx: Context,
  delivered: DeliveredMail,
  mail: IncomingMail,
  key: string,
): Promise<string | undefined> {
  const row = await ctx.tx
    .insertInto('incomingMails')
    .values({
      tenantId: ctx.tenantId,
      id: ctx.newId(),
      source: delivered.source,
      mailboxId: delivered.mailboxId ?? null,
      dedupeKey: key,
      messageId: mail.messageId ?? null,
      sender: mail.from?.address ?? '',
      subject: mail.subject,
      receivedAt: ctx.now.toString(),
      outcome: 'failed',
    })
    .onConflict((c) => c.columns(['tenantId', 'dedupeKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What stands under a key, and other messages of the same sender that used the same Message-ID. */
async function rowsUnder(ctx: Context, key: string, mail: IncomingMail): Promise<Known[]> {
  const { messageId, from } = mail
  const rows = await ctx.tx
    .selectFrom('incomingMails')
    .select(['id', 'outcome', 'ticketId', 'conversationId', 'rawFileId'])
    .where('tenantId', '=', ctx.tenantId)
    .where((e) =>
      e.or([
        e('dedupeKey', '=', key),
        ...(messageId ? [e('messageId', '=', messageId).and('sender', '=', from?.address ?? '')] : []),
      ]),
    )
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as MailOutcome }))
}

/** On their way messages get footers and other heads; the written text stays within. */
async function isSameMessage(ctx: Context, rawFileId: string | null, mail: IncomingMail): Promise<boolean> {
  if (!rawFileId) return true
  const before = await parseMail((await readFileOf(ctx, rawFileId)).content)
  if (before.contentHash === mail.contentHash) return true
  const [one, other] = [before, mail].map(({ text }) => text.replace(/\s+/g, ''))
  return one!.length > 0 && other!.length > 0 && (one!.includes(other!) || other!.includes(one!))
}
