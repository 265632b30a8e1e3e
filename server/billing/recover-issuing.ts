/**
 * At the start of the workers: every run of issuing that has not ended and every invoice
 * that lacks its documents or its mail has its job. Jobs are enqueued with what they serve, so
 * this finds something only where a job was given up or lost.
 */
import type { App } from '#server/plumbing/app.ts'
import { asSystem } from '#server/plumbing/context.ts'
import { enqueue } from '#server/plumbing/jobs/jobs.ts'

const runs = `select tenant_id, id from issue_runs where ended_at is null order by started_at`

// Without the PDF part nothing is mailed: such an invoice is tried again at each start. The past of
// a demo company is older than the company; its papers are made when somebody opens them.
const undelivered = `select i.tenant_id, i.id from invoices i join tenants t using (tenant_id)
  where (t.kind <> 'demo' or i.issued_at >= t.created_at)
    and (i.xml_file_id is null or i.pdf_file_id is null or (i.mail_id is null and i.recipient_emails <> '[]'))
  order by i.issued_at`

export async function recoverIssuing(app: App): Promise<void> {
  await giveJobs(app, runs, 'issue_invoices', 'runId')
  await giveJobs(app, undelivered, 'deliver_invoice', 'invoiceId')
}

async function giveJobs(app: App, sql: string, kind: string, fact: string): Promise<void> {
  const { rows } = await app.db.pool.query(sql)
  if (rows.length === 0) return
  const attended = await app.jobs.attended(kind, fact)
  for (const { tenant_id: tenantId, id } of rows as { tenant_id: string; id: string }[]) {
    if (!attended.has(id))
      await asSystem(app, tenantId, 'recover', (ctx) => enqueue(ctx, kind, { [fact]: id }))
  }
}
