/** What the messenger fetches and sends. The first word of a key is the topic that renews it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../kit/api.ts'
import { isUnreadBy, type TalkPage, type Written } from './talk.ts'

export const useTalks = () =>
  useQuery({
    queryKey: ['conversations', {}],
    queryFn: () => api.get('/api/conversations', { query: { most: 300 } }),
  })

export const useTalk = (id: string) =>
  useQuery({
    queryKey: ['conversations', id],
    queryFn: () => api.get('/api/conversations/{id}', { path: { id } }),
  })

/** Opened in front of somebody is read; a tab in the background waits until it is looked at. */
export function useReading(me: string, page: TalkPage | undefined): void {
  const id = page?.conversation.id
  const isUnread = page !== undefined && isUnreadBy(me, page)
  const { mutate } = useMutation({
    mutationFn: (which: string) => api.put('/api/conversations/{id}/read', { path: { id: which } }),
  })
  useEffect(() => {
    if (!id || !isUnread) return
    const read = () => document.visibilityState === 'visible' && mutate(id)
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [id, isUnread, mutate])
}

export function useWriting(
  id: string,
  onWritten: (written: Written) => void,
  onProblem: (problem: unknown) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (message: { text: string; isInternal: boolean; fileIds: string[] }) =>
      api.post('/api/conversations/{id}/messages', { path: { id }, body: message }),
    onSuccess: (written) => {
      void queries.invalidateQueries({ queryKey: ['conversations'] })
      onWritten(written)
    },
    onError: onProblem,
  })
}
