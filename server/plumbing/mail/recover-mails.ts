/**
 * At the start of the workers: every message that waits to leave has its job. A job is
 * enqueued with its message, so this finds something only where a job was given up or lost
 * (its tries were used up while the process died again and again).
 */
import type { App } from '../app.ts'
import { asSystem } from '../context.ts'
import { enqueue } from '../jobs/jobs.ts'

export async function recoverMails(app: App): Promise<void> {
  const { rows } = await app.db.pool.query(
    `select tenant_id, id from mails where state in ('queued', 'sending') order by created_at`,
  )
  if (rows.length === 0) return
  const attended = await app.jobs.attended('send_mail', 'mailId')
  for (const { tenant_id: tenantId, id } of rows as { tenant_id: string; id: string }[]) {
    if (!attended.has(id))
      await asSystem(app, tenantId, 'recover', (ctx) => enqueue(ctx, 'send_mail', { mailId: id }))
  }
}
