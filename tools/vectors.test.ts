import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { runFiles } from './vectors.ts'

const office = { mon: [['08:00', '16:00']] }
const due = {
  id: 'own-1',
  kind: 'due',
  timezone: 'Europe/Warsaw',
  weekly: office,
  start: '2026-11-23T08:00:00Z',
  target_minutes: 60,
}

//  what it shows                          content of the file                                            what is said
const files: readonly (readonly [string, string, RegExp[]])[] = [
  [
    'a case that holds',
    JSON.stringify({ vectors: [{ ...due, expected_due: '2026-11-23T09:00:00Z' }] }),
    [/^1 passed, 0 failed$/],
  ],
  [
    'an instant written with another offset',
    JSON.stringify([{ ...due, expected_due: '2026-11-23T10:00:00+01:00' }]),
    [/^1 passed, 0 failed$/],
  ],
  [
    'a case that fails is named with both answers',
    JSON.stringify([{ ...due, expected_due: '2026-11-23T09:01:00Z' }]),
    [/^FAILED own-1: expected "2026-11-23T09:01:00Z", got "2026-11-23T09:00:00Z"$/, /^0 passed, 1 failed$/],
  ],
  [
    'a case of an unknown kind has failed',
    JSON.stringify([{ id: 'x', kind: 'tea' }]),
    [/^FAILED x: no engine can express/, /^0 passed, 1 failed$/],
  ],
  ['a case that is no object', '[7]', [/^FAILED 7: no engine can express/, /^0 passed, 1 failed$/]],
  [
    'a case with a time nobody can read',
    JSON.stringify([{ ...due, start: 'today' }]),
    [/^FAILED own-1: .*RangeError/, /^0 passed, 1 failed$/],
  ],
  ['an empty list', '{"vectors": []}', [/holds no vector\.$/, /^0 passed, 1 failed$/]],
  ['something else', '{"a": 1}', [/holds no list of vectors\.$/, /^0 passed, 1 failed$/]],
  ['an empty file', '', [/cannot be read: /, /^0 passed, 1 failed$/]],
]

for (const [what, content, expected] of files) {
  test(what, async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vectors-'))
    const file = path.join(folder, 'cases.json')
    fs.writeFileSync(file, content)
    const said = await saidOf([file])
    fs.rmSync(folder, { recursive: true })
    assert.equal(said.length, expected.length, said.join('\n'))
    for (const [i, line] of expected.entries()) assert.match(said[i]!, line)
  })
}

test('a file that is not there, and no file at all', async () => {
  assert.match((await saidOf(['/nowhere.json']))[0]!, /nowhere\.json cannot be read/)
  assert.deepEqual(await saidOf([]), ['Name at least one file of vectors.', '0 passed, 1 failed'])
})

const shared = path.join(import.meta.dirname, '../../shared/vectors/sla.json')
const missing = fs.existsSync(shared) ? false : 'the shared vectors are not here'

test('every neutral case of business time passes', { skip: missing }, async () => {
  assert.match((await saidOf([shared])).join('\n'), /^[1-9]\d* passed, 0 failed$/)
})

async function saidOf(paths: string[]): Promise<string[]> {
  const said: string[] = []
  await runFiles(paths, (line) => said.push(line))
  return said
}
