/**
 * A draft under the hands of a person: every change is kept here at once and saved a moment
 * later, one save after the other, each with the version that was seen. Where somebody else
 * was faster, what was typed stays and the person chooses.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { pageClock } from '../kit/clock.ts'
import { useRefusal } from '../kit/refusals.tsx'
import { contractKey, versionKey, type Terms, type VersionDetail } from './contract-data.ts'

export type Saving = { state: 'saved' | 'dirty' | 'saving' | 'refused' | 'theirs'; atMs?: number }
const pauseMs = 600

export function useDraft(contractId: string, version: VersionDetail) {
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [draft, setDraft] = useState({
    terms: version.terms,
    validFrom: version.validFrom,
    reason: version.reason ?? '',
  })
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const seen = useRef(version.version)
  const latest = useRef(draft)
  const inFlight = useRef(false)
  const dirty = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const adopt = useCallback(
    (next: VersionDetail) => {
      seen.current = next.version
      dirty.current = false
      latest.current = { terms: next.terms, validFrom: next.validFrom, reason: next.reason ?? '' }
      setDraft(latest.current)
      setSaving({ state: 'saved' })
      refusal.clear()
    },
    [refusal],
  )

  // What others saved is shown at once, as long as nothing is typed here.
  useEffect(() => {
    if (version.version > seen.current && !dirty.current && !inFlight.current) adopt(version)
  }, [version, adopt])

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    if (inFlight.current || !dirty.current) return
    inFlight.current = true
    dirty.current = false
    setSaving({ state: 'saving' })
    const { terms, validFrom, reason } = latest.current
    const isChange = version.kind !== 'original'
    try {
      const next = await api.put<VersionDetail>(
        `/api/contracts/${contractId}/versions/${version.number}/terms`,
        { version: seen.current, terms, ...(isChange && { validFrom, reason }) },
      )
      seen.current = next.version
      refusal.clear()
      queries.setQueryData(versionKey(contractId, version.number), next)
      void queries.invalidateQueries({ queryKey: contractKey(contractId), exact: true })
      setSaving({ state: 'saved', atMs: pageClock.nowMs() })
    } catch (problem) {
      refusal.show(problem)
      const isTheirs = problem instanceof ApiRefusal && problem.code === 'changed_meanwhile'
      setSaving({ state: isTheirs ? 'theirs' : 'refused' })
      // A lost line is tried again with the next change or by itself.
      if (!(problem instanceof ApiRefusal)) dirty.current = true
    } finally {
      inFlight.current = false
    }
    if (dirty.current) timer.current = setTimeout(() => void save(), pauseMs)
  }, [contractId, version.kind, version.number, queries, refusal])

  const change = useCallback(
    (next: Partial<typeof draft>) => {
      latest.current = { ...latest.current, ...next }
      dirty.current = true
      setDraft(latest.current)
      setSaving((now) => (now.state === 'theirs' ? now : { state: 'dirty' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pauseMs)
    },
    [save],
  )

  // Leaving the page saves what is still waiting.
  const latestSave = useRef(save)
  latestSave.current = save
  useEffect(() => () => void latestSave.current(), [])

  const setTerms = useCallback(
    (edit: (terms: Terms) => Terms) => change({ terms: edit(latest.current.terms) }),
    [change],
  )
  const takeTheirs = useCallback(async () => {
    adopt(
      await queries.fetchQuery({
        queryKey: versionKey(contractId, version.number),
        queryFn: () => api.get<VersionDetail>(`/api/contracts/${contractId}/versions/${version.number}`),
        staleTime: 0,
      }),
    )
  }, [adopt, contractId, queries, version.number])

  return { ...draft, saving, refusal, setTerms, change, save, takeTheirs, seenVersion: seen }
}
