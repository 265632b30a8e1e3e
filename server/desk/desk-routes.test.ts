/** The desk over HTTP: one key has one effect, the form is open to anybody and tells nothing. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { castPassword } from '#demo/cast.ts'
import { setDesk, type Desk } from '#server/testing/desk-stage.ts'
import { openStage } from '#server/testing/scene.ts'
import type { QueueItem } from './queue.ts'
import type { TicketPage } from './ticket-page.ts'
import type { TicketView } from './ticket-view.ts'

const stage = openStage()
let opened: Promise<{ d: Desk; cookie: string }> | undefined
const signedIn = () => (opened ??= open())

async function open(): Promise<{ d: Desk; cookie: string }> {
  const { server } = await stage()
  const d = await setDesk(await stage())
  const answer = await server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: 'ola@zuraw.example', password: castPassword },
  })
  const [session] = answer.cookies
  return { d, cookie: `${session!.name}=${session!.value}` }
}

type Given = { payload?: object; key?: string; cookie?: string; anonymous?: boolean }

async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  given: Given = {},
): Promise<{ status: number; body: T }> {
  const { server } = await stage()
  const { cookie } = await signedIn()
  const headers = { ...(!given.anonymous && { cookie }), ...(given.key && { 'idempotency-key': given.key }) }
  const answer = await server.inject({
    method,
    url,
    headers,
    ...(given.payload && { payload: given.payload }),
  })
  return { status: answer.statusCode, body: (answer.body ? answer.json() : null) as T }
}

const codeOf = (body: unknown) => (body as { error: { code: string } }).error.code

test('the same report sent twenty times at once with one key is one ticket', async () => {
  const { d } = await signedIn()
  const payload = { contactId: d.bakery.jan.id, subject: 'Kasa nie drukuje', description: 'od rana' }
  const before = (await call<QueueItem[]>('GET', '/api/tickets')).body.length
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      call<TicketView>('POST', '/api/tickets', { payload, key: 'call-from-jan-1' }),
    ),
  )
  assert.deepEqual([...new Set(answers.map((one) => one.status))], [201])
  assert.equal(new Set(answers.map((one) => one.body.id)).size, 1)
  assert.equal((await call<QueueItem[]>('GET', '/api/tickets')).body.length, before + 1)
  const other = await call('POST', '/api/tickets', {
    payload: { ...payload, subject: 'co innego' },
    key: 'call-from-jan-1',
  })
  assert.deepEqual([other.status, codeOf(other.body)], [422, 'key_reused'])
})

test('a ticket lives its life over the API', async () => {
  const { d } = await signedIn()
  const made = await call<TicketView>('POST', '/api/tickets', {
    payload: { contactId: d.bakery.jan.id, subject: 'Skaner', takeOver: true },
  })
  const url = `/api/tickets/${made.body.id}`
  assert.equal(made.body.state, 'inWork')
  assert.equal(
    (
      await call<TicketView>('PUT', `${url}/pause`, {
        payload: { reason: 'waitingForClient', sentence: 'numer seryjny' },
      })
    ).body.state,
    'waiting',
  )
  assert.equal((await call<TicketView>('DELETE', `${url}/pause`)).body.state, 'inWork')
  assert.equal((await call(`POST`, `${url}/timer`, { payload: { place: 'remote' } })).status, 201)
  assert.equal((await call<{ ticketId: string }>('GET', '/api/timer')).body.ticketId, made.body.id)
  assert.equal((await call('PUT', '/api/timer/end', { payload: {} })).status, 200)
  assert.equal(
    (await call('POST', `${url}/messages`, { payload: { text: '', isInternal: true } })).status,
    422,
  )
  assert.equal(
    (await call<TicketView>('PUT', `${url}/resolution`, { payload: { text: 'Wymieniono kabel.' } })).body
      .state,
    'resolved',
  )
  assert.equal((await call<TicketView>('DELETE', `${url}/resolution`)).body.state, 'inWork')
  await call('PUT', `${url}/resolution`, { payload: { text: 'Wymieniono kabel jeszcze raz.' } })
  assert.equal((await call<TicketView>('PUT', `${url}/closure`)).body.state, 'closed')
  const no = await call('PUT', `${url}/resolution`, { payload: { text: 'x' } })
  assert.deepEqual([no.status, codeOf(no.body)], [409, 'ticket_closed'])
  const page = (await call<TicketPage>('GET', url)).body
  assert.equal(page.ticket.state, 'closed')
  assert.ok(page.messages.length >= 3 && page.log.length >= 8 && page.work.length === 1)
  assert.ok(page.price?.ticket, 'the page says which ticket of the package it is')
})

test('the queue answers with groups, the nearest deadline first, what is paused last', async () => {
  const { d } = await signedIn()
  const report = async (subject: string, takeOver = true) =>
    (
      await call<TicketView>('POST', '/api/tickets', {
        payload: { contactId: d.bakery.jan.id, subject, takeOver },
      })
    ).body
  const paused = await report('czeka')
  await call('PUT', `/api/tickets/${paused.id}/pause`, { payload: { reason: 'waitingForClient' } })
  await report('zwykłe')
  const urgent = await report('pilne', false)
  await call('PUT', `/api/tickets/${urgent.id}/priority`, { payload: { priority: 'critical' } })
  const queue = (await call<QueueItem[]>('GET', '/api/tickets')).body
  assert.equal(queue[0]?.id, urgent.id)
  assert.deepEqual(
    [queue.at(-1)?.id, queue.at(-1)?.group, queue.at(-1)?.clock?.state],
    [paused.id, 'paused', 'paused'],
  )
  assert.equal(queue[0]?.group, 'mine')
})

//  what is typed      finds
const searches = [
  ['żółty papier', true],
  ['zolty papier', true],
  ['ZÓŁTY', true],
  ['w treści', true],
  ['100%', false],
  ['zielony', false],
] as const

for (const [typed, found] of searches) {
  test(`searching for "${typed}" ${found ? 'finds the ticket' : 'finds nothing'}`, async () => {
    const { d } = await signedIn()
    await call('POST', '/api/tickets', {
      key: 'search-ticket',
      payload: {
        contactId: d.bakery.jan.id,
        subject: 'Żółty papier w drukarce',
        description: 'szczegóły są w treści',
      },
    })
    const answer = await call<QueueItem[]>('GET', `/api/tickets?search=${encodeURIComponent(typed)}`)
    assert.equal(
      answer.body.some((one) => one.subject === 'Żółty papier w drukarce'),
      found,
    )
  })
}

test('searching sees one company only, however its function is called', async () => {
  const open = await stage()
  const { d } = await signedIn()
  await call('POST', '/api/tickets', {
    payload: { contactId: d.bakery.jan.id, subject: 'Tajemnica piekarni' },
  })
  const other = open.app.newId()
  const found = await open.app.db.inTenant(other, (_tx, client) =>
    client.query(`select search_tickets('tajemnica')`),
  )
  assert.equal(found.rowCount, 0)
  const own = await open.app.db.inTenant(d.cast.tenantId, (_tx, client) =>
    client.query(`select search_tickets('tajemnica')`),
  )
  assert.equal(own.rowCount, 1)
})

test('anybody may report through the form; what is answered does not tell whether we know them', async () => {
  const { d } = await signedIn()
  const form = `/api/public/forms/${d.cast.slug}`
  assert.equal(
    (await call<{ company: string }>('GET', form, { anonymous: true })).body.company,
    'Żuraw Serwis Sp. z o.o.',
  )
  const report = (email: string) =>
    call<{ name: string }>('POST', `${form}/tickets`, {
      anonymous: true,
      payload: { email, subject: 'Nie działa', description: 'nic', proposedPriority: 'critical' },
    })
  const [known, unknown] = [await report('jan@zlotyklos.example'), await report('kto@obcy.example')]
  assert.deepEqual(
    [known.status, unknown.status, Object.keys(known.body), Object.keys(unknown.body)],
    [201, 201, ['name'], ['name']],
  )
  const queue = (await call<QueueItem[]>('GET', '/api/tickets')).body
  assert.deepEqual(
    queue
      .filter((one) => one.subject === 'Nie działa')
      .map((one) => [one.heldBecause, one.priority, one.assignee?.name])
      .sort(),
    [
      ['sender_not_confirmed', 'normal', 'Ola Sadowska'],
      ['unknown_sender', 'normal', 'Marta Zielińska'],
    ],
  )
})

test('a form of nobody is not there, a wrong address is told at its field', async () => {
  const { d } = await signedIn()
  assert.equal((await call('GET', '/api/public/forms/nie-ma', { anonymous: true })).status, 404)
  const no = await call<{ error: { code: string; field: string } }>(
    'POST',
    `/api/public/forms/${d.cast.slug}/tickets`,
    { anonymous: true, payload: { email: 'jan', subject: 'x' } },
  )
  assert.deepEqual([no.body.error.code, no.body.error.field], ['email_invalid', 'email'])
})

test('a file sent with the form goes with the report; a foreign one does not', async () => {
  const { server } = await stage()
  const { d, cookie } = await signedIn()
  const form = `/api/public/forms/${d.cast.slug}`
  const bytes = Buffer.from('błąd E5 o 8:20')
  const sent = await server.inject({
    method: 'POST',
    url: `${form}/files?name=log.txt`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: bytes,
  })
  const staffFile = await server.inject({
    method: 'POST',
    url: '/api/files?name=cennik.txt',
    headers: { 'content-type': 'application/octet-stream', cookie },
    payload: bytes,
  })
  const report = (fileId: string) =>
    call('POST', `${form}/tickets`, {
      anonymous: true,
      payload: { email: 'kto2@obcy.example', subject: 'Plik', fileIds: [fileId] },
    })
  assert.equal((await report(sent.json().id)).status, 201)
  assert.equal((await report(staffFile.json().id)).status, 404)
})

test('the link in the mail confirms once, and says so the second time', async () => {
  const { d } = await signedIn()
  const open = await stage()
  await call('POST', `/api/public/forms/${d.cast.slug}/tickets`, {
    anonymous: true,
    payload: { email: 'ewa@zlotyklos.example', subject: 'Alarm w piekarni' },
  })
  const mail = await open.app.db.inTenant(d.cast.tenantId, (tx) =>
    tx
      .selectFrom('mails')
      .select(['textBody', 'secret'])
      .where('tenantId', '=', d.cast.tenantId)
      .where('kind', '=', 'confirm_sender')
      .orderBy('createdAt', 'desc')
      .executeTakeFirstOrThrow(),
  )
  assert.equal(mail.secret, true)
  const token = /key=([\w-]+)/.exec(mail.textBody)?.[1]
  const confirm = () =>
    call<{ name: string; company: string }>('POST', '/api/public/report-confirmations', {
      anonymous: true,
      payload: { token },
    })
  const first = await confirm()
  assert.deepEqual([first.status, first.body.company], [201, 'Żuraw Serwis Sp. z o.o.'])
  const again = await confirm()
  assert.deepEqual([again.status, codeOf(again.body)], [410, 'link_used'])
  const queue = (await call<QueueItem[]>('GET', '/api/tickets')).body
  assert.equal(queue.find((one) => one.subject === 'Alarm w piekarni')?.state, 'received')
})

test('the messenger: a conversation begins, is read, and becomes a ticket', async () => {
  const { d } = await signedIn()
  const begun = await call<{ conversationId: string }>('POST', '/api/conversations', {
    payload: { contactId: d.bakery.jan.id, subject: 'Przegląd', text: 'Kiedy pasuje?' },
  })
  assert.equal(begun.status, 201)
  const url = `/api/conversations/${begun.body.conversationId}`
  assert.equal((await call('PUT', `${url}/read`)).status, 204)
  const list = (
    await call<{ id: string; unread: number; lastText: string }[]>('GET', '/api/conversations?free=true')
  ).body
  assert.deepEqual(
    list
      .filter((one) => one.id === begun.body.conversationId)
      .map(({ unread, lastText }) => [unread, lastText]),
    [[0, 'Kiedy pasuje?']],
  )
  const ticket = await call<TicketView>('POST', `${url}/ticket`, {
    payload: { subject: 'Przegląd kwartalny' },
  })
  assert.deepEqual([ticket.status, ticket.body.conversationId], [201, begun.body.conversationId])
  const no = await call('POST', `${url}/ticket`, { payload: {} })
  assert.deepEqual([no.status, codeOf(no.body)], [409, 'conversation_has_ticket'])
})
