/** What the screens of collection fetch: the board, one client's account, payments of an invoice. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../kit/api.ts'

export const stages = ['beforeDue', 'days1to7', 'days8to30', 'over30'] as const
export type Stage = (typeof stages)[number]
export type Balance = {
  invoiceId: string
  number: string
  clientId: string
  issueOn: string
  dueOn: string
  grossGrosze: number
  paidGrosze: number
  openGrosze: number
}
export type Interest = {
  grosze: number
  isCommercial: boolean
  segments: { from: string; to: string; days: number; rateBp: number; principalGrosze: number }[]
  uncertainAfter?: string
}
export type Reminder = {
  id: string
  invoiceId: string
  step: number
  at: string
  openGrosze: number
  interestGrosze: number
  mailId: string | null
  mailState: string | null
}
export type NextStep =
  | { kind: 'reminder'; at: string }
  | { kind: 'person'; because: 'reminded' | 'no_address' | 'credit' }
  | { kind: 'none' }
export type OpenInvoice = Balance & {
  effectiveDueOn: string
  daysOverdue: number
  stage: Stage
  interest: Interest
  reminders: Reminder[]
  nextStep: NextStep
}
export type OpenInvoiceOnBoard = OpenInvoice & { clientName: string }
type Sum = { count: number; openGrosze: number }
export type Board = {
  on: string
  invoices: OpenInvoiceOnBoard[]
  sums: {
    openGrosze: number
    overdueGrosze: number
    interestGrosze: number
    dueThisWeekGrosze: number
    stages: Record<Stage, Sum>
  }
}
export type Payment = {
  id: string
  clientId: string
  paidOn: string
  amountGrosze: number
  currency: string
  note: string
  enteredAt: string
  enteredByName: string | null
  withdrawnAt: string | null
  withdrawnBecause: string | null
  allocations: { invoiceId: string; number: string; amountGrosze: number }[]
  leftGrosze: number
}
export type Account = {
  on: string
  client: { id: string; name: string; nip: string | null; phone: string; email: string; invoiceEmail: string }
  balanceGrosze: number
  openGrosze: number
  overdueGrosze: number
  interestGrosze: number
  creditGrosze: number
  open: OpenInvoice[]
  invoices: Balance[]
  payments: Payment[]
  rows: {
    kind: 'invoice' | 'correction' | 'payment'
    id: string
    on: string
    text: string
    amountGrosze: number
    balanceGrosze: number
  }[]
}

export const useBoard = () =>
  useQuery({ queryKey: ['collection'], queryFn: () => api.get<Board>('/api/collection') })
export const useAccount = (clientId: string) =>
  useQuery({
    queryKey: ['collection', clientId],
    queryFn: () => api.get<Account>(`/api/collection/clients/${clientId}`),
    enabled: clientId !== '',
  })
export const useInvoicePayments = (invoiceId: string) =>
  useQuery({
    queryKey: ['invoices', invoiceId, 'payments'],
    queryFn: () => api.get<Balance & { payments: Payment[] }>(`/api/invoices/${invoiceId}/payments`),
  })
