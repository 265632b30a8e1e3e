/** Who imports whom: the table of the house as data, held against every import line. */
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.join(import.meta.dirname, '..')
const serverRooms = ['plumbing', 'accounts', 'contracts', 'desk', 'billing', 'collection', 'panel'] as const

/** A part of the house → the parts it may import. Rooms may import the rooms below them, through public.ts. */
const mayImport: Record<string, string[]> = {
  engines: ['engines'],
  words: ['words', 'engines'],
  web: ['web', 'words', 'engines'],
  'server/plumbing': ['server/plumbing', 'words', 'engines'],
  ...Object.fromEntries(
    serverRooms
      .slice(1)
      .map((room, i) => [
        `server/${room}`,
        [`server/${room}`, ...serverRooms.slice(0, i + 1).map((r) => `server/${r}`), 'words', 'engines'],
      ]),
  ),
}
// The composition root, the demo, tools, tests of the house and journeys stand above the rooms.
const aboveTheRooms = ['server', 'demo', 'tools', 'house', 'e2e', 'server/testing']

type Import = { file: string; from: string; to: string; target: string; isLazy: boolean }

function sources(): string[] {
  return ['engines', 'words', 'server', 'demo', 'web', 'tools', 'e2e']
    .filter((p) => fs.existsSync(path.join(root, p)))
    .flatMap((place) =>
      fs
        .readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((f) => /\.tsx?$/.test(f) && !f.startsWith('dist') && !f.includes('node_modules'))
        .map((f) => path.posix.join(place, f)),
    )
}

function partOf(file: string): string {
  const [first, second] = file.split('/')
  if (first !== 'server') return first!
  return second && !second.endsWith('.ts') ? `server/${second}` : 'server'
}

function importsOf(file: string): Import[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*(\(?)\s*['"](#[^'"]+|\.{1,2}\/[^'"]+)['"]/g)]
  return found.map(([, bracket, specifier]) => {
    const target = specifier!.startsWith('#')
      ? specifier!.slice(1)
      : path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier!))
    return { file, from: partOf(file), to: partOf(target), target, isLazy: bracket === '(' }
  })
}

const files = sources()
const imports = files.flatMap(importsOf)
const isTest = (file: string): boolean => file.includes('.test.') || file.includes('.bench.')

test('the check of imports saw the house', () => {
  assert.ok(files.length > 100, `saw only ${files.length} files`)
  assert.ok(imports.length > 200, `saw only ${imports.length} imports`)
  for (const part of ['engines', 'words', 'server/plumbing', 'server/accounts', 'web']) {
    assert.ok(
      imports.some((i) => i.from === part),
      `saw no import of ${part}`,
    )
  }
})

test('everybody imports only downwards', () => {
  const wrong = imports.filter(
    (i) => !isTest(i.file) && !aboveTheRooms.includes(i.from) && !mayImport[i.from]?.includes(i.to),
  )
  assert.deepEqual(
    wrong.map((i) => `${i.file} → ${i.target}`),
    [],
  )
})

test('rooms enter other rooms only through their door', () => {
  const rooms = serverRooms.slice(1).map((r) => `server/${r}`)
  const wrong = imports.filter(
    (i) =>
      !isTest(i.file) &&
      (rooms.includes(i.from) || i.from === 'demo') &&
      rooms.includes(i.to) &&
      i.from !== i.to &&
      !i.target.endsWith('/public.ts'),
  )
  assert.deepEqual(
    wrong.map((i) => `${i.file} → ${i.target}`),
    [],
  )
})

test('the kit knows no business noun: it imports no other room of the web', () => {
  const wrong = imports.filter(
    (i) =>
      i.file.startsWith('web/kit/') &&
      i.target.startsWith('web/') &&
      !i.target.startsWith('web/kit/') &&
      !i.target.startsWith('web/generated/') &&
      !isTest(i.file),
  )
  assert.deepEqual(
    wrong.map((i) => `${i.file} → ${i.target}`),
    [],
  )
})

test('no file imports itself in a circle', () => {
  const graph = Map.groupBy(imports, (i) => i.file)
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, trail: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open')
      return void circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    state.set(file, 'open')
    // What is imported later, when it is asked for, closes no circle while files are read.
    for (const { target, isLazy } of graph.get(file) ?? [])
      if (!isLazy && files.includes(target) && !onlyTypes(file, target)) visit(target, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  assert.deepEqual(circles, [])
})

/** A circle of types alone does not exist when the program runs. */
function onlyTypes(file: string, target: string): boolean {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const name = path.posix.basename(target)
  const lines = text.split(/\n(?=import|export)/).filter((l) => l.includes(`/${name}'`))
  return lines.length > 0 && lines.every((l) => /^import type\b/.test(l.trim()))
}

test('files of engines and server are short, or say in their head why not', () => {
  const long = files
    .filter((f) => /^(engines|server)\//.test(f) && !isTest(f) && f !== 'server/plumbing/db/tables.ts')
    .filter((f) => {
      const text = fs.readFileSync(path.join(root, f), 'utf8')
      return text.split('\n').length > 400 && !/long because/i.test(text.slice(0, 1200))
    })
  assert.deepEqual(long, [])
})
