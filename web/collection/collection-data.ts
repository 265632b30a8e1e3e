/** What the screens of collection fetch: the board, one client's account, payments of an invoice. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import type { Schemas } from '../generated/client.ts'

export const stages = ['beforeDue', 'days1to7', 'days8to30', 'over30'] as const
export type Stage = (typeof stages)[number]
export type Balance = Schemas.Balance
export type Interest = Schemas.Interest
export type Reminder = OpenInvoice['reminders'][number]
export type NextStep = Schemas.NextStep
export type OpenInvoice = Schemas.OpenInvoice
export type OpenInvoiceOnBoard = Board['invoices'][number]

export type Board = Schemas.CollectionBoard
export type Payment = Schemas.Payment
export type Account = Schemas.ClientStatement

export const useBoard = () =>
  useQuery({ queryKey: ['collection'], queryFn: () => api.get('/api/collection') })
export const useAccount = (clientId: string) =>
  useQuery({
    queryKey: ['collection', clientId],
    queryFn: () => api.get('/api/collection/clients/{id}', { path: { id: clientId } }),
    enabled: clientId !== '',
  })
export const useInvoicePayments = (invoiceId: string) =>
  useQuery({
    queryKey: ['invoices', invoiceId, 'payments'],
    queryFn: () => api.get('/api/invoices/{id}/payments', { path: { id: invoiceId } }),
  })
