/**
 * Mail that leaves. A deed writes the whole message into `mails` in its transaction; a job
 * sends it by SMTP after the commit. Without an SMTP server, and from sandboxes and demos,
 * it stays in the outbox, where people read it. Each message keeps one Message-ID for ever.
 * A message is "sending" from the moment the end of its text leaves: before that nothing
 * can have arrived and it is simply tried again. Only where the answer to the text was cut
 * (or we were killed meanwhile) it is repeated, once; after that a person decides.
 */
import { openTransports, type Delivery, type Outcome, type Transports } from './transports.ts'
import type { App } from '../app.ts'
import { asSystem, type Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { readFileOf } from '../files/file-store.ts'
import { enqueue, type JobData } from '../jobs/jobs.ts'
import { announce } from '../live.ts'

export type MailOut = Transports

export type OutgoingMail = {
  kind: string
  to: { address: string; name?: string }[]
  subject: string
  text: string
  html?: string
  replyTo?: string
  /** Our own id of the thread: References and In-Reply-To for the client's mail program. */
  inReplyTo?: string
  references?: string[]
  attachments?: { fileId: string; name: string }[]
  secret?: boolean
  automatic?: boolean
  subjectKind?: string
  subjectId?: string
}

export async function sendMail(ctx: Context, mail: OutgoingMail): Promise<{ id: string; messageId: string }> {
  const id = ctx.newId()
  const domain = ctx.app.settings.mailDomain
  const messageId = `<${id}@${domain}>`
  // X-Opiekun tells our own receiver that a message came back in a circle.
  const headers: Record<string, string> = { 'X-Opiekun': id }
  if (mail.automatic !== false) headers['Auto-Submitted'] = 'auto-generated'
  if (mail.inReplyTo) headers['In-Reply-To'] = mail.inReplyTo
  if (mail.references?.length) headers['References'] = mail.references.join(' ')
  const leaves = await mayLeave(
    ctx,
    mail.to.map((r) => r.address),
  )
  await ctx.tx
    .insertInto('mails')
    .values({
      tenantId: ctx.tenantId,
      id,
      messageId,
      kind: mail.kind,
      sender: JSON.stringify({ name: ctx.tenant.name, address: `${ctx.tenant.slug}@${domain}` }),
      replyTo: mail.replyTo ?? null,
      recipients: JSON.stringify(mail.to),
      subject: oneLine(mail.subject),
      textBody: mail.text,
      htmlBody: mail.html ?? null,
      headers: JSON.stringify(headers),
      attachments: JSON.stringify(mail.attachments ?? []),
      secret: mail.secret ?? false,
      subjectKind: mail.subjectKind ?? null,
      subjectId: mail.subjectId ?? null,
      state: leaves ? 'queued' : 'kept',
      createdAt: ctx.now.toString(),
    })
    .execute()
  if (leaves) await enqueue(ctx, 'send_mail', { mailId: id })
  await announce(ctx, 'outbox', { id, staffOnly: true })
  return { id, messageId }
}

async function mayLeave(ctx: Context, addresses: string[]): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('tenants')
    .select(['smtp', 'mailAllowList'])
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  if (ctx.tenant.kind !== 'live') {
    const allowed = row.mailAllowList as string[]
    return Boolean(ctx.app.settings.smtpUrl) && addresses.every((a) => allowed.includes(a.toLowerCase()))
  }
  return Boolean(ctx.app.settings.smtpUrl ?? row.smtp)
}

export const openMailOut = openTransports

/** Hours of trying, ever more slowly; then the message stands in the outbox as failed. */
const attemptsMax = { live: 60, sandbox: 3, demo: 3 }
const secondsUntilNext = (attempts: number): number => Math.min(3600, 2 ** Math.min(attempts, 12))

type Attempt = { delivery: Delivery; token: number }

export async function sendMailJob(app: App, data: JobData): Promise<void> {
  const mailId = String(data.mailId)
  const attempt = await asSystem(app, data.tenantId, 'send_mail', (ctx) => beginAttempt(ctx, mailId))
  if (!attempt) return
  const beforeText = () =>
    asSystem(app, data.tenantId, 'send_mail', (ctx) => markSending(ctx, mailId, attempt.token))
  const outcome = await app.mailOut.deliver(data.tenantId, attempt.delivery, beforeText)
  await asSystem(app, data.tenantId, 'send_mail', (ctx) => endAttempt(ctx, mailId, attempt.token, outcome))
}

async function beginAttempt(ctx: Context, mailId: string): Promise<Attempt | undefined> {
  const row = await mailRow(ctx, mailId)
  if (!row || !['queued', 'sending'].includes(row.state)) return undefined
  const recipients = row.recipients as { address: string; name?: string }[]
  const smtpUrl = await smtpUrlOf(ctx)
  if (
    !smtpUrl ||
    !(await mayLeave(
      ctx,
      recipients.map((r) => r.address),
    ))
  ) {
    await setState(ctx, mailId, { state: 'kept' })
    return undefined
  }
  // Still "sending": an earlier process was killed after the text had begun to leave.
  const unanswered = row.state === 'sending' ? row.unanswered + 1 : row.unanswered
  if (unanswered > 1) {
    await giveUp(ctx, mailId, { state: 'uncertain', unanswered })
    return undefined
  }
  const token = row.attempts + 1
  await setState(ctx, mailId, { state: 'queued', attempts: token, unanswered })
  const message = {
    from: JSON.parse(row.sender) as { name: string; address: string },
    to: recipients.map((r) => ({ address: r.address, name: r.name ?? '' })),
    replyTo: row.replyTo ?? undefined,
    subject: row.subject,
    text: row.textBody,
    html: row.htmlBody ?? undefined,
    messageId: row.messageId,
    date: new Date(row.createdAt),
    headers: row.headers as Record<string, string>,
    attachments: await attachmentsOf(ctx, row.attachments as { fileId: string; name: string }[]),
  }
  return { token, delivery: { smtpUrl, message } }
}

async function attachmentsOf(ctx: Context, attachments: { fileId: string; name: string }[]) {
  return Promise.all(
    attachments.map(async ({ fileId, name }) => {
      const file = await readFileOf(ctx, fileId)
      return { filename: name, content: file.content, contentType: file.mediaType }
    }),
  )
}

async function smtpUrlOf(ctx: Context): Promise<string | undefined> {
  const { smtp } = await ctx.tx
    .selectFrom('tenants')
    .select('smtp')
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  const sealed = (smtp as { sealedUrl?: string } | null)?.sealedUrl
  return sealed ? ctx.app.secrets.open(sealed) : ctx.app.settings.smtpUrl
}

/** The end of the text is about to leave. Only one attempt may send it. */
async function markSending(ctx: Context, mailId: string, token: number): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('mails')
    .set({ state: 'sending' })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .where('attempts', '=', token)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Error('another attempt is under way')
}

async function endAttempt(ctx: Context, mailId: string, token: number, outcome: Outcome): Promise<void> {
  const row = await mailRow(ctx, mailId)
  if (row?.attempts !== token) return
  if (outcome.kind === 'sent')
    await setState(ctx, mailId, {
      state: 'sent',
      sentAt: ctx.now.toString(),
      lastError: outcome.error ?? null,
    })
  else if (outcome.kind === 'refused')
    await giveUp(ctx, mailId, { state: 'failed', lastError: outcome.error })
  else if (outcome.kind === 'unanswered' && row.unanswered >= 1)
    await giveUp(ctx, mailId, {
      state: 'uncertain',
      unanswered: row.unanswered + 1,
      lastError: outcome.error,
    })
  else if (row.attempts >= attemptsMax[ctx.tenant.kind])
    await giveUp(ctx, mailId, { state: 'failed', lastError: outcome.error })
  else
    await tryLater(ctx, mailId, row.attempts, {
      unanswered: row.unanswered + (outcome.kind === 'unanswered' ? 1 : 0),
      lastError: outcome.error,
    })
  await announce(ctx, 'outbox', { id: mailId, staffOnly: true })
}

async function tryLater(
  ctx: Context,
  mailId: string,
  attempts: number,
  values: { unanswered: number; lastError: string },
): Promise<void> {
  await setState(ctx, mailId, { state: 'queued', ...values })
  await enqueue(ctx, 'send_mail', { mailId }, secondsUntilNext(attempts))
}

async function giveUp(
  ctx: Context,
  mailId: string,
  values: { state: 'failed' | 'uncertain'; unanswered?: number; lastError?: string },
): Promise<void> {
  await setState(ctx, mailId, values)
  await recordEvent(ctx, values.state === 'failed' ? 'mail_failed' : 'mail_unanswered', {
    kind: 'mail',
    id: mailId,
  })
}

/** A message of the receiving side: what we sent could not be delivered, or not yet. */
export async function noteBounce(
  ctx: Context,
  messageIds: string[],
  bounce: { isFinal: boolean; reason: string },
): Promise<string | undefined> {
  if (messageIds.length === 0) return undefined
  const row = await ctx.tx
    .selectFrom('mails')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('messageId', 'in', messageIds)
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const lastError = oneLine(bounce.reason)
  if (bounce.isFinal) await giveUp(ctx, row.id, { state: 'failed', lastError })
  else await setState(ctx, row.id, { lastError })
  await announce(ctx, 'outbox', { id: row.id, staffOnly: true })
  return row.id
}

/** A person's decision on a message that failed, was kept or whose fate is uncertain. */
export async function resendMail(ctx: Context, mailId: string): Promise<void> {
  const row = await mailRow(ctx, mailId)
  if (!row || !['failed', 'kept', 'uncertain'].includes(row.state)) return
  await setState(ctx, mailId, { state: 'queued', unanswered: 0, attempts: 0, lastError: null })
  await enqueue(ctx, 'send_mail', { mailId })
}

function mailRow(ctx: Context, mailId: string) {
  return ctx.tx
    .selectFrom('mails')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mailId)
    .forUpdate()
    .executeTakeFirst()
}

async function setState(ctx: Context, mailId: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('mails')
    .set(values)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mailId)
    .execute()
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 400)
