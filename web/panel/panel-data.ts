/** What the panel's screens fetch: the answers of /api/panel. The first word of a key is its live topic. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { addressOf, api } from '../kit/api.ts'
import type { Schemas } from '../generated/client.ts'

export type Opiekun = Schemas.PanelOpiekun

export type Step = Ticket['step']
export type TicketState = Ticket['state']
export type PanelClock = Schemas.Clock

export type Ticket = Schemas.PanelTicket

export type SharedFile = Schemas.PanelFile
export type Message = Schemas.PanelMessage
export type Named = Schemas.PanelNamed
export type TicketPage = Schemas.PanelTicketPage
export type Conversation = Schemas.PanelConversation
export type ConversationPage = Schemas.PanelConversationPage
export type Written = Schemas.PanelWritten

export type TicketsLeft = Schemas.TicketsLeft
export type MinutesLeft = Schemas.MinutesLeft
export type PriceOfNext = Schemas.PanelPriceOfNext
export type PromisedLevel = Promises['levels'][number]
export type Promises = Schemas.PanelPromises
export type Matrix = NonNullable<Promises['matrix']>
export type About = { siteId?: string; deviceId?: string }

export type Level = ContractPage['levels'][number]
export type ContractPage = Schemas.PanelContract

export type InvoiceInList = Schemas.PanelInvoice
export type Invoices = Schemas.PanelInvoices
export type Bin = 'included' | 'overage' | 'waived' | 'notCounted'
export type InvoiceLine = InvoicePage['lines'][number]
export type InvoicePage = Schemas.PanelInvoicePage

export const useTickets = (show: 'open' | 'history') =>
  useQuery({
    queryKey: ['tickets', { show }],
    queryFn: () => api.get('/api/panel/tickets', { query: { show } }),
  })
export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['ticket', id],
    queryFn: () => api.get('/api/panel/tickets/{id}', { path: { id } }),
    enabled: id !== '',
  })
export const useConversations = () =>
  useQuery({ queryKey: ['conversations', {}], queryFn: () => api.get('/api/panel/conversations') })
export const useConversation = (id: string) =>
  useQuery({
    queryKey: ['conversations', id],
    queryFn: () => api.get('/api/panel/conversations/{id}', { path: { id } }),
  })
/** The package changes with every report, so it is renewed with the tickets. */
export const usePriceOfNext = (about: About = {}) =>
  useQuery({
    queryKey: ['tickets', { price: true, ...about }],
    queryFn: () => api.get('/api/panel/price-of-next', { query: about }),
    placeholderData: (before) => before,
  })
export const usePromises = (about: About = {}) =>
  useQuery({
    queryKey: ['promises', about],
    queryFn: () => api.get('/api/panel/promises', { query: about }),
    staleTime: 0,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  })
/** Where a report may be about. */
export const usePlaces = () => useQuery({ queryKey: ['places'], queryFn: () => api.get('/api/panel/places') })
export const useContracts = () =>
  useQuery({ queryKey: ['tickets', { contracts: true }], queryFn: () => api.get('/api/panel/contract') })
export const useInvoices = () =>
  useQuery({ queryKey: ['invoices', {}], queryFn: () => api.get('/api/panel/invoices') })
export const useInvoice = (id: string) =>
  useQuery({
    queryKey: ['invoices', id],
    queryFn: () => api.get('/api/panel/invoices/{id}', { path: { id } }),
  })

/** What a deed of mine changed, without waiting for the live line. */
export function useRenew(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const topics = ['ticket', 'tickets', 'conversations']
    await Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] })))
  }
}

export const fileAddress = (id: string): string => addressOf('/api/panel/files/{id}', { path: { id } })
export const isPicture = ({ mediaType }: { mediaType: string }): boolean =>
  /^image\/(png|jpeg|webp|gif)$/.test(mediaType)
