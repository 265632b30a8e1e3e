/**
 * A draft under the hands of a person: every change is kept here at once and saved a moment
 * later, one save after the other, each with the version that was seen. Where somebody else
 * was faster, what was typed stays and the person chooses.
 */
import type { Terms, VersionDetail } from './contract-data.ts'

export type Typed = { terms: Terms; validFrom: string; reason: string }
export type Saving = { state: 'saved' | 'dirty' | 'saving' | 'refused' | 'theirs'; atMs?: number }
export type DraftView = { typed: Typed; saving: Saving; problem: unknown }
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
}

export function createDraft(first: VersionDetail, world: World): Draft {
  const listeners = new Set<() => void>()
  let seen = first.version
  let isDirty = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let view: DraftView = { typed: typedOf(first), saving: { state: 'saved' }, problem: undefined }

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
    show({ typed: typedOf(version), saving: { state: 'saved' }, problem: undefined })
  }
  const change = (next: Partial<Typed>) => {
    isDirty = true
    show({
      typed: { ...view.typed, ...next },
      ...(view.saving.state !== 'theirs' && { saving: { state: 'dirty' as const } }),
    })
    later()
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
      world.onSaved(version)
    } catch (problem) {
      isDirty ||= !world.isRefusal(problem)
      show({ saving: { state: world.isTheirs(problem) ? 'theirs' : 'refused' }, problem })
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
    tell: (problem) => show({ problem }),
  }
}

const typedOf = ({ terms, validFrom, reason }: VersionDetail): Typed => ({
  terms,
  validFrom,
  reason: reason ?? '',
})
