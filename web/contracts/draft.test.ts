import assert from 'node:assert/strict'
import test from 'node:test'
import type { VersionDetail } from './contract-data.ts'
import { createDraft, type Kept } from './draft.ts'

const version = (n: number, reason = ''): VersionDetail =>
  ({ version: n, reason, validFrom: '2026-11-01', terms: {} }) as unknown as VersionDetail

/** A server that keeps versions; `busy` holds its answers back until told. */
function server() {
  const calls: { version: number; reason: string }[] = []
  let now = 1
  let answer: ((problem?: Error) => void) | undefined
  return {
    calls,
    isBusy: false,
    somebodyElse: () => void now++,
    release: (problem?: Error) => answer?.(problem),
    async put(given: { version: number; reason: string }): Promise<VersionDetail> {
      calls.push({ version: given.version, reason: given.reason })
      if (this.isBusy)
        await new Promise<void>(
          (done, failed) => (answer = (problem) => (problem ? failed(problem) : done())),
        )
      if (given.version !== now) throw Object.assign(new Error('changed_meanwhile'), { isNo: true })
      now += 1
      return version(now, given.reason)
    },
  }
}
const opened = (world: ReturnType<typeof server>) =>
  createDraft(version(1), {
    put: (given) => world.put(given),
    isTheirs: (p) => (p as Error).message === 'changed_meanwhile',
    isRefusal: (p) => 'isNo' in (p as object),
    onSaved: () => {},
    nowMs: () => 42,
    pauseMs: 5,
  })

test('a change is saved with the version that was seen, the next one with the version that came back', async () => {
  const world = server()
  const draft = opened(world)
  draft.change({ reason: 'a' })
  await draft.save()
  draft.change({ reason: 'b' })
  await draft.save()
  assert.deepEqual(world.calls, [
    { version: 1, reason: 'a' },
    { version: 2, reason: 'b' },
  ])
  assert.deepEqual(draft.view().saving, { state: 'saved', atMs: 42 })
})

test('what is typed while a save is under way is saved after it, never beside it', async () => {
  const world = server()
  world.isBusy = true
  const draft = opened(world)
  draft.change({ reason: 'a' })
  const first = draft.save()
  draft.change({ reason: 'ab' })
  const second = draft.save()
  world.isBusy = false
  world.release()
  await Promise.all([first, second])
  assert.deepEqual(world.calls, [
    { version: 1, reason: 'a' },
    { version: 2, reason: 'ab' },
  ])
  assert.equal(draft.view().typed.reason, 'ab')
})

test('where somebody else was faster, what was typed stays until the person takes the other version', async () => {
  const world = server()
  world.somebodyElse()
  const draft = opened(world)
  draft.change({ reason: 'mine' })
  await draft.save()
  assert.equal(draft.view().saving.state, 'theirs')
  draft.hear(version(2, 'theirs'))
  assert.equal(draft.view().typed.reason, 'mine')
  draft.takeTheirs(version(2, 'theirs'))
  assert.equal(draft.view().typed.reason, 'theirs')
})

test('what others saved is shown at once when nothing is typed here', () => {
  const draft = opened(server())
  draft.hear(version(2, 'theirs'))
  assert.equal(draft.view().typed.reason, 'theirs')
})

test('a lost line keeps the change and saves it later', async () => {
  const world = server()
  world.isBusy = true
  const draft = opened(world)
  draft.change({ reason: 'a' })
  const saving = draft.save()
  await Promise.resolve()
  world.release(new Error('the line was cut'))
  await saving
  assert.equal(draft.view().saving.state, 'offline')
  world.isBusy = false
  await draft.save()
  assert.equal(draft.view().saving.state, 'saved')
  assert.equal(draft.view().typed.reason, 'a')
})

test('every change is undone and made again, and saved each time', async () => {
  const world = server()
  let now = 0
  const draft = createDraft(version(1), {
    put: (given) => world.put(given),
    isTheirs: () => false,
    isRefusal: () => false,
    onSaved: () => {},
    nowMs: () => (now += 1000),
    pauseMs: 5,
  })
  draft.change({ reason: 'a' })
  draft.change({ reason: 'b' })
  await draft.save()
  draft.undo()
  assert.deepEqual([draft.view().typed.reason, draft.view().canRedo], ['a', true])
  draft.undo()
  assert.deepEqual([draft.view().typed.reason, draft.view().canUndo], ['', false])
  draft.redo()
  await draft.save()
  assert.deepEqual(
    world.calls.map(({ reason }) => reason),
    ['b', 'a'],
  )
})

test('what was not saved before the page closed is taken up again and saved', async () => {
  const world = server()
  world.isBusy = true
  let kept: Kept | undefined
  const memory = { read: () => kept, write: (next: Kept | undefined) => void (kept = next) }
  const open = () =>
    createDraft(version(1), {
      put: (given) => world.put(given),
      isTheirs: (p) => (p as Error).message === 'changed_meanwhile',
      isRefusal: (p) => 'isNo' in (p as object),
      onSaved: () => {},
      nowMs: () => 42,
      pauseMs: 5,
      memory,
    })
  open().change({ reason: 'a' })
  assert.equal(kept?.typed.reason, 'a')
  world.isBusy = false
  const again = open()
  assert.deepEqual([again.view().typed.reason, again.view().isRestored], ['a', true])
  await again.save()
  assert.equal(again.view().saving.state, 'saved')
  assert.equal(kept, undefined)
})
