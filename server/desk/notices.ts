/** Notices: what a person of the company should see on the screen, until it is seen. */
import type { Context } from '#server/plumbing/context.ts'
import { announce } from '#server/plumbing/live.ts'

export const noticeKinds = [
  'ticket_reported',
  'ticket_at_gate',
  'ticket_delegated',
  'ticket_reopened',
  'client_wrote',
  'clock_warning',
  'clock_breach',
  'package_low',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export type Notice = {
  id: string
  kind: NoticeKind
  ticketId: string | null
  conversationId: string | null
  facts: Record<string, unknown>
  at: string
  seenAt: string | null
}

/** Nobody is told of what they did themselves. */
export async function notify(
  ctx: Context,
  staffId: string | null,
  notice: { kind: NoticeKind; ticketId?: string; conversationId?: string; facts?: Record<string, unknown> },
): Promise<void> {
  if (!staffId || (ctx.actor.kind === 'staff' && ctx.actor.id === staffId)) return
  const id = ctx.newId()
  await ctx.tx
    .insertInto('notices')
    .values({
      tenantId: ctx.tenantId,
      id,
      staffId,
      kind: notice.kind,
      ticketId: notice.ticketId ?? null,
      conversationId: notice.conversationId ?? null,
      facts: JSON.stringify(notice.facts ?? {}),
      at: ctx.now.toString(),
    })
    .execute()
  await announce(ctx, 'notices', { id: staffId, staffOnly: true })
}

export async function noticesOf(ctx: Context, staffId: string, most = 50): Promise<Notice[]> {
  const rows = await ctx.tx
    .selectFrom('notices')
    .select(['id', 'kind', 'ticketId', 'conversationId', 'facts', 'at', 'seenAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('staffId', '=', staffId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows as Notice[]
}

/** Marks notices as seen: one, those of a ticket that was opened, or all. */
export async function seeNotices(
  ctx: Context,
  staffId: string,
  which: { id?: string; ticketId?: string },
): Promise<void> {
  let query = ctx.tx
    .updateTable('notices')
    .set({ seenAt: ctx.now.toString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('staffId', '=', staffId)
    .where('seenAt', 'is', null)
  if (which.id) query = query.where('id', '=', which.id)
  if (which.ticketId) query = query.where('ticketId', '=', which.ticketId)
  await query.execute()
  await announce(ctx, 'notices', { id: staffId, staffOnly: true })
}
