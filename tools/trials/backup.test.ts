/**
 * A backup taken while the program runs comes back whole into an empty folder: the company, its
 * file, the password. What came later is not in it. Nothing that stands is ever overwritten.
 */
import 'temporal-polyfill/global'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '#server/testing/scene.ts'
import { copyProgram, startProgram } from './program.ts'

const marta = { email: 'marta@zuraw.example', password: 'dlugie-haslo-marty' }
const letter = 'Umowa, skan'

test('a backup of a running program comes back whole, and overwrites nothing', async () => {
  const program = copyProgram()
  const [data, empty] = [temporaryFolder('kept'), temporaryFolder('restored')]
  const file = path.join(temporaryFolder('backup'), 'opiekun.tar')
  try {
    const life = await startProgram(program.folder, data, [])
    const owner = await session(life.address, '/api/sign-up', {
      ...marta,
      name: 'Marta Zielińska',
      company: 'Żuraw Serwis',
      trade: 'it',
    })
    await owner('POST', '/api/clients', { name: 'Hotel Wydmy' })
    const { id } = await owner<{ id: string }>('POST', '/api/files?name=skan.txt', Buffer.from(letter))

    const taken = await run(program.folder, 'backup', ['--data', data, '--to', file])
    assert.equal(taken.code, 0, taken.text)
    await owner('POST', '/api/clients', { name: 'Drukarnia Żółw' })
    const again = await run(program.folder, 'backup', ['--data', data, '--to', file])
    assert.deepEqual([again.code, again.text.includes('exists already')], [2, true])
    await life.stop()

    const restored = await run(program.folder, 'restore', ['--from', file, '--data', empty])
    assert.equal(restored.code, 0, restored.text)
    const twice = await run(program.folder, 'restore', ['--from', file, '--data', empty])
    assert.deepEqual([twice.code, twice.text.includes('There is data')], [2, true])

    const second = await startProgram(program.folder, empty, [])
    try {
      const back = await session(second.address, '/api/session', marta)
      const clients = await back<{ name: string }[]>('GET', '/api/clients')
      assert.deepEqual(
        clients.map(({ name }) => name),
        ['Hotel Wydmy'],
      )
      assert.equal(await back<string>('GET', `/api/files/${id}`), letter)
    } finally {
      await second.stop()
    }
  } finally {
    program.remove()
    for (const folder of [data, empty, path.dirname(file)])
      fs.rmSync(folder, { recursive: true, force: true })
  }
})

type Caller = <T>(method: string, place: string, body?: object | Buffer) => Promise<T>

/** Somebody with a session, made by the first request. */
async function session(address: string, door: string, body: object): Promise<Caller> {
  const call = async (cookie: string, method: string, place: string, sent?: object | Buffer) => {
    const isFile = Buffer.isBuffer(sent)
    const headers = {
      cookie,
      'idempotency-key': crypto.randomUUID(),
      ...(sent && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    }
    const text = isFile ? new Uint8Array(sent) : JSON.stringify(sent)
    const answer = await fetch(address + place, { method, headers, ...(sent && { body: text }) })
    const said = await answer.text()
    assert.ok(answer.ok, `${method} ${place}: ${answer.status} ${said}`)
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { cookies: answer.headers.getSetCookie(), said: isJson ? JSON.parse(said) : said }
  }
  const { cookies } = await call('', 'POST', door, body)
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  return async (method, place, sent) => (await call(cookie, method, place, sent)).said
}

/** As `npm run backup` and `npm run restore` do it. */
async function run(folder: string, name: 'backup' | 'restore', args: string[]) {
  const node = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    import.meta.resolve('temporal-polyfill/global'),
  ]
  const program = path.join(folder, 'server', 'plumbing', 'backup', `${name}.ts`)
  const child = spawn(process.execPath, [...node, program, ...args], { cwd: folder })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const [code] = (await once(child, 'close')) as [number]
  return { code, text }
}
