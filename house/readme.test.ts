/** The README's table of settings says what the program knows. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { settingsTable } from '#server/plumbing/settings.ts'

const root = path.join(import.meta.dirname, '..')
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')

test('every setting stands in the README with its variable, and no other', () => {
  const rows = [...readme.matchAll(/^\| `(--[a-z-]+)[^`]*` \| `(OPIEKUN_\w+)` \|/gm)].map(
    ([, flag, env]) => `${flag} ${env}`,
  )
  assert.deepEqual(rows.sort(), settingsTable.map((s) => `${s.flag} ${s.env}`).sort())
})

test('the README leads only to pages that exist', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, target]) => target!)
    .filter((t) => !t.startsWith('http'))
  assert.ok(links.length > 2)
  assert.deepEqual(
    links.filter((target) => !fs.existsSync(path.join(root, target))),
    [],
  )
})
