/** A kept form in a screen, with its buttons: undo, redo, and what was taken up again. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { pageClock } from './clock.ts'
import { createKept, type KeptForm, type KeptView, type Memory, type Seen } from './kept.ts'
import { typing } from './row-list.tsx'

export type Kept<T> = KeptView<T> & Omit<KeptForm<T>, 'view' | 'subscribe' | 'hear'>

export function useKept<T>(key: string, saved: Seen<T>): Kept<T> {
  const [form] = useState(() => createKept(saved, memoryOf<T>(key), () => pageClock.nowMs()))
  const view = useSyncExternalStore(form.subscribe, form.view)
  useEffect(() => form.hear(saved), [form, saved])
  const { change, undo, redo, settle } = form
  return { ...view, change, undo, redo, settle }
}

/** Ctrl Z and Ctrl Y outside of fields, where the browser has its own. */
export function UndoRedo({
  form,
  undo,
  redo,
}: {
  form: Pick<Kept<unknown>, 'undo' | 'redo' | 'canUndo' | 'canRedo'>
  undo: string
  redo: string
}) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || typing(event.target)) return
      const key = event.key.toLowerCase()
      const redoes = key === 'y' || (key === 'z' && event.shiftKey)
      if (!redoes && key !== 'z') return
      event.preventDefault()
      if (redoes) form.redo()
      else form.undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [form])
  return (
    <>
      <Button
        variant="subtle"
        px={8}
        disabled={!form.canUndo}
        aria-label={undo}
        title={`${undo} (Ctrl Z)`}
        onClick={form.undo}
      >
        <IconArrowBackUp size={17} stroke={1.7} />
      </Button>
      <Button
        variant="subtle"
        px={8}
        disabled={!form.canRedo}
        aria-label={redo}
        title={`${redo} (Ctrl Y)`}
        onClick={form.redo}
      >
        <IconArrowForwardUp size={17} stroke={1.7} />
      </Button>
    </>
  )
}

/** In this browser; one that keeps nothing (private, full) loses only what was not saved yet. */
function memoryOf<T>(key: string): Memory<T> {
  const name = `opiekun-kept ${key}`
  return {
    read() {
      try {
        const text = localStorage.getItem(name)
        return text ? (JSON.parse(text) as Seen<T>) : undefined
      } catch {
        return undefined
      }
    },
    write(kept) {
      try {
        if (kept) localStorage.setItem(name, JSON.stringify(kept))
        else localStorage.removeItem(name)
      } catch {
        // Nothing else can be done here.
      }
    },
  }
}
