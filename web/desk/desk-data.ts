/** What the screens of the desk fetch and send: the queue, one ticket with all that belongs to it, work. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../kit/api.ts'
import type { PriorityLevel } from '../kit/data.tsx'

type Named = { id: string; name: string }
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
export type StateReason = 'atGate' | 'firstReply' | 'awaitsUs' | 'inWork' | 'waiting' | 'toClose' | 'done'
export type Source = 'form' | 'panel' | 'email' | 'manual' | 'api'
export type Place = 'remote' | 'onSite'

export type Why = { code: string; on?: string; name?: string; key?: string; reason?: string }
export type Stretch = { from: string; to: string; kind: 'counted' | 'closed' | 'paused'; why?: Why }
export type Granted = { minutes: number } | { businessDays: number }
export type Clock = {
  target: 'reaction' | 'arrival' | 'resolution'
  state: 'running' | 'standing' | 'paused' | 'met' | 'missed' | 'breached_running' | 'void'
  startedAt: string
  dueAt?: string
  metAt?: string
  metBy?: { kind: string; by?: string }
  grantedSeconds: number
  usedSeconds: number
  usedShare: number
  remainingSeconds: number
  overSeconds: number
  resumesAt?: string
  pausedBecause?: string
  pausedAt?: string
  stretches: Stretch[]
  afterDue: { from: string; to: string }[]
  matchedRow: { priority: string; granted: Granted }
  calendarName: string
}
export type Clocks = { at: string; terms: { version: number; validFrom: string }; clocks: Clock[] }

export type QueueItem = {
  id: string
  number: number
  name: string
  subject: string
  source: Source
  state: TicketState
  reason: StateReason
  waitingFor: string | null
  heldBecause: string | null
  mark: string | null
  priority: PriorityLevel
  client: Named | null
  contact: Named | null
  reporterName: string
  assignee: Named | null
  group: 'mine' | 'unassigned' | 'team' | 'paused'
  reportedAt: string
  resolvedAt: string | null
  closedAt: string | null
  nextDueAt: string | null
  clock: Clock | null
}

export const deedNames = [
  'admit',
  'refuse',
  'link',
  'takeOver',
  'delegate',
  'changePriority',
  'pause',
  'resume',
  'reply',
  'note',
  'logWork',
  'resolve',
  'reopen',
  'close',
  'cancel',
  'merge',
  'judge',
] as const
export type DeedName = (typeof deedNames)[number]

export type Ticket = {
  id: string
  number: number
  name: string
  subject: string
  source: Source
  state: TicketState
  reason: StateReason
  waitingFor: string | null
  heldBecause: string | null
  heldFacts: Record<string, unknown>
  mark: string | null
  priority: PriorityLevel
  proposedPriority: string | null
  category: string | null
  client: Named | null
  contact: (Named & { email: string; phone: string }) | null
  reporterName: string
  reporterEmail: string
  contract: { id: string; number: string } | null
  assignee: Named | null
  conversationId: string
  reportedAt: string
  nextDueAt: string | null
  clocks: Clocks | null
  resolvedAt: string | null
  closedAt: string | null
  follows: Named | null
  mergedInto: Named | null
  notCountedBecause: string | null
  may: Record<DeedName, true | string>
  version: number
}
export type Message = {
  id: string
  at: string
  authorKind: 'staff' | 'contact' | 'sender' | 'automatic'
  authorId: string | null
  authorName: string
  isInternal: boolean
  channel: 'panel' | 'email' | 'form' | 'desk' | 'api'
  text: string
  files: { id: string; name: string; mediaType: string; bytes: number }[]
}
export type LogRow = {
  seq: number
  at: string
  kind: string
  byKind: string
  byId: string | null
  byName: string
  facts: Record<string, unknown>
}
type EntryCommon = {
  id: string
  ticketId: string
  staffId: string
  staffName: string
  notBilledBecause: string | null
  isSettled: boolean
  version: number
}
export type TimeEntry = EntryCommon & {
  kind: 'time'
  place: Place
  startedAt: string
  endedAt: string | null
  note: string
}
export type TripEntry = EntryCommon & { kind: 'trip'; at: string; kilometres: string | null; note: string }
export type MaterialEntry = EntryCommon & {
  kind: 'material'
  at: string
  name: string
  quantity: string
  unit: string
  unitPrice: string | null
  cost: string | null
}
export type WorkEntry = TimeEntry | TripEntry | MaterialEntry
export type PackageLeft =
  | {
      kind: 'tickets'
      itemId: string
      name?: string
      included: number
      used: number
      left: number
      next: { ordinal: number; priceGrosze: number; vat: string }
    }
  | {
      kind: 'minutes'
      itemId: string
      name?: string
      place: string
      includedMinutes: number
      usedMinutes: number
      leftMinutes: number
      next: { hourPrice: string; vat: string }
    }
export type Price = {
  month: string
  packages: PackageLeft[]
  bins: {
    workId: string
    workKind: string
    bin: string
    reason?: string
    unit: string
    quantity: string
    surplus?: string
  }[]
  ticket: { ordinal: number; included: number; isOver: boolean; unitPrice: string } | null
}
export type PauseReason = { key: string; name?: string; stops: string[] }
export type TicketPage = {
  ticket: Ticket
  messages: Message[]
  log: LogRow[]
  reads: { readerId: string; readAt: string }[]
  work: WorkEntry[]
  price: Price | null
  pauseReasons: PauseReason[]
  people: {
    id: string
    name: string
    email: string
    phone: string
    position: string
    mayReport: boolean
    isSupervisor: boolean
  }[]
  followedBy: Named[]
  absorbed: Named[]
}

export type QueueWish = {
  view?: 'open' | 'done' | 'all'
  search?: string | undefined
  clientId?: string | undefined
  assigneeId?: string | undefined
  priority?: string | undefined
  most?: number
}

// The first word of a key is the topic of live updates that renews it.
export const ticketKey = (id: string) => ['ticket', id] as const

export const useQueue = (wish: QueueWish, enabled = true) =>
  useQuery({
    queryKey: ['tickets', wish],
    queryFn: () => api.get<QueueItem[]>('/api/tickets', { query: wish }),
    placeholderData: (before) => before,
    enabled,
  })
export const useTicket = (id: string | undefined) =>
  useQuery({
    queryKey: ticketKey(id ?? ''),
    queryFn: () => api.get<TicketPage>(`/api/tickets/${id}`),
    enabled: id !== undefined && id !== '',
  })
export const useTimer = () =>
  useQuery({ queryKey: ['timer'], queryFn: () => api.get<TimeEntry | null>('/api/timer') })

/** What a deed on a ticket sends; its answer is the ticket as it stands then. */
export type DeedCall = { method: 'put' | 'delete'; path: string; body?: unknown }

export function useDeedCall(ticketId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: DeedCall) =>
      api[method]<Ticket>(`/api/tickets/${ticketId}/${path}`, body),
    onSuccess: (ticket) => {
      queries.setQueryData<TicketPage>(ticketKey(ticketId), (page) => page && { ...page, ticket })
    },
    onSettled: () => renew(queries, ticketId),
  })
}

export function renew(queries: ReturnType<typeof useQueryClient>, ticketId: string): void {
  void queries.invalidateQueries({ queryKey: ticketKey(ticketId) })
  void queries.invalidateQueries({ queryKey: ['tickets'] })
  void queries.invalidateQueries({ queryKey: ['counts'] })
}
