import assert from 'node:assert/strict'
import { test } from 'node:test'
import nodemailer from 'nodemailer'
import { setCast, type Cast } from '#demo/cast.ts'
import { addClient, addContact } from '#server/contracts/public.ts'
import { asSystem } from '#server/plumbing/context.ts'
import { sendMail } from '#server/plumbing/mail/mail-out.ts'
import { openStage, played, type Stage } from '#server/testing/scene.ts'
import { incomingMail, incomingMailsOf, rawMail } from './mail-log.ts'
import { receiveMail, reportRecordedMail, type ReceivedMail } from './mail-receive.ts'
import { writeMessage } from './write-message.ts'

const stage = openStage()
const jan = 'Jan Młynarczyk <jan@zlotyklos.example>'
let ready: Promise<{ s: Stage; cast: Cast }> | undefined

/** Żuraw Serwis with the bakery: Jan and Hanna write for it; the hotel has its own porter. */
function set(): Promise<{ s: Stage; cast: Cast }> {
  return (ready ??= (async () => {
    const s = await stage()
    const cast = await setCast(s)
    await played(s, cast.ola, '2026-11-20T08:00', async (ctx) => {
      const bakery = await addClient(ctx, { name: 'Piekarnia Złoty Kłos' })
      await addContact(ctx, bakery.id, { name: 'Jan Młynarczyk', email: 'jan@zlotyklos.example' })
      await addContact(ctx, bakery.id, { name: 'Hanna Młynarczyk', email: 'hanna@zlotyklos.example' })
      const hotel = await addClient(ctx, { name: 'Hotel Latarnia' })
      await addContact(ctx, hotel.id, { name: 'Portier', email: 'portier@latarnia.example' })
    })
    return { s, cast }
  })())
}

let letters = 0
const newId = (): string => `<${++letters}.${process.pid}@zlotyklos.example>`

type Letter = { from?: string; subject?: string; text?: string; id?: string; headers?: string[] }
function mime({
  from = jan,
  subject = 'Piec stoi',
  text = 'Nie działa piec numer 2.',
  id = newId(),
  headers = [],
}: Letter = {}): Buffer {
  const lines = [
    `From: ${from}`,
    'To: zuraw-serwis@opiekun.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    ...(id ? [`Message-ID: ${id}`] : []),
    'Date: Fri, 20 Nov 2026 15:40:00 +0100',
  ]
  return Buffer.from(
    [
      ...lines,
      ...(headers.some((h) => /^content-type/i.test(h)) ? [] : ['Content-Type: text/plain; charset=utf-8']),
      ...headers,
      '',
      text,
      '',
    ].join('\r\n'),
  )
}

async function arrives(
  letter: Letter | Buffer,
  how: { source?: 'smtp' | 'imap' | 'http'; envelopeFrom?: string } = {},
): Promise<ReceivedMail> {
  const { s, cast } = await set()
  const raw = Buffer.isBuffer(letter) ? letter : mime(letter)
  return asSystem(s.app, cast.tenantId, 'mail', (ctx) => receiveMail(ctx, { raw, source: 'http', ...how }))
}

async function rows<T>(sql: string, ...values: unknown[]): Promise<T[]> {
  const { s } = await set()
  return (await s.app.db.pool.query(sql, values)).rows as T[]
}

const ticketsOf = (id: string) =>
  rows<{ id: string }>(
    'select id from tickets t where exists (select 1 from incoming_mails i where i.ticket_id = t.id and i.message_id = $1)',
    id,
  )
const textsOf = async (conversationId: string | null) =>
  (
    await rows<{ text_body: string }>(
      'select text_body from messages where conversation_id = $1 order by at, id',
      conversationId,
    )
  ).map((m) => m.text_body)
const ticket = async (id: string | null) =>
  (
    await rows<{
      state: string
      subject: string
      held_because: string | null
      number: number
      follows_id: string | null
    }>('select * from tickets where id = $1', id)
  )[0]!

test('a mail of a known person becomes a ticket with its text, and the raw message is kept as it came', async () => {
  const { s, cast } = await set()
  const raw = mime({ subject: 'Odp: Piec stoi', text: 'Nie działa piec numer 2.\n\n-- \nJan' })
  const received = await arrives(raw)
  assert.equal(received.outcome, 'ticket')
  const made = await ticket(received.ticketId)
  assert.deepEqual([made.subject, made.held_because], ['Piec stoi', null])
  assert.deepEqual(await textsOf(received.conversationId), ['Nie działa piec numer 2.'])
  const kept = await played(s, cast.ola, '2026-11-20T16:00', (ctx) => rawMail(ctx, received.id))
  assert.deepEqual(kept.content, raw)
})

test('the same mail delivered three times, also at the same moment and by three ways, is one ticket', async () => {
  const id = newId()
  const raw = mime({ id })
  const all = await Promise.all([
    arrives(raw, { source: 'smtp' }),
    arrives(Buffer.concat([Buffer.from('Received: from mx.example by imap.example\r\n'), raw]), {
      source: 'imap',
    }),
    arrives(raw),
  ])
  assert.equal(new Set(all.map((r) => r.id)).size, 1)
  assert.deepEqual(all.map((r) => r.isRepeated).sort(), [false, true, true])
  assert.equal((await ticketsOf(id)).length, 1)
})

test('a mail without a Message-ID is recognised by what it says', async () => {
  const [first, again] = [
    await arrives({ id: '', text: 'Alarm 17' }),
    await arrives({ id: '', text: 'Alarm 17' }),
  ]
  const other = await arrives({ id: '', text: 'Alarm 18' })
  assert.equal(first.id, again.id)
  assert.notEqual(first.id, other.id)
})

test('another message under a used Message-ID is not lost', async () => {
  const id = newId()
  const [first, second] = [
    await arrives({ id, text: 'Alarm: drzwi' }),
    await arrives({ id, text: 'Alarm: okno' }),
  ]
  const withFooter = await arrives({ id, text: 'Alarm: okno\n\nSprawdzono programem antywirusowym.' })
  assert.notEqual(first.ticketId, second.ticketId)
  assert.deepEqual([withFooter.isRepeated, withFooter.id], [true, second.id])
})

test("a reply continues the ticket: by the client's own mail, by ours, and by the subject alone", async () => {
  const { s, cast } = await set()
  const id = newId()
  const begun = await arrives({ id })
  const own = await arrives({ text: 'Dopisuję: piec numer 3 też.', headers: [`References: ${id}`] })
  const answer = await played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
    sendMail(ctx, {
      kind: 'ticket_reply',
      to: [{ address: 'jan@zlotyklos.example' }],
      subject: 'x',
      text: 'x',
      subjectKind: 'ticket',
      subjectId: begun.ticketId!,
    }),
  )
  const ours = await arrives({
    from: 'Hanna <hanna@zlotyklos.example>',
    text: 'Jestem na miejscu.\n\nW dniu 20.11.2026 o 15:50 Ola pisze:\n> x',
    headers: [`In-Reply-To: ${answer.messageId}`],
  })
  const { number } = await ticket(begun.ticketId)
  const bySubject = await arrives({ subject: `RE: [Z-${number}] Piec stoi`, text: 'Dziękuję.' })
  for (const reply of [own, ours, bySubject])
    assert.deepEqual([reply.outcome, reply.ticketId], ['message', begun.ticketId])
  assert.deepEqual(await textsOf(begun.conversationId), [
    'Nie działa piec numer 2.',
    'Dopisuję: piec numer 3 też.',
    'Jestem na miejscu.',
    'Dziękuję.',
  ])
})

test('a stranger who knows the number does not get into the conversation; the mail is reported and linked', async () => {
  const id = newId()
  const begun = await arrives({ id })
  const { number } = await ticket(begun.ticketId)
  for (const letter of [{ subject: `RE: [Z-${number}] Piec` }, { headers: [`In-Reply-To: ${id}`] }]) {
    const foreign = await arrives({ ...letter, from: 'Portier <portier@latarnia.example>' })
    assert.equal(foreign.outcome, 'ticket')
    assert.notEqual(foreign.ticketId, begun.ticketId)
    assert.equal((await ticket(foreign.ticketId)).follows_id, begun.ticketId)
  }
  assert.equal((await textsOf(begun.conversationId)).length, 1)
})

test('a colleague who answers an alarm by mail writes an internal note', async () => {
  const { s, cast } = await set()
  const begun = await arrives({})
  const alarm = await played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
    sendMail(ctx, {
      kind: 'clock_warning',
      to: [{ address: 'ola@zuraw.example' }],
      subject: 'x',
      text: 'x',
      subjectKind: 'ticket',
      subjectId: begun.ticketId!,
    }),
  )
  const note = await arrives({
    from: 'Ola <ola@zuraw.example>',
    text: 'Jadę.',
    headers: [`In-Reply-To: ${alarm.messageId}`],
  })
  assert.equal(note.outcome, 'note')
  const [internal] = await rows<{ is_internal: boolean }>(
    `select is_internal from messages where conversation_id = $1 and text_body = 'Jadę.'`,
    begun.conversationId,
  )
  assert.equal(internal?.is_internal, true)
})

//  who writes                    its headers                                              envelope from     what is recorded
const machines: [string, string[], string | undefined, string][] = [
  ['a holiday answer', ['Auto-Submitted: auto-replied'], undefined, 'autoReply'],
  ['an answer to nobody', [], '', 'autoReply'],
  ['a newsletter', ['List-Id: <nowosci.example>'], undefined, 'automatic'],
]

for (const [what, headers, envelopeFrom, outcome] of machines) {
  test(`${what} is recorded and changes nothing`, async () => {
    const { s, cast } = await set()
    const id = newId()
    const begun = await arrives({ id })
    const before = await rows('select * from ticket_log where ticket_id = $1', begun.ticketId)
    const automatic = await arrives({ headers: [...headers, `In-Reply-To: ${id}`] }, { envelopeFrom })
    assert.deepEqual([automatic.outcome, automatic.ticketId], [outcome, null])
    assert.deepEqual(await rows('select * from ticket_log where ticket_id = $1', begun.ticketId), before)
    assert.equal((await textsOf(begun.conversationId)).length, 1)
    const reported = await played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
      reportRecordedMail(ctx, automatic.id),
    )
    assert.equal(reported.outcome, 'ticket', 'a person may still make it a ticket')
  })
}

test('a bounce is written beside the mail that did not arrive', async () => {
  const { s, cast } = await set()
  const sent = await played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
    sendMail(ctx, { kind: 'letter', to: [{ address: 'nikt@zlotyklos.example' }], subject: 'x', text: 'x' }),
  )
  const bounce = await arrives(
    {
      from: 'MAILER-DAEMON@mx.example',
      headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary=q'],
      text: `--q\r\n\r\nSorry\r\n--q\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nAction: failed\r\nDiagnostic-Code: smtp; 550 no such person\r\n--q\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${sent.messageId}\r\n--q--`,
    },
    { envelopeFrom: '' },
  )
  assert.equal(bounce.outcome, 'bounce')
  assert.deepEqual(await rows('select state, last_error from mails where id = $1', sent.id), [
    { state: 'failed', last_error: '550 no such person' },
  ])
})

test('our own mail that comes back is a loop, even when a server on the way has renamed it', async () => {
  const { s, cast } = await set()
  const sent = await played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
    sendMail(ctx, { kind: 'letter', to: [{ address: 'jan@zlotyklos.example' }], subject: 'x', text: 'x' }),
  )
  assert.equal((await arrives({ id: sent.messageId })).outcome, 'loop')
  assert.equal((await arrives({ headers: [`X-Opiekun: ${sent.id}`] })).outcome, 'loop')
})

//  what arrived                     raw
const broken: [string, string][] = [
  [
    'a multipart without boundary',
    `From: ${jan}\r\nMessage-ID: <broken-1@zlotyklos.example>\r\nSubject: Piec\r\nContent-Type: multipart/mixed\r\n\r\nNie dziala piec.`,
  ],
  ['text without a head', 'Nie dziala piec, prosze przyjechac'],
  [
    'bytes that mean nothing',
    Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 7919) % 256)).toString('latin1'),
  ],
  ['nothing but an empty line', '\r\n'],
]

for (const [what, raw] of broken) {
  test(`broken mail (${what}) is kept and waits at the gate as a ticket, once`, async () => {
    const { s, cast } = await set()
    const [received, again] = [
      await arrives(Buffer.from(raw, 'latin1')),
      await arrives(Buffer.from(raw, 'latin1')),
    ]
    assert.deepEqual([received.outcome, again.id], ['broken', received.id])
    assert.ok((await ticket(received.ticketId)).held_because)
    assert.match((await textsOf(received.conversationId)).join(), /Oryginał jest zachowany/)
    const kept = await played(s, cast.ola, '2026-11-20T16:00', (ctx) => rawMail(ctx, received.id))
    assert.deepEqual(kept.content, Buffer.from(raw, 'latin1'))
  })
}

test('mail that its own server calls forged waits at the gate, also as an answer', async () => {
  const id = newId()
  const begun = await arrives({ id })
  const forged = await arrives(
    {
      headers: [
        `In-Reply-To: ${id}`,
        'Authentication-Results: mx.zuraw.example; dmarc=fail header.from=zlotyklos.example',
      ],
    },
    { source: 'imap' },
  )
  assert.notEqual(forged.ticketId, begun.ticketId)
  assert.equal((await ticket(forged.ticketId)).held_because, 'sender_not_confirmed')
})

test('attachments are stored; what we do not take is named in the message and stays in the original', async () => {
  const { s, cast } = await set()
  const photo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const composed = nodemailer.createTransport({ streamTransport: true, buffer: true })
  const { message } = (await composed.sendMail({
    from: jan,
    to: 'zuraw-serwis@opiekun.example',
    subject: 'Zdjęcie',
    text: 'W załączniku.',
    messageId: newId(),
    attachments: [
      { filename: 'piec żółty.png', content: photo },
      { filename: 'program.exe', content: Buffer.from('MZ\u0090\u0000aaaa') },
      { filename: 'rysunek.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ],
  })) as { message: Buffer }
  const received = await arrives(message)
  const [stored] = await rows<{ files: { name: string }[] }>(
    'select files from messages where conversation_id = $1',
    received.conversationId,
  )
  assert.deepEqual(
    stored?.files.map((f) => f.name),
    ['piec żółty.png'],
  )
  assert.match((await textsOf(received.conversationId))[0] ?? '', /program\.exe, rysunek\.svg/)
  const original = await played(s, cast.ola, '2026-11-20T16:00', (ctx) => incomingMail(ctx, received.id))
  assert.deepEqual(
    original.attachments.map((a) => a.name),
    ['piec żółty.png', 'program.exe', 'rysunek.svg'],
  )
})

test('what people of another company received is not seen', async () => {
  const { s } = await set()
  const received = await arrives({})
  const other = await setCast(s, { kind: 'sandbox', clockNow: Temporal.Instant.from('2026-11-20T09:00:00Z') })
  assert.deepEqual(await played(s, other.marta, '2026-11-20T16:00', (ctx) => incomingMailsOf(ctx)), [])
  await assert.rejects(played(s, other.marta, '2026-11-20T16:00', (ctx) => rawMail(ctx, received.id)))
})

test('an answer after the end opens a linked ticket', async () => {
  const { s, cast } = await set()
  const id = newId()
  const begun = await arrives({ id })
  await rows(`update tickets set state = 'closed' where id = $1`, begun.ticketId)
  const late = await arrives({ text: 'Znowu to samo.', headers: [`In-Reply-To: ${id}`] })
  assert.equal(late.outcome, 'ticket')
  assert.equal((await ticket(late.ticketId)).follows_id, begun.ticketId)
  await assert.rejects(
    played(s, cast.ola, '2026-11-20T16:00', (ctx) =>
      writeMessage(ctx, { conversationId: begun.conversationId!, text: ' ', channel: 'desk' }),
    ),
  )
})
