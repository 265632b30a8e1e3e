/** A draft in a screen: saved by our API, renewed by what others save, saved once more on leaving. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { contractKey, versionKey, type VersionDetail } from './contract-data.ts'
import { createDraft, type Kept, type Memory } from './draft.ts'

export function useDraft(contractId: string, version: VersionDetail) {
  const queries = useQueryClient()
  const { number, kind } = version
  const path = { id: contractId, number }
  const [draft] = useState(() =>
    createDraft(version, {
      put: ({ terms, validFrom, reason, version: seen }) =>
        api.put('/api/contracts/{id}/versions/{number}/terms', {
          path,
          body: { version: seen, terms, ...(kind !== 'original' && { validFrom, reason }) },
        }),
      isTheirs: (problem) => problem instanceof ApiRefusal && problem.code === 'changed_meanwhile',
      isRefusal: (problem) => problem instanceof ApiRefusal,
      onSaved(next) {
        queries.setQueryData(versionKey(contractId, number), next)
        void queries.invalidateQueries({ queryKey: contractKey(contractId), exact: true })
      },
      nowMs: () => pageClock.nowMs(),
      memory: memoryOf(`opiekun-draft ${version.id}`),
    }),
  )
  const view = useSyncExternalStore(draft.subscribe, draft.view)
  useEffect(() => draft.hear(version), [draft, version])
  useEffect(() => () => void draft.save(), [draft])
  // A connection that is back is used at once.
  useEffect(() => {
    const back = () => void draft.save()
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [draft])
  const takeTheirs = async () =>
    draft.takeTheirs(await api.get('/api/contracts/{id}/versions/{number}', { path }))
  return {
    ...view.typed,
    saving: view.saving,
    problem: view.problem,
    canUndo: view.canUndo,
    canRedo: view.canRedo,
    isRestored: view.isRestored,
    undo: draft.undo,
    redo: draft.redo,
    setTerms: draft.setTerms,
    change: draft.change,
    save: draft.save,
    tell: draft.tell,
    takeTheirs,
  }
}

/** In this browser; one that keeps nothing (private, full) loses only what was not saved yet. */
function memoryOf(key: string): Memory {
  return {
    read() {
      try {
        const text = localStorage.getItem(key)
        return text ? (JSON.parse(text) as Kept) : undefined
      } catch {
        return undefined
      }
    },
    write(kept) {
      try {
        if (kept) localStorage.setItem(key, JSON.stringify(kept))
        else localStorage.removeItem(key)
      } catch {
        // Nothing else can be done here; the server still gets every change.
      }
    },
  }
}
