/** What the panel's screens fetch: the answers of /api/panel. The first word of a key is its live topic. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Clock } from '#engines/worktime/clocks.ts'
import { api } from '../kit/api.ts'
import type { PriorityLevel } from '../kit/data.tsx'

export type Opiekun = {
  id: string
  name: string
  phone: string
  hours: string
  isOpenNow: boolean
  closesAt: string | null
  opensAt: string | null
}

export type Step = 'received' | 'inWork' | 'waitsForYou' | 'done'
export type TicketState =
  | 'held'
  | 'received'
  | 'inWork'
  | 'waiting'
  | 'resolved'
  | 'closed'
  | 'cancelled'
  | 'merged'
  | 'refused'
export type PanelClock = Clock & { calendarName: string }

export type Ticket = {
  id: string
  name: string
  subject: string
  state: TicketState
  step: Step
  waitingFor: string | null
  priority: PriorityLevel
  reporterName: string
  reportedAt: string
  reactBy: string | null
  resolveBy: string | null
  nextDueAt: string | null
  clocks: { at: string; terms: { version: number; validFrom: string }; clocks: readonly PanelClock[] } | null
  resolvedAt: string | null
  closedAt: string | null
  assigneeName: string | null
  conversationId: string
}

export type SharedFile = { id: string; name: string; mediaType: string; bytes: number }
export type Message = {
  id: string
  at: string
  side: 'me' | 'ours' | 'theirs' | 'program'
  authorName: string
  channel: 'panel' | 'email' | 'form' | 'desk' | 'api'
  text: string
  files: readonly SharedFile[]
}
export type Named = { id: string; name: string }
export type TicketPage = Ticket & {
  isHeld: boolean
  follows: Named | null
  mergedInto: Named | null
  mayConfirm: boolean
  mayReopen: boolean
  mayAdmit: boolean
  messages: readonly Message[]
  accountManager: Opiekun
  readByThemAt: string | null
}
export type Conversation = {
  id: string
  subject: string
  ticketId: string | null
  contactName: string | null
  lastMessageAt: string
  lastText: string
  lastAuthor: string
  unread: number
}
export type ConversationPage = {
  id: string
  subject: string
  ticket: Named | null
  accountManager: Opiekun
  messages: readonly Message[]
  readByThemAt: string | null
}
export type Written = {
  conversationId: string
  ticketId: string | null
  message: Message
  opened: Named | null
}

export type TicketsLeft = {
  kind: 'tickets'
  itemId: string
  name?: string
  included: number
  used: number
  left: number
  next: { ordinal: number; priceGrosze: number; vat: string }
}
export type MinutesLeft = {
  kind: 'minutes'
  itemId: string
  name?: string
  place: 'remote' | 'onSite' | 'any'
  includedMinutes: number
  usedMinutes: number
  leftMinutes: number
  next: { hourPrice: string; vat: string }
}
export type PriceOfNext = {
  contract: { id: string; number: string } | null
  month: string
  tickets: TicketsLeft | null
  minutes: readonly MinutesLeft[]
}
export type PromisedLevel = {
  priority: PriorityLevel
  definition: string
  reactBy: string | null
  resolveBy: string | null
}
export type Promises = { mayReport: boolean; levels: readonly PromisedLevel[] }

export type Level = {
  priority: PriorityLevel
  definition: string
  reactionMinutes: number
  resolutionMinutes: number | null
  resolutionBusinessDays: number | null
  calendarName: string
  hours: string
}
export type ContractPage = {
  id: string
  number: string
  state: 'inForce' | 'suspended' | 'future'
  validFrom: string
  validTo: string | null
  noticeMonths: number
  version: { number: number; validFrom: string }
  levels: readonly Level[]
  prices: readonly string[]
  paymentDays: number
  reporters: {
    mode: 'all' | 'listed'
    mayI: boolean
    people: readonly { id: string; name: string; isSupervisor: boolean }[]
  }
  package: { month: string; packages: readonly (TicketsLeft | MinutesLeft)[] }
  documents: readonly {
    number: number
    kind: 'original' | 'amendment' | 'correction'
    validFrom: string
    signedOn: string | null
    hasScan: boolean
  }[]
}

export type InvoiceInList = {
  id: string
  number: string
  kind: 'VAT' | 'KOR'
  correctsId: string | null
  correctionReason: string | null
  issueOn: string
  saleFrom: string
  saleTo: string
  dueOn: string
  effectiveDueOn: string
  currency: string
  netGrosze: number
  vatGrosze: number
  grossGrosze: number
  openGrosze: number
  paidGrosze: number
  daysOverdue: number
  state: 'open' | 'overdue' | 'paid' | 'correction'
  ksefState: string
  hasPdf: boolean
  hasXml: boolean
}
export type Invoices = {
  invoices: readonly InvoiceInList[]
  openGrosze: number
  overdueGrosze: number
  creditGrosze: number
}
export type Bin = 'included' | 'overage' | 'waived' | 'notCounted'
export type InvoiceLine = {
  position: number
  name: string
  quantity: string
  unit: string
  unitPrice: string
  netGrosze: number
  vat: string
  periodFrom: string | null
  periodTo: string | null
  isBefore: boolean
  sentence: string
  squares: { inside: number; over: number; notCounted: number } | null
  tickets: readonly { id: string; bin: string; number: string; subject: string; reportedOn: string }[]
}
export type InvoicePage = InvoiceInList & {
  totals: readonly { vat: string; netGrosze: number; vatGrosze: number }[]
  contractNumbers: readonly string[]
  seller: { name: string; nip: string | null; addressLine1: string; addressLine2: string }
  buyer: { name: string; nip: string | null; addressLine1: string; addressLine2: string }
  isSplitPayment: boolean
  lines: readonly InvoiceLine[]
  corrections: readonly {
    id: string
    number: string
    issueOn: string
    grossGrosze: number
    correctionReason: string | null
  }[]
  payments: readonly { paidOn: string; amountGrosze: number }[]
  transfer: {
    account: string
    bankName: string
    name: string
    title: string
    amountGrosze: number
    codeText: string | null
  } | null
}

const get =
  <T>(path: string) =>
  () =>
    api.get<T>(`/api/panel/${path}`)

export const useTickets = (show: 'open' | 'history') =>
  useQuery({
    queryKey: ['tickets', { show }],
    queryFn: () => api.get<Ticket[]>('/api/panel/tickets', { query: { show } }),
  })
export const useTicket = (id: string) =>
  useQuery({ queryKey: ['ticket', id], queryFn: get<TicketPage>(`tickets/${id}`), enabled: id !== '' })
export const useConversations = () =>
  useQuery({ queryKey: ['conversations', {}], queryFn: get<Conversation[]>('conversations') })
export const useConversation = (id: string) =>
  useQuery({ queryKey: ['conversations', id], queryFn: get<ConversationPage>(`conversations/${id}`) })
/** The package changes with every report, so it is renewed with the tickets. */
export const usePriceOfNext = () =>
  useQuery({ queryKey: ['tickets', { price: true }], queryFn: get<PriceOfNext>('price-of-next') })
export const usePromises = () =>
  useQuery({
    queryKey: ['promises'],
    queryFn: get<Promises>('promises'),
    staleTime: 0,
    refetchInterval: 60_000,
  })
export const useContracts = () =>
  useQuery({
    queryKey: ['tickets', { contracts: true }],
    queryFn: get<{ accountManager: Opiekun; contracts: ContractPage[] }>('contract'),
  })
export const useInvoices = () => useQuery({ queryKey: ['invoices', {}], queryFn: get<Invoices>('invoices') })
export const useInvoice = (id: string) =>
  useQuery({ queryKey: ['invoices', id], queryFn: get<InvoicePage>(`invoices/${id}`) })

/** What a deed of mine changed, without waiting for the live line. */
export function useRenew(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const topics = ['ticket', 'tickets', 'conversations']
    await Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] })))
  }
}

export const fileAddress = (id: string): string => `/api/panel/files/${id}`
export const isPicture = ({ mediaType }: { mediaType: string }): boolean =>
  /^image\/(png|jpeg|webp|gif)$/.test(mediaType)
