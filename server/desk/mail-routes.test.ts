import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { castPassword, setCast, type Cast } from '#demo/cast.ts'
import { asSystem } from '#server/plumbing/context.ts'
import { dovecotMissing, freePort, openDovecot, type Dovecot } from '#server/testing/mail-servers.ts'
import { openStage, type Stage } from '#server/testing/scene.ts'
import { receiveMail } from './mail-receive.ts'

const missing = dovecotMissing()
const needsDovecot = missing ? { skip: missing } : {}
const stage = openStage({ listen: true })
let dovecot: Dovecot | undefined
after(() => dovecot?.close())
let ready: Promise<{ s: Stage; cast: Cast; cookie: string }> | undefined

function set() {
  return (ready ??= (async () => {
    const s = await stage()
    const cast = await setCast(s)
    const body = JSON.stringify({ email: 'marta@zuraw.example', password: castPassword })
    const entered = await fetch(`${s.address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    return { s, cast, cookie: entered.headers.getSetCookie()[0]!.split(';')[0]! }
  })())
}

async function ask(method: string, path: string, body?: object) {
  const { s, cookie } = await set()
  const headers = { Cookie: cookie, ...(body && { 'Content-Type': 'application/json' }) }
  const response = await fetch(`${s.address}${path}`, { method, headers, body: body && JSON.stringify(body) })
  const text = await response.text()
  return {
    status: response.status,
    text,
    headers: response.headers,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
  }
}

test('a mailbox where nobody answers is refused with a sentence at its field', async () => {
  const no = await ask('POST', '/api/mailboxes', {
    host: '127.0.0.1',
    port: await freePort(),
    isSecure: false,
    username: 'serwis',
    password: 'x',
  })
  assert.equal(no.status, 422)
  const { code, field, message } = no.json.error
  assert.deepEqual([code, field], ['mailbox_unreachable', 'host'])
  assert.equal(message, 'Nie udało się połączyć ze skrzynką: serwer nie odpowiada pod tym adresem i portem.')
})

test('a mailbox is added, paused and removed; its password never comes back', needsDovecot, async () => {
  dovecot ??= await openDovecot()
  const { host, port, username, password } = dovecot
  const added = await ask('POST', '/api/mailboxes', { host, port, isSecure: false, username, password })
  assert.equal(added.status, 201)
  const again = await ask('POST', '/api/mailboxes', { host, port, isSecure: false, username, password })
  assert.equal(again.json.id, added.json.id, 'the same mailbox given again is the same')
  const listed = await ask('GET', '/api/mailboxes')
  assert.ok(!listed.text.includes(password) && !listed.text.includes('secret'))
  const { id, version } = listed.json[0]
  const paused = await ask('PATCH', `/api/mailboxes/${id}`, { isPaused: true, version })
  assert.deepEqual([paused.status, paused.json.isPaused], [200, true])
  assert.equal((await ask('PATCH', `/api/mailboxes/${id}`, { isPaused: false, version })).status, 409)
  assert.equal((await ask('DELETE', `/api/mailboxes/${id}`)).status, 204)
  assert.deepEqual((await ask('GET', '/api/mailboxes')).json, [])
})

test('incoming mail is listed with its fate, shown without danger, saved as it came, and made a ticket by a person', async () => {
  const { s, cast } = await set()
  const raw = Buffer.from(
    'From: Sklep <news@sklep.example>\r\nSubject: Promocja\r\nMessage-ID: <n1@sklep.example>\r\nList-Id: <n.sklep.example>\r\nContent-Type: text/html\r\n\r\n<p>Tanio</p><script>x()</script>\r\n',
  )
  const { id } = await asSystem(s.app, cast.tenantId, 'mail', (ctx) =>
    receiveMail(ctx, { raw, source: 'smtp' }),
  )
  const [row] = (await ask('GET', '/api/incoming-mails')).json
  assert.deepEqual([row.id, row.outcome, row.sender], [id, 'automatic', 'news@sklep.example'])
  const original = (await ask('GET', `/api/incoming-mails/${id}`)).json
  assert.deepEqual([original.text, original.html.trim()], ['Tanio', '<p>Tanio</p>'])
  const saved = await ask('GET', `/api/incoming-mails/${id}/raw`)
  assert.deepEqual(
    [saved.text, saved.headers.get('content-disposition')?.split(';')[0]],
    [raw.toString(), 'attachment'],
  )
  const made = await ask('POST', `/api/incoming-mails/${id}/ticket`)
  assert.deepEqual([made.status, made.json.outcome], [201, 'ticket'])
  assert.equal((await ask('POST', `/api/incoming-mails/${id}/ticket`)).json.ticketId, made.json.ticketId)
})
