/**
 * A draft under the hands of a person: every change is kept here and in the browser at once and
 * saved a moment later, one save after the other, each with the version that was seen. A lost
 * connection or a closed page loses nothing: what was not saved is taken up again. Where
 * somebody else was faster, what was typed stays and the person chooses. Every change can be undone.
 */
import type { Terms, VersionDetail } from './contract-data.ts'

export type Typed = { terms: Terms; validFrom: string; reason: string }
export type Saving = {
  state: 'saved' | 'dirty' | 'saving' | 'refused' | 'offline' | 'theirs'
  atMs?: number
}
export type DraftView = {
  typed: Typed
  saving: Saving
  problem: unknown
  canUndo: boolean
  canRedo: boolean
  /** Taken up from the browser: it had not been saved. */
  isRestored: boolean
}
/** What waits to be saved, in the browser. */
export type Kept = { seen: number; typed: Typed }
export type Memory = { read: () => Kept | undefined; write: (kept: Kept | undefined) => void }
export type Draft = {
  view: () => DraftView
  subscribe: (listener: () => void) => () => void
  change: (change: Partial<Typed>) => void
  setTerms: (edit: (terms: Terms) => Terms) => void
  /** Saves what is waiting and answers when nothing is. */
  save: () => Promise<void>
  /** What others saved is taken over at once, as long as nothing is typed here. */
  hear: (version: VersionDetail) => void
  takeTheirs: (version: VersionDetail) => void
  undo: () => void
  redo: () => void
  tell: (problem: unknown) => void
}

type World = {
  put: (given: Typed & { version: number }) => Promise<VersionDetail>
  isTheirs: (problem: unknown) => boolean
  /** A refusal is final until something changes; a lost line is tried again. */
  isRefusal: (problem: unknown) => boolean
  onSaved: (version: VersionDetail) => void
  nowMs: () => number
  pauseMs?: number
  memory?: Memory
}

/** Changes that follow each other so quickly are one step of undo. */
const oneStepMs = 200
const stepsMax = 100

export function createDraft(first: VersionDetail, world: World): Draft {
  const listeners = new Set<() => void>()
  let seen = first.version
  let isDirty = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const kept = world.memory?.read()
  const isRestored = kept !== undefined && !isSame(kept.typed, typedOf(first))
  let past: Typed[] = []
  let future: Typed[] = []
  let changedAtMs = -Infinity
  let view: DraftView = {
    typed: isRestored ? kept.typed : typedOf(first),
    saving: { state: 'saved' },
    problem: undefined,
    canUndo: false,
    canRedo: false,
    isRestored,
  }

  const show = (change: Partial<DraftView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), world.pauseMs ?? 600)
  }
  const adopt = (version: VersionDetail) => {
    seen = version.version
    isDirty = false
    clearTimeout(timer)
    ;[past, future] = [[], []]
    world.memory?.write(undefined)
    show({ typed: typedOf(version), saving: { state: 'saved' }, problem: undefined, ...steps() })
  }
  const steps = () => ({ canUndo: past.length > 0, canRedo: future.length > 0, isRestored: false })
  const put = (typed: Typed) => {
    isDirty = true
    world.memory?.write({ seen, typed })
    show({
      typed,
      ...steps(),
      ...(view.saving.state !== 'theirs' && { saving: { state: 'dirty' as const } }),
    })
    later()
  }
  const change = (next: Partial<Typed>) => {
    const nowMs = world.nowMs()
    if (nowMs - changedAtMs > oneStepMs || past.length === 0) past = [...past, view.typed].slice(-stepsMax)
    changedAtMs = nowMs
    future = []
    put({ ...view.typed, ...next })
  }
  const step = (from: Typed[], to: Typed[]) => {
    const typed = from.pop()
    if (!typed) return
    to.push(view.typed)
    changedAtMs = -Infinity
    put(typed)
  }
  const saveOnce = async () => {
    isDirty = false
    show({ saving: { state: 'saving' } })
    try {
      const version = await world.put({ ...view.typed, version: seen })
      seen = version.version
      show({
        saving: isDirty ? { state: 'dirty' } : { state: 'saved', atMs: world.nowMs() },
        problem: undefined,
      })
      world.memory?.write(isDirty ? { seen, typed: view.typed } : undefined)
      world.onSaved(version)
    } catch (problem) {
      const isNo = world.isRefusal(problem)
      isDirty ||= !isNo
      const state = world.isTheirs(problem) ? 'theirs' : isNo ? 'refused' : 'offline'
      show({ saving: { state }, problem: isNo ? problem : undefined })
    }
    if (isDirty) later()
  }
  const save = async (): Promise<void> => {
    clearTimeout(timer)
    while (running) await running
    if (!isDirty) return
    running = saveOnce().finally(() => (running = undefined))
    await running
  }
  if (isRestored) {
    seen = kept.seen
    isDirty = true
    later()
  }
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change,
    setTerms: (edit) => change({ terms: edit(view.typed.terms) }),
    save,
    hear(version) {
      if (version.version > seen && !isDirty && view.saving.state === 'saved') adopt(version)
    },
    takeTheirs: adopt,
    undo: () => step(past, future),
    redo: () => step(future, past),
    tell: (problem) => show({ problem }),
  }
}

const typedOf = ({ terms, validFrom, reason }: VersionDetail): Typed => ({
  terms,
  validFrom,
  reason: reason ?? '',
})

const isSame = (a: Typed, b: Typed): boolean => JSON.stringify(a) === JSON.stringify(b)
