import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMail } from './mail-parse.ts'

const jan = 'From: Jan Młynarczyk <jan@zlotyklos.example>'
const head = (...lines: string[]): string =>
  [
    'To: zuraw-serwis@opiekun.example',
    'Subject: Piec stoi',
    'Message-ID: <1@zlotyklos.example>',
    ...lines,
  ].join('\n')
const mail = (lines: string[], body = 'Nie działa.') =>
  Buffer.from(`${head(jan, ...lines)}\n\n${body}\n`.replaceAll('\n', '\r\n'))

//  what it is                                   its headers                                                                    envelope from      who wrote it
const natures: [string, string[], string | undefined, string][] = [
  ['an ordinary message', [], 'jan@zlotyklos.example', 'person'],
  ['a message that says it is no automaton', ['Auto-Submitted: no'], undefined, 'person'],
  ['a holiday answer', ['Auto-Submitted: auto-replied (vacation)'], undefined, 'autoReply'],
  ['an old holiday answer', ['X-Autoreply: yes'], undefined, 'autoReply'],
  ['an answer with the precedence of one', ['Precedence: auto_reply'], undefined, 'autoReply'],
  ['anything without a return path', [], '', 'autoReply'],
  ['anything whose return path is empty', ['Return-Path: <>'], undefined, 'autoReply'],
  [
    'a receipt of reading',
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=q'],
    undefined,
    'autoReply',
  ],
  ['a monitoring program', ['Auto-Submitted: auto-generated'], undefined, 'automatic'],
  ['a newsletter', ['List-Unsubscribe: <https://news.example/out>'], undefined, 'automatic'],
  ['bulk mail', ['Precedence: bulk'], undefined, 'automatic'],
  [
    'a report of delivery',
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=q'],
    '',
    'bounce',
  ],
  ['a bounce of an old server', ['X-Failed-Recipients: jan@zlotyklos.example'], undefined, 'bounce'],
]

for (const [what, lines, envelopeFrom, nature] of natures) {
  test(`${what} is written by: ${nature}`, async () =>
    assert.equal((await parseMail(mail(lines), envelopeFrom)).nature, nature))
}

test('a holiday answer that only says so in its subject is recognised, in Polish and in English', async () => {
  for (const subject of ['Automatyczna odpowiedź: Z-2431', 'Automatic reply: Piec', 'Out of Office: Piec']) {
    const raw = Buffer.from(
      `${jan}\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\n\r\nJestem na urlopie.\r\n`,
    )
    assert.equal((await parseMail(raw)).nature, 'autoReply')
  }
  const asked = Buffer.from(`${jan}\r\nSubject: Automatyczna odpowiedz nie dziala\r\n\r\nProszę o pomoc.\r\n`)
  assert.equal((await parseMail(asked)).nature, 'person')
})

//  what arrived                             raw                                                                                       what could be read      is it broken
const broken: [string, string, string, boolean][] = [
  [
    'a multipart without its boundary',
    `${jan}\n${head('Content-Type: multipart/mixed')}\n\nNie działa piec.`,
    'Nie działa piec.',
    true,
  ],
  [
    'a boundary that never comes',
    `${jan}\n${head('Content-Type: multipart/mixed; boundary="b"')}\n\nNie działa.`,
    'Nie działa.',
    true,
  ],
  ['a message without a sender', `${head()}\n\nNie działa.`, 'Nie działa.', true],
  ['a sender without an address', `From: Jan\n${head()}\n\nNie działa.`, 'Nie działa.', true],
  ['text without any head', 'Nie działa piec', 'Nie działa piec', true],
  [
    'too many parts',
    `${jan}\n${head('Content-Type: multipart/mixed; boundary=q')}\n\n${'--q\n\nx\n'.repeat(1100)}--q--\n`,
    '',
    true,
  ],
  ['nothing at all', '', '', true],
  [
    'an attachment cut in the middle',
    `${jan}\n${head('Content-Type: multipart/mixed; boundary=q')}\n\n--q\n\nNie działa.\n--q\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\niVBORw0`,
    'Nie działa.',
    false,
  ],
  [
    'an unknown alphabet',
    `${jan}\n${head('Content-Type: text/plain; charset=x-zuraw')}\n\nNie dziala.`,
    'Nie dziala.',
    false,
  ],
  ['a NUL inside the text', `${jan}\n${head()}\n\nNie \u0000działa.`, 'Nie działa.', false],
]

for (const [what, raw, text, isBroken] of broken) {
  test(`${what}: ${isBroken ? 'broken, yet' : 'not broken,'} what can be read is read`, async () => {
    const read = await parseMail(Buffer.from(raw.replaceAll('\n', '\r\n')))
    assert.equal(read.isBroken, isBroken)
    if (text) assert.equal(read.newText, text)
  })
}

test('a message that is HTML alone becomes text, and nothing dangerous is left in the HTML', async () => {
  const html =
    '<p>Dzień <b>dobry</b></p><script>alert(1)</script><img src="https://spy.example/x"><a href="javascript:alert(1)">tu</a><p onclick="x()" style="position:fixed">Piec</p>'
  const read = await parseMail(mail(['Content-Type: text/html; charset=utf-8'], html))
  assert.match(read.newText, /^Dzień dobry\n\n/)
  assert.doesNotMatch(read.html ?? '', /script|spy|javascript|onclick|style/)
})

test('Polish letters of old programs are read', async () => {
  const raw = Buffer.concat([
    Buffer.from(
      `${jan}\r\nSubject: =?iso-8859-2?Q?za=BF=F3=B3=E6?=\r\nContent-Type: text/plain; charset=windows-1250\r\n\r\n`,
    ),
    Buffer.from([0x70, 0xb3, 0x79, 0x74, 0x61, 0x20, 0xb9]),
  ])
  const read = await parseMail(raw)
  assert.deepEqual([read.subject, read.newText], ['zażółć', 'płyta ą'])
})

test('the nearest answered message comes first', async () => {
  const read = await parseMail(mail(['References: <a@x> <b@x>\n <c@x>', 'In-Reply-To: <c@x>']))
  assert.deepEqual(read.answers, ['<c@x>', '<b@x>', '<a@x>'])
})

test("only the topmost verdict on the sender counts: it is the receiving server's own", async () => {
  const fails = await parseMail(
    mail([
      'Authentication-Results: mx.zuraw.example; spf=fail;\n dmarc=fail header.from=zlotyklos.example',
      'Authentication-Results: mx.forger.example; dmarc=pass',
    ]),
  )
  const passes = await parseMail(
    mail([
      'Authentication-Results: mx.zuraw.example; dmarc=pass',
      'Authentication-Results: mx.other.example; dmarc=fail',
    ]),
  )
  assert.deepEqual(
    [fails.failsDmarc, passes.failsDmarc, (await parseMail(mail([]))).failsDmarc],
    [true, false, false],
  )
})

test('a bounce says of which message it speaks, for good or not yet', async () => {
  const report = (action: string) =>
    Buffer.from(
      `From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=q\n\n--q\n\nSorry.\n--q\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; jan@zlotyklos.example\nAction: ${action}\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n no such person\n--q\nContent-Type: text/rfc822-headers\n\nMessage-ID: <ours@opiekun.example>\n--q--\n`,
    )
  const final = (await parseMail(report('failed'), '')).bounce
  assert.deepEqual([final?.isFinal, final?.reason], [true, '550 5.1.1 no such person'])
  assert.ok(final?.about.includes('<ours@opiekun.example>'))
  assert.equal((await parseMail(report('delayed'), '')).bounce?.isFinal, false)
  assert.equal((await parseMail(report('delivered'), '')).bounce, undefined)
})
