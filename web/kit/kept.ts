/**
 * A form that is saved by a button and loses nothing before: every change is kept in the browser at
 * once, can be undone, and is taken up again after a lost connection or a closed page. It remembers
 * which version was seen, so somebody else's save is never overwritten unseen.
 */
export type Seen<T> = { version: number; value: T }
export type KeptView<T> = {
  value: T
  /** The version that the person saw when the change began. */
  version: number
  isDirty: boolean
  /** Taken up from the browser: it had not been saved. */
  isRestored: boolean
  canUndo: boolean
  canRedo: boolean
}
export type Memory<T> = { read: () => Seen<T> | undefined; write: (kept: Seen<T> | undefined) => void }
export type KeptForm<T> = {
  view: () => KeptView<T>
  subscribe: (listener: () => void) => () => void
  change: (edit: (value: T) => T) => void
  undo: () => void
  redo: () => void
  /** What is saved now: taken over unless something is typed here. */
  hear: (saved: Seen<T>) => void
  /** Saved, or thrown away: this holds now. */
  settle: (saved: Seen<T>) => void
}

const oneStepMs = 200
const stepsMax = 100

export function createKept<T>(saved: Seen<T>, memory: Memory<T>, nowMs: () => number): KeptForm<T> {
  const listeners = new Set<() => void>()
  const kept = memory.read()
  let base = saved
  let past: T[] = []
  let future: T[] = []
  let changedAtMs = -Infinity
  const isOld = kept !== undefined && !isSame(kept.value, saved.value)
  if (kept && !isOld) memory.write(undefined)
  let view: KeptView<T> = {
    ...(isOld ? kept : saved),
    isDirty: isOld,
    isRestored: isOld,
    canUndo: false,
    canRedo: false,
  }
  const show = (next: Partial<KeptView<T>>) => {
    view = { ...view, ...next, canUndo: past.length > 0, canRedo: future.length > 0 }
    for (const listener of listeners) listener()
  }
  const put = (value: T) => {
    const isDirty = !isSame(value, base.value)
    memory.write(isDirty ? { version: view.version, value } : undefined)
    show({ value, isDirty, isRestored: false })
  }
  const step = (from: T[], to: T[]) => {
    if (from.length === 0) return
    to.push(view.value)
    changedAtMs = -Infinity
    put(from.pop()!)
  }
  const adopt = (next: Seen<T>) => {
    base = next
    ;[past, future] = [[], []]
    memory.write(undefined)
    show({ ...next, isDirty: false, isRestored: false })
  }
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(edit) {
      const value = edit(view.value)
      if (isSame(value, view.value)) return
      const at = nowMs()
      if (at - changedAtMs > oneStepMs || past.length === 0) past = [...past, view.value].slice(-stepsMax)
      changedAtMs = at
      future = []
      put(value)
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    hear(next) {
      if (next.version > view.version && !view.isDirty) adopt(next)
    },
    settle: adopt,
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
