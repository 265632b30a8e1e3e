/** A draft in a screen: saved by our API, renewed by what others save, saved once more on leaving. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { contractKey, versionKey, type VersionDetail } from './contract-data.ts'
import { createDraft } from './draft.ts'

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
    }),
  )
  const view = useSyncExternalStore(draft.subscribe, draft.view)
  useEffect(() => draft.hear(version), [draft, version])
  useEffect(() => () => void draft.save(), [draft])
  const takeTheirs = async () =>
    draft.takeTheirs(await api.get('/api/contracts/{id}/versions/{number}', { path }))
  return {
    ...view.typed,
    saving: view.saving,
    problem: view.problem,
    setTerms: draft.setTerms,
    change: draft.change,
    save: draft.save,
    tell: draft.tell,
    takeTheirs,
  }
}
