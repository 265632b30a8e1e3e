/**
 * A mail comes in. The raw message is kept in the same transaction as what becomes of it, so
 * whoever delivers it may forget it only afterwards: nothing is lost. The same message
 * delivered again, by whichever way and however close together, finds its place taken: nothing
 * comes twice. Answers continue their conversation when the sender belongs to it; the rest is
 * reported as a ticket. What a machine wrote is recorded and changes nothing.
 */
import type { Context } from '#server/plumbing/context.ts'
import { isUuid } from '#server/plumbing/db/database.ts'
import { recordEvent } from '#server/plumbing/events.ts'
import { keepFile, keepUpload, readFileOf } from '#server/plumbing/files/file-store.ts'
import { announce } from '#server/plumbing/live.ts'
import { noteBounce } from '#server/plumbing/mail/mail-out.ts'
import { refuse, Refusal } from '#server/plumbing/refusal.ts'
import { mailEn } from '#words/mail.en.ts'
import { mailPl } from '#words/mail.pl.ts'
import { bareSubject } from './mail-clean.ts'
import { takePlace } from './mail-once.ts'
import { parseMail, type IncomingMail } from './mail-parse.ts'
import { placeOfAnswer, type Place } from './mail-thread.ts'
import { reportTicket } from './report-ticket.ts'
import { writeMessage } from './write-message.ts'

export type MailSource = 'smtp' | 'imap' | 'http'
export type MailOutcome =
  | 'ticket'
  | 'message'
  | 'note'
  | 'broken'
  | 'autoReply'
  | 'automatic'
  | 'bounce'
  | 'loop'
  | 'failed'
export type DeliveredMail = { raw: Buffer; source: MailSource; mailboxId?: string; envelopeFrom?: string }
export type ReceivedMail = {
  id: string
  outcome: MailOutcome
  isRepeated: boolean
  ticketId: string | null
  conversationId: string | null
}

type Result = Omit<ReceivedMail, 'id' | 'isRepeated'> & { facts?: Record<string, unknown> }

export async function receiveMail(ctx: Context, delivered: DeliveredMail): Promise<ReceivedMail> {
  const mail = await parseMail(delivered.raw, delivered.envelopeFrom)
  const taken = await takePlace(ctx, delivered, mail)
  if ('outcome' in taken) return repeated(taken)
  const raw = await keepFile(ctx, {
    name: 'wiadomosc.eml',
    mediaType: 'message/rfc822',
    bytes: delivered.raw,
  })
  const { facts, ...result } = await settle(ctx, mail, taken.id, delivered.source)
  await write(ctx, taken.id, {
    ...result,
    rawFileId: raw.id,
    facts: JSON.stringify({ nature: mail.nature, ...facts }),
  })
  await recordEvent(
    ctx,
    'mail_received',
    { kind: 'incomingMail', id: taken.id },
    { outcome: result.outcome, source: delivered.source },
  )
  await announce(ctx, 'incoming_mails', { id: taken.id, staffOnly: true })
  return { id: taken.id, isRepeated: false, ...result }
}

const repeated = ({
  id,
  outcome,
  ticketId,
  conversationId,
}: Omit<ReceivedMail, 'isRepeated'>): ReceivedMail => ({
  id,
  outcome,
  isRepeated: true,
  ticketId,
  conversationId,
})

/** When receiving fails by our own mistake again and again, the raw message is kept and shown, and the next one gets its turn. */
export async function keepUnreceived(ctx: Context, delivered: DeliveredMail, reason: string): Promise<void> {
  const mail = await parseMail(delivered.raw, delivered.envelopeFrom)
  const taken = await takePlace(ctx, delivered, mail)
  if ('outcome' in taken) return
  const raw = await keepFile(ctx, {
    name: 'wiadomosc.eml',
    mediaType: 'message/rfc822',
    bytes: delivered.raw,
  })
  await write(ctx, taken.id, { outcome: 'failed', rawFileId: raw.id, facts: JSON.stringify({ reason }) })
  await recordEvent(ctx, 'mail_not_received', { kind: 'incomingMail', id: taken.id }, { reason })
  await announce(ctx, 'incoming_mails', { id: taken.id, staffOnly: true })
}

/** A person's decision: a recorded message that changed nothing becomes a ticket after all. */
export async function reportRecordedMail(ctx: Context, id: string): Promise<ReceivedMail> {
  const row = await ctx.tx
    .selectFrom('incomingMails')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.rawFileId) refuse('not_found')
  if (row.ticketId || row.conversationId)
    return {
      id,
      outcome: row.outcome as MailOutcome,
      isRepeated: true,
      ticketId: row.ticketId,
      conversationId: row.conversationId,
    }
  const { content } = await readFileOf(ctx, row.rawFileId)
  const { facts: _, ...result } = await report(asMailRoom(ctx), await parseMail(content), id, {})
  await write(ctx, id, result)
  await announce(ctx, 'incoming_mails', { id, staffOnly: true })
  return { id, isRepeated: false, ...result }
}

const asMailRoom = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', what: 'mail' } })

async function write(
  ctx: Context,
  id: string,
  values: {
    outcome: MailOutcome
    ticketId?: string | null
    conversationId?: string | null
    rawFileId?: string
    facts?: string
  },
): Promise<void> {
  await ctx.tx
    .updateTable('incomingMails')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

const recorded = (outcome: MailOutcome, facts?: Record<string, unknown>): Result => ({
  outcome,
  ticketId: null,
  conversationId: null,
  facts,
})

async function settle(ctx: Context, mail: IncomingMail, id: string, source: MailSource): Promise<Result> {
  if (await isOurOwn(ctx, mail)) return recorded('loop')
  if (mail.nature === 'bounce') {
    const mailId = mail.bounce && (await noteBounce(ctx, mail.bounce.about, mail.bounce))
    return recorded('bounce', { mailId: mailId ?? null, reason: mail.bounce?.reason })
  }
  if (mail.nature !== 'person') return recorded(mail.nature)
  // Only the mailbox's own server is believed; what other ways carry could have been written by anybody.
  const isForged = source === 'imap' && mail.failsDmarc
  if (mail.isBroken || isForged) return report(ctx, mail, id, { isUntrusted: true })
  const place = await placeOfAnswer(ctx, mail)
  if (!place) return report(ctx, mail, id, {})
  return place.mayContinue
    ? converse(ctx, mail, id, place)
    : report(ctx, mail, id, { followsId: place.ticketId ?? undefined })
}

/** One of ours that somebody's rule sent back to us. */
async function isOurOwn(ctx: Context, mail: IncomingMail): Promise<boolean> {
  const { messageId = '', ownMailId } = mail
  const row = await ctx.tx
    .selectFrom('mails')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where((e) =>
      e.or([e('messageId', '=', messageId), ...(isUuid(ownMailId) ? [e('id', '=', ownMailId)] : [])]),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function report(
  ctx: Context,
  mail: IncomingMail,
  id: string,
  how: { isUntrusted?: boolean; followsId?: string },
): Promise<Result> {
  const { text, fileIds, facts } = await contentOf(ctx, mail)
  const ticket = await reportTicket(ctx, {
    source: 'email',
    reporterName: mail.from?.name,
    reporterEmail: mail.from?.address,
    subject: bareSubject(mail.subject) || wordsOf(ctx).withoutSubject,
    description: text,
    fileIds,
    incomingMailId: id,
    mailMessageId: mail.messageId,
    senderIsTrusted: !how.isUntrusted,
    followsId: how.followsId,
  })
  return {
    outcome: mail.isBroken ? 'broken' : 'ticket',
    ticketId: ticket.id,
    conversationId: ticket.conversationId,
    facts,
  }
}

async function converse(ctx: Context, mail: IncomingMail, id: string, place: Place): Promise<Result> {
  await ctx.client.query('savepoint answer')
  try {
    const { text, fileIds, facts } = await contentOf(ctx, mail)
    const isInternal = place.author.kind === 'staff'
    const written = await writeMessage(ctx, {
      conversationId: place.conversationId,
      text,
      channel: 'email',
      fileIds,
      author: place.author,
      isInternal,
      incomingMailId: id,
      mailMessageId: mail.messageId,
    })
    const outcome = written.opened ? 'ticket' : isInternal ? 'note' : 'message'
    return { outcome, ticketId: written.ticketId, conversationId: written.conversationId, facts }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The conversation takes nothing any more: what was written is a report of its own.
    await ctx.client.query('rollback to savepoint answer')
    return report(ctx, mail, id, { followsId: place.ticketId ?? undefined })
  }
}

/** What people will read: the new text, what is missing from it, and the files. */
async function contentOf(
  ctx: Context,
  mail: IncomingMail,
): Promise<{ text: string; fileIds: string[]; facts: Record<string, unknown> }> {
  const words = wordsOf(ctx)
  const fileIds: string[] = []
  const refused: { name: string; code: string }[] = []
  for (const { name, bytes } of mail.attachments) {
    try {
      fileIds.push((await keepUpload(ctx, name, bytes)).id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ name, code: error.code })
    }
  }
  const notes = [
    mail.isBroken ? words.unreadable : '',
    refused.length > 0 ? words.notStored(refused.map((r) => r.name).join(', ')) : '',
  ]
  const text = [mail.newText || (fileIds.length === 0 ? words.withoutText : ''), ...notes]
    .filter(Boolean)
    .join('\n\n')
  return { text: text || words.withoutText, fileIds, facts: refused.length > 0 ? { notStored: refused } : {} }
}

const wordsOf = (ctx: Context): typeof mailPl =>
  ctx.tenant.language === 'en' ? (mailEn as typeof mailPl) : mailPl
