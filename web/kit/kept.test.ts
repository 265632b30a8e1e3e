/** A form that keeps what was typed until it is saved. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { createKept, type Memory, type Seen } from './kept.ts'

type Form = { name: string }
const saved = (name: string, version = 1): Seen<Form> => ({ version, value: { name } })
const typing = (name: string) => () => ({ name })

function browser(first?: Seen<Form>): Memory<Form> & { kept: () => Seen<Form> | undefined } {
  let kept = first
  return { read: () => kept, write: (next) => (kept = next), kept: () => kept }
}
function opened(memory = browser(), server = saved('Biura')) {
  let ms = 0
  const form = createKept(server, memory, () => (ms += 1000))
  return { form, memory }
}

test('what is typed is kept at once, with the version that was seen', () => {
  const { form, memory } = opened()
  form.change(typing('Biura 24/7'))
  assert.deepEqual(memory.kept(), saved('Biura 24/7'))
  assert.equal(form.view().isDirty, true)
})

test('a page that is opened again goes on where it was left', () => {
  const { form, memory } = opened()
  form.change(typing('Biura 24/7'))
  const { value, isRestored, isDirty } = opened(memory).form.view()
  assert.deepEqual([value.name, isRestored, isDirty], ['Biura 24/7', true, true])
})

test('what was saved meanwhile by itself is not told as restored', () => {
  const memory = browser(saved('Biura 24/7'))
  const { form } = opened(memory, saved('Biura 24/7', 2))
  assert.deepEqual([form.view().isRestored, form.view().version, memory.kept()], [false, 2, undefined])
})

test('every change is undone and done again until it is saved', () => {
  const { form } = opened()
  form.change(typing('a'))
  form.change(typing('b'))
  form.undo()
  assert.equal(form.view().value.name, 'a')
  form.undo()
  assert.deepEqual(
    [form.view().value.name, form.view().isDirty, form.view().canUndo],
    ['Biura', false, false],
  )
  form.redo()
  assert.equal(form.view().value.name, 'a')
  form.settle(saved('a', 2))
  assert.deepEqual([form.view().canUndo, form.view().canRedo, form.view().isDirty], [false, false, false])
})

test('somebody else’s save is taken over, but never under the hands of a person', () => {
  const { form } = opened()
  form.hear(saved('Sklepy', 2))
  assert.equal(form.view().value.name, 'Sklepy')
  form.change(typing('Sklepy i biura'))
  form.hear(saved('Magazyny', 3))
  // Saved with version 2, which the server refuses by now: nothing is overwritten unseen.
  assert.deepEqual([form.view().value.name, form.view().version], ['Sklepy i biura', 2])
  form.settle(saved('Magazyny', 3))
  assert.deepEqual([form.view().value.name, form.view().version], ['Magazyny', 3])
})

test('back at what is saved, nothing is kept', () => {
  const { form, memory } = opened()
  form.change(typing('x'))
  form.change(typing('Biura'))
  assert.deepEqual([memory.kept(), form.view().isDirty], [undefined, false])
})
