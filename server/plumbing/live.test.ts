/** A page reads first and listens a moment later; what was announced in between reaches it too. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import pg from 'pg'
import { openLive, type Announcement } from './live.ts'
import { freshDatabase } from '#server/testing/scene.ts'
import { openLog } from './log.ts'

test('who listens late hears what was missed, and nothing of another company', async (t) => {
  const database = await freshDatabase()
  const live = await openLive(database.url, openLog('silent'))
  const speaker = new pg.Client({ connectionString: database.url })
  await speaker.connect()
  t.after(async () => {
    await speaker.end()
    await live.close()
    await database.close()
  })
  const heard = { early: [] as Announcement[], late: [] as Announcement[], none: [] as Announcement[] }
  const arrived = new AbortController()
  live.subscribe('zuraw', (a) => {
    heard.early.push(a)
    if (heard.early.length === 2) arrived.abort()
  })
  for (const [tenantId, topic] of [
    ['zuraw', 'tickets'],
    ['mewa', 'invoices'],
    ['zuraw', 'conversations'],
  ])
    await speaker.query(`select pg_notify('opiekun_live', $1)`, [JSON.stringify({ tenantId, topic })])
  if (!arrived.signal.aborted) await once(arrived.signal, 'abort')

  live.subscribe('zuraw', (a) => heard.late.push(a), 60_000)
  live.subscribe('zuraw', (a) => heard.none.push(a))
  assert.deepEqual(
    heard.late.map((a) => a.topic),
    ['tickets', 'conversations'],
  )
  assert.deepEqual(heard.none, [])
})
