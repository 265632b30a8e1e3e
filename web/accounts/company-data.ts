/** What the settings screens share: the company as the API gives it, and saving a part of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WorkCalendar } from '#engines/worktime/calendar.ts'
import type { PriorityKey } from '#engines/presets/trades.ts'
import { ApiRefusal, api } from '../kit/api.ts'

export type Level = {
  priority: PriorityKey
  definition: string
  reactionMinutes: number
  resolutionMinutes?: number
  resolutionBusinessDays?: number
  calendarId: string
}
export type Company = {
  tenantId: string
  name: string
  nip: string | null
  regon: string | null
  addressLine1: string
  addressLine2: string
  email: string
  phone: string
  registerSentence: string
  representation: string
  bankAccount: string
  bankName: string
  priorities: Level[]
  invoicePattern: string
  correctionPattern: string
  contractPattern: string
  paymentDays: number
  mailAllowList: string[]
  intakeSecret: string | null
  mailAddress: string
  formUrl: string
  slug: string
  kind: 'live' | 'sandbox' | 'demo'
  version: number
}
export type CalendarRow = {
  id: string
  name: string
  calendar: WorkCalendar
  isDefault: boolean
  version: number
}

export function useCompany() {
  return useQuery({ queryKey: ['company'], queryFn: () => api.get<Company>('/api/company') })
}

export function useCalendars() {
  return useQuery({
    queryKey: ['company', 'calendars'],
    queryFn: () => api.get<CalendarRow[]>('/api/calendars'),
  })
}

/** Saves the changed part. Where somebody was faster, their version is fetched and the change stays in the form. */
export function useSaveCompany(onProblem: (problem: unknown) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Company> & { version: number }) =>
      api.patch<Company>('/api/company', change),
    onSuccess: (company) => queries.setQueryData(['company'], company),
    onError: (problem) => {
      onProblem(problem)
      if (problem instanceof ApiRefusal && problem.code === 'changed_meanwhile')
        void queries.invalidateQueries({ queryKey: ['company'] })
    },
  })
}
