/**
 * What is promised about a ticket at a moment: which of its clocks speaks, in what mood,
 * and the facts behind the time ("Skąd ta godzina"). The fix is the promise; before anybody
 * took it up and where no fix is promised, the reply is.
 */
import type { PanelClock, Ticket } from './panel-data.ts'

export type Promised =
  | { kind: 'fix' | 'reply'; at: string; clock: PanelClock }
  | { kind: 'late'; at: string; clock: PanelClock }
  | { kind: 'stands'; clock: PanelClock }
  | { kind: 'done'; usedSeconds: number | undefined; clock: PanelClock | undefined }
  | { kind: 'none' }

const over = ['closed', 'cancelled', 'merged', 'refused']

export function promisedOf(ticket: Pick<Ticket, 'state' | 'clocks' | 'resolvedAt'>, nowMs: number): Promised {
  const clocks = ticket.clocks?.clocks ?? []
  const of = (target: string) => clocks.find((clock) => clock.target === target)
  const fix = of('resolution')
  if (ticket.state === 'resolved' || over.includes(ticket.state))
    return {
      kind: 'done',
      usedSeconds: ticket.resolvedAt && fix?.metAt ? fix.usedSeconds : undefined,
      clock: fix,
    }
  if (ticket.state === 'held') return { kind: 'none' }
  const reply = of('reaction')
  const clock = fix && fix.state !== 'void' ? fix : reply && !reply.metAt ? reply : undefined
  if (!clock || clock.state === 'void') return { kind: 'none' }
  if (clock.state === 'paused' || !clock.dueAt) return { kind: 'stands', clock }
  if (Date.parse(clock.dueAt) < nowMs) return { kind: 'late', at: clock.dueAt, clock }
  return { kind: clock === fix ? 'fix' : 'reply', at: clock.dueAt, clock }
}

export type PauseFact = { reason: string | undefined; seconds: number }

/** Open time that the pauses took, by their reason, in the order they came. */
export function pausesOf(clock: Pick<PanelClock, 'stretches'>): PauseFact[] {
  const found = new Map<string | undefined, number>()
  for (const { from, to, kind, why } of clock.stretches) {
    if (kind !== 'paused') continue
    const reason = why?.code === 'pause' ? why.reason : undefined
    found.set(reason, (found.get(reason) ?? 0) + (Date.parse(to) - Date.parse(from)) / 1000)
  }
  return [...found].map(([reason, seconds]) => ({ reason, seconds }))
}

/** The ticket that the first screen speaks of: the nearest promise, else the newest. */
export function foremost(tickets: readonly Ticket[], nowMs: number): Ticket | undefined {
  const dated = tickets.flatMap((ticket) => {
    const promised = promisedOf(ticket, nowMs)
    return promised.kind === 'fix' || promised.kind === 'reply'
      ? [{ ticket, at: Date.parse(promised.at) }]
      : []
  })
  return dated.sort((a, b) => a.at - b.at)[0]?.ticket
}

export const stepIndex = { received: 0, inWork: 1, waitsForYou: 2, done: 3 } as const
