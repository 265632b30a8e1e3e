/** A stream ends with its listener, also when the listener has left before it began. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import { castPassword, setCast } from '#demo/cast.ts'
import { openStage } from '#server/testing/scene.ts'

const stage = openStage({ listen: true })

test('who leaves while the stream is being opened leaves nothing behind', async () => {
  const opened = await stage()
  await setCast(opened)
  const entered = await fetch(`${opened.address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'marta@zuraw.example', password: castPassword }),
  })
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
  const listen = () =>
    http.get(`${opened.address}/api/live`, { agent: false, headers: { cookie } }).on('error', () => {})
  for (let i = 0; i < 20; i++) {
    const request = listen()
    await once(opened.server.server, 'request')
    request.destroy()
  }
  const stayed = listen()
  const [answer] = (await once(stayed, 'response')) as [http.IncomingMessage]
  assert.equal(answer.statusCode, 200)
  assert.match(String((await once(answer, 'data'))[0]), /event: hello/)
  await connectionsLeft(opened.server.server, 2)
  assert.equal(opened.app.live.listeners(), 1)
  answer.destroy()
  await connectionsLeft(opened.server.server, 1)
  assert.equal(opened.app.live.listeners(), 0)
})

async function connectionsLeft(server: http.Server, wanted: number): Promise<void> {
  for (let looked = 0; looked < 100_000; looked++) {
    const open = await new Promise<number>((done) => server.getConnections((_error, n) => done(n)))
    await setImmediate()
    if (open <= wanted) return
  }
  assert.fail(`more than ${wanted} connections stay open`)
}
