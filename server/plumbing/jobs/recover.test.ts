import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setCast } from '#demo/cast.ts'
import { recoverIssuing } from '#server/billing/recover-issuing.ts'
import { addClient } from '#server/contracts/public.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { recoverMails } from '#server/plumbing/mail/recover-mails.ts'
import { jobKinds } from '#server/rooms.ts'
import { issuedInvoice } from '#server/testing/issued-invoice.ts'
import { openStage, played, type Stage } from '#server/testing/scene.ts'
import { openJobs } from './jobs.ts'

const stage = openStage({ settings: ['--smtp-url', 'smtp://127.0.0.1:9'] })
const letter = { kind: 'test', to: [{ address: 'jan@zlotyklos.example' }], subject: 'Piec', text: 'Stoi.' }

const jobsOf = async ({ app }: Stage, kind: string, fact: string, id: string) =>
  (
    await app.db.pool.query<{ state: string }>(
      'select state from pgboss.job where name = $1 and data->>$2 = $3 order by created_on',
      [kind, fact, id],
    )
  ).rows

test('a mail whose job was given up has one again after the start, and only one', async () => {
  const s = await stage()
  const cast = await setCast(s)
  const { id } = await played(s, cast.ola, '2026-11-20T09:00', (ctx) => sendMail(ctx, letter))
  await s.app.db.pool.query(`update pgboss.job set state = 'failed' where data->>'mailId' = $1`, [id])
  await recoverMails(s.app)
  await recoverMails(s.app)
  const jobs = await jobsOf(s, 'send_mail', 'mailId', id)
  assert.deepEqual(jobs.map((job) => job.state).sort(), ['created', 'failed'])
})

test('an invoice without documents and a run that has not ended go on after the start', async () => {
  const s = await stage()
  const cast = await setCast(s)
  const runId = s.app.newId()
  const invoice = await played(s, cast.marta, '2026-11-20T09:00', async (ctx) => {
    const client = await addClient(ctx, { name: 'Piekarnia Złoty Kłos' })
    const run = { id: runId, periodFrom: '2026-10-01', periodTo: '2026-10-31', startedAt: ctx.now.toString() }
    await ctx.tx
      .insertInto('issueRuns')
      .values({ tenantId: ctx.tenantId, ...run, startedBy: cast.marta.actor.id })
      .execute()
    return issuedInvoice(ctx, {
      clientId: client.id,
      grossGrosze: 12300,
      issueOn: '2026-11-20',
      dueOn: '2026-12-04',
    })
  })
  await recoverIssuing(s.app)
  await recoverIssuing(s.app)
  const runs = await jobsOf(s, 'issue_invoices', 'runId', runId)
  const deliveries = await jobsOf(s, 'deliver_invoice', 'invoiceId', invoice.id)
  assert.deepEqual([runs.length, deliveries.length], [1, 1])
})

test('a job that a killed process held is free at the next start, and the kill is no failed try of it', async () => {
  const s = await stage()
  const cast = await setCast(s)
  const { id } = await played(s, cast.ola, '2026-11-20T09:00', (ctx) => sendMail(ctx, letter))
  await s.app.db.pool.query(
    `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 hour', retry_count = 12
     where data->>'mailId' = $1`,
    [id],
  )
  const jobs = await openJobs(s.app.db, jobKinds, s.app.log, true)
  await jobs.stop()
  const { rows } = await s.app.db.pool.query(
    `select state, retry_count, started_on from pgboss.job where data->>'mailId' = $1`,
    [id],
  )
  // Without a beginning it counts as begun for the first time when it is fetched.
  assert.deepEqual(rows, [{ state: 'retry', retry_count: 12, started_on: null }])
})
