/**
 * The web has no private door: it asks the server through the generated client alone, and
 * that client is what the running server says.
 */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { toldRoutes } from '#server/plumbing/http/tell-routes.ts'
import { openStage } from '#server/testing/scene.ts'
import { webClient } from '#tools/web-client.ts'

const root = path.join(import.meta.dirname, '..')
const clientFile = 'web/generated/client.ts'

/** The two places that touch the net: every call and every upload; the stream of live updates. */
const doors: Readonly<Record<string, string>> = {
  'web/kit/api.ts': 'fetch(',
  'web/kit/live.ts': 'EventSource(',
}
/** No part of the OpenAPI document: streams, not answers. */
const streams = ['/api/live', '/api/panel/live']

const files = fs
  .readdirSync(path.join(root, 'web'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('web', file))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^web\/(dist|generated)\//.test(file))
  .map((file) => ({ file, text: withoutComments(fs.readFileSync(path.join(root, file), 'utf8')) }))

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}

test('the check of calls saw the web', () => {
  assert.ok(files.length > 100, `saw only ${files.length} files`)
  const calls = files.flatMap(({ text }) => [
    ...text.matchAll(/\bapi\s*\.(get|post|put|patch|delete|upload)\(/g),
  ])
  assert.ok(calls.length > 100, `saw only ${calls.length} calls`)
})

test('only the kit touches the net', () => {
  const touching = files.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(fetch|XMLHttpRequest|EventSource|WebSocket|sendBeacon)\(/g)]
      .map(([call]) => call)
      .filter((call) => doors[file] !== call)
      .map((call) => `${file}: ${call}`),
  )
  assert.deepEqual(touching, [])
  for (const [door, call] of Object.entries(doors))
    assert.ok(
      files.some(({ file, text }) => file === door && text.includes(call)),
      `${door} has no ${call}`,
    )
})

test('every address of the server in the web is one that the generated client knows', () => {
  const client = fs.readFileSync(path.join(root, clientFile), 'utf8')
  const known = new Set([...client.matchAll(/^ {4}'(\/api\/[^']+)':/gm)].map(([, address]) => address!))
  assert.ok(known.size > 80, `the client knows only ${known.size} addresses`)
  const unknown = files.flatMap(({ file, text }) =>
    [...text.matchAll(/(['"`])((?:https?:\/\/[^'"`/]*)?\/api\b[^'"`]*)\1/g)]
      .map(([, , address]) => address!)
      .filter((address) => !known.has(address) && !streams.includes(address))
      .map((address) => `${file}: ${address}`),
  )
  assert.deepEqual(unknown, [])
})

const stage = openStage()

test('the committed client is what the server says; otherwise `npm run generate`', async () => {
  const { server } = await stage()
  await server.ready()
  const now = await webClient(server.swagger())
  const kept = fs.readFileSync(path.join(root, clientFile), 'utf8')
  const other = now.split('\n').find((line, i) => line !== kept.split('\n')[i])
  assert.ok(now === kept, `differs first at: ${other}`)
})

test('answers of the API have names, so that each stands once in the document', async () => {
  const { server } = await stage()
  const document = server.swagger() as {
    paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>
  }
  const bare: string[] = []
  let seen = 0
  for (const [url, methods] of Object.entries(document.paths ?? {}))
    for (const [method, { responses = {} }] of Object.entries(methods)) {
      seen += 1
      if (propertiesIn(responses) > 24) bare.push(`${method.toUpperCase()} ${url}`)
    }
  assert.ok(seen > 100, `saw only ${seen} routes`)
  assert.deepEqual(bare, [], 'name the shapes with nameShapes')
  assert.ok(JSON.stringify(document).length < 600_000)
})

test('every route of the API says what it does, and nothing is told of a route that is not there', async () => {
  const { server } = await stage()
  const { paths = {} } = server.swagger() as { paths?: Record<string, Record<string, { summary?: string }>> }
  const routes = Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => ({
      name: `${method.toUpperCase()} ${url}`,
      summary,
    })),
  )
  const silent = routes.filter(({ summary }) => !summary).map(({ name }) => name)
  assert.deepEqual(silent, [], 'say it with tellRoutes, beside the route')
  assert.deepEqual(
    toldRoutes().filter((name) => !routes.some((route) => route.name === name)),
    [],
  )
})

function propertiesIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  const own = 'properties' in node && node.properties ? Object.keys(node.properties).length : 0
  return Object.values(node).reduce((sum: number, part) => sum + propertiesIn(part), own)
}
