import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setCast, type Cast } from '#demo/cast.ts'
import { keepFile } from '#server/plumbing/files/file-store.ts'
import { sendMail, sendMailJob, resendMail } from '#server/plumbing/mail/mail-out.ts'
import { freePort, openSmtpSink, type Manner } from '#server/testing/mail-servers.ts'
import { openStage, played, type Stage } from '#server/testing/scene.ts'

const stage = openStage()
const sink = openSmtpSink()
after(async () => (await sink).close())
let cast: Promise<Cast> | undefined
const letter = {
  kind: 'letter',
  to: [{ address: 'jan@zlotyklos.example', name: 'Jan Młynarczyk' }],
  subject: 'Zgłoszenie przyjęte',
  text: 'Dzień dobry',
}

async function theStage(smtp: 'sink' | 'none' | 'nobody'): Promise<{ s: Stage; who: Cast['ola'] }> {
  const s = await stage()
  s.app.settings.smtpUrl =
    smtp === 'sink' ? (await sink).url : smtp === 'none' ? undefined : `smtp://127.0.0.1:${await freePort()}`
  cast ??= setCast(s)
  return { s, who: (await cast).ola }
}

/** Writes a letter and lets the postman go as often as said. */
async function post(smtp: 'sink' | 'none' | 'nobody', rounds: number, ...manners: Manner[]) {
  const { s, who } = await theStage(smtp)
  ;(await sink).next(...manners)
  const { id, messageId } = await played(s, who, '2026-11-20T10:00', (ctx) => sendMail(ctx, letter))
  for (let round = 0; round < rounds; round++)
    await sendMailJob(s.app, { tenantId: who.tenantId, mailId: id })
  const { rows } = await s.app.db.pool.query(
    'select state, attempts, unanswered, last_error from mails where id = $1',
    [id],
  )
  const waiting = await s.app.db.pool.query(
    `select count(*)::int as n from pgboss.job where data->>'mailId' = $1`,
    [id],
  )
  const caught = (await sink).received.filter((r) => r.messageId === messageId)
  return {
    s,
    who,
    id,
    state: rows[0].state,
    unanswered: rows[0].unanswered,
    error: rows[0].last_error as string | null,
    jobs: waiting.rows[0].n as number,
    arrived: caught.length,
    caught,
  }
}

test('a letter is sent once, however often the postman is called', async () => {
  const sent = await post('sink', 3)
  assert.deepEqual([sent.state, sent.arrived, sent.error], ['sent', 1, null])
  assert.match(sent.caught[0]!.raw, /^Auto-Submitted: auto-generated/m)
  assert.deepEqual(sent.caught[0]!.to, ['jan@zlotyklos.example'])
})

//  what the server does               rounds  its manners                                            state        arrived
const cases: [string, number, Manner[], string, number][] = [
  ['refuses the recipient for good', 1, ['refuseRecipient'], 'failed', 0],
  ['refuses the text for good', 1, ['refuseText'], 'failed', 0],
  ['is busy', 1, ['busy'], 'queued', 0],
  ['is busy and then accepts', 2, ['busy'], 'sent', 1],
  ['hangs up before the text', 1, ['cutBeforeText'], 'queued', 0],
  ['hangs up before the text three times', 4, ['cutBeforeText', 'cutBeforeText', 'cutBeforeText'], 'sent', 1],
  ['takes the text and hangs up', 1, ['cutAfterText'], 'queued', 1],
  ['takes the text, hangs up, then answers', 2, ['cutAfterText'], 'sent', 2],
  ['hangs up inside the text, then answers', 2, ['cutInsideText'], 'sent', 1],
  ['never answers the text', 5, ['cutAfterText', 'cutAfterText', 'cutAfterText'], 'uncertain', 2],
]

for (const [what, rounds, manners, state, arrived] of cases) {
  test(`a server that ${what}: ${state}, arrived ${arrived} times`, async () => {
    const letterNow = await post('sink', rounds, ...manners)
    assert.deepEqual([letterNow.state, letterNow.arrived], [state, arrived], letterNow.error ?? '')
    if (state === 'failed' || state === 'uncertain') assert.ok(letterNow.error)
  })
}

test('where nobody listens the letter waits and comes again by itself', async () => {
  const waiting = await post('nobody', 1)
  assert.deepEqual([waiting.state, waiting.jobs], ['queued', 2])
  assert.match(waiting.error ?? '', /ECONNREFUSED/)
})

test('a letter whose sending was killed after the text began is repeated once and then left to a person', async () => {
  const { s, who } = await theStage('sink')
  const { id, messageId } = await played(s, who, '2026-11-20T10:00', (ctx) => sendMail(ctx, letter))
  const kill = () => s.app.db.pool.query(`update mails set state = 'sending' where id = $1`, [id])
  const stateNow = async () =>
    (await s.app.db.pool.query('select state from mails where id = $1', [id])).rows[0].state as string
  await kill()
  await sendMailJob(s.app, { tenantId: who.tenantId, mailId: id })
  assert.equal(await stateNow(), 'sent')
  await kill()
  await sendMailJob(s.app, { tenantId: who.tenantId, mailId: id })
  assert.equal(await stateNow(), 'uncertain')
  assert.equal((await sink).received.filter((r) => r.messageId === messageId).length, 1)
})

test('without an SMTP server the letter is kept, and sent when a person says so later', async () => {
  const kept = await post('none', 1)
  assert.deepEqual([kept.state, kept.jobs, kept.arrived], ['kept', 0, 0])
  await theStage('sink')
  await played(kept.s, kept.who, '2026-11-20T11:00', (ctx) => resendMail(ctx, kept.id))
  await sendMailJob(kept.s.app, { tenantId: kept.who.tenantId, mailId: kept.id })
  assert.equal(
    (await kept.s.app.db.pool.query('select state from mails where id = $1', [kept.id])).rows[0].state,
    'sent',
  )
})

test('a sandbox writes to nobody who is not on its list, not even when a person asks', async () => {
  const { s } = await theStage('sink')
  const sandbox = (await setSandbox(s)).marta
  const write = (address: string) =>
    played(s, sandbox, '2026-11-20T10:00', (ctx) => sendMail(ctx, { ...letter, to: [{ address }] }))
  const [real, listed] = [await write('jan@zlotyklos.example'), await write('Proba@zuraw.example')]
  await played(s, sandbox, '2026-11-20T10:00', (ctx) => resendMail(ctx, real.id))
  for (const { id } of [real, listed]) await sendMailJob(s.app, { tenantId: sandbox.tenantId, mailId: id })
  const { rows } = await s.app.db.pool.query(
    'select state from mails where id = any($1) order by array_position($1, id)',
    [[real.id, listed.id]],
  )
  assert.deepEqual(
    rows.map((r) => r.state),
    ['kept', 'sent'],
  )
  assert.equal((await sink).received.filter((r) => r.messageId === real.messageId).length, 0)
})

const working = openStage({ withWorkers: true })

test('with the workers running a letter leaves by itself, with what is attached, in its thread', async () => {
  const s = await working()
  s.app.settings.smtpUrl = (await sink).url
  const { ola } = await setCast(s)
  const { messageId } = await played(s, ola, '2026-11-20T10:00', async (ctx) => {
    const file = await keepFile(ctx, {
      name: 'protokół.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('Wymieniono grzałkę.'),
    })
    const attachments = [{ fileId: file.id, name: 'protokół.txt' }]
    return sendMail(ctx, {
      ...letter,
      attachments,
      automatic: false,
      references: ['<a@x>', '<b@x>'],
      inReplyTo: '<b@x>',
      replyTo: 'zuraw@opiekun.example',
    })
  })
  const { raw } = await (await sink).caught((message) => message.messageId === messageId)
  for (const line of [
    /^In-Reply-To: <b@x>/m,
    /^References: <a@x> <b@x>/m,
    /^Reply-To: zuraw@opiekun\.example/m,
    /protok/,
  ])
    assert.match(raw, line)
  assert.doesNotMatch(raw, /^Auto-Submitted/m)
})

async function setSandbox(s: Stage): Promise<Cast> {
  const sandbox = await setCast(s, {
    kind: 'sandbox',
    clockNow: Temporal.Instant.from('2026-11-20T09:00:00Z'),
  })
  await s.app.db.pool.query(
    `update tenants set mail_allow_list = '["proba@zuraw.example"]' where tenant_id = $1`,
    [sandbox.tenantId],
  )
  return sandbox
}
