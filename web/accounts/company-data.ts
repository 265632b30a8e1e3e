/** What the settings screens share: the company as the API gives it, and saving a part of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiRefusal, api, type Asked } from '../kit/api.ts'
import type { Schemas } from '../generated/client.ts'

export type Level = Schemas.PriorityLevel
export type Company = Schemas.Company
export type CalendarRow = Schemas.Calendar

export function useCompany() {
  return useQuery({ queryKey: ['company'], queryFn: () => api.get('/api/company') })
}

export function useCalendars() {
  return useQuery({
    queryKey: ['company', 'calendars'],
    queryFn: () => api.get('/api/calendars'),
  })
}

/** Saves the changed part. Where somebody was faster, their version is fetched and the change stays in the form. */
export function useSaveCompany(onProblem: (problem: unknown) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Asked<'patch', '/api/company'>['body']) =>
      api.patch('/api/company', { body: change }),
    onSuccess: (company) => queries.setQueryData(['company'], company),
    onError: (problem) => {
      onProblem(problem)
      if (problem instanceof ApiRefusal && problem.code === 'changed_meanwhile')
        void queries.invalidateQueries({ queryKey: ['company'] })
    },
  })
}
