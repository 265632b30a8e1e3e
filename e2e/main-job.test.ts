/**
 * The whole job, as people do it: a company signs up, writes a contract, tickets come in on
 * every way, the month is billed twice, an unpaid invoice is reminded, and the client
 * watches in the panel. On a sandbox clock, with real SMTP and IMAP servers and real browsers:
 * six people work at the same time, by clicking.
 */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { dovecotMissing, freePort, openDovecot, openSmtpSink } from '#server/testing/mail-servers.ts'
import { openStage } from '#server/testing/scene.ts'
import { browserMissing } from './browser.ts'
import { contract } from './main-job/contract.ts'
import { intake } from './main-job/intake.ts'
import { Job, type Step } from './main-job/job.ts'
import { money } from './main-job/money.ts'
import { october, september } from './main-job/month.ts'
import { panel } from './main-job/panel.ts'
import { start } from './main-job/start.ts'
import { work } from './main-job/work.ts'

const skip = browserMissing()
const steps: Step[] = [
  ...start,
  ...contract,
  ...intake,
  ...work,
  ...september,
  ...money,
  ...october,
  ...panel,
]

test('a service company lives through two months', { skip, timeout: 900_000 }, async (t) => {
  const sink = await openSmtpSink()
  const smtpIn = await freePort()
  const withoutImap = dovecotMissing()
  const dovecot = withoutImap ? undefined : await openDovecot()
  const stage = openStage({
    listen: true,
    withWorkers: true,
    settings: ['--smtp-url', sink.url, '--mail-domain', 'opiekun.test', '--smtp-in', String(smtpIn)],
  })
  const job = new Job(await stage(), sink, smtpIn, dovecot)
  t.after(async () => {
    await job.close()
    await dovecot?.close()
    void sink.close()
  })
  await t.test('an IMAP server runs on loopback', { skip: withoutImap ?? false }, () => {})
  // Each step stands on the one before: after a failure the rest would only repeat it.
  for (const [name, play] of steps) if (!(await passed(t, job, name, play))) break
  assert.deepEqual(job.errors, [], 'no screen threw an error')
})

async function passed(t: TestContext, job: Job, name: string, play: Step[1]): Promise<boolean> {
  let done = false
  await t.test(name, { timeout: 240_000 }, async () => {
    try {
      await play(job)
      done = true
    } finally {
      if (!done) await job.pictureOfFailure(name)
    }
  })
  return done
}
