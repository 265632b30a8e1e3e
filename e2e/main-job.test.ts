/**
 * The whole job, as people do it: a company signs up, writes a contract, tickets come in on
 * every way, the month is billed twice, an unpaid invoice is reminded, and the client
 * watches in the panel. On a sandbox clock, with a real SMTP server and a real browser.
 */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { freePort, openSmtpSink } from '#server/testing/mail-servers.ts'
import { openStage } from '#server/testing/scene.ts'
import { browserMissing } from './browser.ts'
import { MainJob } from './main-job.ts'

const skip = browserMissing()

test('a service company lives through two months', { skip, timeout: 240_000 }, async (t) => {
  const sink = await openSmtpSink()
  const smtpIn = await freePort()
  const stage = openStage({
    listen: true,
    withWorkers: true,
    settings: ['--smtp-url', sink.url, '--mail-domain', 'opiekun.test', '--smtp-in', String(smtpIn)],
  })
  const job = new MainJob(await stage(), sink, smtpIn)
  t.after(async () => {
    await job.close()
    void sink.close()
  })
  // Each step stands on the one before: after a failure the rest would only repeat it.
  for (const [name, step] of job.steps) if (!(await passed(t, name, step))) break
  assert.deepEqual(job.errors, [], 'no screen threw an error')
})

async function passed(t: TestContext, name: string, step: () => Promise<void>): Promise<boolean> {
  let done = false
  await t.test(name, { timeout: 100_000 }, async () => {
    await step()
    done = true
  })
  return done
}
