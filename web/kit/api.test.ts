import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { addressOf, api, ApiRefusal } from './api.ts'
import { concerns } from './live.ts'

type Seen = { method: string; url: string; key: string | undefined }

/** A server on loopback that answers each request by its turn. */
async function listening(
  t: TestContext,
  answers: ((request: IncomingMessage, response: ServerResponse) => void)[],
) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      key: request.headers['idempotency-key'] as string | undefined,
    })
    request.resume()
    answers[Math.min(seen.length, answers.length) - 1]?.(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  Object.assign(globalThis, { location: new URL(`http://127.0.0.1:${port}`) })
  return seen
}

const json = (status: number, body: unknown) => (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const cut = (request: IncomingMessage) => void request.socket.destroy()

test('a change whose answer was cut off is repeated under the same key', async (t) => {
  const seen = await listening(t, [cut, json(201, { id: 'Z-1' })])
  const ticket = await api.post('/api/tickets', { body: { subject: 'Drukarka' } })
  assert.equal(ticket.id, 'Z-1')
  assert.equal(seen.length, 2)
  assert.ok(seen[0]?.key)
  assert.equal(seen[0]?.key, seen[1]?.key)
})

test('two changes have two keys', async (t) => {
  const seen = await listening(t, [json(201, {})])
  await api.post('/api/tickets', { body: { subject: 'Drukarka' } })
  await api.post('/api/tickets', { body: { subject: 'Drukarka' } })
  assert.notEqual(seen[0]?.key, seen[1]?.key)
})

test('reading carries no key, and empty parts of a query are left out', async (t) => {
  const seen = await listening(t, [json(200, [])])
  await api.get('/api/tickets', { query: { view: 'open', search: '', most: 2 } })
  assert.deepEqual(seen, [{ method: 'GET', url: '/api/tickets?view=open&most=2', key: undefined }])
})

test('a no of the server keeps its code, its facts and its field', async (t) => {
  const error = {
    code: 'nip_checksum',
    facts: { nip: '1234567890' },
    field: 'nip',
    message: 'Ten NIP ma błędną cyfrę.',
  }
  await listening(t, [json(422, { error })])
  const refusal = await api
    .post('/api/clients', { body: { name: 'Jan' } })
    .then(assert.fail, (problem: unknown) => problem)
  assert.ok(refusal instanceof ApiRefusal)
  assert.deepEqual(
    [refusal.status, refusal.code, refusal.field, refusal.facts],
    [422, 'nip_checksum', 'nip', { nip: '1234567890' }],
  )
})

//  what is asked for                                          its address
const addresses: readonly (readonly [string, string])[] = [
  [addressOf('/api/files/{id}', { path: { id: 'a/b c' } }), '/api/files/a%2Fb%20c'],
  [
    addressOf('/api/contracts/{id}/versions/{number}/document', { path: { id: '7', number: 2 } }),
    '/api/contracts/7/versions/2/document',
  ],
]
for (const [given, address] of addresses)
  test(`an address is filled in and its parts are escaped: ${address}`, () => assert.equal(given, address))

//  what changed         what is shown                         fetched again
const shown: readonly (readonly [readonly [string, string?], readonly unknown[], boolean])[] = [
  [['tickets', '7'], ['tickets', { state: 'open' }], true],
  [['tickets', '7'], ['tickets', '7', 'thread'], true],
  [['tickets', '7'], ['tickets', '8'], false],
  [['tickets'], ['tickets', '8'], true],
  [['tickets', '7'], ['invoices'], false],
]
for (const [[topic, id], key, again] of shown) {
  test(`a change of ${topic} ${id ?? ''} and the query ${JSON.stringify(key)}: ${again ? 'fetched again' : 'left alone'}`, () =>
    assert.equal(concerns(key, topic, id), again))
}
