/** What the screens of billing fetch: months, proposals, runs of issuing, invoices. */
import { useQuery } from '@tanstack/react-query'
import { api, type Answer } from '../kit/api.ts'
import { useSession } from '../session.ts'
import type { Schemas } from '../generated/client.ts'

export type Reason = ProposalRow['reason']
export type Problem = Schemas.ProposalProblem
export type Totals = Schemas.ProposalTotals
export type MonthInList = Answer<'get', '/api/billing/months'>[number]
export type ProposalRow = Schemas.ProposalInList
export type Month = Schemas.BillingMonth
export type LineEdit = Schemas.LineEdit
export type ProposalLine = Schemas.ProposalLine
export type ContractBins = Schemas.ContractBins
export type Proposal = Schemas.Proposal
export type RunItem = Run['items'][number]
export type Run = Schemas.IssueRun

export type Party = Schemas.Party
export type Invoice = Schemas.Invoice
export type InvoiceLine = Schemas.InvoiceLine
export type WholeInvoice = Schemas.InvoicePage

// The first word of a key is the topic of live updates that renews it; billing tells of a month.
export const monthKey = (month: string) => ['billing', month] as const
export const proposalKey = (month: string, id: string) => ['billing', month, 'proposal', id] as const

export const useMonths = () =>
  useQuery({ queryKey: ['billing'], queryFn: () => api.get('/api/billing/months') })
export const useMonth = (month: string) =>
  useQuery({
    queryKey: monthKey(month),
    queryFn: () => api.get('/api/billing/months/{month}', { path: { month } }),
  })
export const useProposal = (month: string, id: string) =>
  useQuery({
    queryKey: proposalKey(month, id),
    queryFn: () => api.get('/api/proposals/{id}', { path: { id } }),
  })
/** Mails go out after the run has ended, so it is asked again while anything is on its way. */
export const useRun = (month: string, id: string) =>
  useQuery({
    queryKey: ['billing', month, 'run', id],
    queryFn: () => api.get('/api/issue-runs/{id}', { path: { id } }),
    refetchInterval: ({ state: { data } }) => (data && isOnItsWay(data) ? 2000 : false),
  })

const isOnItsWay = ({ endedAt, items }: Run): boolean =>
  endedAt === null || items.some((item) => item.mailState === 'queued' || item.mailState === 'sending')

export const useInvoices = (filter: { month?: string; search?: string; clientId?: string }) =>
  useQuery({
    queryKey: ['invoices', filter],
    queryFn: () => api.get('/api/invoices', { query: filter }),
    placeholderData: (before) => before,
  })
export const useInvoice = (id: string) =>
  useQuery({ queryKey: ['invoices', id], queryFn: () => api.get('/api/invoices/{id}', { path: { id } }) })

/** Who may issue, correct and enter payments; the server says no by the same roles. */
export function useMayBill(): boolean {
  const { role } = useSession().person
  return role === 'owner' || role === 'manager' || role === 'billing'
}
