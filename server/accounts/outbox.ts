/** The outbox: every mail of the company and its fate. Sign-in links of other people are masked. */
import type { Context } from '#server/plumbing/context.ts'
import { mayOnly } from '#server/plumbing/context.ts'
import { resendMail } from '#server/plumbing/mail/mail-out.ts'
import { refuse } from '#server/plumbing/refusal.ts'

export type OutboxMail = {
  id: string
  kind: string
  recipients: { address: string; name?: string }[]
  subject: string
  text: string
  isMasked: boolean
  state: 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | 'uncertain'
  lastError: string | null
  messageId: string
  createdAt: string
  sentAt: string | null
  attachments: { fileId: string; name: string }[]
}

const pageSize = 100

export async function outboxOf(ctx: Context, before?: string): Promise<OutboxMail[]> {
  let query = ctx.tx
    .selectFrom('mails')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(pageSize)
  if (before) query = query.where('createdAt', '<', before)
  const own = ctx.actor.kind === 'staff' ? ctx.actor.email.toLowerCase() : ''
  return (await query.execute()).map((row) => {
    const recipients = row.recipients as OutboxMail['recipients']
    const isMasked = row.secret && !recipients.every((r) => r.address.toLowerCase() === own)
    const text = isMasked ? row.textBody.replace(/(key=)[\w-]+/g, '$1••••••••') : row.textBody
    return {
      id: row.id,
      kind: row.kind,
      recipients,
      subject: row.subject,
      text,
      isMasked,
      state: row.state as OutboxMail['state'],
      lastError: row.lastError,
      messageId: row.messageId,
      createdAt: row.createdAt,
      sentAt: row.sentAt,
      attachments: row.attachments as OutboxMail['attachments'],
    }
  })
}

export async function resend(ctx: Context, mailId: string): Promise<void> {
  mayOnly(ctx, 'owner', 'manager', 'billing')
  const row = await ctx.tx
    .selectFrom('mails')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mailId)
    .executeTakeFirst()
  if (!row) refuse('not_found')
  await resendMail(ctx, mailId)
}
