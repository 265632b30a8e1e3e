/** What the screens of billing fetch: months, proposals, runs of issuing, invoices. */
import { useQuery } from '@tanstack/react-query'
import type { BinPart } from '#engines/pricing/bins.ts'
import type { Explained } from '#words/explain-line.ts'
import { api } from '../kit/api.ts'
import { useSession } from '../session.ts'

export type Reason = 'withinFee' | 'overFee' | 'noTickets' | 'needsDecision' | 'empty'
export type Problem = { code: string; facts: Record<string, unknown> }
export type Totals = {
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  feeGrosze: number
  overGrosze: number
}
export type MonthInList = {
  month: string
  isEnded: boolean
  proposals: number
  issued: number
  isSkipped: boolean
}
export type ProposalRow = {
  id: string
  clientId: string
  clientName: string
  state: 'open' | 'issued' | 'skipped'
  reason: Reason
  problems: Problem[]
  totals: Totals
  contractNumbers: string[]
  previousNetGrosze: number | null
  tickets: number
  invoiceId: string | null
  invoiceNumber: string | null
  version: number
}
export type Month = {
  month: string
  from: string
  to: string
  isEnded: boolean
  isBuilt: boolean
  proposals: ProposalRow[]
  runId: string | null
  isRunning: boolean
}
export type LineEdit = {
  name?: string
  quantity?: string
  unitPrice?: string
  netGrosze?: number
  isWaived?: boolean
  reason: string
  byName: string
  byId: string
  at: string
}
export type ProposalLine = {
  id: string
  contractId: string | null
  itemId: string | null
  name: string
  quantity: string
  unit: string | { named: string }
  unitPrice: string
  netGrosze: number
  vat: string
  isAnnex15: boolean
  isInformative: boolean
  isAdded: boolean
  explanation: Explained & { group?: string; clause?: string }
  workIds: string[]
  edit: LineEdit | null
  now: { name: string; quantity: string; unitPrice: string; netGrosze: number; isBilled: boolean }
}
export type ContractBins = {
  contractId: string
  contractNumber: string
  periodFrom: string
  isLate: boolean
  paymentDays: number
  bins: BinPart[]
}
export type Proposal = {
  id: string
  clientId: string
  clientName: string
  currency: string
  periodFrom: string
  periodTo: string
  state: 'open' | 'issued' | 'skipped'
  reason: Reason
  problems: Problem[]
  bins: ContractBins[]
  lines: ProposalLine[]
  totals: Totals
  tickets: Record<string, { number: string; subject: string }>
  previous: { netGrosze: number; tickets: number } | null
  invoiceId: string | null
  builtAt: string
  version: number
}
export type RunItem = {
  proposalId: string
  clientName: string
  state: 'waiting' | 'issued' | 'failed'
  invoiceId: string | null
  number: string | null
  grossGrosze: number | null
  recipientEmails: string[]
  errorCode: string | null
  errorFacts: Record<string, unknown>
  mailState: string | null
}
export type Run = { id: string; startedAt: string; endedAt: string | null; items: RunItem[] }

export type Party = { name: string; nip: string | null; addressLine1: string; addressLine2: string }
export type Invoice = {
  id: string
  number: string
  kind: 'VAT' | 'KOR'
  clientId: string
  correctsId: string | null
  correctionReason: string | null
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  currency: string
  buyer: Party
  seller: Party & { bankAccount?: string; bankName?: string }
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  totals: { vat: string; netGrosze: number; vatGrosze: number }[]
  isSplitPayment: boolean
  contractNumbers: string[]
  recipientEmails: string[]
  ksefState: string
}
export type InvoiceLine = {
  position: number
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
  isBefore: boolean
  explanation: Partial<Explained> & { clause?: string; edit?: { reason: string } | null }
  workIds: string[]
}
export type WholeInvoice = Invoice & {
  lines: InvoiceLine[]
  corrections: Invoice[]
  /** As they stand after the corrections so far. */
  linesNow: InvoiceLine[]
}

// The first word of a key is the topic of live updates that renews it; billing tells of a month.
export const monthKey = (month: string) => ['billing', month] as const
export const proposalKey = (month: string, id: string) => ['billing', month, 'proposal', id] as const

export const useMonths = () =>
  useQuery({ queryKey: ['billing'], queryFn: () => api.get<MonthInList[]>('/api/billing/months') })
export const useMonth = (month: string) =>
  useQuery({ queryKey: monthKey(month), queryFn: () => api.get<Month>(`/api/billing/months/${month}`) })
export const useProposal = (month: string, id: string) =>
  useQuery({
    queryKey: proposalKey(month, id),
    queryFn: () => api.get<Proposal>(`/api/proposals/${id}`),
  })
/** Mails go out after the run has ended, so it is asked again while anything is on its way. */
export const useRun = (month: string, id: string) =>
  useQuery({
    queryKey: ['billing', month, 'run', id],
    queryFn: () => api.get<Run>(`/api/issue-runs/${id}`),
    refetchInterval: ({ state: { data } }) => (data && isOnItsWay(data) ? 2000 : false),
  })

const isOnItsWay = ({ endedAt, items }: Run): boolean =>
  endedAt === null || items.some((item) => item.mailState === 'queued' || item.mailState === 'sending')

export const useInvoices = (filter: { month?: string; search?: string; clientId?: string }) =>
  useQuery({
    queryKey: ['invoices', filter],
    queryFn: () => api.get<Invoice[]>('/api/invoices', { query: filter }),
    placeholderData: (before) => before,
  })
export const useInvoice = (id: string) =>
  useQuery({ queryKey: ['invoices', id], queryFn: () => api.get<WholeInvoice>(`/api/invoices/${id}`) })

/** Who may issue, correct and enter payments; the server says no by the same roles. */
export function useMayBill(): boolean {
  const { role } = useSession().person
  return role === 'owner' || role === 'manager' || role === 'billing'
}
