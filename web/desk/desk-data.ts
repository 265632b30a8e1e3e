/** What the screens of the desk fetch and send: the queue, one ticket with all that belongs to it, work. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Asked } from '../kit/api.ts'
import type { Schemas } from '../generated/client.ts'

export type TicketState = Ticket['state']
export type StateReason = Ticket['reason']
export type Source = Ticket['source']
export type Place = TimeEntry['place']

export type Why = NonNullable<Stretch['why']>
export type Stretch = Schemas.Stretch
export type Granted = Clock['matchedRow']['granted']
export type Clock = Schemas.Clock
export type Clocks = Schemas.Clocks

export type QueueItem = Schemas.QueueItem

export const deedNames = [
  'admit',
  'refuse',
  'link',
  'takeOver',
  'delegate',
  'changePriority',
  'changeAbout',
  'chooseContract',
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
  'arrive',
  'workAround',
] as const
export type DeedName = keyof Ticket['may']

export type Ticket = Schemas.Ticket
export type Message = Schemas.Message
export type LogRow = Schemas.LogEntry

export type TimeEntry = Schemas.TimeEntry
export type TripEntry = Extract<WorkEntry, { kind: 'trip' }>
export type MaterialEntry = Extract<WorkEntry, { kind: 'material' }>
export type WorkEntry = Schemas.WorkEntry
export type PackageLeft = Schemas.Package
export type Price = Schemas.TicketPrice
export type PauseReason = TicketPage['pauseReasons'][number]
export type TicketPage = Schemas.TicketPage
export type Matrix = NonNullable<TicketPage['matrix']>

export type QueueWish = NonNullable<Asked<'get', '/api/tickets'>['query']>

// The first word of a key is the topic of live updates that renews it.
export const ticketKey = (id: string) => ['ticket', id] as const

export const useQueue = (wish: QueueWish, enabled = true) =>
  useQuery({
    queryKey: ['tickets', wish],
    queryFn: () => api.get('/api/tickets', { query: wish }),
    placeholderData: (before) => before,
    enabled,
  })
export const useTicket = (id: string | undefined) =>
  useQuery({
    queryKey: ticketKey(id ?? ''),
    queryFn: () => api.get('/api/tickets/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined && id !== '',
  })
export const useTimer = () => useQuery({ queryKey: ['timer'], queryFn: () => api.get('/api/timer') })

/** A deed on the ticket at this address; its answer is the ticket as it stands then. */
export type DeedCall = (at: { path: { id: string } }) => Promise<Ticket>

export function useDeedCall(ticketId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (deed: DeedCall) => deed({ path: { id: ticketId } }),
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
