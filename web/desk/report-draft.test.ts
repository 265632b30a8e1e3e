import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  afterSending,
  draftOf,
  emptyDraft,
  keepDraft,
  problemOfFile,
  problemsOf,
  type ReportDraft,
} from './report-draft.ts'

function drawer() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const written: ReportDraft = {
  email: 'jan@piekarnia.example',
  name: 'Jan Młynarczyk',
  subject: 'Drukarka etykiet nie drukuje',
  description: 'Świeci lampka „Paper”.',
  proposedPriority: 'critical',
  files: [{ id: 'f1', name: 'lampka.jpg', bytes: 120_000 }],
}
const day = 86_400_000

test('what was typed is there again after the tab was closed', () => {
  const store = drawer()
  keepDraft(store, 'zuraw', written, 0)
  assert.deepEqual(draftOf(store, 'zuraw', day), written)
})

test('the draft for one company is not shown on the form of another', () => {
  const store = drawer()
  keepDraft(store, 'zuraw', written, 0)
  assert.deepEqual(draftOf(store, 'dzwigi', day), emptyDraft)
})

test('a draft older than two weeks is not brought back', () => {
  const store = drawer()
  keepDraft(store, 'zuraw', written, 0)
  assert.deepEqual(draftOf(store, 'zuraw', 15 * day), emptyDraft)
})

test('an emptied form leaves nothing behind', () => {
  const store = drawer()
  keepDraft(store, 'zuraw', written, 0)
  keepDraft(store, 'zuraw', emptyDraft, 1)
  assert.equal(store.kept.size, 0)
})

test('after sending only the person is still known', () => {
  assert.deepEqual(afterSending(written), { ...emptyDraft, email: written.email, name: written.name })
})

test('a browser that keeps nothing or kept rubbish still shows an empty form', () => {
  const store = drawer()
  store.setItem('opiekun-report-zuraw', '{"keptAt":0,"email":7,"files":[{"id":1}],"proposedPriority":"now"}')
  assert.deepEqual(draftOf(store, 'zuraw', 1), emptyDraft)
  store.setItem('opiekun-report-zuraw', '{broken')
  assert.deepEqual(draftOf(store, 'zuraw', 1), emptyDraft)
  assert.deepEqual(draftOf(undefined, 'zuraw', 1), emptyDraft)
})

//  what it shows                email                 subject   problems
const reports = [
  ['everything that is needed', 'jan@piekarnia.example', 'Stoi', {}],
  ['no address', ' ', 'Stoi', { email: 'needEmail' }],
  ['an address without a place', 'jan@piekarnia', 'Stoi', { email: 'badEmail' }],
  ['an address with a space', 'jan m@piekarnia.example', 'Stoi', { email: 'badEmail' }],
  ['nothing at all', '', '', { email: 'needEmail', subject: 'needSubject' }],
] as const
for (const [what, email, subject, problems] of reports)
  test(`a report with ${what}`, () =>
    assert.deepEqual(problemsOf({ ...emptyDraft, email, subject }), problems))

//  what it shows             bytes              already  problem
const files = [
  ['exactly 25 MB', 25 * 1024 * 1024, 0, undefined],
  ['one byte over 25 MB', 25 * 1024 * 1024 + 1, 0, 'tooLarge'],
  ['an empty file', 0, 0, 'empty'],
  ['the twenty-first file', 10, 20, 'tooMany'],
] as const
for (const [what, bytes, already, problem] of files)
  test(`a chosen file: ${what}`, () => assert.equal(problemOfFile(bytes, already), problem))
