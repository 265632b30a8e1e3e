/**
 * The states of a ticket and what may be done in each. The state is derived from the log:
 * received → in work ⇄ waiting → resolved → closed; apart from these held at the gate,
 * refused there, cancelled, merged. One table says which deed is impossible in which state
 * and why; the deeds obey it and the screens disable their buttons by it.
 */
import { refuse, type RefusalCode } from '#server/plumbing/refusal.ts'

export const ticketStates = [
  'held',
  'received',
  'inWork',
  'waiting',
  'resolved',
  'closed',
  'cancelled',
  'merged',
  'refused',
] as const
export type TicketState = (typeof ticketStates)[number]

export const openStates: readonly TicketState[] = ['held', 'received', 'inWork', 'waiting', 'resolved']

/** What stands in the queue behind a ticket: why it is there and what it wants. */
export const stateReasons = [
  'atGate',
  'firstReply',
  'awaitsUs',
  'inWork',
  'waiting',
  'toClose',
  'done',
] as const
export type StateReason = (typeof stateReasons)[number]

export const ticketDeeds = [
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
export type TicketDeed = (typeof ticketDeeds)[number]

export type LogRow = {
  seq: number
  at: string
  kind: string
  byKind: string
  byId: string | null
  byName: string
  facts: Record<string, unknown>
}

type No = Partial<Record<TicketState, RefusalCode>>

const over: No = {
  closed: 'ticket_closed',
  cancelled: 'ticket_cancelled',
  merged: 'ticket_merged',
  refused: 'ticket_refused',
}
const underWay: No = { ...over, held: 'ticket_is_held' }
const unresolved: No = { ...underWay, resolved: 'ticket_already_resolved' }
const onlyHeld: No = {
  received: 'ticket_not_held',
  inWork: 'ticket_not_held',
  waiting: 'ticket_not_held',
  resolved: 'ticket_not_held',
  ...over,
  refused: 'ticket_refused',
}
const notYetResolved: No = {
  received: 'ticket_not_resolved',
  inWork: 'ticket_not_resolved',
  waiting: 'ticket_not_resolved',
}

/** What may not be done in which state, and the code that says why. What is not named may be done. */
export const impossible: Readonly<Record<TicketDeed, No>> = {
  admit: onlyHeld,
  refuse: onlyHeld,
  link: { merged: 'ticket_merged', refused: 'ticket_refused' },
  takeOver: unresolved,
  delegate: over,
  changePriority: over,
  changeAbout: over,
  chooseContract: over,
  pause: { ...unresolved, waiting: 'ticket_already_waiting' },
  resume: {
    ...unresolved,
    received: 'ticket_not_waiting',
    inWork: 'ticket_not_waiting',
  },
  reply: over,
  note: { merged: 'ticket_merged' },
  // Work done is entered also when the ticket is already closed: late, but never lost.
  logWork: { held: 'ticket_is_held', merged: 'ticket_merged', refused: 'ticket_refused' },
  resolve: unresolved,
  reopen: { ...underWay, ...notYetResolved, closed: undefined },
  close: { ...underWay, ...notYetResolved },
  cancel: over,
  merge: { merged: 'ticket_merged', refused: 'ticket_refused' },
  judge: { merged: 'ticket_merged', refused: 'ticket_refused' },
  arrive: unresolved,
  workAround: unresolved,
}

export function mayNot(deed: TicketDeed, state: TicketState): RefusalCode | undefined {
  return impossible[deed][state]
}

/** For the screens: every deed with `true` or the code of why not. */
export function whatMayBeDone(state: TicketState): Record<TicketDeed, true | RefusalCode> {
  const entries = ticketDeeds.map((deed) => [deed, mayNot(deed, state) ?? true] as const)
  return Object.fromEntries(entries) as Record<TicketDeed, true | RefusalCode>
}

export function refuseUnlessPossible(
  deed: TicketDeed,
  ticket: { state: TicketState; mergedIntoName?: string },
): void {
  const code = mayNot(deed, ticket.state)
  if (code) refuse(code, { state: ticket.state, number: ticket.mergedIntoName })
}

export type Standing = {
  state: TicketState
  reason: StateReason
  /** The named reason of the pause that runs now. */
  waitingFor: string | null
  resolvedAt: string | null
  firstResolvedAt: string | null
  closedAt: string | null
  /** First of: taken over, a public reply of a person, work begun. */
  reactedAt: string | null
}

/** Where a ticket stands, read from its log alone. */
export function standingOf(log: readonly LogRow[]): Standing {
  const now: Standing & { isAwaited: boolean } = {
    state: 'received',
    reason: 'firstReply',
    waitingFor: null,
    resolvedAt: null,
    firstResolvedAt: null,
    closedAt: null,
    reactedAt: null,
    isAwaited: false,
  }
  const removed = new Set(log.filter((row) => row.kind === 'work_removed').map((row) => row.facts.entryId))
  for (const row of log) if (row.kind !== 'work_started' || !removed.has(row.facts.entryId)) follow(now, row)
  const { isAwaited, ...standing } = now
  return { ...standing, reason: reasonOf(standing, isAwaited) }
}

/** Deeds of people that answer the client; after them the client is heard. */
const reactions = ['taken_over', 'public_reply', 'work_started', 'arrived']

function follow(now: Standing & { isAwaited: boolean }, row: LogRow): void {
  if (reactions.includes(row.kind)) {
    now.reactedAt ??= row.at
    if (now.state === 'received') now.state = 'inWork'
  }
  if (row.kind === 'client_message') now.isAwaited = true
  if (row.kind === 'public_reply' || row.kind === 'paused' || row.kind === 'resolved') now.isAwaited = false
  const move = moves[row.kind]
  if (move) move(now, row)
}

const moves: Record<string, (now: Standing, row: LogRow) => void> = {
  held: (now) => (now.state = 'held'),
  admitted: (now) => (now.state = now.reactedAt ? 'inWork' : 'received'),
  refused: (now) => (now.state = 'refused'),
  paused(now, row) {
    now.state = 'waiting'
    now.waitingFor = String(row.facts.reason)
  },
  resumed(now) {
    now.state = now.reactedAt ? 'inWork' : 'received'
    now.waitingFor = null
  },
  resolved(now, row) {
    now.state = 'resolved'
    now.waitingFor = null
    now.resolvedAt = row.at
    now.firstResolvedAt ??= row.at
  },
  reopened(now) {
    now.state = 'inWork'
    now.resolvedAt = null
    now.closedAt = null
  },
  closed(now, row) {
    now.state = 'closed'
    now.closedAt = row.at
  },
  cancelled: (now) => (now.state = 'cancelled'),
  merged: (now) => (now.state = 'merged'),
}

function reasonOf({ state, reactedAt }: Standing, isAwaited: boolean): StateReason {
  if (state === 'held') return 'atGate'
  if (state === 'waiting') return 'waiting'
  if (state === 'resolved') return 'toClose'
  if (state !== 'received' && state !== 'inWork') return 'done'
  if (!reactedAt) return 'firstReply'
  return isAwaited ? 'awaitsUs' : 'inWork'
}
