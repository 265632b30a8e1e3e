/**
 * Targets that begin again and again.
 *
 * Next reply: a round begins with the first message of the client that nobody has answered
 * and ends with the answer; further messages meanwhile begin no other. Periodic update: the
 * first round begins with the clock, each word to the client ends one and begins the next.
 * To be resolved ends both; a reopened ticket owes updates again, and the reply to the
 * message that reopened it.
 */
import type { FulfilKind } from './targets.ts'
import type { TicketHistory } from './ticket-log.ts'

export type Round = { from: number; ended?: { at: number; kind: FulfilKind; by?: string } }

export function roundsOf(
  { turns }: TicketHistory,
  target: 'nextReply' | 'periodicUpdate',
  { begin, kinds }: { begin: number; kinds: readonly FulfilKind[] },
): Round[] {
  const rounds: Round[] = []
  let open: Round | undefined = target === 'periodicUpdate' ? openAt(begin) : undefined
  let isResolved = false
  let lastMessage = -Infinity
  for (const turn of turns) {
    if (turn.kind === 'client_message') {
      lastMessage = turn.at
      if (target === 'nextReply' && !isResolved) open ??= openAt(Math.max(turn.at, begin))
    } else if (turn.kind === 'reopened') {
      isResolved = false
      if (target === 'periodicUpdate' || lastMessage === turn.at) open ??= openAt(Math.max(turn.at, begin))
    } else if (turn.kind === 'resolved') {
      isResolved = true
      end({ at: turn.at, kind: 'resolved' })
      open = undefined
    } else if (kinds.includes(turn.kind) && turn.at >= begin) {
      end(turn)
      open = target === 'periodicUpdate' && !isResolved ? openAt(turn.at) : undefined
    }
  }
  return rounds

  function openAt(from: number): Round {
    const round: Round = { from }
    rounds.push(round)
    return round
  }

  function end(turn: NonNullable<Round['ended']>): void {
    if (open) open.ended = turn
  }
}
