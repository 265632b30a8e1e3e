/** What came in by mail and what became of it; the original can always be read and saved. */
import type { Context } from '#server/plumbing/context.ts'
import { readFileOf, type StoredFile } from '#server/plumbing/files/file-store.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { parseMail } from './mail-parse.ts'
import type { MailOutcome, MailSource } from './mail-receive.ts'

export type IncomingMailRow = {
  id: string
  source: MailSource
  sender: string
  subject: string
  receivedAt: string
  outcome: MailOutcome
  ticketId: string | null
  conversationId: string | null
  facts: Record<string, unknown>
}
export type OriginalMail = IncomingMailRow & {
  text: string
  html: string | null
  attachments: { name: string; mediaType: string; bytes: number }[]
}

const columns = [
  'id',
  'source',
  'sender',
  'subject',
  'receivedAt',
  'outcome',
  'ticketId',
  'conversationId',
  'facts',
] as const
const pageSize = 100

export async function incomingMailsOf(ctx: Context, before?: string): Promise<IncomingMailRow[]> {
  let query = ctx.tx.selectFrom('incomingMails').select(columns).where('tenantId', '=', ctx.tenantId)
  if (before) query = query.where('receivedAt', '<', before)
  return (await query
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .execute()) as IncomingMailRow[]
}

export async function incomingMail(ctx: Context, id: string): Promise<OriginalMail> {
  const { rawFileId, ...row } = await rowOf(ctx, id)
  const { text, html, attachments } = await parseMail((await readFileOf(ctx, rawFileId)).content)
  return {
    ...row,
    text,
    html: html ?? null,
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.length })),
  }
}

export async function rawMail(ctx: Context, id: string): Promise<StoredFile & { content: Buffer }> {
  return readFileOf(ctx, (await rowOf(ctx, id)).rawFileId)
}

async function rowOf(ctx: Context, id: string): Promise<IncomingMailRow & { rawFileId: string }> {
  const row = await ctx.tx
    .selectFrom('incomingMails')
    .select([...columns, 'rawFileId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.rawFileId) refuse('not_found')
  return row as IncomingMailRow & { rawFileId: string }
}
