/**
 * Mail that leaves. A deed writes the whole message into `mails` in its transaction; a job
 * sends it by SMTP after the commit. Without an SMTP server, and from sandboxes and demos,
 * it stays in the outbox, where people read it. Each message keeps one Message-ID for ever.
 * Only where an answer was cut (we handed the text over and heard nothing, or were killed
 * meanwhile) it is repeated, once; after that a person decides.
 */
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'
import type { App } from '../app.ts'
import { asSystem, type Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { readFileOf } from '../files/file-store.ts'
import { enqueue, type JobData } from '../jobs/jobs.ts'
import { announce } from '../live.ts'

export type MailOut = { transportFor: (tenantId: string, smtpUrl: string) => Transporter; close: () => void }

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
  const headers: Record<string, string> = mail.automatic === false ? {} : { 'Auto-Submitted': 'auto-generated' }
  if (mail.inReplyTo) headers['In-Reply-To'] = mail.inReplyTo
  if (mail.references?.length) headers['References'] = mail.references.join(' ')
  const leaves = await mayLeave(ctx, mail.to.map((r) => r.address))
  await ctx.tx
    .insertInto('mails')
    .values({
      tenantId: ctx.tenantId, id, messageId, kind: mail.kind,
      sender: JSON.stringify({ name: ctx.tenant.name, address: `${ctx.tenant.slug}@${domain}` }),
      replyTo: mail.replyTo ?? null,
      recipients: JSON.stringify(mail.to),
      subject: oneLine(mail.subject), textBody: mail.text, htmlBody: mail.html ?? null,
      headers: JSON.stringify(headers), attachments: JSON.stringify(mail.attachments ?? []),
      secret: mail.secret ?? false, subjectKind: mail.subjectKind ?? null, subjectId: mail.subjectId ?? null,
      state: leaves ? 'queued' : 'kept', createdAt: ctx.now.toString(),
    })
    .execute()
  if (leaves) await enqueue(ctx, 'send_mail', { mailId: id })
  await announce(ctx, 'outbox', { id, staffOnly: true })
  return { id, messageId }
}

async function mayLeave(ctx: Context, addresses: string[]): Promise<boolean> {
  const row = await ctx.tx.selectFrom('tenants').select(['smtp', 'mailAllowList']).where('tenantId', '=', ctx.tenantId).executeTakeFirstOrThrow()
  if (ctx.tenant.kind !== 'live') {
    const allowed = row.mailAllowList as string[]
    return Boolean(ctx.app.settings.smtpUrl) && addresses.every((a) => allowed.includes(a.toLowerCase()))
  }
  return Boolean(ctx.app.settings.smtpUrl ?? row.smtp)
}

export function openMailOut(): MailOut {
  const transports = new Map<string, Transporter>()
  return {
    transportFor(tenantId, smtpUrl) {
      const key = `${tenantId} ${smtpUrl}`
      const known = transports.get(key)
      if (known) return known
      const made = nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true } as object) as Transporter
      transports.set(key, made)
      return made
    },
    close() {
      for (const transport of transports.values()) transport.close()
    },
  }
}

type Attempt = { send: true; smtpUrl: string; message: SendMailOptions } | { send: false }

export async function sendMailJob(app: App, data: JobData): Promise<void> {
  const mailId = String(data.mailId)
  const attempt = await asSystem(app, data.tenantId, 'send_mail', (ctx) => beginAttempt(ctx, mailId))
  if (!attempt.send) return
  const outcome = await handOver(app, data.tenantId, attempt)
  await asSystem(app, data.tenantId, 'send_mail', (ctx) => endAttempt(ctx, mailId, outcome))
  if (outcome.kind === 'later') throw new Error(`mail ${mailId}: ${outcome.error}`)
  if (outcome.kind === 'unanswered') await asSystem(app, data.tenantId, 'send_mail', (ctx) => repeatOnce(ctx, mailId))
}

/** Marks the message as being handed over, before a byte leaves. */
async function beginAttempt(ctx: Context, mailId: string): Promise<Attempt> {
  const row = await ctx.tx.selectFrom('mails').selectAll().where('tenantId', '=', ctx.tenantId).where('id', '=', mailId).forUpdate().executeTakeFirst()
  if (!row || !['queued', 'sending'].includes(row.state)) return { send: false }
  const tenant = await ctx.tx.selectFrom('tenants').select('smtp').where('tenantId', '=', ctx.tenantId).executeTakeFirstOrThrow()
  const smtpUrl = smtpUrlOf(ctx, tenant.smtp) ?? ctx.app.settings.smtpUrl
  if (!smtpUrl) {
    await setState(ctx, mailId, { state: 'kept' })
    return { send: false }
  }
  // Still "sending" from an earlier attempt: that process was killed and we never heard.
  const unanswered = row.state === 'sending' ? row.unanswered + 1 : row.unanswered
  if (unanswered > 1) {
    await setState(ctx, mailId, { state: 'uncertain', unanswered })
    return { send: false }
  }
  await setState(ctx, mailId, { state: 'sending', attempts: row.attempts + 1, unanswered })
  const attachments = await Promise.all(
    (row.attachments as { fileId: string; name: string }[]).map(async ({ fileId, name }) => {
      const file = await readFileOf(ctx, fileId)
      return { filename: name, content: file.content, contentType: file.mediaType }
    }),
  )
  return {
    send: true,
    smtpUrl,
    message: {
      from: JSON.parse(row.sender) as { name: string; address: string },
      to: (row.recipients as { address: string; name?: string }[]).map((r) => ({ address: r.address, name: r.name ?? '' })),
      replyTo: row.replyTo ?? undefined, subject: row.subject, text: row.textBody, html: row.htmlBody ?? undefined,
      messageId: row.messageId, headers: row.headers as Record<string, string>, attachments,
    },
  }
}

function smtpUrlOf(ctx: Context, smtp: unknown): string | undefined {
  const sealed = (smtp as { sealedUrl?: string } | null)?.sealedUrl
  return sealed ? ctx.app.secrets.open(sealed) : undefined
}

type Outcome = { kind: 'sent' } | { kind: 'refused' | 'later' | 'unanswered'; error: string }

async function handOver(app: App, tenantId: string, attempt: Extract<Attempt, { send: true }>): Promise<Outcome> {
  try {
    await app.mailOut.transportFor(tenantId, attempt.smtpUrl).sendMail(attempt.message)
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error as { code?: string; responseCode?: number; command?: string; message: string })
  }
}

/** An answer with a number is an answer. A cut before DATA delivered nothing; after it, who knows. */
function outcomeOf(error: { code?: string; responseCode?: number; command?: string; message: string }): Outcome {
  const text = error.message.slice(0, 300)
  if (error.responseCode && error.responseCode >= 500) return { kind: 'refused', error: text }
  if (error.responseCode) return { kind: 'later', error: text }
  const reachedData = error.command === 'DATA' || error.code === 'EMESSAGE' || error.code === 'ETIMEDOUT'
  return { kind: reachedData ? 'unanswered' : 'later', error: text }
}

async function endAttempt(ctx: Context, mailId: string, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'sent') await setState(ctx, mailId, { state: 'sent', sentAt: ctx.now.toString(), lastError: null })
  if (outcome.kind === 'refused') await setState(ctx, mailId, { state: 'failed', lastError: outcome.error })
  if (outcome.kind === 'later') await setState(ctx, mailId, { state: 'queued', lastError: outcome.error })
  if (outcome.kind === 'refused') await recordEvent(ctx, 'mail_refused', { kind: 'mail', id: mailId })
  await announce(ctx, 'outbox', { id: mailId, staffOnly: true })
}

async function repeatOnce(ctx: Context, mailId: string): Promise<void> {
  const row = await ctx.tx.selectFrom('mails').select('unanswered').where('tenantId', '=', ctx.tenantId).where('id', '=', mailId).executeTakeFirstOrThrow()
  if (row.unanswered >= 1) return setState(ctx, mailId, { state: 'uncertain' })
  await setState(ctx, mailId, { state: 'queued', unanswered: 1 })
  await enqueue(ctx, 'send_mail', { mailId }, 2)
}

/** A person's decision on a message that failed, was kept or whose fate is uncertain. */
export async function resendMail(ctx: Context, mailId: string): Promise<void> {
  const row = await ctx.tx.selectFrom('mails').select('state').where('tenantId', '=', ctx.tenantId).where('id', '=', mailId).forUpdate().executeTakeFirst()
  if (!row || !['failed', 'kept', 'uncertain'].includes(row.state)) return
  await setState(ctx, mailId, { state: 'queued', unanswered: 0, lastError: null })
  await enqueue(ctx, 'send_mail', { mailId })
}

async function setState(ctx: Context, mailId: string, values: Record<string, unknown>): Promise<void> {
  await ctx.tx.updateTable('mails').set(values).where('tenantId', '=', ctx.tenantId).where('id', '=', mailId).execute()
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 400)
