/** What just happened, with "Cofnij" for six seconds. The pointer or focus on it stops its time. */
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import './toasts.css'
import { useWords } from './words.tsx'

export type Toast = {
  text: string
  onUndo?: () => void
  action?: { label: string; run: () => void }
  tone?: 'plain' | 'problem'
  ms?: number
}
type Shown = Toast & { id: number }

let toasts: readonly Shown[] = []
let next = 1
const listeners = new Set<() => void>()

/** A later toast takes the place of an earlier one with nothing to undo. */
export function showToast(toast: Toast): () => void {
  const shown = { ...toast, id: next++ }
  set([...toasts.filter((t) => t.onUndo || t.tone === 'problem').slice(-2), shown])
  return () => set(toasts.filter((t) => t.id !== shown.id))
}

function set(value: readonly Shown[]): void {
  toasts = value
  for (const listener of listeners) listener()
}

export function Toasts() {
  const { kit } = useWords()
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className="k-toasts" role="region" aria-live="polite" aria-label={kit.frame.notices}>
      {shown.map((toast) => (
        <UndoToast key={toast.id} toast={toast} onDone={() => set(toasts.filter((t) => t.id !== toast.id))} />
      ))}
    </div>
  )
}

function UndoToast({ toast, onDone }: { toast: Shown; onDone: () => void }) {
  const { kit } = useWords()
  const [held, setHeld] = useState(false)
  const done = useRef(onDone)
  useEffect(() => void (done.current = onDone))
  const ms = toast.ms ?? (toast.tone === 'problem' ? 12_000 : 6_000)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => done.current(), ms)
    return () => clearTimeout(timer)
  }, [held, ms])
  const action = toast.onUndo ? { label: kit.buttons.undo, run: toast.onUndo } : toast.action
  return (
    <div
      className="k-toast"
      data-tone={toast.tone ?? 'plain'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {action && (
        <button
          type="button"
          onClick={() => {
            action.run()
            onDone()
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="k-toast-close" aria-label={kit.buttons.close} onClick={onDone}>
        <IconX size={15} aria-hidden />
      </button>
    </div>
  )
}
