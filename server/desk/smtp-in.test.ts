import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import nodemailer from 'nodemailer'
import { setCast, type Cast } from '#demo/cast.ts'
import { addClient, addContact } from '#server/contracts/public.ts'
import { openStage, played, type Stage } from '#server/testing/scene.ts'
import { startSmtpIn, type SmtpIn } from './smtp-in.ts'

const stage = openStage({ listen: true })
type Set = { s: Stage; cast: Cast; sandbox: Cast; smtp: SmtpIn }
let ready: Promise<Set> | undefined
after(async () => (await ready)?.smtp.stop())

function set(): Promise<Set> {
  return (ready ??= (async () => {
    const s = await stage()
    s.app.settings.smtpIn = 0
    const cast = await setCast(s)
    const sandbox = await setCast(s, {
      kind: 'sandbox',
      clockNow: Temporal.Instant.from('2027-03-01T09:00:00Z'),
    })
    for (const { ola } of [cast, sandbox]) {
      await played(s, ola, '2026-11-20T08:00', async (ctx) => {
        const bakery = await addClient(ctx, { name: 'Piekarnia Złoty Kłos' })
        await addContact(ctx, bakery.id, { name: 'Jan Młynarczyk', email: 'jan@zlotyklos.example' })
      })
    }
    return { s, cast, sandbox, smtp: await startSmtpIn(s.app) }
  })())
}

let letters = 0
async function send(
  to: string[],
  more: {
    text?: string
    messageId?: string
    envelopeFrom?: string
    attachments?: { filename: string; content: Buffer }[]
  } = {},
) {
  const { smtp } = await set()
  const { envelopeFrom = 'jan@zlotyklos.example', ...rest } = more
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtp.port, secure: false })
  const messageId = rest.messageId ?? `<smtp-${++letters}@zlotyklos.example>`
  const info = await transport.sendMail({
    from: 'Jan Młynarczyk <jan@zlotyklos.example>',
    to,
    subject: 'Piec stoi',
    text: 'Nie działa.',
    ...rest,
    messageId,
    envelope: { from: envelopeFrom, to },
  })
  return { messageId, response: info.response }
}

async function received(tenantId: string, messageId: string) {
  const { s } = await set()
  const { rows } = await s.app.db.pool.query(
    'select i.outcome, i.ticket_id, i.raw_file_id, i.received_at, t.state, t.reported_at from incoming_mails i left join tickets t on t.tenant_id = i.tenant_id and t.id = i.ticket_id where i.tenant_id = $1 and i.message_id = $2',
    [tenantId, messageId],
  )
  return rows as {
    outcome: string
    ticket_id: string
    raw_file_id: string
    received_at: string
    state: string
    reported_at: string
  }[]
}

const refusedWith = (code: number, sending: Promise<unknown>) =>
  assert.rejects(sending, (error: { responseCode?: number }) => error.responseCode === code)

test('a mail sent by SMTP to the company is a ticket when the server says that it is kept', async () => {
  const { cast } = await set()
  const { messageId, response } = await send([`${cast.slug}@opiekun.localhost`])
  assert.match(response, /^250/)
  assert.deepEqual(
    (await received(cast.tenantId, messageId)).map((r) => [r.outcome, r.state]),
    [['ticket', 'received']],
  )
})

test('sent three times it is one ticket', async () => {
  const { s, cast } = await set()
  const messageId = '<thrice@zlotyklos.example>'
  await Promise.all([1, 2, 3].map(() => send([`${cast.slug}+zgloszenia@opiekun.localhost`], { messageId })))
  assert.equal((await received(cast.tenantId, messageId)).length, 1)
  const { rows } = await s.app.db.pool.query(
    'select count(*)::int as n from messages where mail_message_id = $1',
    [messageId],
  )
  assert.equal(rows[0].n, 1)
})

test('an answer without a return path changes nothing', async () => {
  const { cast } = await set()
  const { messageId } = await send([`${cast.slug}@opiekun.localhost`], { envelopeFrom: '' })
  assert.deepEqual(
    (await received(cast.tenantId, messageId)).map((r) => r.outcome),
    ['autoReply'],
  )
})

test("nobody else's mail is taken", async () => {
  for (const nobody of ['nikogo-takiego@opiekun.localhost', '+x@opiekun.localhost'])
    await refusedWith(550, send([nobody]))
})

test('a mail to two companies reaches both, a sandbox at its own time', async () => {
  const { cast, sandbox } = await set()
  const { messageId } = await send([
    `${cast.slug}@opiekun.localhost`,
    `${sandbox.slug.toUpperCase()}@opiekun.localhost`,
  ])
  assert.equal((await received(cast.tenantId, messageId)).length, 1)
  const [inSandbox] = await received(sandbox.tenantId, messageId)
  assert.deepEqual(
    [inSandbox?.received_at, inSandbox?.reported_at],
    ['2027-03-01T09:00:00Z', '2027-03-01T09:00:00Z'],
  )
})

test('a message of 50 MB is refused by its size; one of 30 MB is kept and its large attachment named', async () => {
  const { s, cast } = await set()
  const to = [`${cast.slug}@opiekun.localhost`]
  await refusedWith(
    552,
    send(to, { attachments: [{ filename: 'film.mp4', content: Buffer.alloc(37 * 1024 * 1024) }] }),
  )
  const { messageId } = await send(to, {
    attachments: [{ filename: 'kopia.zip', content: Buffer.alloc(25 * 1024 * 1024 + 1, 'a') }],
  })
  const [kept] = await received(cast.tenantId, messageId)
  const { rows } = await s.app.db.pool.query('select text_body from messages where mail_message_id = $1', [
    messageId,
  ])
  assert.match(rows[0].text_body, /Nie zapisano załączników.*kopia\.zip/)
  assert.ok(kept?.raw_file_id)
})

test('when we cannot keep it, the sender is asked to come again, and nothing is left behind', async () => {
  const { s, cast } = await set()
  const to = [`${cast.slug}@opiekun.localhost`]
  await s.app.db.pool.query('alter table messages rename to messages_away')
  await refusedWith(451, send(to, { messageId: '<later@zlotyklos.example>' }))
  await s.app.db.pool.query('alter table messages_away rename to messages')
  assert.deepEqual(await received(cast.tenantId, '<later@zlotyklos.example>'), [])
  await send(to, { messageId: '<later@zlotyklos.example>' })
  assert.deepEqual(
    (await received(cast.tenantId, '<later@zlotyklos.example>')).map((r) => r.outcome),
    ['ticket'],
  )
})

test("raw mail comes in over HTTP with the company's secret, and not with another", async () => {
  const { s, cast } = await set()
  const { rows } = await s.app.db.pool.query('select intake_secret from tenants where tenant_id = $1', [
    cast.tenantId,
  ])
  const post = (slug: string, secret: string, body: string) =>
    fetch(`${s.address}/api/public/mail/${slug}`, {
      method: 'POST',
      headers: { 'Content-Type': 'message/rfc822', Authorization: `Bearer ${secret}` },
      body,
    })
  const raw =
    'From: jan@zlotyklos.example\r\nSubject: Waga\r\nMessage-ID: <http-1@zlotyklos.example>\r\n\r\nNie waży.\r\n'
  const [first, again] = [
    await post(cast.slug, rows[0].intake_secret, raw),
    await post(cast.slug, rows[0].intake_secret, raw),
  ]
  assert.equal(first.status, 202)
  const [one, two] = [await first.json(), await again.json()] as {
    outcome: string
    ticketId: string
    isRepeated: boolean
  }[]
  assert.deepEqual(
    [one!.outcome, one!.isRepeated, two!.isRepeated, two!.ticketId],
    ['ticket', false, true, one!.ticketId],
  )
  for (const [slug, secret, body, status, code] of [
    [cast.slug, 'zgaduje', raw, 403, 'intake_secret_wrong'],
    ['nikogo-takiego', 'zgaduje', raw, 404, 'mail_recipient_unknown'],
    [cast.slug, rows[0].intake_secret as string, '', 422, 'mail_unreadable'],
  ] as const) {
    const no = await post(slug, secret, body)
    assert.deepEqual(
      [no.status, ((await no.json()) as { error: { code: string } }).error.code],
      [status, code],
    )
  }
})
