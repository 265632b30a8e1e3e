/** What the screens of a contract's life fetch: renewals, price lists, templates, amendments in bulk, absences. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import { useSentence } from '../kit/refusals.tsx'
import { showToast } from '../kit/toasts.tsx'
import type { Schemas } from '../generated/client.ts'
import { useHands } from './hands-words.ts'
import { useSession } from '../session.ts'

export type RenewalItem = Schemas.RenewalItem
export type CompanyPriceList = Schemas.CompanyPriceList
export type ContractTemplate = Schemas.ContractTemplate
export type TemplateSummary = Schemas.ContractTemplateSummary
export type AmendmentRun = Schemas.AmendmentRun
export type AmendmentRunDetail = Schemas.AmendmentRunDetail
export type AmendmentItem = Schemas.AmendmentItem
export type Absence = Schemas.Absence
export type IndexFigure = Schemas.IndexFigure

// The first word of a key is the topic of live updates; a text after it is the one thing it speaks of.

export const useRenewals = (days: number) =>
  useQuery({
    queryKey: ['contract', { renewals: days }],
    queryFn: () => api.get('/api/contract-renewals', { query: { days } }),
    placeholderData: (before) => before,
  })
export const usePriceLists = () =>
  useQuery({ queryKey: ['priceLists'], queryFn: () => api.get('/api/price-lists') })
export const usePriceList = (id: string) =>
  useQuery({
    queryKey: ['priceLists', id],
    queryFn: () => api.get('/api/price-lists/{id}', { path: { id } }),
    enabled: id !== '',
  })
export const useTemplates = () =>
  useQuery({ queryKey: ['contractTemplates'], queryFn: () => api.get('/api/contract-templates') })
export const useTemplate = (id: string) =>
  useQuery({
    queryKey: ['contractTemplates', id],
    queryFn: () => api.get('/api/contract-templates/{id}', { path: { id } }),
    enabled: id !== '',
  })
/** A template into the archive, or out of it. */
export function usePutAway({ id, version, name }: Pick<TemplateSummary, 'id' | 'version' | 'name'>) {
  const said = useHands().archive
  const queries = useQueryClient()
  const sentence = useSentence()
  return useMutation({
    mutationFn: (isArchived: boolean) =>
      api.put('/api/contract-templates/{id}', { path: { id }, body: { version, isArchived } }),
    onSuccess: (_, isArchived) => (
      void queries.invalidateQueries({ queryKey: ['contractTemplates'] }),
      showToast({ text: isArchived ? said.putAway(name) : said.restored(name) })
    ),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
}
export function usePutAwayList({ id, version, name }: Pick<CompanyPriceList, 'id' | 'version' | 'name'>) {
  const said = useHands().archive
  const queries = useQueryClient()
  const sentence = useSentence()
  return useMutation({
    mutationFn: (isArchived: boolean) =>
      api.patch('/api/price-lists/{id}', { path: { id }, body: { version, isArchived } }),
    onSuccess: (_, isArchived) => (
      void queries.invalidateQueries({ queryKey: ['priceLists'] }),
      showToast({ text: isArchived ? said.putAway(name) : said.restored(name) })
    ),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
}
export const useRuns = () =>
  useQuery({ queryKey: ['indexation', { runs: true }], queryFn: () => api.get('/api/amendment-runs') })
export const useRun = (id: string) =>
  useQuery({
    queryKey: ['indexation', id],
    queryFn: () => api.get('/api/amendment-runs/{id}', { path: { id } }),
    // While amendments are being made; a live message may have come before the page listened.
    refetchInterval: ({ state: { data } }) => (data && isGoingOn(data) ? 1500 : false),
  })
export const useIndexFigures = () =>
  useQuery({ queryKey: ['indexation', { figures: true }], queryFn: () => api.get('/api/index-figures') })
export const useAbsences = (from: string, to: string) =>
  useQuery({
    queryKey: ['absences', { from, to }],
    queryFn: () => api.get('/api/absences', { query: { from, to } }),
    placeholderData: (before) => before,
  })

/** Owner and manager keep what holds for all contracts. */
export function useIsManager(): boolean {
  const { role } = useSession().person
  return role === 'owner' || role === 'manager'
}

const isGoingOn = ({ startedAt, items }: AmendmentRunDetail): boolean =>
  startedAt !== null &&
  items.some(({ isChosen, madeAt, failure }) => isChosen && madeAt === null && failure === null)
